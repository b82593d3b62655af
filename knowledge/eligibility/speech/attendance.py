"""Whether one studies full time."""

from __future__ import annotations

import re

from knowledge.eligibility.speech.base import Day, Found, Pattern, pattern, says
from knowledge.eligibility.speech.stages import STAGES


def _part_time(match: re.Match[str], _: Day) -> Found:
    found: dict[str, object] = {"school_full_time": False}
    if "专升本" in match[0]:
        found["education"] = "专升本"
    elif stage := match.groupdict().get("e"):
        found["education"] = stage
        if stage.endswith(("生", "士")):
            found["identity"] = "student"
    reads = match.groupdict().get("on") is not None or match[0].endswith("在读")
    return {**found, "enrolled": True} if reads else found


def attendance() -> tuple[Pattern, ...]:
    """The particular forms of part-time study before the word for full time."""
    return (
        pattern(
            r"(?:不是|不算|并非|没有?读|又不是)(?:一个)?(?:统招|普通|正规)?(?:的)?全日制(?!吗)",
            says(school_full_time=False),
        ),
        pattern(
            r"统招专升本|脱产(?!班)|全日制专升本",
            lambda m, _: {
                "school_full_time": True,
                **({"education": "专升本"} if "专" in m[0] else {}),
            },
        ),
        pattern(
            r"(?:在?读|念|上)(?:的是?|着|了|个)?(?P<on>)(?:非全日制|函授|自考|成教|"
            r"成人教育|成人高考|电大|夜大|网络教育|国开|"
            rf"(?:国家)?开放大学)(?:的?(?P<e>{STAGES}))?",
            _part_time,
        ),
        pattern(
            rf"(?P<on>在读的?是?|读的?是?|念的?是?|上的?是?)?(?:非全日制|函授|自考|成教|成人教育|成人高考|电大|"
            rf"夜大|网络教育|国开|(?:国家)?开放大学)的?(?P<e>{STAGES})(?:在读)?(?!毕业|学历|文凭)",
            _part_time,
        ),
        pattern(
            r"非全日制|非全(?=[,。的研硕])|函授|自考|成教|成人教育|成人高考|成人专升本|"
            r"成人(?=本科|大专)|电大|夜大|业余(?=本科|大专|班)|网络教育|远程教育|国开|"
            r"(?:国家)?开放大学|半脱产|在职(?=读?硕士|读?本科|读?大专)",
            _part_time,
        ),
        pattern(r"全日制", says(school_full_time=True)),
    )
