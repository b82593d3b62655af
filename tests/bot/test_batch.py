"""Batches: one line in, one out, in order; a fault takes its own line down only."""

from __future__ import annotations

import io
import json
from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.batch import LineFault, answer_lines, as_of_in, dumps, run_batch, words_in
from bot.clock import ZONE
from bot.fault import InputFault

NOON = datetime(2026, 7, 1, 12, tzinfo=ZONE)


def echo(fields):
    return {"id": fields.get("id"), "keys": sorted(fields)}


def answered(text):
    return list(answer_lines(io.BytesIO(text.encode()), echo, ["question"]))


def test_one_line_out_for_each_line_in():
    lines = [json.dumps({"id": f"q{n}", "question": "报名费"}) for n in range(5)]
    assert [a["id"] for a in answered("\n".join(lines))] == [f"q{n}" for n in range(5)]


def test_blank_lines_are_skipped_but_counted():
    found = answered('\n  \n{"question": "a"}\n\t\r\nnonsense\n')
    assert found == [
        {"id": None, "keys": ["question"]},
        {"id": None, "line": 5, "error": "这一行不是 JSON"},
    ]


def test_half_characters_are_written_so_that_they_are_utf_8_and_json():
    (found,) = answered(r'{"id": "题\ud800", "question": "a"}')
    written = dumps(found)
    assert json.loads(written.encode("utf-8")) == found


def test_null_is_absent():
    (found,) = answered('{"id": "q", "question": "a", "notice": null}')
    assert found["keys"] == ["id", "question"]


@pytest.mark.parametrize(
    ("line", "error"),
    [
        ("[1]", "这一行应为一个 JSON 对象"),
        ("{", "这一行不是 JSON"),
        ('{"id": "q7"}', "缺少 question"),
        ('{"id": "q7", "question": null}', "缺少 question"),
        ("[" * 100_000, "这一行不是 JSON"),
        ("9" * 5000, "这一行不是 JSON"),
    ],
    ids=["no object", "broken", "key missing", "key null", "nested deep", "huge number"],
)
def test_a_line_at_fault(line, error):
    (found,) = answered(line)
    assert list(found) == ["id", "line", "error"]
    assert (found["line"], found["error"]) == (1, error)
    assert found["id"] == ("q7" if "q7" in line else None)


def test_bytes_that_are_no_utf8_and_a_byte_order_mark():
    lines = [b'\xef\xbb\xbf{"question": "a"}\n', b'{"question": "\xff"}\n']
    first, second = answer_lines(lines, echo, ["question"])
    assert "error" not in first
    assert second == {"id": None, "line": 2, "error": "这一行不是 UTF-8 文本"}


def test_a_fault_of_the_work_is_a_fault_of_the_line():
    def work(_):
        raise LineFault("没有这份通知")

    (found,) = answer_lines([b'{"id": 3, "question": "a"}'], work, ["question"])
    assert found == {"id": 3, "line": 1, "error": "没有这份通知"}


@given(st.lists(st.binary(max_size=40).filter(lambda b: b"\n" not in b), max_size=6))
def test_any_bytes_give_one_object_for_each_line_that_is_not_blank(lines):
    found = list(answer_lines([line + b"\n" for line in lines], echo, ["question"]))
    assert len(found) <= len(lines)
    assert all("error" in each or "keys" in each for each in found)


@pytest.mark.parametrize(
    ("given_as_of", "expected"),
    [
        (None, NOON),
        ("2026-07-02", datetime(2026, 7, 2, tzinfo=ZONE)),
        ("2026-07-02T18:00", datetime(2026, 7, 2, 18, tzinfo=ZONE)),
        ("2026-07-02T10:00:00Z", datetime(2026, 7, 2, 18, tzinfo=ZONE)),
    ],
    ids=["absent", "date", "time", "time with an offset"],
)
def test_the_lines_own_moment_wins(given_as_of, expected):
    fields = {"as_of": given_as_of} if given_as_of else {}
    found = as_of_in(fields, NOON)
    assert found == expected
    assert found.utcoffset() == expected.utcoffset()


@pytest.mark.parametrize("wrong", ["tomorrow", "2026-13-01", "", 20260701, ["2026-07-01"]])
def test_a_wrong_moment_is_a_fault(wrong):
    with pytest.raises(LineFault, match="as_of"):
        as_of_in({"as_of": wrong}, NOON)


def test_words_only():
    assert words_in({"notice": "n1"}, "notice") == "n1"
    assert words_in({}, "notice") is None
    with pytest.raises(LineFault, match="notice"):
        words_in({"notice": 3}, "notice")


def test_a_file_is_answered_on_standard_output(tmp_path, capsys):
    batch = tmp_path / "q.jsonl"
    batch.write_text('{"id": "甲", "question": "a"}\n{"id": "乙"}\n', "utf-8")
    faults = run_batch(batch, echo, ["question"])
    lines = capsys.readouterr().out.splitlines()
    assert faults == 1
    assert [json.loads(line)["id"] for line in lines] == ["甲", "乙"]
    assert "甲" in lines[0]


def test_a_file_that_is_not_there_is_the_inputs_fault(tmp_path):
    with pytest.raises(InputFault, match=r"none\.jsonl"):
        run_batch(tmp_path / "none.jsonl", echo, [])


def test_json_keeps_chinese_and_one_line():
    assert dumps({"a": "中\n文"}) == '{"a": "中\\n文"}'
