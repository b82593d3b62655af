"""Where in a notice the words stand that a correction changes.

What it quotes is looked for; of several such places those are meant whose clause, track, group and
label the correction names. Where it only tells the new value, the value of that label and kind is.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from knowledge import lazy_re
from knowledge.catalogue.relations.places import NAMED, places
from knowledge.fold import fold
from knowledge.numerals import CHINESE, arabic
from knowledge.plain import comparable

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from knowledge.catalogue.relations.changes import Change
    from knowledge.model import Clause, Notice, Row, Table, Value

_NEARLY = 0.75
_DIGIT = lazy_re.compile(r"\d")
_YEAR = lazy_re.compile(r"^20\d\d年")
_STEP = lazy_re.compile(
    rf"第?[（(]?(?P<number>{CHINESE}|\d+)[）)]?(?P<what>条|部分|章|款|项|点|目|、)"
)
_ATTACHMENT = lazy_re.compile(r"附件\s*(?P<number>\d*)")
_MARKS = lazy_re.compile(rf"[（(]?(?:{CHINESE}|\d+)[）)]?")
_KINDS: tuple[tuple[re.Pattern[str], frozenset[str]], ...] = (
    (lazy_re.compile(r"@"), frozenset({"email"})),
    (lazy_re.compile(r"https?://|www\."), frozenset({"url"})),
    (
        lazy_re.compile(r"\d月|\d日|\d{4}年|\d:\d\d"),
        frozenset({"deadline", "date", "range", "time"}),
    ),
    (lazy_re.compile(r"周岁"), frozenset({"age"})),
    (lazy_re.compile(r"\d%|％"), frozenset({"ratio", "weight"})),
    (lazy_re.compile(r"元"), frozenset({"amount"})),
    (lazy_re.compile(r"1[3-9]\d-?\d{4}-?\d{4}|\d{3,4}-\d{3,4}-?\d{4}"), frozenset({"phone"})),
    (lazy_re.compile(r"\d{5,}"), frozenset({"qq_group", "phone"})),
    (
        lazy_re.compile(r"[\d一二三四五六七八九十两](?:名|人|队|项|个|支|件|组)"),
        frozenset({"count"}),
    ),
    (lazy_re.compile(r"分钟|小时|天|个月|年"), frozenset({"duration"})),
)


class Span(NamedTuple):
    """A stretch of the notice's text, with the clause or row it stands in."""

    start: int
    end: int
    around: str
    """Comparable words by which it is told from others: label, headings, the sentence."""
    path: str
    tracks: frozenset[str]
    groups: frozenset[str]


def placed(change: Change, notice: Notice) -> tuple[tuple[int, int], ...]:
    """The stretches of the text of `notice` that the change speaks of; none if it is not sure."""
    quoted = _Holder(notice)
    found = list(quoted.standing(change.before)) if change.before else []
    meant = found or (list(quoted.labelled(change)) if change.after else [])
    kept = _meant(change, meant, notice, sure=bool(found))
    return tuple(dict.fromkeys((span.start, span.end) for span in kept))


class _Holder:
    """A notice, ready to be searched."""

    def __init__(self, notice: Notice) -> None:
        self._notice = notice
        self._fold = fold(notice.text)
        self._plain = self._fold.text.lower()

    def standing(self, words: str) -> Iterator[Span]:
        """Every place of the words; without their year if they stand nowhere with it."""
        for said in dict.fromkeys((comparable(words), _YEAR.sub("", comparable(words)))):
            found = [self._around(*self._fold.span(*at)) for at in self._find(said)]
            if found:
                yield from (span for span in found if span is not None)
                return

    def labelled(self, change: Change) -> Iterator[Span]:
        """Values of the kind of the new one."""
        kinds = next((kinds for like, kinds in _KINDS if like.search(change.after)), frozenset())
        for value in self._notice.values:
            if value.kind in kinds and _alike(value, change.after):
                span = self._around(value.start, value.end)
                if span is not None:
                    label = comparable(value.label)
                    yield span._replace(around=f"{label}|{span.around}")
        if not (kinds or change.before) and NAMED.search(change.about):
            yield from filter(None, (self._around(*at) for at in places(self._notice.text)))

    def _find(self, said: str) -> Iterator[tuple[int, int]]:
        at = self._plain.find(said) if said else -1
        while at >= 0:
            end = at + len(said)
            before, after = self._plain[at - 1 : at], self._plain[end : end + 1]
            cut = (_DIGIT.match(before) and said[0].isdigit()) or (
                _DIGIT.match(after) and said[-1].isdigit()
            )
            if not cut:
                yield at, end
            at = self._plain.find(said, at + 1)

    def _around(self, start: int, end: int) -> Span | None:
        for table in self._notice.tables:
            for row in table.rows:
                if row.start <= start and end <= row.end:
                    return self._in_row(table, row, start, end)
        clauses = [c for c in self._notice.clauses if c.start <= start and end <= c.end]
        return self._in_clause(clauses[-1], start, end) if clauses else None

    def _in_row(self, table: Table, row: Row, start: int, end: int) -> Span:
        cells = [comparable(cell) for cell in row.cells]
        said = comparable(self._notice.text[start:end])
        header = [h for h, c in zip(table.header, cells, strict=False) if said in c]
        whole = "|".join(cells)
        names = {t.id for t in self._notice.tracks if comparable(t.name) in whole}
        own = {g for g in self._notice.groups if comparable(g) in whole}
        around = comparable("|".join(header))
        return Span(start, end, around, row.path, frozenset(names), frozenset(own))

    def _in_clause(self, clause: Clause, start: int, end: int) -> Span:
        text = self._notice.text
        first = max(text.rfind(mark, clause.start, start) for mark in "。；;\n") + 1
        stops = [text.find(mark, end, clause.end) for mark in "。；;\n"]
        last = min((stop for stop in stops if stop >= 0), default=clause.end)
        above = {c.path: c for c in self._notice.clauses}
        heads, parent = [clause.heading], clause.parent
        while parent:
            heads.append(above[parent].heading)
            parent = above[parent].parent
        around = comparable("|".join([text[max(first, clause.start) : last], *heads]))
        return Span(
            start,
            end,
            around,
            clause.path,
            frozenset(clause.scope.tracks),
            frozenset(clause.scope.groups),
        )


