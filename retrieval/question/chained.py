"""A question of a message about the body an earlier one found: 归哪个组管，组长是谁."""

from __future__ import annotations

from collections.abc import Sequence

from knowledge import lazy_re
from retrieval.question.asked import OF_BODIES, plain
from retrieval.question.lexicon import Words
from retrieval.reply import Reply

_WHICH = lazy_re.compile(r"哪一?个(工作)?(组|部门?|处|委员会|办公室)")
_BODY = lazy_re.compile(r"([\u4e00-\u9fff]{1,10}(?:组|部|处|委员会|办公室))[：:]")
_OWN = lazy_re.compile(r"[\u4e00-\u9fff](组|部|处|委员?会|办公室)(?!长|员)")

_WHOM = lazy_re.compile(
    r"(?:那|我|我们|该|应该|要|得|去|能|可以)*(?:找|问|联系|打给|咨询)(?:谁|哪个|哪位|什么人|哪里)"
    r"(?:问|说|处理|解决|啊|呢|呀|嘛)*[?？]?"
    r"|(?:打|拨)?(?:哪个|什么|谁的?)?电话(?:是|多少|号码)*(?:啊|呢)?[?？]?"
)
"""Whom to call, and not about what: that stands before it."""
_CALLED = lazy_re.compile(r"\d{7}(?!\d*@)(?!\d*[.a-z])|\d-\d{6}")


def called_already(part: str, told: Sequence[Reply]) -> bool:
    """Whether a part only asks whom to call, and what stands before it was answered with that.

    >>> called_already("找谁", ())
    False
    """
    if not _WHOM.fullmatch(plain(part)):
        return False
    said = (p.text for r in told if r.status == "answered" for p in r.pieces)
    return any(_CALLED.search(text) for text in said)


def chained(part: str, before: str, told: Sequence[Reply], words: Words) -> str:
    """The part with the name of the body that the part before it was answered with.

    Unchanged where it names a body itself, asks for nothing a body has, or none was found.
    """
    text = plain(part)
    if not _WHICH.search(plain(before)) or _OWN.search(text):
        return part
    if not OF_BODIES & {f.id for f in words.asked(text)}:
        return part
    said = (f"{p.scope}：{p.text}".lstrip("：") for r in told for p in r.pieces)
    names = {match[1] for text in said if (match := _BODY.match(text))}
    return f"{names.pop()}{part}" if len(names) == 1 else part
