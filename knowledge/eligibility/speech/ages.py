"""Ages in numbers, exact and nearly reached."""

from __future__ import annotations

import re

from knowledge import lazy_re
from knowledge.eligibility.speech.base import Day, Found, N, Pattern, Unclear, amount, pattern
from knowledge.eligibility.speech.rough import rough_ages

_OLDEST = 130
_UNDER = lazy_re.compile("不满|未满|不到|不足|没到|没满|还没")
_IN_WORDS = r"[二三四五六]?十[一二三四五六七八九]|[二三四五六]十"
_LONELY = lazy_re.compile(rf"(?<![^,。;!?])(?:[1-6]\d|{_IN_WORDS})(?=[,。;!?]|$)")
_OF_PERSON = lazy_re.compile(
    r"我|本人|俺|妈|爸|老[公婆]|儿子|女儿|男|女|主妇|在读|学生|职高|中职|高职|技校|大专|中专|高中|上班|打工|员工|毕业|电工|焊工|外卖|属[鼠牛虎兔龙蛇马羊猴鸡狗猪]|主播|退休|正式工|国企|在职"
)
_COUNTED = lazy_re.compile(
    r"名额|人数|队|费|元|分数|得分|成绩|第[一二三四\d](?!方)|多少|几|一个|届"
)
_NO_AGE = (
    r"(?![\d年个月号日人队名%分届点级万块元周天次场项门种科件页章条款组层楼路班期代多余几来GgKkMm.:/度线位支强赛%-]|"
    r"[A-Za-z])"
)
_WHO = (
    r"(?:外婆|外公|姥姥|姥爷|岳父|岳母|婆婆|公公|姑姑|舅舅|孃孃|嬢嬢|大妈|大爷|大叔|侄[子女儿]|孙[子女]|外甥女?|[男女]?朋友|同事|室友|队友|老汉儿?|搭档|我们?|俺|咱|本人|孩子|娃儿?|儿子?|女儿|闺女|弟弟?|妹妹?|哥哥?|姐姐?|老[爸妈爹]|爸爸?|妈妈?|爹|"
    r"老公|老婆|媳妇|徒弟|学生|同学|他|她|崽|爷爷|奶奶|叔叔?)"
)
_STAFF = "(?:" + "|".join(f"(?<={noun})" for noun in ("师傅", "师父", "小伙", "大姐", "阿姨")) + ")"
"""Somebody of a unit, whose kind other patterns read: 我厂一个师傅52."""
_SINCE = r"(?:今年|现在|目前|现年|刚刚|刚满|刚过|刚|已经|已|才|都|年满|满|是|就|也|快|,){0,4}"
_AFTER = r"(?<![^,。;!?我俺娃子儿爸妈他她人今年才还都也婆公弟妹哥姐龄])"
"""Behind the one who speaks, or at the beginning of a clause."""
_TWO = r"(?P<n>[1-9]\d|[一二三四五六七八九]?十[一二三四五六七八九]?|廿[一二三四五六七八九]?)"


def _age(match: re.Match[str], _: Day) -> Found:
    years = int(amount(match["n"]))
    less = match.groupdict().get("less")
    if less:
        low = None if _UNDER.search(less) else max(0, years - 2)
        return {"unclear": [Unclear(key="age", said=match[0], low=low, high=years - 1)]}
    sex = match.groupdict().get("sex")
    said = {"sex": sex} if sex else {}
    return {"age": years, **said} if 0 < years < _OLDEST else None


def _alone(match: re.Match[str], _: Day) -> Found:
    """A number that stands alone among words of a person: 家庭主妇，38，会做短视频."""
    numbers = _LONELY.findall(match.string)
    if len(numbers) > 1 or not _OF_PERSON.search(match.string) or _COUNTED.search(match.string):
        return None
    return {"age": int(amount(match["n"]))}


def ages() -> tuple[Pattern, ...]:
    """The rough ones first, for they hold a number as well."""
    less = (
        r"(?P<less>不满|未满|不到|不足|没到|没满|快要?|马上就?要?|即将|就要|眼看|还没有?到?|"
        r"还没|还不到?|接近|将近|年近|差一?点儿?|差(?=满))"
    )
    return (
        *rough_ages(),
        pattern(rf"(?P<less>年近|将近|接近){_TWO}(?![\d年个月号日人])", _age),
        pattern(rf"{less}(?:就|要|满|到|有|是){{0,4}}(?P<n>{N})周?岁", _age),
        pattern(rf"(?P<less>差[^\d,,]{{0,4}}满?)(?P<n>{N})周?岁", _age),
        pattern(
            rf"{_AFTER}(?:今年|现在|才|还|都|也){{0,4}}{less}(?:就|要|满|到|有){{0,4}}"
            rf"(?P<n>[1-9]\d)(?=了|[,。?能可还]|$|岁)(?!(?:能|可以)?设|还设)",
            _age,
        ),
        pattern(
            r"(?P<less>快|马上|即将)(?P<n>[1-9]\d|[二三四五六七八九]十[一二三四五六七八九]?)了",
            _age,
        ),
        pattern(
            rf"(?:周岁|年龄|岁数|年方|芳龄|现年)(?:是|为|:|,|刚|今年|已经){{0,4}}{_TWO}"
            rf"(?:周?岁)?{_NO_AGE}",
            _age,
        ),
        pattern(rf"(?P<n>{N})周?岁(?!以[上下内]|及以|之[上下])", _age),
        pattern(rf"{_WHO}{_SINCE}{_TWO}{_NO_AGE}", _age),
        pattern(rf"{_STAFF}{_TWO}{_NO_AGE}", _age),
        pattern(rf"(?:今年|刚满|刚过){_SINCE}{_TWO}{_NO_AGE}", _age),
        pattern(rf"(?<![^,。;!?])满{_TWO}(?=没得|没有?问题|了|[,。;!?]|$)", _age),
        pattern(
            r"(?<=[男女],)(?P<n>[二三四五]?十[一二三四五六七八九]?|[1-6]\d)(?=[,。;!?了]|$)", _age
        ),
        pattern(
            rf"(?<![^,。;!?本性])(?P<sex>男|女)[性的生]?[,]?(?:今年|现年)?{_TWO}"
            rf"(?=[,。?能可想在岁读报]|$)",
            _age,
        ),
        pattern(
            rf"(?<![^,。;!?]){_TWO}岁?(?:,(?=(?:男|女)(?:[性的生,]|$))|(?P<sex>男|女)(?![组队子篮排足单双团厕]))",
            _age,
        ),
        pattern(rf"(?<![^,。;!?])(?:刚好|正好){_TWO}(?=[,。;!?岁]|$)", _age),
        pattern(
            r"(?:(?<=宝妈,)|(?<=宝爸,)|(?<=一枚,)|(?<=学生,)|(?<=工人,)|(?<=职工,)|(?<=老师,)|(?<=电工,)|"
            r"(?<=焊工,))(?P<n>[1-6]\d)(?=[,。;!?]|$)",
            _age,
        ),
        pattern(rf"(?<![^,。;!?]){_TWO}了(?=[,。?能可还]|$)", _age),
        pattern(rf"(?<![^,。;!?])(?P<n>[1-6]\d|{_IN_WORDS})(?=[,。;!?]|$)", _alone),
    )
