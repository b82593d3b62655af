"""Tracks told by one letter: 报B要钱吗, C项目, where the notice gives each track a letter.

The letter stands in the track's name (A单元) or beside it in the table of tracks (A | 岸桥司机).
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property

from knowledge import lazy_re
from knowledge.model import Notice
from knowledge.plain import squeeze
from retrieval.question.mentions import Span

_NAME = lazy_re.compile(r"([A-Z])(?:单元|赛道|赛项|项目)")
_CODE = lazy_re.compile(r"[A-Z]{1,4}(?:[-—]?\d{1,3})?")
_ASKED = lazy_re.compile(
    r"(?<![a-z0-9])(?P<letter>[a-z])(?:单元|赛道|赛项|项目|(?=队|组|报|缺|要|多少"
    r"|[呢的几和跟与或、，,。？?还能也是名人决初复预奖费怎咋啥什哪有一总共]|$))"
    r"|(?:单元|赛道|赛项|项目)(?P<behind>[a-z])(?![a-z0-9])"
    r"|(?<=[报队个选加赛])(?P<bare>[a-z])(?![a-z0-9])"
)
_SUBJECT = lazy_re.compile(
    r"^(?:注:|其中,?)?(?:(?P<letters>(?:[a-z](?:、|,|和|与|及))*[a-z])(?:单元|赛道|赛项|项目|队)"
    r"|(?:单元|赛道|赛项|项目)(?P<behind>[a-z](?:(?:、|,|和|与|及)[a-z])*)(?![a-z0-9]))"
)
_BRACKETED = lazy_re.compile(r"[(（](?P<letters>[a-z](?:(?:、|,|和|与|及)[a-z])*)[)）]")
_LEAST = 2

Codes = Mapping[str, str]
"""The code of each track, by its id."""


def track_codes(notice: Notice) -> Codes:
    """The code beside the name of each track, be it a single letter: A beside 岸桥司机."""
    names = {squeeze(t.name): t.id for t in notice.tracks}
    found: dict[str, set[str]] = {}
    for table in notice.tables:
        for row in table.rows:
            cells = [squeeze(cell) for cell in row.cells]
            own = [names[cell] for cell in cells if cell in names]
            given = [cell for cell in cells if _CODE.fullmatch(cell)]
            if len(own) == len(given) == 1:
                found.setdefault(own[0], set()).add(given[0])
    single = {track: next(iter(of)) for track, of in found.items() if len(of) == 1}
    return single if len(set(single.values())) == len(single) >= _LEAST else {}


class Lettered:
    """The letters of the tracks of one notice, in questions and in its own sentences."""

    def __init__(self, notice: Notice) -> None:
        self._notice = notice

    @cached_property
    def _tracks(self) -> dict[str, str]:
        """The id of a track by its letter, small as in comparable text; empty if few have one."""
        own = {t.id: m[1] for t in self._notice.tracks if (m := _NAME.fullmatch(t.name))}
        own = own or {t: code for t, code in track_codes(self._notice).items() if len(code) == 1}
        return {letter.lower(): track for track, letter in own.items()} if len(own) > 1 else {}

    def asked(self, text: str) -> dict[Span, str]:
        """The tracks whose letters a question (comparable) says, by where it does."""
        found = {}
        for match in _ASKED.finditer(text) if self._tracks else ():
            letter = match["letter"] or match["behind"] or match["bare"]
            if letter in self._tracks:
                found[match.span()] = self._tracks[letter]
        return found

    def subject(self, plain: str) -> frozenset[str]:
        """The tracks with whose letters a sentence (comparable) begins: A、B、E项目不得换人."""
        match = _SUBJECT.match(plain) if self._tracks else None
        letters = (match["letters"] or match["behind"]) if match else ""
        return frozenset(self._tracks[c] for c in letters if c in self._tracks)

    def bracketed(self, plain: str) -> frozenset[str]:
        """The tracks whose letters stand alone in brackets (comparable): 教师组团队(D)."""
        found = _BRACKETED.finditer(plain) if self._tracks else ()
        every = {c for match in found for c in match["letters"] if c.isalpha()}
        return frozenset(self._tracks[c] for c in every if c in self._tracks)
