"""我能报吗: who tells nothing of himself asks who may enter at all."""

from __future__ import annotations

from knowledge import lazy_re
from retrieval.entrants.personal import told_of
from retrieval.entrants.persons import persons
from retrieval.passages.entering import asks_open
from retrieval.question.asked import Asked, asked
from retrieval.question.lexicon import Words

_ENTERS = lazy_re.compile(
    r"(?:我们?|俺们?|咱们?|本人)?(?:到底|究竟|也)?"
    r"(?:能不能|可不可以|可否|能否|能|可以|够不够格|够格|有没有资格|有资格)"
    r"(?:去|来)?(?:参加|参赛|报名|报)(?:这个|这次|本次)?(?:比赛|大赛|竞赛)?(?:吗|不|么|嘛|吧|呢)?[?？。!！]*$"
)
_OPEN = lazy_re.compile(r"还|现在|今天|目前|晚|迟|再|都|一起|同时|两")
"""Whether entering is still open, or what may be entered besides, is another question."""
_OF_ENTRY = frozenset({"who_can", "enrol"})
_ASK = "谁能参加"


def as_conditions(ask: Asked, words: Words) -> Asked:
    """The question who may enter, where only that is asked; others are left.

    >>> from retrieval.question.lexicon import words
    >>> as_conditions(asked("我能报吗", words()), words()).plain
    '谁能参加'
    >>> as_conditions(asked("我15岁能报吗", words()), words()).plain
    '我15岁能报吗'
    """
    if not _ENTERS.search(ask.plain) or _OPEN.search(ask.plain) or asks_open(ask):
        return ask
    if set(ask.concepts) - _OF_ENTRY or any(len(run) > 1 for run in ask.content):
        return ask
    if told_of(ask) or persons().kind(ask.plain) is not None:
        return ask
    return asked(_ASK, words)
