"""One question put to one notice: the document itself, its tables, its lists, its sentences."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from functools import partial
from weakref import WeakValueDictionary

from knowledge import lazy_re
from knowledge.eligibility.model import Rules
from knowledge.model import Notice
from knowledge.plain import comparable
from retrieval.computed.additions import addition_reply
from retrieval.computed.bands import band_reply
from retrieval.computed.brackets import bracket_reply
from retrieval.computed.coded_marks import coded_marks
from retrieval.computed.countdown import as_when, with_countdown
from retrieval.computed.due import with_due
from retrieval.computed.marks import mark_reply
from retrieval.computed.per_head import shared_out, with_share
from retrieval.computed.price_shares import with_price_share
from retrieval.computed.state import asks_state, with_state
from retrieval.computed.still_open import asks_still_open, still_open
from retrieval.entrants.bare import as_conditions
from retrieval.entrants.excluded import excluded_reply
from retrieval.entrants.judged import judged
from retrieval.entrants.people import People
from retrieval.entrants.personal import personal, told_of
from retrieval.entrants.roles import role_reply
from retrieval.entrants.who_may import conditions_reply
from retrieval.learned.nearest import Nearest, merely_silent
from retrieval.learned.second import SecondReading
from retrieval.passages.attached import attached_reply
from retrieval.passages.awards import awards_reply, of_rank
from retrieval.passages.cards import card_reply
from retrieval.passages.contents import contents_reply
from retrieval.passages.earlier import earlier_reply
from retrieval.passages.elements import element_reply, issued_by
from retrieval.passages.following import asks_next, following_reply
from retrieval.passages.forms import form_reply
from retrieval.passages.goals import with_implied
from retrieval.passages.inside import inside_reply
from retrieval.passages.lacking import group_reply
from retrieval.passages.members import members_reply
from retrieval.passages.of_tracks import as_content, as_quota
from retrieval.passages.onward import turns_reply
from retrieval.passages.rank import Sought
from retrieval.passages.related import related_reply
from retrieval.passages.respond import Ask, Responder
from retrieval.passages.sections import section_reply
from retrieval.passages.speaking_of import SpeakingOf
from retrieval.passages.unheard import with_unheard
from retrieval.passages.units import Reading
from retrieval.passages.whom import CALLING, calls_for_help, whom
from retrieval.question.asked import Asked
from retrieval.question.asked import asked as read_asked
from retrieval.question.demands import demands
from retrieval.question.lexicon import Words
from retrieval.question.rest import with_rest
from retrieval.reply import Reply
from retrieval.scoping.lettered import track_codes
from retrieval.tabular.all_prices import all_prices
from retrieval.tabular.asked_columns import AskedColumns
from retrieval.tabular.bounded import bounded_reply
from retrieval.tabular.cell_units import counted as counted_in
from retrieval.tabular.class_members import ClassMembers
from retrieval.tabular.coded import coded_reply
from retrieval.tabular.column_sums import column_sum
from retrieval.tabular.distinct import distinct_reply
from retrieval.tabular.entry_prices import entry_prices
from retrieval.tabular.entry_row import entry_row
from retrieval.tabular.entry_sums import entry_sums
from retrieval.tabular.every_track import every_track_reply
from retrieval.tabular.extremes import extreme_reply
from retrieval.tabular.group_rows import with_people
from retrieval.tabular.kind_fees import kind_fees
from retrieval.tabular.kind_rows import kind_rows
from retrieval.tabular.lasting import asks_how_long, hours_alone, lasting
from retrieval.tabular.led_lists import led_list
from retrieval.tabular.let_in import let_in_reply
from retrieval.tabular.lists import direction_reply, list_reply, suited_reply
from retrieval.tabular.matrix import matrices, matrix_reply
from retrieval.tabular.membership import membership_reply
from retrieval.tabular.named_rows import NamedRows
from retrieval.tabular.open_cells import open_cells
from retrieval.tabular.open_to import open_reply
from retrieval.tabular.part_columns import part_columns
from retrieval.tabular.positions import position_reply
from retrieval.tabular.price_columns import prices_reply
from retrieval.tabular.programme import programme_reply
from retrieval.tabular.ranks import rank_reply
from retrieval.tabular.steps import Steps
from retrieval.tabular.tables import TableView
from retrieval.tabular.tariff import tariff_reply
from retrieval.tabular.telling import said_of_rows, telling_reply
from retrieval.tabular.there import there_reply
from retrieval.tabular.track_prizes import track_prizes
from retrieval.tabular.track_totals import track_total
from retrieval.tabular.which_tracks import which_tracks

_HALF = 0.5
_WHO = 3
"""So many sentences on who may enter stand beside a silence."""
_PHONE = lazy_re.compile(r"\d{7}|\d-\d{6}|@")
_DAYS = lazy_re.compile(r"\d[日号]|\d[./-]\d")
_QUOTED = lazy_re.compile(r"[“\"]([\u4e00-\u9fff]{3,10})[”\"]")
"""Names of platforms, systems, awards: “鲁文修”."""
_DEMANDED = lazy_re.compile(r"条件|要求|资格|对象")
"""The heading of a column that says who may enter."""


class Consultant:
    """Everything needed to put questions to one notice; built once a notice."""

    def __init__(self, notice: Notice, words: Words, rules: Rules | None = None) -> None:
        self.notice = notice
        self._rules = rules
        self._words = words
        self._reading = Reading(notice, words)
        self._responder = Responder(self._reading, words)
        self._speaking_of = SpeakingOf(notice)
        self.second = SecondReading(self._reading, words, self._speaking_of)
        self._nearest = Nearest(notice, words, self._speaking_of, self.second.ranked)
        self._people = People(notice)
        self._quoted = {comparable(name) for name in _QUOTED.findall(notice.text)}
        self._views = [
            TableView(t, words, self._reading.above(t)) for t in self._reading.tables if t.rows
        ]
        self._rows = NamedRows(self._reading, words, self._speaking_of, self._views)
        self._columns = AskedColumns(self._reading, words, self._views)
        self._steps = Steps(self._reading, words, self._views)
        self._members = ClassMembers(self._reading, self._views)
        self._matrices, self._codes = matrices(notice, self._views), track_codes(notice)

    def knows(self, run: str) -> bool:
        """Whether some of the words of `run` are written in the notice."""
        return self._reading.mentions(run)

    def lists(self, name: str) -> bool:
        """Whether rows of a table have the name, or a telling piece of it."""
        return any(said_of_rows(view, name) is not None for view in self._views)

    def marks(self, text: str) -> bool:
        """Whether a text (comparable) names a person or what the notice puts in quotation marks."""
        return bool(self._people.named(text)) or any(name in text for name in self._quoted)

    def with_names(self, asked: Asked, message: str) -> Asked:
        """The persons of the notice whom the message names must stand in the answer.

        And what the part leaves to the rest of its message: the stage, and words that find.
        """
        before = message.partition(asked.plain)[0]
        names = self._people.named(asked.plain) or self._people.named(before)
        if names:  # 王老师负责什么 is about no teachers
            own = tuple(c for c in asked.concepts if c != "teacher")
            found = {"anchors": (*asked.anchors, *names), "concepts": own}
            asked = asked.model_copy(update=found)
        return with_rest(asked, message, self._words, self._reading.mentions)

    def consult(self, sought: Sought, as_of: datetime, meaning: Ask | None = None) -> Reply:
        """The reply of this notice to one question."""
        asked = as_conditions(as_when(sought.asked), self._words)
        sought = as_quota(as_content(replace(sought, asked=asked)))
        reply = self._reread(sought, as_of, meaning)
        return reply or self._consulted(sought, as_of, meaning)

    def _reread(self, sought: Sought, as_of: datetime, meaning: Ask | None) -> Reply | None:
        """The reply to what looks into a paper, asks how things stand, or shares a sum."""
        absent = inside_reply(self._reading, sought)
        if absent is not None:
            return self._with_whom(absent, sought)
        timed = asks_state(sought.asked)
        if timed is not None:
            reply = self.consult(replace(sought, asked=timed), as_of, meaning)
            return with_state(self.notice, reply, as_of)
        last = asks_still_open(sought.asked, self._words)
        if last is not None:
            reply = self.consult(replace(sought, asked=last), as_of, meaning)
            return still_open(self.notice, reply, as_of)
        shared = shared_out(sought.asked, self._words)
        if shared is not None:
            whole, heads = shared
            return with_share(self.consult(replace(sought, asked=whole), as_of, meaning), heads)
        return None

    def _consulted(self, sought: Sought, as_of: datetime, meaning: Ask | None) -> Reply:
        shown = which_tracks(self.notice, self._views, sought)
        shown = shown or programme_reply(self.notice, self._views, sought.asked)
        shown = shown or turns_reply(self._reading, sought)
        shown = shown or band_reply(self._reading, sought, as_of.date())
        shown = shown or every_track_reply(self._reading, self._views, sought)
        shown = shown or bounded_reply(self.notice, self._views, sought.asked)
        shown = shown or open_cells(self.notice, self._views, self._matrices, sought)
        reply = shown or self._reply(sought, as_of, meaning)
        if sought.asked.borrowed and (reply.status == "not_stated" or reply.sure < _HALF):
            alone = replace(sought, asked=_alone(sought.asked))
            own = self._reply(alone, as_of, meaning)
            better = _tells(own) and (reply.status == "not_stated" or own.sure > reply.sure)
            sought, reply = (alone, own) if better else (sought, reply)
        wanted = demands().of(sought.asked.plain)
        if not shown and wanted and _tells(reply) and not demands().met(wanted, _said(reply)):
            reply = self._steps.demanded(sought) or self._responder.respond(sought, as_of, meaning)
        elif asks_how_long(sought.asked) and hours_alone(_said(reply)):
            reply = lasting(self._responder.respond(sought, as_of, meaning)) or reply
        if reply.reason == "not_in_notice":
            told = self._steps.scheduled(with_implied(sought.asked, self._words))
            reply = told or entry_row(self.notice, self._views, sought) or reply
        if "host" in sought.asked.concepts:
            reply = issued_by(self.notice, reply)
        if _calls_nobody(sought.asked, reply):
            reply = self._with_card(sought, reply)
        if reply.status == "not_stated":
            reply = self._card(sought.asked, sought.tracks) or reply
        reply = self._with_who(self._with_second(reply, sought, as_of), sought, as_of)
        reply = with_price_share(
            self._reading, reply, sought, partial(self._priced, sought=sought, as_of=as_of)
        )
        reply = attached_reply(self.notice, sought.asked, reply)
        reply = with_countdown(self.notice, sought.asked, reply, as_of)
        reply = with_due(self.notice, sought.asked, reply, as_of)
        reply = with_unheard(self._reading, self._words, reply, sought.asked)
        return self._with_whom(reply, sought)

    def _priced(self, text: str, sought: Sought, as_of: datetime) -> Reply:
        """What the notice replies to a question for a price, in the scope of another question."""
        names = [t.name for t in self.notice.tracks if t.id in sought.tracks]
        named = f"{names[0]}{text}" if len(names) == 1 and names[0] not in text else text
        asked = read_asked(named, self._words)
        return self._reply(replace(sought, asked=asked), as_of, None)

    def _with_whom(self, reply: Reply, sought: Sought) -> Reply:
        """Beside a silence whom to ask."""
        contact = whom(self._reading, sought.tracks) if reply.status == "not_stated" else None
        if contact is None:
            return reply
        update: dict[str, object] = {"pieces": (*reply.pieces, contact)}
        if reply.reason == "not_in_notice" and calls_for_help(sought.asked, contact):
            update = {"pieces": (contact,), "status": "answered", "reason": None}
        return reply.model_copy(update=update)

    def with_nearest(self, reply: Reply, sought: Sought, as_of: datetime, *, alone: bool) -> Reply:
        """Where the notice seems silent, with the sentence that stands out, if one does.

        Of a question that is asked alone also what stands beside its matter.
        """
        if told_of(sought.asked) and personal(sought.asked, self._words):
            return reply
        if alone and merely_silent(reply):
            ask = partial(self._reply, as_of=as_of, meaning=None)
            related = related_reply(reply, sought, self._words, ask)
            if related is not None:
                return related
        return self._nearest.beside(reply, sought)

    def _with_card(self, sought: Sought, reply: Reply) -> Reply:
        """Beside who decides a matter the one whose telephone is given for it."""
        calling = {"concepts": (*sought.asked.concepts, "contact")}
        asked = sought.asked.model_copy(update=calling)
        card = self._card(asked, sought.tracks)
        own = card.pieces if card is not None else ()
        return reply.model_copy(update={"pieces": (*own, *reply.pieces)})

    def _card(self, asked: Asked, tracks: tuple[str, ...]) -> Reply | None:
        return card_reply(self._reading, asked, tracks, self._words, self._speaking_of)

    def _with_second(self, reply: Reply, sought: Sought, as_of: datetime) -> Reply:
        """With the sentence that looks much more like the answer, where no person is judged."""
        twice = "multi_track" in sought.asked.concepts and _tells(reply)
        if reply.undecided:
            return self._with_decisive(reply, sought)
        if twice or personal(sought.asked, self._words) or asks_next(sought.asked):
            return reply
        state = partial(self._responder.statement, sought=sought, as_of=as_of)
        return self.second.joined(reply, sought, state)

    def _with_decisive(self, reply: Reply, sought: Sought) -> Reply:
        """With the clause on the very case of a person whose verdict is open, if one is."""
        found = self._nearest.surely(sought)
        cited = [(c.start, c.end) for piece in reply.pieces for c in piece.citations]
        new = (o for o in found if not any(s < o.end and o.start < e for s, e in cited))
        own = [piece for one in new if (piece := self._nearest.piece(one, sought)) is not None]
        return reply.model_copy(update={"pieces": (*own, *reply.pieces)})

    def _with_who(self, reply: Reply, sought: Sought, as_of: datetime) -> Reply:
        """Where a notice is silent on what somebody tells of himself, with who may enter at all."""
        if reply.reason != "not_in_notice" or not personal(sought.asked, self._words):
            return reply
        if any(len(piece.citations) > 1 for piece in reply.pieces):
            return reply  # of a kind of people it is told already
        bare = {"content": (), "wording": (), "meant": (), "forms": frozenset({"who"})}
        every = replace(sought, asked=sought.asked.model_copy(update=bare))
        told = self._responder.respond(every, as_of)
        more = told.pieces[:_WHO] if _tells(told) else ()
        return reply.beside(*more)

    def earlier(self, asked: Asked) -> Reply | None:
        """What the notice says of an earlier edition, if that is asked and told."""
        return earlier_reply(self._reading, asked)

    def _reply(self, sought: Sought, as_of: datetime, meaning: Ask | None) -> Reply:
        asked = sought.asked
        return (
            position_reply(self.notice, self._views, asked)
            or there_reply(self.notice, self._views, asked, self._words)
            or element_reply(self.notice, asked, self._words, sought.tracks)
            or direction_reply(self._reading, asked, sought.tracks)
            or group_reply(self._reading, asked, sought.tracks)
            or membership_reply(self.notice, self._views, asked)
            or excluded_reply(self._reading, sought)
            or (role_reply(self._reading, asked) if not sought.groups else None)
            or let_in_reply(self.notice, self._views, sought)
            or judged(self._reading, self._rules, sought, as_of, self._words)
            or members_reply(self._reading, asked)
            or form_reply(self.notice, asked)
            or mark_reply(self._reading, sought)
            or coded_marks(self.notice, self._views, self._codes, sought)
            or following_reply(self._reading, asked, self._words)
            or extreme_reply(self.notice, self._views, asked, self._named(sought))
            or self._conditions(sought)
            or self._rows.total(sought)
            or addition_reply(self._reading, self._views, sought)
            or track_total(self.notice, self._matrices, sought, self._words)
            or track_prizes(self._reading, self._views, sought)
            or column_sum(self.notice, self._views, asked)
            or entry_sums(self.notice, self._views, sought)
            or entry_prices(self.notice, self._views, sought)
            or kind_fees(self.notice, self._views, sought)
            or kind_rows(self.notice, self._views, sought)
            or prices_reply(self.notice, self._views, sought)
            or tariff_reply(self.notice, self._views, sought)
            or all_prices(self.notice, self._views, sought)
            or self._members.reply(self._matrices, sought, self._speaking_of)
            or matrix_reply(self.notice, self._matrices, with_people(sought, self.notice.groups))
            or led_list(self._reading, self._views, sought)
            or part_columns(self.notice, self._views, sought)
            or rank_reply(self.notice, self._views, sought)
            or coded_reply(self.notice, self._views, self._codes, sought, self._words)
            or (open_reply(self.notice, self._views, asked) if not sought.tracks else None)
            or self._rows.of_names(with_people(sought, self.notice.groups))
            or self._rows.of_tracks(sought)
            or self._rows.meant(sought)
            or suited_reply(self._reading, asked)
            or (distinct_reply(self._reading, self._views, asked) if not sought.tracks else None)
            or list_reply(self._reading, self._views, asked)
            or self._rows.partial(sought)
            or telling_reply(self.notice, self._views, asked)
            or self._steps.reply(sought)
            or self._columns.reply(sought, small=True)
            or awards_reply(self._reading, sought, self._words)
            or contents_reply(self._reading, sought)
            or section_reply(self._reading, asked, sought.tracks, sought.groups)
            or conditions_reply(self._reading, sought, every=True)
            or bracket_reply(self._reading, sought)
            or self._sentences(sought, as_of, meaning)
        )

    def _sentences(self, sought: Sought, as_of: datetime, meaning: Ask | None) -> Reply:
        """What the sentences say; a table's column where they are silent, or tell but the month."""
        reply = self._responder.respond(sought, as_of, meaning)
        monthly = "hold_time" in sought.asked.concepts and not _DAYS.search(_said(reply))
        if monthly and (column := self._columns.reply(sought, small=False)):
            return column
        if reply.status == "not_stated":
            return (
                self._columns.reply(sought, small=False) or of_rank(self._reading, sought) or reply
            )
        return reply

    def _named(self, sought: Sought) -> frozenset[str]:
        """The names, comparable, of the tracks that are meant."""
        return frozenset(comparable(t.name) for t in self.notice.tracks if t.id in sought.tracks)

    def _conditions(self, sought: Sought) -> Reply | None:
        """What is needed to enter one track, where no column of a table says it."""
        heads = (head for v in self._views for head in v.heads)
        told = any(_DEMANDED.search(head) for head in heads)
        return None if told else conditions_reply(self._reading, sought)


