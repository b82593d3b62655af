"""What one must meet to enter one track or group: its own conditions, then those of everybody."""

from __future__ import annotations

from knowledge import lazy_re
from knowledge.plain import comparable
from retrieval.entrants.barring import under_heading
from retrieval.passages.rank import Sought, in_scope
from retrieval.passages.speaking_of import SpeakingOf
from retrieval.passages.units import Reading, Unit, pairs
from retrieval.reply import Piece, Reply, cite_unit

_ASKS = lazy_re.compile(
    r"(什么|啥|哪些|哪几条|怎样的|什么样的?)(参赛|报名|参加|额外|特殊|特别|另外)?的?(条件|要求|资格)"
    r"|(条件|要求|资格)(是|有|都)*(什么|啥|哪些|怎么)|(参赛|报名|参加|选手|组)的?(条件|要求|资格)(呢|吧|啊|$)"
    r"|多(了|出|一?些|一条)?(什么|啥|哪些|哪条)?(条件|要求)"
    r"|(谁|(哪些|哪类|什么|啥|什么样的?|怎样的)人)都?(才|有资格)?(能|可以|可|够格)?(够?报名?|参加|参赛)"
    r"(?!不|.{0,6}(奖|证|补贴|免))"
)
_OWN_ONLY = lazy_re.compile(
    r"比(别的|其他|其它|别人|另外)|多(了|出|一?些)?(什么|啥|哪些)|额外|特殊|特别|另外"
)
_SECTION = lazy_re.compile(
    r"(参赛|报名|参加|选手|申报)[^，。；]{0,6}(条件|要求|资格|对象|范围|人员)|^(条件|资格|对象)"
    r"|谁(可以|能)|面向"
)
_OTHERWISE = lazy_re.compile(r"审|时间|方式|材料|名额|限报|教练|指导|注意")
_OF_ENTRY = frozenset(
    {"who_can", "tracks", "enrol", "grouping", "student", "worker", "teacher", "title", "standard"}
)
_ASIDE = lazy_re.compile(
    r"审[核查]|补齐|限报|名额|不超过\d+(人|队)|材料|报名表|截止|推荐表|设指导|组织方式"
)
_MOST, _LONGEST = 12, 700


def conditions_reply(reading: Reading, sought: Sought, *, every: bool = False) -> Reply | None:
    """The conditions of the track or group asked about; None if it has none of its own.

    `every`: those of the whole section instead, where neither is named.
    """
    asked = sought.asked
    fits = "yes_no" not in asked.forms and _ASKS.search(asked.plain)
    if not fits or set(asked.concepts) - _OF_ENTRY or bool(sought.tracks or sought.groups) is every:
        return None
    runs = [run for run in asked.content if not any(run in comparable(g) for g in sought.groups)]
    named = comparable(f"{reading.notice.name}{reading.notice.title}")
    runs = [run for run in runs if run not in named and len(run) > 1]
    if every and runs:
        return None  # 拿标兵要啥条件
    if any(len(run) > 1 and all(map(reading.knows, pairs(run))) for run in runs):
        return None  # 自创那杯有什么要求
    of = SpeakingOf(reading.notice)
    shown = _shown(reading, sought, of)
    if not shown:
        return None
    return Reply(
        status="answered",
        notice=reading.notice.id,
        pieces=tuple(_piece(reading, unit, sought) for unit in shown),
        tracks=sought.tracks,
        groups=sought.groups,
        sure=1.0,
    )


def _shown(reading: Reading, sought: Sought, of: SpeakingOf) -> list[Unit]:
    """Its own conditions, with those of all where they are few; all of its section if none are."""
    units = [
        u
        for u in reading.units
        if _of_section(u)
        and not _ASIDE.search(u.plain)
        and in_scope(u, sought)
        and not of.others(u.plain, sought.tracks)
    ]
    own = [u for u in units if _is_own(u, sought, of)]
    every = [u for u in units if _of_all(u, reading, of)]
    if _OWN_ONLY.search(sought.asked.plain):
        return own if len(own) <= _MOST else []
    if not own:
        return units if _fits(units) else []
    return own + every if _fits(own + every) else own if len(own) <= _MOST else []


def _piece(reading: Reading, unit: Unit, sought: Sought) -> Piece:
    groups = "、".join(unit.scope.groups) if not sought.groups else ""
    scope = groups if comparable(groups) not in unit.plain else ""
    cited = (cite_unit(reading.notice, unit),)
    return Piece(text=under_heading(unit, unit.text), citations=cited, scope=scope)


def _of_section(unit: Unit) -> bool:
    heads = [comparable(heading) for heading in unit.headings]
    return any(map(_SECTION.search, heads)) and not any(map(_OTHERWISE.search, heads[:1]))


def _is_own(unit: Unit, sought: Sought, of: SpeakingOf) -> bool:
    """Whether a sentence holds for what is asked about in particular."""
    named, wanted = of.named(unit.plain) | set(unit.scope.tracks), set(sought.tracks)
    groups = set(unit.scope.groups) & set(sought.groups)
    groups |= {g for g in sought.groups if comparable(g) in unit.plain}
    if wanted and sought.groups:
        return bool(named & wanted) or bool(groups and not named)
    return bool(named & wanted) if wanted else bool(groups)


def _of_all(unit: Unit, reading: Reading, of: SpeakingOf) -> bool:
    """Whether a sentence holds for every track and group."""
    named = any(comparable(group) in unit.plain for group in reading.notice.groups)
    return not (unit.scope.tracks or unit.scope.groups or of.named(unit.plain) or named)


def _fits(units: list[Unit]) -> bool:
    return len(units) <= _MOST and sum(len(u.text) for u in units) <= _LONGEST
