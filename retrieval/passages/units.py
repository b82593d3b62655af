"""The pieces an answer is made of: sentences, cards and fields, with all that is known of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from math import log
from operator import add

from knowledge import lazy_re
from knowledge.model import Clause, Notice, Scope, Table, Value
from knowledge.plain import comparable, squeeze
from knowledge.sentences import Sentence, SentenceKind, sentences
from knowledge.trailing import shared_from, tracks_of_all
from retrieval.passages.labelled import goes_on, told_by_label
from retrieval.question.lexicon import Words
from retrieval.scoping.areas import areas_of, begun_with
from retrieval.tabular.cells import cell_clauses

_SKIPPED = lazy_re.compile(r"(附件说明|落款)(\[\d+\])?$")
_TABLED = lazy_re.compile(r"[下附如列]表")
"""What leads to a table leads to no sentence after it."""
_HAD = lazy_re.compile(
    r"下载|获取|领取|推送|小程序|网站|网址|https?:|在[^，。；]{2,}(?:发布|公布|公开)|发[至到][^，。；]{2,}"
)
_CAPTION = lazy_re.compile(r"[(（]图[\d—–-]+[^()（）]*[)）]")
_SEGMENT = lazy_re.compile(r"[，,；;。]|(?<!\d)\d{1,2}[.．](?!\d)")
"""Marks, and the numbers of a list: 3.题库 4.名单(另行公布) leaves but the last one open."""
_POINTING = lazy_re.compile(r"另行?(?:公布|公示|公告|发布)")
"""What only points, so that it is no announcement that is left open."""
_BRACKET = lazy_re.compile(r"[(（]([^()（）]+)[)）]")
_NO_SUBJECT = lazy_re.compile(r"[以由见详另届待将按参]")
_ELLIPTIC = lazy_re.compile(
    r"(?:^|[\u4e00-\u9fff)])(?:不(?:作|做)?要求|不需要?|无需|不受此限(?:制)?|不在此限|除外)[。;；]?$"
)
"""What says of others that it is not so with them, and not what: …须持健康证；茶艺类选手不要求."""
_ANAPHOR = lazy_re.compile(r"[该此](?:项)?(?:称号|奖|证书|补贴|补助|费用|待遇|条件|规定)")
"""What a sentence says of the thing named right before it: 学生组不授予该称号."""
_ABOVE = 120
_RARE = 3.0
"""How telling (see `Reading.rarity`) a word is that one or two sentences of many have."""
_FEE, _BONUS = "fee", "bonus"
_NUMBERED = lazy_re.compile(r"附件\d+")
_OPENING = lazy_re.compile(r"(^|\s)开头$")


@dataclass(frozen=True)
class Unit:
    """One sentence of a notice with its place, its scope and what it speaks of."""

    notice: str
    clause: Clause
    start: int
    end: int
    text: str
    plain: str
    """`comparable(text)`."""
    kind: SentenceKind
    label: str
    headings: tuple[str, ...]
    """From the clause's own heading upwards."""
    said: frozenset[str]
    titled: frozenset[str]
    """Concepts of the clause's own heading."""
    above: frozenset[str]
    """Concepts of the headings further up and of the attachment's title."""
    values: tuple[Value, ...]
    pointer: str | None
    """`announced` or `attachment` where the sentence leaves something open."""
    missing: bool
    """The pointer is to an attachment that is not here."""
    left: frozenset[str] = frozenset()
    """What it leaves open: the concepts of the words with the pointer, and of no others of it."""
    deferred: str = ""
    """`plain` of the words it leaves open."""
    before: str = ""
    """`plain` of what it goes on after a semicolon."""

    @cached_property
    def path(self) -> str:
        """The path of its clause."""
        return self.clause.path

    @cached_property
    def scope(self) -> Scope:
        """The scope of its clause."""
        return self.clause.scope

    @cached_property
    def over(self) -> str:
        """`comparable` of all headings above."""
        return comparable("|".join(self.headings))

    @cached_property
    def pairs(self) -> frozenset[str]:
        """Character pairs of the sentence and of its headings."""
        return pairs(self.plain) | pairs(self.over)


def _states(sentence: Sentence, path: str) -> bool:
    """Whether a line of an opening says something; a body's addressees look like a field."""
    if sentence.text.endswith(("。", "；", ";")):
        return True
    return path != "开头" and sentence.kind == "field"


