"""The chat shown in the README is a real one: it is replayed, and a test compares it.

`python -m eval.transcript README.md` writes the section anew, from the questions that stand in it
and for the day named in its mark.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable
from datetime import datetime
from pathlib import Path

from bot.clock import parse_as_of
from bot.commands.chat import heard
from bot.live import Live
from bot.opening import live_desk
from bot.options import default_store
from bot.talk.talk import Talk
from bot.wording import wording

PROMPT = "问> "
SECTION = re.compile(
    r"(?P<head><!-- transcript (?P<day>\S+) -->\n```text\n)(?P<body>.*?)(?P<tail>```\n)", re.DOTALL
)


def replay(questions: Iterable[str], as_of: datetime, live: Live) -> str:
    """The chat of these questions, as `saiwen chat` shows it."""
    words = wording()
    talk = Talk(live, words, lambda: as_of)
    turns = (f"{PROMPT}{each}\n{heard(talk, each, words).strip()}\n" for each in questions)
    return "\n".join(turns)


def renewed(document: str, live: Live) -> str:
    """The document with its transcript replayed.

    Raises:
        ValueError: there is no such section in it.
    """
    found = SECTION.search(document)
    if found is None:
        raise ValueError("no section <!-- transcript DAY --> with a block of text in it")
    lines = found["body"].splitlines()
    questions = [line.removeprefix(PROMPT) for line in lines if line.startswith(PROMPT)]
    body = replay(questions, parse_as_of(found["day"]), live)
    return document[: found.start("body")] + body + document[found.end("body") :]


def main() -> None:
    """Renew the transcript in the file that is named."""
    path = Path(sys.argv[1])
    path.write_text(renewed(path.read_text("utf-8"), live_desk(default_store())), "utf-8")


if __name__ == "__main__":
    main()
