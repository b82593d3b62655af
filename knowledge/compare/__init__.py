"""Two notices clause by clause: what was added, removed, made stricter, made easier."""

from knowledge.compare.compared import compared
from knowledge.compare.model import KINDS, Change, Comparison, Kind

__all__ = ["KINDS", "Change", "Comparison", "Kind", "compared"]
