"""Names and contacts that one part of a notice gives otherwise than another."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from knowledge import lazy_re
from knowledge.lint.alike import alike
from knowledge.lint.fault import Fault, Material
from knowledge.lint.lists import lists
from knowledge.model import Notice, Scope, Table, Value
from knowledge.plain import bare, comparable

_TRACK_COLUMN = lazy_re.compile(
    r"^(?:赛项|赛道|竞赛项目|赛项名称|项目名称|竞赛赛项|申报项目|工种|竞赛职业)"
)
_PLAN = lazy_re.compile(
    r"(?:赛项|赛道)?(?:实施方案|技术文件|竞赛规程|技术方案|竞赛方案|规程|方案)$"
)
_MIN_TRACKS = 2
_NEAR = 60
_MAILBOX = lazy_re.compile(
    r"(?P<purpose>报名|提交|投稿|咨询|报送)[\u4e00-\u9fff]{0,4}(?:邮箱|邮件|信箱)"
)
_WORDS = lazy_re.compile(r"[^\s:：、，。；,;()（）]+")
_PLACE = lazy_re.compile(r"[\u4e00-\u9fff]{2,4}?[省市区县州]")
_MIN_ORGAN = 9
_OWN_PHONE = lazy_re.compile(
    r"(?:联系|办公|移动|固定|咨询|报名)?(?:电话|手机)?(?:号码?)?|[^a-z]{0,4}联系(?:人|方式).*"
)
"""How the phone of the person named before it is labelled; 赛务组电话 is another's."""


def names(material: Material) -> Iterator[Fault]:
    """Tracks, organisers and contacts under nearly the same name, or with other numbers."""
    yield from _tracks(material)
    yield from _organisers(material)
    yield from _phones(material)
    yield from _emails(material)


def _tracks(material: Material) -> Iterator[Fault]:
    """A track that an attachment or a table calls nearly, but not quite, as the body does."""
    notice = material.notice
    known = {comparable(track.name): track.name for track in notice.tracks}
    if len(known) < _MIN_TRACKS:
        return
    for name, path, span in (*_used(notice), *_enumerated(material)):
        plain = comparable(name)
        close = [track for key, track in known.items() if alike(plain, key)]
        if plain not in known and len(close) == 1:
            yield Fault("track_name", path, span, {"name": bare(name), "track": close[0]})


def _used(notice: Notice) -> Iterator[tuple[str, str, tuple[int, int] | None]]:
    """Names of tracks as attachments and tables give them."""
    for attachment in notice.attachments:
        core = _PLAN.sub("", bare(attachment.title))
        if core != bare(attachment.title):
            yield core, attachment.name, _find(notice.text, attachment.title)
    for table in notice.tables:
        for at in _columns(table):
            for row in table.rows:
                own = at >= len(row.inherited) or row.inherited[at] is None
                if at < len(row.cells) and own and row.start < row.end:
                    yield row.cells[at], row.path, (row.start, row.end)


def _enumerated(material: Material) -> Iterator[tuple[str, str, tuple[int, int] | None]]:
    """Names of tracks as the body lists them: 共设3个赛项：…"""
    for piece in material.clauses:
        for found in lists(piece):
            for item in found.items if found.of_tracks else ():
                yield item.name, piece.path, piece.fold.span(item.start, item.end)


def _columns(table: Table) -> list[int]:
    return (
        []
        if table.form
        else [at for at, n in enumerate(table.header) if _TRACK_COLUMN.match(bare(n))]
    )


def _find(text: str, words: str) -> tuple[int, int] | None:
    found = re.search(r"\s*".join(map(re.escape, bare(words))), text) if words else None
    return found.span() if found else None


def _organisers(material: Material) -> Iterator[Fault]:
    """Who issues and who signs; who holds the contest by the body and by an attachment."""
    notice = material.notice
    issuers = {comparable(name): name for name in notice.issuers}
    for line in material.lines:
        for part in _WORDS.finditer(line.text):
            plain = comparable(part[0])
            close = [name for key, name in issuers.items() if _same_organ(plain, key)]
            if plain in issuers or not close:
                continue
            start = line.start + part.start()
            yield Fault(
                "issuer_name",
                _path(notice, start),
                (start, start + len(part[0])),
                {"name": bare(part[0]), "issuer": close[0]},
            )
    yield from _roles(material)


