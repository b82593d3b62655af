"""What a correction changes: the words it quotes, in whatever way it says so.

由“甲”更正为“乙”; 将“甲”改为“乙”; “甲”应为“乙”; 原定甲，现调整为乙; 报名时间延长至乙; 取消“丙”;
其他不变.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal

from knowledge import lazy_re
from knowledge.model import Frozen, Notice
from knowledge.sentences import sentences

if TYPE_CHECKING:
    from collections.abc import Iterator

_QUOTES = '“”"「」『』'
_TO = (
    r"(?:更正|修改|修订|调整|变更|更改|更换|改|换|变|推迟|提前|统一|现)(?:为|成|至|到|在)"
    r"|(?:延长|延期|延|推迟|顺延|推后|提前|增加|提高|增|放宽|减少|降低|减|压缩|缩短)(?:为|至|到)"
    r"|应为|应是|现定于|定于|改期至|改期为"
)
_QUOTED = rf"[“\"「『](?P<{{0}}>[^{_QUOTES}]+)[”\"」』]"
_PAIR = lazy_re.compile(
    _QUOTED.format("before")
    + rf"[^{_QUOTES}。；;]{{0,16}}?(?:{_TO})[：:，,]?"
    + _QUOTED.format("after")
)
_FROM = lazy_re.compile(
    rf"(?:由(?:原来的|原定的?|原)?|从|原定于?|原为|原计划(?:于|在)?|为(?=[^，,。]*[，,]现))(?P<before>[^，,。；;{_QUOTES}]{{1,40}}?)"
    rf"(?P<matter>的[^，,。；;\d]{{2,20}})?[，,]?(?:现|均|统一|一律|已|拟|将|经研究)*(?:{_TO})"
    rf"(?P<after>[^，,。；;{_QUOTES}]+)"
)
_ONLY = lazy_re.compile(rf"(?:{_TO})[：:]?[“\"「『]?(?P<after>[^，,。；;{_QUOTES}]+)")
_GONE = lazy_re.compile(
    rf"(?:取消|删除|删去|撤销|不再设置?|停办)(?:[^{_QUOTES}，。；]{{0,12}}?{_QUOTED.format('before')}"
    rf"|(?P<bare>(?!.{{0,6}}(?:资格|成绩|名次|奖项|称号))[^，,。；;{_QUOTES}]+))"
)
_SAME = lazy_re.compile(r"不变|不作(?:调整|变更|修改)|不做(?:调整|变更|修改)|仍按原|照旧|依旧")
_TAIL = lazy_re.compile(r"(?:举行|举办|进行|开展|召开|截止|结束|为止)(?:的)?$")
_MARK = lazy_re.compile(
    r"^(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十\d]{1,3}[）)]|\d{1,2}[.．、](?!\d))\s*"
)
"""The mark of the correction's own item, which is no place in the notice."""
_VALUE = lazy_re.compile(r"[\d一二三四五六七八九十两]|@|[\u4e00-\u9fff]{2}")


class Change(Frozen):
    """One thing a correction says: what was, what is now, and of what."""

    kind: Literal["replaced", "removed", "same"]
    about: str = ""
    """The words before it: 具身智能赛道的提交邮箱, 第三条第二款."""
    before: str = ""
    """As quoted; empty where only the new words are told."""
    after: str = ""
    path: str
    start: int
    end: int
    """The sentence, in the correction's text."""


def changes_of(notice: Notice) -> tuple[Change, ...]:
    """Everything a correction changes, and what it says stays, in the order it stands in."""
    found: list[Change] = []
    for clause in notice.clauses:
        if clause.path.endswith(("落款", "附件说明")):
            continue
        for sentence in sentences(notice.text, clause):
            place = {"path": clause.path, "start": sentence.start, "end": sentence.end}
            found += [
                change.model_copy(update=place) for change in changes_in(_told(sentence.text))
            ]
    return tuple(found)


def _told(text: str) -> str:
    return text.replace("\n", "，")


def changes_in(sentence: str) -> tuple[Change, ...]:
    """The changes of one sentence; its place is left open.

    >>> [c.after for c in changes_in("报名截止时间由“6月1日”更正为“6月9日”，邮箱改为“a@b.cn”。")]
    ['6月9日', 'a@b.cn']
    """
    found = [
        *_matches(_PAIR, sentence),
        *_matches(_FROM, sentence),
        *_matches(_GONE, sentence),
        *_matches(_ONLY, sentence),
    ]
    kept: list[re.Match[str]] = []
    for match in found:
        if not any(match.start() < other.end() and other.start() < match.end() for other in kept):
            kept.append(match)
    kept.sort(key=lambda match: match.start())
    return (*_read(sentence, kept), *_same(sentence))


def _matches(pattern: re.Pattern[str], sentence: str) -> Iterator[re.Match[str]]:
    return pattern.finditer(sentence)


def _read(sentence: str, found: list[re.Match[str]]) -> Iterator[Change]:
    begin, about = 0, ""
    for match in found:
        parts = match.groupdict()
        before = _TAIL.sub("", parts.get("before") or parts.get("bare") or "").strip()
        after = _TAIL.sub("", parts.get("after") or "").strip()
        own = _subject(sentence[begin : match.start()] + (parts.get("matter") or ""))
        about, begin = own or about, match.end()
        kind: Literal["replaced", "removed"] = "replaced" if after else "removed"
        if _VALUE.search(after or before):
            yield Change(
                kind=kind, about=about, before=before, after=after, path="", start=0, end=0
            )


def _subject(words: str) -> str:
    """What the change is of, without the words that join it: 将…的报名邮箱由."""
    words = re.sub(r"^[，,；;、\s]+", "", words)
    words = _MARK.sub("", words)
    words = re.sub(
        r"^(?:举行|举办|进行)?的?(?:现|并|同时|其中|另|经研究|决定)*(?:将|把)?", "", words
    )
    return re.sub(r"(?:由|将|把|从|中|的|有误|[，,：:（(]|现|均|统一)+$", "", words)


def _same(sentence: str) -> Iterator[Change]:
    match = _SAME.search(sentence)
    if match:
        about = _subject(re.split("[，,；;]", sentence[: match.start()])[-1])
        yield Change(kind="same", about=about, path="", start=0, end=0)
