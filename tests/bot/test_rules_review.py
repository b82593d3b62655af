"""`saiwen rules review`: in the terminal and by options, and what it changes for a check."""

from __future__ import annotations

import json

import pytest
from click.testing import CliRunner

from bot.cli import saiwen
from knowledge.eligibility.rules import load_rules
from knowledge.eligibility.unreviewed import MARK
from retrieval.intake.gather import gather
from retrieval.intake.ingest import ingest
from retrieval.intake.sources import sync_store
from retrieval.storage.store import Store

TEXT = """云山省总工会
云工发〔2026〕5号
关于举办云山省第二届焊接技能竞赛的通知
各市总工会：
现将有关事项通知如下。
一、竞赛项目
设手工焊、机器人焊2个赛项，均为单人赛。
二、参赛条件
（一）参赛选手须年满{years}周岁。
（二）每名选手限报1个赛项。
云山省总工会
2026年4月1日
"""


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "han.txt"
    path.write_text(TEXT.format(years=18), "utf-8")
    return path


@pytest.fixture
def store(tmp_path, file):
    folder = tmp_path / "store"
    made = Store.open(folder, create=True)
    made.leave_out_bundled()
    ingest(sync_store(folder), gather([file]))
    return folder


@pytest.fixture
def call(store):
    def run(*arguments, **options):
        return CliRunner().invoke(
            saiwen, ["rules", "review", *arguments, "--store", str(store)], **options
        )

    return run


@pytest.fixture
def listed(call):
    def rules():
        done = call("han", "--list", "--json")
        assert done.exit_code == 0, done.output
        return {item["rule"]: item for item in json.loads(done.stdout)}

    return rules


def check(store, **person):
    arguments = [
        "check",
        "--notice",
        "han",
        "--as-of",
        "2026-05-01",
        "--person",
        json.dumps(person),
    ]
    done = CliRunner().invoke(saiwen, [*arguments, "--store", str(store)])
    assert done.exit_code == 0, done.output
    return json.loads(done.stdout)


def test_a_notice_without_rules_is_checked_by_drafted_ones_and_says_so(store):
    young, old = check(store, age=17), check(store, age=18)
    assert (young["verdict"], old["verdict"]) == ("ineligible", "eligible")
    assert all(MARK in found["explanation"] for found in young["findings"])


def test_the_list_shows_clause_reading_and_state(listed):
    age = listed()["age-min"]
    assert age["state"] == "drafted"
    assert "18周岁" in age["quote"]
    assert "年满18周岁" in age["reading"]
    assert age["valid"]


def test_a_confirmed_rule_loses_the_mark(call, store, listed):
    assert call("han", "--confirm", "age-min", "--who", "王").exit_code == 0
    assert listed()["age-min"]["state"] == "confirmed"
    assert listed()["age-min"]["by"] == "王"
    found = {f["rule"]: f["explanation"] for f in check(store, age=17)["findings"]}
    assert MARK not in found["age-min"]
    assert MARK in found["one-track"]


def test_when_all_are_confirmed_no_mark_is_left(call, store):
    assert call("han", "--all").exit_code == 0
    assert MARK not in json.dumps(check(store, age=17), ensure_ascii=False)


def test_a_value_set_decides_otherwise(call, store):
    assert call("han", "--set", "age-min", "years=16").exit_code == 0
    assert check(store, age=17)["verdict"] == "eligible"
    assert check(store, age=15)["verdict"] == "ineligible"


def test_a_key_the_rule_does_not_have_is_refused_and_nothing_changes(call, listed):
    before = listed()
    done = call("han", "--set", "age-min", "yaers=20")
    assert done.exit_code == 1
    assert "没有参数 yaers；可改的有：years、day" in done.output
    assert listed() == before


def test_the_terminal_shows_what_is_and_what_became(call, listed):
    skipped = "s\n" * list(listed()).index("age-min")
    shown = call("han", input=f"{skipped}e\nyears=20\nq\n").output
    assert "现在：years=18" in shown
    assert "已改，理解：年满20周岁" in shown


def test_a_dropped_rule_decides_nothing(call, store):
    assert call("han", "--drop", "age-min").exit_code == 0
    assert check(store, age=10)["verdict"] == "eligible"


def test_decisions_outlive_reading_again(call, store, file, listed):
    call("han", "--all")
    file.write_text(TEXT.format(years=20), "utf-8")
    ingest(Store.open(store), gather([file]))
    ages = [item for item in listed().values() if item["check"] == "age_at_least"]
    states = {(item["params"]["years"], item["state"], item["valid"]) for item in ages}
    assert states == {(18, "confirmed", False), (20, "drafted", True)}
    assert listed()["one-track"]["state"] == "confirmed"


def test_the_terminal_keeps_each_decision(call, listed):
    done = call("han", input="y\nq\n")
    assert done.exit_code == 0, done.output
    assert "原文" in done.output
    assert [item["state"] for item in listed().values()].count("confirmed") == 1


def test_the_terminal_asks_again_after_a_fault(call, listed):
    count = len(listed())
    done = call("han", input="x\ne\nnothing\n" + "s\n" * count)
    assert "没有改" in done.output
    assert {item["state"] for item in listed().values()} == {"drafted"}


def test_the_terminal_corrects_and_adds(call, listed):
    names = list(listed())
    at = names.index("age-min")
    added = "a\nmost\n二（一）\n年满18周岁\nage_at_most\n{years: 50}\n"
    done = call("han", input="s\n" * at + added + "e\nyears=19\nq\n")
    assert done.exit_code == 0, done.output
    assert listed()["age-min"]["params"] == {"years": 19}
    assert listed()["most"]["params"] == {"years": 50}


def test_the_end_of_input_ends_the_review(call):
    done = call("han", input="y\n")
    assert done.exit_code == 0
    assert "未核对" in done.output


def test_the_export_is_a_rules_file(call, tmp_path):
    call("han", "--confirm", "age-min")
    target = tmp_path / "rules.yaml"
    assert call("han", "--export", str(target)).exit_code == 0
    rules = {rule.id: rule for rule in load_rules(target.read_text("utf-8")).rules}
    assert not rules["age-min"].drafted
    assert rules["one-track"].drafted


@pytest.mark.parametrize(
    "arguments",
    [("nowhere",), ("han", "--confirm", "none"), ("han", "--set", "age-min", "years=x")],
    ids=["没有这个通知", "没有这条规则", "参数不对"],
)
def test_faults_are_said_in_one_line(call, arguments):
    done = call(*arguments)
    assert done.exit_code == 1
    assert len(done.stderr.strip().splitlines()) == 1


def test_rules_by_hand_are_shown_as_confirmed(tmp_path):
    done = CliRunner().invoke(
        saiwen,
        ["rules", "review", "gz-ai-2025", "--list", "--json", "--store", str(tmp_path / "s")],
    )
    assert done.exit_code == 0, done.output
    assert {item["state"] for item in json.loads(done.stdout)} == {"confirmed"}
