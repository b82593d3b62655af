"""How people say that they wish to enter, and kinds of people of whom it is asked.

`persons.yaml` is data anyone can extend: a new way of wishing, a new kind of people is a word
there.
"""

from __future__ import annotations

from functools import lru_cache
from importlib.resources import files
from typing import NamedTuple

from knowledge import lazy_re
from knowledge.data import content
from knowledge.eligibility.data import table
from knowledge.eligibility.places import gazetteer
from knowledge.model import Frozen, Notice
from knowledge.plain import comparable

_RUN = lazy_re.compile("[\u4e00-\u9fff]+")


class Kind(Frozen):
    """A kind of people; the fields are described in `persons.yaml`."""

    name: str
    ask: str
    say: str = ""
    near: tuple[str, ...] = ()
    aside: bool = False
    counts: str = ""


class _Data(Frozen):
    wishes: str
    self: str
    not_of_entering: str
    asks_of_kind: str
    kinds: tuple[Kind, ...]


class Asked(NamedTuple):
    """A kind of people with the words of the question that name it."""

    kind: Kind
    start: int
    end: int


class Persons:
    """The data, compiled; all texts are in comparable form."""

    def __init__(self, data: _Data) -> None:
        self._wishes = lazy_re.compile(data.wishes)
        self._self = lazy_re.compile(data.self)
        self._otherwise = lazy_re.compile(data.not_of_entering)
        self._of_kind = lazy_re.compile(data.asks_of_kind)
        self._kinds = [(kind, lazy_re.compile(kind.ask)) for kind in data.kinds]
        self._said = {kind.name: lazy_re.compile(kind.say or r"(?!)") for kind in data.kinds}

    def wishes(self, text: str) -> bool:
        """Whether somebody wishes to enter: 想报数字孪生, 够不够格."""
        return bool(self._wishes.search(text)) and not self._otherwise.search(text)

    def without_wishes(self, text: str) -> str:
        """The text without the words that wish: 我自己顶上 asks for no substitute."""
        return self._wishes.sub("，", text)

    def of_self(self, text: str) -> bool:
        """Whether one speaks of oneself, and of nothing but who one is."""
        return bool(self._self.search(text)) and not self._otherwise.search(text)

    def asks_of_kind(self, text: str) -> bool:
        """Whether it is asked if some are let in, otherwise than by 能报吗."""
        return bool(self._of_kind.search(text))

    def kind(self, text: str) -> Asked | None:
        """The kind of people a question names: one that is no fact itself, else the longest."""
        found = [
            Asked(kind, *match.span())
            for kind, regex in self._kinds
            for match in regex.finditer(text)
            if match.end() > match.start()
        ]
        return max(found, key=lambda one: (one.kind.aside, one.end - one.start), default=None)

    def says(self, kind: Kind, text: str) -> bool:
        """Whether a sentence of a notice speaks of such people."""
        return bool(self._said[kind.name].search(text))


def kind_of_all(asked: Asked, notice: Notice) -> bool:
    """Whether a contest is for people of a kind alone, so that the word tells none of them apart.

    In a 残疾人职业技能竞赛 nothing follows from 肢体残疾 but what a sentence says of just that.
    """
    return persons().says(asked.kind, comparable(notice.name))


@lru_cache(maxsize=1)
def persons() -> Persons:
    """The bundled data."""
    return Persons(_Data.model_validate(content("retrieval.entrants", "persons.yaml")))


def of_people(word: str) -> bool:
    """Whether a word is a place or what people are: no slip of typing, however rare it is."""
    return word in _words_of_people() or word in gazetteer().names


@lru_cache(maxsize=1)
def _words_of_people() -> frozenset[str]:
    """The words for identities and relatives, and those of the kinds of people."""
    spoken = table("words.yaml")
    lists = [*spoken["identity"].values(), *spoken["kin"].values()]
    text = files("retrieval.entrants").joinpath("persons.yaml").read_text("utf-8")
    runs = {run for run in _RUN.findall(text) if len(run) > 1}
    return (
        frozenset(word for words in lists for word in words)
        | runs
        | {run.rstrip("的") for run in runs}
    )
