"""Numbers of tracks that no list has."""

from __future__ import annotations

import pytest

from knowledge.catalogue.track_lists import counted_list


@pytest.mark.parametrize(
    ("number", "names"), [("2", ["焊工", "电工"]), ("9" * 400, []), ("十", []), ("0", [])]
)
def test_a_list_counts_only_if_it_has_the_stated_number(number, names):
    assert counted_list(f"大赛设焊工、电工{number}个工种。") == names
