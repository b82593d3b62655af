"""The benchmark measures what it says; how fast it is, is no test."""

from __future__ import annotations

import pytest

from eval.bench import PROFILES, Measured, machine, memory, spreads, table, verdicts
from eval.ingesting import drawn, ingesting, long_file, reading, wrapped
from eval.known import bundled_files, read_cases
from eval.timing import (
    Asked,
    Counted,
    asked,
    judgeable,
    percentile,
    program,
    shell,
    surveyed,
    warmed,
)
from eval.unseen import NOTICES
from knowledge.read.files import read_file
from retrieval.desk import Desk
from retrieval.storage.store import Store

CASES = read_cases(bundled_files()[0])[:4]


@pytest.mark.parametrize(
    ("values", "percent", "found"),
    [([3.0], 95, 3.0), ([1.0, 2.0, 3.0], 50, 2.0), ([float(n) for n in range(101)], 95, 95.0)],
)
def test_a_percentile(values, percent, found):
    assert percentile(values, percent) == found


def test_every_case_is_asked_once_and_the_model_is_noticed(notices):
    calls = []
    counted = Counted(lambda question, notice: calls.append((question, notice)))
    desk = Desk(list(notices.values()), counted)
    warmed(desk, CASES[0])
    before, done = counted.calls, []
    answers = list(asked(desk, counted, CASES, lambda *told: done.append(told)))
    assert [each.case for each in answers] == list(CASES)
    assert before == 0 or calls
    assert any(each.by_meaning for each in answers) is (counted.calls > before)
    assert done[-1] == (len(CASES), len(CASES))


def answered(*, by_meaning: bool, seconds: float) -> Asked:
    return Asked(case=CASES[0], seconds=seconds, by_meaning=by_meaning)


def test_the_figures_are_apart_by_the_model():
    answers = [answered(by_meaning=True, seconds=0.02), answered(by_meaning=False, seconds=0.004)]
    found = {each.what: each.figure for each in spreads(answers)}
    assert found["warm ask, all questions: median"] == 12
    assert found["warm ask, dense model needed: median"] == 20
    assert found["warm ask, without it: p95"] == 4


def test_no_answers_no_figure():
    assert len(spreads([answered(by_meaning=False, seconds=0.004)])) == 4


def test_the_table_has_figure_and_aim():
    lines = table(
        [Measured(what="x", figure=3, unit="ms", aim=5), Measured(what="y", figure=1, unit="s")]
    )
    assert lines[2] == "| x | 3 ms | ≤ 5 ms |  |"
    assert lines[3] == "| y | 1 s |  |  |"


def test_the_machine_is_described():
    assert {"machine", "versions"} <= machine().keys()
    assert "saiwen" in machine()["versions"]


def test_a_command_is_timed_from_the_shell(store_dir):
    assert program()
    assert all(each > 0 for each in shell(["notices"], store_dir, 2))


def test_every_notice_is_looked_at_for_each_profile(store_dir):
    pairs = judgeable(Store.open(store_dir).entries())
    assert len(pairs) == 5
    assert len(list(surveyed(pairs, PROFILES))) == PROFILES
    assert list(surveyed(pairs, 0)) == []
    first, middle = verdicts(store_dir)
    assert first.figure > 0 < middle.figure
    assert "50 tracks" in first.note


def test_the_serving_bot_is_measured_in_its_own_process(store_dir):
    found = memory(store_dir, [answered(by_meaning=False, seconds=1)])
    whole, bot, worker = (each.figure for each in found)
    assert whole == pytest.approx(bot + worker)
    assert bot > 20


def test_reading_in_is_timed(tmp_path):
    paths = sorted(NOTICES.glob("*.txt"))[:3]
    assert len(paths) == 3
    assert reading(paths).notices == 2
    done = ingesting(tmp_path, paths, {"EMBEDDING": "none"})
    assert done.notices == 3
    assert done.per_second > 0
    assert [n.id for n in Store.open(tmp_path).notices()] == [path.stem for path in paths]


def test_a_long_pdf_is_read_and_watched():
    lines = list(wrapped("一、报名时间为五月。\n" + "甲" * 40))
    assert [len(line) for line in lines] == [10, 36, 4]
    data = drawn(lines, 2)
    assert read_file("a.pdf", data).text.count("一、报名时间为五月。") > 10
    found = long_file(data, 2)
    assert found.seconds > 0
    assert found.megabytes > 20


def test_a_table_shows_what_is_to_be_reached():
    told = table([Measured(what="a", figure=6, unit="n/s", aim=5, least=True)])
    assert "≥ 5 n/s" in told[-1]
