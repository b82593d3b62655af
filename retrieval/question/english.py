"""Questions in English, said in the Chinese words the desk knows.

No translation of sentences: names, people, things asked and forms are found as words and put in
the order Chinese questions have. A word that is not known stays, so that the desk knows that it
does not know it. Whether a person may take part is asked as the conditions of entry; what a
sentence says of a person counts only where it has no negation.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from operator import is_

from pydantic import Field

from knowledge import lazy_re
from knowledge.data import content
from knowledge.model import Frozen
from retrieval.model import Question, Turn
from retrieval.wording import BETWEEN

_CHINESE = lazy_re.compile(r"[\u3400-\u9fff]")
_CHINESE_RUN = lazy_re.compile(r"[\u3400-\u9fff]+")
_WORD = lazy_re.compile(r"[a-z]+(?:['-][a-z]+)*")
_TOKEN = lazy_re.compile(r"[a-z0-9@._%+-]*[a-z0-9%]")
_SENTENCE = lazy_re.compile(
    r"[?;]+|,? and (?=(?:what|when|how|where|who|which|is|are|do|does|can|will)\b[^?;]{6,})"
)
_NOT = lazy_re.compile(r"\b(?:not|never|no longer|neither|without)\b|n't\b")
_LONGEST = 2000
_SENTENCE_OF = 4
"""So many words of Latin letters and nothing else are English."""
_YES_NO = "吗"
_AGAIN = "呢"
"""For words that name nothing at all."""
_NUMERALS = "一二三四五六七八九十"
_FIRST = "首届"
_COUNTED = {
    "day": ("person", "日"),
    "year": ("year", "年"),
    "age": ("person", "岁"),
    "count": ("count", ""),
}
"""What stands with digits: as which part it is said, and with which unit."""
_SCOPE = ("year", "edition", "region", "topic", "event", "named")
_ORDER = (*_SCOPE, "me", "person", "unknown", "thing", "count")

_PLACE = 3
"""Chinese names no longer than this among English words are taken for a place or a cup."""


class Entry(Frozen):
    """English words, and the Chinese ones that mean the same."""

    ask: str
    say: str


class English(Frozen):
    """`english.yaml`, where each field is described."""

    known: str
    wh: str
    """Words of questions that a yes or no does not answer."""
    idle: str
    weak: tuple[str, ...] = ()
    courtesies: dict[str, str] = Field(default_factory=dict)
    turns: tuple[Entry, ...] = ()
    regions: dict[str, str] = Field(default_factory=dict)
    ordinals: tuple[str, ...] = ()
    months: tuple[str, ...] = ()
    at: tuple[Entry, ...] = ()
    topics: tuple[Entry, ...] = ()
    events: tuple[Entry, ...] = ()
    people: tuple[Entry, ...] = ()
    things: tuple[Entry, ...] = ()
    forms: tuple[Entry, ...] = ()


def is_english(text: str) -> bool:
    """Whether a message is in English: no Chinese character, and some word questions have.

    >>> is_english("What is the deadline?"), is_english("deadline是哪天"), is_english("qq")
    (True, False, False)
    """
    if len(text) > _LONGEST or _CHINESE.search(text):
        return False
    words = _WORD.findall(_lower(text))
    return len(words) >= _SENTENCE_OF or bool(_english().known.intersection(words))


def in_chinese(text: str) -> str:
    """The words of a question in English as a question in Chinese.

    >>> in_chinese("What is the registration deadline of the Guizhou AI competition?")
    '贵州人工智能竞赛报名截止时间'
    """
    sentences = [each for each in _SENTENCE.split(_lower(text)) if each.strip()]
    return "？".join(_english().said(each.strip()) for each in sentences)


def translated(question: Question) -> Question:
    """The question and what was said before it, as far as they are in English, in Chinese words."""
    context, earlier = question.context, question.history
    text, history = _if_english(question.text), tuple(map(_turn, earlier))
    before = _if_english(context) if context else context
    if (text, before) == (question.text, context) and all(map(is_, history, earlier)):
        return question
    return question.model_copy(update={"text": text, "context": before, "history": history})


def _turn(turn: Turn) -> Turn:
    """A turn with its question in Chinese words."""
    text = _if_english(turn.question)
    return turn if text == turn.question else turn.model_copy(update={"question": text})


@lru_cache(maxsize=256)  # earlier questions of a chat are read again with each that follows
def _if_english(text: str) -> str:
    """Chinese words for a text that is in English, or mostly so."""
    words = len(_WORD.findall(_lower(text[:_LONGEST])))
    if is_english(text) or len(_CHINESE.findall(text)) < words:
        return in_chinese(text) or _AGAIN
    return text


def _apart(word: str) -> str:
    """A word that is not known, so that no other word is found in it: age in language."""
    return BETWEEN.join(word) if word.isalpha() else word


def _lower(text: str) -> str:
    plain = unicodedata.normalize("NFKC", text).lower().replace("’", "'")
    return " ".join(plain.split())


class _Compiled:
    """All entries as one pattern; the first that fits a place wins."""

    def __init__(self, data: English) -> None:
        self.known = frozenset(data.known.split("|"))
        self._wh = frozenset(data.wh.split("|"))
        self._age = lazy_re.compile(r"\bi('m| am| have)\b")
        self._weak = frozenset(data.weak)
        self._idle = frozenset(data.idle.split("|"))
        self._courtesies = {say: lazy_re.compile(ask) for say, ask in data.courtesies.items()}
        ordinal = "|".join([*data.ordinals, r"\d{1,2}(?:st|nd|rd|th)"])
        self._regions = data.regions
        self._ordinals = list(data.ordinals)
        month = [f"(?:{m})" for m in data.months]
        self._months = [lazy_re.compile(m) for m in month]
        months = "|".join(month)
        rules = [("turn", e.ask, e.say) for e in data.turns]
        rules += [
            ("date", rf"(?:{months})\.? \d{{1,2}}(?:st|nd|rd|th)?|\d{{1,2}} (?:{months})", ""),
            ("day", r"(?:is|on|by|before|after|until|till) the \d{1,2}(?:st|nd|rd|th)", ""),
            ("count", r"\d+ (?:people|persons|contestants|participants|players|entrants)", "人"),
            ("count", r"\d+ (?:teams)", "队"),
            ("count", r"\d+ (?:years)", "年"),
            ("year", r"(?:the )?20\d\d(?= |$|[?.!,'])", ""),
            ("age", r"\d{1,2}(?:[- ]years?[- ]olds?)|(?<=i'm )\d{1,2}|(?<=i am )\d{1,2}", ""),
        ]
        regions = "|".join(data.regions)
        rules += [("at", rf"(?:{e.ask}) (?:in|at|from|of) (?:{regions})", e.say) for e in data.at]
        prizes = r"(?! (?:prize|place|class|award|round))[- ]?"
        rules += [("pick", rf"(?:the )?(?:{ordinal}) (?:one|option)", "")]
        rules += [("thing", e.ask, e.say) for e in data.things if "prize" in e.ask]
        rules += [("edition", rf"(?:{ordinal}){prizes}(?: editions?)?", "")]
        rules += [("region", ask, say) for ask, say in data.regions.items()]
        for kind, entries in (
            ("topic", data.topics),
            ("person", data.people),
            ("thing", data.things),
            ("event", data.events),
            ("form", data.forms),
        ):
            rules += [(kind, e.ask, e.say) for e in entries]
        self._rules = [(kind, say) for kind, _, say in rules]
        self._tries = [lazy_re.compile(rf"(?:{ask})(?![a-z0-9])") for _, ask, _ in rules]

    def said(self, text: str) -> str:
        """The words in Chinese, in the order Chinese has."""
        for say, pattern in self._courtesies.items():
            if pattern.fullmatch(text):
                return say
        found = dict.fromkeys(self._found(text))
        if self._wh & set(_WORD.findall(text)):
            found.pop(("form", _YES_NO), None)
        if _NOT.search(text):
            found = {(k, s): None for k, s in found if k != "person"}
        if any(kind == "person" for kind, _ in found):
            found = {("me", "我" if self._age.search(text) else ""): None, **found}
        if any(kind == "thing" and say not in self._weak for kind, say in found):
            found = {(k, s): None for k, s in found if k != "unknown"}
        things = [say for kind, say in found if kind == "thing"]
        kept = [
            (kind, say)
            for kind, say in found
            if kind != "thing" or not any(say in other and say != other for other in things)
        ]
        forms = "，".join(say for kind, say in kept if kind == "form")
        return "".join(say for kind in _ORDER for k, say in kept if k == kind) + forms

    def _found(self, text: str) -> Iterator[tuple[str, str]]:
        at = 0
        while at < len(text):
            if not text[at].isalnum():
                at += 1
                continue
            end, kind, say = self._at(text, at)
            if say:
                yield kind, say
            at = end

    def _at(self, text: str, at: int) -> tuple[int, str, str]:
        """What stands at a place: its end, its kind, its Chinese words."""
        for number, pattern in enumerate(self._tries):
            match = pattern.match(text, at)
            if match and match.end() > at:
                kind, say = self._rules[number]
                return match.end(), *self._worded(kind, say, match[0])
        if run := _CHINESE_RUN.match(text, at):
            # a place or a cup stands in front, a track where it is asked about
            return run.end(), "region" if len(run[0]) <= _PLACE else "named", run[0]
        match = _TOKEN.match(text, at)
        word = match[0] if match else text[at]
        return at + len(word), "unknown", "" if word in self._idle else f"，{_apart(word)}，"

    def _worded(self, kind: str, say: str, words: str) -> tuple[str, str]:
        digits = re.sub(r"\D", "", words)
        if kind == "at":
            place = next(say for ask, say in self._regions.items() if words.endswith(ask))
            return "person", say.format(place=place)
        if kind == "date":
            month = next(n for n, m in enumerate(self._months, 1) if m.search(words))
            return "person", f"{month}月{digits}日"
        if kind in {"edition", "pick"}:
            return self._ordinal(kind, int(digits or self._number(words)))
        if kind in _COUNTED:
            as_kind, unit = _COUNTED[kind]
            return as_kind, f"{digits}{say or unit}"
        return ("thing" if kind == "turn" else kind), say

    def _ordinal(self, kind: str, number: int) -> tuple[str, str]:
        said = _NUMERALS[number - 1] if number <= len(_NUMERALS) else str(number)
        if kind == "pick":
            return "thing", f"第{said}个"
        return "edition", _FIRST if number == 1 else f"第{said}届"

    def _number(self, words: str) -> int:
        return next(n for n, word in enumerate(self._ordinals, 1) if word in words)


@lru_cache(maxsize=1)
def _english() -> _Compiled:
    return _Compiled(English.model_validate(content("retrieval.question", "english.yaml")))
