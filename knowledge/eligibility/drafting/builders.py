"""Matches → checks with parameters: what each way of wording a condition demands."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import timedelta
from typing import TYPE_CHECKING

from knowledge.eligibility.drafting.numbers import count, day, level
from knowledge.eligibility.drafting.parts import WORKING, Made, Statement
from knowledge.eligibility.drafting.regions import meant

if TYPE_CHECKING:
    from datetime import date

_Match = re.Match[str]
Builder = Callable[[_Match, Statement], Iterable[Made]]
_OLDEST = 100
_STUDENT, _WORKER = ("student",), ("worker", "flexible")
_MOST_ENTRIES = 1000


def _group(match: _Match, *names: str) -> str:
    """The first of these groups that took part and is not empty."""
    found = match.groupdict()
    return next((found[name] for name in names if found.get(name)), "")


def nothing(_: _Match, __: Statement) -> Iterator[Made]:
    """Words that demand nothing."""
    return iter(())


def note(match: _Match, _: Statement) -> Iterator[Made]:
    """Worth saying, nothing to judge."""
    yield Made("note", {"text": f"{match[0].strip(',、')}。"})


def unclear(match: _Match, _: Statement) -> Iterator[Made]:
    """A condition on some only, which no check can tell apart."""
    yield Made("not_understood", {"said": match[0].strip(",、")})


# ages


def _years(words: str) -> int | None:
    years = int(count(words))
    return years if 0 < years < _OLDEST else None


def age_min(match: _Match, _: Statement) -> Iterator[Made]:
    """年满N周岁, N周岁以上; （不含） asks for a year more."""
    years = _years(_group(match, "n", "n2"))
    if years:
        yield Made("age_at_least", {"years": years + bool(_group(match, "x", "x2"))})


def age_max(match: _Match, _: Statement) -> Iterator[Made]:
    """不超过N周岁, N周岁以下: the whole N-th year is in, unless （不含）."""
    years = _years(match["n"])
    if years:
        yield Made("age_at_most", {"years": years - bool(_group(match, "x", "x2"))})


def age_below(match: _Match, _: Statement) -> Iterator[Made]:
    """不满N周岁."""
    if years := _years(match["n"]):
        yield Made("age_at_most", {"years": years - 1})


def age_over(match: _Match, _: Statement) -> Iterator[Made]:
    """超过N周岁, as a condition: 以外 and 超过 do not include the number."""
    if years := _years(match["n"]):
        yield Made("age_at_least", {"years": years + 1})


def age_range(match: _Match, _: Statement) -> Iterator[Made]:
    """N至M周岁, both included."""
    low, high = int(match["a"]), int(match["b"])
    if 0 < low < high < _OLDEST:
        yield Made("age_at_least", {"years": low})
        yield Made("age_at_most", {"years": high - bool(_group(match, "bx"))})


def retirement(_: _Match, __: Statement) -> Iterator[Made]:
    """法定退休年龄以内."""
    yield Made("within_retirement")


def by_sex(match: _Match, _: Statement) -> Iterator[Made]:
    """男不超过60周岁、女不超过55周岁."""
    below = 1 if re.search("不满|未满", match[0]) else 0
    for sex, name in (("男", "m"), ("女", "f")):
        then = {"check": "age_at_most", "params": {"years": int(match[name]) - below}}
        yield Made("when", {"key": "sex", "words": [sex], "called": f"{sex}选手", "then": then})


def sex_age(match: _Match, _: Statement) -> Iterator[Made]:
    """女选手不超过50周岁: an age for one sex."""
    word, after = match["below"], match["after"]
    if word or after:
        years = int(match["n"]) - (word in {"不满", "未满"})
        then = {"check": "age_at_most", "params": {"years": years}}
        sex = match["sex"]
        params = {"key": "sex", "words": [sex], "called": f"{sex}选手", "then": then}
        yield Made("when", params)


def education_age(match: _Match, _: Statement) -> Iterator[Made]:
    """高职学生不超过25周岁: an age for those of one kind of school."""
    years, word, after = _years(match["n"]), match["ageword"] or "", match["after"] or ""
    if years is None or not (word or after):
        return
    least = word == "年满" or after == "以上"
    limit = years if least else years - (word in {"未满", "不满"})
    then = {"check": "age_at_least" if least else "age_at_most", "params": {"years": limit}}
    who = match["who"]
    kinds = {"高职高专": ["高职", "高专", "大专", "专科"], "高职": ["高职", "大专", "专科"]}
    kinds |= {"中职": ["中职", "中专", "职高", "技校"], "技工": ["技工", "技校", "技师"]}
    called = f"{who}学生"
    yield Made(
        "when", {"key": "education", "words": kinds.get(who, [who]), "called": called, "then": then}
    )


def born(match: _Match, _: Statement) -> Iterator[Made]:
    """A window of birth dates; the named days are in it unless （不含）."""
    params: dict[str, date] = {}
    if first := day(_group(match, "a", "a2") or "-"):
        params["first"] = first + timedelta(days=_without(match, "ax", "ax2"))
    if last := _last(match):
        params["last"] = last - timedelta(days=_without(match, "bx", "bx2"))
    if params and not (first and last and first > last):
        yield Made("born_between", params)


def _without(match: _Match, *names: str) -> int:
    return int("不含" in _group(match, *names))


def _last(match: _Match) -> date | None:
    """The last day: of a bare month before which one is born it is the end of the month before."""
    words = _group(match, "b", "b2")
    if not words:
        return None
    before = (
        re.search(rf"{re.escape(words)}(?:之前|前)", match[0])
        and "日" not in words
        and "年" in words
    )
    first = day(words)
    return first - timedelta(days=1) if before and first else day(words, last=True)


def reference(match: _Match, _: Statement) -> Iterator[Made]:
    """A day by which ages are reckoned; kept apart, it is no rule of its own."""
    if on := day(_group(match, "on", "on2")):
        yield Made("reference", {"day": on})


def reference_local(match: _Match, _: Statement) -> Iterator[Made]:
    """2026年1月1日时年满12周岁: the day of the ages of this statement."""
    if on := day(match["on"]):
        yield Made("reference_here", {"day": on})


def reference_deadline(_: _Match, __: Statement) -> Iterator[Made]:
    """年龄以报名截止日计算."""
    yield Made("reference_deadline")


# one entry, advisers, teams, quotas


def one_track(_: _Match, __: Statement) -> Iterator[Made]:
    """每名选手限报1个赛项."""
    yield Made("one_track")


def tracks_at_most(match: _Match, _: Statement) -> Iterator[Made]:
    """一人最多参加2支队伍."""
    limit = int(count(match["n"]))
    if limit == 1:
        yield Made("one_track")
    elif limit:
        yield Made("tracks_at_most", {"limit": limit})


def single_identity(_: _Match, __: Statement) -> Iterator[Made]:
    """不得以多重身份参赛."""
    yield Made("single_identity")


def adviser(match: _Match, _: Statement) -> Iterator[Made]:
    """指导教师不得以选手身份参赛."""
    same = re.search("同一(?:赛项|项目|赛道)|同一赛事中同一", match[0])
    yield Made("not_adviser", {"scope": "same_track" if same else "plan"})


def adviser_same(match: _Match, _: Statement) -> Iterator[Made]:
    """选手不得担任同一项目学生选手的指导教师."""
    same = re.search("同一(?:赛项|项目|赛道)|同项目|同赛项|本赛项", match[0])
    who = re.match("[^,。;]{0,6}?(职工|学生|教师)(?:身份)?(?:参赛)?选手", match[0])
    whose = {"职工": WORKING, "学生": _STUDENT, "教师": ("teacher",)}
    capacities = whose.get(who[1] if who else "", ())
    yield Made("not_adviser", {"scope": "same_track" if same else "plan"}, capacities)


def team_unit(match: _Match, _: Statement) -> Iterator[Made]:
    """不得跨单位组队, 队员须来自同一学校."""
    what = _group(match, "what", "what2").lstrip("所")
    if what in {"单位", "企业", "法人单位", "校", "学校", "院校"}:
        yield Made("team_within_unit")
    else:
        yield Made("team_within", {"what": what})


def team_by_unit(_: _Match, __: Statement) -> Iterator[Made]:
    """以单位为团队报名."""
    yield Made("entered_by_unit")
    yield Made("team_within_unit")


def unit_enters(_: _Match, __: Statement) -> Iterator[Made]:
    """由所在单位组织报名."""
    yield Made("entered_by_unit")


def alone(_: _Match, __: Statement) -> Iterator[Made]:
    """单人赛."""
    yield Made("team_size", {"size": 1})


def team_size(match: _Match, _: Statement) -> Iterator[Made]:
    """每队N人."""
    size = int(count(_group(match, "n", "n2", "n3")))
    if 0 < size < _OLDEST:
        yield Made("team_size", {"size": size})


def team_range(match: _Match, _: Statement) -> Iterator[Made]:
    """每队2—3人, 每队不超过5人."""
    high = int(count(_group(match, "b", "m")))
    low = int(count(match["a"])) if match["a"] else 1
    if 0 < low <= high < _OLDEST:
        yield Made("team_size_range", {"min": low, "max": high})


def quota(match: _Match, statement: Statement) -> Iterator[Made]:
    """每单位限报N人."""
    limit = int(count(_group(match, "n", "n2")))
    grouped = (
        re.search("每组|每个组别|分组别|各组|职工组|学生组|教师组", match[0])
        or statement.scope.groups
    )
    if 0 < limit < _MOST_ENTRIES:
        unit = _group(match, "u", "u2")
        yield Made(
            "unit_quota", {"limit": limit, "per": "group" if grouped else "track", "unit": unit}
        )


def sealed(match: _Match, _: Statement) -> Iterator[Made]:
    """报名表须加盖公章: judged only if the seal is spoken of."""
    text = f"{match[0].strip(',、')}。"
    params = {"key": "sealed_materials", "lacks": "还没有盖章", "text": text}
    yield Made("when_given", params)


# students


def not_graduated(match: _Match, _: Statement) -> Iterator[Made]:
    """某日前已毕业的不得以学生身份参赛."""
    if by := day(match["by"], last=True):
        yield Made("not_graduated", {"by": by}, _STUDENT)


def not_final(_: _Match, __: Statement) -> Iterator[Made]:
    """毕业年级除外."""
    yield Made("grade", {"not_final": True}, _STUDENT)


def grade_years(match: _Match, _: Statement) -> Iterator[Made]:
    """面向2023级、2024级学生."""
    years = [int(year) for year in re.findall(r"\d{4}", match["years"])]
    yield Made("grade", {"years": years}, _STUDENT)


def grade_min(match: _Match, _: Statement) -> Iterator[Made]:
    """大二以上."""
    digit = re.search("[一二三四]", match["g"])
    if digit:
        yield Made("grade", {"min": int(count(digit[0]))}, _STUDENT)


def _facts(key: str, capacities: tuple[str, ...]) -> Builder:
    def build(_: _Match, __: Statement) -> Iterator[Made]:
        yield Made("facts", {"all": [key]}, capacities)

    return build


# places


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
    "务工": "work_place", "执业": "work_place", "学习": "study_place", "就读": "study_place",
    "求学": "study_place", "居住": "residence", "生活": "residence", "常住": "residence",
}  # fmt: skip


def _relations(words: str) -> list[str]:
    first = re.split("并|且", words)[0]
    return [key for word, key in _RELATIONS.items() if word in first]


def _both(statement: Statement) -> bool:
    """Whether the words speak of students and of people at work alike."""
    text = statement.text
    return bool(re.search("学生", text)) and bool(re.search("职工|从业|员工|灵活就业", text))


def school(match: _Match, statement: Statement) -> Iterator[Made]:
    """本市院校学生."""
    if (
        _both(statement)
        and not statement.scope.groups
        and not re.search("身份|学生组", statement.text)
    ):
        yield from _located(statement, match["area"], ["residence", "work_place", "study_place"])
    else:
        yield from _located(statement, match["area"], ["school_region"], _STUDENT)


def staff_here(match: _Match, statement: Statement) -> Iterator[Made]:
    """省内从业人员; where the words name students too, whoever lives, works or studies there."""
    if statement.scope.groups and not _both(statement):
        relations = ["study_place"] if re.search("学生", statement.text) else ["work_place"]
    elif re.search("居民|市民|公民|家庭", statement.text):
        relations = ["residence", "hukou", "work_place"]
    elif re.search("职工|从业|员工|工作人员|在职|在岗|教师|技术人员", statement.text) and not _both(
        statement
    ):
        relations = ["work_place"]
    else:
        relations = ["residence", "work_place", "study_place"]
    yield from _located(statement, match["area"], relations)


def hukou(match: _Match, statement: Statement) -> Iterator[Made]:
    """具有本省户籍."""
    yield from _located(statement, _group(match, "area", "area2"), ["hukou"])


def hukou_or(match: _Match, statement: Statement) -> Iterator[Made]:
    """具有本省户籍或在本省学习、工作."""
    first = "residence" if "居住证" in match[0] else "hukou"
    yield from _located(statement, match["area"], [first, *_relations(match["rel"])])


def in_area(match: _Match, statement: Statement) -> Iterator[Made]:
    """在本市工作、学习或居住."""
    relations = _relations(match["rel"])
    yield from _located(statement, match["area"], relations)


def in_area_for(match: _Match, statement: Statement) -> Iterator[Made]:
    """在我市单位工作满N年: in the area, and at work for so long, by whichever key tells."""
    yield from _located(statement, match["area"], ["work_place"])
    also = ["months_at_unit", "years_experience"]
    yield Made("months", {"key": "employed_months", "months": _whole(_months(match)), "also": also})


def in_area_or_other(match: _Match, statement: Statement) -> Iterator[Made]:
    """在本市工作、居住或注册有经营主体."""
    other = match[0].rpartition("或")[2].removeprefix("者")
    place = next(_located(statement, match["area"], _relations(match["rel"])), None)
    if place:
        own = {"check": "other_fact", "params": {"called": other}}
        yield Made("any_of", {"any": [{"check": place.check, "params": dict(place.params)}, own]})


def working_in(match: _Match, statement: Statement) -> Iterator[Made]:
    """在本市养老机构从事…."""
    yield from _located(statement, match["area"], ["work_place"])


def contract(match: _Match, statement: Statement) -> Iterator[Made]:
    """与本市企业签订劳动合同."""
    if match["area"]:
        yield from _located(statement, match["area"], ["work_place"])
    yield Made("facts", {"all": ["employed"]}, WORKING)


# work and learning


def _months(match: _Match) -> float:
    number = count(match["n"])
    return number * 12 if match["u"] == "年" else number


def insurance(match: _Match, _: Statement) -> Iterator[Made]:
    """缴纳社会保险N个月以上."""
    yield Made("months", {"key": "social_insurance_months", "months": _whole(_months(match))})


def insured(_: _Match, __: Statement) -> Iterator[Made]:
    """缴纳社会保险, for however long."""
    yield Made("months", {"key": "social_insurance_months", "months": 1}, WORKING)


def at_unit(match: _Match, _: Statement) -> Iterator[Made]:
    """在本单位工作满N年."""
    yield Made("months", {"key": "months_at_unit", "months": _whole(_months(match))})


def _whole(number: float) -> float:
    return int(number) if number == int(number) else number


def after_certificate(match: _Match, _: Statement) -> Iterator[Made]:
    """取得…证书后从事…满N年."""
    params: dict[str, float] = {"years": count(match["n"])}
    if match["l"]:
        params["level"] = level(match["l"])
    yield Made("years_after_certificate", params, WORKING)


def certificate_or_years(match: _Match, _: Statement) -> Iterator[Made]:
    """具有四级及以上证书，没有的从业N年以上."""
    yield Made(
        "certificate_or_years",
        {"level": level(match["l"]), "years": _whole(count(match["n"]))},
        WORKING,
    )


def certificate_any_or_years(match: _Match, _: Statement) -> Iterator[Made]:
    """持有…证书，或者从事…满N年; any level."""
    yield Made("certificate_or_years", {"level": 5, "years": _whole(count(match["n"]))}, WORKING)


def certificate(match: _Match, _: Statement) -> Iterator[Made]:
    """具有高级工及以上职业资格."""
    yield Made("certificate", {"level": level(match["l"])}, WORKING)


def certificate_any(_: _Match, __: Statement) -> Iterator[Made]:
    """持有职业技能等级证书."""
    yield Made("certificate", {"level": 5}, WORKING)


def experience(match: _Match, _: Statement) -> Iterator[Made]:
    """从事…满N年."""
    years = _whole(count(_group(match, "n", "n2", "n3")))
    if 0 < years < _OLDEST:
        yield Made("experience", {"years": years}, WORKING)


def experience_months(match: _Match, _: Statement) -> Iterator[Made]:
    """从事…满N个月."""
    yield Made("experience", {"years": _whole(round(count(match["n"]) / 12, 3))}, WORKING)


def title(match: _Match, _: Statement) -> Iterator[Made]:
    """具有中级及以上职称."""
    yield Made("title", {"level": match["t"].replace("助理级", "初级")}, WORKING)


def education(match: _Match, _: Statement) -> Iterator[Made]:
    """大专及以上学历."""
    yield Made("education", {"level": match["e"].replace("大学本科", "本科")})


def established(match: _Match, _: Statement) -> Iterator[Made]:
    """在编; 在编或签订聘用合同."""
    if "或" not in match[0]:
        yield Made("facts", {"all": ["establishment"]}, WORKING)
        return
    other = match[0].partition("或")[2].removeprefix("者").rstrip("的")
    own = {"check": "facts", "params": {"all": ["establishment"]}}
    yield Made(
        "any_of", {"any": [own, {"check": "other_fact", "params": {"called": other}}]}, WORKING
    )


def employed(match: _Match, statement: Statement) -> Iterator[Made]:
    """在职在岗; 含…在职教师 asks it of teachers only."""
    teachers = re.match("(?:的)?(?:专任)?教师", statement.text[match.end() :])
    yield Made("facts", {"all": ["employed"]}, ("teacher",) if teachers else WORKING)


def employer(match: _Match, _: Statement) -> Iterator[Made]:
    """须为农业企业、农技推广机构在职人员: working in such a unit; a general name says nothing."""
    what = match["what"]
    if not re.search(r"企事业|各类|相关|有关|本市|用人|^(?:企业|单位|事业单位)", what):
        called = [f"为{what}人员"]
        yield Made(
            "any_fact", {"any": ["work_related"], "ask": "work_related", "called": called}, WORKING
        )


def work_or_study(_: _Match, __: Statement) -> Iterator[Made]:
    """从事、学习本职业（工种）."""
    yield Made("any_fact", {"any": ["work_related"], "ask": "work_related"}, WORKING)
    both = {"any": ["major_related", "work_related"], "ask": "major_related"}
    yield Made("any_fact", {**both, "called": ["学习本职业（工种）或相关职业（工种）"]}, _STUDENT)


def work_related(_: _Match, statement: Statement) -> Iterator[Made]:
    """从事相关工作; whether students named beside workers are meant too is left open."""
    who = _WORKER if re.search("含[^。]{0,8}教师", statement.text) else WORKING
    yield Made("any_fact", {"any": ["work_related"], "ask": "work_related"}, who)
    if _both(statement) and not statement.notice.groups:
        said = "“从事相关工作”是否也限定学生，通知没有写明"
        yield Made("open_fact", {"said": said, "any": ["work_related", "major_related"]}, _STUDENT)


def holds(match: _Match, _: Statement) -> Iterator[Made]:
    """须持有某种证件, 或某种证明."""
    own = {"check": "other_fact", "params": {"called": f"持有{match['what']}"}}
    other = match["or"]
    if not other:
        yield Made("other_fact", own["params"])  # type: ignore[arg-type] # a mapping, written above
        return
    yield Made("any_of", {"any": [own, {"check": "other_fact", "params": {"called": other}}]})


BUILDERS: Mapping[str, Builder] = {
    "full_time": _facts("school_full_time", _STUDENT),
    "enrolled": _facts("enrolled", _STUDENT),
    "major": _facts("major_related", _STUDENT),
    **{
        build.__name__: build
        for build in (
            nothing, note, unclear,
            age_min, age_max, age_below, age_over, age_range, retirement, by_sex,
            sex_age, sealed,
            education_age, born, reference, reference_local, reference_deadline, one_track,
            tracks_at_most, single_identity, adviser, adviser_same, team_unit, team_by_unit,
            unit_enters, alone, team_size, team_range, quota, not_graduated, not_final, grade_years,
            grade_min, school, staff_here, hukou, hukou_or, in_area, in_area_for, in_area_or_other,
            working_in,
            contract, insurance, insured, at_unit, after_certificate, certificate_or_years,
            certificate_any_or_years, certificate, certificate_any, experience, experience_months,
            title, education, established, employed, employer, work_or_study, work_related, holds,
        )
    },
}  # fmt: skip
