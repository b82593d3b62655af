"""Whether somebody may enter, where a question tells of a person: what his case comes to."""

from __future__ import annotations

from datetime import datetime

from knowledge.eligibility.model import Rules
from retrieval.entrants.ages import ages_reply
from retrieval.entrants.eligible import verdict_reply
from retrieval.entrants.entered_now import without_entered
from retrieval.entrants.group_levels import level_reply
from retrieval.entrants.kinds import of_kind
from retrieval.entrants.personal import personal, told_of
from retrieval.entrants.persons import kind_of_all, persons
from retrieval.entrants.special import special_reply
from retrieval.passages.rank import Sought
from retrieval.passages.units import Reading
from retrieval.question.lexicon import Words
from retrieval.reply import Reply


def judged(
    reading: Reading, rules: Rules | None, sought: Sought, as_of: datetime, words: Words
) -> Reply | None:
    """The verdict on the person who is told of, or what the notice says of the like of him."""
    if not personal(sought.asked, words):
        return None
    if "multi_track" in sought.asked.concepts and not told_of(sought.asked):
        return None  # how many one may enter holds for everybody
    by_level = level_reply(reading, sought)
    if by_level is not None:
        return by_level
    reply = verdict_reply(reading.notice, rules, sought, as_of) if rules else None
    kind = persons().kind(without_entered(sought.asked.plain, reading.notice, kinds=True))
    if kind and told_of(sought.asked) and kind_of_all(kind, reading.notice):
        kind = None
    reply = of_kind(reading, rules, sought, kind, reply) if kind else reply
    if reply is not None and reply.status != "answered":
        return reply
    told = special_reply(reading, sought, words, reply)
    return told or ages_reply(reading, sought)
