"""`python -m eval.generators`: reworded questions, changed notices, and what held of them.

`--json` prints a section that `saiwen eval --report FOLDER --with FILE` takes up.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from random import Random

import click

from bot.clock import parse_as_of
from bot.progress import progress_bar
from eval.generators import metamorphic, mutated, paraphrased, poisoned
from eval.generators.model import Trial, bundled_notices, desk_of
from eval.generators.section import section
from eval.known import Case, bundled_files, read_cases
from eval.synthetic import YEAR, synthetic
from retrieval.model import Question


@click.command()
@click.option("--count", default=100, show_default=True, help="每种做法取多少题、多少份通知。")
@click.option("--seed", default=YEAR, show_default=True)
@click.option("--json", "as_json", is_flag=True, help="输出报告的一节。")
def main(*, count: int, seed: int, as_json: bool) -> None:
    """按种子换说法、改通知，看回答跟不跟。"""
    with progress_bar("生成") as show:
        found = tried(count, seed, show)
    made = section(found, seed)
    if as_json:
        click.echo(made.model_dump_json(indent=1))
        return
    for kind, of, right, share in made.tables[0].rows:
        click.echo(f"{kind}\t{right}/{of}\t{share}")
    for each in made.examples:
        click.echo(f"- {each.id} {each.question} | {'；'.join(each.reasons)}")


def tried(count: int, seed: int, show: Callable[[int, int], None] = lambda *_: None) -> list[Trial]:
    """All trials, of `count` questions each and a tenth as many synthetic notices."""
    cases = _some(count, seed)
    found = []
    makers = tuple(_makers(cases, count, seed))
    for at, make in enumerate(makers):
        show(at, len(makers))
        found += list(make())
    show(len(makers), len(makers))
    return found


def _some(count: int, seed: int) -> list[Case]:
    """Known questions that were not reworded already, by chance."""
    every = [case for file in bundled_files() for case in read_cases(file)]
    own = [case for case in every if case.paraphrase_of is None]
    return Random(seed).sample(own, min(count, len(own)))  # noqa: S311 nothing here is secret


def _makers(
    cases: Sequence[Case], count: int, seed: int
) -> Iterator[Callable[[], Iterator[Trial]]]:
    notices = tuple(bundled_notices().values())
    day = Question(text="", as_of=parse_as_of(f"{YEAR}-01-05"))
    made = tuple(synthetic(max(1, count // 10), seed))
    yield lambda: paraphrased.trials(desk_of(notices), cases, seed)
    yield lambda: mutated.of_synthetic(made, day, seed)
    yield lambda: mutated.of_bundled(notices, cases, seed)
    yield lambda: poisoned.trials(notices, cases, seed)
    yield lambda: metamorphic.renamed(notices, cases, seed)
    yield lambda: metamorphic.shifted(notices, cases)
    yield lambda: metamorphic.crowded(notices, cases, seed)


if __name__ == "__main__":
    main()
