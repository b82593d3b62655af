"""Tracks that a table calls otherwise: 塔吊司机 beside 砌筑工 and 焊工 is 塔式起重机司机.

Where all the other headings, or cells of a column, are names of tracks, the one that is left is the
track that is left, if it has its first character and its end.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from knowledge import lazy_re
from knowledge.plain import comparable

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence

    from knowledge.model import Table

_ASIDE = lazy_re.compile(r"\([^()]*\)")
_LEAST, _END = 2, 2


def called(tables: Iterable[Table], names: Collection[str]) -> dict[str, str]:
    """By track name what some table calls it instead."""
    plain = {comparable(name): name for name in names}
    found: dict[str, str] = {}
    for table in tables:
        for labels in _labelled(table):
            known = {label for label in labels if label in plain}
            missing = [name for name in plain if name not in known]
            if len(known) < _LEAST or len(missing) != 1:
                continue
            left = [label for label in labels if label not in known]
            fitting = [label for label in left if alike(label, missing[0])]
            if len(fitting) == 1:
                found[plain[missing[0]]] = fitting[0]
    return found


def _labelled(table: Table) -> Iterator[Sequence[str]]:
    """What stands over the columns, and in each column, comparable and without brackets."""
    columns = range(len(table.header))
    yield [_bare(head) for head in table.header]
    for i in columns:
        yield list(dict.fromkeys(_bare(r.cells[i]) for r in table.rows if i < len(r.cells)))


def _bare(text: str) -> str:
    return _ASIDE.sub("", comparable(text))


def alike(label: str, name: str) -> bool:
    """Whether a label has the first character of a name and its end, and is shorter.

    >>> alike("塔吊司机", "塔式起重机司机"), alike("企业类别", "塔式起重机司机")
    (True, False)
    """
    same = label[:1] == name[:1] and label[-_END:] == name[-_END:]
    return same and _END < len(label) < len(name)
