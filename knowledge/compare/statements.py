"""The statements of a notice that are held against those of another: sentences and rows."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cached_property

from pydantic import ConfigDict

from knowledge import lazy_re
from knowledge.model import Citation, Frozen, Notice, Scope
from knowledge.plain import comparable, squeeze
from knowledge.sentences import sentences

_MARK = lazy_re.compile(
    r"^(?:[（(]?[一二三四五六七八九十百]+[)）、.．]|[（(]?\d{1,3}[)）、.．](?!\d)|[①-⑳])\s*"
)
_TELLING = lazy_re.compile(r"[\u4e00-\u9fffa-z0-9]+")
_SHORTEST = 2


class Statement(Frozen):
    """A sentence or a row, where it stands."""

    model_config = ConfigDict(frozen=True, extra="forbid", ignored_types=(cached_property,))

    path: str
    text: str
    """Readable, without the mark before it."""
    start: int
    end: int
    row: bool = False
    scope: Scope = Scope()
    heading: str = ""

    @cached_property
    def plain(self) -> str:
        """The form in which two statements are the same."""
        return _plain(self.text)

    @property
    def only_heads(self) -> bool:
        """Whether it is the heading of its clause and nothing else."""
        return bool(self.heading) and comparable(self.heading) == comparable(self.text).rstrip(
            "。:"
        )

    @cached_property
    def pairs(self) -> frozenset[str]:
        """Its neighbouring characters by twos; all digits count as one."""
        blurred = re.sub(r"\d+", "0", self.plain)
        return frozenset(blurred[at : at + 2] for at in range(len(blurred) - 1))

    def cited(self, notice: Notice) -> Citation:
        """The statement as a citation of its notice."""
        return Citation(
            notice=notice.id,
            label=notice.label,
            path=self.path,
            quote=squeeze(notice.text[self.start : self.end]),
            start=self.start,
            end=self.end,
        )


def _plain(text: str) -> str:
    return "".join(_TELLING.findall(comparable(text)))


def statements(notice: Notice) -> tuple[Statement, ...]:
    """What a notice says, in its order; blank forms say nothing."""
    found = [*_title_whole(list(_sentences(notice)), notice.title), *_rows(notice)]
    told = [one for one in found if len(one.plain) >= _SHORTEST and not one.only_heads]
    return tuple(sorted(told, key=lambda one: one.start))


def _sentences(notice: Notice) -> Iterator[Statement]:
    tables = [(table.start, table.end) for table in notice.tables]
    for clause in notice.clauses:
        for sentence in sentences(notice.text, clause):
            if any(start <= sentence.start < end for start, end in tables):
                continue
            yield Statement(
                path=clause.path,
                text=_MARK.sub("", sentence.text),
                start=sentence.start,
                end=sentence.end,
                scope=clause.scope,
                heading=clause.heading,
            )


def _title_whole(found: Sequence[Statement], title: str) -> Iterator[Statement]:
    """The lines a title is printed on as one statement: where they break says nothing."""
    wanted = _plain(title)
    at = 0
    while at < len(found):
        lines = [found[at]]
        for one in found[at + 1 :]:
            whole = "".join(line.plain for line in (*lines, one))
            if one.path != found[at].path or whole not in wanted:
                break
            lines.append(one)
        at += len(lines)
        first, text = lines[0], "".join(line.text for line in lines)
        yield Statement(
            path=first.path, text=text, start=first.start, end=lines[-1].end,
            scope=first.scope, heading=first.heading,
        )  # fmt: skip


def _rows(notice: Notice) -> Iterator[Statement]:
    for table in notice.tables:
        if table.form:
            continue
        for row in table.rows:
            cells = [squeeze(cell) for cell in row.cells]
            # the number of a row says where it stands
            told = [cell for cell in cells if cell and not cell.isdigit()]
            yield Statement(
                path=row.path, text="　".join(told), start=row.start, end=row.end,
                row=True, scope=table.scope,
            )  # fmt: skip
