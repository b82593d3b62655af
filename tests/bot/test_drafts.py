"""Notices on their way in: names of files, a failure on the way, a kill on the way."""

from __future__ import annotations

import os
import shutil
from datetime import datetime, timedelta

import pytest

from bot.clock import ZONE
from bot.coordinating.drafts import DRAFTS, PUBLISH, Drafts, clean_name
from bot.coordinators import Staff
from bot.handoff.store import FILE, HandoffStore
from bot.live import Live
from retrieval.open_desk import desk_over
from retrieval.storage.store import Store

ADMIN, OTHER = 70, 71
NEW = "关于举办长洲试验技能大赛的通知\n长试发〔2026〕7号\n一、时间\n大赛于2026年11月3日举行。\n"


@pytest.fixture
def clock():
    """The time, set by hand."""
    return [datetime(2026, 9, 1, tzinfo=ZONE)]


@pytest.fixture(autouse=True)
def _words_only(monkeypatch):
    monkeypatch.setenv("EMBEDDING", "none")


@pytest.fixture
def drafts(store_dir, tmp_path, clock):
    folder = tmp_path / "store"
    shutil.copytree(store_dir, folder)
    (tmp_path / "c.yaml").write_text(f"admins: {{{ADMIN}: 管理员, {OTHER}: 另一位}}", "utf-8")
    live = Live(lambda: desk_over(Store(folder).entries()), lambda: None)
    store = HandoffStore(folder / FILE, "token")
    return Drafts(live, Staff(tmp_path / "c.yaml"), lambda: clock[0], store, folder), folder


def key_of(reply):
    data = next(button.data for button in reply.buttons if button.data.startswith(PUBLISH))
    return data.partition(":")[2]


def ids(folder):
    return {entry.notice.id for entry in Store(folder).every()}


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("通知.docx", "通知.docx"),
        ("../../etc/passwd", "passwd"),
        ("..\\a\\b.pdf", "b.pdf"),
        ("..", "notice"),
        ("a b\n.txt", "a-b-.txt"),
        ("长" * 300 + ".txt", "长" * 100 + ".txt"),
    ],
)
def test_a_name_stays_inside_its_folder(given, kept):
    assert clean_name(given) == kept


def test_a_failure_on_the_way_can_be_tried_again(drafts, monkeypatch):
    one, folder = drafts
    key = key_of(one.preview(ADMIN, "new.txt", NEW.encode()))

    def full(*_args, **_more):
        raise OSError(28, "no space")

    with monkeypatch.context() as patch:
        patch.setattr("retrieval.intake.ingest.ingest", full)
        with pytest.raises(OSError, match="no space"):
            one.publish(ADMIN, key)
    assert "new" not in ids(folder)
    assert "已上线：new" in one.publish(ADMIN, key).text
    assert "已处理过" in one.publish(ADMIN, key).note
    assert len(Store(folder).history("new")) == 1
    assert list((folder / DRAFTS).iterdir()) == []


def test_a_kill_on_the_way_is_made_good(drafts, monkeypatch):
    one, folder = drafts
    key = key_of(one.preview(ADMIN, "new.txt", NEW.encode()))

    def killed(*_args, **_more):
        raise SystemExit

    with monkeypatch.context() as patch:
        patch.setattr("retrieval.intake.ingest.ingest", killed)
        with pytest.raises(SystemExit):
            one.publish(ADMIN, key)
    one.recover()
    one.recover()
    assert "new" in ids(folder)
    assert len(Store(folder).history("new")) == 1


def test_another_text_of_the_same_id_from_elsewhere_is_refused(drafts):
    one, folder = drafts
    reply = one.preview(ADMIN, "cq-ai-2026.txt", NEW.encode())
    assert "已在库里" in reply.text
    assert "没有读入" in one.publish(ADMIN, key_of(reply)).text
    assert "长洲" not in next(n for n in Store(folder).notices() if n.id == "cq-ai-2026").text


def test_one_sent_again_with_another_text_takes_its_place(drafts):
    one, folder = drafts
    one.publish(ADMIN, key_of(one.preview(ADMIN, "new.txt", NEW.encode())))
    changed = NEW.replace("11月3日", "11月5日")
    one.publish(ADMIN, key_of(one.preview(ADMIN, "new.txt", changed.encode())))
    assert [event.action for event in Store(folder).history("new")] == ["read", "changed"]
    assert "11月5日" in next(n for n in Store(folder).notices() if n.id == "new").text


def left(folder):
    return {each.name for each in (folder / DRAFTS).iterdir()}


def dated(folder, day):
    for each in (folder / DRAFTS).iterdir():
        os.utime(each, (day.timestamp(), day.timestamp()))


def test_a_draft_that_nobody_presses_is_deleted_after_a_day(drafts, clock):
    one, folder = drafts
    key = key_of(one.preview(ADMIN, "new.txt", NEW.encode()))
    dated(folder, clock[0])
    clock[0] += timedelta(days=1)
    one.tidy()
    assert left(folder) == {key}
    clock[0] += timedelta(seconds=1)
    one.tidy()
    assert left(folder) == set()
    assert "放了一天没有上线" in one.publish(ADMIN, key).note
    assert "new" not in ids(folder)


def test_what_a_kill_has_left_is_deleted_and_what_goes_live_is_not(drafts, clock, monkeypatch):
    one, folder = drafts
    key = key_of(one.preview(ADMIN, "new.txt", NEW.encode()))
    (folder / DRAFTS / "0123").mkdir()
    (folder / DRAFTS / "0123" / "half.pdf").write_bytes(b"half")

    def killed(*_args, **_more):
        raise SystemExit

    with monkeypatch.context() as patch:
        patch.setattr("retrieval.intake.ingest.ingest", killed)
        with pytest.raises(SystemExit):
            one.publish(ADMIN, key)
    dated(folder, clock[0])
    clock[0] += timedelta(days=2)
    one.tidy()
    assert left(folder) == {key}
    one.recover()
    assert "new" in ids(folder)


def test_without_a_draft_there_is_nothing_to_tidy(drafts):
    one, folder = drafts
    one.tidy()
    assert not (folder / DRAFTS).exists()
