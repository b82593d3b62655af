"""The mark of what was read from a picture: a machine read it, and a person should look."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from knowledge.eligibility.model import RuleFinding, Verdict
from knowledge.model import Citation, Notice
from retrieval.wording import say


def marked(text: str, citations: Sequence[Citation], notices: Mapping[str, Notice]) -> str:
    """A statement, marked if any of the words that prove it were read from a picture."""
    return f"{text}{say('recognised')}" if any(_is_marked(c, notices) for c in citations) else text


def _is_marked(citation: Citation, notices: Mapping[str, Notice]) -> bool:
    notice = notices.get(citation.notice)
    return notice is not None and is_recognised(citation, notice)


def findings_marked(verdict: Verdict, notice_of: Callable[[str], Notice]) -> Verdict:
    """The verdict, its explanations marked whose clause was read from a picture."""

    def mended(found: RuleFinding) -> RuleFinding:
        cited = found.citation
        if cited is None or not is_recognised(cited, notice_of(cited.notice)):
            return found
        words = f"{found.explanation}{say('recognised')}"
        return found.model_copy(update={"explanation": words})

    return verdict.model_copy(update={"findings": tuple(map(mended, verdict.findings))})


def is_recognised(citation: Citation, notice: Notice) -> bool:
    """Whether any of the cited words were read from a picture."""
    return any(
        span.start < citation.end and citation.start < span.end for span in notice.recognised
    )
