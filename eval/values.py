"""How much of what notices print reading finds as values: `python -m eval.values FOLDER`.

For the notices in values.yaml it also tells how many of the values that a person finds are found
with the right label and scope, and how many of those found a person finds too.

Needs no answers made by hand: what plain patterns see in the text (an e-mail, a mobile, a full
date, an amount, a share) must come back as a value at that place, and a value should know what
the notice calls it. FOLDER holds notices as text files.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from importlib.resources import files
from pathlib import Path

import click
import yaml

from eval.figures import Figure
from knowledge.model import Frozen, Notice, Value
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


class Truth(Frozen):
    """What a person finds in notices; see values.yaml."""

    whole: frozenset[str]
    notices: Mapping[str, tuple[tuple[str, str, str] | tuple[str, str, str, tuple[str, ...]], ...]]


def truth() -> Truth:
    """The table beside this module."""
    text = files("eval").joinpath("values.yaml").read_text(encoding="utf-8")
    return Truth.model_validate(yaml.safe_load(text))


def against(notices: Iterable[Notice], known: Truth) -> tuple[Figure, ...]:
    """Values told, those with the right label, with the right scope, and those not too much."""
    told, all_told = Counter[str](), Counter[str]()
    for notice in notices:
        for name, right in _judged(notice, known):
            all_told[name] += 1
            told[name] += right
    return tuple(Figure(name=name, hit=told[name], of=all_told[name]) for name in sorted(all_told))


def _judged(notice: Notice, known: Truth) -> Iterator[tuple[str, bool]]:
    names = {track.id: track.name for track in notice.tracks}
    left = list(notice.values) if notice.id in known.notices else []
    for kind, value, labels, *scope in known.notices.get(notice.id, ()):
        same = [each for each in left if (each.kind, each.value) == (kind, value)]
        whom = set(scope[0]) if scope else set()
        same.sort(key=lambda each: whom != _whom(each, names))
        yield f"told {kind}", bool(same)
        if same:
            left.remove(same[0])
            yield "right label", any(word in same[0].label for word in labels.split() or [""])
            yield "right scope", _whom(same[0], names) == whom
    taken = [each for each in notice.values if each.kind in known.whole]
    for each in taken if notice.id in known.notices else ():
        yield "not too much", each not in left


def _whom(value: Value, names: Mapping[str, str]) -> set[str]:
    return {names[track] for track in value.scope.tracks} | set(value.scope.groups)


def _inside(span: tuple[int, int], places: Iterable[tuple[int, int]]) -> bool:
    return any(start <= span[0] and span[1] <= end for start, end in places)


@click.command()
@click.argument("folder", type=click.Path(exists=True, file_okay=False, path_type=Path))
def main(folder: Path) -> None:
    """Print the figures of the notices in FOLDER (*.txt)."""
    notices = [read_notice(path.stem, path.read_bytes()) for path in sorted(folder.glob("*.txt"))]
    for figure in (*figures(notices), *against(notices, truth())):
        click.echo(f"{figure.name}\t{figure.hit}/{figure.of}\t{figure.share:.3f}")


if __name__ == "__main__":
    main()
