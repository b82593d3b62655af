"""Telegram's HTML, as strictly as Telegram reads it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html import unescape

KINDS = {
    "b": "bold", "strong": "bold", "i": "italic", "em": "italic", "u": "underline",
    "ins": "underline", "s": "strikethrough", "strike": "strikethrough", "del": "strikethrough",
    "code": "code", "pre": "pre", "a": "text_link", "tg-spoiler": "spoiler",
    "blockquote": "blockquote",
}  # fmt: skip
_TOKEN = re.compile(r"<(/?)([^<>]*)>|&(#x?[0-9a-fA-F]+|lt|gt|amp|quot);|(.)", re.DOTALL)


class MarkupError(Exception):
    """The description Telegram answers 400 with."""


@dataclass
class Entity:
    kind: str
    start: int
    end: int = 0


@dataclass
class Parsed:
    text: str = ""
    entities: list[Entity] = field(default_factory=list)
    open: list[tuple[str, Entity]] = field(default_factory=list)


def utf16(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def parse(html: str) -> Parsed:
    """The text and entities of a message; raises MarkupError with Telegram's words."""
    parsed = Parsed()
    for match in _TOKEN.finditer(html):
        closing, tag, named, char = match.groups()
        at = len(html[: match.start()].encode())
        if char == "<":
            raise MarkupError(f"can't parse entities: Unclosed start tag at byte offset {at}")
        if char is not None:
            parsed.text += char
        elif named is not None:
            parsed.text += unescape(match[0])
        elif closing:
            _close(parsed, tag.strip().lower(), at)
        else:
            _open(parsed, tag, at)
    if parsed.open:
        name = parsed.open[-1][0]
        raise MarkupError(
            f"can't parse entities: Can't find end tag corresponding to start tag \"{name}\""
        )
    return parsed


def _open(parsed: Parsed, tag: str, at: int) -> None:
    name, _, attributes = tag.partition(" ")
    name = name.lower()
    if name not in KINDS:
        raise MarkupError(
            f'can\'t parse entities: Unsupported start tag "{name}" at byte offset {at}'
        )
    kind = KINDS[name]
    if name == "blockquote":
        if any(other == "blockquote" for other, _ in parsed.open):
            raise MarkupError("can't parse entities: blockquote entities can't be nested")
        if attributes.strip() == "expandable":
            kind = "expandable_blockquote"
    parsed.open.append((name, Entity(kind, utf16(parsed.text))))


def _close(parsed: Parsed, name: str, at: int) -> None:
    if not parsed.open or parsed.open[-1][0] != name:
        raise MarkupError(f"can't parse entities: Unmatched end tag at byte offset {at}")
    _, entity = parsed.open.pop()
    entity.end = utf16(parsed.text)
    if entity.end > entity.start:
        parsed.entities.append(entity)
