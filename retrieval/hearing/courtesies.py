"""What surrounds a question in a messenger and asks for nothing: greetings, thanks, laughter.

Left in, such words count as something the notices do not know, and a good question is refused.
Only whole pieces at the beginning and the end of a message go; a message that is nothing else
stays as it is, so that a greeting is still greeted.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from knowledge import lazy_re
from knowledge.data import content
from knowledge.model import Frozen
from knowledge.simplified import simplified

_EDGE = r"[\s,，。.:：;；、!！?？~～…—\-]"
_DULL = lazy_re.compile(f"^{_EDGE}+|(?:(?![?？]){_EDGE})+$")
_STICKERS = lazy_re.compile(
    "[\u2190-\u21ff\u2300-\u23ff\u2600-\u27bf\u2b00-\u2bff\ufe0e\ufe0f\u200d\U0001f000-\U0001faff]+"
    r"|\[[\u4e00-\u9fff]{1,3}\]"
)
_TAIL = 40
_ASIDE = lazy_re.compile(r"[(（]([^()（）]*)[)）]\s*$")


class Courtesies(Frozen):
    """The content of courtesies.yaml."""

    lead: tuple[str, ...]
    trail: tuple[str, ...]
    aside: tuple[str, ...]


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """What may lead a message, trail it, and stand in an aside."""
    said = Courtesies.model_validate(content("retrieval.hearing", "courtesies.yaml"))
    lead, trail, aside = (f"(?:{'|'.join(each)})" for each in (said.lead, said.trail, said.aside))
    flags = re.IGNORECASE
    return (
        lazy_re.compile(lead, flags),
        lazy_re.compile(f"(?:^|(?<={_EDGE[:-1]}])){trail}$", flags),
        lazy_re.compile(aside, flags),
    )


@lru_cache(maxsize=64)  # asked before and after a question is answered
def without_courtesies(text: str) -> str:
    """The message without what surrounds its question; itself if nothing would be left.

    >>> without_courtesies("老师您好！打扰了，想请教一下：报名要交费吗？非常感谢🙏")
    '报名要交费吗？'
    >>> without_courtesies("谢谢老师")
    '谢谢老师'
    """
    left = _STICKERS.sub(" ", simplified(text))
    while (shorter := _begun(_ended(left))) != left:
        left = shorter
    return left if _says_something(left) else text


def _begun(text: str) -> str:
    """Without what leads."""
    lead, _, _ = _patterns()
    text = _DULL.sub("", text)
    at = 0
    while found := lead.match(text, at):
        at = found.end()
        while at < len(text) and re.match(_EDGE, text[at]):
            at += 1
    return text[at:]


def _ended(text: str) -> str:
    """Without what trails; only the last characters are looked at, however long a message is."""
    _, trail, aside = _patterns()
    inside = _ASIDE.search(text)
    text = text[: inside.start()] if inside and aside.search(inside[1]) else text
    while True:
        text = _DULL.sub("", text)
        start = max(0, len(text) - _TAIL)
        found = trail.search(text, start)
        if found is None or found.end() == found.start():
            return text
        text = text[: found.start()]


def _says_something(text: str) -> bool:
    return sum(c.isalnum() for c in text) > 1
