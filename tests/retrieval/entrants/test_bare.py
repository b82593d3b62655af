"""我能报吗: who tells nothing of himself asks who may enter; others ask what they ask."""

import pytest

from retrieval.entrants.bare import as_conditions
from retrieval.question.asked import asked
from retrieval.question.lexicon import words


@pytest.mark.parametrize(
    ("text", "bare"),
    [
        ("我能报吗", True),
        ("能不能参加", True),
        ("我们可以报名吗", True),
        ("我15岁能报吗", False),
        ("还能报名吗", False),
        ("两个都能报吗", False),
        ("老师能报吗", False),
        ("能报名费减免吗", False),
    ],
)
def test_bare(text, bare):
    ask = asked(text, words())
    assert (as_conditions(ask, words()) is not ask) is bare
