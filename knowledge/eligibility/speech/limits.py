"""Words that ask for a condition and state nothing of a person: 要满几岁, 需要中级工证吗."""

from __future__ import annotations

import re

from knowledge.eligibility.speech.base import Day, Found, N, Pattern, Unclear, pattern, says
from knowledge.numerals import arabic

_ASKED = (
    r"(?:是不是要?|是否要?|要不要|需不需要|用不用|必须|须得?|需要?|得|应当?|至少|最少|要求|"
    r"只要|规定|(?<![主只想快就])要)"
)
LEVELS = r"(?:初级工|中级工|高级工|高级技师|特级技师|技师|[一二三四五1-5]级工?|初级|中级|高级)"
_KINDS = r"(?:在校生|学生|职工|员工|教师|老师|灵活就业(?:人员)?|退休人员|企业职工|社会人员)"


def _above(match: re.Match[str], _: Day) -> Found:
    years = float(arabic(match["n"]))
    return {"unclear": [Unclear(key="age", said=match["w"], low=years)]}


def limits() -> tuple[Pattern, ...]:
    """Tried before all others."""
    age = rf"{N}(?:周?岁)"
    return (
        pattern(rf"{N}周?岁?(?:到|至|[-~—]+|、){age}", says()),
        pattern(rf"{age}(?:以[上下内外]|及以|之[上下间]|起)", says()),
        pattern(
            rf"(?:年龄|岁数)(?:的?(?:上限|下限|限制|门槛|要求|标准))?(?:必须|须|要|应|得|"
            rf"不){{0,4}}(?:是|为|在|到|超过|低于|满){{0,4}}{age}(?=[吗嘛么,?。]|$|才|以)",
            says(),
        ),
        pattern(rf"(?:年龄)?{_ASKED}[^,。?\d一-九]{{0,3}}年?满?{N}(?:周?岁)", says()),
        pattern(rf"{_ASKED}年?满{N}(?!\d|个?月|年)", says()),
        pattern(
            rf"(?:到|等)(?:了)?(?:比赛|开赛|决赛|报名|截止|那)[^,。;!?\d\0]{{0,6}}?"
            rf"(?:刚好|刚|才|就|正好)?满?{N}(?:周?岁)?(?![\d月日号点年])",
            says(),
        ),
        pattern(rf"{age}生日(?=是(?:在)?(?:报名|截止|比赛|决赛|开赛))", says()),
        pattern(rf"年满{N}周?岁(?:的人?|才|就|即)(?:就|才)?(?:可以?|能|行)", says()),
        pattern(
            rf"(?:不得|不能|不可以|不许|没有?|有没有|是否|是不是)(?:超过|大于|低于|小于){N}周?岁?",
            says(),
        ),
        pattern(rf"(?:超过|超|过){N}周?岁?了?(?:没有?(?!关系|事|问题)|吗|么|否)", says()),
        pattern(
            rf"(?P<w>(?:超过|大于|过了?|不止){N.replace('(?:', '(?P<n>', 1)}周?岁?)"
            rf"(?![\d年个月号日人队名%分届点级万元天次场项])",
            _above,
        ),
        pattern(
            rf"(?:{_ASKED}|有没有)(?:有|持有?|具备|提供|取得|考|"
            rf"先考?)?[^,。?\0]{{0,4}}?{LEVELS}(?:以上)?(?:的)?(?:职业|技能|资格|"
            rf"等级){{0,4}}证书?",
            says(),
        ),
        pattern(
            rf"(?:能|可以|可(?!是)|会|想|怎么|如何|去|准备|正在|打算|申请|直接|颁发|发|"
            rf"授予|评定|晋升为?|核发)(?:不能)?(?:直接|免费|去|再){{0,4}}(?:拿|得|发|评|"
            rf"考|获|颁|晋升|晋级|办|申请|申报|取得)[到得]?(?!了|过|的)[^,。?\0]{{0,6}}?"
            rf"(?:{LEVELS}(?:职业|技能|资格|等级){{0,4}}(?:证书?)?)",
            says(),
        ),
        pattern(
            rf"(?:{_ASKED}|是否|有没有)[^,。?\0]{{0,3}}?(?:干|做|从事|工作|从业|工龄|"
            rf"经验)(?:满|够|了){{0,4}}{N}年",
            says(),
        ),
        pattern(
            r"(?<!又是)(?<!既是)" + rf"{_KINDS}(?:和|跟|与|、|还是|或者?){_KINDS}(?!双)", says()
        ),
        pattern(r"(?:全日制|非全日制)(?:和|跟|与|、|还是|或者?)(?:非全日制|全日制)", says()),
        pattern(r"男女|(?:男子|女子|男|女)(?:组|单|双|团|厕|宿舍)", says()),
        pattern(r"(?:不是|并非|不算)(?:没有?|不)[^,。;!?\0]{0,8}", says()),
    )
