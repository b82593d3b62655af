"""Whether the answer of a sheet and saiwen's say the same, and what can be done if they do not."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from eval.own_sheet.facts import Fact, facts, lacking, likeness
from eval.own_sheet.words import Verdict, words
from knowledge.model import Clause, Frozen, Notice
from knowledge.plain import comparable, squeeze
from retrieval.model import Answer

_ALIKE = 0.6
_QUOTE = 60
_NO = re.compile(r"(?:不(?!超|少|低|高|仅|只|限)|无须|无需|没有|没|未|禁止|严禁|免费|否)")
_YES = re.compile(r"(?:可以|可(?!能)|能|需|要|必须|应|是|有|会|行|允许|收)")


class Expected(NamedTuple):
    """A line of the sheet, as it was written."""

    question: str
    answer: str
    clause: str
    track: str = ""
    """Id of the track it is asked of; "" for all."""


class Compared(Frozen):
    """A line of the sheet, checked."""

    sheet: str
    row: int
    """As a spreadsheet counts, from 1."""
    question: str
    expected: str
    verdict: Verdict
    answer: str
    clause: str
    """The clauses that are cited, each with its words."""
    advice: str


def verdict(wanted: Expected, answer: Answer) -> Verdict:
    """Compare an expected answer with what saiwen says."""
    if not wanted.answer:
        return "none"
    silent = any(sign in comparable(wanted.answer) for sign in words().silent)
    refused: dict[str, Verdict] = {"clarify": "asked_back", "out_of_scope": "declined"}
    if answer.status == "not_stated":
        return "same" if silent else "silent"
    if answer.status in refused:
        return refused[answer.status]
    if silent and not _own_facts(wanted):
        return "same" if answer.status == "partial" else "not_silent"
    return _by_content(wanted, answer)


def _own_facts(wanted: Expected) -> tuple[Fact, ...]:
    """The facts of the expected answer that its question does not state already."""
    return lacking(facts(wanted.answer), [wanted.question])


def _by_content(wanted: Expected, answer: Answer) -> Verdict:
    told = [answer.text, *(citation.quote for citation in answer.citations)]
    every = _own_facts(wanted)
    missing = lacking(every, told)
    if missing:
        return "partly" if len(missing) < len(every) else "differs"
    one, other = _lead(wanted.answer), _lead(answer.text)
    if one is not None and other is not None and one != other:
        return "differs"
    enough = every or likeness(wanted.answer, "|".join(told)) >= _ALIKE
    return "same" if enough else "look"


def _lead(text: str) -> bool | None:
    """Whether the words begin with a yes or a no; None with neither.

    >>> _lead("不可以，见附件"), _lead("可以"), _lead("食宿自理")
    (False, True, None)
    """
    said = comparable(text)
    if _NO.match(said):
        return False
    return True if _YES.match(said) else None


def advice(of: Verdict, wanted: Expected, answer: Answer, notice: Notice) -> str:
    """What a coordinator can do, in a sentence; "" where nothing is to be done."""
    say = words().advice
    if of == "same":
        return _other_clause(wanted.clause, answer)
    if of == "asked_back":
        return say[of].format(options="、".join(o.label for o in answer.options) or "几种情况")
    if of in {"declined", "not_silent", "look"}:
        return say[of]
    return "" if of == "none" else _differing(of, wanted, answer, notice)


def _differing(of: Verdict, wanted: Expected, answer: Answer, notice: Notice) -> str:
    """Where the notice says what the sheet says; else why nothing was found."""
    say, own = words().advice, _own_facts(wanted)
    place = stating(own, notice)
    if place is not None:
        quoted = {"path": place.path, "quote": _short(place.text)}
        others = place.scope.tracks if wanted.track not in {"", *place.scope.tracks} else ()
        names = "、".join(each.name for each in notice.tracks if each.id in others)
        return say["other_track" if names else "elsewhere"].format(tracks=names, **quoted)
    if of == "silent" and answer.reason:
        return say[answer.reason]
    told = [answer.text, *(citation.quote for citation in answer.citations)]
    missing = lacking(own, told)
    if not missing:
        return say["opposite"]
    return say["not_found"].format(facts="、".join(f"“{fact.words}”" for fact in missing))


def _other_clause(clause: str, answer: Answer) -> str:
    cited = list(dict.fromkeys(each.path for each in answer.citations))
    wanted = comparable(clause)
    if not wanted or any(_same_place(wanted, comparable(path)) for path in cited):
        return ""
    return words().advice["other_clause"].format(clause=clause, cited="、".join(cited) or "没有")


def _same_place(one: str, other: str) -> bool:
    """Whether one address is the other, or leads to it: 六 and 六(五), 附件1二 and 二."""
    short, long = sorted((one, other), key=len)
    return long.startswith(short) or long.endswith(short)


def stating(wanted: Sequence[Fact], notice: Notice) -> Clause | None:
    """The innermost clause of the notice that states all of these facts."""
    found = [c for c in notice.clauses if wanted and not lacking(wanted, [c.text])]
    return min(found, key=lambda clause: len(clause.text), default=None)


def _short(text: str) -> str:
    line = squeeze(text)
    return line if len(line) <= _QUOTE else f"{line[:_QUOTE]}…"
