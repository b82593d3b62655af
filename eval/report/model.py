"""What a report is made of: sections with words, tables, plots and examples, as plain data.

Whoever measures something hands in a `Section`; `eval.report` writes all of them as JSON, Markdown
and one HTML page. A plot is its data, drawn only where a page is made, so a section needs no
drawing library and can be kept as JSON:

>>> table = Table(title="问答", head=("集", "答对"), rows=(("seeds", "98.4%"),))
>>> Section(id="scores", title="成绩", tables=(table,)).plots
()
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from knowledge.model import Frozen


class Table(Frozen):
    """Cells as they are printed; figures are right-aligned where a cell begins with a digit."""

    title: str = ""
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    """Each as long as `head`."""
    note: str = ""
    """What one must know to read it: how many, of what, measured how."""


class Bars(Frozen):
    """A bar a name; `low` and `high` are the ends of its interval, absent or as many as values."""

    kind: Literal["bars"] = "bars"
    title: str
    names: tuple[str, ...]
    values: tuple[float, ...]
    low: tuple[float, ...] = ()
    high: tuple[float, ...] = ()
    unit: str = ""
    """`%` shows shares from 0 to 1 as per cent."""


class Series(Frozen):
    """Points of one line, in order."""

    name: str
    x: tuple[float, ...]
    y: tuple[float, ...]


class Curves(Frozen):
    """Lines over the same two axes, with a mark at every point."""

    kind: Literal["curves"] = "curves"
    title: str
    x: str
    """What the axis shows, with its unit."""
    y: str
    series: tuple[Series, ...]
    log_x: bool = False
    log_y: bool = False
    marked: float | None = None
    """A place on the x axis that is in force, such as a threshold."""


class Matrix(Frozen):
    """Counts: rows are what was expected, columns what came."""

    kind: Literal["matrix"] = "matrix"
    title: str
    rows: tuple[str, ...]
    columns: tuple[str, ...]
    counts: tuple[tuple[int, ...], ...]


Plot = Annotated[Bars | Curves | Matrix, Field(discriminator="kind")]


class Example(Frozen):
    """One case to look at: question, answer and evidence side by side, and what is wrong."""

    id: str
    question: str
    answer: str
    evidence: str
    """What the notice says, or what was expected where no clause proves it."""
    reasons: tuple[str, ...]


class Section(Frozen):
    """One thing that was measured."""

    id: str
    """ASCII, the anchor in the page."""
    title: str
    words: tuple[str, ...] = ()
    """Paragraphs: what was measured, how, and what it says."""
    tables: tuple[Table, ...] = ()
    plots: tuple[Plot, ...] = ()
    examples: tuple[Example, ...] = ()


class Report(Frozen):
    """A whole run, with what it was made on."""

    title: str
    made_at: str
    """ISO time, Asia/Shanghai."""
    version: str
    """Of saiwen, with the commit where it is known."""
    machine: dict[str, str]
    """What the figures were measured on, by name."""
    sections: tuple[Section, ...]
