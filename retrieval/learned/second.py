"""A second reading beside the first: the sentence that most looks like the answer is told too.

The first reading goes by what it knows of such questions. Where it tells something else than what
the learned weights hold for the answer by far, its answer stands, and that sentence beside it. How
far was chosen on questions nobody had tuned on: see docs/measurements.md.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cached_property

import numpy as np

from knowledge.plain import comparable
from retrieval.learned.candidates import Candidate, candidates, statement
from retrieval.learned.features import Grid, Numbers
from retrieval.learned.pairs import Told, pairs
from retrieval.learned.traits import of_candidate, of_question
from retrieval.learned.weights import weights
from retrieval.passages.leading import leads, without_leads
from retrieval.passages.rank import Sought
from retrieval.passages.speaking_of import SpeakingOf
from retrieval.passages.units import Reading, Unit
from retrieval.question.apart import apart
from retrieval.question.conditions import stated
from retrieval.question.demands import demands
from retrieval.question.lexicon import Words
from retrieval.reply import Piece, Reply

AHEAD = 0.5
"""So much likelier (log odds) than anything the answer cites is a sentence told beside it."""
OF_ROWS = 1.0
"""And so much where a row of a table answers: rows named in the question seldom look like it."""
FIRST = 4.0
"""So much likelier is one told before the answer."""
_TEAMS = "team_award"
"""The award of bodies for all their teams, which is none of a track."""
_NEAR = 1e-3
"""What is further apart is never equal when it is rounded."""
_NAME = 4
"""So long is the name of a body or a track, and no word for a stage."""
_PRICES = frozenset({"fee", "bonus", "quota", "unit_quota"})
_REACHES = frozenset({"phone", "email", "url", "qq"})
State = Callable[[Unit], Piece | None]
"""What a sentence says as a statement of an answer; None where it is none of this question's."""


class SecondReading:
    """Reads one notice by the learned weights; made ready when it is first needed."""

    def __init__(self, reading: Reading, words: Words, speaking_of: SpeakingOf) -> None:
        self._reading, self._words, self._of = reading, words, speaking_of

    @cached_property
    def grid(self) -> Grid:
        """The sentences and rows, as they are compared with questions."""
        return Grid(candidates(self._reading, self._words), self._words, self._of)

    @cached_property
    def _told(self) -> Told:
        """What each of them is like."""
        return pairs().columns([of_candidate(one) for one in self.grid.found])

    def ranked(self, sought: Sought) -> list[tuple[Candidate, float]]:
        """Every sentence and row with how much it looks like the answer, best first."""
        if not self.grid.found:
            return []
        return sorted(zip(self.grid.found, self.scores(sought).tolist(), strict=True), key=_worse)

    def scores(self, sought: Sought) -> Numbers:
        """How much each sentence and row looks like the answer."""
        scores = weights().scores(self.grid.features(sought))
        return scores + pairs().scores(of_question(sought.asked), self._told)

    def _best(self, scores: Numbers, among: Sequence[int]) -> tuple[Candidate, float]:
        """What looks most like the answer of those at some places, as `ranked` would put it."""
        least = max(scores[at] for at in among) - _NEAR
        near = [(self.grid.found[at], float(scores[at])) for at in among if scores[at] >= least]
        return min(near, key=_worse)

    def joined(self, reply: Reply, sought: Sought, state: State) -> Reply:
        """The reply, with what looks much more like the answer than anything it cites.

        Not where the question quotes or states a number: what holds for it the first reading knows.
        """
        if not _open(reply) or sought.asked.anchors or stated(sought.asked.plain):
            return reply
        there = self.grid.at((c.start, c.end) for piece in reply.pieces for c in piece.citations)
        if not there or any(self._reached(self.grid.found[at], sought) for at in there):
            return reply
        scores = self.scores(sought)
        best, score = self._best(scores, there)
        first, most = self._best(scores, np.flatnonzero(scores >= scores.max() - _NEAR).tolist())
        if any(self._of_table(first, at) and self._of_others(at, sought) for at in there):
            return reply  # 会员 pay what their row says, not what that of others does
        ahead = most - score
        if ahead < (OF_ROWS if best.row is not None else AHEAD):
            return reply
        piece = self._piece(first, sought, state)
        if piece is None or any(piece.text in p.text for p in reply.pieces):
            return reply
        return reply.model_copy(update={"pieces": without_leads(_beside(piece, reply, ahead))})

    def _of_prices(self, sought: Sought) -> bool:
        """Whether it is asked what is to be paid or is paid out, or how many may enter."""
        return not _PRICES.isdisjoint(sought.asked.concepts)

    def _of_others(self, at: int, sought: Sought) -> bool:
        """Whether other rows of a table are others': of prices, or where a row is named whole."""
        row, said = self.grid.found[at].row, f"{sought.asked.message}，{sought.asked.plain}"
        names = map(comparable, row.cells) if row is not None else ()
        return self._of_prices(sought) or any(len(n) >= _NAME and n in said for n in names)

    def _of_table(self, one: Candidate, at: int) -> bool:
        """Whether a row is of the table of what is told already."""
        return one.table is not None and one.table is self.grid.found[at].table

    def _reached(self, one: Candidate, sought: Sought) -> bool:
        """Whether a sentence has the phone or address that is asked for: one is enough."""
        concepts = (self._words.concepts[name] for name in sought.asked.concepts)
        asked = _REACHES.intersection(kind for concept in concepts for kind in concept.kinds)
        return one.unit is not None and any(value.kind in asked for value in one.unit.values)

    def _piece(self, one: Candidate, sought: Sought, state: State) -> Piece | None:
        """What a sentence or row says, unless it is about others or has a business of its own."""
        other = apart().asked(sought.asked.plain, sought.asked.concepts)
        if self._of.others(one.plain, sought.tracks) or apart().of_those(other, one.plain):
            return None
        team = one.unit is not None and _TEAMS in one.unit.said
        if team and sought.tracks and "团" not in sought.asked.plain:
            return None
        wanted = demands().of(sought.asked.plain) if one.row is not None else ()
        if not demands().met(wanted, one.plain):
            return None
        found = statement(self._reading.notice, one, state)
        return None if found is not None and leads(found) else found


def _open(reply: Reply) -> bool:
    """Whether a reply is of sentences and cells alone: nothing reckoned, judged or counted."""
    if not reply.tells or not reply.pieces:
        return False
    return not any(word for piece in reply.pieces for word in piece.computed)


def _beside(piece: Piece, reply: Reply, ahead: float) -> tuple[Piece, ...]:
    """The pieces of a reply with one that is so much likelier."""
    return (piece, *reply.pieces) if ahead >= FIRST else (*reply.pieces, piece)


def _worse(pair: tuple[Candidate, float]) -> tuple[float, int]:
    return -round(pair[1], 4), pair[0].start
