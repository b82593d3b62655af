"""Taking out of people's words what tells who somebody is, before they are kept or passed on.

Identity and telephone numbers, addresses of mail, dates and names go; what stands in the notice
(its own dates, telephones, persons) stays, and so do small numbers: 17岁, 3个人. Rather too much
than too little: who reads the masked words answers a question, not a person.
"""

from __future__ import annotations

import re
from functools import cache

from knowledge import lazy_re
from knowledge.data import content
from knowledge.everyday import shares
from knowledge.model import Frozen
from knowledge.plain import comparable, normal

_INVISIBLE = lazy_re.compile(r"[\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\u00ad]")
_MAIL = lazy_re.compile(
    r"[\w.+-]+\s*(?:@|\(at\)|\[at\])\s*[\w-]+(?:\.[\w-]+)*", re.ASCII | re.IGNORECASE
)
_DIGIT = "[0-9零〇一二三四五六七八九幺]"
_NUMBER = lazy_re.compile(rf"[+]?{_DIGIT}(?:[\s()._—–-]{{0,3}}{_DIGIT}){{4,}}[xX]?(?![0-9])")
"""Five digits and more, whatever stands between them."""
_NUMERAL = "(?:[0-9]{1,4}|[零〇一二三四五六七八九十廿卅]{1,5})"
_DATE = lazy_re.compile(
    rf"{_NUMERAL}\s*年\s*{_NUMERAL}\s*月(?:\s*{_NUMERAL}\s*[日号])?"
    rf"|{_NUMERAL}\s*月\s*{_NUMERAL}\s*[日号]"
    r"|(?<![0-9])[0-9]{2,4}\s*[-./]\s*[0-9]{1,2}\s*[-./]\s*[0-9]{1,2}(?![0-9])"
    rf"|{_NUMERAL}\s*年(?=出?生)|(?<![0-9])[0-9]{{2}}(?:后|年的)"
)
_LATIN = lazy_re.compile(
    r"(?i)\b((?:my name is|i am called|name\s*[:：]?)\s+)[a-z]+(?:[ .-]+[A-Z][a-z]+)*"
)
_PHRASES = lazy_re.compile(r"[^,，。;；!！\n]*[,，。;；!！\n]?")
_SHORT = 3
_PLACES = "区县市省镇乡村"
_CAPITALS = lazy_re.compile(r"\b[A-Z][a-z]+ [A-Z][a-z]+(?=\b)")


class _Words(Frozen):
    """The content of masking.yaml."""

    marks: dict[str, str]
    surnames: str
    double: str
    named: str
    called: str
    before: str
    behind: str


def masked(text: str, known: str = "") -> str:
    """The words without what tells of a person; what stands in `known`, a notice's text, stays.

    >>> masked("我叫张伟明，身份证11010519491231002X，17岁能报吗")
    '我叫〔姓名〕,身份证〔号码〕,17岁能报吗'
    >>> masked("2026年9月29日还能报吗", "报名截止时间：2026年9月29日")
    '2026年9月29日还能报吗'
    """
    text, kept = _INVISIBLE.sub("", normal(text)), comparable(known)
    marks = _words().marks
    for kind, pattern in (("mail", _MAIL), ("date", _DATE), ("number", _NUMBER)):
        text = pattern.sub(lambda m, k=kind: _or(m[0], marks[k], kept), text)  # type: ignore[misc]
    return _unnamed(text, kept)


def names_somebody(text: str, known: str = "") -> bool:
    """Whether words hold a name, a number or an address of a person; a date alone does not.

    >>> names_somebody("我叫张伟明，能带键盘吗"), names_somebody("9月29日还能报吗")
    (True, False)
    """
    marks = {mark for kind, mark in _words().marks.items() if kind != "date"}
    hidden = masked(text, known)
    return any(mark in hidden for mark in marks)


def without_marks(text: str) -> str:
    """Masked words without the phrases in which something was taken out, if others are left.

    >>> without_marks("我叫〔姓名〕,手机〔号码〕,能自己带键盘吗?")
    '能自己带键盘吗?'
    """
    marks = _words().marks.values()
    pieces = _PHRASES.findall(text)
    kept = "".join(piece for piece in pieces if not any(mark in piece for mark in marks))
    return kept.strip() if len(comparable(kept)) > _SHORT else text


def _or(words: str, mark: str, kept: str) -> str:
    return words if comparable(words) in kept else mark


def _unnamed(text: str, kept: str) -> str:
    mark = _words().marks["name"]
    text = _LATIN.sub(lambda m: f"{m[1]}{mark}", text)
    text = _CAPITALS.sub(lambda m: _or(m[0], mark, kept), text)
    sure, likely = _patterns()
    text = sure.sub(lambda m: f"{m['lead']}{_or(m['name'], mark, kept)}", text)
    return likely.sub(lambda m: _name(m, mark, kept), text)


def _name(match: re.Match[str], mark: str, kept: str) -> str:
    """A stretch behind a family name, masked unless it is a word of the language."""
    name = match["name"]
    if comparable(name) in kept or _is_word(name):
        return match[0]
    return match[0].replace(name, mark, 1)


def _is_word(name: str) -> bool:
    known = shares("small")
    titled = re.fullmatch(_words().called, name[1:]) is not None
    return titled or name[-1] in _PLACES or name in known or name[:2] in known


@cache
def _words() -> _Words:
    return _Words.model_validate(content("knowledge", "masking.yaml"))


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Names that are told to be some, and names that look like some."""
    words = _words()
    single = "".join(words.surnames.split())
    family = f"(?:{words.double}|[{single}])"
    han, stop = "[\u4e00-\u9fff·]", rf"(?={words.behind}|[^\u4e00-\u9fff]|$)"
    lead = rf"(?P<lead>(?:{words.named})(?:[:是为叫\s]|(?=.))[:\s]*)"
    other = rf"(?<=[我他她名子女生]叫){han}{{2,3}}?{stop}|(?<=[:：]){han}{{2,4}}?{stop}"
    sure = rf"{lead}(?P<name>{family}{han}{{1,2}}?{stop}|{family}{han}{{1,2}}|{other})"
    begins = rf"(?:^|(?<=[^\u4e00-\u9fff])|(?:{words.before}))"
    titled = rf"(?:(?<![\u4e00-\u9fff])|{words.before})(?:{words.called})"
    name = rf"(?P<name>{family}{han}{{1,2}}?)"
    return lazy_re.compile(sure), lazy_re.compile(rf"(?:{titled}|{begins}){name}{stop}")
