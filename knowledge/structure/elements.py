"""The formal elements of a notice (公文格式 GB/T 9704-2012), each with its place.

Titles and numbers as fields of the notice come from the catalogue; here is where every element
stands: letterhead, number, title, addressee, body, list of attachments, signature, date, remark,
attachments, copies and imprint. A notice that is not laid out so simply lacks some of them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from knowledge import lazy_re
from knowledge.model import Attachment, Clause, Element, ElementKind
from knowledge.plain import bare, normal
from knowledge.structure.closing import is_date, is_remark, is_signature
from knowledge.structure.lines import Line, split
from knowledge.structure.printed import kinds_of

_NUMBER = lazy_re.compile(
    r"[（(]?[\u4e00-\u9fff]{2,16}[〔\[(【](?:19|20)\d\d[〕\])】]第?\d{1,4}号[）)]?"
)
_ADDRESSED = lazy_re.compile(r"各|有关|单位|部门|公司|政府|[局厅委校院会]|同学|老师|选手|职工|员工")
_NO_ADDRESS = lazy_re.compile(r"[。；;]|如下[:：]$|通知[:：]$|时间|地点")
_REMARK = lazy_re.compile(r"[（(][^（）()]+[）)]$")
_HEAD_PAPER = lazy_re.compile(r"文件$")
_TITLE_LINES = 6
_WRAPS = 6
"""Lines a title or the list of addressees may run over."""


def elements(
    text: str, title: str, clauses: Sequence[Clause], attachments: Sequence[Attachment]
) -> tuple[Element, ...]:
    """The elements of the notice called `title`, in the order they stand in."""
    body = [clause for clause in clauses if clause.scope.attachment is None]
    found = list(_head(text, title, body[0])) if body and body[0].path == "开头" else []
    begin = max((each.end for each in found), default=0)
    found += _whole(text, begin, [c for c in body if not _closes(c)])
    found += [_element("attachment_list", text, c) for c in body if c.path == "附件说明"]
    for clause in clauses:
        if clause.path.startswith("落款"):
            found += _closing(clause)
    for item in attachments:
        if item.start is not None and item.end is not None and item.start < item.end:
            place = Line(item.start, item.end, "", "")
            found.append(_element("attachment", text, place))
    return tuple(sorted(found, key=lambda each: (each.start, each.end)))


def _element(kind: ElementKind, text: str, place: Clause | Line) -> Element:
    return Element(kind=kind, text=text[place.start : place.end], start=place.start, end=place.end)


def _closes(clause: Clause) -> bool:
    return clause.path == "附件说明" or clause.path.startswith("落款")


def _lines(clause: Clause) -> list[Line]:
    """The lines of a clause that are not blank, with their places in the notice."""
    return [
        line._replace(start=line.start + clause.start, end=line.end + clause.start)
        for line in split(clause.text)
        if line.text
    ]


def _head(text: str, title: str, opening: Clause) -> Iterator[Element]:
    """Letterhead, number, title and addressee."""
    lines = _lines(opening)
    first, last = _titled(lines, bare(title))
    for index, line in enumerate(lines[: _TITLE_LINES + last]):
        if _NUMBER.fullmatch(bare(normal(line.text))):
            yield _element("doc_number", text, line)
        elif index < first and (is_signature(line.text) or _HEAD_PAPER.search(line.text)):
            yield _element("letterhead", text, line)
    if first < last:
        yield _element("title", text, lines[first]._replace(end=lines[last - 1].end))
    behind = [line for line in lines[last:] if not _NUMBER.fullmatch(bare(normal(line.text)))]
    addressed = _addressed(behind)
    if addressed:
        yield _element("addressee", text, addressed)


def _titled(lines: Sequence[Line], title: str) -> tuple[int, int]:
    """The lines the title stands in, `first` to before `last`; an empty span if it is in none."""
    for first in range(len(lines)):
        for last in range(first + 1, min(len(lines), first + _TITLE_LINES) + 1):
            words = bare("".join(line.text for line in lines[first:last]))
            if title and words.endswith(title):
                return first, last
            if title and title.find(words) < 0:
                break
    return 0, 0


def _addressed(lines: Sequence[Line]) -> Line | None:
    """The lines from the first one to a colon, if they name whom the notice is for."""
    for count in range(1, min(len(lines), _WRAPS) + 1):
        words = "".join(line.text for line in lines[:count])
        if _NO_ADDRESS.search(words):
            return None
        if words.endswith(("：", ":")):
            found = lines[0]._replace(end=lines[count - 1].end)
            return found if _ADDRESSED.search(words) else None
    return None


def _whole(text: str, begin: int, clauses: Sequence[Clause]) -> Iterator[Element]:
    """The body as one: from behind the addressee to the last clause before the closing."""
    end = max((clause.end for clause in clauses), default=begin)
    raw = text[begin:end]
    if raw.strip():
        start = begin + len(raw) - len(raw.lstrip())
        yield Element(kind="body", text=raw.strip(), start=start, end=start + len(raw.strip()))


def _closing(clause: Clause) -> Iterator[Element]:
    """Signature, date, remarks, copies and imprint; lines of one kind in a row are one element."""
    current: Element | None = None
    lines = _lines(clause)
    for line, kind in zip(lines, _kinds([line.text for line in lines]), strict=True):
        if current is not None and current.kind == kind:
            end = line.end
            words = clause.text[current.start - clause.start : end - clause.start]
            current = current.model_copy(update={"end": end, "text": words})
            continue
        if current is not None:
            yield current
        current = Element(kind=kind, text=line.text, start=line.start, end=line.end)
    if current is not None:
        yield current


def _kinds(texts: Sequence[str]) -> list[ElementKind]:
    """What each line of a closing is."""
    found: list[ElementKind] = []
    while len(found) < len(texts):
        rest = texts[len(found) :]
        own = kinds_of(rest)
        found += own or [_kind(rest[0])]
    return found


def _kind(words: str) -> ElementKind:
    if is_date(words):
        return "date"
    return "remark" if _REMARK.match(words) or is_remark(words) else "signature"
