"""Whole notices drafted: people judged by the draft, and what holds for every draft."""

from __future__ import annotations

import time
from collections import Counter
from datetime import datetime
from functools import cache
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from eligibility.conftest import all_cases, person_of
from knowledge.data import parse
from knowledge.eligibility.drafting import draft_rules
from knowledge.eligibility.drafting.written import written
from knowledge.eligibility.judge import judge
from knowledge.eligibility.person import read_person
from knowledge.eligibility.rules import load_rules
from knowledge.eligibility.ties import tie
from knowledge.eligibility.unreviewed import MARK
from knowledge.notice import read_notice

HERE = Path(__file__).parent
TEXTS = {path.stem: path for path in sorted((HERE / "notices").glob("*.txt"))}
SHEETS = parse((HERE / "persons.yaml").read_text("utf-8"))
CASES = [(sheet, case) for sheet in SHEETS for case in sheet["cases"]]
_SHARE_RIGHT, _SHARE_SWAPPED = 0.85, 0.03
_PAGES = 50


@cache
def read(name):
    notice = read_notice(name, TEXTS[name].read_bytes())
    return notice, draft_rules(notice)


def at(text):
    return datetime.fromisoformat(str(text)).replace(tzinfo=ZoneInfo("Asia/Shanghai"))


def judged(sheet, case):
    base = {
        key: value for key, value in sheet["base"].items() if key not in case.get("without", [])
    }
    person, ignored = read_person({**base, **case.get("with", {})})
    assert not ignored
    notice, rules = read(sheet["notice"])
    return judge(notice, rules, person, at(case.get("as_of", sheet["as_of"])), case.get("track"))


def test_notices_were_found():
    assert len(TEXTS) >= 15
    assert {sheet["notice"] for sheet in SHEETS} <= set(TEXTS)


@pytest.mark.parametrize(
    ("sheet", "case"), CASES, ids=[f"{s['notice']}：{c['name']}" for s, c in CASES]
)
def test_person(sheet, case):
    verdict = judged(sheet, case)
    said = "\n".join(f"{f.rule} {f.outcome} {f.explanation}" for f in verdict.findings)
    assert verdict.verdict == case["verdict"], said


@pytest.mark.parametrize("name", TEXTS)
def test_every_drafted_rule_stands_in_the_notice(name):
    notice, rules = read(name)
    tied = list(tie(notice, rules))
    assert tied
    assert all(item.valid and item.rule.drafted for item in tied)


@pytest.mark.parametrize("name", TEXTS)
def test_a_draft_is_written_and_loaded_the_same(name):
    _, rules = read(name)
    assert load_rules(written(rules)) == rules


@pytest.mark.parametrize("name", TEXTS)
def test_the_same_notice_gives_the_same_draft(name):
    notice, rules = read(name)
    assert draft_rules(notice) == rules


def test_every_verdict_is_marked():
    for sheet, case in CASES:
        first, *rest = judged(sheet, case).findings
        assert first.outcome == "remark"
        assert MARK in first.explanation
        assert all(MARK in found.explanation for found in rest)


@pytest.mark.parametrize("name", ["h-gengzheng-photo", "i-buchong-gb18030"])
def test_a_correction_makes_nobody_eligible(name):
    notice, rules = read(name)
    verdict = judge(notice, rules, read_person({"age": 30})[0], at("2026-05-01"))
    assert verdict.verdict == "need_info"


def test_drafts_of_the_bundled_notices_agree_with_their_rules_by_hand(notices):
    drafts = {name: draft_rules(notice) for name, notice in notices.items()}
    counted = Counter()
    for sheet, case in all_cases():
        if "verdict" not in case:
            continue
        name, as_of = sheet["notice"], at(case.get("as_of", sheet["as_of"]))
        person, _ = read_person(person_of(sheet, case))
        found = judge(notices[name], drafts[name], person, as_of, case.get("track")).verdict
        swapped = {found, case["verdict"]} == {"eligible", "ineligible"}
        counted["swapped" if swapped else "right" if found == case["verdict"] else "other"] += 1
    assert counted.total() > 200
    assert counted["right"] / counted.total() >= _SHARE_RIGHT, counted
    assert counted["swapped"] / counted.total() <= _SHARE_SWAPPED, counted


def test_fifty_pages_take_less_than_a_second():
    text = TEXTS["anning"].read_text("utf-8")
    body = text[text.index("二、参赛人员资格") : text.index("四、奖励办法")]
    long = text + "".join(f"\n附件{number}\n实施方案\n{body}" for number in range(1, 2 * _PAGES))
    notice = read_notice("long", long.encode())
    assert len(notice.text) > _PAGES * 500
    draft_rules(notice)  # patterns are compiled once for each region
    start = time.process_time()  # other work on the machine does not count
    assert draft_rules(notice).rules
    assert time.process_time() - start < 5  # about 1.5 s
