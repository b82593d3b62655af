"""The life of a notice: read, changed, withdrawn, restored; nothing of an old text stays."""

from __future__ import annotations

import json
import sqlite3

import pytest

from bot.cli import run
from bot.opening import live_desk
from retrieval.index.builds import Builds
from retrieval.model import Question
from retrieval.open_desk import open_desk
from retrieval.storage import database
from retrieval.storage.store import Store

OLD = """关于举办鹊山市首届木工技能竞赛的通知
各有关单位：
一、报名
（一）报名截止时间为2031年5月6日，报名邮箱：mugong@example.org。
（二）参赛选手须年满18周岁，持有三级以上证书。
（三）榫卯制作项目不收报名费。
二、其他
联系人：丁老师，电话：13900012345。
2031年3月1日
"""
NEW = """关于举办鹊山市首届瓦工技能竞赛的通知
各有关单位：
一、报名
报名截止时间为2031年5月9日。
2031年3月1日
"""
OLD_WORDS = ("木工", "榫卯", "mugong", "13900012345", "三级以上")
AS_OF = "2031-04-01"


@pytest.fixture(autouse=True)
def words_only(monkeypatch):
    """A model is no part of this; where vectors matter the test names one."""
    monkeypatch.setenv("EMBEDDING", "none")


@pytest.fixture
def saiwen(tmp_path, capsys):
    def call(*arguments, code=0):
        capsys.readouterr()
        assert run([*map(str, arguments), "--store", str(tmp_path / "store")]) == code
        return capsys.readouterr().out

    call.store = Store(tmp_path / "store")
    return call


@pytest.fixture
def taken(saiwen, tmp_path):
    """A notice in a store of its own, and the file it was read from."""
    file = tmp_path / "queshan.txt"
    file.write_text(OLD, "utf-8")
    saiwen("ingest", "--only", file, "--by", "王科")
    return file


def ask(saiwen, question, *more):
    return json.loads(saiwen("ask", question, "--as-of", AS_OF, "--json", *more))


def everything(folder):
    """All that is written in the store's tables and the index in use."""
    with sqlite3.connect(folder / database.FILE) as connection:
        found = [
            str(row)
            for table in ("notice", "meta")
            for row in connection.execute(f"SELECT * FROM {table}")
        ]
    build = Builds(folder).current()
    files = [p for p in build.folder.rglob("*") if p.is_file()]
    assert files
    return "\n".join(found) + "\n".join(p.read_bytes().decode("utf-8", "replace") for p in files)


def test_the_old_text_is_there_before(saiwen, taken):
    written = everything(saiwen.store.folder)
    assert all(word in written for word in OLD_WORDS)


def test_nothing_of_the_old_text_stays(saiwen, taken):
    taken.write_text(NEW, "utf-8")
    saiwen("ingest", taken)
    written = everything(saiwen.store.folder)
    assert "瓦工" in written
    assert not [word for word in OLD_WORDS if word in written]
    assert len([p for p in (saiwen.store.folder / "index").iterdir() if p.is_dir()]) == 1
    desk = open_desk(saiwen.store.folder)
    (notice,) = desk.notices
    assert not [word for word in OLD_WORDS if word in notice.model_dump_json()]
    assert not [word for word in OLD_WORDS if word in desk.rules[notice.id].model_dump_json()]
    answer = ask(saiwen, "鹊山市木工竞赛报名截止到什么时候")
    assert "5月6日" not in answer["text"]
    assert "2031年5月6日" not in json.dumps(answer, ensure_ascii=False)


def test_rules_written_beside_take_the_place_of_drafted_ones(saiwen, tmp_path):
    folder = tmp_path / "queshan"
    folder.mkdir()
    (folder / "通知.txt").write_text(OLD, "utf-8")
    saiwen("ingest", "--only", "--one", folder)
    assert saiwen.store.entries()[0].drafted
    (folder / "rules.yaml").write_text("[]\n", "utf-8")
    saiwen("ingest", "--one", folder)
    assert saiwen.store.entries()[0].drafted is None


