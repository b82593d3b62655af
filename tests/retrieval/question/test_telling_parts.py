"""Whether a part of a name tells more than words all such names share."""

from __future__ import annotations

import pytest

from retrieval.question.lexicon import words
from retrieval.question.mentions import telling

PARTS = [("焊工", True), ("竞赛", False), ("应用技术", False), ("人工智能", False), ("工", False)]


@pytest.mark.parametrize(("part", "tells"), PARTS, ids=[p for p, _ in PARTS])
def test_parts_of_names(part: str, tells: bool) -> None:
    assert telling(part) is tells


def test_generic_words_come_in_the_lexicons_order() -> None:
    """A set's order would change with every process, and what is left of a name with it."""
    assert telling("人工智能应用技术")
    assert next(iter(words().generic)) == "应用"
    assert len(words().generic) > 1
