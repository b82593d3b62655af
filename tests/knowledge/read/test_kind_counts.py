"""Kinds of tracks with their number: the number tells where the list ends."""

from __future__ import annotations

import pytest

from knowledge.catalogue.kind_counts import counted
from knowledge.model import Clause, Track

TRACKS = [Track(id=i, name=name) for i, name in (("a", "瓦工"), ("b", "木工活"), ("c", "防水工"))]


def clause(path, text, parent=None):
    return Clause.model_construct(
        path=path, heading="", text=text, start=0, end=len(text), parent=parent
    )


@pytest.mark.parametrize(
    ("texts", "kinds"),
    [
        (["（一）个人项目两个：瓦工、木工活。"], {"个人类": ("a", "b")}),
        (["（二）师徒项目一个：防水工（卫生间），一师一徒结对参加。"], {"师徒类": ("c",)}),
        (
            ["（一）个人项目两个：", "1.瓦工（铺贴）；", "2.木工活（门套）；"],
            {"个人类": ("a", "b")},
        ),
        (["（一）个人项目三个：瓦工、木工活。"], {}),
        (["（一）竞赛项目两个：瓦工、木工活。"], {}),
        (["（一）个人项目两个：瓦工、插花。"], {}),
    ],
    ids=["a list", "one, with a remark", "items below", "too few", "of all", "a stranger"],
)
def test_kinds_with_their_number(texts, kinds):
    head, *items = texts
    clauses = [clause("一", head), *(clause(f"一.{i}", t, "一") for i, t in enumerate(items))]
    assert dict(counted(clauses, TRACKS)) == kinds
