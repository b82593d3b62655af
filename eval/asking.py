"""One known question put to the desk, timed, and its score."""

from __future__ import annotations

import time
from collections.abc import Mapping

from eval.known import Case
from eval.score import score
from eval.scored import Scored
from eval.talks import Talks
from knowledge.model import Notice
from retrieval.answers import Answers
from retrieval.model import Answer


def asked(
    case: Case, desk: Answers, notices: Mapping[str, Notice], talks: Talks | None = None
) -> Scored:
    """One case, timed, as a turn of its chat; where it is asked back, every option is tried."""
    talks = talks or Talks()
    question = talks.going_on(case.asked())
    began = time.perf_counter()
    answer = desk.answer(question)
    seconds = time.perf_counter() - began
    talks.keep(question, answer)
    judged = score(case, answer, notices)
    return judged.model_copy(
        update={"seconds": seconds, "unsettled": tuple(_unsettled(case, answer, desk))}
    )


def _unsettled(case: Case, answer: Answer, desk: Answers) -> list[str]:
    """The options that lead to another question back."""
    left = []
    for option in answer.options if answer.status == "clarify" else ():
        chosen = option.model_dump(include={"notice", "track", "group"})
        if desk.answer(case.asked().model_copy(update=chosen)).status == "clarify":
            left.append(option.label)
    return left