@pytest.mark.parametrize("command", ["check", "roster"])
def test_nobody_is_judged_by_a_withdrawn_notice(saiwen, taken, tmp_path, capsys, command):
    roster = tmp_path / "roster.csv"
    roster.write_text("姓名,身份证号,单位\n钱一,,某厂\n", "utf-8")
    given = {"check": ["--person", '{"age": 20}'], "roster": [roster]}[command]
    call = [command, *given, "--notice", "queshan", "--as-of", AS_OF]
    saiwen(*call)
    saiwen("withdraw", "queshan")
    assert run([*map(str, call), "--store", str(saiwen.store.folder)]) == 1
    assert "queshan 已撤回" in capsys.readouterr().err
    saiwen("restore", "queshan")
    saiwen(*call)


def test_a_withdrawn_notice_answers_nothing_and_says_so(saiwen, taken):
    question = "鹊山市木工技能竞赛报名邮箱是什么"
    assert ask(saiwen, question)["status"] == "answered"
    saiwen("withdraw", "queshan")
    for answer in (ask(saiwen, question), ask(saiwen, "报名邮箱是什么", "--notice", "queshan")):
        assert answer["status"] == "not_stated"
        assert "该通知已撤回" in answer["text"]
        assert answer["citations"] == []
        assert "mugong" not in answer["text"]
    assert "mugong" not in json.dumps(ask(saiwen, "报名邮箱是什么"))


def test_a_follow_up_about_a_withdrawn_notice_says_so_too(saiwen, taken):
    saiwen("withdraw", "queshan")
    desk = open_desk(saiwen.store.folder)
    when = "2031-04-01T00:00:00+08:00"
    later = Question.model_validate(
        {"text": "邮箱呢", "as_of": when, "history": [{"question": "鹊山市木工技能竞赛怎么报名"}]}
    )
    assert "已撤回" in desk.answer(later).text
    chosen = Question.model_validate(
        {"text": "邮箱是什么", "as_of": when, "context": "鹊山市首届木工技能竞赛"}
    )
    assert "已撤回" in desk.answer(chosen).text


def test_other_notices_answer_as_before(saiwen, taken, tmp_path):
    other = tmp_path / "wagong.txt"
    other.write_text(NEW.replace("鹊山市", "雁山市"), "utf-8")
    saiwen("ingest", other)
    question = "雁山市瓦工技能竞赛报名截止到什么时候"
    before = ask(saiwen, question)
    saiwen("withdraw", "queshan")
    after = ask(saiwen, question)
    assert after["status"] == "answered"
    assert {**after, "seconds": 0} == {**before, "seconds": 0}


def test_it_is_listed_as_withdrawn_and_can_be_restored(saiwen, taken):
    saiwen("withdraw", "queshan")
    assert "已撤回" in saiwen("notices")
    assert json.loads(saiwen("notices", "--json"))[0]["withdrawn"] is True
    saiwen("restore", "queshan")
    assert "已撤回" not in saiwen("notices")
    assert ask(saiwen, "鹊山市木工技能竞赛报名邮箱是什么")["status"] == "answered"


def test_withdrawing_takes_it_out_of_the_index_too(saiwen, taken):
    saiwen("withdraw", "queshan")
    build = Builds(saiwen.store.folder).current()
    assert build.manifest().count == 0


def test_history_tells_who_did_what(saiwen, taken):
    taken.write_text(NEW, "utf-8")
    saiwen("ingest", taken, "--by", "李办")
    saiwen("withdraw", "queshan", "--by", "赵处")
    saiwen("withdraw", "queshan", "--by", "赵处")
    saiwen("restore", "queshan")
    found = json.loads(saiwen("history", "queshan", "--json"))
    assert [(e["action"], e["who"]) for e in found][:3] == [
        ("read", "王科"),
        ("changed", "李办"),
        ("withdrawn", "赵处"),
    ]
    assert [e["action"] for e in found][3:] == ["restored"]
    assert all(e["when"] and e["who"] for e in found)
    assert found[0]["text_hash"] != found[1]["text_hash"] == found[2]["text_hash"]
    assert "撤回" in saiwen("history")


