"""Questions for the load: the known ones, apart by whether the dense model is needed."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from random import Random

from bot.competitions import Competitions, key_of
from bot.links import Link, payload
from eval.known import Case, bundled_files, read_cases
from eval.timing import Counted, asked, warmed
from knowledge.model import Frozen
from retrieval.index.build import open_search
from retrieval.open_desk import desk_over, meaning_of
from retrieval.storage.store import Store

LOOKED_AT = 300
"""Questions that are put to a desk once, to see which way they go."""


class Drawn(Frozen):
    """Questions of one notice, or of none."""

    typed: dict[str, tuple[str, ...]]
    """By notice: questions that are answered without the dense model."""
    dense: dict[str, tuple[str, ...]]
    links: dict[str, str]
    """By notice: the words that choose it in a chat."""

    @property
    def share(self) -> float:
        """Of questions that need the dense model."""
        dense = sum(map(len, self.dense.values()))
        return dense / (dense + sum(map(len, self.typed.values())))

    def mix(self, notice: str, *, typed_only: bool) -> tuple[str, ...]:
        """What is drawn from in a chat that has chosen a notice."""
        own = self.typed.get(notice, ())
        return own if typed_only else (*own, *self.dense.get(notice, ()))


def drawn(store: Path, seed: int) -> Drawn:
    """Known questions about a notice, without earlier turns; which way each goes is seen here."""
    opened = Store.open(store)
    search = open_search(opened)
    search.warm()
    counted = Counted(meaning_of(search))
    desk = desk_over(opened.entries(), counted)
    cases = _cases(seed)
    warmed(desk, cases[0])
    found: dict[bool, dict[str, list[str]]] = {True: {}, False: {}}
    for each in asked(desk, counted, cases, lambda _done, _all: None):
        notice = each.case.notice or ""
        found[each.by_meaning].setdefault(notice, []).append(each.case.question)
    search.close()
    options = Competitions.of(desk.notices).by_notice
    links = {
        n: payload(Link("choose", key_of(options[n].option))) for n in found[False] if n in options
    }
    return Drawn(
        typed={n: tuple(q) for n, q in found[False].items() if n in links},
        dense={n: tuple(q) for n, q in found[True].items() if n in links},
        links=links,
    )


def _cases(seed: int) -> Sequence[Case]:
    every = [case for path in bundled_files() for case in read_cases(path)]
    plain = [case for case in every if case.notice and not case.history]
    plain = [case for case in plain if case.paraphrase_of is None]
    return Random(seed).sample(plain, min(LOOKED_AT, len(plain)))  # noqa: S311 nothing secret
