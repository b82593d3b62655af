"""Of whom a clause speaks: of the one who writes, or of a child, a parent, an apprentice.

“我是班主任，学生17岁能报吗” asks about the pupil, “我爸是退休工人，我17岁能报吗” about the writer.
The last of the two who is named is the one asked about.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

from knowledge.eligibility.data import table

_CLAUSE = re.compile(r"[^,。;!?]+")
_SELF = re.compile(r"我(?!们?(?:家|班|校|厂|单位|公司|学校|的?学生|徒弟))|本人|俺|咱|自己")
_FOR = re.compile(
    r"(?:替|给|帮|为|让|代)(?:我|俺)?(?:他|她|孩子|娃|儿子|女儿|徒弟|学生|家人|老公|老婆)"
)
_OTHER = re.compile(r"(?<![其])他(?!们|省|市|地|的|人|项|赛)|(?<!其)她(?!们)")
_ROLE = re.compile(
    r"我们?(?:就?是|作为|当)(?:个|名|一名|一个|他|她)?[^,。;!?]{0,8}?"
    r"(?:老师|教师|班主任|辅导员|教练|师傅|师父|家长|HR|hr|人事|领导|负责人|经办人|"
    r"班组长|爸爸?|妈妈?|父亲|母亲)"
)
_PUPILS = r"(?:学生|徒弟|学员|孩子|员工|职工|选手|队员)"
_LED = re.compile(r"(?<![带养管])" + _PUPILS + r"(?!组|证|会|赛|们?组)")
_NO_SUBJECT = r"(?!们?(?:同意|签字|说|让|不让|陪|送|帮|推荐|告诉|也想|问))"


class Whose(NamedTuple):
    """Stretches of the text that speak of somebody who is not asked about."""

    others: tuple[tuple[int, int], ...]
    sex: str | None
    """Of the relative asked about, as far as the word says it."""

    def speaks(self, place: int) -> bool:
        """Whether the words at `place` speak of the one asked about."""
        return not any(start <= place < end for start, end in self.others)


@cache
def _kin() -> tuple[re.Pattern[str], dict[str, str]]:
    lists: dict[str, list[str]] = table("words.yaml")["kin"]
    sexes = {word: who for who, list_ in lists.items() for word in list_ if who in {"男", "女"}}
    own, bare = _any(lists["own"]), _any([*lists["bare"], *_plain(sexes, lists["called"])])
    sexed = _any(list(sexes))
    mine = (
        r"(?:我们?|俺们?|咱们?|本人)(?:家|班上?|校|厂里?|单位|公司|带的|教的|手下|的|那个?|"
        r"有个|有一个|一个|个){0,4}"
    )
    relative = re.compile(
        rf"(?:(?P<mine>{mine})(?P<kin>{sexed}|{own})|(?<![带养生管的])(?P<bare>{bare})(?![女男节]))"
        rf"{_NO_SUBJECT}"
    )
    return relative, sexes


def _plain(sexes: Iterable[str], called: Iterable[str]) -> list[str]:
    """Those that mean a relative without 我 before them; 大哥 may be said to anybody."""
    return [word for word in sexes if len(word) > 1 and word not in set(called)]


def _any(words: list[str]) -> str:
    ordered = sorted(words, key=lambda word: (-len(word), word))
    return "(?:" + "|".join(map(re.escape, ordered)) + ")"


def whose(text: str) -> Whose:
    """Who is asked about, and which clauses speak of the other one."""
    led = bool(_ROLE.search(text))
    clauses = [(m.start(), m.end(), *_of(m[0], led=led)) for m in _CLAUSE.finditer(text)]
    kinds = {kind for *_, kind, _ in clauses if kind}
    sex = next((sex for *_, sex in clauses if sex), None)
    if not {"self", "other"} <= kinds or "both" in kinds:
        return Whose((), sex if "other" in kinds else None)
    asked = [kind for *_, kind, _ in clauses if kind][-1]
    others, current = [], None
    for start, end, kind, _ in clauses:
        current = kind or current
        if current not in {asked, None}:
            others.append((start, end))
    return Whose(tuple(others), sex if asked == "other" else None)


def _of(clause: str, *, led: bool) -> tuple[str | None, str | None]:
    """`self`, `other`, `both` or None, and the sex the word for a relative says."""
    relative, sexes = _kin()
    found = relative.search(clause)
    if found is None and led and not _ROLE.search(clause):
        found = _LED.search(clause)
    if found:
        named = found.groupdict()
        word = named.get("kin") or named.get("bare") or ""
        # “我和我徒弟” are two; “我是他爸爸” names the writer by the relative
        if re.search(r"(?:我|俺)(?:和|跟|与)", clause[: found.start() + 2]):
            return "both", None
        if re.search(r"(?:我|俺)是(?:他|她|孩子)的?", clause):
            return "self", None
        return "other", sexes.get(word)
    if _FOR.search(clause) or _OTHER.search(clause):
        return "other", None
    return ("self", None) if _SELF.search(clause) else (None, None)
