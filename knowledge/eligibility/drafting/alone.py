"""Where people may enter by themselves too, no unit need send them: 甲项目可以个人组队报名."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from knowledge import lazy_re
from knowledge.catalogue.mentions import track_mentions
from knowledge.fold import fold
from knowledge.plain import squeeze

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from knowledge.eligibility.drafting.parts import Condition
    from knowledge.model import Notice

_ALONE_TOO = lazy_re.compile(
    r"(?<!不)(?:可|接受|允许)(?:以|由)?(?:个人|自行|本人)(?:自行|直接)?(?:组队)?报名|个人(?:均)?可(?:自行)?报名|个人报名和|个人[、和及与或](?:单位|团队|企业|学校|集体)[^,。;]{0,4}可(?:以)?(?:自行)?报名|(?:单位|团队|企业|集体)[、和及与或]个人[^,。;]{0,4}可(?:以)?(?:自行)?报名"
)
_STOPS = lazy_re.compile("[。；;]")


_FREE = lazy_re.compile(
    r"(?<!不含)(?<!不包括)(?:灵活就业|自由职业|个体(?:工商户|经营|从业|劳动)|新就业形态|新业态|社会人员|城乡劳动者|返乡|农民|村民|居民)[^,。;]{0,24}(?:可|参加|报名|参赛)"
)
_REFUSED = lazy_re.compile(r"不得|不能|不可|不予|不接受|不列入|不纳入|不再|除外")
_PLACES = lazy_re.compile("乡镇|镇街|街道|社区|村|协会|合作社|人社|农业农村")
"""Who sends people without an employer too."""
_WITH_UNIT = ("student", "worker", "teacher")


def _free(one: Condition) -> bool:
    """Whether a sentence on who may enter lets in people without an employer."""
    text = one.statement.text
    return bool(_FREE.search(text)) and not one.statement.bars and not _REFUSED.search(text)


def _of_employed(one: Condition) -> Condition:
    """Who has no unit cannot be sent by it, where people without one are let in."""
    if one.made.capacities or _PLACES.search(one.statement.text):
        return one
    return replace(one, made=one.made._replace(capacities=_WITH_UNIT))


def alone_too(notice: Notice, read: Sequence[Condition]) -> Iterator[Condition]:
    """The conditions without 由单位报名 for the tracks whose people may enter by themselves."""
    said = [
        sentence
        for sentence in _STOPS.split(fold(squeeze(notice.text)).text)
        if _ALONE_TOO.search(sentence)
    ]
    named = [
        track_mentions(part, notice.tracks)
        for sentence in said
        for part in sentence.split(",")
        if _ALONE_TOO.search(part)
    ]
    alone = {name for mentions in named for one in mentions for name in one.names}
    whole = not all(named) or not alone
    free = any(map(_free, read))
    for one in read:
        if one.made.check != "entered_by_unit":
            yield one
        elif not said:
            yield _of_employed(one) if free else one
        elif not whole:
            every = one.tracks or tuple(track.id for track in notice.tracks)
            if left := tuple(track for track in every if track not in alone):
                yield replace(one, tracks=left)
