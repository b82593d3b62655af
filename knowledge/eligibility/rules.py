"""Loads rules and ties them to the clauses of a notice; a changed clause disables its rule."""

from __future__ import annotations

import hashlib
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from pydantic import ValidationError

from knowledge.data import parse
from knowledge.eligibility.checks import CHECKS
from knowledge.eligibility.model import Cite, Rules
from knowledge.eligibility.packing import unpacked
from knowledge.model import Citation, Clause, Notice, Row
from knowledge.plain import bare, squeeze

if TYPE_CHECKING:
    from collections.abc import Mapping


class RulesError(ValueError):
    """A rules file is at fault; the message names the place and the mend."""


def load_rules(text: str) -> Rules:
    """The rules in the text of a rules.yaml, or packed.

    Raises:
        RulesError: a key is misspelt, a check unknown, or an id given twice.
    """
    data = _plain_data(text)
    try:
        rules = Rules.model_validate(data)
    except ValidationError as fault:
        faults = [f"{'.'.join(map(str, e['loc']))}（{e['msg']}）" for e in fault.errors()]
        raise RulesError(f"rules.yaml 有误：{'；'.join(faults)}") from fault
    ids = [rule.id for rule in rules.rules]
    for rule in rules.rules:
        if rule.check not in CHECKS:
            raise RulesError(f"rules.yaml 的规则 {rule.id}：没有名为 {rule.check} 的检查")
        if ids.count(rule.id) > 1:
            raise RulesError(f"rules.yaml 的规则 {rule.id} 出现了两次")
    return rules


def _plain_data(text: str) -> Any:
    try:
        return unpacked(text) if text.startswith("{") else parse(text)
    except ValueError:  # YAML may begin so too
        return parse(text)


def clause_hash(text: str) -> str:
    """Hash of a clause's words; layout does not count."""
    return hashlib.sha256(bare(text).encode("utf-8", "surrogatepass")).hexdigest()[:16]


@lru_cache(maxsize=4096)
def _places(text: str, start: int) -> tuple[str, tuple[int, ...]]:
    kept = [(char, start + at) for at, char in enumerate(text) if bare(char)]
    return "".join(char for char, _ in kept), tuple(at for _, at in kept)


def locate(notice: Notice, clause: Clause | Row, quote: str) -> Citation | None:
    """The citation of `quote` in `clause`, white space aside; None if it does not stand there."""
    words, at = _places(notice.text[clause.start : clause.end], clause.start)
    wanted = bare(quote)
    found = words.find(wanted) if wanted else -1
    if found < 0:
        return None
    start, end = at[found], at[found + len(wanted) - 1] + 1
    return Citation(
        notice=notice.id,
        label=notice.label,
        path=clause.path,
        quote=squeeze(notice.text[start:end]),
        start=start,
        end=end,
    )


def cited(
    notice: Notice, clauses: Mapping[str, Clause | Row], cite: Cite
) -> tuple[Citation | None, bool]:
    """The citation of a rule and whether the clause still has the words the rule was made from."""
    clause = clauses.get(cite.path)
    if clause is None:
        return None, False
    same = clause_hash(notice.text[clause.start : clause.end]) == cite.hash
    return locate(notice, clause, cite.quote), same
