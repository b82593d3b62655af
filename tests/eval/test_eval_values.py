"""What is printed and what is found of it as values."""

from __future__ import annotations

from typing import get_args

from click.testing import CliRunner

from eval.values import Truth, against, figures, main, truth
from knowledge.bundled import bundled
from knowledge.model import ValueKind
from knowledge.notice import read_notice

TEXT = "关于举办竞赛的通知\n一、报名\n报名截止2026年8月3日，邮箱a@b.example.org，奖金500元。\n"


def told(notices):
    return {figure.name: (figure.hit, figure.of) for figure in figures(notices)}


def test_what_is_printed_is_found_and_named():
    found = told([read_notice("one", TEXT.encode())])
    assert found["found date"] == found["found email"] == found["found amount"] == (1, 1)
    assert found["named deadline"] == (1, 1)


def test_a_value_that_reading_lost_is_counted():
    notice = read_notice("one", TEXT.encode())
    found = told([notice.model_copy(update={"values": ()})])
    assert found["found date"] == (0, 1)


def test_the_bundled_notices_lose_nothing():
    found = told(read_notice(s.id, s.data, s.confirmed) for s in bundled())
    for name in ("found email", "found phone", "found date", "found share"):
        assert found[name][1] > 3
        assert found[name][0] == found[name][1]


def test_the_command_prints_a_line_a_figure(tmp_path):
    (tmp_path / "one.txt").write_text(TEXT, "utf-8")
    result = CliRunner().invoke(main, [str(tmp_path)])
    assert "found email\t1/1\t1.000" in result.output


KNOWN = Truth(
    whole=frozenset({"deadline", "email"}),
    notices={
        "one": (
            ("deadline", "2026-08-03", "报名截止"),
            ("email", "b@b.example.org", "邮箱"),
            ("amount", "500元", "押金 奖金", ("甲组",)),
        )
    },
)


def test_values_are_held_against_what_a_person_finds():
    notices = [read_notice(name, TEXT.encode()) for name in ("one", "unknown")]
    told = {figure.name: (figure.hit, figure.of) for figure in against(notices, KNOWN)}
    assert told == {
        "told deadline": (1, 1),
        "told email": (0, 1),
        "told amount": (1, 1),
        "right label": (2, 2),
        "right scope": (1, 2),
        "not too much": (1, 2),
    }


def test_the_table_names_kinds_that_there_are():
    known = truth()
    assert sum(map(len, known.notices.values())) > 100
    kinds = {row[0] for rows in known.notices.values() for row in rows} | known.whole
    assert kinds <= set(get_args(ValueKind))
