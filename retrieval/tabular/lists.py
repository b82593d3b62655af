"""Questions for a whole list: which tracks there are, which entries a table has, how many."""

from __future__ import annotations

import re

from knowledge import lazy_re
from knowledge.model import Notice
from knowledge.numerals import CHINESE
from knowledge.plain import comparable
from retrieval.passages.elements import cite_phrase
from retrieval.passages.units import Reading, Unit
from retrieval.question.asked import Asked
from retrieval.question.conditions import stated
from retrieval.reply import Piece, Reply, cite_unit
from retrieval.tabular.rows import row_reply, table_reply
from retrieval.tabular.tables import Hit, TableView
from retrieval.tabular.telling import telling_reply, told
from retrieval.wording import say

_LISTING = frozenset({"list", "how_many", "what", "which"})
_LISTED = frozenset(
    {"tracks", "category", "title", "enrol", "attachments", "grouping", "level_of_event"}
)
"""What a question for a list may ask besides."""
_OF_SUITED = _LISTED | {
    "who_can",
    "student",
    "worker",
    "teacher",
    "skill_level",
    "again",
    "procedure",
}
_SETS = lazy_re.compile(r"设|分为|包括")
_SET_OUT = lazy_re.compile(
    rf"(?:设|分为?|包括|有)置?(?:以下)?(?:\d+|{CHINESE})个?大?(?:竞赛|比赛)?(?:赛项|项目|工种|职业|赛道|科目)[:：][^。；;]+、"
)
"""本次竞赛设四个赛项：甲、乙、丙、丁."""
_SEVERAL = 2
_OF_PEOPLE = frozenset({"人", "队"})
_NUMERALS = ("一", "两", "三", "四", "五", "六", "七", "八", "九", "十")
_MOST_NAMES = 0.5
"""A sentence that names no more of the tracks than this speaks of these few only."""
_TITLE_SHARE = 0.5
MOST_SUITED = 3
_FOR_EACH = lazy_re.compile(
    r"[每一]个?(赛项|项目|工种|赛道|组别|组)[^，,。？?]{0,8}(几|多少|好多)(?!个?(赛项|项目|工种|赛道))"
)
"""How many of something there are for each track, not how many tracks: 一个赛项能推几队."""
_OPEN_TO = lazy_re.compile(
    r"(?:赛项|项目|工种|赛道)(?:可以|能|可供?|让)(?:我们?)?(?:报名?|参加|选择?)的?$"
)
"""有哪几个项目可以报 asks for all there are."""
_KINDS = lazy_re.compile(r"[哪几]几?(种|类)(赛|竞赛|比赛|活动|方式|形式)")
_SOME = lazy_re.compile(
    r"超过|不到|不足|[低高少多大小长]于|\d(?:小时|分钟|元|人|名|分)?以[上下内]|不分组?|不[设考]|没有?(?:分|设)"
)
"""What holds for some of the rows is no question for all of them: 用时超过2小时的."""
_OF_TRACKS = lazy_re.compile(r"赛项|项目|工种|职业|赛道|名称|科目|专业|课程|模块")
"""The heading of a column of tracks: 内容 of a programme names none."""
_OTHERWISE = lazy_re.compile(r"要求|条件|怎么办|咋办|怎么处理")
_NAMED_WITH = lazy_re.compile(
    r"(名字|名称|名儿|名)(里[面头边]?|当?中|上)?面?都?(带有?|有|含有?|包含|出现|写[了着有]?)(?P<words>[^，,。？?]{1,20}?)"
    r"(这?[两几一二三四五六七八九十\d]*个?(字|词))?的"
)
_OR = lazy_re.compile(r"或者?|和|及|与|跟|、|/")
_ATTACHMENT = lazy_re.compile(r"附件(\d+)")


