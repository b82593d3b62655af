"""Two things of one notice that a question joins, each asked by itself.

个人项目和团体项目保证金各收多少 asks what the one pays and what the other; 指挥和操作哪个时间长
how long each takes. What both are asked is said once, behind the second name or behind 的.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from knowledge import lazy_re
from knowledge.plain import comparable
from retrieval.question.lexicon import Words
from retrieval.question.mentions import longest_common
from retrieval.reply import Piece, Reply

_AND = lazy_re.compile(r"(?:和|与|跟|以及)")
_EACH = lazy_re.compile(
    r"(?P<own>[^，,。？?]*?)(?:分别|各自?(?![位赛单项类种地区组个级参代行]))(?P<ask>(?:是|要|为|有|收|占|给|发|能|得|定|谁|哪|多|几|什么|啥|怎么|在)[^，,。？?]*)$"
)
_MORE = lazy_re.compile(
    r"(?P<own>[^，,。？?]*?)(?:哪一?[个边项种组方]|谁)的?(?P<what>[^，,。？?更]{0,8}?)的?[更最]?"
    r"(?P<more>长|短|久|多|少|高|低|大|小|贵|便宜|早|晚|先|重)(?:一?[些点]|呢|啊)*$"
)
_HOW = {
    "长": "多长时间",
    "短": "多长时间",
    "久": "多长时间",
    "贵": "多少钱",
    "便宜": "多少钱",
    "早": "什么时候",
    "晚": "什么时候",
    "先": "什么时候",
}
_LASTING = lazy_re.compile(r"时间|限时|时长|用时")
_LEAST, _HALF = 2, 0.5


class Paired(NamedTuple):
    """The names of the two, and the question put to each."""

    names: tuple[str, str]
    questions: tuple[str, str]


def paired(text: str, words: Words) -> Paired | None:
    """The two questions in one (plain text); None if it joins no two things.

    >>> from retrieval.question.lexicon import words
    >>> paired("个人项目和团体项目的保证金各收多少", words()).questions
    ('个人项目的保证金收多少', '团体项目的保证金收多少')
    >>> paired("指挥和操作哪个限时更长", words()).questions
    ('指挥限时多长时间', '操作限时多长时间')
    """
    text = text.rstrip("?？。!！啊呢呀")
    found = _EACH.match(text) or _MORE.match(text)
    joints = list(_AND.finditer(found["own"])) if found else []
    if found is None or len(joints) != 1:
        return None
    one, other = found["own"][: joints[0].start()], found["own"][joints[0].end() :]
    other, matter = cut(other.removesuffix("的"), words)
    names = (one, other)
    if any(len(name) < _LEAST for name in names) or "还是" in text:
        return None
    ask = f"{matter}{_asking(found)}"
    return Paired(names, (f"{one}{ask}", f"{other}{ask}"))


def cut(side: str, words: Words) -> tuple[str, str]:
    """The second name and what both are asked: 团体项目, 的保证金."""
    if "的" in side[_LEAST:]:
        at = side.index("的", _LEAST)
        return side[:at], side[at:]
    starts = [f.start for f in words.asked(side) if f.start >= _LEAST and f.id != "tracks"]
    cut = min(starts, default=len(side))
    return side[:cut], side[cut:]


def _asking(found: re.Match[str]) -> str:
    """What is asked of each: 收多少, 限时多长时间."""
    if "more" not in found.re.groupindex:
        return found["ask"].removeprefix("是")
    what = re.sub(r"得$", "", found["what"])
    if found["more"] in {"多", "少", "高", "低", "大", "小", "重"}:
        return f"{what}多少"
    return f"{what if _LASTING.search(what) or not what else f'{what}的'}{_HOW[found['more']]}"


def both_told(names: tuple[str, str], replies: Sequence[Reply]) -> list[tuple[str, Reply]]:
    """Each thing with what is told of it; none if not each is answered by what speaks of it."""
    told: list[tuple[str, Reply]] = []
    for name, own, reply in zip(names, _cores(*names), replies, strict=True):
        pieces = tuple(p for p in reply.pieces if _speaks(own, f"{p.scope}{p.text}"))
        pieces = pieces or tuple(p for p in reply.pieces if _speaks(own, _quoted(p)))
        if reply.status != "answered" or not pieces:
            return []
        told.append((name, reply.model_copy(update={"pieces": pieces})))
    return told


def _cores(one: str, other: str) -> tuple[str, str]:
    """What tells the two apart: 个人 and 团体 of 个人项目 and 团体项目."""
    least = min(len(one), len(other)) - _LEAST
    end = 0
    while end < least and one[-1 - end] == other[-1 - end]:
        end += 1
    return one[: len(one) - end], other[: len(other) - end]


def _quoted(piece: Piece) -> str:
    return "".join(c.quote for c in piece.citations)


def _speaks(own: str, text: str) -> bool:
    return longest_common(comparable(own), comparable(text))[0] >= max(_LEAST, len(own) * _HALF)
