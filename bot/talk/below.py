"""The buttons below an answer: an interview, whom to call, reminders, the text, a person."""

from __future__ import annotations

from collections.abc import Iterator

from bot import clauses
from bot.competitions import key_of
from bot.follow_ups import CONTACT, FollowUp, follow_ups
from bot.handoff.office import Office
from bot.interview.offer import to_begin
from bot.live import Live
from bot.reminders.reminding import SUBSCRIBE
from bot.reply import Button
from bot.wording import Wording
from knowledge.model import Notice
from retrieval.model import Answer, Option, Question
from retrieval.question.asked import plain
from retrieval.question.lexicon import words as lexicon


class Below:
    """Each stands only where it helps; `reminding` is whether anybody can be reminded."""

    def __init__(
        self, live: Live, words: Wording, office: Office | None, *, reminding: bool
    ) -> None:
        self._live, self._words, self._office = live, words, office
        self._reminding = reminding

    def buttons(self, asked: Question, answer: Answer, about: Option | None) -> Iterator[Button]:
        """All of them; `about` is what an interview could settle."""
        if about is not None:
            yield to_begin(about, self._words.interview.offer)
        notices = self._live.notices
        notice = notices.get(answer.notices[0]) if len(set(answer.notices)) == 1 else None
        if notice is None or answer.options:
            yield from self._unplaced(asked, answer)
            return
        for kind in follow_ups(asked, answer, notice, self._live.desk.rules):
            if kind != "check" or about is None:
                yield from self._follow_up(kind, asked, answer, notice)
        yield from self._person(asked, notice)

    def _follow_up(
        self, kind: FollowUp, asked: Question, answer: Answer, notice: Notice
    ) -> Iterator[Button]:
        """One of those that fit an answer about one notice."""
        said, scope = self._words.follow, scope_of(asked, notice)
        if kind == "check":
            yield to_begin(scope, said.check)
        elif kind == "remind" and self._reminding:
            yield Button(label=said.remind, data=f"{SUBSCRIBE}:{key_of(scope)}")
        elif kind == "contact":
            yield Button(label=said.contact, data=f"{CONTACT}:{key_of(scope)}")
        elif kind == "read":
            start = next(c.start for c in answer.citations if c.notice == notice.id)
            page = clauses.page_at(notice, start)
            if page is not None:
                yield Button(label=said.read, data=clauses.data(notice, page))

    def _unplaced(self, asked: Question, answer: Answer) -> Iterator[Button]:
        """Below what was not understood: the way to a person, where a competition is chosen."""
        chosen = self._live.notices.get(asked.notice or "")
        notice = chosen if answer.status == "out_of_scope" else None
        chat = lexicon().is_chat(plain(asked.text), insists=False)
        if notice is not None and not chat:
            yield from self._person(asked, notice)

    def _person(self, asked: Question, notice: Notice) -> Iterator[Button]:
        """What people think of an answer, and the way to a person."""
        if self._office is not None:
            yield from self._office.below(asked, notice, key_of(scope_of(asked, notice)))


def scope_of(asked: Question, notice: Notice) -> Option:
    """What the question was asked of, as something a button can name."""
    own = asked.notice == notice.id
    track = next((t.id for t in notice.tracks if own and t.id == asked.track), None)
    track = track if len(notice.tracks) > 1 else None
    return Option(label="", notice=notice.id, track=track)