def pairs(text: str) -> frozenset[str]:
    """All neighbouring characters, two by two; a single character stands for itself."""
    return frozenset(map(add, text, text[1:])) or frozenset({text} - {""})


class Reading:
    """A notice made ready for questions; built on first use, kept as long as the notice is."""

    def __init__(self, notice: Notice, words: Words) -> None:
        self.notice = notice
        self._words = words
        self._tracks = frozenset(comparable(t.name) for t in notice.tracks)
        self._clauses = {clause.path: clause for clause in notice.clauses}
        self._shared = shared_from(notice.clauses)
        self.areas = areas_of(notice)
        self.units: tuple[Unit, ...] = tuple(self._units())
        self.tables: tuple[Table, ...] = tuple(t for t in notice.tables if not t.form)
        self._document_frequency = self._count_pairs()

    def _units(self) -> list[Unit]:
        found: list[Unit] = []
        for clause in self.notice.clauses:
            if not _SKIPPED.search(clause.path):
                found.extend(self._of(clause))
            elif "附件说明" in clause.path:  # where they can be had is said below them
                found.extend(u for u in self._of(clause) if _HAD.search(u.plain))
        return [*found, *self._in_cells()]

    def _of(self, clause: Clause) -> list[Unit]:
        headings = self._headings(clause)
        units: list[Unit] = []
        for sentence in sentences(self.notice.text, clause):
            plain = comparable(sentence.text)
            if _CAPTION.fullmatch(plain):
                continue
            if clause.heading and plain.rstrip("。:：.") == comparable(clause.heading):
                continue
            # of an opening only sentences and fields state anything, not title and addressees
            if _OPENING.search(clause.path) and not _states(sentence, clause.path):
                continue
            owner = self._owner(clause, sentence.start)
            owner = self._in_area(owner, plain) if self.areas else owner
            unit = self._unit(owner, sentence, headings)
            units.append(self._going_on(unit, units[-1] if units else None))
        return units

    def _going_on(self, unit: Unit, before: Unit | None) -> Unit:
        """After a semicolon it is still the part the words before spoke of: 实操按抽签；用时…."""
        parts = {c for c, concept in self._words.concepts.items() if concept.part}
        if before is None or not before.text.endswith(("；", ";")):
            return unit
        unit = replace(unit, before=f"{before.before}{before.plain}")
        unit = replace(unit, said=unit.said | goes_on(unit.plain, before.said))
        if _ELLIPTIC.search(unit.plain):
            unit = replace(unit, said=unit.said | before.said)
        if _FEE in unit.said & before.said and _BONUS not in before.said:
            unit = replace(unit, said=unit.said - {_BONUS})  # 报名费每人200元；团队每队300元
        if unit.said & parts:
            return unit
        return replace(unit, above=unit.above | ((before.said | before.above) & parts))

    def _unit(self, clause: Clause, sentence: Sentence, headings: tuple[str, ...]) -> Unit:
        plain = comparable(sentence.text)
        pointer = self._words.pointer(plain)
        attached = self.notice.attachments
        absent = not attached or any(not a.present for a in attached)
        if pointer == "attachment" and self._enclosed(plain):
            pointer = None  # what is in 附件1 is here
        above = self._words.said(comparable("|".join(headings[1:])))
        values = tuple(
            v for v in self.notice.values if sentence.start <= v.start and v.end <= sentence.end
        )
        return Unit(
            notice=self.notice.id,
            clause=clause,
            start=sentence.start,
            end=sentence.end,
            text=sentence.text,
            plain=plain,
            kind=sentence.kind,
            label=sentence.label,
            headings=headings,
            said=self._words.said(plain) | told_by_label(sentence, values, headings, self._tracks),
            titled=self._words.said(comparable(headings[0])) if headings else frozenset(),
            above=above,
            values=values,
            pointer=pointer,
            missing=pointer == "attachment" and absent,
            left=self._left(plain) if pointer else frozenset(),
            deferred=self._deferred(plain) if pointer else "",
        )

    def _enclosed(self, plain: str) -> bool:
        """Whether all attachments that a sentence names by their numbers are here."""
        named = set(_NUMBERED.findall(plain))
        present = {a.name for a in self.notice.attachments if a.present}
        return bool(named) and named <= present

    def _left(self, plain: str) -> frozenset[str]:
        """What a sentence leaves open: 住宿地点 in 费用自理，住宿地点另行通知."""
        left, told = self._open_and_told(plain)
        return self._words.said(_POINTING.sub("", left)) - self._words.said(told)

    def _deferred(self, plain: str) -> str:
        """The words with the pointer: 工具清单随技术文件发布 behind 选手自备防护用品."""
        return self._open_and_told(plain)[0]

    def _open_and_told(self, plain: str) -> tuple[str, str]:
        """The segments that leave something open, and the others.

        Of 初赛在10月（具体时间另行通知） it is what the bracket says, where it says what.
        """
        aside = [m[1] for m in _BRACKET.finditer(plain) if self._words.pointer(m[1])]
        aside = [words for words in aside if not _NO_SUBJECT.match(words)]
        for words in aside:
            plain = plain.replace(f"({words})", "").replace(f"（{words}）", "")
        segments = [s for s in _SEGMENT.split(plain) if s]
        at = [i for i, s in enumerate(segments) if self._words.pointer(s)]
        # 报到时间，以补充通知为准: the pointer alone names nothing
        open_ones = {i - (i > 0 and bool(_NO_SUBJECT.match(segments[i]))) for i in at} | set(at)
        told = (s for i, s in enumerate(segments) if i not in open_ones)
        left = (*aside, *(segments[i] for i in sorted(open_ones)))
        return "，".join(left), "，".join(told)

    def _owner(self, clause: Clause, start: int) -> Clause:
        """The clause, with the scope of the one above for lines below the end of a list."""
        if not clause.scope.tracks or start < self._shared.get(clause.path, start + 1):
            return clause
        tracks = tracks_of_all(self.notice.clauses, clause.path)
        scope = clause.scope.model_copy(update={"tracks": tracks})
        return clause.model_copy(update={"scope": scope})

    def _in_area(self, clause: Clause, plain: str) -> Clause:
        """The clause, with the tracks of the area a sentence is about: 主赛区：9月14日报到."""
        tracks = begun_with(plain, comparable(clause.text), self.areas)
        if not tracks or clause.scope.tracks:
            return clause
        own = tuple(t.id for t in self.notice.tracks if t.id in tracks)
        return clause.model_copy(update={"scope": clause.scope.model_copy(update={"tracks": own})})

    def _in_cells(self) -> list[Unit]:
        """What long cells of tables say; the names of the row stand above it."""
        found = []
        for clause, names in cell_clauses(self.notice):
            text = squeeze(clause.text)
            sentence = Sentence(start=clause.start, end=clause.end, text=text)
            found.append(self._unit(clause, sentence, names))
        return found

    def _headings(self, clause: Clause) -> tuple[str, ...]:
        found: list[str] = []
        at: Clause | None = clause
        while at is not None:
            if at.heading:
                found.append(squeeze(at.heading))
            at = self._clauses.get(at.parent) if at.parent else None
        if clause.scope.attachment:
            found.extend(
                squeeze(a.title)
                for a in self.notice.attachments
                if a.name == clause.scope.attachment
            )
        return tuple(found)

    @cached_property
    def _headed(self) -> frozenset[str]:
        """The pairs of the headings of columns: 会员单位 may stand nowhere else."""
        heads = (comparable(head) for table in self.tables for head in table.header)
        return frozenset(pair for head in heads for pair in pairs(head))

    def _count_pairs(self) -> dict[str, int]:
        count: dict[str, int] = {}
        for unit in self.units:
            for pair in unit.pairs:
                count[pair] = count.get(pair, 0) + 1
        for table in self.tables:
            for row in table.rows:
                for pair in pairs(comparable("".join(row.cells))):
                    count[pair] = count.get(pair, 0) + 1
        return count

    def above(self, table: Table) -> str:
        """The lines between the beginning of the table's attachment and the table.

        In the body the line right before it, if that leads to it: 奖金标准如下表.
        """
        starts = [a.start for a in self.notice.attachments if a.start and a.start <= table.start]
        start = max(starts, default=table.start)
        if starts:
            return squeeze(self.notice.text[max(start, table.start - _ABOVE) : table.start])
        line = self._line_above(table)
        return squeeze(line) if _TABLED.search(line) else ""

    def led_in(self, table: Table) -> str:
        """The line that ends in a colon right before the table, comparable: 各工种实操要点如下："""
        line = self._line_above(table)[-_ABOVE:]
        return comparable(line) if line.endswith(("：", ":")) else ""

    def headed(self, table: Table) -> str:
        """The headings a table of the body stands under, comparable: 时间和地点|决赛."""
        clause = self._clauses.get(table.path.rpartition(" ")[0])
        return comparable("|".join(self._headings(clause))) if clause is not None else ""

    def _line_above(self, table: Table) -> str:
        """The line right before a table, whose own first line may begin with a bar."""
        before = self.notice.text[: table.start].rstrip("| \t")
        return before.rstrip().rpartition("\n")[2]

    @cached_property
    def _at(self) -> dict[str, list[Unit]]:
        """The sentences of each clause."""
        found: dict[str, list[Unit]] = {}
        for unit in self.units:
            found.setdefault(unit.path, []).append(unit)
        return found

    @cached_property
    def _below(self) -> dict[str | None, list[Unit]]:
        """The sentences of what stands right below each clause."""
        found: dict[str | None, list[Unit]] = {}
        for unit in self.units:
            found.setdefault(unit.clause.parent, []).append(unit)
        return found

    def in_clause(self, path: str) -> Sequence[Unit]:
        """The sentences of a clause, in their order."""
        return self._at.get(path, ())

    def introduced(self, unit: Unit) -> tuple[Unit, ...]:
        """The items below a sentence that ends in a colon: 以下人员不得报名参赛：（1）…（2）…"""
        if not unit.text.endswith(("：", ":")):
            return ()
        below = self._below.get(unit.path, ())
        return tuple(u for u in below if not self._tabled(unit.end, u.start))

    def introduction(self, unit: Unit) -> Unit | None:
        """The sentence with the colon that an item of a list completes.

        Lines below the end of a list complete nothing.
        """
        if unit.start >= self._shared.get(unit.path, unit.start + 1):
            return None
        parent = unit.clause.parent
        of_parent = self._at.get(parent, ()) if parent else ()
        above = [u for u in of_parent if u.end <= unit.start]
        led = above[-1] if above and above[-1].text.endswith(("：", ":")) else None
        if led is None or _TABLED.search(led.plain):
            return None
        return None if self._tabled(led.end, unit.start) else led

    def _tabled(self, start: int, end: int) -> bool:
        """Whether a table stands there, so that it is what the words before it lead to."""
        return any(start <= t.start < end for t in self.notice.tables)

    @cached_property
    def contexts(self) -> dict[tuple[str, int], str]:
        """By path and start, a sentence with its headings and the words that lead to it."""
        led = ((u, self.introduction(u)) for u in self.units)
        told = {
            id(u): before.plain
            for before, u in zip(self.units, self.units[1:], strict=False)
            if before.path == u.path and _ANAPHOR.search(u.plain)
        }
        return {
            (u.path, u.start): f"{u.plain}{u.over}{above.plain if above is not None else ''}"
            f"{u.before if u.before and _ELLIPTIC.search(u.plain) else told.get(id(u), '')}"
            for u, above in led
        }

    def rarity(self, pair: str) -> float:
        """How much a character pair tells: 0 where every sentence has it, high where few do."""
        return log(1 + len(self.units) / (1 + self._document_frequency.get(pair, 0)))

    def rare(self, run: str) -> bool:
        """Whether some words have a word that few sentences have: 加赛 in 最后加赛."""
        return any(self.rarity(p) >= _RARE for p in pairs(run) if self.knows(p))

    def knows(self, pair: str) -> bool:
        """Whether the pair stands anywhere in the notice."""
        return pair in self._document_frequency or pair in self._headed

    def mentions(self, run: str) -> bool:
        """Whether some of the words of `run` are written in the notice, or head its papers."""
        return any(self.knows(pair) or pair in self._papers for pair in pairs(run))

    @cached_property
    def _papers(self) -> str:
        """The titles of the attachments, a line each."""
        return "\n".join(comparable(a.title) for a in self.notice.attachments)
