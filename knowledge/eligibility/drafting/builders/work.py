"""Certificates, years of work, titles, degrees, employment."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from knowledge import lazy_re
from knowledge.eligibility.drafting.builders.common import (
    OLDEST,
    STUDENT,
    WORKER,
    both,
    group,
    in_months,
    whole,
)
from knowledge.eligibility.drafting.numbers import count, day, level
from knowledge.eligibility.drafting.parts import WORKING, Made
from knowledge.numerals import NUMERAL

if TYPE_CHECKING:
    from collections.abc import Iterator

    from knowledge.eligibility.drafting.builders.common import Match
    from knowledge.eligibility.drafting.parts import Statement


def insurance(match: Match, _: Statement) -> Iterator[Made]:
    """缴纳社会保险N个月以上; students are at school instead."""
    months = whole(in_months(match))
    yield Made("months", {"key": "social_insurance_months", "months": months}, WORKING)


def insured(_: Match, __: Statement) -> Iterator[Made]:
    """缴纳社会保险, for however long."""
    yield Made("months", {"key": "social_insurance_months", "months": 1}, WORKING)


def at_unit(match: Match, statement: Statement) -> Iterator[Made]:
    """在本单位工作满N年, 入职满N个月."""
    number = count(group(match, "n", "n2"))
    number *= 12 if group(match, "u", "u2") in {"年", "周年"} else 1
    also: dict[str, Any] = {"also": ["years_experience"]} if match.groupdict().get("doing") else {}
    # nobody has held a post for longer than he has done its work
    also = also or ({"at_most": "years_experience"} if _POST.search(match[0]) else {})
    counted = _COUNTED_ON.match(statement.text[match.end() :])
    on = day(counted["day"]) if counted else None
    also |= {"on": on} if on else {}
    yield Made("months", {"key": "months_at_unit", "months": whole(number), **also})


_COUNTED_ON = lazy_re.compile(
    r"[(,]?(?:以|截至|截止到?|计算到|计算至|算至)(?P<day>\d{4}年\d{1,2}月\d{1,2}日)(?:为准|为限|止|计算|[)])"
)
_POST = lazy_re.compile(r"(?:现|本|该|同一|目前|所在)(?:的)?(?:工作)?岗位?")


def in_system(match: Match, _: Statement) -> Iterator[Made]:
    """在集团系统内工作满N年: at work there for so long, at whichever of its units."""
    months = whole(in_months(match))
    yield Made("months", {"key": "employed_months", "months": months, "also": ["months_at_unit"]})


def permitted_after(match: Match, _: Statement) -> Iterator[Made]:
    """劳务派遣人员在现单位工作满N年的，可以参加: asked of people called so only."""
    number = count(match["n"]) * (12 if match["u"] in {"年", "周年"} else 1)
    who = re.sub("^(?:其中|凡|对|非)+", "", match["who"])
    word = re.sub("(?:人员|职工|工人|员工|用工)$", "", who) or who
    then = {"check": "months", "params": {"key": "months_at_unit", "months": whole(number)}}
    params = {"key": "identity", "words": [word, word[-2:]], "called": who, "then": then}
    yield Made("when", params)


def after_certificate(match: Match, _: Statement) -> Iterator[Made]:
    """取得…证书后从事…满N年."""
    params: dict[str, float] = {"years": count(match["n"])}
    if match["l"]:
        params["level"] = level(match["l"])
    yield Made("years_after_certificate", params, WORKING)


def certificate_or_years(match: Match, _: Statement) -> Iterator[Made]:
    """具有四级及以上证书，没有的从业N年以上."""
    yield Made(
        "certificate_or_years",
        {"level": level(match["l"]), "years": whole(count(match["n"]))},
        WORKING,
    )


def certificate_any_or_years(match: Match, _: Statement) -> Iterator[Made]:
    """持有…证书，或者从事…满N年; any level."""
    yield Made("certificate_or_years", {"level": 5, "years": whole(count(match["n"]))}, WORKING)


def certificate(match: Match, _: Statement) -> Iterator[Made]:
    """具有高级工及以上职业资格."""
    named = group(match, "l", "l2") if "l2" in match.re.groupindex else match["l"]
    yield Made("certificate", {"level": level(named)}, WORKING)


def certificate_or_paper(match: Match, _: Statement) -> Iterator[Made]:
    """具有五级及以上证书，尚未取得的须由主管部门出具从业证明."""
    held = {"check": "certificate", "params": {"level": level(match["l"])}}
    paper = {"check": "other_fact", "params": {"called": f"有{match['paper']}"}}
    yield Made("any_of", {"any": [held, paper]}, WORKING)


def certificate_any(_: Match, __: Statement) -> Iterator[Made]:
    """持有职业技能等级证书."""
    yield Made("certificate", {"level": 5}, WORKING)


_OTHER_WORK = lazy_re.compile(r"班主任|企业实践|志愿|驾龄|党务|海外|带徒|挂职|服役|辅导员|支教")
"""Work of another kind than the contest's: years in the trade do not tell of it."""


