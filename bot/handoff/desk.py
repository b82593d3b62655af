"""Handing over: questions go to the coordinators, answers come back, some become official.

Blocking (SQLite, the desk): called from worker threads. Each step is one transaction with the
messages that follow from it, so a kill at any moment neither loses nor doubles one in the store.
"""

from __future__ import annotations

import logging
import sqlite3
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from hashlib import sha256
from typing import NamedTuple

from bot.coordinators import Coordinators, Staff
from bot.handoff import speech
from bot.handoff.model import Address, Case, Found, Mail, Outgoing
from bot.handoff.store import KEPT, HandoffStore
from bot.live import Live
from bot.reply import Button, Reply, Who
from bot.wording.office import Asker, office_words
from knowledge import lazy_re
from knowledge.identity_number import read_identity_number
from knowledge.masking import masked, without_marks
from knowledge.model import Citation, Notice
from knowledge.plain import normal
from retrieval.model import Answer, Option, Question
from retrieval.official.binding import MOST, clause_called, clauses_named, explained, holds
from retrieval.official.differing import differs
from retrieval.official.model import Official, Scope, hash_of
from retrieval.official.shelf import Shelf
from retrieval.question.english import is_english

MOST_WAITING = 5
"""Questions of one chat that wait for an answer."""
LONGEST_ANSWER = 3000
HELD = timedelta(hours=1)
"""So long a question that was claimed is left to who has claimed it."""
TRIES = 8
AGAIN_AFTER = timedelta(minutes=1)
NO_CLAUSE = "0" * 8
_QUOTED = 120
_LEANS = 14
"""A question so short is shown with the one before it."""

_NUMBERS = lazy_re.compile(r"[0-9][0-9\s-]{12,22}[0-9Xx]")

_log = logging.getLogger(__name__)


class Told(NamedTuple):
    """What a coordinator's doing comes to."""

    reply: Reply
    case: Case | None = None
    """The question, whose message in the coordinators' chat is to be brought up to date."""


