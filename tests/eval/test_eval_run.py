"""A run: options of a question back are tried, thresholds put back, reports made of parts."""

from __future__ import annotations

import json

import pytest
from click.testing import CliRunner

from eval import command
from eval.asking import asked
from eval.known import Case
from eval.report.thresholds import SWEPT, outcome
from eval.run import Run, performed
from retrieval.model import Answer, Option
from retrieval.passages import best


def case(**fields):
    given = {"id": "1", "question": "几号", "as_of": "2026-06-01", "expect": "clarify"}
    return Case.model_validate({**given, **fields})


class Desk:
    """Asks back until a notice is named, and after that for the one called `again`."""

    notices, rules = (), {}

    def __init__(self):
        self.seen = []

    def answer(self, question):
        self.seen.append(question)
        if question.notice in {None, "again"}:
            options = tuple(Option(label=n, notice=n, track=f"t-{n}") for n in ("one", "again"))
            return Answer(status="clarify", text="哪一个？", options=options)
        return Answer(status="answered", text="7月1日")


def test_every_option_is_chosen_once_and_those_that_ask_back_are_named():
    desk = Desk()
    judged = asked(case(), desk, {})
    assert judged.unsettled == ("again",)
    assert [(q.notice, q.track) for q in desk.seen[1:]] == [("one", "t-one"), ("again", "t-again")]
    assert judged.seconds > 0


def test_an_answer_is_asked_for_once():
    desk = Desk()
    asked(case(notice="one", expect="answered"), desk, {})
    assert len(desk.seen) == 1


@pytest.mark.parametrize("name", SWEPT)
def test_a_threshold_is_put_back_even_after_a_fault(name):
    before = getattr(best, name)

    class Broken:
        def answer(self, _question):
            assert getattr(best, name) == 99
            raise RuntimeError

    with pytest.raises(RuntimeError):
        outcome(Broken(), [case(expect="answered")], name, 99)
    assert getattr(best, name) == before


def test_the_thresholds_tried_hold_the_one_in_force():
    for name, (values, *_) in SWEPT.items():
        assert getattr(best, name) in values


def test_answers_and_silence_are_shares_of_their_own_questions():
    some = [case(expect="answered", notice="one"), case(expect="not_stated", notice="again")]
    found = outcome(Desk(), some, "ENOUGH", 0.3)
    assert (found.answered, found.silent) == (1.0, 1.0)


def test_nothing_is_opened_where_nothing_is_asked():
    def never(*_):
        raise AssertionError

    run = performed({"questions": ()}, never, never, never)
    assert run == Run(seconds=run.seconds)


def test_a_report_is_written_beside_the_tables(tmp_path, store_dir):
    called = ["--only", "rosters", "--report", str(tmp_path / "r"), "--json"]
    done = CliRunner().invoke(
        command.evaluate, [*called, "--store", str(store_dir)], standalone_mode=False
    )
    assert done.exception is None, done.exception
    assert json.loads(done.stdout)["figures"].keys() == {"rosters"}
    page = (tmp_path / "r" / "report.html").read_text("utf-8")
    assert 'id="audits"' in page
    assert 'id="scores"' not in page
