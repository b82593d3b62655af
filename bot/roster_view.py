"""An audit for the terminal: by kind, the gravest first, with counts, cells and clause."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from bot.layout import clean
from knowledge.roster.audit import Audit
from knowledge.roster.marks import NAMES
from knowledge.roster.model import SEVERITIES, Fault

_MOST = 12
"""Faults shown of one kind; `--json` and `--out` have them all."""
_MOST_CELLS = 8


def roster_lines(audit: Audit, name: str) -> Iterator[str]:
    """The lines a person reads."""
    counts = Counter(fault.severity for fault in audit.faults)
    said = "，".join(f"{NAMES[severity]} {counts[severity]}" for severity in SEVERITIES)
    found = f"{len(audit.faults)} 处（{said}）" if audit.faults else "没有发现问题"
    yield f"{name}：{len(audit.entrants)} 人，{found}"
    for kind in _kinds(audit.faults):
        yield ""
        yield from _kind(kind)


def _kinds(faults: Sequence[Fault]) -> list[list[Fault]]:
    kinds: dict[tuple[int, str, str], list[Fault]] = {}
    for fault in faults:
        key = (SEVERITIES.index(fault.severity), fault.rule, fault.message.split("；")[-1])
        kinds.setdefault(key, []).append(fault)
    return sorted(kinds.values(), key=lambda kind: SEVERITIES.index(kind[0].severity))


def _kind(faults: Sequence[Fault]) -> Iterator[str]:
    first = faults[0]
    same = len({fault.message for fault in faults}) == 1
    said = first.message if same else first.message.split("；")[-1]
    yield f"【{NAMES[first.severity]}】{said}（{len(faults)}处）"
    for fault in faults[:_MOST]:
        yield f"  {_where(fault)}" + ("" if same else f"  {fault.message}")
    if len(faults) > _MOST:
        yield f"  ……共 {len(faults)} 处，全部见 --json 或 --out"
    for label, path, quote in dict.fromkeys(
        (each.citation.label, each.citation.path, each.citation.quote)
        for each in faults
        if each.citation
    ):
        yield f"  依据：{label} {path}：“{quote}”"


def _where(fault: Fault) -> str:
    cells = "、".join(fault.cells[:_MOST_CELLS])
    more = f" 等 {len(fault.cells)} 处" if len(fault.cells) > _MOST_CELLS else ""
    return clean(f"{fault.sheet} {cells}{more}").strip()
