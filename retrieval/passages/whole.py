"""Parts of one answer that are not cut apart: every paper of a list, every share of a whole.

材料扫描为一个PDF文件，以单位命名发送 tells the form and the name of a file; 甲占30%，乙占40% all
parts of the marks.
"""

from __future__ import annotations

from knowledge import lazy_re
from retrieval.question.asked import Asked

_PAPERS = frozenset({"materials", "paper", "hand_in"})
_WHAT = frozenset({"how", "what", "list", "which"})
_PAPER = lazy_re.compile(
    r"(?:报名|申请|申报|汇总|登记|推荐|信息|确认|审[核批查])表|复印件|扫描|原件|证明|照片|承诺书|回执|名单"
    r"|pdf|word|excel|jpe?g|mp[34]|压缩包|格式"
)
_FORMAT = lazy_re.compile(r"pdf|word|excel|jpe?g|mp[34]|压缩包|格式|扫描")
_PARTS = lazy_re.compile(r"理论|实操|操作技能|实际操作")
_SHARES = frozenset({"share", "weight"})
_EACH = lazy_re.compile(r"各|分别|每(?:一)?(?:块|部分|项|类|个)|哪些|哪几|都|构成|组成|怎么分|几块")
_SHARE = lazy_re.compile(r"\d(?:\.\d+)?%")
_LEAST = 2


def broken(plain: str, cut: str, asked: Asked) -> bool:
    """Whether a part (`cut`) of a sentence leaves out what belongs to the answer.

    >>> from retrieval.question.asked import asked as read
    >>> from retrieval.question.lexicon import words
    >>> said = "打印报名表并盖章,与身份证复印件一并报送"
    >>> broken(said, "与身份证复印件一并报送", read("要交什么材料", words()))
    True
    """
    if len(cut) >= len(plain) or cut not in plain:
        return False
    rest = plain.replace(cut, "\n", 1)
    concepts = set(asked.concepts)
    papers = _PAPER if concepts & _PAPERS else _FORMAT if "格式" in asked.plain else None
    if papers is not None and asked.forms & _WHAT and papers.search(rest):
        return True
    if _PARTS.search(rest):
        return False  # 理论占几成 is not about the practice
    several = len(_SHARE.findall(plain)) >= _LEAST and _SHARE.search(rest) is not None
    return several and bool(concepts & _SHARES) and _EACH.search(asked.plain) is not None
