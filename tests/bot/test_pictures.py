"""The pictures in docs/ show what the bot says."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from pictures.journeys import JOURNEYS
from pictures.page import marked, page
from pictures.played import played, told
from PIL import Image

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / "docs/pictures"
LARGEST = 100_000


@pytest.mark.parametrize("journey", JOURNEYS, ids=lambda one: one.name)
def test_there_is_a_small_picture_of_every_journey(journey):
    path = FOLDER / f"{journey.name}.png"
    assert path.stat().st_size < LARGEST
    with Image.open(path) as image:
        assert image.width == 440
        assert image.height > 200
    assert f"# {journey.title}\n" in (FOLDER / "messages.txt").read_text("utf-8")


def test_the_readme_shows_pictures_that_are_there():
    shown = re.findall(r"docs/pictures/([a-z-]+)[.]png", (ROOT / "README.md").read_text("utf-8"))
    assert len(shown) >= 4
    assert {*shown} <= {one.name for one in JOURNEYS}


def entity(kind, offset, length):
    return {"type": kind, "offset": offset, "length": length}


def test_words_are_marked_as_telegram_counts_them():
    message = {
        "text": "🏆甲<乙>丙",
        "entities": [entity("expandable_blockquote", 2, 4), entity("bold", 3, 2)],
    }
    assert marked(message, opened=True) == ("🏆<blockquote>甲<b>&lt;乙</b>&gt;</blockquote>丙")
    assert '<blockquote class="folded">' in marked(message, opened=False)


def test_what_people_write_is_no_markup():
    message = {
        "text": "<script>", "from": {"id": 7, "first_name": "<b>"}, "chat": {"id": -1},
        "reply_markup": {"inline_keyboard": [[{"text": "<i>"}]]},
    }  # fmt: skip
    assert not re.search(r"<(?:script|i|b)>", page("<b>", [message], 4242, opened=True))


@pytest.mark.slow
@pytest.mark.timeout(900)
def test_the_bot_still_says_what_the_pictures_show(store_dir, tmp_path):
    assert told(played(tmp_path, store_dir)) == (FOLDER / "messages.txt").read_text("utf-8")
