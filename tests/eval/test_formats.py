"""The measure of reading: a line or cell that is missing or too much is seen."""

from __future__ import annotations

import pytest

from eval.formats import compare, main

TRUTH = "一、报名\n赛项\t人数\n甲\t3\n甲\t3\n"


@pytest.mark.parametrize(
    ("text", "lines", "cells", "extra"),
    [
        (TRUTH, 4, 6, 0),
        ("一、 报 名\n\n赛项\t人数\n甲\t 3\n甲\t3\n", 4, 6, 0),
        ("一、报名\n赛项\t人数\n甲\t3\n", 3, 4, 0),
        ("一、报名\n赛项 人数\n甲\t3\n甲\t3\n页脚\n", 4, 4, 1),
        ("", 0, 0, 0),
    ],
    ids=["all of it", "other white space", "a row once only", "no cells and a footer", "nothing"],
)
def test_a_text_against_its_truth(text, lines, cells, extra):
    score = compare(text, TRUTH)
    assert (score.lines, score.cells) == (4, 6)
    assert (score.found_lines, score.found_cells, len(score.extra)) == (lines, cells, extra)


def test_the_report_names_what_is_missing_and_what_was_not_read(tmp_path, capsys):
    files, truth = tmp_path / "files", tmp_path / "truth"
    files.mkdir()
    truth.mkdir()
    for stem, data in (("a", b"x\n"), ("b", b"")):
        (files / f"{stem}.txt").write_bytes(data)
        (truth / f"{stem}.txt").write_text("x\ny\n", "utf-8")
    main(str(files), str(truth))
    told = capsys.readouterr().out
    assert "a.txt: lines 1/2" in told
    assert "  - y" in told
    assert "b.txt: 文件是空的" in told
