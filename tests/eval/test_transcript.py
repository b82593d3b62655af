"""The chat in the README is what saiwen says."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.opening import live_desk
from eval.transcript import PROMPT, SECTION, renewed

README = (Path(__file__).parents[2] / "README.md").read_text("utf-8")


def test_the_readme_shows_a_real_chat(store_dir):
    assert SECTION.search(README)["body"].count(PROMPT) >= 3
    assert renewed(README, live_desk(store_dir)) == README


def test_a_document_without_a_transcript_is_refused(store_dir):
    with pytest.raises(ValueError, match="transcript"):
        renewed("# x\n", live_desk(store_dir))
