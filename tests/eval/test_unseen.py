"""Questions over notices that are in no store."""

from __future__ import annotations

import pytest

from eval.known import read_cases, unseen_files
from eval.score import occurrences
from eval.unseen import NOTICES, with_unseen
from retrieval.desk import Desk


def test_there_are_such_questions():
    assert unseen_files()


@pytest.mark.parametrize("path", unseen_files(), ids=lambda path: path.stem)
def test_every_notice_they_speak_of_is_in_the_folder_or_bundled(path, notices):
    here = {file.stem: file.read_text("utf-8") for file in NOTICES.glob("*.txt")}
    here |= {each.id: each.text for each in notices.values()}
    for case in read_cases(path):
        named = case.evidence_notice or case.notice
        assert {i for i in (case.notice, case.evidence_notice) if i} <= here.keys()
        if case.expect == "answered" and case.evidence and named:
            assert list(occurrences(case.evidence, here[named])), case.id


def test_a_desk_that_has_all_notices_stays_as_it_is(notices):
    desk = Desk(list(notices.values()))
    assert with_unseen(desk, ()) is desk


def test_notices_of_the_folder_join_those_of_the_store(notices):
    desk = Desk(list(notices.values()))
    cases = [case for path in unseen_files() for case in read_cases(path)]
    ids = {notice.id for notice in with_unseen(desk, cases[:5]).notices}
    assert {notice.id for notice in desk.notices} < ids
