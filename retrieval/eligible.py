"""Yes/no questions about a person: the checker's verdict as an answer with the same citations.

What is open is said to be open, with what to tell next; what bars the way with its reason.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any

from knowledge.eligibility.capacity import ENTRANTS
from knowledge.eligibility.facts import Facts, facts_from_words
from knowledge.eligibility.model import Rules
from knowledge.eligibility.person import read_person
from knowledge.eligibility.survey import ASK_ORGANISER
from knowledge.eligibility.ties import Sheet
from knowledge.eligibility.verdict import Judged
from knowledge.model import Notice
from knowledge.plain import comparable
from retrieval.asked import Asked, plain
from retrieval.lexicon import Words
from retrieval.persons import Kind, persons
from retrieval.rank import Sought
from retrieval.reply import Piece, Reply
from retrieval.told import Told, alike, doubts, questions, sheets, told
from retrieval.wording import say

_OTHER_FORMS = frozenset(
    {"how_many", "how_much", "how_long", "when", "where", "list", "who", "what", "which", "how"}
)
_ALONE = re.compile(r"单位|个人|自己|没工作|待业|失业|灵活就业|自由职业")
_NUMBER = re.compile(r"\d+(?:\.\d+)?")
_OLDEST = 130
_ROLES = frozenset(ENTRANTS)
_OF_AGES = frozenset({"age_at_least", "age_at_most", "age_on", "born_between"})
_AGES = frozenset({"age", "birth_date"})
OF_ENTRY = frozenset({"group", "wants_also", "registered_tracks", "channel", "unit_entries"})
"""Facts of an entry, which say nothing of who somebody is."""
MAX_SHOWN = 3
MAX_NOTES = 2
MAX_ASKED = 2


def personal(asked: Asked, words: Words) -> bool:
    """Whether it is asked if a person may take part, and nothing else.

    It is asked too where somebody tells of himself and wishes to enter, or only tells who he is.
    """
    if asked.forms & _OTHER_FORMS:
        return False
    others = set(asked.concepts) - words.personal
    if not _of_entering(asked, words):
        return False
    return not others or not _besides_facts(asked, words)


def _of_entering(asked: Asked, words: Words) -> bool:
    people = persons()
    if words.asks_to_enter(asked.plain) or people.wishes(asked.plain):
        return True
    if people.asks_of_kind(asked.plain):
        return people.kind(asked.plain) is not None
    return not asked.forms and tells(asked.text)


def _besides_facts(asked: Asked, words: Words) -> set[str]:
    """The concepts of a question that are no facts of its person: 没证 asks for no certificate."""
    heard = facts_from_words(asked.text)
    if not set(heard.person) - OF_ENTRY:
        return set(asked.concepts) - words.personal
    found = {one.id for one in words.asked(plain(heard.leftover))}
    return found - words.personal


def tells(text: str) -> bool:
    """Whether a message only tells who somebody is: 我是大二学生; 男，35，贵阳，电工."""
    said = plain(text)
    if not persons().of_self(said) and not _NUMBER.search(said):
        return False
    heard = facts_from_words(text)
    own = set(heard.person) - OF_ENTRY
    return bool(own or heard.unclear) and (persons().of_self(said) or bool(own & _AGES))


def verdict_reply(notice: Notice, rules: Rules, sought: Sought, as_of: datetime) -> Reply | None:
    """The verdict on the person the question describes; None if it describes none.

    Where tracks differ and the question names none, each set of rules has its own statement.
    """
    asked = sought.asked
    heard = facts_from_words(asked.text, as_of.date())
    kind = persons().kind(asked.plain)
    ways = _ways(heard, kind.kind if kind else None)
    if not ways[0]:
        return _doubted(notice, rules, sought, doubts(heard))
    if len(sought.groups) == 1:
        ways = [{"group": sought.groups[0], **facts} for facts in ways]
    alone = bool(_ALONE.search(asked.plain))
    cases = sheets(notice, rules, read_person(ways[0])[0], sought.tracks)
    every = [(case, told(notice, rules, case, ways, as_of, alone=alone)) for case in cases]
    if not any(of_case.shown for _, of_case in every) and _whole(asked, ways[0]):
        every = [
            (case, told(notice, rules, case, ways, as_of, alone=alone, whole=True))
            for case in cases
        ]
    made: dict[Piece, list[Sheet]] = {}
    for case, of_case in every:
        if of_case.shown:
            piece = _piece(of_case, asked, doubts(heard), exact="birth_date" in ways[0])
            made.setdefault(piece, []).append(case)
    if not made:
        return _doubted(notice, rules, sought, doubts(heard))
    said_by_all = len(made) == 1 and sum(map(len, made.values())) == len(every)
    return Reply(
        status="answered",
        notice=notice.id,
        pieces=tuple(made) if said_by_all else tuple(_apart(notice, rules, made)),
        tracks=sought.tracks,
        groups=sought.groups,
        sure=1.0,
    )


def _doubted(notice: Notice, rules: Rules, sought: Sought, doubt: str) -> Reply | None:
    """What cannot be as it was told is named, with the clauses on ages; None without any doubt."""
    if not doubt:
        return None
    cases = sheets(notice, rules, read_person({})[0], sought.tracks)
    cited = [i.citation for case in cases for i in case.items if i.rule.check in _OF_AGES]
    found = tuple(dict.fromkeys(one for one in cited if one))[:MAX_SHOWN]
    quotes = "；".join(f"“{quote}”" for quote in widest(one.quote for one in found))
    text = doubt + "。" + (say("verdict.unsure") + quotes + "。" if quotes else "")
    return Reply(
        status="answered",
        notice=notice.id,
        pieces=(Piece(text=text, citations=found, computed=(doubt,)),),
        tracks=sought.tracks,
        groups=sought.groups,
        sure=1.0,
    )


def _whole(asked: Asked, facts: Mapping[str, Any]) -> bool:
    """Whether a role alone is to be judged: somebody's own, or that of a kind of people."""
    if facts.get("identity") not in _ROLES:
        return False
    people = persons()
    kind = people.kind(asked.plain)
    named = kind is not None and not kind.kind.aside
    return named or people.wishes(asked.plain) or tells(asked.text)


