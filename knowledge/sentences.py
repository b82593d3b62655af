"""Clauses into sentences: hard wraps joined, contact lines kept together as a card.

A notice is laid out for paper: a page break or a narrow column cuts a sentence anywhere, even
inside a word, while a list of units or persons has one entry a line and no punctuation at all.
Whether a line continues the one before it is therefore read from the writing, not from the width.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal

from knowledge import lazy_re
from knowledge.model import Clause, Frozen
from knowledge.plain import bare, squeeze

_LINE = lazy_re.compile(r"[^\n]+")
_LABEL = lazy_re.compile(
    r"\s*[\u4e00-\u9fffA-Za-z](?:[\u4e00-\u9fffA-Za-z（）() \u3000]{0,13})[：:]"
)
_BULLET = lazy_re.compile(
    r"\s*(?:[-•●·*]\s|[一二三四五六七八九十]+、|[（(][一二三四五六七八九十\d]+[)）]|\d+[.．、])"
)
_ENDED = lazy_re.compile(r"[。；;：:！!？?]\s*$")
_PROSE = lazy_re.compile(r"[，。；,]")
_CONTACT = lazy_re.compile(
    r"^(?:[\u4e00-\u9fff]{0,8}?)(联系人|联系电话|电话|手机|传真|地址|邮箱|邮编|微信|qq群?|[\u4e00-\u9fff]{0,4}qq群|网址)"
    r"(?:及电话)?[：:]",
    re.IGNORECASE,
)
_NAME_AND_POST = lazy_re.compile(r"^\s*(?:[-•●]\s*)?(?:\S{1,6}[：:]\s*)?\S{1,4}(?:[ \u3000]{1,}\S)")
_REACHED = lazy_re.compile(
    r"(?<!\d)(?:1\d{2}-?\d{4}-?\d{4}|0\d{2,3}[-—]?\d{3,4}-?\d{4}|\d{7,8})$|@[\w-]+(?:\.[\w-]+)+$"
)
"""A line that ends with a telephone or an e-mail has told whom to call."""
_OWN = lazy_re.compile(r"^[^：:，。；,]{2,24}[：:]\S")
_SENTENCE_END = "。；;！!？?"
_OPEN, _CLOSE = "（(“《〔[", "）)”》〕]"
_LONG_LIST = 15
_SHORT_TAIL = 14

SentenceKind = Literal["sentence", "card", "field"]


class Sentence(Frozen):
    """A sentence of a clause; `text` is readable, `start` and `end` count in the notice's text."""

    start: int
    end: int
    text: str
    kind: SentenceKind = "sentence"
    label: str = ""
    """For a field or card the words before its colon."""


class _Span:
    """A growing stretch of the notice's text."""

    def __init__(self, source: str, start: int, end: int) -> None:
        self.source, self.start, self.end = source, start, end

    @property
    def raw(self) -> str:
        return self.source[self.start : self.end]


def sentences(source: str, clause: Clause) -> tuple[Sentence, ...]:
    """Split `clause`, a part of `source`, into sentences, fields and contact cards."""
    start = clause.start + _after_mark(source[clause.start : clause.end], clause.mark)
    found: list[Sentence] = []
    for span in _paragraphs(source, start, clause.end):
        found.extend(_split(span))
    return tuple(_cards(source, list(_fields(found))))


def _after_mark(raw: str, mark: str) -> int:
    """Where the words after the mark begin; a mark may be printed with blanks inside."""
    if not mark:
        return 0
    pattern = r"\s*".join(map(re.escape, bare(mark)))
    match = re.match(rf"\s*{pattern}\s*[、.．]?\s*", raw)
    return match.end() if match else 0


def _paragraphs(source: str, start: int, end: int) -> Iterator[_Span]:
    """Join the lines between `start` and `end` that one sentence runs over."""
    current: _Span | None = None
    for match in _LINE.finditer(source, start, end):
        if not match.group().strip():
            continue
        begin = match.start() + len(match.group()) - len(match.group().lstrip())
        stop = match.start() + len(match.group().rstrip())
        if current is not None and _continues(current.raw, source[begin:stop]):
            current.end = stop
            continue
        if current is not None:
            yield current
        current = _Span(source, begin, stop)
    if current is not None:
        yield current