def experience(match: Match, statement: Statement) -> Iterator[Made]:
    """从事…满N年."""
    years = whole(count(group(match, "n", "n2", "n3", "n4", "n5")))
    special = _OTHER_WORK.search(match[0])
    trade = "".join((statement.notice.title, *(t.name for t in statement.notice.tracks)))
    if special and special[0] not in trade:
        called = re.sub("^[须应需]+", "", match[0])
        yield Made("other_fact", {"called": called}, WORKING)
    elif 0 < years < OLDEST:
        yield Made("experience", {"years": years}, WORKING)


def experience_range(match: Match, _: Statement) -> Iterator[Made]:
    """工作满1年未满3年."""
    yield Made("experience", {"years": whole(count(match["a"]))}, WORKING)
    yield Made("experience_at_most", {"years": whole(count(match["b"])), "below": True}, WORKING)


def experience_most(match: Match, _: Statement) -> Iterator[Made]:
    """教龄不满5年, 教龄在5年以内: for those new to the work."""
    years = whole(count(match["n"]))
    below = bool(re.search("不满|未满|不足|少于", match[0]))
    if 0 < years < OLDEST:
        params = {"years": years, **({"below": True} if below else {})}
        yield Made("experience_at_most", params, WORKING)


def told_fact(match: Match, _: Statement) -> Iterator[Made]:
    """2021年以后参加工作: no key tells it."""
    yield Made("other_fact", {"called": match[0]})


def experience_months(match: Match, _: Statement) -> Iterator[Made]:
    """从事…满N个月."""
    yield Made(
        "experience", {"years": whole(round(count(group(match, "n", "n2")) / 12, 3))}, WORKING
    )


def title(match: Match, _: Statement) -> Iterator[Made]:
    """具有中级及以上职称."""
    yield Made("title", {"level": match["t"].replace("助理级", "初级")}, WORKING)


def education(match: Match, _: Statement) -> Iterator[Made]:
    """大专及以上学历."""
    yield Made("education", {"level": match["e"].replace("大学本科", "本科")})


def established(match: Match, _: Statement) -> Iterator[Made]:
    """在编; 在编或签订聘用合同."""
    other = match["or"]
    if not other:
        yield Made("facts", {"all": ["establishment"]}, WORKING)
        return
    own = {"check": "facts", "params": {"all": ["establishment"]}}
    yield Made("any_of", {"any": [own, _hired(other)]}, WORKING)


def _hired(said: str) -> dict[str, Any]:
    """签订聘用合同, 且在本校任教满N年."""
    contract_, _, rest = said.partition("且")
    hired = {"check": "other_fact", "params": {"called": contract_.rstrip(",")}}
    if not (match := _STAYED.search(rest)):
        return {"check": "other_fact", "params": {"called": said}}
    number = count(match["n"]) * (12 if match["u"] in {"年", "周年"} else 1)
    stayed = {"key": "months_at_unit", "months": whole(number)}
    return {"check": "all_of", "params": {"all": [hired, {"check": "months", "params": stayed}]}}


