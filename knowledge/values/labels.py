"""What a notice calls a value: the label before the colon, else the noun before it."""

from __future__ import annotations

from knowledge import lazy_re

_SENTENCE = lazy_re.compile(r"[。;；\n]")
_LABEL = lazy_re.compile(r"([^,，。;:：\n、“”\"]{1,20})(?:(?<!\d)[:：]|(?<=\d)[:：](?!\d))")
MARK = lazy_re.compile(
    r"^(?:[(（][一二三四五六七八九十\d]+[)）]|[一二三四五六七八九十]+、|\d{1,2}[.．、])"
)
_SCOPE = lazy_re.compile(r"^.*(?:赛项|赛道|竞赛项目)(?=[\u4e00-\u9fff]{2})")
_NOUN = lazy_re.compile(r"([\u4e00-\u9fff]{2,10}?)(?:原则上|分别|一律|分组别)*$")
_FUNCTION = lazy_re.compile(
    r".*(?:另外|.(?=从事)|允许|自带|提供|核发|配(?![分套])|设(?![备计施])|有(?![关效限])|取得?|获得|持有|具有|具备|[的为须在可按将由共各每至于不限和或及以占均另且应是该达仅与对并者])"
)
_MEASURE = lazy_re.compile(
    r"^(?:其中|个(?!人)|项(?!目)|次(?!数)|名(?![额单次])|[支所])(?=[\u4e00-\u9fff]{2})"
)
_OF_DATE = lazy_re.compile(r"\d[年月日时点]$")
"""`2026年1月1日时年满12周岁`: the end of a date is no noun."""
_NOUN_REACH = 16
_NEAR = 8


def sentence_before(text: str, place: int) -> str:
    """The part of the sentence that stands before `place`."""
    starts = [match.end() for match in _SENTENCE.finditer(text, 0, place)]
    return text[starts[-1] if starts else 0 : place]


def label_before(text: str, place: int) -> str:
    """The nearest `label：` before `place` in the same sentence, else empty.

    >>> label_before("联系人:张老师,电话:", 11)
    '电话'
    """
    labels = _LABEL.findall(sentence_before(text, place))
    return _SCOPE.sub("", MARK.sub("", labels[-1])).strip("'- ") if labels else ""


def noun_before(text: str, place: int) -> str:
    """The noun right before `place`, up to the nearest function word.

    >>> noun_before("可设指导教师", 6)
    '指导教师'
    """
    before = text[max(0, place - _NOUN_REACH) : place]
    match = _NOUN.search(before)
    if match is None or _OF_DATE.search(before[: match.start() + 1]):
        return ""
    return _MEASURE.sub("", _FUNCTION.sub("", match[1]))


def number_label(text: str, start: int, heading: str) -> str:
    """What a number counts or limits: a label close before it, the noun before it, the heading.

    The name of a group is none: it says whom the number is for.
    """
    label, noun = label_before(text, start), noun_before(text, start)
    if noun.endswith("组") or noun == "赛项":
        noun = label or heading or noun
    noun = noun if len(noun) > 1 else ""
    near = label if ":" in text[max(0, start - _NEAR) : start] else ""
    return near or noun or heading
