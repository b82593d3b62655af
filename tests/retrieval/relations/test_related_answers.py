"""Answers from a notice that others correct, complete or end; both are cited."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from knowledge.catalogue.relations import related
from knowledge.data import parse
from knowledge.notice import read_notice
from retrieval.desk import Desk
from retrieval.gate import verbatim
from retrieval.model import Question

DATA = parse(Path(__file__).with_name("cases.yaml").read_text("utf-8"))
NOTICES, CASES = DATA["notices"], DATA["answers"]
YEARS = (("第四届", "第三届"), ("2027", "2025"), ("33号", "21号"), ("200元", "150元"))


def text_of(name):
    if name != "old":
        return NOTICES[name]
    text = NOTICES["base"]
    for now, before in YEARS:
        text = text.replace(now, before)
    return text


def read(name):
    return read_notice(name, text_of(name).encode())


READ = {name: read(name) for name in (*NOTICES, "old")}


def notices(*names):
    return related([READ["base"], *(READ[name] for name in names)])


def answer(case):
    found = notices(*case["with"])
    moment = datetime.fromisoformat(f"{case['day']}T12:00").replace(
        tzinfo=ZoneInfo("Asia/Shanghai")
    )
    chosen = case.get("of", "base")
    return Desk(found).answer(Question(text=case["ask"], notice=chosen, as_of=moment)), found


def test_cases_were_found():
    assert len(CASES) > 20


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_answer(case):
    said, found = answer(case)
    assert [words for words in case["says"] if words not in said.text] == [], said.text
    assert [words for words in case.get("lacks", ()) if words in said.text] == [], said.text
    if case["cites"] is not None:
        assert sorted({c.notice for c in said.citations}) == sorted(case["cites"])
    by_id = {notice.id: notice for notice in found}
    assert all(verbatim(c, by_id[c.notice]) for c in said.citations)


def test_a_correction_of_a_supplement_counts():
    mend = (
        "关于更正临海省第四届焊接职业技能大赛补充通知的公告\n各市：\n"
        "临人社函〔2027〕66号中“每人每天320元”更正为“每人每天260元”。\n某厅\n2027年8月28日\n"
    )
    found = related([READ["base"], READ["supp"], read_notice("mend", mend.encode())])
    moment = datetime(2027, 9, 1, tzinfo=ZoneInfo("Asia/Shanghai"))
    said = Desk(found).answer(Question(text="食宿费多少", notice="base", as_of=moment))
    assert "260元" in said.text
    assert {"supp", "mend"} <= {c.notice for c in said.citations}
