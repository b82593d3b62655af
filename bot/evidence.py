"""The words an answer rests on, with what stands around them in their clause."""

from __future__ import annotations

from collections.abc import Mapping

from knowledge import lazy_re
from knowledge.model import Citation, Frozen, Notice
from knowledge.plain import bare, squeeze

AROUND = 160
"""Characters shown of the clause on either side; cut where a sentence or phrase ends."""
_ENDS = lazy_re.compile(r"[。；;！？\n]|[，、,：:](?=.)")


class Around(Frozen):
    """A quotation with the words of its clause before and after it."""

    before: str = ""
    after: str = ""


def around(citation: Citation, notices: Mapping[str, Notice]) -> Around:
    """What stands around a quotation; nothing where its clause is not known or it is a row."""
    notice = notices.get(citation.notice)
    start, end = citation.start, citation.end
    if notice is None or "\t" in notice.text[start:end]:
        return Around()
    if bare(notice.text[start:end]) != bare(citation.quote):
        return Around()  # of a corrected text, whose places are others
    holding = [c for c in notice.clauses if c.start <= start and end <= c.end]
    clause = min(holding, key=lambda c: c.end - c.start, default=None)
    if clause is None or "\t" in clause.text:
        return Around()
    return Around(
        before=_before(notice.text[clause.start : start]),
        after=_after(notice.text[end : clause.end]),
    )


def _before(text: str) -> str:
    text = squeeze(text)
    if len(text) <= AROUND:
        return text
    cut = next((m.end() for m in _ENDS.finditer(text, len(text) - AROUND)), len(text) - AROUND)
    return f"……{text[cut:]}"


def _after(text: str) -> str:
    text = squeeze(text)
    if len(text) <= AROUND:
        return text
    ends = [m.end() for m in _ENDS.finditer(text, 0, AROUND)]
    return f"{text[: ends[-1] if ends else AROUND]}……"
