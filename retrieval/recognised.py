"""The mark of what was read from a picture: a machine read it, and a person should look."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from knowledge.model import Citation, Notice
from retrieval.wording import say


def marked(text: str, citations: Sequence[Citation], notices: Mapping[str, Notice]) -> str:
    """A statement, marked if any of the words that prove it were read from a picture."""
    return f"{text}{say('recognised')}" if any(_recognised(c, notices) for c in citations) else text


def _recognised(citation: Citation, notices: Mapping[str, Notice]) -> bool:
    notice = notices.get(citation.notice)
    return notice is not None and any(
        span.start < citation.end and citation.start < span.end for span in notice.recognised
    )
