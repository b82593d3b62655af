"""To whom a condition applies: groups, tracks, exceptions, days and units, in whole notices."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from knowledge.data import parse
from knowledge.eligibility.drafting import draft_rules
from knowledge.eligibility.judge import judge
from knowledge.eligibility.members import kinds, members
from knowledge.eligibility.person import read_person
from knowledge.notice import read_notice

from .test_whole_notices import at

HERE = Path(__file__).parent
SHEETS = parse((HERE / "scopes.yaml").read_text("utf-8"))
CASES = [(sheet, case) for sheet in SHEETS for case in sheet["cases"]]
HEAD = """云山省教育厅
云教〔2026〕5号
关于举办云山省{what}的通知
各有关单位：
一、分组
大赛设{groups}。
二、参赛条件
{words}
三、其他事项
请各单位认真组织。
云山省教育厅
2026年4月1日
"""
MEMBERS = parse((HERE / "members.yaml").read_text("utf-8"))


@cache
def read(name):
    notice = read_notice(name, (HERE / "notices" / f"{name}.txt").read_bytes())
    return notice, draft_rules(notice)


def test_cases_were_found():
    assert len(CASES) > 25
    assert len(MEMBERS) > 5
    assert {case["verdict"] for _, case in CASES} == {"eligible", "ineligible"}


@pytest.mark.parametrize(
    ("sheet", "case"), CASES, ids=[f"{s['notice']}：{c['name']}" for s, c in CASES]
)
def test_person(sheet, case):
    person, ignored = read_person({**sheet["base"], **case.get("with", {})})
    assert not ignored
    notice, rules = read(sheet["notice"])
    verdict = judge(
        notice,
        rules,
        person,
        at(case.get("as_of", sheet["as_of"])),
        case.get("track"),
    )
    said = "\n".join(f"{f.rule} {f.outcome} {f.explanation}" for f in verdict.findings)
    assert verdict.verdict == case["verdict"], said
    if "bars" in case:
        checks = {rule.id: rule.check for rule in rules.rules}
        broken = {checks.get(f.rule) for f in verdict.findings if f.outcome == "not_met"}
        assert broken == {case["bars"]}, said


@pytest.mark.parametrize("case", MEMBERS, ids=[case["name"] for case in MEMBERS])
def test_members(case):
    notice = read_notice("n", HEAD.format(**case).encode())
    assert case["group"] in notice.groups
    assert members(notice)[case["group"]] == (tuple(case["who"]) if case["who"] else None)


@pytest.mark.parametrize(
    ("words", "who"),
    [
        ("各类企业在职职工", ("worker", "flexible")),
        ("院校专任教师和在校学生", ("student", "teacher")),
        ("每队指导教师", None),
        ("本市居民", None),
        ("法定退休年龄以内", None),
    ],
)
def test_kinds(words, who):
    assert kinds(words) == who
