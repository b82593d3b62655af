"""Deadlines and quotas that an attachment gives otherwise than the body does."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from knowledge import lazy_re
from knowledge.lint.fault import Fault, Material, Piece
from knowledge.model import Scope, Value
from knowledge.numerals import NUMERAL, arabic

_ENTRY = lazy_re.compile(r"报名|申报")
_OTHER_STEP = lazy_re.compile(
    r"材料|作品|更换|变更|补报|确认|审核|复审|缴费|初赛|复赛|选拔|报到|人员"
)
_QUOTA = lazy_re.compile(
    r"[每各](?:个|所|家)?(?P<who>(?:参赛|推荐|报名)?(?:单位|院校|学校|企业|区县|市州|县|区|市))"
    r"(?P<between>[^,，;；。:：]{0,12}?)"
    r"(?:限报|限|不超过|不得超过|最多|至多)(?:可?(?:报名?|推荐|选派|选送))?"
    rf"(?P<number>{NUMERAL})(?P<unit>[人名队组支])"
)
_NOT_CONTESTANTS = lazy_re.compile(r"领队|教练|指导|裁判|观摩|随行|工作人员|联络|替补|候补")
_GROUP = lazy_re.compile(r"[\u4e00-\u9fff]{2}组(?![织合成队建])")
_WHO = {"学校": "院校"}
_UNITS = {"名": "人", "支": "队"}


def differing(material: Material) -> Iterator[Fault]:
    """What the body says to everybody and an attachment says otherwise to some of them."""
    yield from _deadlines(material)
    yield from _quotas(material)


def _deadlines(material: Material) -> Iterator[Fault]:
    told = [v for v in material.notice.values if v.kind == "deadline" and _is_entry(v.label)]
    body = [value for value in told if not _attached(value.path)]
    for value in told:
        others = [each for each in body if _meet(each.scope, value.scope)]
        if _attached(value.path) and others and not any(_same(value, each) for each in others):
            values = {"other": others[0].raw, "where": others[0].path}
            yield Fault("deadline_differs", value.path, (value.start, value.end), values)


def _is_entry(label: str) -> bool:
    return bool(_ENTRY.search(label)) and not _OTHER_STEP.search(label)


def _same(one: Value, other: Value) -> bool:
    """The same moment, as far as both tell it; a day and an hour of that day differ in nothing."""
    size = min(len(one.value), len(other.value))
    return one.value[:size] == other.value[:size]


class _Quota(NamedTuple):
    piece: Piece
    start: int
    end: int
    key: tuple[str, str, tuple[str, ...]]
    """Whose, of what, for which groups."""
    number: str


def _quotas(material: Material) -> Iterator[Fault]:
    told = [quota for piece in material.clauses for quota in _in(piece)]
    for quota in told:
        others = [
            each
            for each in told
            if each.key == quota.key
            and not _attached(each.piece.path)
            and _meet(each.piece.scope, quota.piece.scope)
        ]
        agrees = any(each.number == quota.number for each in others)
        if _attached(quota.piece.path) and others and not agrees:
            values = {"other": others[0].piece.text[others[0].start : others[0].end]}
            values["where"] = others[0].piece.path
            yield quota.piece.fault("quota_differs", quota.start, quota.end, values)


def _in(piece: Piece) -> Iterator[_Quota]:
    """The quotas of contestants that a clause states."""
    for at, sentence in piece.sentences():
        for match in _QUOTA.finditer(sentence):
            if _NOT_CONTESTANTS.search(match["between"]):
                continue
            who = re.sub(r"^(?:参赛|推荐|报名)", "", match["who"])
            groups = {*piece.scope.groups, *_GROUP.findall(match["between"])}
            unit = _UNITS.get(match["unit"], match["unit"])
            key = (_WHO.get(who, who), unit, tuple(sorted(groups)))
            yield _Quota(piece, at + match.start(), at + match.end(), key, arabic(match["number"]))


def _attached(path: str) -> bool:
    return path.startswith("附")


def _meet(body: Scope, attached: Scope) -> bool:
    """What the body says holds for these too."""
    tracks = not body.tracks or bool(set(body.tracks) & set(attached.tracks))
    return tracks and (not body.groups or set(body.groups) == set(attached.groups))
