"""The report: whole, self-contained, and safe whatever stands in questions and notices."""

from __future__ import annotations

import builtins
import json
import re
from html.parser import HTMLParser

import pytest

from bot.fault import InputFault
from eval.expected import compared
from eval.parts import chosen
from eval.persons import Judgement
from eval.report import about
from eval.report.draw import svg
from eval.report.model import Bars, Curves, Example, Matrix, Report, Section, Series, Table
from eval.report.page import html, markdown
from eval.report.whole import read_section, report_of, write
from eval.run import Run
from eval.scored import Scored
from eval.titles import title

EVIL = "<script>alert(1)</script> | [x](javascript:1)\n# 二"
PLOTS = (
    Bars(title="条<b>", names=("甲", EVIL), values=(0.5, 1.0), low=(0.4, 1.0), high=(0.6, 1.0)),
    Curves(
        title="线",
        x="份",
        y="秒",
        series=(Series(name="一", x=(1, 10), y=(0.1, 2)), Series(name="二", x=(1, 10), y=(1, 3))),
        log_x=True,
        log_y=True,
        marked=5,
    ),
    Matrix(title="阵", rows=("甲", "乙"), columns=("甲",), counts=((1,), (0,))),
)


def scored(**fields):
    given = {"id": "S1", "expect": "answered", "question": "几号", "text": "7月1日", "quotes": 1}
    rest = {"verbatim": 1, "faults": (), "unproven": (), "evidence": True, "seconds": 0.01}
    return Scored.model_validate({**given, **rest, **fields})


def judgement(expect, verdict):
    return Judgement(id="p1", notice="n", expect=expect, verdict=verdict, faults=("x",), why=EVIL)


def whole_run():
    wrong = scored(id="S2", question=EVIL, text=EVIL, faults=(EVIL,), kind="list")
    way = scored(id="S1p1", paraphrase_of="S1")
    return Run(
        answers={"mine": [scored(), wrong], "again": [way]},
        verdicts={"people": [judgement("eligible", "ineligible"), judgement("eligible", None)]},
        rosters={"rosters": [compared("R1", EVIL, ["a"], ["b"])]},
        lint={"lint": [compared("L1", "", ["a"], ["a"])]},
        seconds=1.0,
    )


def section(**fields):
    table = Table(title=EVIL, head=("", EVIL), rows=((EVIL, "1"),), note=EVIL)
    example = Example(id="1", question=EVIL, answer=EVIL, evidence=EVIL, reasons=(EVIL,))
    given = {"id": "mine", "title": EVIL, "words": (EVIL,), "tables": (table,)}
    return Section(**{**given, "plots": PLOTS, "examples": (example,), **fields})


class Tags(HTMLParser):
    def __init__(self, text):
        super().__init__()
        self.seen, self.open, self.links = [], [], []
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        self.seen.append(tag)
        self.links += [value for name, value in attrs if name in {"src", "href", "xlink:href"}]
        self.links += [name for name, _ in attrs if name.startswith("on")]


def page(*sections):
    report = Report(title="报告", made_at="", version="1", machine={}, sections=sections)
    return html(report), markdown(report)


def test_every_part_of_a_run_has_its_section():
    report = report_of(whole_run(), [section(plots=())])
    ids = [each.id for each in report.sections]
    assert ids == [
        "scores", "kinds", "sheets", "statuses", "paraphrases", "verdicts", "audits", "latency",
        "mine", "worst",
    ]  # fmt: skip
    assert len(ids) == len(set(ids))


def test_every_sheet_is_named_in_words():
    sheets = [file.stem for files in chosen(()).values() for file in files]
    assert len(sheets) > 30
    for sheet in sheets:
        assert re.search(r"[\u4e00-\u9fff]{2,}", title(sheet)), sheet
    assert len({title(sheet) for sheet in sheets if not sheet.startswith("unseen")}) > 20


def test_the_questions_of_notices_outside_the_store_have_a_column_of_their_own():
    run = Run(answers={"mine": [scored()], "formats": [scored(id="F", faults=("缺",))]})
    table = report_of(run).sections[0].tables[0]
    assert table.head == ("", "成绩", "题", "其中库外的通知", "怎么算")
    assert table.rows[0][:4] == ("答对", "50.0%（0.0–100.0）", "2", "0.0%")


