"""Which tracks and groups a piece of text names.

A notice shortens the names of its tracks (`直播销售赛项` for 农产品直播销售). What stands before
赛项 is therefore looked up by name, alias or as the only name it is a part of; without 赛项 behind
it only a whole name counts.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from knowledge import lazy_re
from knowledge.catalogue.track_codes import NOUN
from knowledge.numerals import NUMERAL
from knowledge.plain import comparable, normal

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from knowledge.model import Track

_NOUN = r"(?:赛项|赛道|竞赛项目|项目|工种)"
_NOUNS = lazy_re.compile(_NOUN)
_LIST = lazy_re.compile(
    rf"(?P<list>[^，。；;:,\n：“”《》]{{2,400}}?)(?:{NUMERAL}个)?(?:正式|竞赛)?{_NOUN}"
)
_OTHERS = lazy_re.compile(
    rf"(?:其他|其它|其余|各|每个|每|所有|全部|同一|多个|本|单个|单一)(?:{NUMERAL}个)?(?:正式)?{_NOUN}"
)
_LEAD = lazy_re.compile(
    r"^(?:.*(?:仅|其中|设|以及|对于|对|于|在|向|至|除|按|的|由|和|与|及|为|加|报名参加|报名|报考|选报|报|参加))(?=.{2})"
)
_MARK = lazy_re.compile(r"^(?:[(（][一二三四五六七八九十\d]+[)）]|\d{1,2}[.．、])")
_JOIN = lazy_re.compile(r"[、和及与或]|以及")
_SPLIT = lazy_re.compile(r"、(?![^()（）]*[)）])")
_ALL_GROUPS = lazy_re.compile(
    r"不分组|分组别|各组|每组别|[,，。;；](?:决赛|同一|各|每|所有|全部|大赛|竞赛|本次|均)"
)
_BRACKETS = lazy_re.compile(r"[(（][^()（）]*[)）]")
_LETTER_LIST = r"[A-Za-z](?:(?:[、,，和与及或/]|以及)[A-Za-z](?![A-Za-z\d]))*"
_LETTERS = lazy_re.compile(
    rf"{_NOUN}(?P<behind>{_LETTER_LIST})(?![A-Za-z\d类级证座馆区厅层楼号])"
    rf"|(?<![A-Za-z])(?P<list>{_LETTER_LIST})(?:{NUMERAL}个)?{_NOUN}"
)
"""Tracks by their letters, whichever side the noun stands on: A、C项目, 赛道A、C."""
_SHORT = 2
_WORD_BEFORE = lazy_re.compile(r"[一-龥](?<![、和与及或的在为是设对报加参])$")
_WORD_BEHIND = lazy_re.compile(
    r"(?:类|行业|服务业?|机构|企业|单位|经营|专业|店|学校|院校|师|协会|从业)"
)


class Entrants(NamedTuple):
    """What one can enter: the tracks and groups of a notice."""

    tracks: tuple[Track, ...]
    groups: tuple[str, ...]


class Mention(NamedTuple):
    """Track ids or group names that stand together at `start:end` of the text."""

    names: tuple[str, ...]
    start: int
    end: int


class Mentions(NamedTuple):
    """All mentions of a text."""

    tracks: list[Mention]
    groups: list[Mention]


def mentions(text: str, entrants: Entrants) -> Mentions:
    """Every place in a folded text that names tracks or groups."""
    return Mentions(track_mentions(text, entrants.tracks), group_mentions(text, entrants.groups))


def resolve(words: str, tracks: Sequence[Track]) -> Track | None:
    """The one track `words` can mean: its name, an alias, or part of only one name.

    >>> from knowledge.model import Track
    >>> tracks = [Track(id="a", name="农产品直播销售"), Track(id="b", name="智慧大棚运维")]
    >>> resolve("直播销售", tracks).id, resolve("运营", tracks)
    ('a', None)
    """
    wanted = comparable(words)
    if len(wanted) < _SHORT:
        return None
    exact = [track for track in tracks if _plain(track.name) == wanted]
    exact = exact or [t for t in tracks if wanted in map(_plain, t.aliases)]
    part = exact or [track for track in tracks if _abridged(wanted, _plain(track.name))]
    return part[0] if len(part) == 1 else None


@lru_cache(maxsize=4096)
def _plain(name: str) -> str:
    return comparable(name)


@lru_cache(maxsize=64)
def _any_of(names: tuple[str, ...]) -> re.Pattern[str]:
    """A pattern for whichever of the names stands there, the longest first."""
    return lazy_re.compile("|".join(map(re.escape, sorted(names, key=len, reverse=True))))


def _abridged(words: str, name: str) -> bool:
    """Whether `words` is `name` with characters left out."""
    place = 0
    for char in words:
        place = name.find(char, place) + 1
        if not place:
            return False
    return True


def track_mentions(text: str, tracks: Sequence[Track]) -> list[Mention]:
    """Every place in a folded text that names tracks; `其他赛项` is a mention of none."""
    kinds = [*kind_mentions(text, tracks), *letter_mentions(text, tracks)]
    found: list[Mention] = []
    if _NOUNS.search(text):
        found += [Mention((), *match.span()) for match in _OTHERS.finditer(text)]
        found += [m for match in _LIST.finditer(text) if (m := _listed(match, tracks))]
        found = [m for m in found if all(m.end <= k.start or k.end <= m.start for k in kinds)]
    found += kinds
    taken = [(mention.start, mention.end) for mention in found]
    for mention in _whole_names(text, tracks):
        if all(mention.end <= start or end <= mention.start for start, end in taken):
            found.append(mention)
    return _joined(text, sorted(found, key=lambda mention: mention.start))


def kind_mentions(text: str, tracks: Sequence[Track]) -> list[Mention]:
    """Where a text names all tracks of a kind: 职业技能类选手, 乡村工匠类各赛项, 大众项目."""
    names = tuple(dict.fromkeys(track.kind for track in tracks if track.kind))
    if not names:
        return []
    stems = tuple(name.removesuffix("类") for name in names)
    pattern = lazy_re.compile(
        rf"(?P<stem>{_any_of(stems).pattern})"
        rf"(?:类(?!专业|证书|人员)(?:[各每]?个?{_NOUN})?|[各每]?个?(?:赛项|赛道|项目|工种))"
    )
    return [
        Mention(
            tuple(track.id for track in tracks if track.kind == f"{match['stem']}类"), *match.span()
        )
        for match in pattern.finditer(text)
        if len(match["stem"]) >= _SHORT or match[0].startswith(f"{match['stem']}类")
    ]


def letter_mentions(text: str, tracks: Sequence[Track]) -> list[Mention]:
    """Where a text names tracks by the letters a table gives them: A项目, A、B项目.

    >>> from knowledge.model import Track
    >>> tracks = [Track(id="a", name="绿茶", aliases=("A项目",)), Track(id="c", name="茶艺")]
    >>> letter_mentions("A项目每人5公斤，C项目8分钟", tracks)
    [Mention(names=('a',), start=0, end=3)]
    >>> letter_mentions("赛道A为10月9日，项目A类", tracks)
    [Mention(names=('a',), start=0, end=3)]
    """
    given = {alias: t.id for t in tracks for alias in t.aliases if len(alias) == len(NOUN) + 1}
    if not given:
        return []
    found = []
    for match in _LETTERS.finditer(text):
        said = match["behind"] or match["list"]
        letters = (c.upper() for c in said if c.isascii() and c.isalpha())
        ids = [given.get(f"{letter}{NOUN}", "") for letter in letters]
        found += [Mention(tuple(ids), *match.span())] if all(ids) else []
    return found


def _listed(match: re.Match[str], tracks: Sequence[Track]) -> Mention | None:
    """`A、B2个赛项`: each item must be a track, read from the last one backwards."""
    ids: list[str] = []
    start = match.end("list")
    for item in reversed(_SPLIT.split(match["list"])):
        track = resolve(item, tracks)
        words = item if track else _LEAD.sub("", _MARK.sub("", item))
        track = track or resolve(words, tracks)
        if track is None:
            break
        ids.append(track.id)
        start -= len(words)
        if words != item:
            break
        start -= 1
    return Mention(tuple(reversed(ids)), max(start, match.start()), match.end()) if ids else None


def _whole_names(text: str, tracks: Sequence[Track]) -> list[Mention]:
    names = _spelt(tuple((track.id, track.name) for track in tracks))
    if not names:
        return []
    found = _any_of(tuple(names)).finditer(text.lower())
    return [Mention((names[m[0]],), *m.span()) for m in found if not _inside_a_word(m)]


def _inside_a_word(match: re.Match[str]) -> bool:
    """Whether a short name is part of another word: 美发 in 美容美发类专业."""
    if len(match[0]) > _SHORT:
        return False
    before, behind = match.string[: match.start()], match.string[match.end() :]
    return bool(_WORD_BEFORE.search(before) and _WORD_BEHIND.match(behind))


@lru_cache(maxsize=64)
def _spelt(tracks: tuple[tuple[str, str], ...]) -> dict[str, str]:
    """Names as they stand in a text, also without their brackets where that is one track's alone.

    >>> _spelt((("a", "电子商务师（网商）"), ("b", "采购员")))["电子商务师"]
    'a'
    """
    names = {_plain(name): track for track, name in tracks}
    names |= {normal(name).lower(): track for track, name in tracks}
    short = [(_plain(_BRACKETS.sub("", name)), track) for track, name in tracks]
    for words, track in short:
        inside = [other for other in names if words in other and names[other] != track]
        if len(words) > _SHORT and not inside and [w for w, _ in short].count(words) == 1:
            names.setdefault(words, track)
    return names


def group_mentions(text: str, groups: Iterable[str]) -> list[Mention]:
    """Every place in a folded text that names groups, also as 学生身份 for 学生组."""
    forms = {group: group for group in groups}
    forms |= {f"{group.removesuffix('组')}身份": group for group in groups}
    if not forms:
        return []
    every = {form: (group,) for form, group in forms.items()} | _wider(tuple(groups))
    pattern = _any_of(tuple(every))
    found = [Mention(every[m[0]], *m.span()) for m in pattern.finditer(text)]
    found += [Mention((), *m.span()) for m in _ALL_GROUPS.finditer(text)]
    return _joined(text, sorted(found, key=lambda mention: mention.start))


@lru_cache(maxsize=64)
def _wider(groups: tuple[str, ...]) -> dict[str, tuple[str, ...]]:
    """学生组, where a notice has 高职学生组 and 中职学生组: all that end so."""
    stems = ("学生组", "职工组", "教师组", "教工组", "企业组", "院校组")
    found = {stem: tuple(g for g in groups if g.endswith(stem)) for stem in stems}
    return {stem: names for stem, names in found.items() if names and stem not in groups}


def _joined(text: str, mentions: list[Mention]) -> list[Mention]:
    """Mentions with only 、 or 和 between them are one."""
    joined: list[Mention] = []
    for mention in mentions:
        last = joined[-1] if joined else None
        if (
            last
            and last.names
            and mention.names
            and _JOIN.fullmatch(text[last.end : mention.start])
        ):
            names = tuple(dict.fromkeys(last.names + mention.names))
            joined[-1] = Mention(names, last.start, mention.end)
        else:
            joined.append(mention)
    return joined
