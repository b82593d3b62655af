"""How much of each file reading finds: `python -m eval.formats FILES TRUTH`.

FILES is a folder of notices in any format; TRUTH holds the text put into each, STEM.txt, table
rows as tab-separated lines. White space aside, every line and every cell should be found, and
little else.
"""

from __future__ import annotations

import sys
import time
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

import click

from eval.recognition import error_rate, exact_values
from knowledge.plain import bare
from retrieval.intake.gather import Found, Refusal, gather


class Score(NamedTuple):
    """One file against its truth."""

    lines: int
    found_lines: int
    cells: int
    found_cells: int
    missing: tuple[str, ...]
    extra: tuple[str, ...]
    recognised: str = ""
    """What there is to say of a file read from pictures."""


def compare(text: str, truth: str) -> Score:
    r"""Compare what was read with what was put in; a line or cell counts as often as it is there.

    >>> compare("一、报名\n", "一、 报名\n甲\t乙\n").missing
    ('甲乙',)
    """
    told, known = _lines(text), _lines(truth)
    read_cells, true_cells = _cells(text), _cells(truth)
    missing, extra = known - told, told - known
    return Score(
        lines=known.total(),
        found_lines=known.total() - missing.total(),
        cells=true_cells.total(),
        found_cells=(true_cells & read_cells).total(),
        missing=tuple(missing.elements()),
        extra=tuple(extra.elements()),
    )


def _lines(text: str) -> Counter[str]:
    return Counter(filter(None, map(bare, text.split("\n"))))


def _cells(text: str) -> Counter[str]:
    rows = (line.split("\t") for line in text.split("\n") if "\t" in line)
    return Counter(cell for row in rows for cell in map(bare, row) if cell)


def scored(files: Path, truth: Path) -> Iterator[tuple[str, Score | str, float]]:
    """Yield each file's name, its score or why it was not read, and the seconds it took."""
    for path in sorted(files.iterdir()):
        known = truth / f"{path.stem}.txt"
        if known.is_file():
            began = time.perf_counter()
            results = list(gather([path], one=True))
            seconds = time.perf_counter() - began
            yield path.name, _score(results, known), seconds


def _score(results: Iterable[Found | Refusal], known: Path) -> Score | str:
    found = [item for item in results if isinstance(item, Found)]
    refused = "; ".join(item.reason for item in results if isinstance(item, Refusal))
    text, truth = "".join(item.text for item in found), known.read_text("utf-8")
    if refused:
        return refused
    score = compare(text, truth)
    if not any(item.recognised for item in found):
        return score
    right, values = exact_values(text, truth)
    errors = f", wrong characters {error_rate(text, truth):.2%}, values {right}/{values}"
    return score._replace(recognised=errors)


def _told(name: str, score: Score | str, seconds: float) -> Iterator[str]:
    if isinstance(score, str):
        yield f"{name}: {score}"
        return
    yield (
        f"{name}: lines {score.found_lines}/{score.lines}, "
        f"cells {score.found_cells}/{score.cells}, extra {len(score.extra)}"
        f"{score.recognised}, {seconds:.2f} s"
    )
    yield from (f"  - {line}" for line in score.missing)
    yield from (f"  + {line}" for line in score.extra)


def main(files: str, truth: str) -> None:
    """Print the scores, and below each what is missing (-) and what is too much (+)."""
    for name, score, seconds in scored(Path(files), Path(truth)):
        click.echo("\n".join(_told(name, score, seconds)))


if __name__ == "__main__":
    main(*sys.argv[1:3])
