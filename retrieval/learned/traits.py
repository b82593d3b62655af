"""What a question and a sentence are like, by name: what is weighed in pairs.

A pair is one trait of a question with one of a sentence, such as a question with 交 and a sentence
that speaks of what is handed in. How much each pair counts is learned.
"""

from __future__ import annotations

from knowledge import lazy_re
from retrieval.learned import looks
from retrieval.learned.candidates import Candidate
from retrieval.question.asked import Asked

ALWAYS = "always"
"""Of every question: how much a trait of a sentence counts whatever is asked."""
ASKS_FOR = "asks for "
"""Before each concept of a question."""
LONGEST = 2
"""So many characters neighbouring in a question are a trait of it."""
_WORDS = lazy_re.compile(r"[\u4e00-\u9fff]+|[a-z]+")


def of_question(asked: Asked) -> frozenset[str]:
    """Its concepts, its forms, how it asks, and its characters one by one and two by two."""
    return frozenset(
        (
            ALWAYS,
            *(f"{ASKS_FOR}{name}" for name in asked.concepts),
            *(f"in form {name}" for name in asked.forms),
            *(f"asks {name}" for name in looks.of_question(asked.plain)),
            *(f"says {some}" for some in grams(asked.plain)),
        )
    )


def grams(plain: str) -> frozenset[str]:
    """Characters of a text (comparable) one by one and two by two, within what is written together.

    >>> sorted(grams("几号?"))
    ['几', '几号', '号']
    """
    runs = _WORDS.findall(plain)
    sizes = range(1, LONGEST + 1)
    return frozenset(run[i : i + n] for run in runs for n in sizes for i in range(len(run) - n + 1))


def of_candidate(one: Candidate) -> frozenset[str]:
    """What it and its headings speak of, the values it holds, how it looks and what it is."""
    kind = one.unit.kind if one.unit is not None else "row"
    has = zip(looks.SENTENCES, looks.of_sentence(one.plain), strict=True)
    return frozenset(
        (
            f"is {kind}",
            *(f"speaks of {name}" for name in one.said),
            *(f"below {name}" for name in one.above),
            *(f"holds {value.kind}" for value in (one.unit.values if one.unit else ())),
            *(f"has {name}" for name, there in has if there),
        )
    )
