"""The one gate: nothing leaves that does not stand in a cited clause.

Checked on every channel and for every writer, the optional language model included. What fails is
replaced by the plain quoted clause, never repaired.
"""

from retrieval.gate.facts import Leak, leaks, passes
from retrieval.gate.quotes import verbatim

__all__ = ["Leak", "leaks", "passes", "verbatim"]
