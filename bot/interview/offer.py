"""After an answer on who may take part: whether an interview could settle what it left open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.competitions import key_of
from bot.reply import Button
from knowledge.eligibility.facts import facts_from_words
from knowledge.eligibility.interview.deciding import Interviewed
from knowledge.eligibility.interview.direct import usable
from knowledge.eligibility.interview.known import Known
from knowledge.eligibility.interview.steps import undecided
from knowledge.eligibility.interview.topics import Facts
from knowledge.eligibility.judge import judge
from knowledge.eligibility.person import read_person
from knowledge.eligibility.tracks import match_track
from retrieval.model import Answer, Option, Question
from retrieval.question.asked import plain
from retrieval.question.lexicon import words

if TYPE_CHECKING:
    from datetime import date

    from knowledge.model import Notice
    from retrieval.answers import Answers

EXAMINE = "e"
"""Callback data of a button that begins an interview: `e:` and the key of an option."""


def to_begin(option: Option, label: str) -> Button:
    """The button that begins one."""
    return Button(label=label, data=f"{EXAMINE}:{key_of(option)}")


def said_in(question: str, day: date) -> Facts:
    """What a question asked on `day` says of the person who asks it."""
    return usable(facts_from_words(question, day).person)


def offer(desk: Answers, asked: Question, answer: Answer) -> Option | None:
    """The notice and track an interview would be about; None if there is nothing to settle."""
    if len(set(answer.notices)) != 1 or not words().asks_to_enter(plain(asked.text)):
        return None
    standing = desk.in_force(answer.notices[0], asked.as_of)
    facts = said_in(asked.text, asked.as_of.date())
    if standing is None or not facts:
        return None
    notice, rules = standing.notice, standing.rules
    track = _track(notice, asked)
    verdict = judge(notice, rules, read_person(facts)[0], asked.as_of, track)
    about = Interviewed(notice, rules, asked.as_of)
    if verdict.verdict != "need_info" or not undecided(about, Known(facts=facts, track=track)):
        return None
    return Option(label=notice.name or notice.title, notice=notice.id, track=track)


def _track(notice: Notice, asked: Question) -> str | None:
    """The track chosen, else the only one the question names in full."""
    if asked.track and asked.notice == notice.id:
        found = match_track(notice, asked.track)
        return found.id if found else None
    named = [
        one.id for one in notice.tracks if any(n in asked.text for n in (one.name, *one.aliases))
    ]
    return named[0] if len(named) == 1 else None
