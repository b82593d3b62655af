"""Honours, earlier roles and events."""

from __future__ import annotations

from typing import TYPE_CHECKING

from knowledge.eligibility.speech.base import (
    SPAN,
    Found,
    Pattern,
    listed,
    pattern,
    says,
)

if TYPE_CHECKING:
    import re


def _honour(match: re.Match[str]) -> Found:
    return {"honours": [match["h"]]}


def deeds(honours: str) -> tuple[Pattern, ...]:
    """Patterns of honours and earlier roles."""
    return (
        pattern(rf"(?:没|没有|未|不是)(?:拿过|获得过?|得过|评上)?(?:{honours})", says()),
        pattern(rf"(?P<h>(?:[一-龥]{{2,3}}[省市])?(?:{honours}))", _honour),
        pattern(
            rf"(?:当过|担任过|做过|曾任|曾是|曾经是|作为)(?P<w>{SPAN}{{2,40}}?(?:专家组?|教练组?|裁判员?|选手|领队)(?:成员)?)",
            listed("past_roles"),
        ),
        pattern(
            rf"(?:参加过|参加了|打过|比过|曾参加)(?P<w>{SPAN}{{2,40}}?)(?=(?:的(?:人|选手)?)?(?:还?能[报参不否再够吗]|还?可以|[,。?]|$))",
            listed("past_events"),
        ),
        pattern(
            r"带学生参赛|指导学生|给学生当(?:指导|教练)|(?:学生的?)?指导(?:教师|老师|教练)|带队老师",
            says(is_advisor=True),
        ),
    )
