"""The log keeps secrets and personal data out."""

from __future__ import annotations

import logging
import sys

from bot.log import Discreet


def line(message: str, *args: object, fault: bool = False) -> str:
    info = None
    if fault:
        try:
            int("张三 110105194912310021")
        except ValueError:
            info = sys.exc_info()
    record = logging.LogRecord("x", logging.ERROR, "f.py", 1, message, args, info)
    return Discreet(["4242:secret", ""]).format(record)


def test_the_token_is_masked():
    said = line("GET http://api/bot%s/getMe", "4242:secret")
    assert "4242" not in said
    assert said.endswith("GET http://api/bot***/getMe")


def test_an_exception_is_its_type_and_place():
    said = line("update not handled", fault=True)
    assert "[ValueError, test_log.py:" in said
    assert "张三" not in said
    assert "1101" not in said


def test_only_the_first_line_is_written():
    assert line("Task exception was never retrieved\nfuture: ValueError('张三')").endswith(
        "retrieved"
    )
