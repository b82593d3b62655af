"""E-mail addresses, phones, QQ groups and web addresses.

Phones are taken as printed: no prefix table decides which mobiles exist, and an area code that is
not printed is not added.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from knowledge import lazy_re
from knowledge.values.extensions import extensions
from knowledge.values.found import Context, Found
from knowledge.values.labels import label_before, sentence_before

if TYPE_CHECKING:
    from collections.abc import Iterator

_EMAIL = lazy_re.compile(
    r"(?<![A-Za-z0-9._%+\-])[A-Za-z0-9][A-Za-z0-9._%+\-]*"
    r"@[A-Za-z0-9](?:[A-Za-z0-9\-]*[A-Za-z0-9])?(?:\.[A-Za-z0-9\-]*[A-Za-z0-9])+"
)
_URL = lazy_re.compile(r"(?:https?://|www\.)[A-Za-z0-9._~:/?#@!$&*+;=%\-]*[A-Za-z0-9/_#=]")
_SITE = lazy_re.compile(
    r"(?<![A-Za-z0-9@._/\-])(?:[A-Za-z0-9](?:[A-Za-z0-9\-]*[A-Za-z0-9])?\.)+"
    r"(?:com|cn|org|net|gov|edu|top|vip|info|club|site|tech|online|xyz)(?![A-Za-z0-9@.\-])"
    r"(?:/[A-Za-z0-9._~/?#&+=%\-]*[A-Za-z0-9/_#=])?"
)
"""An address printed without http: `jingsai.example.org`."""
_QQ = lazy_re.compile(
    r"(?:QQ(?:交流|工作|咨询)?群|群号)(?:\([^\d()]{0,8}|[^\d,，。;；\n(]{0,8})[:为]?"
    r"(?P<n>[1-9]\d{4,11}|[1-9]\d{2,3}(?:[ -]\d{3,4}){1,2})(?!\d|@)",
    re.IGNORECASE,
)
_MOBILE = lazy_re.compile(
    r"(?<![\d@.])(?:\+?0{0,2}86[\- ]?)?(1[3-9]\d[\- ]?\d{4}[\- ]?\d{4})(?![\d@]|[A-Za-z.]*@)"
)
_DASHED = lazy_re.compile(
    r"(?<![\d@.])(?:\+?0{0,2}86[\- ]?)?\(?(0\d{2,3})(?:\)|[ ]|[—–\-－]{1,2})[ ]?"
    r"([2-9]\d{2,3}[ \-]?\d{4})"
    r"(?:(?:转|[\-—])(\d{1,6}))?(?![\d@])"
)
_PLAIN = lazy_re.compile(r"(?<![\d@.])(0\d{9,11})(?![\d@])")
_SHORT = lazy_re.compile(r"(?<![\d@.\-—])([2-9]\d{6,7})(?![\d@]|[A-Za-z.]*@)")
_NOUN = lazy_re.compile(
    r"([\u4e00-\u9fff]{0,10}(?:邮箱|电话|网址|平台|热线|邮件))(?:[^\u4e00-\u9fff]|由|为|是|更正|改)*$"
)
_MENDED = lazy_re.compile(r"(?:更正|变更|调整|修改|改)[为至到][“\"]?$")
_TRACK = lazy_re.compile(r"(?:赛项|赛道)$")
_OWNER = lazy_re.compile(
    r"^(?!联系|咨询|报名|办公|值班|服务|投诉|监督|固定|移动|手机|举报|会务|赛务|技术|组委会)[\u4e00-\u9fff]{2,3}(?=电话$)"
)
_LEAD = lazy_re.compile(r"^.*(?:至|到|的|过|在|为|加入|加|登录|访问|关注)(?=[\u4e00-\u9fff]{2})")
_NOUN_RUN = lazy_re.compile(r"[\u4e00-\u9fff]{0,8}$")
_PHONE_LABEL = lazy_re.compile(r"电话|手机|传真|热线|座机|联系方式")
_MAIL = lazy_re.compile(r"邮|信箱|联系方式|mail", re.IGNORECASE)
_PURPOSES = (
    ("申诉", lazy_re.compile(r"申诉|异议")),
    ("监督", lazy_re.compile(r"监督|投诉|举报")),
    ("报名", lazy_re.compile(r"报名|[怎如]\w报|推荐|申报")),
    ("作品提交", lazy_re.compile(r"作品")),
    ("报送", lazy_re.compile(r"报送|材料")),
    ("咨询", lazy_re.compile(r"咨询")),
)
_LIST = lazy_re.compile(r"(?:[\u4e00-\u9fff]{2,4}[,，(]?)?[\d、,/;\-—\s()转]*")


def find_contacts(text: str, context: Context) -> Iterator[Found]:
    """Every address one can write to or call.

    >>> [(f.kind, f.value) for f in find_contacts("传真:010—88886666", Context())]
    [('phone', '010-88886666')]
    """
    for match in _EMAIL.finditer(text):
        yield Found("email", match[0], _mail_label(text, match.start(), context), *match.span())
    for match in (*_URL.finditer(text), *_SITE.finditer(text)):
        yield Found("url", match[0], _label(text, match.start(), context), *match.span())
    for match in _QQ.finditer(text):
        name = _NOUN_RUN.search(text[max(0, match.start() - 8) : match.start()])
        label = _LEAD.sub("", name[0] if name else "") + "QQ群"
        yield Found("qq_group", re.sub(r"\D", "", match["n"]), label, *match.span("n"))
    yield from _phones(text, context)


def _phones(text: str, context: Context) -> Iterator[Found]:
    for match in _MOBILE.finditer(text):
        number = re.sub(r"\D", "", match[1])
        yield Found("phone", number, _label(text, match.start(), context), *match.span())
    for match in _DASHED.finditer(text):
        number = f"{match[1]}-{re.sub(r'[ -]', '', match[2])}" + (
            f"-{match[3]}" if match[3] else ""
        )
        yield Found("phone", number, _label(text, match.start(), context), *match.span())
    for match in _PLAIN.finditer(text):
        number = _split(match[1])
        if number:
            yield Found("phone", number, _label(text, match.start(), context), *match.span())
    for match in _SHORT.finditer(text):
        label = _label(text, match.start(), context)
        if _PHONE_LABEL.search(label) and _near(text, match.start(), context):
            yield Found("phone", match[1], label, *match.span())
    for short, label, span in extensions(text):
        yield Found("phone", short, label or _label(text, span[0], context), *span)


def _label(text: str, place: int, context: Context) -> str:
    before = label_before(text, place)
    if before and not _TRACK.search(before) and _near(text, place, context):
        return _OWNER.sub("", before)
    prefix = sentence_before(text, place)
    noun = _NOUN.search(prefix)
    if not noun:
        return context.label
    mended = "（更正后）" if _MENDED.search(prefix) else ""
    return _LEAD.sub("", noun[1]) + (mended or ("（更正前）" if prefix.endswith("由“") else ""))


def _mail_label(text: str, place: int, context: Context) -> str:
    """Where no label says it, what is sent there: `发送至…` below 报名办法 is 报名邮箱."""
    label = _label(text, place, context)
    if _MAIL.search(label):
        return label
    said = f"{sentence_before(text, place)}{context.label}"
    return next((name for name, words in _PURPOSES if words.search(said)), "") + "邮箱"


def _near(text: str, place: int, context: Context) -> bool:
    """Whether only other numbers stand between the label and this place."""
    colon = text.rfind(":", 0, place)
    if colon < 0:
        return bool(context.label)
    return bool(_LIST.fullmatch(text, colon + 1, place))


def _split(number: str) -> str:
    """A landline printed in one run of digits, with its area code set off; empty if it is none."""
    import phonenumbers  # noqa: PLC0415 heavy, and few notices print such numbers

    try:
        parsed = phonenumbers.parse(number, "CN")
    except phonenumbers.NumberParseException:
        return ""
    if not phonenumbers.is_possible_number(parsed):
        return ""
    code = phonenumbers.length_of_geographical_area_code(parsed)
    national = str(parsed.national_number)
    return f"0{national[:code]}-{national[code:]}" if code else ""
