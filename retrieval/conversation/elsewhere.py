"""他是全国大赛的选手, 我带过省赛: what somebody was at another contest names none to ask about."""

from __future__ import annotations

from collections.abc import Sequence

from knowledge import lazy_re
from retrieval.question.mentions import Span

_WAS = lazy_re.compile(
    r"(?:我|俺|他|她|有个|有一个|另一个|一个|同事|徒弟|学生|队员|搭档|师傅)[^，,。；;？?]{0,6}?"
    r"(?:(?:(?:参加|带|当|做|报|比|打|去|拿|获|得|评)(?:了|过)|(?:拿|获|得|评)的?是?)[^，,。；;？?]{0,30}"
    r"|(?:也|都|还|就)?是[^，,。；;？?]{2,30}?的?(?:参赛)?(?:选手|队员|教练员?|专家|裁判员?|评委|获奖者|第[一二三四五六\d]名|[一二三]等奖))"
)
_NOW = lazy_re.compile("今年|今届|这一?届|本届|这次|这回")


def was_elsewhere(text: str, names: Sequence[Span]) -> bool:
    """Whether all names of competitions in a turn (plain) tell where somebody took part before.

    >>> was_elsewhere("我带过第二届全国技能大赛的选手", [(3, 6)])
    True
    >>> was_elsewhere("第二届全国技能大赛几号", [(0, 3)]), was_elsewhere("我带过学生", [])
    (False, False)
    """
    told = [m.span() for m in _WAS.finditer(text) if not _NOW.search(m[0])] if names else []
    return bool(told) and all(any(s <= a and b <= e for s, e in told) for a, b in names)
