"""The list of attachments against the attachments that are there."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from knowledge import lazy_re
from knowledge.lint.alike import alike
from knowledge.lint.fault import Fault, Material
from knowledge.model import Attachment
from knowledge.numerals import arabic
from knowledge.plain import bare, comparable, normal
from knowledge.structure.attachments import title_of
from knowledge.structure.closing import is_issuer, is_signature
from knowledge.structure.marks import CHINESE
from knowledge.structure.sections import Section

_REFERENCE = lazy_re.compile(
    r"(?P<what>[\u4e00-\u9fffA-Za-z]*)[》”]?(?:\((?:详?见|即)?|,?详?见|,)?"
    rf"附件 ?(?P<n>\d{{1,2}}|{CHINESE})(?![\d.．、:号]|附件)"
)
_ELSEWHERE = lazy_re.compile(
    r"另行|发布|发放|公布|印发|另发|另附|另寄|另见|另给|[（(]略|下载|单独|另文|网上填报"
)
_ALL_ELSEWHERE = lazy_re.compile(r"附件.{0,6}(?:另|下载|略)")
_END = lazy_re.compile(r"[。；;]")
_TITLE_LENGTH = 20
_IS_TITLE = lazy_re.compile(
    r"(?:表|单|书|标准|方案|规程|细则|办法|文件|须知|指南|大纲|安排|函|说明|名额|题)$"
)
_TITLE_END = lazy_re.compile(r"(?:一览)?[表单书]$")
_MIN_LINES = 2
_MIN_NOUN = 3
_TAIL = lazy_re.compile(r"(?:[详参请另]*见|即|如)$")
_LEAD = lazy_re.compile(r"^.*[的和与及将按为写填]|^(?:具体|详细)")


def attached(material: Material) -> Iterator[Fault]:
    """Listed and absent, present and unlisted, left out of or twice in the list, titled apart."""
    yield from _list(material)
    for attachment in material.notice.attachments:
        if attachment.listed and not attachment.present:
            if not _is_elsewhere(material, attachment):
                yield _listed("attachment_absent", material, attachment)
        elif attachment.present and not attachment.listed:
            if not _is_told(material, attachment):
                yield _standing("attachment_unlisted", material, attachment)
        elif attachment.present:
            yield from _title(material, attachment)
    yield from _references(material)


def _is_elsewhere(material: Material, attachment: Attachment) -> bool:
    """Whether the notice says that the attachment comes by another way, or prints it right here."""
    listing = material.sections[0].listing
    if _ELSEWHERE.search(attachment.title) or _END.search(attachment.title) or not listing:
        return True
    behind = [
        line for line in material.lines[listing.last + 1 : material.sections[0].last] if line.text
    ]
    if any(
        _ALL_ELSEWHERE.search(line.text) for line in (material.lines[listing.last], *behind[:2])
    ):
        return True
    numbered = attachment.name != "附件"
    issuers = frozenset(comparable(name) for name in material.notice.issuers)
    words = [
        line for line in behind if not (is_signature(line.text) or is_issuer(line.text, issuers))
    ]
    return not numbered and sum(line.ended or "\t" in line.raw for line in words) >= _MIN_LINES


def _is_told(material: Material, attachment: Attachment) -> bool:
    """Whether a body without a list names the attachment in a clause, or there is no body."""
    body = material.sections[0]
    if body.listing or attachment.start is None:
        return False
    text = bare(material.notice.text[: body.end])
    named = re.search(rf"{re.escape(attachment.name)}(?!\d)", normal(text))
    return not text or named is not None


def _list(material: Material) -> Iterator[Fault]:
    """Numbers that the list leaves out or has twice."""
    listing = material.sections[0].listing
    numbers = [item.number for item in listing.items if item.number] if listing else []
    if not listing or not numbers:
        return
    span = (material.lines[listing.first].start, material.lines[listing.last].end)
    known = {attachment.name for attachment in material.notice.attachments}
    for number, count in Counter(numbers).items():
        if count > 1:
            yield Fault("attachment_doubled", f"附件{number}", span, {"name": f"附件{number}"})
    counted = [number for number in numbers if isinstance(number, int)]
    for number in range(1, max(counted, default=0)):
        if f"附件{number}" not in known:
            yield Fault("attachment_skipped", f"附件{number}", span, {"name": f"附件{number}"})


def _listed(rule: str, material: Material, attachment: Attachment) -> Fault:
    """At its place in the list."""
    listing = material.sections[0].listing
    values = {"name": attachment.name, "title": attachment.title}
    if not listing:
        return Fault(rule, attachment.name, None, values)
    start, end = material.lines[listing.first].start, material.lines[listing.last].end
    pattern = r"\s*".join(map(re.escape, bare(attachment.title)))
    found = re.search(pattern, material.notice.text[start:end]) if attachment.title else None
    span = (start + found.start(), start + found.end()) if found else (start, end)
    return Fault(rule, attachment.name, span, values)


def _standing(rule: str, material: Material, attachment: Attachment, **values: object) -> Fault:
    """At the line it opens with."""
    start = attachment.start or 0
    stop = material.notice.text.find("\n", start)
    values |= {"name": attachment.name, "title": attachment.title or "（无标题）"}
    span = (start, stop if stop > start else len(material.notice.text))
    return Fault(rule, attachment.name, span, values)


def _title(material: Material, attachment: Attachment) -> Iterator[Fault]:
    """A title in the list that is not quite, or not at all, the one the attachment has."""
    section = next((s for s in material.sections if s.name == attachment.name), None)
    standing = _own_title(material, section) if section else ""
    one, other = comparable(attachment.title), comparable(standing)
    once = _times_listed(material, attachment) == 1
    if standing and (alike(one, other) or (once and _is_another(one, other))):
        yield _standing("attachment_title", material, attachment, standing=standing)


def _times_listed(material: Material, attachment: Attachment) -> int:
    listing = material.sections[0].listing
    items = listing.items if listing else ()
    return sum(attachment.name in {"附件", f"附件{item.number}"} for item in items)


def _is_another(listed: str, standing: str) -> bool:
    """Nothing in common, not even two characters that stand together: 名额分配表, 评分标准."""
    if not listed or len(standing) > _TITLE_LENGTH or not _IS_TITLE.search(standing):
        return False
    words = (_TITLE_END.sub("", title) for title in (listed, standing))
    pairs, others = (set(pairwise(title)) for title in words)
    return bool(pairs and others) and not pairs & others


def _own_title(material: Material, section: Section) -> str:
    opening = material.lines[section.first - 1]
    words = opening.text[section.start - opening.start :]
    return title_of(material.lines[section.first : section.last], words)


def _references(material: Material) -> Iterator[Fault]:
    """`附件9` where there is none, or `操作指南（附件3）` where the guide is 附件4."""
    titles = {a.name: comparable(a.title) for a in material.notice.attachments}
    if not titles:
        return
    for piece in material.clauses:
        for match in _REFERENCE.finditer(piece.text):
            name = f"附件{arabic(normal(match['n']))}"
            what = comparable(_LEAD.sub("", _TAIL.sub("", match["what"])))
            others = [
                other
                for other, title in titles.items()
                if len(what) >= _MIN_NOUN and what in title and other != name
            ]
            own = titles.get(name)
            values = {
                "name": name,
                "what": _TAIL.sub("", match["what"]),
                "other": "、".join(others),
            }
            alone = "附件" in titles and name == "附件1"
            printed = any(_opens(line.text, match["n"]) for line in material.lines)
            if (
                own is None
                and not (alone or printed)
                and not _is_foreign(piece.text, match.start("n"))
            ):
                yield piece.fault("attachment_unknown", *match.span(), values)
            elif own is not None and len(others) == 1 and what not in own:
                yield piece.fault("attachment_misnumbered", *match.span(), values)


def _opens(line: str, number: str) -> bool:
    """Whether a line lists or opens the attachment of that number, wherever it stands."""
    return bool(re.match(rf"附件\s*{number}(?!\d)", normal(line)))


def _is_foreign(text: str, place: int) -> bool:
    """Whether the attachment is of another document: `《……通知》附件3`."""
    return "》" in text[max(0, place - 6) : place] or "号" in text[max(0, place - 6) : place]
