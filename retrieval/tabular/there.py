"""Whether there is a contest in something: 有没有叉车的比赛, 里头有没有叉车, 煮小面的名单里有没有.

A word of what is asked for stands in names of tracks, in a table or in the catalogue.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from knowledge import lazy_re
from knowledge.model import Citation, Notice
from knowledge.plain import comparable, squeeze
from retrieval.passages.elements import cite_phrase
from retrieval.question.asked import Asked
from retrieval.question.lexicon import Words
from retrieval.question.mentions import longest_common, telling
from retrieval.reply import Piece, Reply
from retrieval.tabular.rows import cite_row
from retrieval.tabular.tables import TableView
from retrieval.wording import say

_NOUN = "(?:比赛|竞赛|赛项|项目|工种|职业|赛道)"
_LIST = "(?:在?(?:名单|目录|计划|清单|表)[里中上内]面?)"
_ASKS = lazy_re.compile(
    rf"(?:有没有|有无)(?P<x>[^，,。？?]{{2,12}}?)(?:[这那][个种类])?(?:的{_NOUN}?|{_NOUN})[吗么呢]?$"
    rf"|(?<![没只还])有(?![没哪几多啥什])(?P<w>[^，,。？?]{{2,12}}?)的?{_NOUN}(?:没有?|吗|么|不)$"
    rf"|^(?P<y>[^，,。？?]{{2,14}}?)(?:[这那][个种类])?(?:的{_NOUN}?|{_NOUN})?[，,\s]*{_LIST}(?:有没有|有吗|有么|有不)$"
    rf"|^(?P<z>[^，,。？?]{{2,14}}?)(?:[这那][个种类])?(?:的{_NOUN}?|{_NOUN})(?:有没有|有吗|有么|有不)$"
)
_BARE = lazy_re.compile(
    r"(?:有没有|有无)(?P<x>[^，,。？?的]{2,8}?)(?:[这那][个种类样项])?[呢啊]?$"
    r"|(?:[里中]面?|这届|这次)[^，,。？?没]{0,2}(?<!没)有(?![没哪几多啥什])(?P<w>[^，,。？?的]{2,8}?)[吗么不]$"
)
"""里头有没有叉车: no word for a contest tells that one is asked for."""
_BESIDE = frozenset({"tracks", "category", "title", "enrol"})
"""What such words may ask besides."""
_HEADS = lazy_re.compile(r"工种|职业|项目|赛项|赛道|竞赛")
_WORD, _MOST = 2, 8


def there_reply(
    notice: Notice, views: Sequence[TableView], asked: Asked, words: Words
) -> Reply | None:
    """The tracks that have a word of what is asked for, led by that they are there; else None."""
    if "有" not in asked.plain or not set(asked.concepts) <= _BESIDE:
        return None
    text = asked.plain.rstrip("?？")
    bare = _BARE.search(text)
    match = bare or _ASKS.search(text)
    if match is None:
        return None
    what = next(filter(None, match.groups()))
    named = dict(_named(notice, views, what) or _meant(notice, views, what, words))
    if bare:
        named = {name: cited for name, cited in named.items() if what in comparable(name)}
    if not 0 < len(named) <= _MOST:
        return None
    lead = say("lead.has")
    cited = tuple(dict.fromkeys(c for each in named.values() for c in each))
    piece = Piece(text=f"{lead}{'、'.join(named)}", citations=cited, computed=(lead,))
    return Reply(status="answered", notice=notice.id, pieces=(piece,), sure=1.0)


def _names(
    notice: Notice, views: Sequence[TableView]
) -> Iterator[tuple[str, tuple[Citation, ...]]]:
    """The names of all tracks, in tables of them and in the catalogue, with where they stand."""
    for view in views:
        if _HEADS.search(comparable(view.table.header[view.key])):
            for row in view.table.rows:
                yield (
                    squeeze(row.cells[view.key]),
                    tuple(cite_row(notice, view.table, row, (view.key,))),
                )
    for track in notice.tracks:
        found = cite_phrase(notice, track.name)
        if found is not None:
            yield track.name, (found,)


def _named(
    notice: Notice, views: Sequence[TableView], what: str
) -> list[tuple[str, tuple[Citation, ...]]]:
    """Those whose names share most with the words, where that tells them apart."""
    shared = []
    for name, cited in _names(notice, views):
        length, start = longest_common(what, comparable(name))[:2]
        if length >= _WORD and telling(what[start : start + length]):
            shared.append((length, name, cited))
    most = max((length for length, _, _ in shared), default=0)
    return [(name, cited) for length, name, cited in shared if length == most]


def _meant(
    notice: Notice, views: Sequence[TableView], what: str, words: Words
) -> list[tuple[str, tuple[Citation, ...]]]:
    """Those whose names have what notices write for the words: 美发 for 剪头."""
    said = [w for m in words.meant(what) for w in m.words if len(w) >= _WORD]
    names = _names(notice, views) if said else ()
    return [(n, cited) for n, cited in names if any(w in comparable(n) for w in said)]
