"""Of whom a clause speaks: of the one who writes, or of a child, a parent, an apprentice.

“我是班主任，学生17岁能报吗” asks about the pupil, “我爸是退休工人，我17岁能报吗” about the writer.
The last of the two who is named is the one asked about.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from knowledge import lazy_re
from knowledge.eligibility.speech.kin import group, kin

_CLAUSE = lazy_re.compile(r"(?:[^,。;!?了]|了(?!我(?!们)))+了?")
_EACH = lazy_re.compile(
    r"(?:员工|职工|学生|选手|同事)[甲乙丙A-Ca-c一二][^。;!?]{0,12}?(?:员工|职工|学生|选手|同事)[甲乙丙A-Ca-c一二三][^。;!?]{0,10}|"
    r"(?:一个|一位|一名|其中一|大的|老大|老[\u4e00-\u9fff])[^,。;!?\d]{0,6}\d\d[^\d。;!?]{0,8}?"
    r"(?:一个|一位|一名|另一|小的|老二|老[\u4e00-\u9fff])[^,。;!?\d]{0,6}\d\d"
)
"""Several people with a number each: 一个28，一个35."""
_SELF = lazy_re.compile(
    r"(?<![跟和同与陪帮随替])我(?!们?(?:家|班|校|厂|单位|公司|学校|的?学生|徒弟))|本人|俺|咱|自己"
)
_FOR = lazy_re.compile(
    r"(?:替|给|帮|为|让|代)(?:我|俺)?(?:他|她|孩子|娃|儿子|女儿|徒弟|学生|家人|老公|老婆)"
)
_OTHER = lazy_re.compile(r"(?<![其])他(?!们|省|市|地|的|人|项|赛)|(?<!其)她(?!们)")
_ROLE = lazy_re.compile(
    r"我们?(?:就?是|作为|当)(?:个|名|一名|一个|他|她)?[^,。;!?]{0,8}?"
    r"(?:老师|教师|班主任|辅导员|教练|师傅|师父|家长|HR|hr|人事|领导|负责人|经办人|"
    r"班组长|爸爸?|妈妈?|父亲|母亲)"
)
_OURS = lazy_re.compile(
    r"(?:我|俺|咱)们?(?:这里?|这儿|这边|手底?下|班组?|车间|店里?|厂里?|公司|单位|院里?|学校)*有一?[个位名]"
    r"(?:[老女男新]|年轻|岁数大)*的?"
    r"(?:员工|职工|工人|同事|师傅|师父|大姐|大哥|大叔|阿姨|姑娘|小伙|学生|徒弟|学徒|队员|选手|老师|教师|护士|护理员|人(?!赛|项))"
)
"""Somebody the writer speaks for: 我这有个员工."""
_PUPILS = r"(?:学生|徒弟|学员|孩子|员工|职工|选手|队员)"
_LED = lazy_re.compile(r"(?<![带养管])" + _PUPILS + r"(?!组|证|会|赛|们?组)")
_PARTNERS = ("搭档", "队友")
"""They are named beside the one asked about."""
_TOGETHER = lazy_re.compile(
    r"(?:我们|咱们?|[他她]们)(?:[俩两三]|都|一起|一块|组|能|可以|想|要)|[我他她]俩|(?:都|一起|一块)"
    r"(?:想|能|可以|要|去|来)?(?:报|参加|参赛|组队)|哪个[^,。]{0,3}(?:能|可以|行)|谁(?:能|可以)|夫妻|两口子"
)
"""Words by which two who are named are asked about at once."""
_IF = lazy_re.compile(
    r"(?:^|(?<=[,。;!?])|(?<=[,。;!?][我他她那])|(?<=请问)|(?<=一下))"
    r"(?:如果|假如|假设|假使|要是|倘若|万一|若是|比如说?|比方说?|例如)"
)
_ASKS = lazy_re.compile(r"[吗?嘛]|能|可以|可不|行不|算|怎么|会不会|咋")


class Whose(NamedTuple):
    """Stretches of the text that speak of somebody who is not asked about."""

    others: tuple[tuple[int, int], ...]
    sex: str | None
    """Of the relative asked about, as far as the word says it."""

    def speaks(self, place: int) -> bool:
        """Whether the words at `place` speak of the one asked about."""
        return not any(start <= place < end for start, end in self.others)


def whose(text: str) -> Whose:
    """Who is asked about, and which clauses speak of the other one."""
    led = bool(_ROLE.search(text))
    clauses = _told([_Clause(*m.span(), *_of(m[0], led=led)) for m in _CLAUSE.finditer(text)])
    named = list(dict.fromkeys(one.who for one in clauses if one.who))
    supposed = tuple(_supposed(text))
    if "all" in named or (len(named) > 1 and _TOGETHER.search(text)):
        return Whose(((0, len(text)),), None)
    sexes = {one.who: one.sex for one in clauses if one.sex}
    if len(named) < 2 or "both" in named:  # noqa: PLR2004 one speaks of oneself or of one other
        return Whose(supposed, next(iter(sexes.values()), None) if named != ["both"] else None)
    asked = [one.who for one in clauses if one.who and one.who not in _PARTNERS][-1:] or named[-1:]
    others, current = list(supposed), None
    for one in clauses:
        current = one.who or current
        if current not in {asked[0], None}:
            others.append((one.start, one.end))
    return Whose(tuple(others), sexes.get(asked[0]))


class _Clause(NamedTuple):
    start: int
    end: int
    who: str | None
    """`self`, `both`, `all` (two with a number each), `other` or the word for a relative."""
    sex: str | None


def _told(clauses: list[_Clause]) -> list[_Clause]:
    """Words that may mean the same person get one name: 我儿子 … 孩子 … 他."""
    told: list[_Clause] = []
    last = ""
    for one in clauses:
        who = one.who
        if who and who not in {"self", "both", "all", *_PARTNERS}:
            named = group(who)
            if not last or (named != "other" and last == "other"):
                told = [c._replace(who=named) if c.who == "other" else c for c in told]
                last = named
            last = named if named != "other" else last
            who = last
        told.append(one if who == one.who else one._replace(who=who))
    return told


def _supposed(text: str) -> Iterable[tuple[int, int]]:
    """From 如果 to the question it leads to; several people with a number each."""
    for match in _IF.finditer(text):
        asks = _ASKS.search(text, match.end())
        yield match.start(), asks.start() if asks else len(text)
    yield from (match.span() for match in _EACH.finditer(text))


def _of(clause: str, *, led: bool) -> tuple[str | None, str | None]:
    """Of whom a clause speaks, and the sex the word for a relative says."""
    relative, sexes = kin()
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
        if re.search(r"\d.{0,4}(?:我|俺|本人)(?!的)[^\d]{0,4}\d", clause[found.end() :]):
            return "all", None
        first = (
            clause[max(0, found.start("kin" if named.get("kin") else "bare") - 1)] if word else ""
        )
        elder = first if first in "大小二" else ""
        return elder + word or "other", sexes.get(word)
    if _FOR.search(clause) or _OTHER.search(clause) or _OURS.search(clause):
        return "other", None
    return ("self", None) if _SELF.search(clause) else (None, None)
