"""Single sentences: what each wording of a condition is read as."""

from __future__ import annotations

from pathlib import Path

import pytest

from knowledge.data import parse
from knowledge.eligibility.drafting import draft_rules
from knowledge.notice import read_notice

SENTENCES = parse((Path(__file__).parent / "sentences.yaml").read_text("utf-8"))
NOTICE = """云山省人力资源和社会保障厅
云人社发〔2026〕5号
关于举办云山省第二届焊接技能竞赛的通知
各市人力资源和社会保障局，各有关单位：
现将有关事项通知如下。
一、赛项和组别
设手工焊、机器人焊2个赛项{groups}。
二、参赛条件
（一）{words}
三、其他事项
请各单位认真组织。
云山省人力资源和社会保障厅
2026年4月1日
"""


UNJUDGED = {"groups", "note", "not_over", "when_told", "unread_words", "unheard"}


def drafted(words, *, groups=True):
    """The judged rules a sentence under 参赛条件 gives."""
    named = "，每个赛项均设职工组、学生组和教师组" if groups else ""
    notice = read_notice("n", NOTICE.format(words=words, groups=named).encode())
    return [
        rule
        for rule in draft_rules(notice).rules
        if rule.check not in UNJUDGED and rule.id != "silent"
    ]


def within(wanted, given):
    """Whether the wanted parameters are among the given ones; lists as sets."""
    return all(
        set(value) == set(given[key]) if isinstance(value, list) else given.get(key) == value
        for key, value in wanted.items()
    )


def test_sentences_were_found():
    assert len(SENTENCES) > 80


@pytest.mark.parametrize("case", SENTENCES, ids=[case["name"] for case in SENTENCES])
def test_sentence(case):
    rules = drafted(case["say"], groups=not case.get("groups_none"))
    said = [(rule.check, rule.params, rule.groups, rule.capacities) for rule in rules]
    wanted = [next(iter(each.items())) for each in case["gives"]]
    rest = list(rules)
    for check, params in wanted:
        fitting = [rule for rule in rest if rule.check == check and within(params, rule.params)]
        assert fitting, (check, params, said)
        rest.remove(fitting[0])
        if "groups" in case:
            assert set(fitting[0].groups) == set(case["groups"]), said
        if "who" in case:
            assert set(fitting[0].capacities) == set(case["who"]), said
        assert fitting[0].strength == case.get("strength", "must"), said
        assert fitting[0].drafted
    assert case.get("loose") or not rest, said
