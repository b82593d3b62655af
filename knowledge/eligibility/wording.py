"""A rule in plain words, for people who check it against its clause.

The sentences stand in wording.yaml, one a check; parameters are worded here.

>>> from knowledge.eligibility.model import Rule
>>> described(Rule(id="a", check="age_at_least", params={"years": 16}, cite=None))
'年满16周岁'
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from knowledge import lazy_re
from knowledge.eligibility.ages import in_words
from knowledge.eligibility.capacity import NAMES
from knowledge.eligibility.checks.place import RELATIONS
from knowledge.eligibility.checks.standing import FACTS
from knowledge.eligibility.data import table

if TYPE_CHECKING:
    from knowledge.eligibility.model import Rule

_OPTIONAL = lazy_re.compile(r"\[\[(.*?)\]\]")
_FIELD = lazy_re.compile(r"\{([^{}]+)\}")
STRENGTHS: dict[str, str] = {"must": "", "in_principle": "原则上", "generally": "一般应"}
_SHORT = 4
"""Words up to here may stand in a sentence by chance."""
_UNJUDGED = frozenset({"note", "open_fact", "not_understood"})
_WORDS = {
    **RELATIONS, "same_track": "同一赛项学生选手的", "plan": "本赛项的",
    "group": "在同一组别", "track": "在同一赛项", "unit": "单位", "school": "学校",
    "months_at_unit": "在本单位工作", "employed_months": "工作",
    "social_insurance_months": "缴纳社会保险",
    "events": "承办赛事", "tracks": "承办赛项", "venues": "同一赛事的承办地",
}  # fmt: skip


def described(rule: Rule) -> str:
    """What the rule demands, in one phrase; a check without a sentence shows its parameters.

    Strength is said in front (原则上, 一般应); whom it concerns is said by `concerned`.
    """
    template = table("wording.yaml").get(rule.check)
    said = _filled(template, rule.params) if template else _plain(rule.check, rule.params)
    strength = "" if rule.check in _UNJUDGED else STRENGTHS[rule.strength]
    return strength + said


def parameters(check: str) -> tuple[str, ...]:
    """The parameters of a check that its sentence speaks of.

    >>> parameters("age_at_least")
    ('years', 'day')
    """
    return tuple(dict.fromkeys(_FIELD.findall(table("wording.yaml").get(check, ""))))


def concerned(rule: Rule) -> str:
    """Whom the rule concerns: tracks, groups, capacities; empty for everyone.

    >>> from knowledge.eligibility.model import Rule
    >>> concerned(Rule(id="a", check="one_track", capacities=("student",), cite=None))
    '学生'
    """
    groups = getattr(rule, "groups", ())
    who = () if groups else tuple(NAMES.get(name, name) for name in rule.capacities)
    return "；".join("、".join(part) for part in (rule.tracks, groups, who) if part)


def _filled(template: str, params: Mapping[str, Any]) -> str:
    told = _FIELD.sub(
        lambda match: _said(match[1], params.get(match[1])), _OPTIONAL.sub("", template)
    )
    kept = _OPTIONAL.sub(
        lambda match: (
            match[1] if _known(match[1], params) and not _again(match[1], params, told) else ""
        ),
        template,
    )
    said = _FIELD.sub(lambda match: _said(match[1], params.get(match[1])), kept)
    return said.lstrip("，、；")


def _known(part: str, params: Mapping[str, Any]) -> bool:
    return all(params.get(name) not in (None, "", [], ()) for name in _FIELD.findall(part))


def _again(part: str, params: Mapping[str, Any], told: str) -> bool:
    """Whether the words of a part stand in the sentence already."""
    values = [params[name] for name in _FIELD.findall(part)]
    return all(isinstance(value, str) and len(value) > _SHORT and value in told for value in values)


def _plain(check: str, params: Mapping[str, Any]) -> str:
    told = "，".join(f"{key}={_said(key, value)}" for key, value in params.items())
    return f"{check}（{told}）" if told else check


def _said(name: str, value: Any) -> str:
    """A parameter in words."""
    if name in _SPECIAL:
        return _SPECIAL[name](value)
    if isinstance(value, datetime):
        return f"{in_words(value)}{value:%H:%M}"
    if isinstance(value, date):
        return in_words(value)
    if isinstance(value, (list, tuple)):
        return "、".join(_said("", item) for item in value)
    if isinstance(value, Mapping):
        return "；".join(f"{key}：{_said('', item)}" for key, item in value.items())
    return _WORDS.get(str(value), FACTS.get(str(value), NAMES.get(str(value), str(value))))


def _relations(value: Any) -> str:
    """One place, or several of which one will do."""
    return _said("", value) + (
        "中有一项" if isinstance(value, (list, tuple)) and len(value) > 1 else ""
    )


def _one_of(value: Any) -> str:
    """Several of which one will do; a single one as it is."""
    several = isinstance(value, (list, tuple)) and len(value) > 1
    return ("具备其一即可：" if several else "") + _alternatives(value)


def _until(value: Any) -> str:
    """Until when; a day without an hour counts whole."""
    whole = isinstance(value, date) and not isinstance(value, datetime)
    return _said("", value) + ("以前（含当日）" if whole else "以前")


def _size(value: Any) -> str:
    return "单人参赛" if value == 1 else f"每队{_said('', value)}人"


def _level(value: Any) -> str:
    names: dict[int, str] = table("words.yaml")["level_names"]
    return names.get(value, str(value)) if isinstance(value, int) else str(value)


def _alternatives(value: Any) -> str:
    """Names of facts, or whole checks inside `any_of`."""
    every = value if isinstance(value, (list, tuple)) else [value]
    return "；".join(_alternative(one) for one in every)


def _alternative(one: Any) -> str:
    if not isinstance(one, Mapping):
        return _said("", one)
    check, params = str(one.get("check", "")), one.get("params", {})
    template = table("wording.yaml").get(check)
    return _filled(template, params) if template else _plain(check, params)


def _together(value: Any) -> str:
    every = value if isinstance(value, (list, tuple)) else [value]
    return "、".join(_alternative(one) for one in every)


def _groups(value: Any) -> str:
    if not isinstance(value, Mapping):
        return _said("", value)
    return "；".join(f"{name}（{_said('', who)}）" for name, who in value.items())


def _categories(value: Any) -> str:
    return "、".join(map(str, value)) if isinstance(value, Mapping) else _said("", value)


def _when(value: Any) -> str:
    return str(value.get("called", "")) if isinstance(value, Mapping) else _said("", value)


_SPECIAL: Mapping[str, Callable[[Any], str]] = {
    "level": _level,
    "any": _one_of,
    "relations": _relations,
    "at": _until,
    "size": _size,
    "groups": _groups,
    "categories": _categories,
    "when": _when,
    "then": _alternatives,
    "all": _together,
    "not_final": lambda _: "非毕业年级",
}
