"""Changes people make to a rule by hand, checked before they are kept."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

import yaml
from pydantic import ValidationError

from knowledge.data import parse
from knowledge.eligibility.checks import CHECKS
from knowledge.eligibility.checks.base import Case
from knowledge.eligibility.model import Cite, Rule
from knowledge.eligibility.person import Person
from knowledge.eligibility.rules import RulesError, clause_hash, locate

if TYPE_CHECKING:
    from collections.abc import Iterable

    from knowledge.model import Clause, Notice, Row

FIELDS = frozenset({"check", "strength", "tracks", "capacities", "groups"})


def with_values(notice: Notice, rule: Rule, pairs: Iterable[str]) -> Rule:
    """The rule with `key=value` set, values written as in YAML; a key is a field or a parameter.

    Raises:
        RulesError: a pair is no `key=value`, or the check cannot work with what results.
    """
    data = rule.model_dump()
    for pair in pairs:
        key, sign, value = pair.partition("=")
        if not sign or not key.strip():
            raise RulesError(f"“{pair}”不是 key=value 的形式")
        target = data if key.strip() in FIELDS else data["params"]
        target[key.strip()] = _parsed(value)
    return _sound(notice, _model(data))


def edited(notice: Notice, rule: Rule, text: str) -> Rule:
    """The rule with check, params and scope as the YAML text of an editor says.

    Raises:
        RulesError: it is no YAML object, names an unknown key, or the check cannot work with it.
    """
    data = _parsed(text)
    if not isinstance(data, dict):
        raise RulesError("应为“键: 值”的 YAML")
    if unknown := set(data) - FIELDS - {"params"}:
        raise RulesError(f"没有这样的键：{'、'.join(sorted(map(str, unknown)))}")
    return _sound(notice, _model({**rule.model_dump(), **data}))


def editable(rule: Rule) -> str:
    """What of a rule can be edited, as YAML."""
    from knowledge.eligibility.drafting.written import plain  # noqa: PLC0415 it needs the drafter

    data = {"check": rule.check, "params": plain(rule.params), "strength": rule.strength}
    data |= {name: plain(getattr(rule, name)) for name in ("tracks", "groups", "capacities")}
    return str(yaml.safe_dump(data, allow_unicode=True, sort_keys=False))


def by_hand(notice: Notice, name: str, path: str, quote: str, text: str) -> Rule:
    """A new rule: YAML as of `edited`, with the clause and the words it rests on.

    Raises:
        RulesError: the clause or the words are not in the notice, or the rule is unsound.
    """
    place = _places(notice).get(path)
    if place is None:
        raise RulesError(f"通知里没有 {path} 这一条；各条见 saiwen show {notice.id}")
    if locate(notice, place, quote) is None:
        raise RulesError(f"{path} 里没有这句原话")
    cite = Cite(path=path, quote=quote, hash=clause_hash(notice.text[place.start : place.end]))
    return edited(notice, Rule(id=name, check="note", params={"text": quote}, cite=cite), text)


def _places(notice: Notice) -> dict[str, Clause | Row]:
    found: dict[str, Clause | Row] = {clause.path: clause for clause in notice.clauses}
    return found | {row.path: row for table in notice.tables for row in table.rows}


def _parsed(text: str) -> Any:
    try:
        return parse(text)
    except (yaml.YAMLError, ValueError) as error:
        raise RulesError("不是正确的 YAML") from error


def _model(data: dict[str, Any]) -> Rule:
    try:
        return Rule.model_validate(data)
    except ValidationError as fault:
        named = "、".join(".".join(map(str, each["loc"])) for each in fault.errors())
        raise RulesError(f"规则的 {named} 不对") from fault


def _sound(notice: Notice, rule: Rule) -> Rule:
    """The rule, if its check is there and works with its parameters."""
    if rule.check not in CHECKS:
        raise RulesError(f"没有名为 {rule.check} 的检查；见 docs/write-rules.md")
    noon = datetime(2026, 1, 1, 12, tzinfo=ZoneInfo("Asia/Shanghai"))  # any moment will do
    people = (Person(), Person(birth_date="1990-01-01", sex="男", identity="worker", age=35))
    try:
        for person in people:
            CHECKS[rule.check](Case(notice, person, noon, None, None), rule.params)
    except (KeyError, TypeError, ValueError, AttributeError) as fault:
        raise RulesError(f"检查 {rule.check} 用不了这些参数；见 docs/write-rules.md") from fault
    return rule
