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
