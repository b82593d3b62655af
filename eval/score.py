"""Whether an answer is right, and what proves it.

Right = its status fits, every inner list of `must_contain` has one string in the text (compared
without layout, width and case, and after the question's own words are taken out), and nothing of
`must_not_contain` is there. A clarifying question need not contain anything: it answers later.
Apart from that each answer is judged by its proof: quotes verbatim, numbers standing in them, the
known evidence cited.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from eval.known import Case
from knowledge.model import Citation, Frozen, Notice
from knowledge.plain import bare, comparable
from retrieval.model import Answer

FITTING: Mapping[str, frozenset[str]] = {
    "answered": frozenset({"answered", "partial"}),
    "clarify": frozenset({"clarify", "answered"}),  # answered: every case is listed
    "not_stated": frozenset({"not_stated", "partial"}),
    "out_of_scope": frozenset({"out_of_scope"}),
}
_MARKUP = re.compile(r"[*`|_]+")
_NUMBER = re.compile(r"\d+")
_WORKED_OUT = re.compile(
    r"(?:已截止|还有)\d+天|×[\d.]+%=[\d.]+|(?:合计|计算):[\d.%+×]+=[\d.]+%?|相差[\d.]+−[\d.]+=[\d.]+"
)
"""Days to a cited deadline and shares with their formula: computed, and shown to be."""
_COVERED = 0.5


class Scored(Frozen):
    """One answer, judged; `faults` is empty if it is right."""

    id: str
    expect: str
    question: str
    text: str
    faults: tuple[str, ...]
    quotes: int
    verbatim: int
    """How many of the quotes are."""
    unproven: tuple[str, ...]
    """Numbers of the text that stand in no quote, nor in the question or a competition's name."""
    evidence: bool | None
    """Whether a citation holds the evidence; None where the case names none, or it is not asked."""

    @property
    def right(self) -> bool:
        """Whether nothing is wrong with it."""
        return not self.faults


def score(case: Case, answer: Answer, notices: Mapping[str, Notice]) -> Scored:
    """Judge one answer; `notices` are those of the store, by id."""
    return Scored(
        id=case.id,
        expect=case.expect,
        question=case.question,
        text=answer.text,
        faults=tuple(faults(case, answer)),
        quotes=len(answer.citations),
        verbatim=sum(is_verbatim(each, notices) for each in answer.citations),
        unproven=tuple(unproven(case.question, answer, notices)),
        evidence=holds_evidence(case, answer, notices),
    )


def plain(text: str) -> str:
    """Comparable, and without the marks of Markdown and tables."""
    return _MARKUP.sub("", comparable(text))


def faults(case: Case, answer: Answer) -> Iterator[str]:
    """What is wrong with an answer, one by one."""
    said = plain(answer.text).replace(plain(case.question), "")
    if answer.status not in FITTING[case.expect]:
        yield f"状态 {answer.status}，应为 {case.expect}"
    if answer.status != "clarify":
        for choices in case.must_contain:
            if not any(plain(words) in said for words in choices):
                yield f"缺 {' / '.join(choices[:3])}"
    for words in case.must_not_contain:
        if plain(words) in said:
            yield f"不应有 {words}"


def is_verbatim(citation: Citation, notices: Mapping[str, Notice]) -> bool:
    """Whether the quote stands at its place in the notice, white space aside."""
    notice = notices.get(citation.notice)
    return (
        notice is not None
        and bool(citation.quote.strip())
        and (bare(notice.text[citation.start : citation.end]) == bare(citation.quote))
    )


def unproven(question: str, answer: Answer, notices: Mapping[str, Notice]) -> list[str]:
    """The numbers of a text that stand in no quote, nor in the question or a competition's name."""
    proof = [question, *(citation.quote for citation in answer.citations)]
    for each in {*answer.notices, *(option.notice for option in answer.options)} & notices.keys():
        notice = notices[each]
        proof += [notice.name, notice.label, notice.title, str(notice.year)]
    # as printed too: a full-width number beside a half-width one is two numbers
    known = {
        n for text in proof for form in (text, comparable(text)) for n in _NUMBER.findall(form)
    }
    text = _WORKED_OUT.sub("", comparable(answer.text))
    return [n for n in dict.fromkeys(_NUMBER.findall(text)) if n not in known]


def holds_evidence(case: Case, answer: Answer, notices: Mapping[str, Notice]) -> bool | None:
    """Whether the citations cover most of the evidence where it stands."""
    notice = notices.get(case.evidence_notice or case.notice or "")
    if notice is None or case.expect != "answered" or answer.status not in FITTING["answered"]:
        return None
    places = list(occurrences(case.evidence, notice.text))
    if not places:
        return None
    spans = [(c.start, c.end) for c in answer.citations if c.notice == notice.id]
    return any(_covered(place, spans) >= _COVERED for place in places)


def occurrences(words: str, text: str) -> Iterator[tuple[int, int]]:
    """Where words stand in a text, white space aside: (start, end) in the text."""
    wanted = bare(words)
    at = [n for n, character in enumerate(text) if bare(character)]
    flat = "".join(text[n] for n in at)
    start = flat.find(wanted) if wanted else -1
    while start >= 0:
        yield at[start], at[start + len(wanted) - 1] + 1
        start = flat.find(wanted, start + 1)


def _covered(place: tuple[int, int], spans: Iterable[tuple[int, int]]) -> float:
    """The share of a place that the spans cover."""
    inside = {n for start, end in spans for n in range(max(start, place[0]), min(end, place[1]))}
    return len(inside) / (place[1] - place[0])
