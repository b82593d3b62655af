"""Every text is used, and every place to be filled in is known."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from pydantic import ValidationError

from bot.wording import Serve, Terminal, Wording, wording

BOT = Path(__file__).resolve().parents[2] / "bot"
CODE = "\n".join(path.read_text("utf-8") for path in BOT.rglob("*.py"))
FIELDS = [*Wording.model_fields, *Terminal.model_fields, *Serve.model_fields]


def test_code_was_found():
    assert "class Talk" in CODE


@pytest.mark.parametrize("field", FIELDS)
def test_every_text_is_said_somewhere(field):
    assert re.search(rf"\.{field}\b", CODE)


def test_a_misspelt_text_fails_on_loading():
    good = wording().model_dump()
    with pytest.raises(ValidationError):
        Wording.model_validate({**good, "strat": "你好"})


def test_start_is_two_lines_and_says_who_decides():
    lines = wording().start.split("\n")
    assert len(lines) == 2
    assert "以通知原文和主办方解释为准" in lines[1]
    assert "/privacy" in lines[1]
