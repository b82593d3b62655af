"""Columns headed by kinds of tracks: 环节 | 个人项目 | 师徒项目; 木工 is told of by 个人项目.

Whoever asks names a track; what the table tells of its kind holds for it.
"""

from __future__ import annotations

from knowledge import lazy_re
from knowledge.catalogue.track_kinds import stem_of
from knowledge.model import Notice
from knowledge.plain import comparable
from retrieval.passages.rank import Sought
from retrieval.tabular.tables import TableView

_COUNTED = lazy_re.compile(r"\([^()]{1,6}\)$")
OF_KIND = lazy_re.compile(r"(?P<stem>[\u4e00-\u9fff]{2,4})(?:类|项目|赛项|赛)")
"""The heading of a column about one kind of tracks."""
_LEAST = 2


def kind_heads(notice: Notice, view: TableView, *, beside: bool = False) -> dict[int, str]:
    """The kind each column is headed by; empty unless several are, one of them of some track.

    One is enough `beside` columns that are headed by tracks: 单人赛项 | 包装设计.
    """
    known = stems_of(notice)
    heads = ((i, _COUNTED.sub("", comparable(h))) for i, h in enumerate(view.table.header))
    found = {i: match["stem"] for i, head in heads if (match := OF_KIND.fullmatch(head))}
    if beside:
        return {i: stem for i, stem in found.items() if stem in known}
    told = len(found) >= _LEAST and not known.isdisjoint(found.values())
    return found if told else {}


def kinds_meant(notice: Notice, sought: Sought) -> frozenset[str]:
    """The kinds a question is about: those of the tracks it is about, else those it names."""
    own = {stem_of(t.kind) for t in notice.tracks if t.kind and t.id in sought.tracks}
    text = sought.asked.plain
    return frozenset(map(comparable, own)) or frozenset(s for s in stems_of(notice) if s in text)


def stems_of(notice: Notice) -> frozenset[str]:
    """What the kinds of its tracks are called, comparable: 个人 of 个人类."""
    return frozenset(comparable(stem_of(t.kind)) for t in notice.tracks if t.kind)