class HandOffs:
    """The questions handed over to the coordinators of one bot."""

    def __init__(
        self,
        live: Live,
        staff: Staff,
        clock: Callable[[], datetime],
        store: HandoffStore,
        shelf: Shelf,
    ) -> None:
        self._live, self._staff, self._clock = live, staff, clock
        self._store, self._shelf = store, shelf
        self._said = office_words()

    @property
    def staff(self) -> Coordinators:
        """Who may do what."""
        return self._staff.now()

    def notice(self, notice: str) -> Notice | None:
        """A notice in use."""
        return self._live.notices.get(notice)

    def says(self, text: str) -> Asker:
        """The words for somebody who writes like this."""
        return self._said.asker["en" if is_english(text) else "zh"]

    def takes(self, notice: Notice) -> bool:
        """Whether there is somebody to hand questions about a notice over to."""
        return self.staff.chat_of(notice) is not None

    # --- the one who asks -------------------------------------------------------------------
    def hand_over(self, who: Who, place: Address, asked: Question, scope: Option) -> Reply:
        """Pass a question on with what the desk finds; once for a message."""
        said, notice = self.says(asked.text), self.notice(scope.notice)
        chat = self.staff.chat_of(notice) if notice is not None else None
        if notice is None or chat is None:
            return Reply(text=said.gone)
        now = self._clock()
        found = self.found(asked, notice)
        bare = scope.model_copy(update={"label": ""})
        case = Case(
            number=0, scope=bare, found=found, state="new", chat=chat, asker=place,
            at=now, changed_at=now,
        )  # fmt: skip
        mark = self._store.sealed.hashed(who.chat, place.reply_to or 0)
        try:
            with self._store.open() as db:
                return Reply(text=self._add(db, mark, case, self._store.own(who), said))
        except sqlite3.Error as fault:
            _log.error("question not handed over: %s", type(fault).__name__)
            return Reply(text=said.not_kept)

    def found(self, asked: Question, notice: Notice) -> Found:
        """What coordinators see of a question: masked words, and what the desk says to it."""
        return _found(asked, self._live.desk.answer(asked), notice)

    def _add(self, db: sqlite3.Connection, mark: str, case: Case, own: str, said: Asker) -> str:
        """Write a question and its message; what the asker is told."""
        before = self._store.number(db, mark)
        before = before or self._same(db, case, own)
        if before is not None:
            return said.already.format(number=before)
        waiting = self._store.waiting(db, own)
        if waiting >= MOST_WAITING:
            return said.too_many.format(count=waiting)
        number = self._store.add(db, mark, case, own) or 0
        self._store.post(db, number, Outgoing("post", Address(chat=case.chat)), case.at)
        return said.sent.format(number=number)

    def _same(self, db: sqlite3.Connection, case: Case, own: str) -> int | None:
        """The number of the same question of the same person that still waits."""
        for one in self._store.cases(db, "asker = ? AND state != 'answered'", own):
            same = one.found.question == case.found.question
            if same and one.scope.notice == case.scope.notice:
                return one.number
        return None

    def forget(self, who: Who) -> None:
        """Delete what somebody has handed over; in a group only what is that member's."""
        with self._store.open() as db:
            self._store.forget(db, self._store.own(who))

    # --- the coordinators -------------------------------------------------------------------
    def allowed(self, person: int, case: Case) -> str | None:
        """What a coordinator is called who may deal with a question; None for others."""
        notice = self.notice(case.scope.notice)
        return self.staff.name(person, notice) if notice else self.staff.admins.get(person)

    def at(self, chat: int, number: int) -> Case | None:
        """A question of a coordinators' chat."""
        with self._store.open() as db:
            case = self._store.case(db, number)
        return case if case is not None and case.chat == chat else None

    def claim(self, chat: int, person: int, number: int, *, take: bool) -> Told:
        """Claim a question, or put it back."""
        said = self._said
        with self._store.open() as db:
            case = self._store.case(db, number)
            if case is None or case.chat != chat:
                return Told(Reply(note=said.gone.format(days=KEPT.days)))
            who = self.allowed(person, case)
            if who is None:
                return Told(Reply(note=said.not_allowed))
            if case.state == "answered" or self._is_held(case, person):
                return Told(Reply(note=said.claimed_by.format(who=case.who)), case)
            changed = {
                "state": "claimed" if take else "new",
                "person": self._store.sealed.hashed(person) if take else "",
                "who": who if take else "",
                "changed_at": self._clock(),
            }
            case = case.model_copy(update=changed)
            self._store.change(db, case)
        return Told(Reply(note=said.claimed if take else said.released), case)

    def _is_held(self, case: Case, person: int) -> bool:
        """Whether somebody else has claimed it not long ago."""
        own = case.person in {"", self._store.sealed.hashed(person)}
        return case.state == "claimed" and not own and self._clock() - case.changed_at < HELD

    def answer(self, case: Case, person: int, message: int, text: str) -> Told:
        """A coordinator's reply: once for a question, passed on to who asked."""
        said = self._said
        if self.allowed(person, case) is None:
            return Told(Reply(text=said.not_allowed))
        if len(text) > LONGEST_ANSWER:
            return Told(Reply(text=said.too_long.format(most=LONGEST_ANSWER)))
        if _tells_of_somebody(text):
            return Told(Reply(text=said.personal))
        with self._store.open() as db:
            now = self._store.case(db, case.number)
            if now is None:
                return Told(Reply(text=said.gone.format(days=KEPT.days)))
            return self._answered(db, now, person, message, text)

    def _answered(
        self, db: sqlite3.Connection, case: Case, person: int, message: int, text: str
    ) -> Told:
        said, who = self._said, self.allowed(person, case) or ""
        if case.state == "answered" and case.reply != message:
            return Told(Reply(text=said.already.format(number=case.number, who=case.who)))
        if self._is_held(case, person):
            return Told(Reply(text=said.being_answered.format(number=case.number, who=case.who)))
        again = case.state == "answered" and case.answer != text
        if again or case.state != "answered":
            case = self._said_so(db, case, who, person, message, text)
        if case.asker is None:
            return self._kept(db, case)
        pattern = said.correcting if again else said.delivering
        button = Button(label=said.buttons.official, data=f"{speech.OFFICIAL}:{case.number}")
        return Told(Reply(text=pattern.format(number=case.number), buttons=(button,)), case)

    def _said_so(  # noqa: PLR0913, PLR0917  who said what where
        self, db: sqlite3.Connection, case: Case, who: str, person: int, message: int, text: str
    ) -> Case:
        """Write an answer, or its correction, with the message to the asker.

        An official answer that was made of the words before is taken back.
        """
        before, now = case.answer, self._clock()
        if case.official is not None:
            self._shelf.withdraw(case.official, who, now)
        changed = {
            "state": "answered",
            "who": who,
            "person": self._store.sealed.hashed(person),
            "reply": message,
            "answer": text,
            "changed_at": now,
            "official": None,
        }
        case = case.model_copy(update=changed)
        self._store.change(db, case)
        if case.asker is not None:
            kind = f"answer {self._store.messages(db, case.number)}" if before else "answer"
            told = Outgoing(kind, case.asker, self._to_asker(case, corrected=bool(before)))
            self._store.post(db, case.number, told, now)
        return case

    def _to_asker(self, case: Case, *, corrected: bool) -> str:
        name = self._live.competitions.full_name(case.scope)
        said = self._said.asker[case.found.language]
        told = said.corrected if corrected else said.answered
        return told.format(number=case.number, who=case.who, text=case.answer, name=name)

    # --- official answers -------------------------------------------------------------------
    def make_official(self, chat: int, person: int, number: int) -> Told:
        """Keep an answer as an official one; once, however often it is pressed."""
        said = self._said
        with self._store.open() as db:
            case = self._store.case(db, number)
            if case is None or case.chat != chat or case.state != "answered":
                return Told(Reply(note=said.gone.format(days=KEPT.days)))
            if self.allowed(person, case) is None:
                return Told(Reply(note=said.not_allowed))
            return self._kept(db, case)

    def bind(self, chat: int, person: int, number: int, stamp: str) -> Told:
        """Let the official answer of a question explain another clause of those offered."""
        said = self._said
        with self._store.open() as db:
            case = self._store.case(db, number)
        notice = self.notice(case.scope.notice) if case is not None else None
        if case is None or notice is None or case.chat != chat or case.official is None:
            return Told(Reply(note=said.gone.format(days=KEPT.days)))
        if self.allowed(person, case) is None:
            return Told(Reply(note=said.not_allowed))
        offered = {_stamp(cited): cited for cited in self._offered(case, notice)}
        if stamp != NO_CLAUSE and stamp not in offered:
            return Told(Reply(note=said.clause_gone))
        made = self._shelf.explain(case.official, offered.get(stamp))
        return Told(self._told(made, case, notice)) if made else self._taken_back(case.official)

    def bind_named(self, chat: int, person: int, official: int, words: str) -> Told:
        """Let an official answer explain the clause whose number a coordinator has written."""
        said = self._said
        with self._store.open() as db:
            cases = self._store.cases(db, "official = ?", official)
        case = next((one for one in cases if one.chat == chat), None)
        notice = self.notice(case.scope.notice) if case is not None else None
        if case is None or notice is None:
            return Told(Reply(text=said.gone.format(days=KEPT.days)))
        if self.allowed(person, case) is None:
            return Told(Reply(text=said.not_allowed))
        cited = clause_called(words, notice)
        if cited is None:
            return Told(Reply(text=said.no_clause.format(words=words[:40])))
        made = self._shelf.explain(official, cited)
        return Told(self._told(made, case, notice)) if made else self._taken_back(official)

    def _taken_back(self, number: int) -> Told:
        text = self._said.withdrawn_already.format(number=number)
        return Told(Reply(text=text, note=text))

    def _offered(self, case: Case, notice: Notice) -> tuple[Citation, ...]:
        found = case.found
        return explained(case.answer, found.question, found.cited, notice)

    def _clause(self, case: Case, notice: Notice) -> Citation | None:
        """The clause an answer explains unless a coordinator says otherwise."""
        best = next(iter(self._offered(case, notice)), None)
        sure = case.found.stated or (best is not None and holds(case.answer, best.quote))
        return best if sure or (best and clauses_named(case.answer, notice)) else None

    def _kept(self, db: sqlite3.Connection, case: Case) -> Told:
        notice = self.notice(case.scope.notice)
        if notice is None:
            return Told(Reply(note=self._said.not_kept))
        made = self._shelf.add(self._official(case, notice))
        case = case.model_copy(update={"official": made.number})
        self._store.change(db, case)
        return Told(self._told(made, case, notice), case)

    def _official(self, case: Case, notice: Notice) -> Official:
        scope = case.scope
        # a file of its own: the moments tell apart what two files number alike, and a correction
        return Official(
            number=0,
            origin=f"{case.number}/{case.at.isoformat()}/{_short(case.answer)}",
            scope=Scope(notice=scope.notice, track=scope.track, group=scope.group),
            question=without_marks(case.found.question),
            text=case.answer,
            who=case.who,
            given_at=case.changed_at,
            explains=self._clause(case, notice),
            text_hash=hash_of(notice),
        )

    def _told(self, made: Official, case: Case, notice: Notice) -> Reply:
        said, cited = self._said, made.explains
        lines = [said.kept.format(number=made.number, question=made.question, text=made.text)]
        if cited is not None:
            told = {"label": cited.label, "path": cited.path, "quote": cited.quote[:_QUOTED]}
            lines.append(said.kept_explains.format(**told))
            if differs(made.text, cited.quote):
                lines.append(said.kept_differs)
        else:
            lines.append(said.kept_alone)
        lines.append(said.kept_how)
        return Reply(text="\n".join(lines), buttons=tuple(self._choices(made, case, notice)))

    def _choices(self, made: Official, case: Case, notice: Notice) -> Iterator[Button]:
        """Other clauses the answer may explain, none, and the way back."""
        said, now = self._said.buttons, made.explains
        for one in self._offered(case, notice):
            if now is None or one.path != now.path:
                label = said.bind.format(path=one.path, quote=one.quote)
                yield Button(label=label, data=f"{speech.BIND}:{case.number}:{_stamp(one)}")
        if now is not None:
            yield Button(label=said.bind_none, data=f"{speech.BIND}:{case.number}:{NO_CLAUSE}")
        yield Button(label=said.withdraw, data=f"{speech.WITHDRAW}:{made.number}")

    def withdraw(self, person: int, number: int) -> Told:
        """Take an official answer back."""
        said = self._said
        made = next((one for one in self._shelf.every() if one.number == number), None)
        if made is None:
            return Told(Reply(note=said.withdrawn_already.format(number=number)))
        notice = self.notice(made.scope.notice)
        who = self.staff.name(person, notice) if notice else self.staff.admins.get(person)
        if who is None:
            return Told(Reply(note=said.not_allowed))
        self._shelf.withdraw(number, who, self._clock())
        return Told(Reply(text=said.withdrawn.format(number=number)))

    # --- what waits -------------------------------------------------------------------------
    def queue(self, person: int) -> Reply:
        """The questions a coordinator may answer that wait, the overdue ones first."""
        now, said = self._clock(), self._said.queue
        with self._store.open() as db:
            waiting = self._store.cases(db, "state != 'answered' AND asker IS NOT NULL")
        own = [case for case in waiting if self.allowed(person, case) is not None]
        if not own:
            return Reply(text=said.none)
        late = [case for case in own if self._is_late(case, now)]
        lines = [said.title.format(count=len(own), late=len(late))]
        for case in (*late, *(case for case in own if case not in late)):
            name = self._live.competitions.full_name(case.scope)
            lines.append(speech.listed(case, name, now, self._said, late=case in late))
        return Reply(text="\n".join(lines))

    def _is_late(self, case: Case, now: datetime) -> bool:
        return now - case.at >= timedelta(hours=self.staff.overdue_hours)

    def watch(self) -> None:
        """Remind the coordinators once of what has waited too long; delete what is too old."""
        now = self._clock()
        with self._store.open() as db:
            self._store.tidy(db, now)
            for case in self._store.cases(db, "state != 'answered' AND overdue = 0"):
                if case.asker is None or not self._is_late(case, now):
                    continue
                told = self._said.post.overdue_title
                text = told.format(number=case.number, hours=speech.hours(case, now))
                to = Address(chat=case.chat, reply_to=case.post)
                self._store.post(db, case.number, Outgoing("overdue", to, text), now)
                db.execute("UPDATE handoff SET overdue = 1 WHERE id = ?", (case.number,))

    # --- messages ---------------------------------------------------------------------------
    def recover(self) -> None:
        """After a start: what was being sent when the process ended is sent."""
        if count := self._store.recover():
            _log.warning("messages in flight at the last end, sent again: %d", count)

    def next(self) -> tuple[Mail, Reply] | None:
        """The next message that is to be sent, and what it says."""
        mail = self._store.claim(self._clock())
        if mail is None:
            return None
        return mail, self._view(mail.case) if mail.kind == "post" else Reply(text=mail.text)

    def view(self, case: Case) -> Reply:
        """The message in the coordinators' chat."""
        return speech.post(case, self._live.competitions.full_name(case.scope), self._said)

    def _view(self, number: int) -> Reply:
        with self._store.open() as db:
            case = self._store.case(db, number)
        return self.view(case) if case is not None else Reply(text="")

    def sent(self, mail: Mail, message: int | None) -> None:
        """It has been sent."""
        self._store.sent(mail, message)

    def failed(self, mail: Mail, *, for_good: bool) -> None:
        """It could not be sent: again later, or the coordinators are told."""
        now = self._clock()
        if not for_good and mail.tries < TRIES:
            self._store.put_back(mail, now + AGAIN_AFTER * 2 ** (mail.tries - 1))
            return
        with self._store.open() as db:
            self._store.drop(db, mail)
            case = self._store.case(db, mail.case)
            if case is None:
                return
            if mail.kind == "post" and case.asker is not None:
                said = self._said.asker[case.found.language]
                told = Outgoing("closed", case.asker, said.closed.format(number=case.number))
                _log.error("coordinators' chat not reached: a question was not handed over")
                self._store.post(db, case.number, told, now)
            if mail.kind.startswith("answer"):
                to = Address(chat=case.chat, reply_to=case.post)
                text = self._said.unreached.format(number=case.number)
                self._store.post(db, case.number, Outgoing("unreached", to, text), now)


