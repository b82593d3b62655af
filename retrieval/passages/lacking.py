"""What a question names and a notice's own list has not: a group, an item of a closed list."""

from __future__ import annotations

from collections.abc import Sequence

from knowledge import lazy_re
from knowledge.plain import comparable, comparable_name
from retrieval.passages.units import Reading, Unit
from retrieval.question.asked import Asked
from retrieval.reply import Piece, Reply, cite_unit
from retrieval.wording import say

_GROUP = lazy_re.compile(
    r"(?:有没有|有无|有|设|分)(?:了|没有|没|不)?设?(?:了|置)?((?:(?!的)[\u4e00-\u9fff]){2,5}组)(?![织成队员长委办建])"
)
_SETS = lazy_re.compile(r"设|分为?|包括|均")
_USES = lazy_re.compile(
    r"能用|可以?用|允许用|支持|能不能用|可不可以用|用.{0,8}(行|可以|成)(吗|不|么)"
)
_LIST = lazy_re.compile(r"(?:为|是|包括|包含|限于?|仅|只|有|[：:])[^。；]*、[^。；]*")
_FOREIGN = lazy_re.compile(r"[a-z][a-z0-9.+#]*")
_SEVERAL = 2


def group_reply(reading: Reading, asked: Asked, tracks: Sequence[str] = ()) -> Reply | None:
    """That the notice or the one track sets no such group, with the sentence that names its own."""
    match = _GROUP.search(asked.plain) if "yes_no" in asked.forms else None
    if match is not None and len(tracks) == 1:
        return _of_track(reading, match[1], tracks[0])
    own = [comparable_name(g) for g in reading.notice.groups]
    if match is None or len(own) < _SEVERAL:
        return None
    name = match[1].removeprefix("设").removeprefix("置")
    if any(name in g or g in name for g in own) or name in comparable(reading.notice.text):
        return None

    def worth(unit: Unit) -> tuple[int, bool, int]:
        told = sum(g in unit.plain for g in own)
        return told, bool(_SETS.search(unit.plain)), -len(unit.plain)

    unit = max(reading.units, key=worth)
    if worth(unit)[0] < _SEVERAL:
        return None
    lead = say("no_group", what=name)
    piece = Piece(
        text=f"{lead}{unit.text}",
        citations=(cite_unit(reading.notice, unit),),
        computed=(lead, name),
    )
    return Reply(status="answered", notice=reading.notice.id, pieces=(piece,), sure=1.0)


def _of_track(reading: Reading, group: str, track: str) -> Reply | None:
    """That one track has not a group which others have: 叉车司机，个人赛，只设职工组."""
    own = next(t for t in reading.notice.tracks if t.id == track)
    named = [g for g in reading.notice.groups if comparable(g) == group]
    if not named or not own.groups or set(named) & set(own.groups):
        return None
    name = comparable(own.name)
    for unit in reading.units:
        groups = [g for g in reading.notice.groups if comparable(g) in unit.plain]
        if name in unit.plain and groups == list(own.groups) and _SETS.search(unit.plain):
            lead = say("no_group", what=f"{own.name}{group}")
            cited = (cite_unit(reading.notice, unit),)
            piece = Piece(text=f"{lead}{unit.text}", citations=cited, computed=(lead, group))
            return Reply(
                status="answered",
                notice=reading.notice.id,
                pieces=(piece,),
                tracks=(track,),
                sure=1.0,
            )
    return None


def not_listed(asked: Asked, unit: Unit) -> str:
    """The name the question asks about that a sentence with a list of such names lacks.

    >>> _FOREIGN.findall("go语言能用吗")
    ['go']
    """
    if "yes_no" not in asked.forms or not _USES.search(asked.plain) or not _LIST.search(unit.plain):
        return ""
    named = set(_FOREIGN.findall(unit.plain))
    lacking = [name for name in _FOREIGN.findall(asked.plain) if name not in named]
    return lacking[0] if len(named) >= _SEVERAL and len(lacking) == 1 else ""
