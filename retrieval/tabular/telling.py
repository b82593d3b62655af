"""Rows of which a word of the question tells: 跟宠物有关的工种, 电梯行业那个是第几届.

The word stands in some cells of a table and not in most; what is asked is which rows these are, how
many, or what their own name says of them (its edition, what its brackets add).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from knowledge import lazy_re
from knowledge.model import Notice
from knowledge.plain import comparable, comparable_name
from retrieval.question.asked import Asked
from retrieval.question.mentions import editions, telling
from retrieval.reply import Reply
from retrieval.tabular.rows import row_reply
from retrieval.tabular.tables import Hit, TableView

_OF_ROWS = frozenset(
    {"tracks", "category", "title", "attachments", "level_of_event", "edition", "who_can", "enrol"}
)
"""What may be asked besides, where it is asked which rows have the word."""
_WHICH = frozenset({"list", "how_many", "which", "what"})
_PEOPLE = lazy_re.compile(r"哪些(人|单位|学校|企业|公司|院校|专业)|谁|什么人")
_OTHERWISE = lazy_re.compile(r"要求|条件|规定|依据|怎么办|咋办|怎么处理")
_NOUNS = lazy_re.compile(r"工种|职业|项目|赛项|赛事|赛道")
_THINGS = lazy_re.compile(r"(项目|工种|职业|赛项|赛事|竞赛|比赛|的)$")
_AND = lazy_re.compile(r"[、,，/&]|和|跟|与|及|同|vs")
_INSIDE = lazy_re.compile(r"^(附[件表]\d*)?[里中内上的]?|[标写注][明注有了着的]*$|[里中内的]$")
_RELATED = lazy_re.compile(r"有关|相关|沾边|关于|带.{1,3}字|含")
_BRACKET = lazy_re.compile(r"[(（]([^()（）]{2,8})[)）]$")
_NOT = lazy_re.compile(r"^[无不未有含]")
_LEAST, _LOOSE, _MANY = 2, 2, 40
_HALF = 0.5


@dataclass(frozen=True)
class Word:
    """A word of the question and the rows that have it."""

    text: str
    rows: tuple[int, ...]


def telling_reply(notice: Notice, views: Sequence[TableView], asked: Asked) -> Reply | None:
    """The rows a word of the question tells; None if it asks for anything else."""
    bracket = _bracketed(notice, views, asked)
    if bracket is not None or not _asks(asked):
        return bracket
    found = [(view, hit) for view in views if (hit := told(view, asked, notice.name)) is not None]
    if not found:
        return None
    _, hit = max(found, key=lambda e: (_of_kind(e[0], asked), e[1].titled, e[1].weight))
    return row_reply(notice, hit, asked)


def _of_kind(view: TableView, asked: Asked) -> bool:
    """Whether the table names the kind of thing that is asked for: 工种, 赛事."""
    head = comparable(view.table.header[view.key])
    return any(noun in head for noun in _NOUNS.findall(asked.plain))


def _asks(asked: Asked) -> bool:
    """Whether it is asked which rows these are, or of which edition."""
    concepts = set(asked.concepts)
    if not concepts or concepts - _OF_ROWS or "yes_no" in asked.forms:
        return False
    if _PEOPLE.search(asked.plain) or _OTHERWISE.search(asked.plain):
        return False
    named = _THINGS.search(asked.plain) is not None and "tracks" in concepts
    return "edition" in concepts or named or bool(asked.forms & _WHICH)


def told(view: TableView, asked: Asked, name: str = "") -> Hit | None:
    """The rows of one table that the question's own words tell, if each of these words is known.

    `name` is the competition's.
    """
    heads = f"{view.title}{comparable(''.join(view.table.header))}{comparable(name)}"
    words: list[Word] = []
    related = _RELATED.search(asked.plain) is not None
    for run in filter(None, (_INSIDE.sub("", r) for r in asked.content)):
        word = said_of_rows(view, run, least=1 if related else _LEAST)
        if word is not None:
            words.append(word)
        elif len(run) > _LOOSE and not _known(run, heads):
            return None
    rows = _together(words, asked)
    if not rows or len(rows) > _MANY:
        return None
    hit = tuple(view.table.rows[i] for i in rows)
    if "edition" in asked.concepts and not all(editions(r.cells[view.key])[0] for r in hit):
        return None
    weight = float(max(len(w.text) for w in words))
    titled = view.title_share(asked)
    columns = _columns(view, asked)
    return Hit(view.table, hit, frozenset(), columns, view.key, weight, exact=True, titled=titled)


def _columns(view: TableView, asked: Asked) -> tuple[int, ...]:
    """The names of the rows; of one of them its class, if that is asked."""
    if "category" in asked.concepts and "tracks" not in asked.concepts:
        found = tuple(i for i, c in enumerate(view.columns) if "category" in c and i != view.key)
        return found or (view.key,)
    return (view.key,)


def said_of_rows(view: TableView, run: str, least: int = _LEAST) -> Word | None:
    """The longest piece of some words that stands in cells of some rows, and not of most."""
    cells: Sequence[Sequence[str]] = view.short_cells
    if len(run) == 1:  # 茶 in a name, not in the name of its class
        cells = [(comparable(row.cells[view.key]),) for row in view.table.rows]
    least = max(_LEAST, least) if len(run) > 1 else least
    for length in range(len(run), least - 1, -1):
        if len(run) - length > _LOOSE + _LEAST:
            return None
        for start in range(len(run) - length + 1):
            piece = run[start : start + length]
            if length > 1 and (piece.isdigit() or not telling(piece)):
                continue
            rows = tuple(i for i, row in enumerate(cells) if any(piece in c for c in row))
            if 0 < len(rows) <= max(1, len(cells) * _HALF):
                return Word(piece, rows)
    return None


def _together(words: Sequence[Word], asked: Asked) -> list[int]:
    """The rows all words tell; those of each where the words are set side by side."""
    if not words:
        return []
    every = [set(w.rows) for w in words]
    both = set.intersection(*every)
    beside = len(words) > 1 and _AND.search(asked.plain) is not None
    return sorted(set.union(*every) if beside and not both else both)


def _known(run: str, heads: str) -> bool:
    return any(run[i : i + _LEAST] in heads for i in range(len(run) - 1))


def _bracketed(notice: Notice, views: Iterable[TableView], asked: Asked) -> Reply | None:
    """The row whose name adds in brackets what is asked of it: 搜救犬训导员（无国标）."""
    for view in views:
        for row in view.table.rows:
            name = comparable_name(row.cells[view.key])
            match = _BRACKET.search(name)
            own = name[: match.start()] if match else ""
            if match is None or not _NOT.match(match[1]) or own not in asked.plain:
                continue
            rest = asked.plain.replace(own, "\n")
            if _in_order(_NOT.sub("", match[1]), rest):
                hit = Hit(view.table, (row,), frozenset(), (view.key,), view.key, 1.0, exact=True)
                return row_reply(notice, hit, asked)
    return None


def _in_order(short: str, text: str) -> bool:
    """Whether the characters of a short word stand close together in the text: 国标, 国家标准."""
    pattern = "[\u4e00-\u9fff]?".join(map(re.escape, short))
    return len(short) >= _LEAST and re.search(pattern, text) is not None
