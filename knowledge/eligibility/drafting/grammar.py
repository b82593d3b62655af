"""The patterns of patterns.yaml, compiled for one notice's names of its area.

Compiling them for every area would take longer than all the rest of reading a notice. So a pattern
with names of areas has a wide form, compiled once, in which any words may stand for the area; the
exact one is compiled for the notices in which the wide one finds something.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Any, NamedTuple

from knowledge import lazy_re
from knowledge.data import content
from knowledge.eligibility.drafting.regions import LONGEST
from knowledge.eligibility.speech.needed import Sieve, needed, signs

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_FRAGMENT = lazy_re.compile(r"<([A-Z]+)>")


class Pattern(NamedTuple):
    """A way of wording a condition, and the builder that turns it into checks."""

    name: str
    regex: re.Pattern[str]
    build: str
    anywhere: bool
    entry: bool
    of_advisers: bool
    wide: re.Pattern[str] | None = None
    """Finds something wherever `regex` does; None where `regex` knows no areas."""
    place: int = 0
    """Among all patterns."""

    def finds(self, text: str) -> Iterable[re.Match[str]]:
        """What `regex` finds in the text."""
        if self.wide is not None and self.wide.search(text) is None:
            return ()
        return self.regex.finditer(text)


@lru_cache(maxsize=8)
def data(name: str) -> Any:
    """A data file of this package."""
    return content("knowledge.eligibility.drafting", name)


@lru_cache(maxsize=64)
def patterns(area: str) -> tuple[Pattern, ...]:
    """All patterns, <AREA> and <OURS> being `area`."""
    names = {"AREA": area, "OURS": area}
    return tuple(
        pattern if pattern.wide is None else pattern._replace(regex=_compiled(_filled(form, names)))
        for form, pattern in _forms()
    )


def likely(text: str) -> frozenset[int]:
    """The places of the patterns that may find something in the text: of most of them no word
    stands in it.
    """
    return frozenset(_sieve().likely(signs(text)))


@cache
def _sieve() -> Sieve[int]:
    """The area a pattern is made for only takes away from what it finds."""
    return Sieve((pattern.place, needed(pattern.wide or pattern.regex)) for _, pattern in _forms())


_ANY = {"AREA": rf"[^\n]{{1,{LONGEST}}}", "OURS": "(?!)"}
"""Whatever an area may be called; and that which never stands where it must not."""


@cache
def _forms() -> tuple[tuple[str, Pattern], ...]:
    """Each pattern with the form its area is filled into."""
    sheet = data("patterns.yaml")
    every = enumerate(sheet["conditions"])
    return tuple(_form(each, sheet["fragments"], place) for place, each in every)


def _form(each: Mapping[str, Any], fragments: Mapping[str, str], place: int) -> tuple[str, Pattern]:
    form = _filled(each["regex"], fragments)
    wide = _compiled(_filled(form, _ANY))
    pattern = Pattern(
        each["name"],
        wide,
        each["build"],
        bool(each.get("anywhere")),
        bool(each.get("entry")),
        each["name"].startswith("adviser"),
        wide if _FRAGMENT.search(form) else None,
        place,
    )
    return form, pattern


@lru_cache(maxsize=2048)
def _compiled(regex: str) -> re.Pattern[str]:
    """Kept longer than re keeps it; what was read already is never read again."""
    return lazy_re.compile(regex.replace("[^", "[^\0"))


def _filled(regex: str, fragments: Mapping[str, str]) -> str:
    """The pattern with its fragments, those they consist of too; others stay as they are."""
    filled = _FRAGMENT.sub(lambda match: fragments.get(match[1], match[0]), regex)
    return regex if filled == regex else _filled(filled, fragments)


@lru_cache(maxsize=32)
def words(name: str) -> re.Pattern[str]:
    """A pattern of sections.yaml."""
    return lazy_re.compile(data("sections.yaml")[name])