def list_reply(reading: Reading, views: list[TableView], asked: Asked) -> Reply | None:
    """The tracks, or the entries of the table the question names; None if it asks for no list."""
    if "yes_no" in asked.forms or _FOR_EACH.search(asked.plain):
        return None
    having = _named_with(reading, asked)
    if having is not None:
        return having
    again = _one([v.twice(asked) for v in views])
    if again is not None:
        return row_reply(reading.notice, again, asked)
    if "consequence" in asked.forms or any(unit in _OF_PEOPLE for _, unit in stated(asked.plain)):
        return None  # 我们赛项只来了18个人会怎么处理
    named = "tracks" in asked.concepts and set(asked.concepts) <= {"tracks", "title"}
    listing = asked.forms & _LISTING or named
    others = (
        set(asked.concepts) - _LISTED - ({"who_can"} if _OPEN_TO.search(asked.plain) else set())
    )
    if not listing or others or _KINDS.search(asked.plain) or _SOME.search(asked.plain):
        return None
    tracks = "tracks" in asked.concepts and "grouping" not in asked.concepts
    return (
        _groups(reading, asked)
        or _counted_tracks(reading, asked)
        or _of_table(reading, views, asked)
        or (_tracks(reading, views, asked) if tracks else None)
    )


def _named_with(reading: Reading, asked: Asked) -> Reply | None:
    """The tracks whose names have a word: 名字里带电商或者直播的赛项有哪些."""
    match = _NAMED_WITH.search(asked.plain) if "tracks" in asked.concepts else None
    unit = _track_sentence(reading) if match is not None else None
    if match is None or unit is None:
        return None
    said = [w.strip("“”\"‘’'") for w in _OR.split(match["words"])]
    names = [t.name for t in reading.notice.tracks]
    having = [n for n in names if any(w and w in comparable(n) for w in said)]
    if not having or not all(comparable(n) in unit.plain for n in having):
        return None
    count = say("count", count=str(len(having)), what="赛项")
    text = "\n".join((count, *(say("item", text=name) for name in having)))
    piece = Piece(text=text, citations=(cite_unit(reading.notice, unit),), computed=(count,))
    return _answered(reading.notice, piece)


def _of_table(reading: Reading, views: list[TableView], asked: Asked) -> Reply | None:
    """The entries of the table the question names, or those that have a word of it."""
    named = _named_table(views, asked)
    if named is not None:
        some = named.with_edition(asked)
        if some is not None:
            return row_reply(reading.notice, some, asked)
        some = told(named, asked, reading.notice.name)
        if some is not None:
            return row_reply(reading.notice, some, asked)
        if _OTHERWISE.search(asked.plain):
            return None  # 表里没有的工种有啥要求
        return table_reply(reading.notice, named.table, named.key, asked)
    dated = (hit for v in views if (hit := v.with_edition(asked)) is not None)
    found = max(dated, key=lambda h: h.titled, default=None)  # 办到第十三届的有哪些
    if found is None and "list" in asked.forms:
        own = [v for v in views if "tracks" not in asked.concepts or _OF_TRACKS.search(v.called)]
        found = _one([v.with_word(asked) for v in own])
    if found is not None:
        return row_reply(reading.notice, found, asked)
    return telling_reply(reading.notice, views, asked)


def _one(hits: list[Hit | None]) -> Hit | None:
    """The only hit among them."""
    found = [hit for hit in hits if hit is not None]
    return found[0] if len(found) == 1 else None


def _named_table(views: list[TableView], asked: Asked) -> TableView | None:
    """The table whose title has the question's own words, or whose attachment it names."""
    number = _ATTACHMENT.search(asked.plain)
    if number is not None:
        inside = [v for v in views if v.table.scope.attachment == f"附件{number.group(1)}"]
        return inside[0] if inside else None
    best = max(views, key=lambda v: v.title_share(asked), default=None)
    return best if best is not None and best.title_share(asked) >= _TITLE_SHARE else None


def _tracks(reading: Reading, views: list[TableView], asked: Asked) -> Reply | None:
    notice = reading.notice
    if not notice.tracks:
        return _set_out(reading)
    unit = _track_sentence(reading)
    if unit is not None and "how_many" in asked.forms and "list" not in asked.forms:
        return _answered(notice, Piece(text=unit.text, citations=(cite_unit(notice, unit),)))
    names = {comparable(t.name) for t in notice.tracks}
    for view in views:
        if view.lists(names):
            return table_reply(notice, view.table, view.key, asked)
    found = [cite_phrase(notice, t.name) for t in notice.tracks]
    places = [c for c in found if c is not None]
    cited = (cite_unit(notice, unit),) if unit is not None else tuple(places)
    if unit is None and len(places) < max(len(found), _SEVERAL):
        return None
    count = str(len(notice.tracks))
    lines = [say("count", count=count, what="赛项")]
    lines += [say("item", text=t.name) for t in notice.tracks]
    piece = Piece(text="\n".join(lines), citations=cited, computed=(lines[0],))
    return _answered(notice, piece)


