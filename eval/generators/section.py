"""What the trials found, as a section of the report."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from eval.generators.model import Trial
from eval.report.codes import in_words
from eval.report.model import Example, Section, Table

WORDS = (
    "按种子生成的问法和通知。换种说法：原来答对的题换说法后还要答对。改一个数字：引文里那个数字改了，答案要跟着改。",
    "夹带指令：正文里混进对读者（人或程序）的指令，其余问题的回答要一字不变。",
    "改名、顺延：通知里改了，答案里也要同样地改。加进别处的通知：选定了通知的问题，回答一字不变。",
)
_SHOWN = 3
"""Examples of each kind."""


def section(trials: Sequence[Trial], seed: int) -> Section:
    """How many held of each kind, with some that did not."""
    every, right = Counter(t.kind for t in trials), Counter(t.kind for t in trials if t.right)
    rows = tuple(
        (kind, str(count), str(right[kind]), f"{right[kind] / count:.1%}")
        for kind, count in every.items()
    )
    table = Table(title="", head=("做法", "次数", "成立", "份额"), rows=rows, note=f"种子 {seed}。")
    return Section(
        id="generated",
        title="生成的问法和通知",
        words=WORDS,
        tables=(table,),
        examples=wrong(trials),
    )


def wrong(trials: Sequence[Trial]) -> tuple[Example, ...]:
    """The first of each kind that did not hold."""
    seen: Counter[str] = Counter()
    found = []
    for each in trials:
        if not each.right and seen[each.kind] < _SHOWN:
            seen[each.kind] += 1
            found.append(
                Example(
                    id=f"{each.kind} {each.id}",
                    question=each.question,
                    answer="",
                    evidence="",
                    reasons=(in_words(each.reason),),
                )
            )
    return tuple(found)
