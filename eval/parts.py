"""The parts of the suite: which files of cases a run takes."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

from bot.fault import InputFault
from eval.known import bundled_files, unseen_files
from eval.lints import lint_files
from eval.persons import person_files
from eval.rosters import roster_files

Files = tuple[Path, ...]
Chosen = Mapping[str, Files]
"""By part."""
ANSWERED = ("questions", "paraphrases")
"""Parts that are put to the desk."""


def _questions() -> Files:
    return tuple(f for f in (*bundled_files(), *unseen_files()) if f.stem != "paraphrases")


def _paraphrases() -> Files:
    return tuple(f for f in bundled_files() if f.stem == "paraphrases")


PARTS: Mapping[str, tuple[str, Callable[[], Files]]] = {
    "questions": ("问答", _questions),
    "paraphrases": ("换种说法", _paraphrases),
    "verdicts": ("资格", person_files),
    "rosters": ("汇总表", roster_files),
    "lint": ("通知的毛病", lint_files),
}


def chosen(only: Sequence[str]) -> Chosen:
    """The files of the named parts and sheets; of all parts if none is named.

    Raises:
        InputFault: there is no such part or sheet; the message lists them.
    """
    whole = {part: files() for part, (_, files) in PARTS.items()}
    known = {file.stem for files in whole.values() for file in files}
    for name in only:
        if name not in whole and name not in known:
            names = "、".join([*whole, *sorted(known - whole.keys())])
            raise InputFault(f"没有叫 {name} 的部分；可选：{names}")
    return {part: tuple(_of(part, files, only)) for part, files in whole.items()}


def _of(part: str, files: Files, only: Sequence[str]) -> Iterator[Path]:
    for file in files:
        if not only or part in only or file.stem in only:
            yield file


def names(picked: Chosen) -> frozenset[str]:
    """The sheets that are taken, as the accepted figures name them."""
    return frozenset(file.stem for files in picked.values() for file in files)
