"""Questions about the change itself: 截止时间改了吗, 延期了没有, 更正了哪些内容."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from knowledge import lazy_re
from knowledge.catalogue.relations.changes import Change, changes_of
from knowledge.catalogue.relations.family import Family
from knowledge.model import Notice, Track
from knowledge.plain import comparable
from retrieval.passages.rank import Sought
from retrieval.passages.units import pairs
from retrieval.question.asked import asked
from retrieval.question.lexicon import Words
from retrieval.relations.whole import sentence_of
from retrieval.reply import Piece, Reply
from retrieval.wording import say

_VERB = (
    "(?:更正|调整|变更|修改|更改|改动|变动|变化|延期|延长|延后|推迟|顺延|提前"
    "|取消(?!.{0,6}(?:资格|成绩|名次|奖))|改(?![革进装造良编建])|变(?![压频电速])|延(?![误续时])|推(?![荐广选举拿]))"
)
_PART = lazy_re.compile(r"(?:补充|更正|变更|调整|延期)(?:通知|公告|启事|说明)(?:里|中|上)?")
_WHETHER = lazy_re.compile(
    rf"(?:有没有|有无|是否|是不是|有)?(?:{_VERB}|不变)(?:了|过|动|化)?(?:没有?|吗|么|嘛|不|否)"
    rf"|(?:有没有|有无|是否|是不是){_VERB}(?:了|过|动)?"
    r"|还(?:有|办|设|开|举行|举办|搞|比)(?:了)?(?:没有?|吗|么|嘛|不)"
    rf"|{_VERB}(?:了|过)?(?=[^，。]{{1,12}}(?:吗|没有?|么)$)"
)
_MAY = lazy_re.compile(
    rf"(?:(?<![智技功性效])能(?:够|不能|否)?|可以|可否|可不可以|允许|怎么|如何|想|准)(?:再|自己|重新|自行|随时|中途|申请)*{_VERB}"
)
"""能修改吗 asks for leave, not whether the notice changed."""
_LEFT = lazy_re.compile(r"^(?:的|了|过)+|(?:吗|没有?|么|嘛|呢|啊|呀|了)+$")
_WHAT = lazy_re.compile(
    rf"{_VERB}了?(?:哪些|什么|哪几|些什么)|(?:哪些|什么|哪里|哪儿).{{0,6}}{_VERB}"
)
_ABOUT = lazy_re.compile(r"(?:什么|哪些|啥)内容|内容是(?:什么|啥)|(?:说|讲|写)了?(?:什么|啥|哪些)")
_MOVED = lazy_re.compile(r"延|推|顺延|提前")
_EVENT = lazy_re.compile(r"赛道|赛项|的")
_NEARLY = 0.75
_TIME = "报名截止时间"
"""What 延期了吗 asks about where nothing else is named."""
_WHOLE = lazy_re.compile(r"其他|其它|其余|未涉及|不变")

Standing = Callable[[str, Sought, datetime], Reply]
Told = tuple[Notice, Change]


@dataclass(frozen=True)
class _Matter:
    """What may have changed: in words, in words without tracks, and the tracks."""

    words: str
    bare: str
    tracks: tuple[str, ...]
    names: tuple[str, ...]


class Changed:
    """Answers whether something was corrected, and what."""

    def __init__(
        self, family: Family, notices: Mapping[str, Notice], words: Words, standing: Standing
    ) -> None:
        self._family = family
        self._notices = notices
        self._words = words
        self._standing = standing

    def reply(self, notice: str, sought: Sought, as_of: datetime) -> Reply | None:
        """The reply, or None if the words ask something else or nothing was corrected."""
        kind, base = self._family.bases.get(notice, ("", notice))
        own = kind == "correction"
        base = base if own else notice
        known = self._family.of(base, {"correction"}, as_of.date())
        corrections = [self._notices[notice]] if own else known
        if not corrections:
            return None
        text = _PART.sub("", sought.asked.plain)
        changes = [(n, change) for n in corrections for change in changes_of(n)]
        if _WHAT.search(text) or (own and _ABOUT.search(text)):
            pieces = tuple(dict.fromkeys(sentence_of(*told) for told in changes))
            return Reply(status="answered", notice=base, pieces=pieces, sure=1.0)
        whether = _WHETHER.search(text)
        if whether is None or _MAY.search(text):
            return None
        matter = self._matter(text, whether[0], base, corrections[0], sought)
        return self._whether(matter, changes, base, sought, as_of)

    def _matter(
        self, text: str, verb: str, base: str, correction: Notice, sought: Sought
    ) -> _Matter:
        """What the words ask of, without the words that ask."""
        own = self._notices[base]
        words = _LEFT.sub("", text.replace(verb, "")).strip("，,的")
        tracks = _tracks(own, words) or _same_tracks(own, correction, sought)
        bare = words
        for name in (name for track in own.tracks for name in (track.name, *track.aliases)):
            bare = bare.replace(comparable(name), "")
        bare = _EVENT.sub("", bare)
        if _MOVED.search(verb) and not bare:
            words, bare = f"{words}{_TIME}", _TIME
        names = tuple(t.name for t in own.tracks if t.id in tracks)
        return _Matter(words, bare, tracks, names)

    def _whether(
        self,
        matter: _Matter,
        changes: Sequence[Told],
        base: str,
        sought: Sought,
        as_of: datetime,
    ) -> Reply:
        """What changed of it; else that nothing did, and what holds."""
        told = [each for each in changes if each[1].kind != "same"]
        hit = self._of(told, matter, self._notices[base])
        if hit:
            first, *rest = [sentence_of(*each) for each in hit]
            text = f"{say('relations.changed')}{first.text}"
            pieces = [first.model_copy(update={"text": text}), *rest]
        else:
            put = replace(sought, asked=asked(matter.words, self._words), tracks=matter.tracks)
            found = self._standing(base, put, as_of)
            pieces = [self._same(changes, matter, self._notices[base])]
            pieces += found.pieces if found.tells else ()
        return Reply(
            status="answered",
            notice=base,
            pieces=tuple(dict.fromkeys(pieces)),
            tracks=matter.tracks,
            groups=sought.groups,
            sure=1.0,
        )

    def _of(self, changes: Sequence[Told], matter: _Matter, notice: Notice) -> list[Told]:
        """The changes of what is asked: those that share most of its words, in its stage."""
        shares = [self._share(change, matter, notice) for _, change in changes]
        best = max(shares, default=0.0)
        found = zip(changes, shares, strict=True)
        return [each for each, share in found if share and share >= best * _NEARLY]

    def _share(self, change: Change, matter: _Matter, notice: Notice) -> float:
        said = comparable(f"{change.about}|{change.before}")
        mentioned = {name for t in notice.tracks if (name := comparable(t.name)) in said}
        named = set(map(comparable, matter.names))
        if named and mentioned and not mentioned & named:
            return 0.0
        if not matter.bare:
            return float(any(name in said for name in named))
        for name in mentioned:
            said = said.replace(name, "")
        if not self._stages(matter.bare) <= self._stages(said):
            return 0.0
        wanted = pairs(matter.bare)
        return len(wanted & pairs(said)) / len(wanted)

    def _stages(self, text: str) -> frozenset[str]:
        spoken = self._words.spoken(text)
        return frozenset(f.id for f in spoken if self._words.concepts[f.id].stage)

    def _same(self, changes: Sequence[Told], matter: _Matter, notice: Notice) -> Piece:
        """What says that it stays: of itself, else of all that is not mentioned."""
        same = [each for each in changes if each[1].kind == "same"]
        narrow = [each for each in same if not _WHOLE.search(each[1].about)]
        whole = [each for each in same if _WHOLE.search(each[1].about)]
        for told in (*self._of(narrow, matter, notice), *whole):
            piece = sentence_of(*told)
            text = say("relations.unchanged", quote=piece.text)
            return piece.model_copy(update={"text": text})
        what = matter.words or say("matter")
        text = say("relations.unmentioned", what=what)
        return Piece(text=text, citations=(), computed=(text,))


def _tracks(notice: Notice, text: str) -> tuple[str, ...]:
    return tuple(t.id for t in notice.tracks if any(name in text for name in _names(t)))


def _names(track: Track) -> Iterator[str]:
    yield from map(comparable, (track.name, *track.aliases))


def _same_tracks(base: Notice, correction: Notice, sought: Sought) -> tuple[str, ...]:
    both = (track for notice in (base, correction) for track in notice.tracks)
    names = {comparable(track.name) for track in both if track.id in sought.tracks}
    return tuple(t.id for t in base.tracks if comparable(t.name) in names)
