"""Questions without answer, grouped by likeness, and the figures of a competition.

Blocking (SQLite).
"""

from __future__ import annotations

import sqlite3
from collections import Counter
from datetime import datetime
from statistics import median
from typing import NamedTuple

from bot.clock import ZONE
from bot.coordinating.which import meant, own
from bot.handoff.desk import Desk
from bot.handoff.found import found as found_of
from bot.handoff.model import Address, Case, Outgoing
from bot.reply import Button, Reply
from bot.wording.office import office_words
from knowledge.masking import without_marks
from knowledge.model import Notice
from retrieval.model import Option, Question
from retrieval.official.likeness import Likeness, Read
from retrieval.question.lexicon import words as lexicon

WRITE = "qw"
"""Callback data: the letters and the number of a question."""
_LATEST = 300
"""So many questions of a notice are grouped, the latest."""
_GROUPS = 8
_LABEL = 24


class Group(NamedTuple):
    """Questions that ask the same."""

    first: int
    """Number of the one that stands for them."""
    question: str
    option: Option
    often: int


class Figures:
    """What coordinators see of what was asked."""

    def __init__(self, desk: Desk) -> None:
        self._desk, self._live = desk, desk.live
        self._store, self._shelf = desk.store, desk.shelf
        self._said = desk.said.desk

    # --- questions without answer -----------------------------------------------------------
    def unanswered(self, person: int) -> Reply:
        """The groups of questions that found no answer, the largest first."""
        groups: list[Group] = []
        for notice in own(self._live, self._desk.staff, person):
            groups += self._groups(notice)
        groups.sort(key=lambda group: -group.often)
        if not groups:
            return Reply(text=self._said.unanswered_none)
        count = sum(group.often for group in groups)
        lines = [self._said.unanswered.format(count=count, groups=len(groups))]
        shown = groups[:_GROUPS]
        for at, group in enumerate(shown, 1):
            name = self._desk.name(group.option)
            told = {"at": at, "count": group.often, "name": name, "question": group.question}
            lines.append(self._said.unanswered_line.format(**told))
        if len(groups) > len(shown):
            lines.append(self._said.others.format(count=len(groups) - len(shown)))
        label = self._desk.said.buttons.write
        buttons = tuple(
            Button(
                label=label.format(text=f"{at}. {group.question[:_LABEL]}"),
                data=f"{WRITE}:{group.first}",
            )
            for at, group in enumerate(shown, 1)
        )
        return Reply(text="\n".join(lines), buttons=buttons)

    def _groups(self, notice: Notice) -> list[Group]:
        """The groups of one notice, without what an official answer has answered since."""
        with self._store.open() as db:
            rows = db.execute(
                "SELECT id, option, question, at FROM open_question WHERE notice = ? AND done = 0"
                " ORDER BY id DESC LIMIT ?",
                (notice.id, _LATEST),
            ).fetchall()
        like = Likeness(notice, lexicon(), lambda _one, _other: None)
        answered = [
            like.read(one.question, one.given_at)
            for one in self._shelf.every()
            if one.stands(notice)
        ]
        found: list[tuple[Option, Read, Group]] = []
        for number, written, sealed, at in rows:
            question = self._store.sealed.opened(sealed)
            if question is None:
                continue
            question, option = without_marks(question), Option.model_validate_json(written)
            read = like.read(question, datetime.fromtimestamp(at, ZONE))
            if like.best(read, answered) is not None:
                continue
            same = [k for k, one in enumerate(found) if one[0] == option]
            best = like.best(read, [found[k][1] for k in same])
            if best is None:
                found.append((option, read, Group(number, question, option, 1)))
            else:
                old = found[same[best]]
                group = old[2]._replace(often=old[2].often + 1)
                found[same[best]] = (old[0], old[1], group)
        return [group for _, _, group in found]

    def write(self, chat: int, person: int, number: int) -> Reply:
        """Begin an official answer to a question: what is replied to the next message is it."""
        with self._store.open() as db:
            row = db.execute(
                "SELECT option, question FROM open_question WHERE id = ?", (number,)
            ).fetchone()
        question = self._store.sealed.opened(row[1]) if row is not None else None
        option = Option.model_validate_json(row[0]) if row is not None else None
        notice = self._desk.notice(option.notice) if option is not None else None
        if option is None or question is None or notice is None:
            return Reply(note=self._desk.gone)
        if self._desk.allowed(person, notice.id) is None:
            return Reply(note=self._desk.said.not_allowed)
        now = self._desk.clock()
        asked = Question(
            text=without_marks(question),
            as_of=now,
            notice=option.notice,
            track=option.track,
            group=option.group,
        )
        found = found_of(asked, self._live.desk.answer(asked), notice)
        case = Case(
            number=0, scope=option, found=found, state="new", chat=chat, at=now, changed_at=now
        )
        mark = self._store.sealed.hashed(chat, number, int(now.timestamp()))
        with self._store.open() as db:
            made = self._store.add(db, mark, case)
            if made is not None:
                self._store.post(db, made, Outgoing("post", Address(chat=chat)), now)
        return Reply(note=self._said.writing)

    # --- figures ----------------------------------------------------------------------------
    def stats(self, person: int, words: str) -> Reply:
        """The figures of a competition, or of all a person may see."""
        mine = list(own(self._live, self._desk.staff, person))
        if words.strip():
            found = meant(self._live, self._desk.staff, person, words, "stats")
            if found.notice is None:
                return found.reply
            mine = [found.notice]
        with self._store.open() as db:
            text = "\n\n".join(self._of(db, notice) for notice in mine)
        return Reply(text=text or self._said.unanswered_none)

    def _of(self, db: sqlite3.Connection, notice: Notice) -> str:
        key = (notice.id,)
        statuses = dict(
            db.execute("SELECT status, sum(count) FROM tally WHERE notice = ? GROUP BY status", key)
        )
        votes = db.execute("SELECT vote, reason FROM vote WHERE notice = ?", key).fetchall()
        cases = self._store.cases(db, "notice = ? AND asker IS NOT NULL", notice.id)
        done = [case for case in cases if case.state == "answered"]
        hours = [(case.changed_at - case.at).total_seconds() / 3600 for case in done]
        middle = self._said.stats_median.format(hours=f"{median(hours):.1f}") if hours else ""
        officials = [one for one in self._shelf.every() if one.stands(notice)]
        return self._said.stats.format(
            name=self._desk.name(Option(label="", notice=notice.id)),
            total=sum(statuses.values()),
            statuses="，".join(
                f"{name} {statuses[key]}"
                for key, name in self._said.statuses.items()
                if statuses.get(key)
            ),
            good=sum(vote == "good" for vote, _ in votes),
            bad=sum(vote == "bad" for vote, _ in votes),
            reasons=_reasons([reason for vote, reason in votes if vote == "bad"]),
            handed=len(cases),
            waiting=len(cases) - len(done),
            answered=len(done),
            median=middle,
            official=len(officials),
        )


def _reasons(given: list[str | None]) -> str:
    """（内容有误 2，看不懂 1）."""
    names = office_words().asker["zh"].reasons
    counts = Counter(names[reason] for reason in given if reason in names)
    return f"（{'，'.join(f'{name} {n}' for name, n in counts.most_common())}）" if counts else ""
