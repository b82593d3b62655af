"""How much of what notices print reading finds as values: `python -m eval.values FOLDER`.

Needs no answers made by hand: what plain patterns see in the text (an e-mail, a mobile, a full
date, an amount, a share) must come back as a value at that place, and a value should know what
the notice calls it. FOLDER holds notices as text files.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

import click

from eval.figures import Figure
from knowledge.model import Notice
from knowledge.notice import read_notice

PRINTED = {
    "email": re.compile(r"[A-Za-z0-9._-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+"),
    "phone": re.compile(r"(?<!\d)1[3-9]\d{9}(?!\d)|(?<!\d)0\d{2,3}-\d{7,8}(?!\d)"),
    "date": re.compile(r"20\d\d年\d{1,2}月\d{1,2}日"),
    "amount": re.compile(r"(?<!\d)\d+(?:\.\d+)?万?元"),
    "share": re.compile(r"(?<!\d)\d+(?:\.\d+)?%"),
}
"""What a reader of the page can point at, by the name of its figure."""
UNNAMED = frozenset({"organisation", "doc_number"})
"""Kinds that need no label."""


def figures(notices: Iterable[Notice]) -> tuple[Figure, ...]:
    """Recall of each of `PRINTED`, and the share of values that have a label."""
    hits: Counter[str] = Counter()
    every: Counter[str] = Counter()
    for notice in notices:
        for name, found in _outcomes(notice):
            every[name] += 1
            hits[name] += found
    return tuple(Figure(name=name, hit=hits[name], of=every[name]) for name in every)


def _outcomes(notice: Notice) -> Iterator[tuple[str, bool]]:
    forms = [(table.start, table.end) for table in notice.tables if table.form]
    spans = [(value.start, value.end) for value in notice.values]
    for name, pattern in PRINTED.items():
        for match in pattern.finditer(notice.text):
            if not _inside(match.span(), forms):
                yield f"found {name}", _inside(match.span(), spans)
    signed = {clause.path for clause in notice.clauses if clause.path.startswith("落款")}
    for value in notice.values:
        if value.kind not in UNNAMED and value.path not in signed:
            yield f"named {value.kind}", bool(value.label)


def _inside(span: tuple[int, int], places: Iterable[tuple[int, int]]) -> bool:
    return any(start <= span[0] and span[1] <= end for start, end in places)


@click.command()
@click.argument("folder", type=click.Path(exists=True, file_okay=False, path_type=Path))
def main(folder: Path) -> None:
    """Print the figures of the notices in FOLDER (*.txt)."""
    files = sorted(folder.glob("*.txt"))
    for figure in figures(read_notice(file.stem, file.read_bytes()) for file in files):
        click.echo(f"{figure.name}\t{figure.hit}/{figure.of}\t{figure.share:.3f}")


if __name__ == "__main__":
    main()
