"""What befell somebody in his own life: 猫不吃饭怎么办 is no question about a competition.

It is recognised by what no notice has a word for, beside matters that are everybody's: meals, a
telephone, social insurance. Where a contest is held is a matter of its own.
"""

from __future__ import annotations

from collections.abc import Callable

from knowledge import lazy_re
from retrieval.passages.units import pairs
from retrieval.question.lexicon import Words

_HELP = lazy_re.compile(
    r"(?:怎么|咋个?|如何|怎样)(?:办|修|治|弄|整|搞|补救|处理|解决|恢复)[呢啊呀]?$|咋整[啊呢]?$"
)
"""How to help it."""
_OF_EVENTS = frozenset({"lodging", "hotel", "transit", "parking"})
"""What a contest has too: only whom it befell, said in front, tells it is none of a contest."""
_NUMBERS = lazy_re.compile(r"^(?:号码?|卡|费|证)|[办修治弄整搞]$")
"""手机号换了 has no word 号换."""
_AT_CONTEST = lazy_re.compile(r"赛场|考场|赛位|候赛|检录|比赛现场|竞赛现场|裁判|选手|领队")
_DOING = lazy_re.compile(r"^[办修治弄整搞吃喝住坐骑开用带买订交去来有没]$")
"""One character that names no thing."""


def at_contest(text: str) -> bool:
    """Whether a question (comparable) names where contests are held, or who is there.

    >>> at_contest("导盲犬能进赛场吗"), at_contest("导盲犬能进地铁吗")
    (True, False)
    """
    return bool(_AT_CONTEST.search(text))


def befell(text: str, words: Words, knows: Callable[[str], bool]) -> bool:
    """Whether a question (comparable) asks how to help what concerns no competition.

    `knows`: whether some notice has words of a stretch.

    >>> from retrieval.question.lexicon import words
    >>> befell("手机屏幕碎了怎么修", words(), lambda run: False)
    True
    >>> befell("报名表填错了怎么办", words(), lambda run: False)
    False
    """
    if not _HELP.search(text) or at_contest(text) or words.is_domain(text):
        return False
    found = words.asked(text)
    if not found or not {f.id for f in found} <= words.life:
        return False
    start, end = min(f.start for f in found), max(f.end for f in found)
    front, behind = (_runs(part, words) for part in (text[:start], text[end:]))
    if _OF_EVENTS & {f.id for f in found}:
        behind = []  # 住的地方没空调 may be where contestants live
    elif any(len(run) == 1 for run in front):
        return False
    strange = [r for r in (*front, *behind) if not any(map(knows, pairs(r)))]
    return any(len(run) > 1 or run in front for run in strange)


def _runs(part: str, words: Words) -> list[str]:
    """The words of a part of a question that name things notices have no words for themselves."""
    written = [m.said for m in words.meant(part)]  # 过敏, 断网
    runs = (_NUMBERS.sub("", run) for run in words.content(part, ()))
    return [
        r
        for r in runs
        if r and not _DOING.match(r) and not any(said in r or r in said for said in written)
    ]
