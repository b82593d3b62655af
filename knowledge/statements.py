"""What single statements in a clause are about: the tracks and groups named before a value."""

from __future__ import annotations

from typing import TYPE_CHECKING

from knowledge import lazy_re

if TYPE_CHECKING:
    from collections.abc import Sequence

    from knowledge.catalogue.mentions import Mention, Mentions
    from knowledge.model import Scope

_ASIDE = lazy_re.compile(r"(?<=\d)\([^()]*\)")
"""Brackets behind a number: they speak of it, not of what comes next."""
_BEHIND = lazy_re.compile(
    r"(?:[,:]?(?:(?:联系)?(?:电话|手机):?)?[\d—–\-]{7,18})?"
    r"\((?:负责)?(?P<words>[^()]{2,60}?)(?:等|咨询|报名)?\)"
)
_JOIN = lazy_re.compile(r"[、和与及]|以及")


def alternatives(text: str, track: Mention, group: Mention) -> bool:
    """`社区居家组和评估师赛项`: either of the two is meant, not both at once."""
    first, second = sorted((track, group), key=lambda mention: mention.start)
    return bool(track.names) and bool(_JOIN.fullmatch(text[first.end : second.start]))


def value_scopes(
    text: str, span: tuple[int, int], scope: Scope, named: Mentions
) -> tuple[Scope, ...]:
    """Scopes of the value at `span` of a folded text: one, or one for each alternative.

    `scope` is that of the clause, `named` what the clause mentions.
    """
    start, end = span
    begin = max(text.rfind(sign, 0, start) for sign in "。;\n") + 1
    told = _told_behind(text, end)
    aside = [m.span() for m in _ASIDE.finditer(text, begin, start) if m.end() < start]
    track = (
        _inside(named.tracks, told)
        or _nearest(named.tracks, begin, start, aside)
        or _behind_colon(text, end, named.tracks)
    )
    group = (
        _inside(named.groups, told)
        or _right_at(named.groups, end)
        or _nearest(named.groups, begin, start, aside)
    )
    either = bool(track and group and alternatives(text, track, group))
    if track and group and not either and _begins_anew(track, group, scope):
        group = None
    tracks, groups = _within(track, scope.tracks), _within(group, scope.groups)
    if either and tracks != scope.tracks:
        return (
            scope.model_copy(update={"tracks": tracks}),
            scope.model_copy(update={"groups": groups}),
        )
    return (scope.model_copy(update={"tracks": tracks, "groups": groups}),)


def _told_behind(text: str, end: int) -> tuple[int, int]:
    """`13900010021(焊工、天车工)`: brackets right behind a value, or behind one's phone."""
    match = _BEHIND.match(text, end)
    return match.span("words") if match else (end, end)


def _inside(mentions: Sequence[Mention], span: tuple[int, int]) -> Mention | None:
    """The mention the brackets are made of; one that stands in a remark says nothing."""
    return next((one for one in mentions if (one.start, one.end) == span and one.names), None)


def _nearest(
    mentions: Sequence[Mention], begin: int, place: int, aside: Sequence[tuple[int, int]]
) -> Mention | None:
    """The last mention before `place`; what brackets say of something else does not count."""
    before = [
        mention
        for mention in mentions
        if begin <= mention.start
        and mention.end <= place
        and not any(first < mention.start and mention.end < last for first, last in aside)
    ]
    return before[-1] if before else None


def _right_at(mentions: Sequence[Mention], place: int) -> Mention | None:
    """`2组职工组选手`: the group stands right behind the number."""
    return next((one for one in mentions if one.start == place and one.names), None)


def _behind_colon(text: str, end: int, mentions: Sequence[Mention]) -> Mention | None:
    """`某学院：某赛项`: what is held at a place."""
    return _right_at(mentions, end + 1) if text[end : end + 1] == ":" else None


def _begins_anew(track: Mention, group: Mention, scope: Scope) -> bool:
    """Whether a track is named after a group: then the group belonged to the track before."""
    new = bool(track.names) and not set(track.names) <= set(scope.tracks)
    return new and group.end <= track.start


def _within(mention: Mention | None, names: tuple[str, ...]) -> tuple[str, ...]:
    """The names mentioned, but never outside what the clause is about."""
    if mention is None or not mention.names:
        return names
    inside = tuple(name for name in mention.names if not names or name in names)
    return inside or names