_SHARED: WeakValueDictionary[tuple[int, int, int], Consultant] = WeakValueDictionary()
"""By what they are made of, which each of them holds as long as it lives."""


def consultant(notice: Notice, words: Words, rules: Rules | None) -> Consultant:
    """The consultant of a notice; desks that have the very same notice and rules share it."""
    key = (id(notice), id(words), id(rules))
    found = _SHARED.get(key)
    if found is None:
        found = _SHARED[key] = Consultant(notice, words, rules)
    return found


def _said(reply: Reply) -> str:
    """All that a reply says, comparable."""
    return "".join(counted_in(piece.scope, piece.text) for piece in reply.pieces)


def _calls_nobody(asked: Asked, reply: Reply) -> bool:
    """Whether it is asked whom to call, and what is found has no telephone: 申诉由仲裁组受理."""
    said = "".join(piece.text for piece in reply.pieces)
    calls = CALLING.search(asked.plain) and "who" in asked.forms
    return bool(calls) and _tells(reply) and not _PHONE.search(said)


def _alone(asked: Asked) -> Asked:
    """The part of a message without the stage the rest of it names."""
    own = tuple(c for c in asked.concepts if c not in asked.borrowed)
    return asked.model_copy(update={"concepts": own, "borrowed": ()})


def _tells(reply: Reply) -> bool:
    """Whether a reply states something of the notice, no verdict on a person."""
    return reply.tells and bool(reply.pieces)
