"""What the builders of checks share: groups of a match, numbers, kinds of people."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator

from knowledge.eligibility.drafting.numbers import count
from knowledge.eligibility.drafting.parts import Made, Statement

Match = re.Match[str]
Builder = Callable[[Match, Statement], Iterable[Made]]
OLDEST = 100
STUDENT, WORKER = ("student",), ("worker", "flexible")


def group(match: Match, *names: str) -> str:
    """The first of these groups that took part and is not empty."""
    found = match.groupdict()
    return next((found[name] for name in names if found.get(name)), "")


def whole(number: float) -> float:
    """A whole number as one."""
    return int(number) if number == int(number) else number


def in_months(match: Match) -> float:
    """The number `n` of a match in months, by its unit `u`."""
    number = count(match["n"])
    return number * 12 if match["u"] in {"年", "周年"} else number


def both(statement: Statement) -> bool:
    """Whether the words speak of students and of people at work alike."""
    text = statement.text
    return bool(re.search("学生", text)) and bool(re.search("职工|从业|员工|灵活就业", text))


def facts(key: str, capacities: tuple[str, ...]) -> Builder:
    """A builder for a fact that must be so."""

    def build(_: Match, __: Statement) -> Iterator[Made]:
        yield Made("facts", {"all": [key]}, capacities)

    return build


def nothing(_: Match, __: Statement) -> Iterator[Made]:
    """Words that demand nothing."""
    return iter(())


def note(match: Match, _: Statement) -> Iterator[Made]:
    """Worth saying, nothing to judge."""
    yield Made("note", {"text": f"{match[0].strip(',、')}。"})


def told(match: Match, _: Statement) -> Iterator[Made]:
    """Judged only where `other` speaks of it: 操作证均应在有效期内."""
    yield Made("when_told", {"text": match[0].strip(",、")})


def unclear(match: Match, _: Statement) -> Iterator[Made]:
    """A condition on some only, which no check can tell apart."""
    yield Made("not_understood", {"said": match[0].strip(",、")})
