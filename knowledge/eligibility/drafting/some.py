"""Sentences about some people only: 院校教师可以参加职工组，但须持有…."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from knowledge import lazy_re
from knowledge.catalogue.mentions import Entrants, mentions
from knowledge.eligibility.drafting.parts import Condition, Made
from knowledge.eligibility.members import kinds

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from knowledge.model import Notice

_SOME = lazy_re.compile(
    r"^(?:\(?[一二三四五六七八九十\d]{1,3}[)、.])?(?:其中,?|对于?)?"
    r"(?P<who>(?:[^,。;:、]{2,16}?|[^,。;:]{2,40}?的[^,。;:、]{0,6}?|(?:[^,。;:、的须应需]{2,8}、){1,3}[^,。;:、]{2,8}?)(?:人员|教师|教职工|学生|职工|员工|工人|农民|居民|用工|退役军人|者))"
    r",?(?:也|亦|均|仅|只)?可(?:以)?(?P<into>(?:以[^,。;]{1,10}身份)?(?:报名|参加|参赛|报)[^,。;]{0,20})?(?=[,;。])"
)
"""A sentence that lets some people in, and goes on with what they must have."""
_SPECIAL = (
    r"(?:省外|外省|市外|外地|外来|域外|劳务派遣|派遣|外包|返聘|退休|实习|外籍|港澳台|兼职|外聘|聘用|编外|临时|退役|残疾|新入职|新进"
    r"|农民工|务工|个体|灵活就业|自由职业|留学|研究生|五年制|成人|函授|应届|毕业|借调|挂职|派驻|驻[一-龥]{1,3}|中央|部属|民办|院校教师|高校教师|军队)"
)
_IF = lazy_re.compile(
    rf"^(?:\(?[一二三四五六七八九十\d]{{1,3}}[)、.])?(?:其中,?|对于?|凡)?(?P<who>[^,。;:]{{0,10}}?{_SPECIAL}[^,。;:须应需在持具取]{{0,10}}?(?:人员|教师|学生|职工|员工|工|者|军人|用工|居民|同胞|人士))"
    r"(?P<into>)(?=[^。;]{2,40}(?:的|者),?(?:(?:凭|持)[^,。;]{2,16}?)?(?:也|亦|均|方|才)?可(?:以)?(?:报名|参加|参赛|报))"
)
"""Some people who are let in where they have something: 劳务派遣人员在…工作满N年的，可以参加."""
_MUST = lazy_re.compile(
    r"^(?:\(?[一二三四五六七八九十\d]{1,3}[)、.])?(?:其中,?|对于?|凡)?"
    r"(?P<who>[^,。;:须应需]{0,8}?(?:企业兼职|兼职|外聘|劳务派遣|派遣|外包|返聘|退役|省外|外省|市外|外地|外籍|港澳台|借调|挂职|新入职|个体|自由职业|应届|毕业生|学徒|返乡)[^,。;:须应需在持具取]{0,8}?(?:人员|教师|学生|职工|员工|工|者|军人|用工|选手|毕业生))"
    r"(?P<into>)(?=[^,。;:不]{0,10}[须应需])"
)
"""Some people of whom something is asked: 企业兼职教师累计授课须满40学时."""
_DEMAND = lazy_re.compile(
    r"[,;](?:但|并|且|其|同时|报名时)*(?:须|应|需|必须|要|不受|不适用|具有|持有|具备)"
)
_ALL = frozenset(
    {"参赛人员", "报名人员", "人员", "选手", "职工", "员工", "学生", "教师", "在职职工", "在职人员"}
)


_PARTLY = lazy_re.compile(
    r"兼职|外聘|返聘|编外|临时|派遣|外包|实习|借调|挂职|退役|残疾|新入职|留学"
)
"""Some of a kind of people only: what is asked of them is not asked of all teachers."""


def of_some(found: Sequence[Condition]) -> Iterator[Condition]:
    """Conditions behind 某类人员可以报名，但须… are asked of these people only."""
    for one in found:
        if (inner := _INNER.search(one.statement.text[: one.start])) and _asked(one):
            yield replace(one, made=_when(one.made, inner["who"]))
            continue
        if (behind := _behind(one)) is not None:
            yield _narrowed(one, behind)
            continue
        match = subject(one.statement.text)
        begins = match is not None and (
            one.start >= match.end() or one.made.check == "not_understood"
        )
        if match is None or not begins or one.made.check in {"note", "groups"}:
            yield one
            continue
        yield _narrowed(one, match)


_INNER = lazy_re.compile(
    rf",(?:但|其中|而|且|对于?)*(?P<who>[^,。;须应需]{{0,4}}{_SPECIAL}[^,。;须应需]{{0,4}}?(?:人员|教师|学生|职工|员工|工|者|军人|用工|选手))"
    r"(?:还|也|均|则|另)*(?:须|应当?|需|必须|要)?$"
)
"""Some people in the middle of a sentence about all: 职工（含派遣工），但派遣工须满2年."""


def _behind(one: Condition) -> re.Match[str] | None:
    """外聘教师须承担…: some people who are the subject of words that were not understood."""
    if one.made.check != "not_understood" or one.start == 0:
        return None
    said = str(one.made.params.get("said", ""))
    match = _MUST.match(said)
    return match if match and len(match[0]) < len(said) else None


def _asked(one: Condition) -> bool:
    return one.made.check not in {
        "note",
        "groups",
        "when",
        "when_told",
    } and not one.made.check.startswith("barred")


def subject(text: str) -> re.Match[str] | None:
    """The people a sentence lets in and then asks something of; None for any other sentence."""
    if (match := _IF.match(text) or _MUST.match(text)) is not None:
        return match
    match = _SOME.match(text)
    if match is None or match["who"] in _ALL or not _DEMAND.match(text, match.end()):
        return None
    if "、" in match["who"] and "的" not in match["who"] and len(kinds(match["who"]) or ()) != 1:
        return None  # 职业院校、技工院校教师 are one kind of people, 职工、教师 are two
    return match


def _narrowed(one: Condition, match: re.Match[str]) -> Condition:
    notice: Notice = one.statement.notice
    named = mentions(match["into"] or "", Entrants(notice.tracks, notice.groups))
    groups = tuple(name for mention in named.groups for name in mention.names)
    tracks = tuple(name for mention in named.tracks for name in mention.names)
    who = kinds(match["who"])
    if who and "worker" not in who and not _PARTLY.search(match["who"]):
        made = one.made._replace(capacities=tuple(who))
    else:
        made = _when(one.made, match["who"])
    return replace(one, made=made, groups=groups or one.groups, tracks=tracks or one.tracks)


def doubted_made(made: Made) -> Made:
    """Asked of people by where they are registered, which their identity does not tell."""
    then = {"check": made.check, "params": dict(made.params)}
    return (
        made
        if made.check == "not_understood"
        else made._replace(check="unless_excepted", params={"then": then})
    )


def _when(made: Made, who: str) -> Made:
    if "户籍" in who or "户口" in who:
        return doubted_made(made)
    word = re.sub("(?:人员|职工|工人|员工|用工|者)$", "", who) or who
    then = {"check": made.check, "params": dict(made.params)}
    named = list(dict.fromkeys((word, word.rpartition("的")[2])))
    params = {"key": "identity", "words": named, "called": who, "then": then}
    return Made("when", params, made.capacities)
