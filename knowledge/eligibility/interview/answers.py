"""Typed answers: words → a choice, facts, or 不清楚; read as people type them.

>>> from knowledge.eligibility.interview.steps import Step
>>> heard(Step(key="residence", question=""), "沙坪坝").facts
{'residence': '沙坪坝'}
>>> heard(Step(key="birth_date", question=""), "我17，重庆读高职").facts["age"]
17
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pydantic import Field

from knowledge import lazy_re
from knowledge.eligibility.facts import facts_from_words
from knowledge.eligibility.interview.direct import direct, takes_numbers, usable
from knowledge.eligibility.interview.topics import BARS, TRACK, Facts, Topic, topics, words
from knowledge.eligibility.tracks import match_track
from knowledge.model import Frozen, Notice
from knowledge.plain import bare, comparable, normal

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from knowledge.eligibility.interview.steps import Step

_PLACE = lazy_re.compile(r"\(?([1-9]\d?|[a-z])\)?[.、。)]?")
_FILLER = lazy_re.compile(r"^(?:我|这个|这|也|真的?|还)+|(?:啊|呀|哦|了|呢|吧|的|哎|哈)+$")
_LONGEST, _SELF = 40, "我"
_YEARS = lazy_re.compile(r"[1-9]\d", re.ASCII)
_PARTS, _MOST_PARTS = lazy_re.compile(r"[，,、；;。\s]+"), 6


class Heard(Frozen):
    """What words say in answer to a step; all empty: they could not be read as an answer."""

    facts: Facts = Field(default_factory=dict)
    declined: bool = False
    choice: int | None = None
    """The place of the choice that was picked; its facts are in `facts`."""
    asks: tuple[str, ...] = ()
    """What to ask where the words contradict themselves."""
    unsettled: tuple[str, ...] = ()
    """The facts these are about."""

    @property
    def understood(self) -> bool:
        """Whether the words are an answer at all."""
        return bool(self.facts) or self.declined or self.choice is not None


def heard(step: Step, text: str, notice: Notice | None = None, day: date | None = None) -> Heard:
    """What the words say; `notice` is needed to know tracks by name, `day` for 下个月满16."""
    plain = comparable(text)
    if {plain, _FILLER.sub("", plain)} & {comparable(word) for word in words("declined")}:
        return Heard(declined=True)
    place = picked(step, text)
    if place is not None:
        return Heard(facts=step.choices[place].facts, choice=place)
    track = _track(step, notice, text)
    if step.key == TRACK and track:
        text = _beside(track, notice, text)
    told = facts_from_words(text, day)
    said = {**usable(told.person), **track}
    parts = [part for part in _PARTS.split(normal(text)) if part][:_MOST_PARTS]
    if step.key == TRACK and set(said) == {"identity"} and _SELF not in text and len(parts) == 1:
        said = {}  # 焊工: a track there is not, rather than a worker
    if said and not takes_numbers(step) and not {"age", "birth_date"} & set(said):
        said |= _age(parts)
    topic = topics().get(step.key)
    if topic is not None and not set(topic.keys) & set(said) and len(plain) <= _LONGEST:
        said = {**said, **(direct(topic, step, text) or _counted(topic, step, text))}
    return Heard(
        facts=said,
        asks=tuple(each.ask for each in told.contradictions),
        unsettled=tuple(key for each in told.contradictions for key in each.keys),
    )


def picked(step: Step, text: str) -> int | None:
    """The place of the choice meant by its number or letter, or by its words."""
    plain = comparable(text)
    match = _PLACE.fullmatch(bare(normal(text)).lower())
    if match is not None:
        mark = match[1]
        if mark.isdigit() and takes_numbers(step):
            return None
        place = int(mark) - 1 if mark.isdigit() else ord(mark) - ord("a")
        return place if 0 <= place < len(step.choices) else None
    same = [at for at, one in enumerate(step.choices) if comparable(one.label) == plain]
    if not same and len(plain) > 1:
        same = [
            at for at, one in enumerate(step.choices) if comparable(one.label).startswith(plain)
        ]
    if not same and step.key == BARS and plain in words("no_bars"):
        same = [0]
    return same[0] if len(same) == 1 else None


def _age(parts: Sequence[str]) -> Facts:
    """The one bare number among other things said of oneself: 在厂里干了三年，22."""
    found = [part for part in parts if _YEARS.fullmatch(part)]
    return {"age": int(found[0])} if len(parts) > 1 and len(found) == 1 else {}


def _counted(topic: Topic, step: Step, text: str) -> Facts:
    """A number between commas that answers a question for one: 35，职工，干家政的."""
    if topic.kind not in {"birth", "number"}:
        return {}
    parts = [part for part in _PARTS.split(normal(text)) if part]
    found = [facts for part in parts[:_MOST_PARTS] if (facts := direct(topic, step, part))]
    return found[0] if len(parts) > 1 and len(found) == 1 else {}


def _track(step: Step, notice: Notice | None, text: str) -> Facts:
    """The track that is named; where another thing is asked, only by its full name."""
    if notice is None:
        return {}
    if step.key == TRACK and (found := match_track(notice, text)):
        return {TRACK: found.id}
    plain = comparable(text)
    entering = "|".join(map(re.escape, words("entering")))
    named = [
        track.id
        for track in notice.tracks
        for name in map(comparable, (track.name, *track.aliases))
        if re.fullmatch(f"(?:{entering})*{re.escape(name)}", plain)
        or re.search(f"(?:{entering}){re.escape(name)}", plain)
    ]
    return {TRACK: named[0]} if len(set(named)) == 1 else {}


def _beside(track: Facts, notice: Notice | None, text: str) -> str:
    """The words without the name of the track, which is no fact of a person's."""
    own = [one for one in (notice.tracks if notice else ()) if one.id == track[TRACK]]
    names = [name for one in own for name in (one.name, *one.aliases)]
    plain = comparable(text)
    if any(plain in comparable(name) for name in names):
        return ""
    for name in sorted(names, key=len, reverse=True):
        text = text.replace(name, "")
    return text
