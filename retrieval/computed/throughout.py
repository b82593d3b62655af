"""What all tracks and their groups come to, where a clause says how many each of them gets.

各工种分组别设金奖1名 with four tracks of two groups each are 4×2×1=8. How many groups each track
has is the notice's; a number of tracks that the question states must be theirs.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from math import prod

from knowledge import lazy_re
from knowledge.model import Track
from knowledge.numerals import CHINESE, arabic
from retrieval.computed.prize_sums import MONEY, paid
from retrieval.computed.rates import Worked
from retrieval.wording import say

_N = rf"(?:\d+|{CHINESE}|两|俩)"
_NOUN = r"(?:赛项|赛道|项目|工种|职业|岗位|专业|专项)"
_WHOLE = lazy_re.compile(
    r"加起来|加一[起块]|合起来|合计|总共|一共|总计|共(?=[^同享])|拢共|统共|全部|全加|报满|最多"
)
_ASKS = lazy_re.compile(r"多少|几|好多")
_TRACKS = lazy_re.compile(
    rf"(?<!第)(?P<n>{_N})个?(?:竞赛|比赛)?{_NOUN}|(?:全部|所有|各个?|每个)(?:竞赛|比赛)?{_NOUN}"
)
_ONE = lazy_re.compile(rf"(?:每|一|单|1|某)个?(?:竞赛|比赛)?{_NOUN}")
_GROUPS = lazy_re.compile(rf"(?P<n>{_N})个?组|组别|各组|每个?组|所有组|全部组")
_EACH = lazy_re.compile(
    rf"(?:[各每同]一?个?|以)(?:竞赛|比赛|参赛)?{_NOUN}(?P<by>[^，。；;\d]{{0,12}})"
)
_GRADE = r"(?:[特一二三四]等奖|[冠亚季]军|优胜奖|优秀奖|[金银铜][奖牌])"
_COUNTED = lazy_re.compile(rf"({_GRADE})(?:各)?(?:设|取|为)?(\d+)([名个人队组项枚块])")
_AWARDS = lazy_re.compile(r"奖|牌")
_PEOPLE = lazy_re.compile(r"(?:几|多少|好多)个?(?:人|名|位|选手|职工|员工|学生)")
_QUOTA = lazy_re.compile(
    r"(?:限报|限派|可报|不得?超过|最多|至多|选派|推荐|报)[^，。；;\d]{0,4}(\d+)([名人])"
)
_BY_GROUP = lazy_re.compile(r"([\u4e00-\u9fff]{2}组)(?:各|为|取)?(\d{1,4})([名人])")
_STEM = 2
"""So many characters of a group's name stand for it: 职工 for 职工组."""
_OF_TEAMS = lazy_re.compile(r"(?<!名)[（(][^）)]*队|团体赛|每队")


def throughout(
    question: str, texts: Iterable[str], tracks: Sequence[Track], chosen: Sequence[str] = ()
) -> Worked | None:
    """The number for all `tracks` (or the `chosen` ones), if they are asked for together.

    >>> each = [Track(id="a", name="焊工"), Track(id="b", name="电工")]
    >>> throughout("两个工种一共几个一等奖", ["各工种设一等奖3名、二等奖6名"], each).text
    '合计：2×3=6名。'
    """
    own = [t for t in tracks if not chosen or t.id in chosen]
    if not own or not (_WHOLE.search(question) and _ASKS.search(question)):
        return None
    if _ONE.search(question) or not _spans(question, own, tracks):
        return None
    texts = list(texts)
    for text in texts:
        each = _EACH.search(text)
        found = _due(question, text) if each else None
        if each and found:
            return _line(_times(question, own, by_group="组" in each["by"]), *found)
    return next((line for text in texts if (line := _of_groups(question, text, own))), None)


def _of_groups(question: str, text: str, own: Sequence[Track]) -> Worked | None:
    """All tracks, where a sentence counts the people of each of its groups for every one of them.

    >>> two = [Track(id="a", name="焊工"), Track(id="b", name="电工")]
    >>> _of_groups("所有工种全加起来多少人", "各工种青工组8名选手、师徒组6名选手进入决赛", two).text
    '合计：2×(8+6)=28名。'
    """
    each = _EACH.search(text)
    counts = _BY_GROUP.findall(text, each.end("by") - len(each["by"])) if each else []
    named = [c for c in counts if c[0][:_STEM] in question]
    counts = named or counts
    groups = {group for group, *_ in counts}
    had = all(not t.groups or groups <= {*t.groups} for t in own)
    units = {unit for *_, unit in counts}
    if not _PEOPLE.search(question) or _AWARDS.search(text) or _OF_TEAMS.search(text):
        return None
    if not had or len(groups) < len(counts) or len(units) != 1 or len(own) == 1:
        return None
    return _line([1] * len(own), [n for _, n, _ in counts], *units)


def _spans(question: str, own: Sequence[Track], tracks: Sequence[Track]) -> bool:
    """Whether the question is about all of them, in whatever number."""
    said = _TRACKS.search(question)
    if said is None:
        return len(own) < len(tracks) and bool(_GROUPS.search(question))
    return said["n"] is None or int(arabic(said["n"])) == len(own)


def _times(question: str, own: Sequence[Track], *, by_group: bool) -> list[int]:
    """How many times each track gets it: once, or once for each of its groups."""
    if not by_group:
        return [1] * len(own)
    groups = [[g for g in t.groups if g in question] or list(t.groups) for t in own]
    named = any(g in question for t in own for g in t.groups)
    if named:  # 骨干组: a track without it gets none
        groups = [[g for g in t.groups if g in question] for t in own]
        return [len(g) for g in groups if g]
    return [max(1, len(g)) for g in groups]


def _due(question: str, text: str) -> tuple[list[str], str] | None:
    """What is due each time, in one unit: prizes that are asked for, their money, else people."""
    counts = _COUNTED.findall(text)
    if MONEY.search(question):
        return _money([c for c in counts if c[0] in question] or counts, text)
    if counts and _AWARDS.search(question):
        named = [c for c in counts if c[0] in question]
        if not named and re.search(_GRADE, question):
            return None
        counts = named or counts
        return [n for _, n, _ in counts], counts[0][2]
    if counts or not _PEOPLE.search(question) or _OF_TEAMS.search(text):
        return None
    quota = _QUOTA.findall(text)
    return ([quota[0][0]], quota[0][1]) if len(quota) == 1 else None


def _money(counts: Sequence[tuple[str, str, str]], text: str) -> tuple[list[str], str] | None:
    amounts = paid(text)
    if not counts or any(grade not in amounts for grade, *_ in counts):
        return None
    return [f"{n}×{amounts[grade]}" if n != "1" else amounts[grade] for grade, n, _ in counts], "元"


def _line(times: Sequence[int], due: Sequence[str], unit: str) -> Worked | None:
    if not times or sum(times) == 1:
        return None
    total = sum(times) * sum(prod(map(int, each.split("×"))) for each in due)
    same = len(set(times)) == 1
    often = [str(n) for n in (len(times), times[0]) if n > 1] if same else []
    each = "+".join(due)
    factors = [*(often or [f"({'+'.join(map(str, times))})"])]
    factors.append(f"({each})" if len(due) > 1 else each)
    formula = f"{'×'.join(factors)}={total}{unit}"
    return Worked(say("worked.together", formula=formula), (f"{total}", *factors))
