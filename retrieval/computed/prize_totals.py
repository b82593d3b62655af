"""How many win, and what the prizes cost, told by the statement for the kind that is asked about.

职工组设一等奖3名、二等奖6名；学生组设… are two statements: of several the one is taken whose
words before its first prize the question says most; where two fit alike, none.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from typing import Literal, NamedTuple

from knowledge import lazy_re
from retrieval.computed.prize_sums import COUNT, MONEY, TOGETHER_ALL, paid, spelled, times_of
from retrieval.computed.rates import Worked
from retrieval.computed.sums import prizes_named
from retrieval.wording import say

_GRADE = lazy_re.compile(r"(?:[特一二三四]等|优胜|优秀|[金银铜])奖|[冠亚季]军")
_STATEMENT = lazy_re.compile(
    r"[。；;\n]|[，,](?=[^，,。；;]{0,14}?(?:组|赛|队)[^，,。；;\d]{0,8}[特一金冠](?:等|奖|军))"
)
_PER_TRACK = lazy_re.compile(r"[各每]个?(?:赛项|项目|工种|职业|赛道|组别)")
_ONE_TRACK = lazy_re.compile(r"[一每各单]个?(?:赛项|项目|工种|职业|赛道)|\d个?(?:赛项|项目|工种)")
_GROUPS = lazy_re.compile(r"(?:(?![各每分])[\u4e00-\u9fff]){2}组(?![成别织委])")
_PEOPLE = lazy_re.compile(r"(?:多少|几|好多)个?(?:人|名|位|队|支|奖(?!金|励))|(?:多少|几)人")
_GENERAL = lazy_re.compile(
    r"(?:几|多少|好多)个?(?:人|名|位|奖|队)|奖金|奖励|标准|成绩|名次|分别|各[赛项]项"
)
"""What is said of prizes of any kind; 几个人 is no 个人赛."""
_OF_PRIZES = lazy_re.compile(r"奖|[金银铜]牌|[冠亚季]军")
_SEVERAL = 2


_Of = Literal["counts", "amounts"]


class _Part(NamedTuple):
    head: str
    """What it says before its first prize."""
    counts: Mapping[str, str]
    amounts: Mapping[str, str]
    unit: str


def prize_total(question: str, texts: Iterable[str]) -> Worked | None:
    """The winners, or the money, of all prizes asked for together; None where it is not certain.

    >>> texts = ["职工组设一等奖3名、二等奖6名；学生组设一等奖2队、二等奖4队"]
    >>> prize_total("职工组一二等奖加起来几个人", texts).text
    '合计：3+6=9名。'
    """
    if not (TOGETHER_ALL.search(question) and _OF_PRIZES.search(question)):
        return None
    parts = list(dict.fromkeys(p for text in texts for p in _statements(text)))
    found = [part for text in parts if (part := _read(text)) is not None]
    counting = _meant(question, [p for p in found if len(p.counts) >= _SEVERAL], "counts")
    if counting is None or (_PER_TRACK.search(counting.head) and not _ONE_TRACK.search(question)):
        return None
    named = prizes_named(spelled(question))
    grades = [g for g in counting.counts if g in named or g in question] or list(counting.counts)
    if len(grades) < _SEVERAL or not named <= {*grades}:
        return None
    often = times_of(question, "。".join(parts))
    if MONEY.search(question):
        return _money(question, found, counting, grades, often)
    each = [counting.counts[g] for g in grades]
    people = _PEOPLE.search(question)
    return _line(each, Decimal(sum(map(int, each))), counting.unit, often) if people else None


def _statements(text: str) -> list[str]:
    """The statements of a text; what begins with a prize goes on with the one before."""
    found: list[str] = []
    for part in _STATEMENT.split(text):
        if found and _GRADE.match(part) and _GRADE.search(found[-1]):
            found[-1] += f"，{part}"
        else:
            found.append(part)
    return found


def _money(
    question: str, found: Sequence[_Part], counting: _Part, grades: Sequence[str], often: int
) -> Worked | None:
    paying = _meant(question, [p for p in found if len(p.amounts) >= _SEVERAL], "amounts")
    if paying is None or any(g not in paying.amounts for g in grades):
        return None
    terms = [(counting.counts[g], paying.amounts[g]) for g in grades]
    one = sum((Decimal(n) * Decimal(amount) for n, amount in terms), Decimal(0))
    return _line([f"{n}×{amount}" for n, amount in terms], one, "元", often)


def _line(each: Sequence[str], total: Decimal, unit: str, often: int) -> Worked:
    shown = "+".join(each)
    formula = f"({shown})×{often}" if often > 1 else shown
    whole = f"{total * often}"
    text = say("worked.together", formula=f"{formula}={whole}{unit}")
    return Worked(text, (whole,))


def _read(text: str) -> _Part | None:
    first = _GRADE.search(text)
    if first is None:
        return None
    counted = COUNT.findall(text)
    units = {m[0][-1] for m in COUNT.finditer(text)}
    counts = dict(counted) if len(units) == 1 and len(dict(counted)) == len(counted) else {}
    return _Part(text[: first.start()], counts, paid(text), next(iter(units), ""))


def _meant(question: str, parts: Sequence[_Part], of: _Of) -> _Part | None:
    """The one part about the kind the question names; those alike in what is added up are one."""
    groups = set(_GROUPS.findall(question))
    parts = [p for p in parts if not (groups and _GROUPS.findall(p.head)) or _of(groups, p.head)]
    asked = _GENERAL.sub("\n", question)
    heads = [_GENERAL.sub("\n", p.head) for p in parts]
    said = [sum(head[i : i + 2] in asked for i in range(len(head) - 1)) for head in heads]
    most = max(said, default=0)
    best = [p for p, much in zip(parts, said, strict=True) if much == most]
    told = {tuple(getattr(p, of).items()) for p in best}
    return best[0] if len(told) == 1 else None


def _of(groups: set[str], head: str) -> bool:
    return any(group in head for group in groups)
