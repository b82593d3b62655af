"""The coordinators' side of one bot: hand-offs and feedback, as the conversation knows them."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass

from bot.coordinating.drafts import Drafts
from bot.coordinating.figures import Figures
from bot.coordinating.papers import Papers
from bot.handoff.answers import Answers
from bot.handoff.asking import Asking
from bot.handoff.claims import Claims
from bot.handoff.desk import Desk
from bot.handoff.feedback import Feedback
from bot.handoff.officials import Officials
from bot.handoff.outbox import Outbox
from bot.handoff.waiting import Waiting
from bot.reply import Button, Reply, Who
from knowledge.masking import masked
from knowledge.model import Notice
from retrieval.model import Answer, Option, Question

GOOD, BAD, WHY, HUMAN = "fy", "fn", "fr", "ho"
"""Callback data: the letters, the key of an option; of a reason also its name."""
VOTES = (f"{GOOD}:", f"{BAD}:")


@dataclass(frozen=True)
class Office:
    """Everything that needs coordinators."""

    desk: Desk
    asking: Asking
    claims: Claims
    answers: Answers
    officials: Officials
    waiting: Waiting
    outbox: Outbox
    feedback: Feedback
    papers: Papers
    drafts: Drafts
    figures: Figures

    def heard(self, asked: Question, answer: Answer) -> None:
        """An answer was given."""
        named = answer.notices[0] if len(set(answer.notices)) == 1 else None
        notice = self.desk.notice(named) if named and not answer.options else None
        own = notice is not None and asked.notice == notice.id
        scope = Option(
            label="",
            notice=named or "",
            track=asked.track if own else None,
            group=asked.group if own else None,
        )
        self.feedback.heard(asked, answer, notice, scope)

    def below(self, asked: Question, notice: Notice, key: str) -> Iterator[Button]:
        """What stands below an answer: what people think of it, and the way to a person."""
        said = self.desk.says(asked.text)
        yield Button(label=said.good, data=f"{GOOD}:{key}", control=True)
        yield Button(label=said.bad, data=f"{BAD}:{key}", control=True)
        if self.desk.takes(notice):
            yield Button(label=said.human, data=f"{HUMAN}:{key}", control=True)

    def voted(self, who: Who, message: int, scope: Option, vote: str, question: str) -> Reply:
        """Somebody has judged an answer."""
        said, notice = self.desk.says(question), self.desk.notice(scope.notice)
        told = masked(question, notice.text) if notice is not None else ""
        bare = scope.model_copy(update={"label": ""})
        try:
            self.feedback.vote(who, message, bare, vote, told)
        except sqlite3.Error:
            return Reply(note=said.not_kept)
        return Reply(note=said.thanks)

    def reasons(self, question: str, notice: Notice, key: str) -> Reply:
        """What may be wrong with an answer, and the way to a person."""
        said = self.desk.says(question)
        found = [
            Button(label=label, data=f"{WHY}:{key}:{name}") for name, label in said.reasons.items()
        ]
        if self.desk.takes(notice):
            found.append(Button(label=said.human, data=f"{HUMAN}:{key}"))
        return Reply(text=said.why, buttons=tuple(found))

    def forget(self, who: Who) -> None:
        """Delete what is kept of somebody."""
        self.asking.forget(who)

    def flush(self) -> None:
        """Write what has been gathered."""
        self.feedback.flush()
