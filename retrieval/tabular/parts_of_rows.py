"""Of several rows those of the part of a contest that is asked for: 职工组理论在哪考."""

from __future__ import annotations

from dataclasses import replace

from knowledge.plain import comparable
from retrieval.question.asked import Asked
from retrieval.question.lexicon import Words
from retrieval.tabular.tables import Hit


def of_part(hit: Hit, asked: Asked, words: Words) -> Hit:
    """The hit with the rows that speak of the part asked for, where some speak of others only."""
    parts = {c for c in asked.concepts if words.concepts[c].part}
    if not parts or len(hit.rows) == 1:
        return hit
    told = [
        {c for c in words.said(comparable("，".join(row.cells))) if words.concepts[c].part}
        for row in hit.rows
    ]
    own = tuple(row for row, said in zip(hit.rows, told, strict=True) if said & parts)
    of_others = any(said and not said & parts for said in told)
    return replace(hit, rows=own) if own and of_others else hit
