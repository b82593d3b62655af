"""What a yes or no is asked of: 邮寄到单位 in 成绩单能邮寄到单位吗.

A sentence that says nothing of it is no answer, whatever it says of what stands before it:
初赛成绩不计入总分 does not tell 初赛断网了能重考吗.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from functools import lru_cache

from knowledge import lazy_re
from knowledge.model import Frozen
from retrieval.question.asked import Asked
from retrieval.question.lexicon import Words

_CAN = (
    r"能不能|可不可以|会不会|要不要|用不用|需不需要|允不允许|准不准|让不让|能否|可否|会否|是否"
    r"|有没有|有无|可以|允许|需要|必须|(?<![人智职技性才功可])能|(?<!社|协|工|议|机|大|委|员|年|典|学)会(?!议|员|场|务|展|徽)|准许|(?<![邀没还只])有"
)
_MODAL = lazy_re.compile(_CAN)
_END = lazy_re.compile(r"(?:了?(?:可以|行|成|好)?(?:吗|么|嘛|没有|没|不|否|吧|呢|啊)+)[?？]*$")
_BREAK = lazy_re.compile(r"[，,、\s]")
_SEGMENT = lazy_re.compile(r"[，,；;。]")
_ALLOWS = lazy_re.compile(r"可|允许|能够|有权|不[影限受设作]")
_ABSTRACT = lazy_re.compile(
    r"(?:影响|办法|关系|机会|说法|问题|要求|限制|规定|可能|必要|有效|算数|以后|之后|时候)+"
)
"""Words that name no thing."""
_LATIN = 3
"""Fewer Latin letters than these name no thing."""
_APPLIES = "申请"
_LIGHT = lazy_re.compile(
    r"[带用拿进去来上下到放身边里面再还也都先直接自己]*|(?:报|上场|下场|参加|参赛).*"
)
"""Words that go with anything, and those of taking part."""


class Whether(Frozen):
    """What is asked whether it is so: words of the question's own, and concepts."""

    runs: tuple[str, ...]
    concepts: frozenset[str]
    literal: tuple[str, ...] = ()
    """The words of the concepts."""
    instead: tuple[str, ...] = ()
    """What notices write for the words."""

    def told(self, text: str, said: Collection[str]) -> bool:
        """Whether a sentence with its headings (comparable) says anything of it.

        >>> asked = Whether(runs=("重考",), concepts=frozenset())
        >>> asked.told("初赛成绩不计入决赛总成绩。", ()), asked.told("断网的安排重新考试。", ())
        (False, False)
        """
        if any(word in text for word in (*self.literal, *self.instead)):
            return True
        if not self.concepts.isdisjoint(said):
            return True
        return any(piece in text for run in self.runs for piece in _pieces(run))


@lru_cache(maxsize=512)
def whether(asked: Asked, words: Words) -> Whether | None:
    """What a question asks yes or no of; None if it is none, or names nothing of its own.

    >>> from retrieval.question.asked import asked as read
    >>> from retrieval.question.lexicon import words
    >>> whether(read("初赛断网了能重考吗", words()), words()).runs
    ('重考',)
    """
    if "yes_no" not in asked.forms:
        return None
    text = asked.plain
    start, end = _span(text)
    if start is None:
        return None
    found = [f for f in words.asked(text) if start < f.end and f.start < end and f.start >= start]
    runs = tuple(_runs(asked, text, start, end))
    meant = [m for m in asked.meant if (at := text.find(m.said, start)) >= 0 and at < end]
    if not runs:
        return None
    return Whether(
        runs=runs,
        concepts=frozenset(f.id for f in found),
        literal=tuple(text[f.start : f.end] for f in found),
        instead=tuple(word for m in meant for word in m.words),
    )


def of_a_rule(text: str) -> bool:
    """Whether a question (comparable) is if one may, can or must do something.

    >>> of_a_rule("外借的人员能代表我们吗"), of_a_rule("明天下不下雨")
    (True, False)
    """
    return bool(_MODAL.search(text) and _END.search(text))


def permits(asked: Asked, words: Words, text: str) -> bool:
    """Whether the words (comparable) that allow something say anything of what is asked.

    可带助手1名，助手在开赛前离场 does not allow 助手能一直留在里面吗.
    """
    act = whether(asked, words)
    if act is None:
        return True
    return any(
        _ALLOWS.search(segment) and act.told(segment, words.said(segment))
        for segment in _SEGMENT.split(text)
    )


def _span(text: str) -> tuple[int | None, int]:
    """Where in a question stands what is asked; of several parts the last with a modal."""
    ends = _END.search(text)
    end = ends.start() if ends else len(text)
    last = None
    for match in _MODAL.finditer(text, 0, end):
        rest = text[match.end() : end]
        if rest and not _BREAK.search(rest):
            last = match.end() if last is None or _BREAK.search(text[last : match.end()]) else last
    return last, end


def _runs(asked: Asked, text: str, start: int, end: int) -> Iterator[str]:
    """The question's own words there, of two characters or more, without those that say nothing."""
    for run in asked.content:
        at = text.find(run)
        if at < 0 or at + len(run) <= start or at >= end:
            continue
        own = text[max(at, start) : min(at + len(run), end)].removeprefix(_APPLIES)
        if (
            len(own) > 1
            and not (own.isascii() and len(own) < _LATIN)
            and not (_ABSTRACT.fullmatch(own) or _LIGHT.fullmatch(own))
        ):
            yield own


def _pieces(run: str) -> Iterator[str]:
    """Its pairs; a word in Latin letters is one piece: no address with its letters names wifi."""
    if run.isascii():
        yield run
        return
    for i in range(len(run) - 1):
        yield run[i : i + 2]
