"""What a notice calls a value: the label before the colon, else the noun before it."""

from __future__ import annotations

import re

_SENTENCE = re.compile(r"[。;；\n]")
_LABEL = re.compile(r"([^,，。;:：\n、“”\"]{1,20})(?:(?<!\d)[:：]|(?<=\d)[:：](?!\d))")
_LEAD = re.compile(
    r"^(?:[(（][一二三四五六七八九十\d]+[)）]|[一二三四五六七八九十]+、|\d{1,2}[.．、])"
)
_MEASURE = re.compile(r"^(?:其中|个(?!人)|[支所项名次])(?=[\u4e00-\u9fff]{2})")
_SCOPE = re.compile(r"^.*(?:赛项|赛道|竞赛项目)(?=[\u4e00-\u9fff]{2})")
_NOUN = re.compile(r"([\u4e00-\u9fff]{2,10}?)(?:原则上|分别|一律|分组别)*$")
_FUNCTION = re.compile(
    r".*(?:的|为|设|须|在|可|按|将|由|共|各|每|至|于|不|限|有|和|或|及|以|占|均|另|且|应|是|该|达|取|仅|与|对|并)"
)


def sentence_before(text: str, place: int) -> str:
    """The part of the sentence that stands before `place`."""
    starts = [match.end() for match in _SENTENCE.finditer(text, 0, place)]
    return text[starts[-1] if starts else 0 : place]


def label_before(text: str, place: int) -> str:
    """The nearest `label：` before `place` in the same sentence, else empty.

    >>> label_before("联系人:张老师,电话:", 11)
    '电话'
    """
    match = None
    for match in _LABEL.finditer(sentence_before(text, place)):
        pass
    return _SCOPE.sub("", _LEAD.sub("", match[1])).strip("'- ") if match else ""


def noun_before(text: str, place: int) -> str:
    """The noun right before `place`, up to the nearest function word.

    >>> noun_before("可设指导教师", 6)
    '指导教师'
    """
    match = _NOUN.search(text[max(0, place - 16) : place])
    return _MEASURE.sub("", _FUNCTION.sub("", match[1])) if match else ""
