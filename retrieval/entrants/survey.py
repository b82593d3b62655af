"""“我能报什么”: how one person stands to every competition, with the clauses that decide."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from itertools import groupby

from knowledge import lazy_re
from knowledge.eligibility.ages import in_words
from knowledge.eligibility.facts import Facts
from knowledge.eligibility.model import RuleFinding, Rules
from knowledge.eligibility.person import read_person
from knowledge.eligibility.survey import Standing, survey, wanted
from knowledge.eligibility.unreviewed import unmarked
from knowledge.model import Citation, Notice
from retrieval.compose import MAX_OPTIONS, titled
from retrieval.entrants.told import doubts, questions
from retrieval.entrants.verdict_words import widest
from retrieval.model import Answer, Option, Question
from retrieval.question.lexicon import Words
from retrieval.question.mentions import masked
from retrieval.reply import Piece, Reply
from retrieval.wording import say

Pairs = Sequence[tuple[Notice, Rules]]
MAX_LINES = 40
"""So many lines a heading; there are notices by the thousand."""
MAX_QUOTES, LONG_QUOTE = 2, 80
MAX_APART = 2
"""So many lines about one notice and group stand apart; more become one."""
MAX_ASKED = 3
_WHICH_OF_IT = lazy_re.compile(
    r"哪(?:一?个|些|几个)(?![^，,。？?]{0,4}(?:比赛|竞赛|大赛|赛事|比武|通知))"
)
_ANY_OF_IT = lazy_re.compile(
    r"有没有[^，,。？?]{0,8}(?:能|可以)(?:报|参加)的(?![^，,。？?吗么]{2})"
)
"""有没有小孩能报的, asked of the competition spoken of."""
_LONG_NUMBER = lazy_re.compile(r"\d{6,}")


def asks_which(text: str, words: Words) -> bool:
    """Whether a question (comparable) is which competitions one can enter, and nothing else."""
    span = words.asks_which(text)
    if span is None:
        return False
    others = {found.id for found in words.asked(masked(text, [span]))}
    return not others - words.personal


def asks_which_of_it(text: str) -> bool:
    """Whether 哪个 may be a part of the competition spoken of, as no competition is said.

    >>> asks_which_of_it("我大二能报哪个"), asks_which_of_it("我大二能报哪个比赛")
    (True, False)
    """
    return bool(_WHICH_OF_IT.search(text) or _ANY_OF_IT.search(text))


def survey_replies(
    pairs: Pairs, facts: Facts, asked: str, as_of: datetime, *, everywhere: bool
) -> list[Reply]:
    """A reply for each line of the list; empty if no notice is for this person.

    `everywhere`: the question was about no competition in particular.
    """
    standings = _worth_saying(survey(pairs, read_person(facts.person)[0], as_of))
    notices = {notice.id: notice for notice, _ in pairs}
    lines = [
        _reply(each.notice, piece, spread=everywhere)
        for heading, group in groupby(standings, _heading)
        for each, piece in _lines(heading, list(group), notices)
    ]
    if not lines:
        return []
    lead = _lead(facts, asked, as_of)
    first = lines[0].pieces[0]
    opened = Piece(
        text=lead.text + "\n" + first.text,
        citations=first.citations,
        computed=(*lead.computed, *first.computed),
    )
    lines[0] = lines[0].model_copy(update={"pieces": (opened,)})
    return [*lines[:-1], _closed(lines[-1], standings)]


def facts_wanted(pairs: Pairs, question: Question) -> Answer | None:
    """Nothing is known of the person: what to tell, and the competitions still open; else None."""
    standings = survey(pairs, read_person({})[0], question.as_of)
    still = {each.notice for each in standings if not each.over}
    options = tuple(
        Option(label=titled(notice), notice=notice.id) for notice, _ in pairs if notice.id in still
    )[:MAX_OPTIONS]
    if len(options) < 2:  # noqa: PLR2004 a choice
        return None
    named = "".join("\n" + say("clarify_option", label=option.label) for option in options)
    return Answer(
        id=question.id,
        status="clarify",
        text=say("survey.tell", questions=_questions(standings), options=named),
        notices=tuple(option.notice for option in options),
        options=options,
    )


def _worth_saying(standings: Iterable[Standing]) -> list[Standing]:
    """Without the tracks that are closed to somebody in a competition that is over otherwise."""
    kept = list(standings)
    open_ = {one.notice for one in kept if not one.over and one.decision != "ineligible"}
    over = {one.notice for one in kept if one.over} - open_
    return [one for one in kept if one.over or one.notice not in over]


def _heading(standing: Standing) -> str:
    return "over" if standing.over else standing.decision


def _lines(
    heading: str, standings: list[Standing], notices: dict[str, Notice]
) -> Iterator[tuple[Standing, Piece]]:
    """The lines below one heading; the first carries it, the last says how many are left out."""
    lines = _by_notice(standings, always=heading == "over")
    shown = lines[:MAX_LINES]
    for at, own in enumerate(shown):
        piece = _line(notices[own[0].notice], own)
        text = say(f"survey.{heading}") + "\n" + piece.text if at == 0 else piece.text
        computed = piece.computed
        if own is shown[-1] and len(lines) > len(shown):
            left = str(len(lines) - len(shown))
            text, computed = text + "\n" + say("survey.more", count=left), (*computed, left)
        yield own[0], piece.model_copy(update={"text": text, "computed": computed})


def _by_notice(standings: Iterable[Standing], *, always: bool) -> list[Sequence[Standing]]:
    """What stands in one line: the tracks of a notice and a group that would fill many lines."""
    alike: dict[tuple[str, tuple[str, ...]], list[Standing]] = {}
    for each in standings:
        alike.setdefault((each.notice, () if always else each.groups), []).append(each)
    made: list[Sequence[Standing]] = []
    for own in alike.values():
        made += [own] if always or len(own) > MAX_APART else [[each] for each in own]
    return made


def _joined(own: Sequence[Standing], notice: Notice) -> Standing:
    if len(own) == 1:
        return own[0]
    tracks = tuple(dict.fromkeys(track for each in own for track in each.tracks))
    groups = {each.groups for each in own}
    findings = (finding for each in own for finding in _shortest(each))
    return own[0].model_copy(
        update={
            "tracks": tracks,
            "all_tracks": len(tracks) == len(notice.tracks),
            "groups": own[0].groups if len(groups) == 1 else (),
            "findings": tuple(dict.fromkeys(findings)),
            "drafted": any(each.drafted for each in own),
        }
    )


def _line(notice: Notice, own: Sequence[Standing]) -> Piece:
    """Which competition, tracks and groups, and the clauses that decide."""
    standing = _joined(own, notice)
    names = [track.name for track in notice.tracks if track.id in standing.tracks]
    count = str(len(names))
    where = [titled(notice)]
    apart = _each_open(notice, own)
    if standing.all_tracks and len(names) > 1 and not apart:
        where.append(say("survey.all_tracks", count=count))
    elif names:
        where.append("、".join(apart or names))
    where += ["、".join(standing.groups)] if standing.groups else []
    place = titled(notice) if apart else "，".join(where)
    told = _telling(standing, most=MAX_QUOTES if len(own) == 1 else None)
    reason = _dates(told) if standing.over else _reason(standing, told)
    said = ("" if standing.over or apart else _quoted(told, short=len(own) > 1)) + reason
    text = say("item", text="，".join(where)) + (f"：{said}" if said else "。")
    text += say("drafted") if standing.drafted else ""
    return Piece(
        text=text,
        citations=tuple(dict.fromkeys(f.citation for f in told if f.citation)),
        computed=tuple(each for each in (place, titled(notice), *names, reason) if each in text),
    )


def _each_open(notice: Notice, own: Sequence[Standing]) -> list[str]:
    """Tracks that wait for different things, each with the clause of what it waits for."""
    if own[0].over or own[0].decision != "need_info" or len(own) == 1:
        return []
    names = {track.id: track.name for track in notice.tracks}
    found = []
    for each in own:
        quotes = [f.citation.quote for f in _shortest(each) if f.citation]
        said = f"（“{quotes[0]}”）" if quotes else ""
        found.append("、".join(names[track] for track in each.tracks) + said)
    return found


def _quoted(told: Sequence[RuleFinding], *, short: bool) -> str:
    """The clauses in their own words, of many the first two; all of them are cited.

    `short`: for many tracks; only what is the same for all of them, and no row of a table.
    """
    quotes = widest(f.citation.quote for f in told if f.citation)
    if short and (len(quotes) > 1 or len("".join(quotes)) > LONG_QUOTE):
        return ""
    shown = "；".join(f"“{quote}”" for quote in quotes[:MAX_QUOTES])
    return f"{shown}。" if shown else ""


def _dates(told: Sequence[RuleFinding]) -> str:
    """The deadlines that have passed, as the checker names them."""
    first, *more = dict.fromkeys(f.explanation.partition("；")[0] for f in told) or ("",)
    said = "、".join([first, *(one.rpartition("：")[2] for one in more)])
    return f"{said}。" if said else ""


def _telling(standing: Standing, *, most: int | None = MAX_QUOTES) -> list[RuleFinding]:
    """The findings worth a quote: those that bar or are open; of what is met the first."""
    cited = [f for f in standing.findings if f.citation]
    apart: dict[Citation | None, RuleFinding] = {}
    for finding in cited:
        apart.setdefault(finding.citation, finding)
    return list(apart.values())[: None if standing.over else most]


def _shortest(standing: Standing) -> list[RuleFinding]:
    """Of one among many tracks the finding with the least words; all deadlines."""
    told = _telling(standing)
    return told if standing.over else sorted(told, key=_length)[:1]


def _length(finding: RuleFinding) -> int:
    return len(finding.citation.quote) if finding.citation else 0


def _reason(standing: Standing, told: Sequence[RuleFinding]) -> str:
    """The checker's reasons for a no, with the numbers it computed."""
    if standing.over or standing.decision != "ineligible":
        return ""
    reasons = dict.fromkeys(f.explanation.partition("；")[2] for f in told)
    return unmarked("".join(reasons))  # said once, at the end of the line


