"""A thing a question asks for by its name and of which the notice has not a word: 考哪些穴位.

What was found beside it is still told, but under the plain words that the notice does not speak of
that thing, so that nobody takes the one for the other.
"""

from __future__ import annotations

from knowledge import lazy_re
from knowledge.plain import comparable
from retrieval.passages.units import Reading, pairs
from retrieval.question.asked import Asked
from retrieval.question.everyday import common_words
from retrieval.question.lexicon import Words
from retrieval.reply import Piece, Reply
from retrieval.wording import say

_NOUN = lazy_re.compile(
    r"(?:考|比|做|练|背|画|拍|飞|唱|跳|烧|炒)(?:试|的|是)*(?:哪[些几个种]|什么|啥)个?"
    r"(?P<noun>[\u4e00-\u9fff]{2,3})(?:呢|啊|呀|的)?[?？]?$"
)
"""What is examined or made, by its name."""
_VAGUE = frozenset(
    "时候样人事用会去来办做好的了吗法证奖赛题地方西思况点里面头处子话说过"
    "市省县区校馆厅楼层室号天日月年周届式级类型格容围求准务构序"
)
"""Characters of words that name no one thing (时候, 东西) or but a kind of them (城市, 范围)."""


def with_unheard(reading: Reading, words: Words, reply: Reply, asked: Asked) -> Reply:
    """The reply, led by that the notice does not speak of the thing; itself where it does."""
    match = _NOUN.search(asked.plain) if reply.status == "answered" else None
    if match is None or not _strange(match["noun"], reading, words, asked):
        return reply
    text = say("unheard", what=match["noun"])
    lead = Piece(text=text, citations=(), computed=(text,))
    update = {"status": "partial", "reason": "not_in_notice", "pieces": (lead, *reply.pieces)}
    return reply.model_copy(update=update)


def _strange(noun: str, reading: Reading, words: Words, asked: Asked) -> bool:
    """Whether a noun is a common word that neither notice nor lexicon knows anything of."""
    if noun not in common_words() or _VAGUE & set(noun):
        return False
    if any(noun in m.said or m.said in noun for m in asked.meant) or words.asked(noun):
        return False
    known = any(reading.knows(pair) for pair in pairs(noun))
    return not known and noun not in comparable(reading.notice.text)
