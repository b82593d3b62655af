"""Which tracks, groups and role each clause, table and attachment speaks of.

A plan attached for one track is that track's; a clause that begins with tracks or groups is theirs;
what stands below inherits. A statement about 其他赛项 keeps its clause general.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from knowledge.catalogue.mentions import Mention, group_mentions, resolve, track_mentions
from knowledge.fold import folded
from knowledge.model import Attachment, Clause, Role, Scope, Table, Track
from knowledge.plain import bare, normal

_LEAD = re.compile(r"^[、.．:\s]*")
_ROLES: tuple[tuple[Role, re.Pattern[str]], ...] = (
    (
        "organiser",
        re.compile(
            r"(?:请?各|有关)?(?:赛项|竞赛项目)*(?:牵头)?(?:承办|申报|主办|办赛)(?:单位|院校|方)"
        ),
    ),
    ("organiser", re.compile(r"申请承办|意向承办")),
    ("judge", re.compile(r"(?:各赛项)?(?:裁判|评判委员会|评审专家|监审|仲裁)")),
    ("adviser", re.compile(r"(?:对[^,。]{0,16})?(?:指导教师|指导教练|指导老师)")),
)
_SUBJECT = re.compile(r"(?:组|身份|赛项|赛道|项目)$")
_BREAK = re.compile(r"[。;,\n]")
_JOIN = re.compile(r"[、和与及]|以及")


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
    tracks: Sequence[Track],
    groups: Sequence[str],
) -> tuple[Clause, ...]:
    """Clauses with their scopes filled; a parent stands before its children."""
    plans = {item.name: item.tracks for item in attachments}
    scopes: dict[str, Scope] = {}
    done: list[Clause] = []
    for clause in clauses:
        above = scopes.get(clause.parent or "") or clause.scope.model_copy(
            update={"tracks": plans.get(clause.scope.attachment or "", ())}
        )
        scopes[clause.path] = _narrowed(clause, above, tracks, groups)
        done.append(clause.model_copy(update={"scope": scopes[clause.path]}))
    return tuple(done)


def _narrowed(
    clause: Clause, above: Scope, tracks: Sequence[Track], groups: Sequence[str]
) -> Scope:
    text = _LEAD.sub("", folded(clause).text.removeprefix(normal(bare(clause.mark))))
    track_names, group_names = _opening(text, clause.heading, tracks, groups)
    if above.tracks:
        track_names = tuple(name for name in track_names if name in above.tracks)
    return Scope(
        attachment=clause.scope.attachment,
        tracks=track_names or above.tracks,
        groups=group_names or above.groups,
        role=_role(text) or above.role,
    )


def _opening(
    text: str, heading: str, tracks: Sequence[Track], groups: Sequence[str]
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The tracks and groups a clause begins with; empty where it speaks of all of them."""
    named, grouped = track_mentions(text, tracks), group_mentions(text, groups)
    if any(_alternative(text, track, group) for track in named for group in grouped):
        return (), ()
    starts = _statements(text, normal(bare(heading)))
    subjects = [mention for mention in (*named, *grouped) if mention.start in starts]
    if not any(mention.start == starts[0] and mention.names for mention in subjects):
        return (), ()
    if _heads(text, subjects, starts[0]):
        starts = starts[:1]
    track_names = _names(named, starts)
    behind = [mention.end for mention in named if mention.start in starts]
    first = {starts[0], *(mention.end for mention in named if mention.start == starts[0])}
    led = any(mention.start in first and mention.names for mention in grouped)
    listed = [mention.start for mention in grouped if text[mention.start - 1] == "、"]
    group_names = _names(grouped, [*starts, *behind, *listed]) if led else ()
    if any(not mention.names for mention in named) or len(track_names) == len(tracks):
        track_names = ()
    return track_names, group_names if len(group_names) < len(groups) else ()


def _statements(text: str, heading: str) -> list[int]:
    """Where statements begin; a heading that names something general is none."""
    starts = [0, *(match.end() for match in _BREAK.finditer(text) if match.end() < len(text))]
    if not heading or not text.startswith(heading) or _SUBJECT.search(heading):
        return starts
    body = len(heading) + len(text[len(heading) :]) - len(text[len(heading) :].lstrip("。:;\n"))
    return [body, *(start for start in starts if start > body)]


def _heads(text: str, subjects: Sequence[Mention], start: int) -> bool:
    """`学生组：…` is about the group to its end, whatever its sentences begin with."""
    return any(m.start == start and text[m.end : m.end + 1] in {":", "。", "\n"} for m in subjects)


def _names(mentions: Sequence[Mention], starts: Sequence[int]) -> tuple[str, ...]:
    found = (name for mention in mentions if mention.start in starts for name in mention.names)
    return tuple(dict.fromkeys(found))


def _alternative(text: str, track: Mention, group: Mention) -> bool:
    """`社区居家组和评估师赛项`: either of the two is meant."""
    first, second = sorted((track, group), key=lambda mention: mention.start)
    return bool(_JOIN.fullmatch(text[first.end : second.start])) and bool(track.names)


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


def value_scopes(
    text: str,
    start: int,
    end: int,
    scope: Scope,
    named: Sequence[Mention],
    grouped: Sequence[Mention],
) -> tuple[Scope, ...]:
    """Scopes of the value at `start:end` of a folded text: one, or one for each alternative."""
    begin = max(text.rfind(sign, 0, start) for sign in "。;\n") + 1
    track = _nearest(named, begin, start)
    group = next((g for g in grouped if g.start == end), None) or _nearest(grouped, begin, start)
    if track is None and text[end : end + 1] == ":":
        track = next((mention for mention in named if mention.start == end + 1), None)
    if track and group and _begins_anew(text, track, group, scope):
        group = None
    tracks = _within(track, scope.tracks)
    groups = _within(group, scope.groups)
    both = track is not None and group is not None and tracks != scope.tracks
    if both and track and group and _alternative(text, track, group):
        return (
            scope.model_copy(update={"tracks": tracks}),
            scope.model_copy(update={"groups": groups}),
        )
    return (scope.model_copy(update={"tracks": tracks, "groups": groups}),)


def _begins_anew(text: str, track: Mention, group: Mention, scope: Scope) -> bool:
    """Whether a track is named after a group: then the group belonged to the track before."""
    new = bool(track.names) and not set(track.names) <= set(scope.tracks)
    return new and group.end <= track.start and not _alternative(text, track, group)


def _nearest(mentions: Sequence[Mention], begin: int, place: int) -> Mention | None:
    before = [mention for mention in mentions if begin <= mention.start and mention.end <= place]
    return before[-1] if before else None


def _within(mention: Mention | None, names: tuple[str, ...]) -> tuple[str, ...]:
    """The names mentioned, but never outside what the clause is about."""
    if mention is None or not mention.names:
        return names
    inside = tuple(name for name in mention.names if not names or name in names)
    return inside or names
