"""Conditions at their place: with the tracks, groups and people that the words before them name."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from knowledge import lazy_re
from knowledge.catalogue.mentions import Entrants, mentions
from knowledge.eligibility.drafting.parts import Condition, Made, Statement, clauses_of
from knowledge.eligibility.entered import admitted
from knowledge.eligibility.members import members
from knowledge.fold import fold
from knowledge.statements import value_scopes

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from knowledge.catalogue.mentions import Mention, Mentions
    from knowledge.eligibility.model import Strength
    from knowledge.model import Scope

_AS = lazy_re.compile(
    r"以(学生|职工|教师|企业职工|灵活就业人员)身份|(学生|职工|教师)(?:参赛)?选手|选手为(学生|职工|教师)"
)
_FOR_ALL = frozenset({"adviser_no_contestant", "one_track", "single_identity", "tracks_at_most"})
"""Names of patterns that concern everyone, whoever is named before them."""
_LEADS = lazy_re.compile(
    r"(?:持有?|取得|获得|具有|具备|从事|承担)[^,。;:、]{0,6}(?:、[^,。;:]{1,12})?$"
)
_BESIDES = lazy_re.compile(
    r"符合|满足|具备|达到|遵守|执行|(?:条件|要求|规定|限制)(?:以外|之外|外)$"
)
"""除符合…条件外: that and more, no exception."""
_BUT = lazy_re.compile(r"除[^,。;]{2,40}?(?:以外|之外|外)(?=[,的其]|$)")
_FREE_SUBJECT = lazy_re.compile(
    r"(?:^|[,。;:])(?:其中,?|凡|对于?)?(?:灵活就业|自由职业|个体经营|新就业形态|新业态|个体工商户)[^,。;:须应需]{0,16}"
    r"(?:(?:报名|参赛)的?,?)?(?:(?:还|也|均|同时)*(?:须|应当?|需|必须|要求)[^。;:]{0,24}|(?:,)?)\0$"
)
_ENTERS = lazy_re.compile(r"(?:其中,?)?(?:凡|对|对于)?(?:报名|参加|参赛|报考|选报|申报)*(?:参加)?")
_CERTIFIED = lazy_re.compile(
    r"(?:\([^)]*\))?(?:(?:[一二三四五]级|初级工|中级工|高级工|高级技师|技师)|职业(?:技能|资格)|技能等级|资格证|证书|工作|岗位(?!赛))"
)
_CAPACITY = {"学生": ("student",), "教师": ("teacher",), "灵活就业人员": ("flexible",)}


def located(
    statement: Statement, start: int, end: int, made: Made, name: str
) -> Iterator[Condition]:
    """The condition with the tracks, groups and capacities the words before it name."""
    for_all = name in _FOR_ALL
    for found in (_whole(statement),) if for_all else _scopes(statement, start, end):
        scope, who = _by_identity(statement, found, start)
        if who and made.capacities and not for_all:
            who = tuple(one for one in who if one in made.capacities)
        yield Condition(
            statement=statement,
            start=start,
            end=end,
            made=made
            if for_all or (name == "tracks_at_most" and made.capacities)
            else made._replace(capacities=who or _capacities(statement, scope, start, made)),
            strength=strength(statement.text, start, end),
            tracks=scope.tracks,
            groups=scope.groups,
            name=name,
        )


def _whole(statement: Statement) -> Scope:
    """The scope of what is said to everybody: of the clause where its heading narrows it.

    A clause is narrowed by any subject in it; then what stands above it is meant.
    """
    notice, place = statement.notice, statement.place
    if _ANY_ENTRY.search(statement.text):
        return statement.scope.model_copy(update={"tracks": (), "groups": ()})
    above = clauses_of(notice).get(getattr(place, "parent", None) or "")
    heading = getattr(place, "heading", "")
    if statement.cell or above is None or above.scope == statement.scope:
        return statement.scope
    own = mentions(fold(heading).text, Entrants(notice.tracks, notice.groups)) if heading else None
    label = _HEADED.match(statement.text)
    return statement.scope if (own and (own.tracks or own.groups)) or label else above.scope


_ANY_ENTRY = lazy_re.compile("(?:任何|所有|全部|任一)(?:的)?(?:赛项|赛道|项目|工种|专项|组别)")
_VERB = 8
_INTO = lazy_re.compile(
    "(?:年级|级)(?:的)?(?:在籍|在校)*(?:学生|选手|生)?(?:可以?|须|应|只能)?(?:报名)?(?:参加|报|按|归入|列入)$"
)
_HEADED = lazy_re.compile(
    r"(?:[(]?[一二三四五六七八九十\d]+[)、.])*[^,。;:]{2,24}(?:组|赛项|赛道|项目)(?:选手)?(?::|的?[^,。;:]{0,4}(?:每|限|不得|只))"
)


def _by_identity(statement: Statement, scope: Scope, start: int) -> tuple[Scope, tuple[str, ...]]:
    """以学生身份 names people, not a group: it holds in tracks without groups too."""
    if scope.groups == statement.scope.groups or not scope.groups:
        return scope, ()
    stems = [group.removesuffix("组") for group in scope.groups]
    if not all(f"{stem}身份" in statement.text[:start] for stem in stems):
        return scope, ()
    who = _members(statement, scope)
    return scope.model_copy(update={"groups": ()}), tuple(sorted(who))


def _members(statement: Statement, scope: Scope) -> set[str]:
    notice = statement.notice
    known = members(notice)
    return {who for group in scope.groups for who in admitted(group, notice.groups, known)}


def _scopes(statement: Statement, start: int, end: int) -> Sequence[Scope]:
    if statement.cell:
        return (statement.scope,)
    notice = statement.notice
    named = mentions(statement.text, Entrants(notice.tracks, notice.groups))
    text_ = statement.text
    subjects = [one for one in named.tracks if not _object(statement.text, one)]
    for one in (*subjects, *named.groups):  # 参加焊工项目的选手应…: the subject stands in the words
        if (
            start <= one.start
            and one.end < end
            and _ENTERS.fullmatch(statement.text[start : one.start])
        ):
            start = one.end
    for one in named.groups:  # 四、五年级学生参加高职组比赛: the group behind the verb is meant
        if start < one.start < end + _VERB and one.names and _INTO.search(text_[: one.start]):
            return (statement.scope.model_copy(update={"groups": one.names}),)
    if left := _but(statement, start, named._replace(tracks=subjects)):
        return (left,)
    return value_scopes(
        statement.text, (start, end), statement.scope, named._replace(tracks=subjects)
    )


def _but(statement: Statement, start: int, named: Mentions) -> Scope | None:
    """除钳工项目外，…: all but the tracks or groups named so, in the sentence before `start`."""
    text, notice = statement.text, statement.notice
    begin = max(text.rfind(sign, 0, start) for sign in "。;") + 1
    except_ = _BUT.search(text, begin, start)
    if except_ is None or _BESIDES.search(except_[0]):
        return None
    inside = [
        m
        for m in (*named.tracks, *named.groups)
        if except_.start() < m.start and m.end <= except_.end()
    ]
    out = {name for mention in inside for name in mention.names}
    tracks = tuple(track.id for track in notice.tracks if track.id not in out)
    groups = tuple(group for group in notice.groups if group not in out)
    update = {}
    if 0 < len(tracks) < len(notice.tracks):
        update["tracks"] = tracks
    if 0 < len(groups) < len(notice.groups):
        update["groups"] = groups
    return statement.scope.model_copy(update=update) if update else None


def _object(text: str, one: Mention) -> bool:
    """Whether a track's name is that of a certificate or of a work: 持有养老护理员五级证书."""
    return bool(_LEADS.search(text[: one.start]) or _CERTIFIED.match(text, one.end))


def _capacities(statement: Statement, scope: Scope, start: int, made: Made) -> tuple[str, ...]:
    """Whom a condition concerns: 以学生身份 before it, else what kind of condition it is.

    A group decides by itself whom its conditions concern; people without an employer who are the
    subject of the phrase (灵活就业人员须具有…) are meant alone.
    """
    if _FREE_SUBJECT.search(statement.text[:start] + "\0"):
        return ("flexible",)
    if scope.groups:
        return () if set(made.capacities) >= _members(statement, scope) else made.capacities
    lead = None
    for match in _AS.finditer(statement.text, 0, start):
        lead = match
    if lead is None:
        return made.capacities
    word = next(filter(None, lead.groups()))
    return _CAPACITY.get(word, ("worker", "teacher", "flexible"))


def strength(text: str, start: int, end: int) -> Strength:
    """原则上 or 一般 in the same phrase weakens a demand."""
    phrase = re.split(r"[。;]", text[:start])[-1]
    near = re.split(r",", phrase)[-1] + text[start:end]
    if "原则上" in near:
        return "in_principle"
    return "generally" if re.search(r"一般(?:应|须|不|要|为|情况)", near) else "must"
