"""Members of several bodies where a notice asks for one: 不是一个县的, 须来自同一个县."""

from __future__ import annotations

from knowledge import lazy_re
from retrieval.question.waived import concerns

_BODY = (
    "省|市|州|县|区|乡|镇|村|街道|学校|院校|高校|学院|校|系|班级?"
    "|单位|公司|企业|厂|集团|机构|医院|店|部门"
)
_TEAM = "(?:一[起路块队]|组[个一]*队|队友|搭档|拉[他她上个]|同队|凑)"
_APART = lazy_re.compile(
    rf"(?:不是|不在|不属于|不来自)(?:来自|在)?(?:同?一?个?|同一?[所家]?|一[所家])(?P<a>{_BODY})"
    rf"|(?<!可)跨(?P<b>{_BODY})|(?:不同|两个不同|不一样)的?(?P<c>{_BODY})|不同(?P<d>{_BODY})"
    rf"|(?:隔壁|邻|别的?|另外?一?[个家所]|另外的?|其他的?)(?P<e>{_BODY})的?(?=[^。？?]{{0,12}}{_TEAM})"
    rf"|{_TEAM}[^。？?]{{0,12}}(?:隔壁|邻|别的?|另外?一?[个家所]|另外的?|其他的?)(?P<f>{_BODY})"
)
_NO_DENIAL = lazy_re.compile(r"是不是|在不在|能不能跨|可以跨|让跨|能跨|可不可以跨")
_ONE = lazy_re.compile(
    r"(?:须|应当?|必须|只能|限|要求|均)[^，,。；;]{0,12}同一?(?:个|所|家)?(?P<body>[^，,。；;]{1,12})"
)
_FREE = lazy_re.compile(r"不限|可以?跨|允许跨|不要求|不受|除外|原则上|或者?")
_SEGMENT = lazy_re.compile(r"[，,；;。]")
_ALIKE = {"校": "学校|院校|学院", "院校": "学校|学院", "学院": "学校|院校", "高校": "学校|院校"}
_ALIKE |= {"公司": "单位|企业", "企业": "单位", "厂": "单位|企业", "学校": "院校|单位"}


def apart(question: str, part: str) -> bool:
    """Whether the question's people are of several bodies, and the words ask for one.

    Words for a group hold only for whoever is told to be of it.

    >>> apart("我和队友不是一个单位的能组队吗", "队员须来自同一单位")
    True
    >>> apart("我和队友不是一个单位的能组队吗", "队员须来自同一个县")
    False
    """
    found = _APART.search(question)
    if found is None or _NO_DENIAL.search(question) or _FREE.search(part):
        return False
    body = next(word for word in found.groups() if word)
    names = [body, *_ALIKE.get(body, body).split("|")]
    asked = [m for s in _SEGMENT.split(part) if (m := _ONE.search(s)) is not None]
    own = [m for m in asked if any(name in m["body"] for name in names)]
    return any(concerns(question, m.string) for m in own)
