"""Where one lives, works and learns."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from knowledge import lazy_re
from knowledge.eligibility.drafting.builders.common import STUDENT, both, group, in_months, whole
from knowledge.eligibility.drafting.parts import WORKING, Made
from knowledge.eligibility.drafting.regions import meant

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from knowledge.eligibility.drafting.builders.common import Match
    from knowledge.eligibility.drafting.parts import Statement


def unit_is(match: Match, _: Statement) -> Iterator[Made]:
    """所在单位须为某协会会员单位: what the unit must be; only `other` tells."""
    yield Made("other_fact", {"called": f"所在单位为{match['what']}"})


def _located(
    statement: Statement, words: str, relations: Iterable[str], capacities: tuple[str, ...] = ()
) -> Iterator[Made]:
    where = meant(statement.notice, words)
    kinds = list(dict.fromkeys(relations))
    if where is None or not kinds:
        return
    kind, name = where
    if kind == "area":
        yield Made("area", {"area": name, "relations": kinds}, capacities)
    elif kinds == ["school_region"]:
        yield Made("school", {"region": name}, capacities)
    else:
        yield Made("place", {"region": name, "relations": kinds}, capacities)


_RELATIONS: Mapping[str, str] = {
    "工作": "work_place", "就业": "work_place", "从业": "work_place", "任职": "work_place",
    "创业": "work_place", "经商": "work_place", "经营": "work_place", "务农": "work_place",
    "务工": "work_place", "执业": "work_place", "学习": "study_place", "就读": "study_place",
    "求学": "study_place", "居住": "residence", "生活": "residence", "常住": "residence",
}  # fmt: skip


def _relations(words: str) -> list[str]:
    first = re.split("并|且", words)[0]
    return [key for word, key in _RELATIONS.items() if word in first]


def school(match: Match, statement: Statement) -> Iterator[Made]:
    """本市院校学生."""
    if (
        both(statement)
        and not statement.scope.groups
        and not re.search("身份|学生组", statement.text)
    ):
        yield from _located(statement, match["area"], ["residence", "work_place", "study_place"])
    else:
        yield from _located(statement, match["area"], ["school_region"], STUDENT)


def staff_here(match: Match, statement: Statement) -> Iterator[Made]:
    """省内从业人员; where the words name students too, whoever lives, works or studies there."""
    if statement.scope.groups and not both(statement):
        relations = ["study_place"] if re.search("学生", statement.text) else ["work_place"]
    elif re.search("居民|市民|公民|家庭(?!农场|医生|服务|照护|护理)", statement.text):
        relations = ["residence", "hukou", "work_place"]
    elif re.search(
        "职工|从业|员工|工作人员|在职|在岗|教师|技术人员|护士|医师|医生|医务|工人|司机|驾驶员|服务员|厨师|技师|社工|导游",
        statement.text,
    ) and not both(statement):
        relations = ["work_place"]
    else:
        relations = ["residence", "work_place", "study_place"]
    yield from _located(statement, match["area"], relations)


def hukou(match: Match, statement: Statement) -> Iterator[Made]:
    """具有本省户籍."""
    yield from _located(statement, group(match, "area", "area2", "area3"), ["hukou"])


def hukou_or(match: Match, statement: Statement) -> Iterator[Made]:
    """具有本省户籍或在本省学习、工作."""
    first = "residence" if "居住证" in match[0] else "hukou"
    yield from _located(statement, match["area"], [first, *_relations(group(match, "rel", "rel2"))])


def in_area(match: Match, statement: Statement) -> Iterator[Made]:
    """在本市工作、学习或居住."""
    relations = _relations(match["rel"])
    yield from _located(statement, match["area"], relations)


def in_area_for(match: Match, statement: Statement) -> Iterator[Made]:
    """在我市单位工作满N年: in the area, and at work for so long, by whichever key tells."""
    also = ["months_at_unit", "years_experience"]
    so_long = Made(
        "months", {"key": "employed_months", "months": whole(in_months(match)), "also": also}
    )
    both_ = [*_located(statement, match["area"], ["work_place"]), so_long]
    if statement.text[: match.start()].endswith(("或", "或者")):  # one of several ways
        items = [{"check": one.check, "params": dict(one.params)} for one in both_]
        yield Made("all_of", {"all": items})
    else:
        yield from both_


def living_for(match: Match, statement: Statement) -> Iterator[Made]:
    """在本县连续居住满N年: in the area, and for so long, which only `other` tells."""
    so_long = {"check": "other_fact", "params": {"called": match["what"]}}
    place = next(_located(statement, match["area"], ["residence"]), None)
    if place:
        items = [{"check": place.check, "params": dict(place.params)}, so_long]
        yield Made("all_of", {"all": items})


def in_area_or_other(match: Match, statement: Statement) -> Iterator[Made]:
    """在本市工作、居住或注册有经营主体."""
    other = match[0].rpartition("或")[2].removeprefix("者")
    place = next(_located(statement, match["area"], _relations(match["rel"])), None)
    if place:
        own = {"check": "other_fact", "params": {"called": other}}
        yield Made("any_of", {"any": [{"check": place.check, "params": dict(place.params)}, own]})


_HOUSE = lazy_re.compile(r"^(?:中共)?(.{2,}?(?:大学|学院|学校|公司|集团|厂|医院))")


def hukou_or_permit(match: Match, statement: Statement) -> Iterator[Made]:
    """本市户籍或持有居住证: either is enough."""
    place = next(_located(statement, match["area"], ["hukou"]), None)
    if place:
        home = {"check": place.check, "params": dict(place.params)}
        held = {"check": "other_fact", "params": {"called": f"持有{match['permit']}"}}
        yield Made("any_of", {"any": [home, held]})


def hukou_or_insured(match: Match, statement: Statement) -> Iterator[Made]:
    """具有本省户籍或在本省缴纳社会保险满1年: either is enough."""
    place = next(_located(statement, match["area"], ["hukou"]), None)
    months = {"key": "social_insurance_months", "months": whole(in_months(match))}
    if place:
        home = {"check": place.check, "params": dict(place.params)}
        yield Made("any_of", {"any": [home, {"check": "months", "params": months}]})


_PLACED = {
    "户": "hukou", "工": "work_place", "居": "residence", "常": "residence", "生": "residence",
    "学": "study_place", "就": "study_place",
}  # fmt: skip


def any_place(match: Match, statement: Statement) -> Iterator[Made]:
    """工作单位或户籍所在地在本市: any of the places named."""
    parts = re.split("、|或者?|和|以?及", match["places"])
    yield from _located(statement, match["area"], [_PLACED[part[0]] for part in parts if part])


def own_house(_: Match, statement: Statement) -> Iterator[Made]:
    """本校学生, 本公司职工, where a school or a company itself invites."""
    for issuer in statement.notice.issuers:
        if house := _HOUSE.match(issuer):
            params = {"area": house[1], "relations": ["study_place", "work_place"], "own": True}
            yield Made("area", params)
            return


def other_place(match: Match, statement: Statement) -> Iterator[Made]:
    """执业注册地点在本省: a place that only `other` tells."""
    if where := meant(statement.notice, match["area"]):
        yield Made("other_place", {"called": match["what"], "area": where[1]})


def working_in(match: Match, statement: Statement) -> Iterator[Made]:
    """在本市养老机构从事…."""
    yield from _located(statement, match["area"], ["work_place"])


def contract(match: Match, statement: Statement) -> Iterator[Made]:
    """与本市企业签订劳动合同."""
    if match["area"]:
        yield from _located(statement, match["area"], ["work_place"])
    called = re.sub("^[须应需]+", "", match[0])
    kind = match["whom"] and not _ANY_UNIT.fullmatch(match["whom"])
    kind = kind or re.search(r"[\d一二两三四五]年|固定期限|长期", match[0])
    params = {"called": called} if kind else {"called": called, "key": "employed"}
    yield Made("other_fact", params, WORKING)


_ANY_UNIT = lazy_re.compile(
    "(?:所在|用人|本|现|其|相关|有关|参赛|聘用|各类|派出|工作|所属|企?事业|法人|和|、|或)*(?:单位|企业|公司|机构|学校|院校|医院|集团)"
)
"""An employer by no kind: a contract with it is what employment means."""