_STAYED = lazy_re.compile(
    rf"(?:本|现|该|所在|同一)(?:单位|校|院|企业|公司|机构|岗位)[^,。;]{{0,10}}?(?:满|达到?)(?P<n>{NUMERAL})(?P<u>个月|年)"
)


_IRREGULAR = ["派遣", "外包", "实习", "临时", "编外", "返聘"]


def formal(match: Match, statement: Statement) -> Iterator[Made]:
    """正式员工: nobody sent by another firm, no trainee."""
    rest = statement.text[match.end() :]
    denies = [
        one
        for one in _IRREGULAR
        if not re.search(rf"(?<!不)(?:含|包括|及|和|与|、)[^)。;,]*{one}", rest)
    ]
    params = {"called": f"为{match[0]}", "key": "employed", "denies": denies}
    yield Made("other_fact", params, WORKING)


def employed(match: Match, statement: Statement) -> Iterator[Made]:
    """在职在岗; 含…在职教师 asks it of teachers only."""
    teachers = re.match("(?:的)?(?:专任)?教师", statement.text[match.end() :])
    free = _ALSO_FREE.search(statement.text)
    who = ("worker", "teacher") if free else WORKING
    yield Made("facts", {"all": ["employed"]}, ("teacher",) if teachers else who)


_ALSO_FREE = lazy_re.compile(
    r"(?:、|和|与|及|或者?|以及|,)(?:[^,。;、须应需]{0,8})(?:灵活就业|自由职业|个体(?:经营|工商|劳动|从业)|新就业形态|新业态|农民工?|城乡劳动者|待业|失业)"
    r"|(?:灵活就业|自由职业|个体经营|新就业形态|新业态)[^,。;]{0,10}(?:、|和|与|及|或者?|以及)"
)
"""People without an employer named beside the employed."""


def employer(match: Match, _: Statement) -> Iterator[Made]:
    """须为农业企业、农技推广机构在职人员: working in such a unit; a general name says nothing."""
    what = match["what"]
    if not re.search(r"企事业|各类|相关|有关|本市|用人|^(?:企业|单位|事业单位)", what):
        called = [f"为{what}人员"]
        yield Made(
            "any_fact", {"any": ["work_related"], "ask": "work_related", "called": called}, WORKING
        )


def work_or_study(_: Match, __: Statement) -> Iterator[Made]:
    """从事、学习本职业（工种）."""
    yield Made("any_fact", {"any": ["work_related"], "ask": "work_related"}, WORKING)
    both = {"any": ["major_related", "work_related"], "ask": "major_related"}
    yield Made("any_fact", {**both, "called": ["学习本职业（工种）或相关职业（工种）"]}, STUDENT)


def duty(match: Match, _: Statement) -> Iterator[Made]:
    """担任所报学科教学工作: what one does at work."""
    called = re.sub("^[须应需现目前]+", "", match[0])
    yield Made("other_fact", {"called": called, "key": "work_related"}, WORKING)


def work_related(_: Match, statement: Statement) -> Iterator[Made]:
    """从事相关工作; whether students named beside workers are meant too is left open."""
    who = WORKER if re.search("含[^。]{0,8}教师", statement.text) else WORKING
    yield Made("any_fact", {"any": ["work_related"], "ask": "work_related"}, who)
    if both(statement) and not statement.notice.groups:
        said = "“从事相关工作”是否也限定学生，通知没有写明"
        yield Made("open_fact", {"said": said, "any": ["work_related", "major_related"]}, STUDENT)


def holds(match: Match, _: Statement) -> Iterator[Made]:
    """须持有某种证件, 或某种证明."""
    aside = f"（{match['aside']}）" if match["aside"] else ""
    own = {"check": "other_fact", "params": {"called": f"持有{match['what']}{aside}"}}
    other = match["or"]
    if not other:
        yield Made("other_fact", own["params"])  # type: ignore[arg-type] # a mapping, written above
        return
    yield Made("any_of", {"any": [own, {"check": "other_fact", "params": {"called": other}}]})
