"""`saiwen eval`: what it prints, what it compares, and when it fails."""

from __future__ import annotations

import json

import pytest
from click.testing import CliRunner

from eval import command
from eval.command import evaluate
from eval.expected import checked_figures
from eval.figures import Bar, Figure, accept, fallen, figures, read_accepted
from eval.parts import PARTS, chosen, names
from eval.persons import verdict_figures
from eval.score import Scored

CASE = {
    "id": "T1",
    "question": "一共几个赛项",
    "notice": "cq-ai-2026",
    "as_of": "2026-06-10",
    "expect": "answered",
    "must_contain": [["10"]],
    "must_not_contain": [],
    "evidence": "本届竞赛共设置10个赛项",
}
STATUSES = ("answered", "clarify", "not_stated", "out_of_scope")
WRONG = CASE | {"id": "T2", "must_contain": [["没有的话"]]}


def judged(*, right: bool = True, expect: str = "answered", **fields) -> Scored:
    given = {"id": "1", "expect": expect, "question": "", "text": "", "quotes": 1, "verbatim": 1}
    wrong = () if right else ("x",)
    return Scored.model_validate(
        {**given, "faults": wrong, "unproven": (), "evidence": None, **fields}
    )


@pytest.fixture
def ask(tmp_path, store_dir):
    def ask(*cases, flags=()):
        path = tmp_path / "mine.jsonl"
        if cases:
            path.write_text("\n".join(json.dumps(each) for each in cases), "utf-8")
        named = ["--cases", str(path)] if cases else []
        return CliRunner().invoke(
            evaluate, [*named, *flags, "--store", str(store_dir)], standalone_mode=False
        )

    return ask


def test_json_has_figures_and_every_case(ask):
    done = ask(CASE, WRONG, flags=["--json"])
    said = json.loads(done.stdout)
    assert done.return_value == 0
    assert said["figures"]["mine"]["right"] == {"share": 0.5, "hit": 1, "of": 2}
    assert [each["right"] for each in said["cases"]["mine"]] == [True, False]
    assert said["fallen"] == []


def test_the_table_names_what_is_wrong(ask):
    done = ask(CASE, WRONG)
    assert "T2 一共几个赛项 | 缺 没有的话" in done.stdout
    assert "T1 " not in done.stdout
    assert "1/2" in done.stdout


def test_a_fall_below_the_accepted_figures_fails(ask, tmp_path, monkeypatch):
    path = tmp_path / "mine.jsonl"
    path.write_text(json.dumps(WRONG), "utf-8")
    monkeypatch.setattr(command, "chosen", lambda _only: {"questions": (path,)})
    bar = Bar(figure=0.9, tolerance=0.1)
    monkeypatch.setattr(command, "read_accepted", lambda: {"mine": {"right": bar}})
    done = ask()
    assert done.return_value == 1
    assert "成绩下降：mine 答对 0.0%" in done.stdout


def test_a_notice_that_is_not_there_is_said(ask):
    assert "没有编号" in str(ask(CASE | {"notice": "nowhere"}).exception)


def test_figures_count_by_status_and_proof():
    known = {
        each.name: (each.hit, each.of)
        for each in figures(
            [
                judged(evidence=True),
                judged(right=False, quotes=3, verbatim=2, evidence=False),
                judged(expect="not_stated", unproven=("7",)),
            ]
        )
    }
    expected = {
        "right": (2, 3),
        "right answered": (1, 2),
        "right not_stated": (1, 1),
        "quotes verbatim": (4, 5),
        "numbers proven": (2, 3),
        "evidence cited": (1, 2),
        "status right": (2, 3),
    }
    assert {name: known[name] for name in expected} == expected


@pytest.mark.parametrize(
    ("hit", "falls"), [(90, False), (88, False), (87, True), (100, False)], ids=str
)
def test_a_figure_may_fall_by_its_tolerance(hit, falls):
    bars = {"mine": {"right": Bar(figure=0.9, tolerance=0.02)}}
    measured = {"mine": [Figure(name="right", hit=hit, of=100)]}
    assert bool(fallen(measured, bars)) is falls


def test_what_is_not_measured_any_more_has_fallen():
    assert fallen({}, {"mine": {"right": Bar(figure=0.9, tolerance=0.02)}})


def test_the_accepted_figures_are_of_bundled_cases():
    accepted = read_accepted()
    sheets = {part: {file.stem for file in files} for part, files in chosen(()).items()}
    assert sum(map(len, sheets.values())) == len(set.union(*sheets.values()))
    assert accepted.keys() == set.union(*sheets.values())
    answers = {f.name for e in STATUSES for f in figures([judged(expect=e)])}
    verdicts = {f"right {v}" for v in ("eligible", "ineligible", "need_info")}
    verdicts |= {f.name for f in verdict_figures(())}
    audits = {f.name for f in checked_figures(())}
    known = {"verdicts": verdicts, "rosters": audits, "lint": audits}
    for part, stems in sheets.items():
        for stem in stems:
            assert accepted[stem]
            assert accepted[stem].keys() <= known.get(part, answers)


def test_a_part_a_sheet_or_everything_is_taken():
    everything = chosen(())
    assert everything.keys() == PARTS.keys()
    assert all(everything.values())
    assert names(chosen(("rosters", "seeds"))) == {"rosters", "seeds"}
    assert chosen(("paraphrases",))["questions"] == ()


def test_an_unknown_part_is_refused_with_those_there_are(ask):
    message = str(ask(flags=["--only", "nothing"]).exception)
    assert "没有叫 nothing 的部分" in message
    assert "rosters" in message


def test_a_part_of_a_sheet_is_not_accepted(ask):
    assert "--accept" in str(ask(CASE, flags=["--accept"]).exception)


def test_only_one_kind_is_asked(ask):
    other = CASE | {"id": "T3", "kind": "count"}
    said = json.loads(ask(CASE, other, flags=["--class", "count", "--json"]).stdout)
    assert [each["id"] for each in said["cases"]["mine"]] == ["T3"]


def test_measures_come_with_their_intervals_and_meaning(ask):
    right = json.loads(ask(CASE, WRONG, flags=["--json"]).stdout)["measures"]["right"]
    assert right["estimate"]["value"] == 0.5
    assert right["estimate"]["low"] < 0.5 < right["estimate"]["high"]
    assert right["meaning"]


def test_accepting_raises_bars_and_lowers_none(tmp_path):
    path = tmp_path / "accepted.json"
    before = {"mine": {"right": {"figure": 0.9, "tolerance": 0.07}}, "other": {}}
    path.write_text(json.dumps(before), "utf-8")
    measured = {
        "mine": [Figure(name="right", hit=8, of=10), Figure(name="facts stated", hit=30, of=30)],
        "new": [Figure(name="right", hit=3, of=4), Figure(name="values apt", hit=1, of=2)],
    }
    accept(measured, path)
    known = read_accepted(path)
    assert known["mine"]["right"] == Bar(figure=0.9, tolerance=0.07)
    assert known["mine"]["facts stated"].figure == 1.0
    assert known["new"].keys() == {"right"}
    assert known.keys() == {"mine", "other", "new"}
    accept({"mine": [Figure(name="right", hit=19, of=20)]}, path)
    assert read_accepted(path)["mine"]["right"] == Bar(figure=0.95, tolerance=0.07)
