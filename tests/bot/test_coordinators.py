"""The settings that name coordinators."""

from __future__ import annotations

import pytest
from fakes.desk import FakeDesk
from fakes.staffed import OFFICE, SETTINGS, START, TEACHER

from bot.coordinators import SETTING, Coordinators, Staff, read
from bot.fault import InputFault
from bot.handoff.opening import opened_office
from bot.live import Live
from knowledge.model import Relation


def test_a_changed_file_counts_at_once_and_a_faulty_one_never_does(tmp_path):
    path = tmp_path / "c.yaml"
    path.write_text("admins: {1: 甲}", "utf-8")
    staff = Staff(path)
    assert staff.now().any_name(1) == "甲"
    path.write_text("admins: {22: 乙}", "utf-8")
    assert staff.now().any_name(1) is None
    assert staff.now().any_name(22) == "乙"
    path.write_text("admins: [", "utf-8")
    assert staff.now().any_name(22) == "乙"


@pytest.mark.parametrize("text", ["admins: [", "admin: {1: 甲}", "competitions: {x: {chat: y}}"])
def test_settings_that_cannot_be_used_name_the_place(text):
    with pytest.raises(InputFault, match=r"c\.yaml"):
        read(text, "c.yaml")


def test_a_file_that_is_named_must_be_there_and_the_usual_one_need_not(tmp_path):
    def opened(environ):
        return opened_office(Live(FakeDesk, lambda: None), tmp_path, "t", lambda: START, environ)

    gone = tmp_path / "mistyped.yaml"
    with pytest.raises(InputFault) as fault:
        opened({SETTING: str(gone)})
    assert SETTING in fault.value.message
    assert str(gone) in fault.value.message
    assert "请改正" in fault.value.message
    gone.write_text(SETTINGS, "utf-8")
    assert opened({SETTING: str(gone)}) is not None
    assert opened({}) is None
    assert opened({SETTING: " "}) is None


def test_who_coordinates_a_notice_coordinates_what_corrects_it():
    notice = FakeDesk().notices[0]
    relation = Relation(kind="correction", notice="made-2")
    staff = read(SETTINGS, "c.yaml")
    assert staff.name(TEACHER, notice) is None
    assert staff.chat_of(notice) == -400
    of_both = notice.model_copy(update={"relations": (relation,)})
    assert staff.name(TEACHER, of_both) == "张老师"
    assert staff.chat_of(of_both) == OFFICE
    assert Coordinators().chat_of(notice) is None
