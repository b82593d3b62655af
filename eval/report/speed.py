"""Sections about time and memory, and about the worst answers."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from eval.report.about import peak_memory
from eval.report.codes import in_words
from eval.report.model import Curves, Example, Section, Series, Table
from eval.run import Run
from eval.scored import Scored
from eval.shown import wrongs

PERCENTILES = (50, 90, 95, 99, 100)
_POINTS = tuple(range(0, 101, 2))
_SHOWN = 40


def latency(run: Run) -> Section:
    """Percentiles of the time an answer takes, and the memory of the whole run."""
    times = np.array([each.seconds for each in run.asked()]) * 1000
    rows = [(f"{p}%", f"{np.percentile(times, p):.1f}") for p in PERCENTILES]
    memory = peak_memory()
    facts = [("整套评测，秒", f"{run.seconds:.0f}"), ("回答，题", str(len(times)))]
    facts += [("进程", str(run.processes))]
    facts += [("内存峰值，最大的一个进程，MiB", f"{memory:.0f}")] if memory else []
    curve = Series(name="回答", x=_POINTS, y=tuple(float(np.percentile(times, p)) for p in _POINTS))
    return Section(
        id="latency",
        title="时间和内存",
        words=(
            "每题只问一次，一个进程里一题接一题；每个进程的第一题带着打开向量模型的时间。",
            "几个进程同时评时互相有些耽误；只看速度请用 --jobs 1，或看“速度和内存”一节。",
        ),
        tables=(
            Table(title="一次回答，毫秒", head=("百分位", "毫秒"), rows=tuple(rows)),
            Table(title="整个运行", head=("", ""), rows=tuple(facts)),
        ),
        plots=(Curves(title="回答用时", x="百分位", y="毫秒", series=(curve,), log_y=True),),
    )


def worst(found: Sequence[Scored]) -> Section:
    """The answers with the gravest faults: question, answer and evidence side by side."""
    wrong = sorted((each for each in found if wrongs(each)), key=_grave)
    return Section(
        id="worst",
        title="最差的案例",
        words=(f"有毛病的回答 {len(wrong)} 个，先列最重的 {min(len(wrong), _SHOWN)} 个。",),
        examples=tuple(_example(each) for each in wrong[:_SHOWN]),
    )


def _grave(each: Scored) -> tuple[bool, bool, bool, int, str]:
    """Answered where silence was right, another notice, wrong, then what is badly proven."""
    false_answer = not each.silent and each.expect in {"not_stated", "out_of_scope"}
    return (not false_answer, not each.other_notices, each.right, -len(wrongs(each)), each.id)


def _example(each: Scored) -> Example:
    return Example(
        id=each.id,
        question=" → ".join((*each.earlier, each.question)),
        answer=each.text,
        evidence=each.evidence_text or in_words(f"应为 {each.expect}"),
        reasons=tuple(map(in_words, wrongs(each))),
    )
