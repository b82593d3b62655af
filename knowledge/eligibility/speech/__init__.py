"""How people speak of themselves: one pattern a fact, tried in this order on half-width text.

What a pattern takes is not seen by the later ones.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from knowledge.eligibility.data import table
from knowledge.eligibility.speech.ages import ages
from knowledge.eligibility.speech.attendance import attendance
from knowledge.eligibility.speech.bare import bare_places, tenure_places
from knowledge.eligibility.speech.base import Pattern
from knowledge.eligibility.speech.birth import births
from knowledge.eligibility.speech.certificates import certificates
from knowledge.eligibility.speech.deeds import advisers, deeds
from knowledge.eligibility.speech.entry import entry, units
from knowledge.eligibility.speech.grades import grades
from knowledge.eligibility.speech.graduation import graduations
from knowledge.eligibility.speech.limits import limits
from knowledge.eligibility.speech.needed import Sieve, Ways, needed, signs
from knowledge.eligibility.speech.numbers import numbers
from knowledge.eligibility.speech.organisers import organisers
from knowledge.eligibility.speech.persons import identities, longest_first, sexes
from knowledge.eligibility.speech.sanctions import sanctions
from knowledge.eligibility.speech.sending import sending
from knowledge.eligibility.speech.studies import studies
from knowledge.eligibility.speech.tenure import tenures
from knowledge.eligibility.speech.turning import turnings
from knowledge.eligibility.speech.where import places
from knowledge.eligibility.speech.wishes import wishes
from knowledge.eligibility.speech.work import at_work, work


@cache
def patterns() -> tuple[Pattern, ...]:
    """All patterns, in the order in which they are tried."""
    honours = longest_first(table("words.yaml")["honours"])
    return (
        *numbers(),
        *limits(),
        *sending(),
        *births(),
        *turnings(),
        *bare_places(),
        *ages(),
        *units(),
        *wishes(),
        *sanctions(),
        *deeds(honours),
        *advisers(),
        *certificates(),
        *tenure_places(),
        *tenures(),
        *work(),
        *places(),
        *at_work(),
        *graduations(),
        *attendance(),
        *grades(),
        *studies(),
        *organisers(),
        *entry(),
        *sexes(),
        *identities(),
    )


@cache
def _sieve() -> Sieve[tuple[Pattern, Ways]]:
    needs = ((one, needed(one.regex)) for one in patterns())
    return Sieve((each, each[1]) for each in needs)


def likely(text: str, masked: str) -> Iterator[Pattern]:
    """Those patterns whose needs are met by the text (places masked: `masked`)."""
    plain, hidden = signs(text), signs(masked)
    for one, ways in _sieve().likely(plain | hidden):
        met = hidden if one.of_places else plain
        if any(not any(map(met.isdisjoint, needs)) for needs in ways):
            yield one
