"""All papers of one list, where it is asked what is handed in: 报名表；身份证复印件；照片2张。

A notice sets such a list in one clause, part by part behind semicolons, or as items below a line
with a colon; each part is a sentence of its own, and one of them alone is no answer.
"""

from __future__ import annotations

from collections.abc import Sequence

from knowledge import lazy_re
from retrieval.passages.each_group import labelled
from retrieval.passages.enumerated import under_papers
from retrieval.passages.goals import Aims
from retrieval.passages.rank import Scored
from retrieval.passages.units import Reading
from retrieval.question.asked import Asked

_OF_PAPERS = frozenset({"materials", "paper", "hand_in"})
_BESIDE = frozenset({"enrol", "procedure", "form_source", "who_can", "residence"})
_PEOPLE = frozenset({"student", "worker", "teacher"})
"""Of whom it is asked; a list that sets some items apart for groups is told group by group."""
_OPEN = frozenset({"what", "list", "which", "how_many"})
_LEADS = lazy_re.compile(
    r"(?:材料|资料|提交|提供|上传|报送|携带|准备|出示)[^。；;:：]{0,12}[:：]|(?:材料|资料)(?:包括|有|为)"
)
_HEADED = lazy_re.compile(r"(?:材料|资料|证件)(?:清单|目录)?[:：]?$")
"""（三）上传的材料：, with an item a line below it."""
_MORE = lazy_re.compile(r"[须应需另还](?:要|另|再)*(?:提[交供]|附|上传|出具|出示)")
_ENDS = ("；", ";")
LEAST = 2


def papers(
    best: Scored, ranked: Sequence[Scored], wanted: Aims, asked: Asked, reading: Reading
) -> list[Scored]:
    """The sentences of the list that is asked for; empty where another thing is.

    Only the items beside the best sentence are taken, or the one clause with the likeliest
    beginning of a list.
    """
    concepts = set(asked.concepts) - {g.concept for g in wanted.stages}
    beside = concepts - _OF_PAPERS - _BESIDE - _PEOPLE
    if not concepts & _OF_PAPERS or beside or not asked.forms & _OPEN:
        return []
    if "yes_no" in asked.forms:
        return []
    first = next((s for s in ranked if _begins(s)), None)
    items = _items(best, ranked, reading) or _items(
        _led_beside(best, ranked, reading), ranked, reading
    )
    items = items or (_on(first, ranked) if first is not None else [])
    apart = any(labelled(s.unit, reading.notice.groups) for s in items)
    return [] if apart and concepts & _PEOPLE else items


def _led_beside(best: Scored, ranked: Sequence[Scored], reading: Reading) -> Scored:
    """For a line below the end of a list the likeliest item of that list; else the line itself."""
    parent = best.unit.clause.parent
    if parent is None or reading.introduction(best.unit) is not None:
        return best
    items = (s for s in ranked if s.unit.clause.parent == parent)
    return next((s for s in items if reading.introduction(s.unit) is not None), best)


def _items(one: Scored, ranked: Sequence[Scored], reading: Reading) -> list[Scored]:
    """The items below the line with a colon, or the heading, that leads to this one."""
    unit, above = one.unit, reading.introduction(one.unit)
    led = above is not None and _LEADS.search(above.plain)
    headed = not unit.clause.heading and unit.headings and _HEADED.search(unit.headings[0])
    if unit.clause.parent is None or not (led or headed or under_papers(unit)):
        return []
    below = (s for s in ranked if s.unit.clause.parent == unit.clause.parent)
    if led:  # below the end of the list only what else is handed in
        below = (s for s in below if reading.introduction(s.unit) or _MORE.search(s.unit.plain))
    found = sorted(below, key=lambda s: s.unit.start)
    return found if len(found) >= LEAST else []


def _begins(scored: Scored) -> bool:
    """Whether a sentence leads to a list and has its first part."""
    unit = scored.unit
    called = any(v.kind == "phone" for v in unit.values)  # 办公室（报名、材料）：郁老师
    return not called and unit.text.endswith(_ENDS) and _LEADS.search(unit.plain) is not None


def _on(first: Scored, ranked: Sequence[Scored]) -> list[Scored]:
    """The sentence and what goes on with it, to the end of the list; empty where nothing does."""
    clause = sorted(
        (s for s in ranked if s.unit.path == first.unit.path), key=lambda s: s.unit.start
    )
    found = clause[(at := clause.index(first)) : at + 1]
    for each in clause[at + 1 :]:
        if not found[-1].unit.text.endswith(_ENDS):
            break
        found.append(each)
    return found if len(found) >= LEAST else []
