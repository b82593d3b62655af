"""How people speak of themselves: one pattern a fact, tried in this order on half-width text.

What a pattern takes is not seen by the later ones. The groups of a pattern feed its reader; a
reader that gives nothing leaves the words to the others.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import cache
from typing import Any, NamedTuple

from knowledge.eligibility import reading
from knowledge.eligibility.data import table
from knowledge.eligibility.places import read_place
from knowledge.numerals import NUMERAL, arabic

Found = Mapping[str, Any] | None
"""Keys of a person and values; empty: the words are read and state no fact; None: not read."""

_CENTURY, _TURN = 100, 30
_N = NUMERAL
_BEFORE_PLACE = re.compile(r"^(?:我们|我|本人|人|现在|目前|在|来|是|一直)+")
_SPAN = r"[^,,。.;!?、\s]"
_LEVELS = r"(?:初级工|中级工|高级工|高级技师|技师|[一二三四五1-5]级工?|初级|中级|高级)"


class Pattern(NamedTuple):
    """A regular expression and what its match says."""

    regex: re.Pattern[str]
    read: Callable[[re.Match[str]], Found]


def _pattern(regex: str, read: Callable[[re.Match[str]], Found]) -> Pattern:
    return Pattern(re.compile(regex), read)


def _says(**facts: Any) -> Callable[[re.Match[str]], Found]:
    return lambda _: facts


def _year(digits: str) -> str:
    """`95` → 1995, `08` → 2008."""
    year = int(digits)
    if year < _CENTURY:
        year += 2000 if year < _TURN else 1900
    return str(year)


def _birth(match: re.Match[str]) -> Found:
    parts = (_year(match["y"]), match["m"], match["d"])
    written = "-".join(f"{int(part):02d}" for part in parts if part)
    read = reading.iso_date(written)
    return {"birth_date": read} if read else None


def _age(match: re.Match[str]) -> Found:
    years = int(float(arabic(match["n"])))
    below = match.groupdict().get("less")
    return {"age": years - 1 if below else years}


def _years(match: re.Match[str]) -> Found:
    read = float(arabic(match["n"])) + (0.5 if match.groupdict().get("half") else 0)
    return {"years_experience": read - 0.1 if match.groupdict().get("less") else read}


def _place(key: str, **also: Any) -> Callable[[re.Match[str]], Found]:
    def read(match: re.Match[str]) -> Found:
        words = _BEFORE_PLACE.sub("", match["p"])
        return {key: words, **also} if words and read_place(words) else None

    return read


def _has_level(match: re.Match[str]) -> Found:
    read = reading.level(match["l"])
    return None if read is None else {"certificate_level": read}


def _lacks_level(match: re.Match[str]) -> Found:
    """没有中级工证 is no certificate of that level; 没有高级工证 leaves a lower one open."""
    read = reading.level(match["l"]) if match["l"] else 0
    return {"certificate_level": 0} if read in {0, 4, 5} else {}


def _honour(match: re.Match[str]) -> Found:
    return {"honours": [match["h"]]}


def _listed(key: str) -> Callable[[re.Match[str]], Found]:
    return lambda match: {key: [match["w"].strip()]}


def _words(key: str) -> Callable[[re.Match[str]], Found]:
    return lambda match: {key: match["w"].strip()}


def _number(key: str) -> Callable[[re.Match[str]], Found]:
    return lambda match: {key: float(arabic(match["n"]))}


def _student(match: re.Match[str]) -> Found:
    return {"identity": "student", "enrolled": True, "grade": match["w"]}


def _identity(match: re.Match[str]) -> Found:
    read = reading.one_of("identity", match[0])
    implied = {
        key: value
        for word, facts in table("words.yaml")["identity_implies"].items()
        if word in match[0]
        for key, value in facts.items()
    }
    return {"identity": read, **implied} if read else None


@cache
def patterns() -> tuple[Pattern, ...]:
    """All patterns, in the order in which they are tried."""
    names = table("words.yaml")
    identities = sorted({w for list_ in names["identity"].values() for w in list_}, key=len)[::-1]
    honours = "|".join(sorted(names["honours"], key=len)[::-1])
    return (
        *_ages(),
        *_deeds(honours),
        *_standing(),
        *_places(),
        *_entry(),
        _pattern(r"(?:非|不是|没有?)(?:在校|在职|在编)?(?:学生|职工|员工|教师|老师)", _says()),
        _pattern("|".join(map(re.escape, identities)), _identity),
    )


def _ages() -> tuple[Pattern, ...]:
    limit = r"(?!以[上下内]|及以|之[上下]|[才就][能可])"
    return (
        _pattern(rf"(?:要|须|必须|需要|得|年龄)满{_N}周?岁", _says()),
        _pattern(
            rf"(?P<less>不满|未满|不到|不足|快|马上|即将满?|还没满?|差[^\d,,]{{0,4}}满?)(?P<n>{_N})周?岁{limit}",
            _age,
        ),
        _pattern(rf"(?P<less>快|马上|即将)(?P<n>{_N})了", _age),
        _pattern(rf"(?P<n>{_N})周?岁{limit}", _age),
        _pattern(
            r"(?:我|本人|孩子|儿子|女儿|弟弟|妹妹)(?:今年|现在|刚满|刚|已经|已|才|都)*(?P<n>[1-8]\d)"
            r"(?![\d年个月号日人队名%分届点级万块元岁周])",
            _age,
        ),
        _pattern(r"今年(?P<n>[1-8]\d)(?![\d年个月号日人队名%分届点级万块元岁周])", _age),
        _pattern(
            r"(?:生于|出生于|生日是?|出生日期是?|出生在)(?P<y>\d{4}|\d{2})[年./-](?:(?P<m>\d{1,2})(?:[月./-](?:(?P<d>\d{1,2})[日号]?)?)?)?",
            _birth,
        ),
        _pattern(
            r"(?P<y>\d{4}|\d{2})[年./-](?:(?P<m>\d{1,2})(?:[月./-](?:份?(?P<d>\d{1,2})[日号]?)?)?)?(?:份)?(?:出生|生人|生的|生,|生$|的(?=[,能可,]|人))",
            _birth,
        ),
        _pattern(
            r"(?<![子妇男孙儿])女(?![儿婿友朋子士]们?)(?=[性的生工职员,教,]|$)|女儿|女士|妹妹|妈妈|母亲",
            _says(sex="女"),
        ),
        _pattern(
            r"(?<!女)男(?![女友朋子士])(?=[性的生工职员,教,]|$)|儿子|先生|弟弟|爸爸|父亲",
            _says(sex="男"),
        ),
        _pattern(r"工人岗|生产岗|操作岗", _says(female_category="worker")),
        _pattern(r"管理岗|技术岗|(?<!机关)干部", _says(female_category="cadre")),
    )


def _deeds(honours: str) -> tuple[Pattern, ...]:
    return (
        _pattern(rf"(?:没|没有|未|不是)(?:拿过|获得过?|得过|评上)?(?:{honours})", _says()),
        _pattern(rf"(?P<h>(?:[一-龥]{{2,3}}[省市])?(?:{honours}))", _honour),
        _pattern(
            rf"(?:当过|担任过|做过|曾任|曾是|曾经是|作为)(?P<w>{_SPAN}{{2,40}}?(?:专家组?|教练组?|裁判员?|选手|领队)(?:成员)?)",
            _listed("past_roles"),
        ),
        _pattern(
            rf"(?:参加过|参加了|打过|比过|曾参加)(?P<w>{_SPAN}{{2,40}}?)(?=(?:的(?:人|选手)?)?(?:还?能[报参不否再够吗]|还?可以|[,。?]|$))",
            _listed("past_events"),
        ),
        _pattern(
            r"带学生参赛|指导学生|给学生当(?:指导|教练)|指导(?:教师|老师|教练)|带队老师",
            _says(is_advisor=True),
        ),
    )


def _standing() -> tuple[Pattern, ...]:
    work = r"(?:干|做|从事|从业|工作|入行|上班|打工)(?:[^,,。?]{0,10}?)"
    return (
        _pattern(
            rf"(?:没有?|无|未取得|没考|没拿|缺)(?:相关|相应|对应)?的?(?P<l>{_LEVELS})?(?:及以上)?的?(?:职业)?(?:技能|资格)?(?:等级)?(?:证书?|等级)",
            _lacks_level,
        ),
        _pattern(
            rf"(?:有|持有?|考了|拿了|取得了?|是|拿到)(?:一个|个|本)?(?:相关|相应|对应|本职业)?的?(?P<l>{_LEVELS})(?:的)?(?:证书?|职业|技能|资格|等级|[,,能可]|$)",
            _has_level,
        ),
        _pattern(rf"(?P<l>{_LEVELS})(?:技能|职业)?(?:资格|等级)?证书?", _has_level),
        _pattern(
            r"证书?(?:跟|和|与)?(?:赛项|工种|职业)?(?:不相关|不对口|无关|不对应)|(?:别的|其他)(?:工种|职业)的证",
            _says(certificate_related=False),
        ),
        _pattern(rf"{work}(?P<less>不到|不足|不满|未满|快|将近|近)(?P<n>{_N})个?年", _years),
        _pattern(
            rf"(?:工龄|工作年限|从业年限|经验){_SPAN}{{0,3}}?(?P<less>不到|不足|不满)?(?P<n>{_N})个?年(?P<half>半)?",
            _years,
        ),
        _pattern(rf"{work}(?P<n>{_N})个?(?:多|来)?年(?:多)?(?P<half>半)?", _years),
        _pattern(
            rf"(?P<n>{_N})个?(?:多)?年(?P<half>半)?(?:的|以上的?)?(?:工龄|经验|工作经[验历]|从业|老员工)",
            _years,
        ),
        _pattern(rf"社保(?:交|缴)了?(?:才)?(?P<n>{_N})个?月", _number("social_insurance_months")),
        _pattern(
            rf"(?:入职|来公司|进厂|到岗)(?:才|刚)?(?P<n>{_N})个?月", _number("months_at_unit")
        ),
        _pattern(
            r"(?:专业|所学)(?:不对口|不相关|不是相关|无关)|非?(?<=非)相关专业|跨专业|不是相关专业",
            _says(major_related=False),
        ),
        _pattern(r"专业(?:对口|相关)|相关专业", _says(major_related=True)),
        _pattern(
            r"(?:不干这[行个]|跨行|不从事(?:相关|本)|工作不相关|外行)", _says(work_related=False)
        ),
        _pattern(
            r"(?:从事|做|干)(?:这[行个]|相关(?:工作|行业)|本(?:行|职业|工种))|工作(?:对口|相关)",
            _says(work_related=True),
        ),
        _pattern(
            r"非全日制|函授|自考|成教|成人教育|电大|夜大|网络教育", _says(school_full_time=False)
        ),
        _pattern(r"全日制", _says(school_full_time=True)),
        _pattern(r"休学|退学|已经?毕业|毕业了|往届", _says(enrolled=False)),
        _pattern(r"(?:没有?|无)(?:工作)?单位|不在职|离职了?|辞职了?|没上班", _says(employed=False)),
        _pattern(
            r"(?P<w>(?:大|研|高|中)(?:一|二|三|四|五)|博[一二三])(?![个名岁周月年])", _student
        ),
        _pattern(r"(?P<w>20\d\d级)", _student),
    )


def _places() -> tuple[Pattern, ...]:
    p = rf"(?P<p>{_SPAN}{{1,12}}?)"
    return (
        _pattern(
            r"(?:我|本人|是|有|没有)*(?P<p>[一-龥]{2,8}?)(?:的)?(?:户口|户籍|籍)", _place("hukou")
        ),
        _pattern(
            rf"(?:户口|户籍)(?:所在地)?(?:是|在|落在|为|不在)(?P<p>{_SPAN}{{2,10}}?)(?=[,,。?的人但能可,]|$)",
            _place("hukou"),
        ),
        _pattern(
            rf"(?:住|居住|定居|常住|家)(?:在|住)?{p}(?=[,,。?的能可人工上读但]|$)",
            _place("residence"),
        ),
        _pattern(rf"(?:在){p}(?:居住|住|定居|生活)", _place("residence")),
        _pattern(
            rf"(?:在){p}(?:的[^,,。]{{0,10}}?)?(?:上班|工作|打工|就业|务工|干活|任教|教书)",
            _place("work_place"),
        ),
        _pattern(rf"(?:单位|公司|厂|企业)(?:是)?在{p}(?=[,,。?的能可但]|$)", _place("work_place")),
        _pattern(
            rf"(?:在)?(?P<p>{_SPAN}{{2,8}}?)(?:的)?(?:企业|公司|工厂|单位|国企|民企)(?=的?(?:职工|员工|工人|上班|工作))",
            _place("work_place"),
        ),
        _pattern(
            rf"(?:在|来)?{p}(?=(?:的[^,,。]{{0,10}}?)?(?:读|念|上大|上学|上高|上职|上中|上技|求学|学习))",
            _place("study_place", enrolled=True),
        ),
        _pattern(rf"(?:学校|院校|学院)(?:是)?在{p}(?=[,,。?的能可但]|$)", _place("school_region")),
        _pattern(
            r"(?P<p>[一-龥]{2,10}?(?:大学|学院|学校|职院|技校|中专))(?=的?(?:在校|全日制)?(?:学生|大|研|老师|教师)|读)",
            _place("school_region"),
        ),
        _pattern(
            r"(?P<p>[一-龥]{2,6}?)(?:的)?(?=(?:在校|全日制)?(?:学生|大学生|高职生|中职生|研究生))",
            _place("school_region"),
        ),
        _pattern(
            r"(?:我是|本人是?|老家)(?P<p>[一-龥]{2,6}?)(?:人|的)(?=[,,。?能可在]|$)",
            _place("hukou"),
        ),
    )


def _entry() -> tuple[Pattern, ...]:
    n = rf"(?P<n>{_N})"
    return (
        _pattern(
            r"(?P<w>(?:学生|职工|教师|师生|社会|企业|院校|中职|高职|本科|公开|青年|新生|进阶|个人|团队)组)",
            _words("group"),
        ),
        _pattern(
            r"(?:同时|一起|都)(?:报|参加)|兼报|再报|又报|还(?:能|可以)再?(?:报|参加)(?=别|其[他它]|另)|[报参]加?(?:两|2|几|多)个?(?:赛项|项目)|兼项",
            _says(wants_also=["另一个赛项"]),
        ),
        _pattern(r"(?:双重|多重|两个|两种|2个|2种)身份", _says(wants_also=["另一种身份"])),
        _pattern(
            r"跨(?:单位|校|公司|院校)(?:组队)?|(?:两|不同)个?(?:单位|学校|公司)的?(?:人)?(?:能|可以|一起)*(?:组队|一队|组一队)",
            _says(team_units=["甲单位", "乙单位"]),
        ),
        _pattern(
            r"(?:以)?个人(?:名义)?(?:直接)?(?:能|可以|能不能|可不可以)?(?:报名|参赛|参加|报)|自己(?:直接)?报名|自行报名",
            _says(channel="个人自行报名"),
        ),
        _pattern(
            r"(?:单位|公司|领导|学校)(?:不同意|不推荐|不给报|不让报|不肯报)",
            _says(unit_recommended=False),
        ),
        _pattern(
            rf"(?:单位|公司|学校)(?:已经?|都)*报了{n}[个名人队组]",
            _number("unit_entries_same_group"),
        ),
        _pattern(r"(?:没有?|不具[有备]|不是)(?:独立)?法人(?:资格)?", _says(legal_person=False)),
        _pattern(r"(?:有|具[有备]|是)(?:独立)?法人(?:资格)?", _says(legal_person=True)),
        _pattern(rf"(?:承办|申报|办){n}(?:场|个)(?:赛事|比赛|竞赛)?(?!赛项)", _number("events")),
        _pattern(rf"(?:承办|申报|办){n}个赛项", _number("tracks")),
        _pattern(rf"{n}个(?:承办地|赛点|场地|地点)", _number("venues")),
        _pattern(
            r"(?:我们|我)?(?:是)?(?P<w>行业协会|协会|学会|商会|市级部门|区县人社局|人社局)",
            _words("unit_type"),
        ),
        _pattern(
            r"(?P<w>市级行业(?:竞赛|赛)|行业赛|区县级?(?:竞赛|赛)|练兵比武)",
            _words("event_category"),
        ),
    )
