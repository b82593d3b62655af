"""What a notice calls a date: the label, the noun before it, or what is to happen by then."""

from __future__ import annotations

import re

from knowledge import lazy_re
from knowledge.values.labels import label_before, sentence_before

_NAMED = lazy_re.compile(
    r"([\u4e00-\u9fff]{0,10}?(?:时间|日期|截止日|截止|截至|期限|日程))"
    r"(?:为|是|定于|统一为|于|,?由|至|到|:)?[“\"]?$"
)
_MOVED = lazy_re.compile(
    r"([\u4e00-\u9fff]{0,8}(?:时间|日期))(?:由[^由]{4,30})?[”\"]?"
    r"(?:更正|调整|变更|延长|延期|推迟|提前|修改|改)[为至到][“\"]?$"
)
_SUBJECT = lazy_re.compile(r"([\u4e00-\u9fff]{2,10}?)(?:原则上)?[须应]?(?:定于|于|在|截至)[“\"]?$")
_DECIDED = lazy_re.compile(r"(?:决定|定|拟|将|计划)$")
_ACTOR = lazy_re.compile(
    r"^我会|(?:选手|领队|单位|人员|院校|学校|部门|老师|教师|团队|机构|企业|公司|协会|学会|联合会"
    r"|工会|委员会|组委会|办公室|[局厅委处科院办]|残联|妇联|教研室|赛区|市州?|区县?|县区?|乡镇|街道)$"
)
_MENDED = lazy_re.compile(r"(?:更正|调整|变更|延长|延期|修改|改)[为至到][“\"]?$")
_CUT_NOUN = lazy_re.compile(r"([\u4e00-\u9fff]{0,6}截止(?:时间|日期|日)?)")
_BASIS = lazy_re.compile(r"为([\u4e00-\u9fff]{0,8}日)")
_MENDS = lazy_re.compile(r"[”\"]?(?:更正|调整|变更|延长|延期|修改|改)[为至到]")
_FUNCTION = lazy_re.compile(
    r"^.*(?:的|在|赛项|赛道|项目|组(?!委|织)|和|、|并|将|即|且|各类)(?=[\u4e00-\u9fff]{2})|^\d+"
)
_SCOPE = lazy_re.compile(r"(?:组|赛项|赛道|项目)$")
_ACTIONS = lazy_re.compile(
    r"报名|申报|报到|选拔|更换选手|推荐|提交|发送|申请|公布|公示|完成|毕业|受理|举行|举办|出生|有效|比赛|召开"
)
_CARRIED_OUT = "完成"
_OBJECT = lazy_re.compile(r"(?<![\u4e00-\u9fff])[\u4e00-\u9fff]{2,8}(?=[,。;、(并]|$)")
_EXCHANGE = lazy_re.compile(r"更换(?:参赛)?选手")
_EVENT = lazy_re.compile(r"(?:期间|之间)?(报到|出生|公布|开幕|闭幕|检录)")
_TELLING = lazy_re.compile(r"时间|日期|报名|申报|报到|截止|阶段|日程|选拔|初赛|复赛|决赛|考试|幕")
_LAST = lazy_re.compile(r"(?:截止|截至)[^,:]{0,12}[:,]?(?:由|为|是|统一为|于)?[“\"]?$")
_REACH = 60
_SHORT = 12


def action_after(text: str, place: int) -> str:
    """What is to be done by a date: the first telling verb of the rest of the sentence."""
    rest = re.split(r"[。;；\n]", text[place : place + 90])[0]
    if re.search(r"报名表|报名材料", rest):
        return "报名"
    match = _ACTIONS.search(rest)
    if match and match[0] == _CARRIED_OUT:
        return _object(rest[match.end() :]) or ("" if rest[match.end() :] else match[0])
    return match[0] if match else ""


def _object(rest: str) -> str:
    """What is carried out: 资格复核 of `完成资格复核，对…`, 报名 of `完成网上报名`."""
    match = _OBJECT.match(rest)
    return match[0] if match else ""


def date_label(text: str, start: int, end: int, fallback: str = "") -> str:
    """The label of the date at `start:end`.

    >>> date_label("报名截止时间为2024年8月15日", 7, 17)
    '报名截止时间'
    """
    prefix = sentence_before(text, start)
    for label in (_named(prefix), _mended(prefix), _label(text, start), _basis(text, end)):
        if label:
            return label + ("（更正前）" if _MENDS.match(text, end) else "")
    if _EXCHANGE.search(prefix):
        return "更换选手"
    event = _EVENT.match(text, end)
    if event:
        return event[1]
    if _TELLING.search(fallback):
        return _subject(prefix) or fallback
    return _subject(prefix) or action_after(text, end) or fallback


def is_last_day(text: str, start: int) -> bool:
    """Whether the words before a date call it the last one, also where they correct it."""
    prefix = sentence_before(text, start)[-_REACH:]
    mended = "截止" in prefix and _MENDED.search(prefix)
    return bool(_LAST.search(prefix) or mended)


def _named(prefix: str) -> str:
    if moved := _MOVED.search(prefix):
        return _FUNCTION.sub("", moved[1]) + "（更正后）"
    match = _NAMED.search(prefix)
    return _FUNCTION.sub("", match[1]) if match else ""


def _mended(prefix: str) -> str:
    noun = _CUT_NOUN.search(prefix)
    mended = noun and _MENDED.search(prefix)
    return _FUNCTION.sub("", noun[1]) + "（更正后）" if noun and mended else ""


def _label(text: str, start: int) -> str:
    label = label_before(text, start)
    near = start - text.rfind(":", 0, start) <= _SHORT
    return label if near and not _SCOPE.search(label) else ""


def _basis(text: str, end: int) -> str:
    match = _BASIS.match(text, end)
    return match[1] if match else ""


def _subject(prefix: str) -> str:
    match = _SUBJECT.search(prefix)
    if not match or _DECIDED.search(match[1]) or _ACTOR.search(match[1]):
        return ""
    subject = _FUNCTION.sub("", match[1])
    return "" if _SCOPE.search(subject) else subject
