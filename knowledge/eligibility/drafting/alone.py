"""Where people may enter by themselves too, no unit need send them: 甲项目可以个人组队报名."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from knowledge.catalogue.mentions import track_mentions
from knowledge.fold import fold
from knowledge.plain import squeeze

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from knowledge.eligibility.drafting.parts import Condition
    from knowledge.model import Notice

_ALONE_TOO = re.compile(
    r"(?<!不)(?:可|接受|允许)(?:以|由)?(?:个人|自行|本人)(?:自行|直接)?(?:组队)?报名|个人(?:均)?可(?:自行)?报名|个人报名和|个人[、和及与或](?:单位|团队|企业|学校|集体)[^,。;]{0,4}可(?:以)?(?:自行)?报名|(?:单位|团队|企业|集体)[、和及与或]个人[^,。;]{0,4}可(?:以)?(?:自行)?报名"
)
_STOPS = re.compile("[。；;]")


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
    for one in read:
        if one.made.check != "entered_by_unit" or not said:
            yield one
        elif not whole:
            every = one.tracks or tuple(track.id for track in notice.tracks)
            if left := tuple(track for track in every if track not in alone):
                yield replace(one, tracks=left)
