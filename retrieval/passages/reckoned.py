"""What follows from the sentences of an answer and the numbers of its question."""

from __future__ import annotations

from functools import cached_property

from knowledge import lazy_re
from knowledge.model import Notice
from knowledge.numerals import CHINESE
from knowledge.plain import comparable
from retrieval.computed.prize_sums import COUNT
from retrieval.computed.team_sums import SIZED
from retrieval.computed.throughout import throughout
from retrieval.computed.worked import TOGETHER, WEIGHT, worked
from retrieval.passages.own_part import own_part
from retrieval.passages.rank import Scored, Sought, in_scope
from retrieval.passages.said import COUNTING, of_other_kind
from retrieval.passages.speaking_of import SpeakingOf
from retrieval.passages.units import Reading, Unit
from retrieval.reply import Piece, cite_unit

_STATEMENT = lazy_re.compile(r"[^；;。\n]+[；;。\n]*")
_NUMBERS = lazy_re.compile(r"\d+")
_COUNTS = lazy_re.compile(rf"\d|{CHINESE}|[两俩]")


class Reckoner:
    """Works out what one notice's sentences come to."""

    def __init__(self, reading: Reading, speaking_of: SpeakingOf) -> None:
        self._reading = reading
        self._speaking_of = speaking_of
        self._notice: Notice = reading.notice

    def worked(
        self, sought: Sought, chosen: list[Scored], pieces: tuple[Piece, ...]
    ) -> tuple[Piece, ...]:
        """What follows from the sentences and the numbers of the question, if anything does."""
        question = f"{sought.asked.message}，{sought.asked.plain}"
        multiple = any("倍" in s.unit.plain for s in chosen)
        counts = _COUNTS.search(question) or sought.asked.forms & COUNTING
        if not counts and not TOGETHER.search(question) and not multiple:
            return ()
        shared = [u for u in self._sized if in_scope(u, sought)]
        known = set(map(id, shared))
        prizes = (u for u in self._counted if in_scope(u, sought) and id(u) not in known)
        others = [*shared, *(u for u in prizes if not of_other_kind(question, u.plain))]
        due = (own_part(p.text, sought.tracks, self._speaking_of) for p in pieces)
        told = [_of_kind(question, text) for text in due]
        found = throughout(question, told, self._notice.tracks, sought.tracks)
        found = found or worked(question, told, [u.text for u in others])
        if found is None:
            return ()
        sign = WEIGHT if "%" in found.text else SIZED
        sign = COUNT if "元" in found.text else sign
        proof = [u for u in others if "×" in found.text and sign.search(u.plain)]
        if sign is COUNT or "×" not in found.text:  # of several kinds that which was counted
            own = set(_NUMBERS.findall(found.text))
            counted = ((u, {n for _, n in COUNT.findall(u.plain)}) for u in others)
            proof = [u for u, numbers in counted if numbers and numbers <= own] or proof
        cited = [c for p in pieces for c in p.citations] + [
            cite_unit(self._notice, u) for u in proof
        ]
        return (
            Piece(text=found.text, citations=tuple(cited), computed=(found.text, *found.computed)),
        )

    @cached_property
    def _sized(self) -> tuple[Unit, ...]:
        """The sentences that tell of shares or of the size of teams."""
        return tuple(u for u in self._reading.units if "%" in u.plain or SIZED.search(u.plain))

    @cached_property
    def _counted(self) -> tuple[Unit, ...]:
        """The sentences that tell how many there are of a prize."""
        return tuple(u for u in self._reading.units if COUNT.search(u.plain))


def _of_kind(question: str, text: str) -> str:
    """Without what is said of teams where single entrants are asked about, and the reverse."""
    kept = (s for s in _STATEMENT.findall(text) if not of_other_kind(question, comparable(s)))
    return "".join(kept)
