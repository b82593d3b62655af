"""Whether rows of a table, though they are named, tell of something else than what is asked."""

from __future__ import annotations

from collections.abc import Sequence

from knowledge import lazy_re
from knowledge.plain import comparable
from retrieval.passages.rank import Sought
from retrieval.passages.said import COUNTING
from retrieval.passages.speaking_of import SpeakingOf
from retrieval.passages.units import Reading, pairs
from retrieval.passages.whom import CALLING, CALLS
from retrieval.question.asked import Asked
from retrieval.question.lexicon import Words
from retrieval.question.measures import counted, measures
from retrieval.question.moments import TIMED
from retrieval.question.rest import own_events
from retrieval.question.thing import thing
from retrieval.tabular.beside import of_a_deed, silent, unsaid
from retrieval.tabular.classes import of_other_money
from retrieval.tabular.lasting import of_hours_only
from retrieval.tabular.tables import ASIDE, Hit

_ROLES = frozenset({"teacher", "adviser", "leader", "judge"})
_CALLED = lazy_re.compile(r"联系|电话|手机|联络|咨询|负责人")
_OF_A_VALUE = frozenset({"when", "where", "how_long"})
_HAN = lazy_re.compile(r"[\u4e00-\u9fff]{2}")
_DEEDS = lazy_re.compile(
    r"比(?:的是|些)?哪[几些](?:样|项(?!目)|块|门)"
    r"|(?:做|考|完成|练)(?:的是|些)?(?:哪[几些]?|几|什么|啥)(?![号点天时月场]|个?(?:人|题|小时|钟头|分钟|赛项|工种|职业|项目|组|单位|学校))"
)
"""What is done in a contest, which no day nor room tells: 要做哪些活."""
_OUTWARD = lazy_re.compile(
    r"时间|日期|地点|场地|考场|人数|名额|联系|电话|手机|负责|单位|学校|院校|代码|编号|序号|组别|类别"
    r"|分值|配分|权重|占比|时长|赛项|工种|职业|名称|备注|奖"
)
"""Columns that tell of a contest from without."""
OF_A_ROW = frozenset({"tracks", "category", "seq", "title", "edition"})
"""What names a row, and is of no other matter."""


