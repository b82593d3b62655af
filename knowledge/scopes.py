"""Which tracks, groups and role each clause, table and attachment speaks of.

A plan attached for one track is that track's; a clause that begins with tracks or groups is theirs;
what stands below inherits. A statement about 其他赛项 keeps its clause general.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from knowledge import lazy_re
from knowledge.catalogue.mentions import Entrants, Mention, Mentions, mentions, resolve
from knowledge.fold import fold, folded
from knowledge.model import Attachment, Clause, Role, Scope, Table, Track
from knowledge.plain import bare, normal
from knowledge.statements import alternatives
from knowledge.trailing import shared_from

if TYPE_CHECKING:
    from collections.abc import Sequence

_LEAD = lazy_re.compile(r"^[、.．:\s]*")
_ROLES: tuple[tuple[Role, re.Pattern[str]], ...] = (
    (
        "organiser",
        lazy_re.compile(
            r"(?:请?各|有关)?(?:赛项|竞赛项目)*(?:牵头)?(?:承办|申报|主办|办赛)(?:单位|院校|方)"
        ),
    ),
    ("organiser", lazy_re.compile(r"申请承办|意向承办")),
    ("judge", lazy_re.compile(r"(?:各赛项)?(?:裁判|评判委员会|评审专家|监审|仲裁)")),
    ("adviser", lazy_re.compile(r"(?:对[^,。]{0,16})?(?:指导教师|指导教练|指导老师)")),
)
_SUBJECT = lazy_re.compile(r"(?:组|身份|赛项|赛道|项目)$")
_JOINING = lazy_re.compile(r"[\s、,和与及()]|赛项|赛道|项目|选手|工种")
_ASKED = lazy_re.compile(
    r"参赛者|参赛|报名|的|分|各|应|须|具备|基本|共同|通用|具体|特殊|其他|专项|条件|要求|资格|对象|范围|规定"
)
"""What the heading of conditions says besides: 职业技能类选手的基本条件."""
_BEHIND = lazy_re.compile(r"\([^()]{1,12}\)$")
"""How one enters, or who does, behind the name of a track: 面点(个人), 快件处理(快递员)."""
_BREAK = lazy_re.compile(r"[。;,\n]")
_FIRST = lazy_re.compile(r"[^。;\n]*")


def attachment_tracks(
    attachments: Sequence[Attachment], tracks: Sequence[Track]
) -> tuple[Attachment, ...]:
    """Attachments with the tracks their titles name."""
    return tuple(
        item.model_copy(update={"tracks": _titled(item.title, tracks)}) for item in attachments
    )


def _titled(title: str, tracks: Sequence[Track]) -> tuple[str, ...]:
    words = normal(bare(title)).lower()
    inside = [track for track in tracks if normal(bare(track.name)).lower() in words]
    longest = [t for t in inside if not any(t.name != o.name and t.name in o.name for o in inside)]
    return tuple(track.id for track in longest)


def scoped_clauses(
    clauses: Sequence[Clause],
    attachments: Sequence[Attachment],
    entrants: Entrants,
) -> tuple[Clause, ...]:
    """Clauses with their scopes filled; a parent stands before its children."""
    plans = {item.name: item.tracks for item in attachments}
    shared = shared_from(clauses)
    scopes: dict[str, Scope] = {}
    done: list[Clause] = []
    for clause in clauses:
        above = scopes.get(clause.parent or "") or clause.scope.model_copy(
            update={"tracks": plans.get(clause.scope.attachment or "", ())}
        )
        own = clause.text[: shared[clause.path] - clause.start] if clause.path in shared else ""
        scopes[clause.path] = _narrowed(clause, above, entrants, own)
        done.append(clause.model_copy(update={"scope": scopes[clause.path]}))
    return tuple(done)


def _narrowed(clause: Clause, above: Scope, entrants: Entrants, own: str) -> Scope:
    """Its scope by its words, or by its `own` where others stand below the end of a list."""
    words = fold(own).text if own else folded(clause).text
    text = _LEAD.sub("", words.removeprefix(normal(bare(clause.mark))))
    track_names, group_names = _opening(text, normal(bare(clause.heading)), entrants)
    if above.tracks:
        track_names = tuple(name for name in track_names if name in above.tracks)
    return Scope(
        attachment=clause.scope.attachment,
        tracks=track_names or above.tracks,
        groups=group_names or above.groups,
        role=_role(text) or above.role,
    )


def _opening(
    text: str, heading: str, entrants: Entrants
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The tracks and groups a clause begins with; empty where it speaks of all of them."""
    named = mentions(text, entrants)
    if any(alternatives(text, track, group) for track in named.tracks for group in named.groups):
        return (), ()
    if headed := _headed(text, heading, named):
        return headed
    starts = _statements(text, heading)
    subjects = [m for m in (*named.tracks, *named.groups) if m.start in starts and m.names]
    if not any(mention.start == starts[0] for mention in subjects):
        return (), ()
    if _heads(text, subjects, starts[0]):
        starts = starts[:1]
    tracks = _names(named.tracks, starts)
    if any(not mention.names for mention in named.tracks) or len(tracks) == len(entrants.tracks):
        tracks = ()
    first = _FIRST.match(text, starts[0])
    if first and not any(mention.start < first.end() for mention in named.tracks):
        tracks = ()  # 职工组奖励6000元。双人赛项按队发放: only the end of it is about a track
    groups = _groups(text, named, starts)
    return tracks, groups if len(groups) < len(entrants.groups) else ()


