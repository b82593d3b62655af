"""Sentences on schools of another stage: 本科院校学生不在范围内 says nothing of 高职."""

from __future__ import annotations

from knowledge import lazy_re

_STAGES = (
    lazy_re.compile("研究生|硕士|博士"),
    lazy_re.compile("本科"),
    lazy_re.compile("高职|大专|专科|高等职业"),
    lazy_re.compile("中职|中专|职高|中等职业"),
    lazy_re.compile("技工|技校|技师学院"),
    lazy_re.compile("小学|初中|高中|中学"),
)


def of_another_stage(question: str, said: str) -> bool:
    """Whether a question names a stage of schooling, and a sentence only others (comparable).

    >>> of_another_stage("我高职的能报不", "本科院校学生不在本次竞赛范围内")
    True
    >>> of_another_stage("学生能报不", "本科院校学生不在范围内")
    False
    >>> of_another_stage("高职", "中职、高职")
    False
    """
    asked = {i for i, stage in enumerate(_STAGES) if stage.search(question)}
    named = {i for i, stage in enumerate(_STAGES) if stage.search(said)} if asked else set[int]()
    return bool(asked and named) and not asked & named
