"""Questions about the change itself: 截止时间改了吗, 延期了没有, 更正了哪些内容."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from knowledge.catalogue.relations.changes import Change, changes_of
from knowledge.catalogue.relations.family import Family
from knowledge.model import Clause, Notice
from knowledge.plain import comparable
from knowledge.sentences import sentences
from retrieval.asked import asked
from retrieval.lexicon import Words
from retrieval.rank import Sought
from retrieval.reply import Piece, Reply, cite
from retrieval.units import pairs
from retrieval.wording import say

_VERB = (
    r"(?:更正|调整|变更|修改|更改|改动|变动|变化|延期|延长|延后|推迟|顺延|提前|取消|改|变|延|推)"
)
_PART = re.compile(r"(?:补充|更正|变更|调整|延期)(?:通知|公告|启事|说明)(?:里|中|上)?")
_WHETHER = re.compile(
    rf"(?:有没有|有无|是否|是不是|有)?(?:{_VERB}|不变)(?:了|过|动|化)?(?:没有?|吗|么|嘛|不|否)"
    rf"|(?:有没有|有无|是否|是不是){_VERB}(?:了|过|动)?"
    r"|还(?:有|办|设|开|举行|举办|搞|比)(?:了)?(?:没有?|吗|么|嘛|不)"
    rf"|{_VERB}(?:了|过)?(?=[^，。]{{1,12}}(?:吗|没有?|么)$)"
)
_LEFT = re.compile(r"^(?:的|了|过)+|(?:吗|没有?|么|嘛|呢|啊|呀|了)+$")
_WHAT = re.compile(rf"{_VERB}了?(?:哪些|什么|哪几|些什么)|(?:哪些|什么|哪里|哪儿).{{0,6}}{_VERB}")
_ABOUT = re.compile(r"(?:什么|哪些|啥)内容|内容是(?:什么|啥)|(?:说|讲|写)了?(?:什么|啥|哪些)")
_MOVED = re.compile(r"延|推|顺延|提前")
_NEARLY = 0.75
_TIME = "报名截止时间"
_WHOLE = re.compile(r"其他|其它|其余|未涉及|不变")

Standing = Callable[[str, Sought, datetime], Reply]


class Changed:
    """Answers whether something was corrected, and what."""

    def __init__(
        self,
        family: Family,
        notices: Mapping[str, Notice],
        words: Words,
        standing: Standing,
    ) -> None:
        self._family, self._notices, self._words = family, notices, words
        self._standing = standing

    def reply(self, notice: str, sought: Sought, as_of: datetime) -> Reply | None:
        """The reply, or None if the words ask something else or nothing was corrected."""
        text = _PART.sub("", sought.asked.plain)
        kind, base = self._family.bases.get(notice, ("", notice))
        if kind == "correction":
            corrections = [self._notices[notice]]
        else:
            base = notice
            corrections = self._family.of(notice, {"correction"}, as_of.date())
        if not corrections:
            return None
        if _WHAT.search(text) or (kind and _ABOUT.search(text)):
            return self._all(base, corrections)
        whether = _WHETHER.search(text)
        if whether is None:
            return None
        return self._whether(text, whether[0], base, corrections, sought, as_of)

    def _all(self, base: str, corrections: Sequence[Notice]) -> Reply:
        """Every sentence that changes something."""
        pieces = [
            Piece(text=proof.quote, citations=(proof,))
            for notice in corrections
            for proof in dict.fromkeys(
                cite(notice, c.path, c.start, c.end) for c in changes_of(notice)
            )
        ]
        return Reply(status="answered", notice=base, pieces=tuple(pieces), sure=1.0)

    def _whether(  # noqa: PLR0913 the question and where it is put
        self,
        text: str,
        verb: str,
        base: str,
        corrections: Sequence[Notice],
        sought: Sought,
        as_of: datetime,
    ) -> Reply:
        matter = _LEFT.sub("", text.replace(verb, "")).strip("，,的")
        own = self._notices[base]
        tracks = _tracks(own, matter) or _same_tracks(own, corrections[0], sought)
        rest = matter
        for track in own.tracks:
            for name in (track.name, *track.aliases):
                rest = rest.replace(comparable(name), "")
        rest = re.sub(r"赛道|赛项|的", "", rest)
        if _MOVED.search(verb) and not rest:
            matter, rest = f"{matter}{_TIME}", _TIME
        put = replace(sought, asked=asked(matter, self._words), tracks=tracks, groups=sought.groups)
        found = self._standing(base, put, as_of)
        changes = [(n, c) for n in corrections for c in changes_of(n)]
        names = [t.name for t in own.tracks if t.id in tracks]
        hit = self._of([each for each in changes if each[1].kind != "same"], rest, names, own)
        if hit:
            pieces = [_told(n, c) for n, c in hit]
            lead = pieces[0].model_copy(
                update={"text": f"{say('relations.changed')}{pieces[0].text}"}
            )
            pieces[0] = lead
        else:
            pieces = list(self._unchanged(changes, rest, names, own))
            if not pieces:
                text = say("relations.unmentioned", what=matter or say("matter"))
                pieces.append(Piece(text=text, citations=()))
            pieces += found.pieces if found.status in {"answered", "partial"} else ()
        return Reply(
            status="answered",
            notice=base,
            pieces=tuple(dict.fromkeys(pieces)),
            tracks=tracks,
            groups=put.groups,
            sure=1.0,
        )

    def _of(
        self,
        changes: Sequence[tuple[Notice, Change]],
        matter: str,
        names: Sequence[str],
        notice: Notice,
    ) -> list[tuple[Notice, Change]]:
        """The changes of what is asked: those that share most of its words, in its stage."""
        wanted = pairs(matter) if matter else frozenset[str]()
        stages = self._stages(matter)
        shares: list[float] = []
        for _, change in changes:
            said = _spoken(change, names, notice)
            if said is None or not stages <= self._stages(said):
                shares.append(0.0)
            elif not wanted:
                named = comparable(f"{change.about}|{change.before}")
                shares.append(float(any(comparable(name) in named for name in names)))
            else:
                shares.append(len(wanted & pairs(said)) / len(wanted))
        best = max(shares, default=0.0)
        found = zip(changes, shares, strict=True)
        return [each for each, share in found if share and share >= best * _NEARLY]

    def _stages(self, text: str) -> frozenset[str]:
        return frozenset(f.id for f in self._words.spoken(text) if self._words.concepts[f.id].stage)

    def _unchanged(
        self,
        changes: Sequence[tuple[Notice, Change]],
        matter: str,
        names: Sequence[str],
        notice: Notice,
    ) -> Iterator[Piece]:
        """What says that it stays: of itself, else of all that is not mentioned."""
        same = [(n, c) for n, c in changes if c.kind == "same"]
        narrow = [(n, c) for n, c in same if not _WHOLE.search(c.about)]
        own = self._of(narrow, matter, names, notice)
        for by, change in (own or [(n, c) for n, c in same if _WHOLE.search(c.about)])[:1]:
            proof = cite(by, change.path, change.start, change.end)
            text = say("relations.unchanged", quote=proof.quote)
            yield Piece(text=text, citations=(proof,))


def _tracks(notice: Notice, text: str) -> tuple[str, ...]:
    return tuple(
        t.id
        for t in notice.tracks
        if any(comparable(name) in text for name in (t.name, *t.aliases))
    )


def _same_tracks(base: Notice, correction: Notice, sought: Sought) -> tuple[str, ...]:
    names = {
        comparable(t.name) for n in (base, correction) for t in n.tracks if t.id in sought.tracks
    }
    return tuple(t.id for t in base.tracks if comparable(t.name) in names) if names else ()


def _told(notice: Notice, change: Change) -> Piece:
    proof = cite(notice, change.path, change.start, change.end)
    return Piece(text=proof.quote, citations=(proof,))


def _spoken(change: Change, names: Sequence[str], notice: Notice) -> str | None:
    """What the change is of, without tracks; None if it is of tracks nobody asks about."""
    said = comparable(f"{change.about}|{change.before}")
    mentioned = {comparable(t.name) for t in notice.tracks if comparable(t.name) in said}
    wanted = set(map(comparable, names))
    if wanted and mentioned and not mentioned & wanted:
        return None
    for name in mentioned:
        said = said.replace(name, "")
    return said


def whole_changes(reply: Reply, correction: Notice) -> Reply:
    """The reply of a correction; a change is told whole, with what its clause adds to it."""
    changes = [c for c in changes_of(correction) if c.kind != "same"]
    clauses = {c.path: c for c in correction.clauses}
    pieces: list[Piece] = []
    for piece in reply.pieces:
        met = [
            c
            for c in changes
            if any(
                p.notice == correction.id and p.start < c.end and c.start < p.end
                for p in piece.citations
            )
        ]
        if not met:
            pieces.append(piece)
            continue
        for change in met:
            pieces += _with_rest(correction, change, clauses[change.path])
    return reply.model_copy(update={"pieces": tuple(dict.fromkeys(pieces))})


def _with_rest(notice: Notice, change: Change, clause: Clause) -> Iterator[Piece]:
    """The sentence of a change, and those behind it that are no change of their own."""
    yield _told(notice, change)
    others = {c.start for c in changes_of(notice)}
    for sentence in sentences(notice.text, clause):
        if sentence.start >= change.end and sentence.start not in others:
            proof = cite(notice, clause.path, sentence.start, sentence.end)
            yield Piece(text=proof.quote, citations=(proof,))