def _same_organ(one: str, other: str) -> bool:
    """Nearly the same long name of one and the same place; 教育局 and 体育局 are two."""
    places = [match[0] if (match := _PLACE.match(name)) else "" for name in (one, other)]
    return min(len(one), len(other)) >= _MIN_ORGAN and places[0] == places[1] and alike(one, other)


def _path(notice: Notice, place: int) -> str:
    inside = [clause.path for clause in notice.clauses if clause.start <= place < clause.end]
    return inside[-1] if inside else "开头"


def _roles(material: Material) -> Iterator[Fault]:
    """主办单位 of the body against 主办单位 of an attachment."""
    told: dict[str, list[tuple[str, str, Value]]] = defaultdict(list)
    for value in material.notice.values:
        if value.kind == "organisation" and value.label:
            role = value.label[:2]
            told[role].append((_part(value.path), comparable(value.value), value))
    for role, found in told.items():
        for part, plain, value in found:
            others = {p: v for other, p, v in found if other != part}
            close = [v for p, v in others.items() if alike(plain, p)]
            if part and plain not in others and close:
                values = {
                    "role": role,
                    "name": value.raw,
                    "other": close[0].raw,
                    "where": close[0].path,
                }
                yield Fault("organiser_name", value.path, (value.start, value.end), values)


def _part(path: str) -> str:
    return path.partition(" ")[0] if path.startswith("附") else ""


def _phones(material: Material) -> Iterator[Fault]:
    """The same person with other numbers elsewhere in the notice."""
    told: dict[str, dict[str, list[Value]]] = defaultdict(lambda: defaultdict(list))
    for person, phone in _pairs(material.notice):
        told[bare(person.value)][person.path].append(phone)
    for name, places in told.items():
        first, *rest = places.items()
        known = {phone.value for phone in first[1]}
        for path, phones in rest:
            if not known & {phone.value for phone in phones} and _may_be_same(
                first[1][0].scope, phones[0].scope
            ):
                values = {"name": name, "where": first[0]}
                yield Fault("phone_differs", path, (phones[0].start, phones[-1].end), values)


def _pairs(notice: Notice) -> Iterator[tuple[Value, Value]]:
    """Each phone with the person named right before it, in the same clause or row."""
    person: Value | None = None
    for value in notice.values:
        if value.kind == "person":
            person = value
        elif value.kind == "phone" and person and person.path == value.path:
            near = 0 <= value.start - person.end <= _NEAR
            around = notice.text[value.start - 1] + notice.text[value.end : value.end + 1]
            # part of a longer run of digits is no number but a misprint, told elsewhere
            if near and _OWN_PHONE.fullmatch(value.label) and not re.search(r"\d", around):
                yield person, value


def _may_be_same(one: Scope, other: Scope) -> bool:
    tracks = not one.tracks or not other.tracks or bool(set(one.tracks) & set(other.tracks))
    return tracks and (
        not one.groups or not other.groups or bool(set(one.groups) & set(other.groups))
    )


def _emails(material: Material) -> Iterator[Fault]:
    """One purpose, one track, two addresses: in the body this, in the attachment that."""
    emails = [(v, _MAILBOX.search(v.label)) for v in material.notice.values if v.kind == "email"]
    found = [(value, told["purpose"]) for value, told in emails if told]
    for at, (value, purpose) in enumerate(found):
        for before, other in found[:at]:
            same = purpose == other and _part(value.path) != _part(before.path)
            tracks = not before.scope.tracks or value.scope.tracks == before.scope.tracks
            if (
                same
                and tracks
                and value.value != before.value
                and _may_be_same(value.scope, before.scope)
            ):
                values = {"label": f"{purpose}邮箱", "where": before.path}
                yield Fault("email_differs", value.path, (value.start, value.end), values)
                break
