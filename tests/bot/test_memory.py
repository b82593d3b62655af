"""What is kept of a chat over a restart."""

from __future__ import annotations

import sqlite3
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.competitions import key_of
from bot.memory import BUTTONS_LIVE, FILE, INTERVIEWS_LIVE, Memory
from retrieval.model import Option

NOW = datetime(2026, 6, 10, tzinfo=ZoneInfo("Asia/Shanghai"))
CHAT = 987654321
OPTION = Option(label="第1届试赛", notice="made-1", track="t1", group="学生组")
OTHER = Option(label="第2届试赛", notice="made-2")


@pytest.fixture
def memory(tmp_path):
    return Memory(tmp_path / FILE, "1:token")


def test_a_choice_survives_a_restart(memory, tmp_path):
    memory.choose(CHAT, OPTION)
    assert Memory(tmp_path / FILE, "1:token").choice(CHAT) == OPTION


def test_a_choice_is_replaced_taken_back_and_belongs_to_one_chat(memory):
    memory.choose(CHAT, OPTION)
    memory.choose(CHAT, OTHER)
    assert memory.choice(CHAT) == OTHER
    assert memory.choice(CHAT + 1) is None
    memory.choose(CHAT, None)
    assert memory.choice(CHAT) is None


def test_a_button_is_known_to_its_own_chat_only(memory):
    memory.show(CHAT, [OPTION, OTHER], NOW)
    assert memory.shown(CHAT, key_of(OTHER)) == OTHER
    assert memory.shown(CHAT + 1, key_of(OTHER)) is None
    assert memory.shown(CHAT, "0" * 16) is None


@pytest.mark.parametrize(
    ("later", "left"), [(BUTTONS_LIVE, OPTION), (BUTTONS_LIVE + timedelta(seconds=1), None)]
)
def test_buttons_not_shown_for_thirty_days_are_deleted(memory, later, left):
    memory.show(CHAT, [OPTION], NOW)
    memory.show(CHAT, [OTHER], NOW + later)
    assert memory.shown(CHAT, key_of(OPTION)) == left


@pytest.mark.parametrize(
    ("later", "left"), [(INTERVIEWS_LIVE, OPTION), (INTERVIEWS_LIVE + timedelta(seconds=1), None)]
)
def test_notes_of_interviews_never_ended_are_deleted_after_a_day(memory, later, left):
    memory.begin(CHAT, 1, OPTION, NOW)
    memory.begin(CHAT, 2, OTHER, NOW + later)
    assert memory.begun(CHAT, 1, NOW - timedelta(days=9)) == left
    assert memory.begun(CHAT, 2, NOW) == OTHER


def test_forgetting_leaves_nothing_of_the_chat_and_all_of_others(memory):
    for chat in (CHAT, CHAT + 1):
        memory.choose(chat, OPTION)
        memory.show(chat, [OTHER], NOW)
    memory.forget(CHAT)
    assert memory.choice(CHAT) is None
    assert memory.shown(CHAT, key_of(OTHER)) is None
    assert memory.choice(CHAT + 1) == OPTION


def test_neither_the_number_of_a_chat_nor_the_token_stands_in_the_file(memory, tmp_path):
    memory.choose(CHAT, OPTION)
    data = (tmp_path / FILE).read_bytes()
    assert "第1届试赛".encode() in data
    assert str(CHAT).encode() not in data
    assert CHAT.to_bytes(4, "big") not in data
    assert b"1:token" not in data


def test_another_token_finds_nothing(memory, tmp_path):
    memory.choose(CHAT, OPTION)
    assert Memory(tmp_path / FILE, "2:token").choice(CHAT) is None


def test_a_damaged_file_is_an_sqlite_error(tmp_path):
    (tmp_path / FILE).write_bytes(b"no database" * 100)
    with pytest.raises(sqlite3.Error):
        Memory(tmp_path / FILE, "1:token").choice(CHAT)