def _lead(facts: Facts, asked: str, as_of: datetime) -> Piece:
    """What was understood of the person, in their own words, and the day it is judged for."""
    said = "".join(f"“{words}”" for words in _repeatable(facts, asked))
    day = in_words(as_of)
    text = say("survey.lead", said=said, day=day) if said else say("survey.lead_bare", day=day)
    doubt = doubts(facts)
    text = f"{doubt}\n{text}" if doubt else text
    return Piece(text=text, citations=(), computed=(text, day, doubt))


def _repeatable(facts: Facts, asked: str) -> list[str]:
    """The person's own words that may be said again: no days of birth, no numbers of documents."""
    told = [span for span in facts.spans if "birth_date" not in span.keys]
    words = [asked[span.start : span.end].strip() for span in told]
    return [each for each in words if each and not _LONG_NUMBER.search(each)]


def _closed(reply: Reply, standings: Iterable[Standing]) -> Reply:
    """The last line with what else to tell, and where to go on."""
    piece = reply.pieces[0]
    told = _questions(standings)
    more = say("survey.open", questions=told) if told else ""
    text = piece.text + more + "\n" + say("survey.end")
    ended = piece.model_copy(update={"text": text, "computed": (*piece.computed, more)})
    return reply.model_copy(update={"pieces": (ended,)})


def _questions(standings: Iterable[Standing]) -> str:
    """The most decisive questions, one a line."""
    asked = questions(wanted(standings), MAX_ASKED)
    return "".join("\n" + say("item", text=question) for question in asked)


def _reply(notice: str, piece: Piece, *, spread: bool) -> Reply:
    return Reply(
        status="answered",
        notice=notice,
        pieces=(piece,),
        sure=1.0,
        spread=spread,
    )
