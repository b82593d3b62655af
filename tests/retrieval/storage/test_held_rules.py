"""Rules that are read when they are asked for are those that reading all of them gives."""

import pytest

from retrieval.intake.sources import sync_store
from retrieval.open_desk import desk_over
from retrieval.storage import held_rules
from retrieval.storage.held_rules import HeldRules
from retrieval.storage.ruling import rules_of


@pytest.fixture
def entries(tmp_path):
    return sync_store(tmp_path).entries()


def test_they_are_the_rules_of_the_notices(entries):
    held = HeldRules(entries)
    assert dict(held) == {entry.notice.id: rules_of(entry) for entry in entries}
    assert len(held) == len(entries)
    assert list(held) == [entry.notice.id for entry in entries]


def test_faulty_ones_are_none(entries):
    first, *others = entries
    faulty = first.model_copy(update={"review": "decisions: ["})
    held = HeldRules([faulty, *others])
    assert first.notice.id not in held
    assert held.get(first.notice.id) is None
    assert len(held) == len(others)
    assert set(held) == {entry.notice.id for entry in others}


def test_a_notice_that_is_not_there_has_none(entries):
    assert "no-such-notice" not in HeldRules(entries)


def test_only_what_is_asked_for_is_read_and_once(entries, monkeypatch):
    read = []
    monkeypatch.setattr(held_rules, "rules_of", lambda e: read.append(e.notice.id) or rules_of(e))
    desk = desk_over(entries)
    assert read == []
    one = entries[-1].notice.id
    assert desk.rules[one] is desk.rules[one]
    assert read == [one]
