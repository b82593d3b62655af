"""Paging a notice by clause, in the notices that are bundled."""

from __future__ import annotations

import pytest

from bot import clauses
from bot.layout import units
from bot.wording import wording
from knowledge.bundled import bundled
from knowledge.notice import read_notice
from knowledge.plain import bare

SAID = wording().pages
KEY = "0123456789abcdef"
NOTICES = [read_notice(each.id, each.data, each.confirmed) for each in bundled()]


def test_notices_were_found():
    assert len(NOTICES) == 5


@pytest.mark.parametrize("notice", NOTICES, ids=lambda notice: notice.id)
def test_the_pages_hold_the_whole_text_from_the_first_clause_on(notice):
    found = clauses.pages(notice)
    shown = "".join(bare(line) for page in found for line in page.lines)
    assert shown == bare(notice.text[notice.clauses[0].start :])
    assert all(units("\n".join(page.lines)) <= clauses.LONGEST for page in found)


@pytest.mark.parametrize("notice", NOTICES, ids=lambda notice: notice.id)
def test_from_each_clause_one_pages_to_the_ones_beside_it(notice):
    last = len(clauses.pages(notice)) - 1
    for number in (0, 1, last):
        reply = clauses.shown(notice, number, SAID)
        to = [clauses.place(button.data).page for button in reply.buttons]
        assert to == [n for n in (number - 1, number + 1) if 0 <= n <= last]
        assert all(len(button.data) <= 64 for button in reply.buttons)
    assert clauses.shown(notice, last + 1, SAID) is None


@pytest.mark.parametrize("notice", NOTICES, ids=lambda notice: notice.id)
def test_the_page_of_a_clause_is_found_by_its_place(notice):
    for clause in notice.clauses:
        page = clauses.pages(notice)[clauses.page_at(notice, clause.start)]
        assert page.start == clause.start


@pytest.mark.parametrize(
    "data", ["", "c:", "c:zz:0:1", f"c:{KEY}:01234567:-1", f"c:{KEY}:01234567:999999"]
)
def test_data_that_is_none_of_ours_names_no_page(data):
    assert clauses.place(data) is None
