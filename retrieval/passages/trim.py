"""The part of a sentence that answers, never cut inside a number or before a limiting tail.

A long sentence is a row of segments. The answer keeps those that speak of what is asked, whatever
stands between them, the condition in front (对…的, 以…身份参赛的) and the limit behind (且, 但,
原则上, 其中, a bracket).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from knowledge import lazy_re

_OPEN, _CLOSE = "（(“《〔[", "）)”》〕]"
_LIMIT = lazy_re.compile(
    r"^(且|但|除|并|原则上|其中|否则|不得|另|同时|以及|或|和|与|不含|含|逾期|未|缺一|缺少|仍|具体|方可|才|不足|超过|均|依次|不|凡)"
)
_CONDITION = lazy_re.compile(r"(的|时|者|后|中|上|下|内|前|人员|选手|单位|赛项|得者)[，,]?$")
_UNLESS = lazy_re.compile(
    r"^(对|若|如|凡|其他)?(未|没有?|不具备|无法|不能)[^，,。；;]{0,24}(的|者|人员|选手)[，,]?$"
)
"""What holds for those without: 对未取得相应等级的，原则上应从事5年以上."""
_CASE = lazy_re.compile(
    r"^(?:对|设|未设|不设|分|不分|有|没有|报|凡)?[^，,。；;\d]{0,10}"
    r"的(?:赛项|项目|单位|选手|人员|组别)[，,]$"
)
"""A case that what follows holds in: 设职工组的赛项，."""
_OPENING = lazy_re.compile(r"^(对|如|若|以|在|凡|当|因|经|自|由|按|根据|符合|满足|未|已|除|每|各)")
_WHEN = lazy_re.compile(r"^(?:20\d\d年)?\d{1,2}月\d{1,2}日[^，,。；;]{0,24}[，,]$")
"""A day or a range of days that says when what follows is done."""
_BARE = lazy_re.compile(
    r"(?:均|都|也|方|才|即)?(?:可以?|不得|不能|不可以?|不予|允许|准予)"
    r"(?:报名|参赛|参加|申报|参评|受理)(?:参赛|参加)?[。；;]?"
)
_HALF_SAID = lazy_re.compile(
    r"^(?:若(?!干)|如果|如(?![下图期实何意愿有])|要是|一旦|凡)[^，,。；;]{2,}[，,]$"
)
"""A condition without what holds in it: 若没有证书，."""
_NUMBER_OF = lazy_re.compile(r"^(?:联系)?(?:电话|手机|邮箱|qq|QQ)(?:号码?)?[:：为\d]")
_PERSON = lazy_re.compile(r"(?:联系人|负责人|联络人|老师)[^，,。；;]{0,8}[，,]$")
_BY_WAY = lazy_re.compile(r"^(?:采[用取]|以[^，,。；;]{2,12}(?:方式|形式)|形式为|方式为)")
"""In which way what stands in front is done: …在单位进行，采用线上方式."""
_ONLY = lazy_re.compile(r"[只仅](?!要|有当)")
_NOT = lazy_re.compile(r"^(?:不|没有|无|未)")
"""What is not is told with what alone is: 只进行操作考核，不进行理论考试."""
_DIGIT = lazy_re.compile(r"\d")
ALIKE = 0.7
"""Segments that speak of the question at least this share of what the best one does are kept."""
LOOSELY = 0.5
"""The same where no value is asked, so that more may be meant."""
SHORT = 48
"""Sentences up to this many characters are answered whole."""


@dataclass(frozen=True)
class Segment:
    """A stretch between two commas; `text` includes the comma behind it."""

    start: int
    end: int
    text: str


def segments(text: str, names: Sequence[str] = (), marks: str = "，,；;") -> list[Segment]:
    """Split at commas outside of brackets and quotation marks.

    At 、 too where one of `names` (groups) begins what follows and a number stands before it:
    职工组25名、学生组20名; a mere list of groups stays whole.
    """
    found: list[Segment] = []
    begins = tuple(names)
    depth = begin = 0
    for index, char in enumerate(text):
        depth += (char in _OPEN) - (char in _CLOSE)
        cut = char in marks or (
            char == "、"
            and text.startswith(begins, index + 1)
            and _DIGIT.search(text[begin:index]) is not None
        )
        if cut and depth <= 0 and not _inside_number(text, index):
            found.append(Segment(begin, index + 1, text[begin : index + 1]))
            begin = index + 1
    if begin < len(text):
        found.append(Segment(begin, len(text), text[begin:]))
    return found


def _inside_number(text: str, index: int) -> bool:
    return text[index - 1 : index].isdigit() and text[index + 1 : index + 2].isdigit()


def trim(
    text: str, speaks: Callable[[str], float], names: Sequence[str] = (), alike: float = ALIKE
) -> str:
    """The answering part of `text`.

    `speaks` says how much a segment has to do with the question (0: nothing; below 0: it is about
    something else than what is asked, and is left out of a short text too). What comes back is a
    verbatim part of `text` without a comma at its end.
    """
    found = _with_cases(segments(text, names), text)
    weights = [speaks(s.text) for s in found]
    best = max(weights, default=0.0)
    if best <= 0 or (len(text) <= SHORT and min(weights) >= 0):
        return text
    chosen = [i for i, weight in enumerate(weights) if weight >= best * alike]
    first, last = chosen[0], chosen[-1]
    first = _with_condition(found, first)
    last = _with_limit(found, last)
    return text[found[first].start : found[last].end].rstrip("，,；;、")


def _with_cases(found: list[Segment], text: str) -> list[Segment]:
    """The segments, a case joined with what holds in it: 设职工组的赛项，职工不低于50%."""
    joined: list[Segment] = []
    for segment in found:
        case = joined and _CASE.search(joined[-1].text)
        begin = joined.pop().start if case else segment.start
        joined.append(Segment(begin, segment.end, text[begin : segment.end]))
    return joined


def _with_condition(found: list[Segment], first: int) -> int:
    while first > 0 and (
        (_NOT.match(found[first].text) and _ONLY.search(found[first - 1].text))
        or _CONDITION.search(found[first - 1].text)
        or _OPENING.match(found[first - 1].text)
        or _WHEN.match(found[first - 1].text)
    ):
        first -= 1
    return first


def _with_limit(found: list[Segment], last: int) -> int:
    """Go on while a limit follows, or while the words only name whom something is said of."""
    while last + 1 < len(found) and (
        _LIMIT.match(found[last + 1].text)
        or _UNLESS.match(found[last + 1].text)
        or _CONDITION.search(found[last].text)
        or _goes_on(found[last].text, found[last + 1].text)
    ):
        last += 1
    return last


def _goes_on(said: str, after: str) -> bool:
    """Whether a segment is but half said: a condition, a person to call, a place without the way.

    >>> _goes_on("联系人：王老师，", "电话：12345678。"), _goes_on("若没有证书，", "需满5年。")
    (True, True)
    """
    if _HALF_SAID.search(said) or _BY_WAY.match(after):
        return True
    return bool(_PERSON.search(said) and _NUMBER_OF.match(after))


def permits_alone(part: str) -> bool:
    """Whether a part only says that one may, or may not, and not who: no answer by itself.

    >>> permits_alone("可以报名"), permits_alone("满16周岁可以报名")
    (True, False)
    """
    return bool(_BARE.fullmatch(part))


def cut_limit(quote: str, part: str) -> bool:
    """Whether `part` of `quote` leaves out a limit that stands right behind it.

    >>> cut_limit("年满16周岁以上，且在法定退休年龄以内。", "年满16周岁以上")
    True
    """
    at = quote.find(part)
    if at < 0 or not part:
        return False
    rest = quote[at + len(part) :].lstrip("，,；;、")
    return bool(re.match(r"(且|但|除外|除|（|\()", rest))
