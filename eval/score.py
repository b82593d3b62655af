"""Whether an answer is right, what proves it, and why a score is what it is.

Right = its status fits, every inner list of `must_contain` has one string in the text (compared
without layout, width and case, and after the question's own words are taken out), and nothing of
`must_not_contain` is there. A clarifying question need not contain anything: it answers later.
Apart from that each answer is judged by its proof: quotes verbatim, numbers standing in them, the
known evidence cited, no other clause and no other notice.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from eval.cited import apt, covered, occurrences, proving
from eval.known import Case
from eval.proof import unproven
from eval.scored import FITTING, Scored
from eval.stated import inapt, missing, plain, values_in
from knowledge.model import Citation, Notice
from knowledge.plain import bare
from retrieval.model import Answer

__all__ = [
    "FITTING",
    "Scored",
    "faults",
    "holds_evidence",
    "is_verbatim",
    "occurrences",
    "plain",
    "score",
    "unproven",
]
_COVERED = 0.5


def score(case: Case, answer: Answer, notices: Mapping[str, Notice]) -> Scored:
    """Judge one answer; `notices` are those of the store, by id."""
    return Scored.model_validate(
        {
            "id": case.id,
            "kind": case.kind,
            "expect": case.expect,
            "status": answer.status,
            "question": case.question,
            "text": answer.text,
            "earlier": tuple(turn.question for turn in case.history),
            "evidence_text": case.evidence or _facts(case),
            "faults": tuple(faults(case, answer)),
            "quotes": len(answer.citations),
            "verbatim": sum(is_verbatim(each, notices) for each in answer.citations),
            "unproven": tuple(unproven(case.question, answer, notices, case.as_of)),
            "evidence": holds_evidence(case, answer, notices),
            "options": answer.options,
            "paraphrase_of": case.paraphrase_of,
            "seconds": answer.seconds,
            **_reason(case, answer),
            **(_content(case, answer, notices) if _gives(case, answer) else {}),
        }
    )


def _facts(case: Case) -> str:
    """The facts in short; words that say no, such as 未, are no facts."""
    said = case.must_contain if case.expect in FITTING["clarify"] else ()
    return "；".join(choices[0] for choices in said)


def _gives(case: Case, answer: Answer) -> bool:
    return case.expect == "answered" and answer.status in FITTING["answered"]


def _reason(case: Case, answer: Answer) -> dict[str, object]:
    """Whether the reason of a silence is the right one."""
    if case.reason is None or answer.status not in FITTING["not_stated"]:
        return {}
    wrong = None if answer.reason == case.reason else answer.reason or "none"
    return {"reason_known": True, "wrong_reason": wrong}


def _content(case: Case, answer: Answer, notices: Mapping[str, Notice]) -> dict[str, object]:
    """What an answer that should state facts states and cites."""
    said = plain(answer.text).replace(plain(case.question), "")
    found: dict[str, object] = {
        "facts": len(case.must_contain),
        "lacking": missing(said, case.must_contain),
        "other_notices": _others(case, answer),
    }
    notice = notices.get(case.evidence_notice or case.notice or "")
    places = list(occurrences(case.evidence, notice.text)) if notice else []
    if notice is None or not places:
        return found
    spans = [span for place in places for span in proving(place, notice)]
    facts = [words for choices in case.must_contain for words in choices]
    proof = [notice.text[start:end] for start, end in spans]
    proof += [case.question, notice.name, notice.label, notice.title, str(notice.year), *facts]
    wrong = [c.path for c in answer.citations if not apt(c, {notice.id: spans}, facts)]
    return found | {
        "values": len(values_in(answer.text)),
        "inapt": tuple(f"{v.kind} {v.words}" for v in inapt(answer.text, proof)),
        "cited": len(answer.citations),
        "beside": tuple(wrong),
    }


def _others(case: Case, answer: Answer) -> tuple[str, ...] | None:
    asked = {each for each in (case.notice, case.evidence_notice) if each}
    if not asked or case.kind == "comparison":
        return None
    return tuple(sorted({c.notice for c in answer.citations} - asked))


def faults(case: Case, answer: Answer) -> Iterator[str]:
    """What is wrong with an answer, one by one."""
    said = plain(answer.text).replace(plain(case.question), "")
    if answer.status not in FITTING[case.expect]:
        yield f"状态 {answer.status}，应为 {case.expect}"
    if answer.status != "clarify":
        yield from (f"缺 {fact}" for fact in missing(said, case.must_contain))
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


def holds_evidence(case: Case, answer: Answer, notices: Mapping[str, Notice]) -> bool | None:
    """Whether the citations cover most of the evidence where it stands."""
    notice = notices.get(case.evidence_notice or case.notice or "")
    if notice is None or case.expect != "answered" or answer.status not in FITTING["answered"]:
        return None
    places = list(occurrences(case.evidence, notice.text))
    if not places:
        return None
    spans = [(c.start, c.end) for c in answer.citations if c.notice == notice.id]
    return any(covered(place, spans) >= _COVERED for place in places)
