"""What can be asked: topics, their answers as facts, the words of both; data in topics.yaml."""

from __future__ import annotations

from functools import cache
from typing import Any, Literal

from pydantic import Field

from knowledge.eligibility.data import table
from knowledge.model import Frozen
from knowledge.plain import comparable

Facts = dict[str, Any]
"""What is known of a person, in the keys and values of the contract."""
TRACK, BARS = "track", "bars"
"""The two questions that are no facts of a person's: which track, and the closing one."""


class Choice(Frozen):
    """An answer one can pick: what it is called and the facts it states."""

    label: str
    facts: Facts = Field(default_factory=dict)


class Topic(Frozen):
    """Something to ask about."""

    key: str
    name: str
    """A short name, to read an answer back by."""
    kind: Literal["choice", "yes_no", "region", "number", "group", "birth"]
    keys: tuple[str, ...]
    """The facts an answer settles."""
    choices: tuple[Choice, ...] = ()
    """Only of kind choice and yes_no; the others' follow from the rules."""
    example: str = ""
    unit: str = ""
    of: Literal["contestant", "organiser"] = "contestant"
    named: bool = False
    """Asked only where a rule names it as what it lacks, not wherever one looks at it."""
    after: str = ""
    """A topic that is asked first, if it is asked at all."""


@cache
def topics() -> dict[str, Topic]:
    """All topics by key, in the order people find natural."""
    return {key: _topic(key, dict(data)) for key, data in table("interview/topics.yaml").items()}


def _topic(key: str, data: dict[str, Any]) -> Topic:
    keys = tuple(data.pop("keys", (key,)))
    if data["kind"] == "yes_no":
        yes, no = table("interview/words.yaml")["yes_no"]
        answers = ({"label": yes, "facts": {key: True}}, {"label": no, "facts": {key: False}})
        data = {"example": yes, **data, "choices": answers}
    return Topic.model_validate({**data, "key": key, "keys": keys})


@cache
def by_fact() -> dict[str, Topic]:
    """The topic that settles a fact, by the fact's key."""
    return {key: topic for topic in topics().values() for key in topic.keys}


def question(key: str) -> str:
    """The words in which a topic is asked for."""
    questions: dict[str, str] = table("questions.yaml")
    return questions[key]


def named(said: str) -> str | None:
    """The topic meant by its name or a part of it, as in 改 出生日期; `track` for 赛项.

    >>> named("证书等级"), named("年龄"), named("天气")
    ('certificate_level', 'birth_date', None)
    """
    wanted = comparable(said)
    names = [(TRACK, words("track_name")), ("birth_date", words("age_name"))]
    names += [(key, topic.name) for key, topic in topics().items()]
    same = [key for key, name in names if comparable(name) == wanted]
    near = [
        key
        for key, name in names
        if wanted and (wanted in comparable(name) or comparable(name) in wanted)
    ]
    return next(iter([*same, *near]), None)


def words(name: str) -> Any:
    """A sentence or word list of words.yaml of the interview."""
    return table("interview/words.yaml")[name]