def _headed(
    text: str, heading: str, named: Mentions
) -> tuple[tuple[str, ...], tuple[str, ...]] | None:
    """The tracks and groups of a heading that is made of their names: `（四）网约配送员。在…`."""
    if not heading or not text.startswith(heading):
        return None
    tracks = [m for m in named.tracks if m.end <= len(heading)]
    groups = [m for m in named.groups if m.end <= len(heading)]
    rest = list(heading)
    aside = _BEHIND.search(heading)
    if aside is not None and any(mention.end == aside.start() for mention in tracks):
        rest[aside.start() :] = " " * len(aside[0])
    for mention in (*tracks, *groups):
        rest[mention.start : mention.end] = " " * (mention.end - mention.start)
    left = _JOINING.sub("", "".join(rest))
    if not tracks or _ASKED.sub("", left) or not all(m.names for m in tracks):
        return None
    own = {name for one in tracks for name in one.names}
    if any(not set(one.names) <= own for one in named.tracks if _begins(text, one)):
        return None  # 甲：限报4人；乙：限报2人: each part speaks of its own
    return _all_names(tracks), _all_names(groups)


def _begins(text: str, one: Mention) -> bool:
    """Whether a mention is what a sentence is about: a dish may be called as another track is."""
    return bool(
        one.start == 0 or text[one.start - 1] in "。;:\n" or text[one.end : one.end + 1] == ":"
    )


def _groups(text: str, named: Mentions, starts: Sequence[int]) -> tuple[str, ...]:
    """The groups statements begin with, alone or behind a track, if the first one does."""
    behind = [mention.end for mention in named.tracks if mention.start in starts]
    first = {starts[0], *(m.end for m in named.tracks if m.start == starts[0])}
    if not any(mention.start in first and mention.names for mention in named.groups):
        return ()
    listed = [mention.start for mention in named.groups if text[mention.start - 1] == "、"]
    return _names(named.groups, [*starts, *behind, *listed])


def _statements(text: str, heading: str) -> list[int]:
    """Where statements begin; a heading that names something general is none."""
    starts = [0, *(match.end() for match in _BREAK.finditer(text) if match.end() < len(text))]
    if not heading or not text.startswith(heading) or _SUBJECT.search(heading):
        return starts
    body = len(text) - len(text[len(heading) :].lstrip("。:;\n"))
    return [body, *(start for start in starts if start > body)]


def _heads(text: str, subjects: Sequence[Mention], start: int) -> bool:
    """`学生组：…` is about the group to its end, unless other subjects head lines below it."""
    heads = {m.start for m in subjects if text[m.end : m.end + 1] in {":", "。", "\n"}}
    return heads == {start}


def _names(found: Sequence[Mention], starts: Sequence[int]) -> tuple[str, ...]:
    names = (name for mention in found if mention.start in starts for name in mention.names)
    return tuple(dict.fromkeys(names))


def _all_names(found: Sequence[Mention]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for mention in found for name in mention.names))


def _role(text: str) -> Role | None:
    return next((role for role, pattern in _ROLES if pattern.match(text)), None)


def scoped_tables(
    tables: Sequence[Table], clauses: Sequence[Clause], tracks: Sequence[Track]
) -> tuple[Table, ...]:
    """Tables with the scope of the clause they stand in and of the track their title names."""
    by_path = {clause.path: clause.scope for clause in clauses}
    by_place = {clause.scope.attachment: clause.scope for clause in reversed(clauses)}
    done: list[Table] = []
    for table in tables:
        above = by_path.get(table.path.rpartition(" ")[0]) or by_place.get(table.scope.attachment)
        scope = (above or table.scope).model_copy(update={"attachment": table.scope.attachment})
        track = resolve(table.title, tracks)
        if track and not scope.tracks:
            scope = scope.model_copy(update={"tracks": (track.id,)})
        done.append(table.model_copy(update={"scope": scope}))
    return tuple(done)
