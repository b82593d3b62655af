"""A chat as a page that looks like Telegram's: bubbles, quotations, buttons."""

from __future__ import annotations

from html import escape
from typing import Any

STYLE = """
* { box-sizing: border-box; }
body { margin: 0; width: 440px; background: #c9d9b8; color: #111;
  font: 15px/1.42 "Noto Sans CJK SC", "WenQuanYi Zen Hei", sans-serif; }
header { background: #517da2; color: #fff; padding: 9px 14px; font-weight: bold; }
main { padding: 10px 10px 14px; display: flex; flex-direction: column; gap: 8px; }
article { max-width: 400px; align-self: flex-start; }
article.own { align-self: flex-end; }
.bubble { background: #fff; border-radius: 12px; padding: 7px 11px; white-space: pre-wrap;
  overflow-wrap: anywhere; box-shadow: 0 1px 1px #0002; }
.own .bubble { background: #eeffde; }
.name { color: #3d7cb5; font-weight: bold; font-size: 13px; }
.to { border-left: 3px solid #4a8fd0; background: #eaf3fb; border-radius: 4px; padding: 2px 8px;
  margin: 1px 0 4px; font-size: 13px; color: #456; white-space: nowrap; overflow: hidden;
  text-overflow: ellipsis; }
.own .to { background: #ddf3c8; border-color: #6cb04a; }
blockquote { margin: 4px 0 2px; padding: 4px 22px 4px 9px; border-left: 3px solid #4a8fd0;
  background: #eaf3fb; border-radius: 4px; position: relative; font-size: 14px; }
blockquote.folded { max-height: 4.6em; overflow: hidden; }
blockquote.folded::after { content: "▾"; position: absolute; right: 6px; bottom: 0;
  color: #4a8fd0; }
b { -webkit-text-stroke: .45px; }
.file { color: #3d7cb5; font-weight: bold; }
.row { display: flex; gap: 4px; margin-top: 4px; }
.row span { flex: 1; background: #0006; color: #fff; border-radius: 7px; padding: 6px 8px;
  text-align: center; font-size: 14px; overflow-wrap: anywhere; }
"""
TAGS = {"bold": "b", "italic": "i", "blockquote": "blockquote"}


def page(title: str, messages: list[dict[str, Any]], bot: int, *, opened: bool) -> str:
    """The page of a chat."""
    body = "\n".join(_article(one, bot, opened=opened) for one in messages)
    return (
        f'<!doctype html><html lang="zh"><meta charset="utf-8"><style>{STYLE}</style>'
        f"<body><header>{escape(title)}</header><main>{body}</main></body></html>"
    )


def _article(message: dict[str, Any], bot: int, *, opened: bool) -> str:
    own = "" if message["from"]["id"] == bot else "own"
    named = message["chat"]["id"] < 0 and not own
    name = f'<div class="name">{escape(message["from"]["first_name"])}</div>' if named else ""
    return (
        f'<article class="{own}"><div class="bubble">{name}{_to(message)}{_file(message)}'
        f"{marked(message, opened=opened)}</div>{_keyboard(message)}</article>"
    )


def _to(message: dict[str, Any]) -> str:
    asked = message.get("reply_to_message")
    text = (asked or {}).get("text", "").partition("\n")[0]
    return f'<div class="to">{escape(text)}</div>' if text else ""


def _file(message: dict[str, Any]) -> str:
    file = message.get("document")
    return f'<div class="file">📎 {escape(file["file_name"])}</div>' if file else ""


def _keyboard(message: dict[str, Any]) -> str:
    rows = message.get("reply_markup", {}).get("inline_keyboard", [])
    made = ("".join(f"<span>{escape(b['text'])}</span>" for b in row) for row in rows)
    return "".join(f'<div class="row">{row}</div>' for row in made)


def marked(message: dict[str, Any], *, opened: bool) -> str:
    """The text with its entities, whose places count UTF-16 units, as markup."""
    units = message.get("text", message.get("caption", "")).encode("utf-16-le")
    begins: dict[int, list[str]] = {}
    ends: dict[int, list[str]] = {}
    # the outer ones first, so that inner ones end before them
    for one in sorted(message.get("entities", []), key=lambda e: (e["offset"], -e["length"])):
        kind, start, end = one["type"], one["offset"], one["offset"] + one["length"]
        quoted = kind == "expandable_blockquote"
        tag = "blockquote" if quoted else TAGS.get(kind, "span")
        fold = ' class="folded"' if quoted and not opened else ""
        begins.setdefault(start, []).append(f"<{tag}{fold}>")
        ends.setdefault(end, []).insert(0, f"</{tag}>")
    made, at = [], 0
    for place in sorted({*begins, *ends, len(units) // 2}):
        text = units[2 * at : 2 * place].decode("utf-16-le", "replace")
        made += [escape(text), *ends.get(place, []), *begins.get(place, [])]
        at = place
    return "".join(made).replace("</blockquote>\n", "</blockquote>")
