"""Rules drafted from the clauses of a notice nobody has written rules for.

Deterministic and without a model: sentences of the sections about taking part are split into
conditions by the patterns of patterns.yaml; each becomes a rule of the closed set of checks with
its clause. What states a condition that no pattern understands becomes `not_understood`, whose
outcome is unknown; it is never dropped. Every rule is marked `drafted` until a person confirms it.
"""

from knowledge.eligibility.drafting.draft import draft_rules

__all__ = ["draft_rules"]