def _continues(before: str, line: str) -> bool:
    """Whether `line` goes on with the sentence that `before` left open."""
    if _LABEL.match(line) or _BULLET.match(line):
        return False
    if sum(before.count(c) for c in _OPEN) > sum(before.count(c) for c in _CLOSE):
        return True
    if _ENDED.search(before) or (_REACHED.search(before.rstrip()) and line[:1].isalpha()):
        return False
    if before.rstrip().endswith(("，", "、", ",")) or _PROSE.search(before):
        return True
    if "、" in before and len(bare(before)) >= _LONG_LIST:
        return not _NAME_AND_POST.match(line)
    # a post cut in two: 职业能力建 / 设处处长
    is_post = bool(_NAME_AND_POST.match(before)) and re.search(r"\S[ \u3000]+\S", before)
    return bool(is_post) and not re.search(r"[ \u3000]", line) and len(line) <= _SHORT_TAIL


def _split(span: _Span) -> Iterator[Sentence]:
    """One paragraph into sentences; a label with its words is one field."""
    raw, begin, depth = span.raw, 0, 0
    label = _LABEL.match(raw)
    for index, char in enumerate(raw):
        depth += (char in _OPEN) - (char in _CLOSE)
        if char in _SENTENCE_END and depth <= 0:
            yield from _sentence(span, begin, index + 1, label)
            begin, label = index + 1, None
    yield from _sentence(span, begin, len(raw), label)


def _sentence(
    span: _Span, begin: int, stop: int, label: re.Match[str] | None
) -> Iterator[Sentence]:
    raw = span.raw[begin:stop]
    if not raw.strip():
        return
    start = span.start + begin + len(raw) - len(raw.lstrip())
    end = span.start + begin + len(raw.rstrip())
    name = bare(label.group())[:-1] if label else ""
    yield Sentence(
        start=start,
        end=end,
        text=squeeze(span.source[start:end]),
        kind="field" if label else "sentence",
        label=name,
    )


def _fields(found: list[Sentence]) -> Iterator[Sentence]:
    """A label with the entries below it: 主办单位：甲 / 乙 / 丙 is one field of three lines."""
    current: Sentence | None = None
    for sentence in found:
        entry = sentence.kind == "sentence" and not _ENDED.search(sentence.text)
        if current is not None and _REACHED.search(current.text) and _OWN.search(sentence.text):
            entry = False  # each line says for what it is: 焊工报名：…
        if current is not None and entry and not _CONTACT.match(bare(current.text)):
            text = f"{current.text}\n{sentence.text}"
            current = current.model_copy(update={"end": sentence.end, "text": text})
            continue
        if current is not None:
            yield current
        current = sentence if _opens_field(sentence) else None
        if current is None:
            yield sentence
    if current is not None:
        yield current


def _opens_field(sentence: Sentence) -> bool:
    """A label whose words are an entry of a list, not a sentence."""
    return sentence.kind == "field" and not sentence.text.endswith(("。", "；", ";", "！"))


def _cards(source: str, found: list[Sentence]) -> Iterator[Sentence]:
    """Put the lines of one contact (联系人, 电话, 地址) into one card."""
    lines: list[Sentence] = []
    seen: set[str] = set()
    for sentence in found:
        kind = _CONTACT.match(bare(sentence.text))
        word = kind.group(1) if kind else ""
        if lines and (not word or word in seen or _far(source, lines[-1], sentence)):
            yield _card(source, lines)
            lines, seen = [], set()
        if not word:
            yield sentence
            continue
        lines.append(sentence)
        seen.add(word)
    if lines:
        yield _card(source, lines)


def _far(source: str, before: Sentence, after: Sentence) -> bool:
    return bool(source[before.end : after.start].strip())


def _card(source: str, lines: list[Sentence]) -> Sentence:
    """The lines as one sentence, a full-width comma between them where the print had a new line."""
    if len(lines) == 1 and lines[0].kind != "field":
        return lines[0]
    start, end = lines[0].start, lines[-1].end
    text = "\n".join(line.text for line in lines)
    label = lines[0].label
    if not source[start:end].strip():
        return lines[0]
    return Sentence(start=start, end=end, text=text, kind="card", label=label)
