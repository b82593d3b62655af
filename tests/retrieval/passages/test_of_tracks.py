"""What is done in a track is what is contested there; a body's duty stays its duty."""

import pytest

from retrieval.passages.of_tracks import as_content
from retrieval.passages.rank import Sought
from retrieval.question.asked import asked
from retrieval.question.lexicon import words


@pytest.mark.parametrize(
    ("text", "tracks", "content"),
    [
        ("数字孪生是干啥的", ("a",), True),
        ("数字孪生是做什么的", ("a",), True),
        ("数字孪生是做什么的", (), False),
        ("数字孪生裁判组是干什么的", ("a",), False),
        ("数字孪生由哪个组负责", ("a",), False),
    ],
)
def test_what_a_track_does(text, tracks, content):
    sought = as_content(Sought(asked(text, words()), tracks, ()))
    assert ("content" in sought.asked.concepts) is content