def test_codes_are_words_in_the_report():
    wrong = scored(
        expect="not_stated", status="answered", faults=("状态 answered，应为 not_stated",)
    )
    earlier = wrong.model_copy(update={"earlier": ("几号决赛",), "question": "那初赛呢"})
    run = Run(
        answers={"mine": [earlier]},
        verdicts={"people": [judgement("eligible", "ineligible")]},
    )
    sections = {each.id: each for each in report_of(run).sections}
    (worst,) = sections["worst"].examples
    assert worst.reasons == ("状态 回答，应为 说没有写",)
    assert worst.question == "几号决赛 → 那初赛呢"
    assert worst.evidence == "应为 说没有写"
    assert sections["verdicts"].tables[0].rows[0][0] == "people"


def test_parts_that_did_not_run_are_left_out():
    only = Run(rosters={"rosters": [compared("R1", "", ["a"], ["a"])]})
    assert [each.id for each in report_of(only).sections] == ["audits"]


def test_the_worst_come_first_with_question_answer_and_evidence():
    false = scored(id="F", expect="not_stated", status="answered", faults=("状态",), text="编的")
    run = Run(answers={"mine": [scored(faults=("缺",), id="L"), false, scored()]})
    worst = report_of(run).sections[-1]
    assert [each.id for each in worst.examples] == ["F", "L"]
    assert worst.examples[0].answer == "编的"
    assert worst.examples[0].reasons == ("状态",)


def test_the_page_is_whole_and_nothing_foreign_becomes_a_tag():
    text, _ = page(section(), *report_of(whole_run()).sections)
    tags = Tags(text)
    assert tags.seen.count("svg") >= len(PLOTS)
    assert "script" not in tags.seen
    assert text.count("&lt;script&gt;") > 5
    assert tags.links
    assert all(link.startswith(("#", "data:image/png;base64,")) for link in tags.links)
    assert not re.search(r"url\((?!#)|@import", text)


def test_the_page_names_version_machine_and_moment():
    text = html(report_of(whole_run()))
    assert about.machine()["Python"] in text
    assert "0.1.0" in text
    assert re.search(r"20\d\d-\d\d-\d\dT\d\d:\d\d\+08:00", text)


def test_markdown_has_no_foreign_tags_links_or_cells():
    _, text = page(section())
    assert "<script>" not in text
    assert "[x](" not in text
    row = next(line for line in text.splitlines() if line.endswith("| 1 |"))
    assert len(re.findall(r"(?<!\\)\|", row)) == 3


@pytest.mark.parametrize("plot", PLOTS, ids=lambda plot: plot.kind)
def test_a_plot_is_drawn_the_same_every_time_with_its_words_as_text(plot, recwarn, capfd):
    drawn = svg(plot, "x")
    assert drawn == svg(plot, "x")
    assert drawn.startswith("<svg")
    assert (plot.names[0] if plot.kind == "bars" else plot.title) in drawn
    assert "<script" not in drawn
    assert not recwarn.list
    assert capfd.readouterr().err == ""


def test_ids_of_two_plots_do_not_clash():
    first, second = (set(re.findall(r'id="(m?p?[0-9a-f]{10,})"', svg(PLOTS[1], s))) for s in "ab")
    assert first
    assert not first & second


def test_without_the_drawing_library_the_page_says_so(monkeypatch):
    real = builtins.__import__

    def without(name, *args, **kwargs):
        if name.startswith("matplotlib"):
            raise ImportError(name)
        return real(name, *args, **kwargs)

    monkeypatch.setattr(builtins, "__import__", without)
    text, _ = page(section())
    assert "saiwen[report]" in text
    assert "<svg" not in text


def test_three_forms_are_written_and_the_json_reads_back(tmp_path):
    report = report_of(whole_run())
    files = write(report, tmp_path / "new" / "folder")
    assert [file.name for file in files] == ["report.json", "report.md", "report.html"]
    assert Report.model_validate_json(files[0].read_bytes()) == report
    assert json.loads(files[0].read_text("utf-8"))["title"] == "赛问评测报告"


def test_a_folder_that_cannot_be_is_one_line(tmp_path):
    (tmp_path / "file").write_text("", "utf-8")
    with pytest.raises(InputFault, match="报告写不了"):
        write(report_of(whole_run()), tmp_path / "file" / "x")


def test_a_kept_section_is_read_and_anything_else_refused(tmp_path):
    kept = tmp_path / "bench.json"
    kept.write_text(section().model_dump_json(), "utf-8")
    assert read_section(kept) == section()
    kept.write_text("{}", "utf-8")
    with pytest.raises(InputFault, match="不是报告的一节"):
        read_section(kept)
    with pytest.raises(InputFault, match="读不了"):
        read_section(tmp_path / "absent.json")
