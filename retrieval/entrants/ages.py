"""What the notice says of ages, to whoever tells his own where no rule decides: 我63岁还能报吗.

不设年龄上限 lets everybody in and leaves nothing to judge; it is the answer all the same.
"""

from __future__ import annotations

from knowledge.eligibility.facts import facts_from_words
from retrieval.entrants.personal import AGES
from retrieval.passages.rank import Sought, in_scope
from retrieval.passages.units import Reading, Unit
from retrieval.reply import Piece, Reply, answered, cite_unit

_AGE = "age"
_OF_AWARDS = frozenset({"honour", "prize", "placed", "promotion", "certificate"})
"""Ages that awards ask for, not entering."""
_MOST = 2


def ages_reply(reading: Reading, sought: Sought) -> Reply | None:
    """The sentences on the age of the group meant; None unless an age is told, or if too many."""
    if not set(facts_from_words(sought.asked.text).person) & AGES:
        return None
    said = (u for u in reading.units if _AGE in u.said and not u.said & _OF_AWARDS)
    found = [u for u in said if in_scope(u, sought)]
    found = [u for u in found if u.scope.role in {None, "contestant"}]
    own = [u for u in found if any(group in u.plain for group in sought.groups)]
    return _told(reading, own or found, sought) if 0 < len(own or found) <= _MOST else None


def _told(reading: Reading, units: list[Unit], sought: Sought) -> Reply:
    pieces = [Piece(text=u.text, citations=(cite_unit(reading.notice, u),)) for u in units]
    return answered(reading.notice.id, pieces, sought.tracks, sought.groups)
