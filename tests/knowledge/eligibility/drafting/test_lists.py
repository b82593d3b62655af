"""Lists of people barred, alternatives and people preferred, in every form; days that close."""

from __future__ import annotations

from pathlib import Path

import pytest

from knowledge.data import parse
from knowledge.eligibility.drafting import draft_rules
from knowledge.notice import read_notice

SHEET = parse((Path(__file__).parent / "lists.yaml").read_text("utf-8"))
CASES = [
    (kind, heading, form)
    for kind in ("barred", "either", "preferred")
    for heading in SHEET[kind]["headings"]
    for form in SHEET["forms"]
]
NOTICE = """云山省人力资源和社会保障厅
云人社发〔2026〕5号
关于举办云山省第二届焊接技能竞赛的通知
各有关单位：
一、赛项和组别
设手工焊、机器人焊2个赛项，每个赛项均设职工组、学生组和教师组。
二、参赛条件
（一）2026年6月30日前年满18周岁的在职职工。
{block}
三、报名
{entering}
四、其他事项
对参赛资格有异议的，可于2026年9月5日前书面反映。领队会议于9月11日召开。
云山省人力资源和社会保障厅
2026年4月1日
"""


def drafted(block="", entering="报名办法另行通知。"):
    notice = read_notice("n", NOTICE.format(block=block, entering=entering).encode())
    return draft_rules(notice).rules


def written(heading, items, form):
    """The list as this form writes it."""
    lines = [
        form["mark"].format(n=at + 1, a="abcd"[at], c="①②③④"[at]) + item
        for at, item in enumerate(items)
    ]
    return f"（二）{heading}：{form['begin']}{form['between'].join(lines)}。"


def test_lists_were_found():
    assert len(CASES) > 200


@pytest.mark.parametrize(
    ("kind", "heading", "form"),
    CASES,
    ids=[f"{k}-{h}-{SHEET['forms'].index(f)}" for k, h, f in CASES],
)
def test_list(kind, heading, form):
    sheet = SHEET[kind]
    rules = drafted(written(heading, sheet["items"], form))
    checks = {rule.check for rule in rules}
    assert set(sheet["checks"]) <= checks
    assert not checks & set(sheet["without"])


@pytest.mark.parametrize("words", SHEET["closing"])
def test_closing(words):
    days = [str(r.params["at"])[:16] for r in drafted(entering=words) if r.check == "deadline"]
    assert days == ["2026-08-14 17:30"]