def _set_out(reading: Reading) -> Reply | None:
    """The one sentence that counts and names the tracks, where the catalogue knows none."""
    found = [u for u in reading.units if _SET_OUT.search(u.plain)]
    if len(found) != 1:
        return None
    piece = Piece(text=found[0].text, citations=(cite_unit(reading.notice, found[0]),))
    return _answered(reading.notice, piece)


def suited_reply(reading: Reading, asked: Asked) -> Reply | None:
    """The tracks that what somebody does speaks of: 会画画 means the ones of pictures."""
    if not asked.forms & _LISTING or not {"tracks", "who_can"} & set(asked.concepts):
        return None
    if set(asked.concepts) - _OF_SUITED:
        return None  # 直播带货那个赛项几个人一队
    fitting = [
        t.name
        for t in reading.notice.tracks
        if any(word in comparable(t.name) for m in asked.meant for word in m.words)
    ]
    unit = _track_sentence(reading) if 0 < len(fitting) <= MOST_SUITED else None
    if unit is None or not all(comparable(name) in unit.plain for name in fitting):
        return None
    text = say("suited", names="、".join(fitting))
    return _answered(reading.notice, Piece(text=text, citations=(cite_unit(reading.notice, unit),)))


def direction_reply(reading: Reading, asked: Asked, tracks: tuple[str, ...]) -> Reply | None:
    """The direction of a track, which stands in brackets behind its name."""
    if "direction" not in asked.concepts or len(tracks) != 1:
        return None
    name = next(t.name for t in reading.notice.tracks if t.id == tracks[0])
    unit = _track_sentence(reading)
    if unit is None or comparable(name) not in unit.plain or "(" not in comparable(name):
        return None
    return _answered(reading.notice, Piece(text=name, citations=(cite_unit(reading.notice, unit),)))


def _groups(reading: Reading, asked: Asked) -> Reply | None:
    """The sentence that names most of the groups, if it is asked which there are."""
    names = [comparable(g) for g in reading.notice.groups]
    if "grouping" not in asked.concepts or len(names) < _SEVERAL or "tracks" in asked.concepts:
        return None

    def worth(unit: Unit) -> tuple[int, bool, int]:
        said = sum(n in unit.plain for n in names)
        return said, bool(_SETS.search(unit.plain)), -len(unit.plain)

    best = max(reading.units, key=worth, default=None)
    if best is None or worth(best)[0] < _SEVERAL:
        return None
    return _answered(
        reading.notice, Piece(text=best.text, citations=(cite_unit(reading.notice, best),))
    )


def _counted_tracks(reading: Reading, asked: Asked) -> Reply | None:
    """The sentence that says how many tracks there are, if just that is asked."""
    counting = "how_many" in asked.forms and "list" not in asked.forms
    if not counting or "tracks" not in asked.concepts or _ATTACHMENT.search(asked.plain):
        return None
    unit = _track_sentence(reading) if reading.notice.tracks else None
    if unit is None:
        return None
    return _answered(
        reading.notice, Piece(text=unit.text, citations=(cite_unit(reading.notice, unit),))
    )


def _of_tracks(count: int) -> re.Pattern[str]:
    """How a sentence says that there are so many tracks: 3个竞赛项目, 三大赛项."""
    said = "|".join([str(count), *_NUMERALS[count - 1 : count]])
    things = "项目|赛项|赛道|工种|职业|专业"
    return lazy_re.compile(
        rf"(?<![\d每十])(?:{said})(?:个|大|项|类)?(?:竞赛|比赛|技能)?(?:{things})"
    )


def _track_sentence(reading: Reading) -> Unit | None:
    """The sentence that names most tracks, or says how many there are."""
    names = [comparable(t.name) for t in reading.notice.tracks]

    number = _of_tracks(len(names))

    def worth(unit: Unit) -> tuple[int, bool]:
        return sum(n in unit.plain for n in names), bool(number.search(unit.plain))

    best = max(reading.units, key=worth, default=None)
    said, counted = worth(best) if best is not None else (0, False)
    if not counted and said <= len(names) * _MOST_NAMES:
        return next((u for u in reading.units if names and number.search(u.plain)), None)
    return best if counted or said > len(names) * _MOST_NAMES else None


def _answered(notice: Notice, piece: Piece) -> Reply:
    return Reply(status="answered", notice=notice.id, pieces=(piece,), sure=1.0)
