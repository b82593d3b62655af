"""From the words as they were typed to the question that is meant."""

from retrieval.hearing.courtesies import without_courtesies
from retrieval.hearing.heard import Hearing
from retrieval.hearing.romanised import Romanised

__all__ = ["Hearing", "Romanised", "without_courtesies"]