def _found(asked: Question, answer: Answer, notice: Notice) -> Found:
    """What coordinators see of a question: masked words, and what the desk says to it."""
    earlier = asked.history[-1].question if asked.history else ""
    leans = earlier if len(asked.text) <= _LEANS else ""
    own = [cited for cited in answer.citations if cited.notice == notice.id]
    return Found(
        question=_masked(asked.text, notice),
        earlier=_masked(leans, notice),
        text=_masked(answer.text, notice) if answer.status != "out_of_scope" else "",
        cited=tuple(dict.fromkeys(own))[:MOST],
        stated=answer.status in {"answered", "partial"},
        language="en" if is_english(asked.text) else "zh",
    )


def _masked(text: str, notice: Notice) -> str:
    """The words without what tells of a person; as they are where nothing does."""
    hidden = masked(text, notice.text)
    return text if hidden == normal(text) else hidden


def _stamp(cited: Citation) -> str:
    """Which clause a button names."""
    return _short(f"{cited.path}\0{cited.quote}")


def _short(text: str) -> str:
    return sha256(text.encode("utf-8", "replace")).hexdigest()[:8]


def _tells_of_somebody(text: str) -> bool:
    """Whether words hold an identity number; telephones of an office may be passed on."""
    found = _NUMBERS.findall(normal(text))
    return any(not isinstance(read_identity_number(number), str) for number in found)