def _alike(value: Value, after: str) -> bool:
    """A whole date is not taken for an hour, nor an hour for a date."""
    return value.kind != "time" or not re.search(r"\d[月日]", after)


def _meant(change: Change, found: list[Span], notice: Notice, *, sure: bool) -> list[Span]:
    """Of the places those that the change names."""
    about = comparable(change.about)
    where = _path_named(change.about)
    if where is not None:
        found = [span for span in found if _below(span.path, *where)]
    tracks = {t.id: comparable(t.name) for t in notice.tracks}
    names = _named(tracks, about) or _named(
        {t.id: comparable(alias) for t in notice.tracks for alias in t.aliases}, about
    )
    groups = _named({g: comparable(g) for g in notice.groups}, about)
    found = _of(found, names, "tracks")
    found = _of(found, groups, "groups")
    label = about
    for word in (*(tracks[i] for i in names), *map(comparable, groups)):
        label = label.replace(word, "")
    label = re.sub(
        r"赛项|赛道|项目|两个|三个|四个|原通知|通知|正文|[、，,的()（）第条款项]", "", label
    )
    scores = [_shared(label, span.around) for span in found]
    best = max(scores, default=0.0)
    if best == 0:
        alone = sure and (len(found) == 1 or bool(where or names or groups) or not label)
        return found if alone else []
    return [s for s, score in zip(found, scores, strict=True) if score >= best * _NEARLY]


def _named(names: dict[str, str], about: str) -> frozenset[str]:
    inside = {i: name for i, name in names.items() if name and name in about}
    return frozenset(
        i for i, n in inside.items() if not any(n != o and n in o for o in inside.values())
    )


def _of(found: list[Span], names: Iterable[str], what: str) -> list[Span]:
    """Those for the named tracks (groups); what holds for all only where none is for these."""
    wanted = set(names)
    if not wanted:
        return found
    own = [span for span in found if wanted & getattr(span, what)]
    return own or [span for span in found if not getattr(span, what)]


def _shared(label: str, around: str) -> float:
    """The share of the label's neighbouring characters that stand around the place."""
    pairs = [label[i : i + 2] for i in range(len(label) - 1)]
    return sum(pair in around for pair in pairs) / len(pairs) if pairs else 0.0


def _path_named(about: str) -> tuple[str, tuple[str, ...]] | None:
    """Attachment and marks the words name: 附件1第二条第（一）款 → 附件1, (二, 一)."""
    attachment = _ATTACHMENT.search(about)
    marks = tuple(
        arabic(m["number"]) for m in _STEP.finditer(about) if "第" in m[0] or "、" in m[0]
    )
    if attachment is None and not marks:
        return None
    return (f"附件{attachment['number']}" if attachment else "", marks)


def _below(path: str, attachment: str, marks: tuple[str, ...]) -> bool:
    """Whether the path is that clause or below it."""
    first, _, rest = path.partition(" ")
    own = first if first.startswith("附件") else ""
    steps = rest if own else path
    steps = re.sub(r"\s*(?:表|行)\d+|\[\d+\]", "", steps)
    numbers = [arabic(re.sub(r"[（）()]", "", m[0])) for m in _MARKS.finditer(steps)]
    if attachment and own != attachment:
        return False
    return (bool(attachment) or not own or not marks) and tuple(numbers[: len(marks)]) == marks