def test_reading_the_same_again_is_no_event(saiwen, taken):
    saiwen("ingest", taken)
    assert len(saiwen.store.history()) == 1


def test_a_withdrawn_notice_that_is_read_again_stays_withdrawn(saiwen, taken):
    saiwen("withdraw", "queshan")
    taken.write_text(NEW, "utf-8")
    assert "saiwen restore queshan" in saiwen("ingest", taken)
    assert saiwen.store.notices() == ()
    assert "瓦工" in saiwen.store.withdrawn()[0].title


def test_no_such_notice(saiwen, taken):
    for command in ("withdraw", "restore", "history"):
        saiwen(command, "nothing", code=1)


def test_a_desk_in_use_sees_it(saiwen, taken):
    live = live_desk(saiwen.store.folder, warm=False)
    question = Question.model_validate(
        {"text": "鹊山市木工技能竞赛报名邮箱是什么", "as_of": "2031-04-01T00:00:00+08:00"}
    )
    assert live.desk.answer(question).status == "answered"
    saiwen("withdraw", "queshan")
    assert live.refresh()
    assert "已撤回" in live.desk.answer(question).text
    saiwen("restore", "queshan")
    assert live.refresh()
    assert live.desk.answer(question).status == "answered"


def test_a_store_of_the_layout_before_is_brought_up_to_date(saiwen, taken):
    with sqlite3.connect(saiwen.store.folder / database.FILE) as connection:
        connection.executescript("DROP TABLE withdrawn; DROP TABLE event; PRAGMA user_version = 1")
    assert [n.id for n in Store.open(saiwen.store.folder).notices()] == ["queshan"]
    saiwen("withdraw", "queshan")
    assert [e.action for e in saiwen.store.history()] == ["withdrawn"]


NOTES = """aliases: [鲁班赛]
facts:
  edition: {value: 第一届, quote: 首届木工技能竞赛}
"""


def test_what_a_person_confirmed_beside_a_file_survives_reading_again(saiwen, tmp_path):
    folder = tmp_path / "all"
    folder.mkdir()
    (folder / "queshan.txt").write_text(OLD, "utf-8")
    (folder / "other.txt").write_text(NEW, "utf-8")
    (folder / "queshan.notice.yaml").write_text(NOTES, "utf-8")
    saiwen("ingest", "--only", folder)
    for _ in range(2):
        other, notice = saiwen.store.notices()
        assert (other.id, notice.id) == ("other", "queshan")
        assert notice.edition == "第一届"
        assert "鲁班赛" in notice.aliases
        assert other.edition != "第一届"
        changed = (folder / "queshan.txt").read_text("utf-8").replace("5月6日", "5月8日")
        (folder / "queshan.txt").write_text(changed, "utf-8")
        saiwen("ingest", folder)
    assert "5月8日" in saiwen.store.notices()[1].text


def test_a_change_of_the_file_beside_is_an_event_of_its_own(saiwen, taken):
    taken.with_name("queshan.notice.yaml").write_text(NOTES, "utf-8")
    saiwen("ingest", taken)
    assert [e.action for e in saiwen.store.history()] == ["read", "confirmed"]
    assert "鲁班赛" in saiwen.store.notices()[0].aliases
    taken.with_name("queshan.notice.yaml").unlink()
    saiwen("ingest", taken)
    assert "鲁班赛" not in saiwen.store.notices()[0].aliases


def test_a_wrong_file_beside_is_one_line_and_leaves_the_store(saiwen, taken):
    taken.with_name("queshan.notice.yaml").write_text("editon: x\n", "utf-8")
    before = saiwen.store.version()
    saiwen("ingest", taken, code=1)
    assert saiwen.store.version() == before
