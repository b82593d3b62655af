"""An answer as people see it: Telegram HTML, or plain lines for the terminal.

The only place that escapes HTML and the only one that writes tags.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from html import escape
from itertools import groupby
from string import ascii_lowercase
from typing import NamedTuple

from bot.evidence import Around
from bot.layout import Line, Style, clean, pack
from knowledge.model import Citation
from knowledge.plain import bare, squeeze
from retrieval.model import Answer

MESSAGE_LIMIT = 4000
"""Units of a message; Telegram allows 4,096 after parsing, some room is left to be safe."""
NOTHING = "……"

_TAGS: dict[Style, str] = {"plain": "", "bold": "b", "italic": "i"}


class Part(NamedTuple):
    """One message, with markup and without (for when the markup is refused)."""

    html: str
    plain: str


def answer_parts(answer: Answer, context: Sequence[Around] = ()) -> tuple[Part, ...]:
    """The messages of an answer: its text, then the evidence in expandable quotations.

    `context` has what stands around each citation; where there is some, the words cited are bold.
    """
    return _parts([*_text_lines(answer.text), *_evidence(answer.citations, context)])


def text_parts(text: str) -> tuple[Part, ...]:
    """The messages of a text of our own."""
    return _parts(_text_lines(text))


def line_parts(lines: Iterable[Line]) -> tuple[Part, ...]:
    """The messages of lines that are laid out already; their words are cleaned here."""
    return _parts(_cleaned(lines))


def terminal_lines(lines: Iterable[Line]) -> str:
    """The same in the terminal."""
    shown = (f"  │ {line.text}" if line.quoted else line.text for line in _cleaned(lines))
    return "\n".join(shown)


def _cleaned(lines: Iterable[Line]) -> Iterator[Line]:
    for line in lines:
        for text in clean(line.text).split("\n"):
            yield line._replace(text=text)


def terminal(answer: Answer) -> str:
    """An answer in the terminal: text, numbered options, indented evidence."""
    labels = numbered([option.label for option in answer.options])
    lines = _terminal_text(answer)
    lines += [label for label in labels if label not in lines]
    for line in _evidence(answer.citations):
        lines.append(f"  {line.text}" if line.style == "bold" else f"  │ {line.text}")
    return "\n".join(lines)


def _terminal_text(answer: Answer) -> list[str]:
    """The lines of the text; one that only names an option becomes its number."""
    labels = [squeeze(clean(option.label)) for option in answer.options]
    left = list(zip(labels, numbered(labels), strict=True))
    lines = [line.text for line in _text_lines(answer.text)]
    for at, line in enumerate(lines):
        named = squeeze(line).lstrip("·")
        place = next((place for place in left if place[0] == named), None)
        if place is not None:
            lines[at] = place[1]
            left.remove(place)  # notices of one name have a line each
    return lines


def numbered(labels: Iterable[str]) -> list[str]:
    """Options to be picked by number."""
    return [f"  {number}. {squeeze(clean(label))}" for number, label in enumerate(labels, 1)]


def lettered(labels: Sequence[str]) -> list[str]:
    """Options to be picked by letter; by number where there are more than letters."""
    if len(labels) > len(ascii_lowercase):
        return numbered(labels)
    named = zip(ascii_lowercase, labels, strict=False)
    return [f"  {letter}. {squeeze(clean(label))}" for letter, label in named]


def button_label(label: str, limit: int = 60) -> str:
    """A label that fits on a button; Telegram cuts longer ones without a sign."""
    text = squeeze(clean(label)) or NOTHING
    return text if len(text) <= limit else f"{text[: limit - 1]}…"


def _text_lines(text: str) -> list[Line]:
    return [Line(line) for line in clean(text).strip().split("\n")]


def _evidence(citations: Sequence[Citation], context: Sequence[Around] = ()) -> Iterator[Line]:
    """For each notice its label, then paths and quotes; what is cited twice is shown once."""
    surrounded = dict(zip(citations, context, strict=False))
    unique = dict.fromkeys(citations)
    for label, cited in groupby(unique, key=lambda citation: citation.label):
        yield Line(squeeze(clean(label)), "bold", quoted=True)
        yield from _once(_quoted(one, surrounded.get(one) or Around()) for one in cited)


def _once(lines: Iterable[Line]) -> Iterator[Line]:
    """Several quotations that show the same clause as one, with all their words bold."""
    marks: dict[Line, set[tuple[int, int]]] = {}
    for line in lines:
        marks.setdefault(line._replace(marks=()), set()).update(line.marks)
    for line, found in marks.items():
        yield line._replace(marks=_apart(sorted(found)))


def _apart(marks: list[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    """Stretches in their order, those that meet joined."""
    made: list[tuple[int, int]] = []
    for start, end in marks:
        if made and start <= made[-1][1]:
            made[-1] = (made[-1][0], max(made[-1][1], end))
        else:
            made.append((start, end))
    return tuple(made)


def _quoted(citation: Citation, around: Around) -> Line:
    """Path and words; those cited are bold among others of their clause."""
    lead = f"{clean(citation.path)}：“{clean(around.before)}"
    quote = _readable(citation.quote)
    line = Line(f"{lead}{quote}{clean(around.after)}”", quoted=True)
    if around == Around():
        return line
    return line._replace(marks=((len(lead), len(lead) + len(quote)),))


def _readable(quote: str) -> str:
    """The quote without the layout of the print; rows and cells of a table stay apart."""
    text = clean(quote)
    if "\t" not in text:
        return squeeze(text)
    rows = (" ".join(squeeze(cell) for cell in row.split("\t")) for row in text.split("\n"))
    return "\n".join(rows)


def _parts(lines: Iterable[Line]) -> tuple[Part, ...]:
    messages = pack(lines, MESSAGE_LIMIT)
    made = [Part(_html(message), _plain(message)) for message in messages]
    return tuple(part for part in made if bare(part.plain)) or (Part(NOTHING, NOTHING),)


def _html(message: tuple[Line, ...]) -> str:
    blocks = []
    for quoted, lines in groupby(message, key=lambda line: line.quoted):
        body = "\n".join(_styled(line) for line in lines)
        blocks.append(f"<blockquote expandable>{body}</blockquote>" if quoted else body)
    return "\n".join(blocks).strip()


def _styled(line: Line) -> str:
    if line.marks:
        return _marked(line)
    text, tag = _escaped(line.text), _TAGS[line.style]
    return f"<{tag}>{text}</{tag}>" if tag and line.text else text


def _marked(line: Line) -> str:
    """A plain line with bold stretches."""
    made, at = [], 0
    for start, end in line.marks:
        bold = _escaped(line.text[start:end])
        made += [_escaped(line.text[at:start]), f"<b>{bold}</b>"]
        at = end
    return "".join([*made, _escaped(line.text[at:])])


def _escaped(text: str) -> str:
    return escape(text, quote=False)


def _plain(message: tuple[Line, ...]) -> str:
    return "\n".join(line.text for line in message).strip()
