"""What a question says, weighed once for all sentences of a notice."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from knowledge import lazy_re
from knowledge.numerals import CHINESE
from knowledge.plain import comparable_name
from retrieval.passages.signs import PRIZES
from retrieval.passages.units import Unit
from retrieval.question.asked import Asked
from retrieval.question.conditions import stated
from retrieval.question.measures import measures

COUNTING = frozenset({"how_many", "how_much", "how_long"})
_PLACING = lazy_re.compile(
    rf"第(?:\d+|{CHINESE})(?:名|(?![届次项条项批轮场])(?=[有能拿得是，,]|$))"
)
_WANTS = lazy_re.compile(
    r"(?<!不)(能?要|需要?|须|应该?|自己)(自己|自)?(带|备|准备|交|提交|穿|戴)[^，。？?]{0,3}(哪|什么|啥)"
)
_KINDS = lazy_re.compile(rf"哪(几|些|{CHINESE})大?(块|样|项|种|类|部分|方面)|分(为|成)?哪(几|些)")
_WHICH_PAPERS = lazy_re.compile(
    r"(什么|啥|哪些|哪几)(样)?(报名)?(材料|资料|表|证明|手续|东西|$)|材料(有|是|包括)?(哪|什么|啥)"
)
_TEAMS = lazy_re.compile(r"团队(?!长)|团体|小队|[双多]人赛")
_PAID_TEAMS = lazy_re.compile(r"等奖[^，,。；;、]{0,4}\d队|每队[^，,。；;、]{0,6}元")
_KIND_LED = lazy_re.compile(
    r"^(?:[(]?[\d一二三四五六七八九十]{1,3}[).、.])?(?:个人|单人|团体|团队|双人)(?:项目|赛项?)?[:：]"
)
"""What the first words of a clause say of all its sentences: 个人项目：…."""
_BRACKET = lazy_re.compile(r"[(（][^()（）]*[)）]")
_SINGLE = lazy_re.compile(r"个人(项目|赛|奖|[特一二三]等)|单人(项目|赛)")
_MODALS = (
    "无需",
    "无须",
    "不需",
    "不用",
    "不必",
    "不得",
    "不能",
    "禁止",
    "必须",
    "须",
    "可以",
    "允许",
)
_REST = lazy_re.compile(r"^(?:那|那么)?(?:其[他它余]|别的|剩下)(?!要求|事|问题|时间|什么|哪)")
REST = ("其他", "其余", "其它")
"""How a sentence on the others begins."""
_YEAR = lazy_re.compile(r"(?<!\d)20\d\d(?!\d)")
_MONEY = lazy_re.compile(r"(?<!\d)(\d+(?:\.\d+)?)(万)?(?:块|元)")


@dataclass(frozen=True)
class Shape:
    """How a question asks, whatever the notice."""

    numbered: bool
    """It states a number of its own."""
    placing: bool
    """It names a place somebody came in: 第五名."""
    counting: bool
    """It asks how many or how long."""
    counts: bool
    """It counts in a measure word: 几杯."""
    years: frozenset[str]
    """The years it names, if several: 2025、2026."""
    sums: frozenset[tuple[str, str]]
    """Its sums of money."""
    which: bool
    """It asks for the kinds or parts of something: 哪几类."""
    wishes: bool
    """Somebody wants to do something, as a ban forbids it."""
    prizes: bool
    """It counts prizes."""
    sorts: bool
    """It is about teams or about single entrants."""
    rest: bool
    """It is about the others: 其他项目."""
    figures: bool
    """It names sums, measures, years or prizes that a sentence may name too."""
    direct: tuple[tuple[str, tuple[str, ...]], ...]
    """Each thing with what may, must or need not be, said of the very thing: 无需注册."""

    def said_directly(self, words: str) -> bool:
        """Whether words (comparable) say may, must or need not of the very thing."""
        return any(
            thing in words and any(modal in words for modal in modals)
            for thing, modals in self.direct
        )


def shape(asked: Asked) -> Shape:
    """Read how a question asks."""
    text = asked.plain
    numbered, counting = bool(stated(text)), not asked.forms.isdisjoint(COUNTING)
    years = frozenset(_YEAR.findall(text))
    money, counts = sums(text), bool(measures(text))
    years = years if len(years) > 1 else frozenset()
    prizes = bool(numbered and counting and PRIZES.search(text))
    things = [said for said in asked.literal if len(said) > 1] if "yes_no" in asked.forms else []
    return Shape(
        numbered=numbered,
        placing=bool(_PLACING.search(text)),
        counting=counting,
        counts=counts,
        years=years,
        sums=money,
        which=bool(_KINDS.search(text)) or _papers(asked),
        wishes=bool(_WANTS.search(text)),
        prizes=prizes,
        sorts=bool(_TEAMS.search(text) or _SINGLE.search(text)),
        rest=bool(_REST.match(text)),
        figures=bool(money or counts or years or prizes),
        direct=tuple((thing, tuple(f"{modal}{thing}" for modal in _MODALS)) for thing in things),
    )


@dataclass(frozen=True)
class Said:
    """The words of a question with their weight in one notice."""

    terms: dict[str, float]
    """Character pairs of its own words."""
    echo: dict[str, float]
    """Character pairs of the words concepts were recognised by."""
    meant: dict[tuple[str, ...], float]
    """Words of notices for what it says otherwise."""
    concepts: dict[str, float]
    total: float
    """What a sentence that has all of it would gain."""
    placed: bool
    """A place is asked for."""
    tracks: frozenset[str]
    """The tracks it is about."""
    own_groups: frozenset[str]
    groups: tuple[str, ...]
    """The groups it is about, as printed and comparable."""
    narrower: frozenset[str]
    """Concepts that are narrower than what it asks."""
    stages: frozenset[str]
    """The stages it asks about."""
    shape: Shape


@lru_cache(maxsize=4096)
def sums(text: str) -> frozenset[tuple[str, str]]:
    """The amounts of money a text names: 45块 is 45元."""
    return frozenset(_MONEY.findall(text))


def _papers(asked: Asked) -> bool:
    """Whether it is asked which papers to hand in: the sentence that lists them answers."""
    return "materials" in asked.concepts and bool(_WHICH_PAPERS.search(asked.plain))


def with_kind(unit: Unit) -> str:
    """The words of a sentence behind the kind of contest its clause begins with."""
    return f"{_led(unit.clause.text[:16])}{unit.plain}"


@lru_cache(maxsize=8192)  # clauses come again with the next question
def _led(text: str) -> str:
    led = _KIND_LED.match(comparable_name(text))
    return led[0] if led else ""


def of_a_kind(question: str) -> bool:
    """Whether a question is about teams or single entrants at all."""
    asked = _sorts(question)
    return asked.teams or asked.single


def of_same_kind(question: str, words: str) -> bool:
    """Whether both are about teams, or both about single entrants."""
    asked = _sorts(question)
    if not (asked.teams or asked.single):
        return False
    said = _sorts(words)
    return (asked.teams and said.teams) or (asked.single and said.single)


def of_other_kind(question: str, words: str) -> bool:
    """Whether the one is about teams and the other about single entrants."""
    asked = _sorts(question)
    if not (asked.teams or asked.single):
        return False
    said = _sorts(words)
    of_teams, of_single = said.teams or said.paid, said.single
    if asked.single and not asked.teams and of_teams:  # 每个项目2人(团队项目2队) holds for both
        bare = _sorts(_BRACKET.sub("", words))
        of_teams = bare.teams or bare.paid
    if (asked.teams and of_teams) or (asked.single and of_single):
        return False
    return (asked.teams and of_single) or (asked.single and of_teams)


class _Sorts(NamedTuple):
    """What words are about: teams, teams that are paid a prize, single entrants."""

    teams: bool
    paid: bool
    single: bool


@lru_cache(maxsize=8192)  # sentences come again with the next question
def _sorts(words: str) -> _Sorts:
    found = _TEAMS.search(words), _PAID_TEAMS.search(words), _SINGLE.search(words)
    return _Sorts(*map(bool, found))