def _ways(heard: Facts, kind: Kind | None) -> list[dict[str, Any]]:
    """The facts; where an age or a year of birth is known roughly, once with each of its bounds."""
    person = heard.person
    if kind and kind.counts and "identity" not in person:
        person = {**person, "identity": kind.counts}
    rough = next((one for one in heard.unclear if one.key in _AGES), None)
    if rough is None or _AGES & set(person):
        return [person]
    bounds = [rough.low if rough.low is not None else 0, rough.high]
    bounds[1] = _OLDEST if bounds[1] is None else bounds[1]
    as_value = str if rough.key == "birth_date" else int
    return [{**person, rough.key: as_value(int(bound))} for bound in bounds]


def _apart(notice: Notice, rules: Rules, made: Mapping[Piece, list[Sheet]]) -> Iterator[Piece]:
    """Statements that hold for some tracks only, each under the names of these."""
    for piece, cases in made.items():
        names = [track.name for case in cases for track in alike(notice, rules, case)]
        yield piece.model_copy(update={"scope": "、".join(names)})


def widest(quotes: Iterable[str]) -> list[str]:
    """Without the quotes that another one contains."""
    kept = dict.fromkeys(quotes)
    return [q for q in kept if not any(q != other and q in other for other in kept)]


def _piece(told: Told, asked: Asked, doubt: str, *, exact: bool) -> Piece:
    shown = _distinct(told.shown)[:MAX_SHOWN]
    own = _distinct(told.barred or told.shown)[:MAX_SHOWN]
    quotes = widest([item.citation.quote for item in own if item.citation])
    proof = comparable("".join(quotes)) + asked.plain
    notes = _notes(shown, proof, exact=exact)
    text = doubt + _lead(told) + "；".join(f"“{quote}”" for quote in quotes) + "。"
    text += "".join(dict.fromkeys(_why(item, proof) for item in shown if _needs_reason(item)))
    besides = () if told.barred else told.others[:MAX_SHOWN]
    if besides:
        text, shown = text + _besides(besides, asked), (*shown, *besides)
    ending = _next(told)
    drafted = say("drafted") if any(item.rule.drafted for item in shown) else ""
    text += "".join(notes) + drafted + ending
    return Piece(
        text=text,
        citations=tuple(dict.fromkeys(item.citation for item in shown if item.citation)),
        computed=(doubt, *notes, ending),
    )


def _distinct(items: Sequence[Judged]) -> list[Judged]:
    """Without those whose words stand within the words of another that says the same."""
    quotes = [item.citation.quote if item.citation else "" for item in items]
    kept = set(widest(quotes))
    return [
        item
        for item, quote in zip(items, quotes, strict=True)
        if quote in kept or item.result.outcome == "not_met"
    ]


def _besides(others: Sequence[Judged], asked: Asked) -> str:
    """What bars the way though the question did not ask for it: a deadline that has passed."""
    quotes = widest([item.citation.quote for item in others if item.citation])
    proof = comparable("".join(quotes)) + asked.plain
    said = say("verdict.besides") + "；".join(f"“{quote}”" for quote in quotes) + "。"
    return said + "".join(dict.fromkeys(_why(item, proof) for item in others))


def _notes(shown: Iterable[Judged], proof: str, *, exact: bool) -> list[str]:
    """What is worth knowing of a boundary; days are reckoned from a birth date only."""
    notes = dict.fromkeys(note for item in shown for note in item.result.notes)
    return [note for note in notes if exact or _proven(note, proof)][:MAX_NOTES]


def _needs_reason(item: Judged) -> bool:
    """What bars the way, and what only the organiser can settle."""
    return item.result.outcome == "not_met" or ASK_ORGANISER in item.result.missing


def _lead(told: Told) -> str:
    if told.barred:
        strict = any(item.rule.strength == "must" for item in told.barred)
        return say("verdict.ineligible" if strict else "verdict.in_principle")
    if told.decision == "ineligible":
        return say("verdict.over")
    if told.open:
        return say("verdict.unsure")
    return say("verdict.eligible" if told.decision == "eligible" else "verdict.so_far")


def _next(told: Told) -> str:
    """What is still open, and what to tell next."""
    wanted = "".join(questions(told.wanted, MAX_ASKED if told.open else 1))
    if told.decision != "need_info" or not wanted:
        return ""
    return say("verdict.tell" if told.open else "verdict.open", question=wanted)


def _why(item: Judged, proof: str) -> str:
    """The reason in words; a number the quote and the question lack stays in the report."""
    demand, _, reason = item.result.explanation.partition("；")
    parts = [part for part in re.split(r"[，；。（）]", reason) if part and _proven(part, proof)]
    if not parts:
        return ""
    said = "，".join(parts)
    return f"{demand}，{said}。" if _proven(demand, proof) else f"{said}。"


def _proven(words: str, proof: str) -> bool:
    return all(number in _NUMBER.findall(proof) for number in _NUMBER.findall(comparable(words)))
