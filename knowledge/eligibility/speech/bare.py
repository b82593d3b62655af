"""Places that stand alone, or beside words that other patterns read."""

from __future__ import annotations

from knowledge.eligibility.speech.base import Pattern
from knowledge.eligibility.speech.naming import WITHIN, P, of_places, place


def bare_places() -> tuple[Pattern, ...]:
    """A place alone beside an age, a sex or a grade: “男 19岁 重庆”; tried before the ages."""
    beside = (
        r"(?:(?<=[男女],)|(?<=[男女]性,)|(?<=[^\d][1-6]\d,)|(?<=^[1-6]\d,)|(?<=\d岁,)|"
        r"(?<=大[一二三四],)|(?<=[职中高]职,)|(?<=职高,)|(?<=技校,)|(?<=中专,)|(?<=大专,)|(?<=本科,))"
    )
    return (
        of_places(rf"{beside}{P}(?=[,。;!?]|$)", place("residence")),
        of_places(
            rf"(?:^|(?<=[,。])){P}(?=,(?:[男女][,。性]|[1-6]\d岁?(?:[,。男女]|$)))",
            place("residence"),
        ),
    )


def tenure_places() -> tuple[Pattern, ...]:
    """Where one has worked for so many years; the years are read by others."""
    numeral = r"[\d一二两三四五六七八九十半好几]"
    worked = r"(?:工作|上班|打工|务工|干|做|待|呆|从业|任教|教书|当)"
    return (
        of_places(
            rf"(?<![前来先经过时不没想])(?:在|于|喺){P}(?:的)?(?={WITHIN}{{0,12}}?{worked}"
            rf"(?!过){WITHIN}{{0,8}}?{numeral}{{1,4}}个?(?:年|月))",
            place("work_place"),
        ),
    )
