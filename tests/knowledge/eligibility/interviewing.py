"""Interviews of invented people: every question answered from one full set of answers."""

from __future__ import annotations

import random
from datetime import date, timedelta
from typing import Any

from knowledge.eligibility.interview.deciding import Interviewed
from knowledge.eligibility.interview.known import Known
from knowledge.eligibility.interview.steps import Step, fewest_left, next_step
from knowledge.eligibility.interview.topics import BARS, TRACK, topics
from knowledge.eligibility.judge import judge
from knowledge.eligibility.person import read_person

from .conftest import at

OPEN = {
    "cq-ai-2026": "2026-07-10", "cq-ai-2023": "2023-08-10", "cq-special-2026": "2026-07-10",
    "gz-ai-2025": "2025-08-10", "cq-plan-2024": "2024-01-20",
}  # fmt: skip
"""A day on which each notice is open."""


def about(notices, rules, notice: str, as_of: str | None = None) -> Interviewed:
    return Interviewed(notices[notice], rules[notice], at(as_of or OPEN[notice]))


def verdict(talk: Interviewed, known: Known):
    person = read_person(known.facts)[0]
    return judge(talk.notice, talk.rules, person, talk.as_of, known.track)


def someone(seed: int, talk: Interviewed) -> dict[str, Any]:
    """What a person would answer to every question there is."""
    rnd = random.Random(seed)
    birth = talk.as_of.date() - timedelta(days=rnd.randint(12 * 365, 68 * 365))
    answers: dict[str, Any] = {"birth_date": {"birth_date": birth.isoformat()}}
    tracks = [track.id for track in talk.notice.tracks]
    answers[TRACK] = {TRACK: rnd.choice(tracks)} if tracks else {}
    regions = [talk.notice.region or "重庆", "外地"]
    for key, topic in topics().items():
        if topic.choices:
            answers[key] = rnd.choice(topic.choices).facts
        elif topic.kind == "region":
            answers[key] = dict.fromkeys(topic.keys, rnd.choices(regions, (3, 1))[0])
        elif topic.kind == "number":
            answers[key] = {key: float(rnd.choice([0, 1, 2, 3, 4, 4.9, 5, 6, 10, 24]))}
        elif topic.kind == "group" and talk.notice.groups:
            answers[key] = {key: rnd.choice(talk.notice.groups)}
    return answers


def given(known: Known, step: Step, answers: dict[str, Any]) -> Known:
    if step.key != BARS:
        return known.told(answers[step.key])
    person = {key: value for one in answers.values() for key, value in one.items()}
    person |= answers["identity"]
    true = [bar.facts for bar in step.choices[1:] if bar.facts.items() <= person.items()]
    return known.told(true[0]) if true else known.passing(BARS)


def interviewed(talk: Interviewed, answers, known=None, order=fewest_left):
    """The questions asked, and what is known at the end."""
    known, asked = known or Known(), []
    while (step := next_step(talk, known, order)) is not None:
        asked.append(step.key)
        assert len(asked) <= len(topics()) + 2, asked
        known = given(known, step, answers)
    return asked, known


def born(talk: Interviewed, years: int, days: int = 0) -> str:
    day = talk.as_of.date()
    return (date(day.year - years, day.month, day.day) + timedelta(days=days)).isoformat()