class RowDoubts:
    """Judges rows that were found, by what the rest of their notice says."""

    def __init__(self, reading: Reading, words: Words, of: SpeakingOf) -> None:
        self._reading, self._words, self._speaking_of = reading, words, of

    def of_others(self, hit: Hit, sought: Sought) -> bool:
        """Whether rows do not answer: of another stage, part, event or thing, or merely named."""
        asked = sought.asked
        return (
            self._of_other_stage(asked, hit)
            or of_hours_only(asked, hit)
            or self._of_something_else(asked, hit)
            or self._of_another(asked, hit)
            or _only_calls(asked, hit)
            or self._of_other_part(asked, hit)
            or of_a_deed(self._reading, hit, asked, self._words)
            or of_other_money(hit, asked)
            or silent(self._reading, self._speaking_of, hit, sought, self._words)
            or not (hit.asked or hit.counted or self._only_mentions(asked, hit))
        )

    def _of_something_else(self, asked: Asked, hit: Hit) -> bool:
        """Whether the question names a thing these rows do not speak of: 身高有要求吗."""
        named = thing(asked, self._words)
        if named is None or named.preferred:
            return False
        cells = (c for row in hit.rows for c in row.cells)
        text = comparable("，".join((hit.table.title, *hit.table.header, *cells)))
        return not named.told(text, self._words.said(text), frozenset(asked.concepts))

    def _of_another(self, asked: Asked, hit: Hit) -> bool:
        """Whether the question names an event, or a role, that is the notice's and not the rows'.

        Or asks how many a unit may enter, which a sentence tells, and the rows count all of them.
        """
        heads = hit.table.header
        told = [heads[i] for i in hit.asked]
        told = told or [h for i, h in enumerate(heads) if i not in hit.mentioned]
        if _DEEDS.search(asked.plain) and all(_OUTWARD.search(head) for head in told if head):
            return True
        events = own_events(asked.plain, self._reading.mentions)
        roles = _ROLES & set(asked.concepts) and asked.forms & COUNTING
        of_role = bool(roles) and not CALLS & set(asked.concepts)  # 找哪个老师，电话多少
        if (events or of_role) and self._untold(hit, events, of_role=of_role):
            return True
        if "multi_track" in asked.concepts and self._entered_twice(hit):
            return True
        if "unit_quota" not in asked.concepts:
            return False
        if "unit_quota" in self._words.said(comparable("，".join(hit.table.header))):
            return False
        return any({"unit_quota", "quota"} <= u.said for u in self._reading.units)

    def _entered_twice(self, hit: Hit) -> bool:
        """Whether a sentence tells who may enter two tracks, and the rows do not."""
        cells = (c for row in hit.rows for c in row.cells)
        text = comparable("，".join((hit.table.title, *hit.table.header, *cells)))
        told = any("multi_track" in u.said for u in self._reading.units)
        return told and "multi_track" not in self._words.said(text)

    def _untold(self, hit: Hit, events: Sequence[str], *, of_role: bool) -> bool:
        """Whether the rows tell of none of the events, or of no role where one is counted."""
        cells = (c for row in hit.rows for c in row.cells)
        text = comparable("，".join((hit.table.title, *hit.table.header, *cells)))
        if events and not any(e in text for e in events):
            return True
        return of_role and not _ROLES & self._words.said(text)

    def _of_other_stage(self, asked: Asked, hit: Hit) -> bool:
        """Whether it is asked when one checks in, and the rows tell of the contest alone."""
        stages = ASIDE & set(asked.concepts)
        if not stages or "when" not in asked.forms:
            return False
        cells = "".join(
            (hit.table.title, *hit.table.header, *(c for r in hit.rows for c in r.cells))
        )
        return not stages & self._words.said(comparable(cells))

    def _of_other_part(self, asked: Asked, hit: Hit) -> bool:
        """Whether it is asked of the theory, and all columns tell of the practice alone.

        Columns of no part are of that of the whole table: 技能操作 | 配分; where it tells of none,
        a sentence that tells of it goes first.
        """
        parts = {c for c in asked.concepts if self._words.concepts[c].part}
        if not parts or not hit.asked:
            return False
        heads = [self._parts(hit.table.header[i]) for i in hit.asked]
        cells = (cell for row in hit.rows for cell in row.cells)
        every = self._parts("，".join((hit.table.title, *hit.table.header, *cells)))
        if any(heads) or every:
            return all((head or every) and not (head or every) & parts for head in heads)
        wanted = set(asked.concepts) & {"weight", "share", "duration"}
        return any(parts <= u.said and wanted & u.said and u.values for u in self._reading.units)

    def _parts(self, text: str) -> set[str]:
        """The parts of a contest a text speaks of."""
        said = self._words.said(comparable(text))
        return {c for c in said if self._words.concepts[c].part}

    def _only_mentions(self, asked: Asked, hit: Hit) -> bool:
        """Whether the question asks for nothing but what belongs to the thing it mentions."""
        runs = [run for run in asked.content if len(run) > 1]
        known = all(any(self._reading.knows(p) for p in pairs(run)) for run in runs)
        heads = (hit.table.title, *hit.table.header)
        cells = comparable("".join((*heads, *(c for r in hit.rows for c in r.cells))))
        own = all(self._of_cells(r, cells) for r in runs if _HAN.search(r))
        kinds = {k for i in hit.mentioned for k in self._kinds(hit.table.header[i])}
        forms = _OF_A_VALUE - {"when"} if kinds & TIMED else _OF_A_VALUE
        if "yes_no" in asked.forms and self._elsewhere(asked, cells):
            return False
        if measures(asked.plain) and not counted(asked.plain, cells):
            return False
        return known and own and not hit.wanted - OF_A_ROW and not asked.forms & forms

    def _of_cells(self, run: str, cells: str) -> bool:
        """Whether the notice has no other words of a word of the question than these cells.

        消防员记功 is not said by a row with 消防员 where the notice has 记功 elsewhere.
        """
        rest = (p for part in unsaid(run, pairs(cells)) for p in pairs(part))
        return not any(len(p) > 1 and self._reading.knows(p) for p in rest)

    def _elsewhere(self, asked: Asked, cells: str) -> bool:
        """Whether words of the question stand in the notice, but not in these cells."""
        runs = [run for run in asked.content if len(run) > 1 and not any(map(str.isdigit, run))]
        own = {p for run in runs for p in pairs(run)}
        said = any(self._reading.knows(p) and p not in cells for p in own)
        return said or any(
            any(map(self._reading.mentions, m.words)) and not any(w in cells for w in m.words)
            for m in asked.meant
        )

    def _kinds(self, header: str) -> set[str]:
        """The kinds of value a column holds by its heading."""
        return {
            k for c in self._words.said(comparable(header)) for k in self._words.concepts[c].kinds
        }


def _only_calls(asked: Asked, hit: Hit) -> bool:
    """Whether a yes or no is asked, and the columns tell whom to call."""
    if "yes_no" not in asked.forms or CALLING.search(asked.plain):
        return False
    heads = [comparable(hit.table.header[i]) for i in hit.asked]
    return bool(heads) and all(_CALLED.search(h) for h in heads)
