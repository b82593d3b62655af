"""Kinds of people a track is open to by its row: 参赛残疾类别 听力、智力 lets in nobody else.

Who names a kind that other rows list and his track's does not may not enter it. Of a kind that is
listed nothing follows here: it has further conditions.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from knowledge import lazy_re
from knowledge.model import Notice, Row
from knowledge.plain import comparable, comparable_name, squeeze
from retrieval.passages.rank import Sought
from retrieval.reply import Piece, Reply
from retrieval.tabular.open_to import listed
from retrieval.tabular.rows import cite_row
from retrieval.tabular.tables import TableView
from retrieval.wording import say

_KINDS = lazy_re.compile(
    r"残疾|(?:参赛|报名|人员|选手|可报)类[别型]|(?:参赛|报名|面向|适用)(?:对象|人群|范围)"
)
"""The heading of a column of kinds of people."""
_ENTERS = lazy_re.compile(
    r"报(?!到|销|告|酬)|参加|参赛|[想能去](?:去|来)?[做比上玩]|能比|可以比|行[吗不么]"
)
_BRACKET = lazy_re.compile(r"[(（][^()（）]*[)）]")
_WHICH = lazy_re.compile(r"[哪几][几些]?[个种类]|什么(?:样|类)|啥样?|哪些|谁")
_SEVERAL = 2


def let_in_reply(notice: Notice, views: Sequence[TableView], sought: Sought) -> Reply | None:
    """The kinds one track is open to, if they are asked or the kind named is none of them."""
    if len(sought.tracks) != 1 or not _ENTERS.search(sought.asked.plain):
        return None
    for view, row, column in _cells(notice, views, sought.tracks[0]):
        kinds = _listed(row.cells[column])
        every = {k for r in view.table.rows for k in _listed(r.cells[column])}
        named = {k for k in every if k in _said(notice, sought)}
        head = view.table.header[column]
        if named and named.isdisjoint(kinds):
            lead, key = say("lead.no_may"), "、".join(sorted(named))
            lead = f"{lead}{say('not_among', what=key)}"
        elif not named and _WHICH.search(sought.asked.plain) and _of(head, sought):
            lead = ""
        else:
            continue
        text = f"{lead}{say('cell', column=squeeze(head), value=squeeze(row.cells[column]))}"
        scope = next(t.name for t in notice.tracks if t.id == sought.tracks[0])
        cited = tuple(cite_row(notice, view.table, row, (column,)))
        piece = Piece(text=text, citations=cited, scope=scope, computed=(lead,) if lead else ())
        return Reply(
            status="answered", notice=notice.id, pieces=(piece,), tracks=sought.tracks, sure=1.0
        )
    return None


def _cells(
    notice: Notice, views: Sequence[TableView], track: str
) -> Iterator[tuple[TableView, Row, int]]:
    """The row of a track and its column of kinds, in each table that has one."""
    names = {comparable_name(t.name) for t in notice.tracks if t.id == track}
    for view in views:
        columns = [i for i, head in enumerate(view.heads) if i != view.key and _KINDS.search(head)]
        for column in columns:
            several = any(len(_listed(r.cells[column])) >= _SEVERAL for r in view.table.rows)
            for row in view.table.rows if several else ():
                if not names.isdisjoint(map(comparable_name, row.cells)):
                    yield view, row, column


def _listed(cell: str) -> tuple[str, ...]:
    """The kinds a cell lists, without what is noted of one of them.

    >>> _listed("听力、精神（病情稳定）")
    ('听力', '精神')
    """
    return listed(_BRACKET.sub("", cell))


def _said(notice: Notice, sought: Sought) -> str:
    """The question and what notices say for its words, without the names of tracks."""
    text = sought.asked.plain
    for name in (n for t in notice.tracks for n in (t.name, *t.aliases)):
        text = text.replace(comparable(name), "\n")
    return "|".join((text, *(word for m in sought.asked.meant for word in m.words)))


def _of(head: str, sought: Sought) -> bool:
    """Whether a question for kinds uses a word of the heading: 哪几类残疾."""
    heads = comparable(head)
    pairs = {heads[i : i + 2] for i in range(len(heads) - 1)} - {"参赛", "报名", "可参", "可报"}
    return any(pair in sought.asked.plain for pair in pairs)
