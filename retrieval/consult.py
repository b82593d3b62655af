"""One question put to one notice: the document itself, its tables, its lists, its sentences."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from functools import partial
from weakref import WeakValueDictionary

from knowledge import lazy_re
from knowledge.eligibility.model import Rules
from knowledge.model import Notice
from knowledge.plain import comparable, comparable_name
from retrieval.computed.bands import band_reply
from retrieval.computed.brackets import bracket_reply
from retrieval.computed.coded_marks import coded_marks
from retrieval.computed.countdown import as_when, with_countdown
from retrieval.computed.due import with_due
from retrieval.computed.marks import mark_reply
from retrieval.computed.per_head import shared_out, with_share
from retrieval.computed.state import asks_state, with_state
from retrieval.computed.worked import TOGETHER
from retrieval.entrants.ages import ages_reply
from retrieval.entrants.bare import as_conditions
from retrieval.entrants.eligible import verdict_reply
from retrieval.entrants.entered_now import without_entered
from retrieval.entrants.excluded import excluded_reply
from retrieval.entrants.group_levels import level_reply
from retrieval.entrants.kinds import of_kind
from retrieval.entrants.people import People
from retrieval.entrants.personal import personal, told_of
from retrieval.entrants.persons import persons
from retrieval.entrants.roles import role_reply
from retrieval.entrants.special import special_reply
from retrieval.entrants.who_may import conditions_reply
from retrieval.learned.nearest import Nearest, merely_silent
from retrieval.learned.second import SecondReading
from retrieval.passages.attached import attached_reply
from retrieval.passages.awards import awards_reply, of_rank
from retrieval.passages.best import STRANGE
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
from retrieval.passages.of_tracks import as_content
from retrieval.passages.onward import turns_reply
from retrieval.passages.rank import Sought
from retrieval.passages.related import related_reply
from retrieval.passages.respond import Ask, Responder
from retrieval.passages.said import COUNTING
from retrieval.passages.sections import section_reply
from retrieval.passages.speaking_of import SpeakingOf
from retrieval.passages.unheard import with_unheard
from retrieval.passages.units import Reading, pairs
from retrieval.passages.whom import calls_for_help, whom
from retrieval.question.asked import Asked
from retrieval.question.demands import demands
from retrieval.question.lexicon import Words
from retrieval.question.measures import counted, measures
from retrieval.question.moments import TIMED
from retrieval.question.thing import thing
from retrieval.reply import Reply
from retrieval.scoping.lettered import track_codes
from retrieval.tabular.all_prices import all_prices
from retrieval.tabular.beside import of_a_deed, silent, unsaid
from retrieval.tabular.bounded import bounded_reply
from retrieval.tabular.cell_units import counted as counted_in
from retrieval.tabular.class_members import ClassMembers
from retrieval.tabular.classes import by_class, named_class, of_other_money
from retrieval.tabular.coded import coded_reply
from retrieval.tabular.column_sums import column_sum
from retrieval.tabular.column_words import of_entering, said_by_all
from retrieval.tabular.distinct import distinct_reply
from retrieval.tabular.entry_prices import entry_prices
from retrieval.tabular.entry_row import entry_row
from retrieval.tabular.entry_sums import entry_sums
from retrieval.tabular.every_track import every_track_reply
from retrieval.tabular.extremes import extreme_reply
from retrieval.tabular.group_rows import of_both, with_people
from retrieval.tabular.kind_columns import kinds_meant
from retrieval.tabular.kind_fees import kind_fees
from retrieval.tabular.kind_rows import kind_rows
from retrieval.tabular.lasting import asks_how_long, hours_alone, lasting, no_days, of_hours_only
from retrieval.tabular.led_lists import led_list
from retrieval.tabular.let_in import let_in_reply
from retrieval.tabular.lists import direction_reply, list_reply, suited_reply
from retrieval.tabular.matrix import matrices, matrix_reply
from retrieval.tabular.membership import membership_reply
from retrieval.tabular.notes import with_notes
from retrieval.tabular.open_to import open_reply
from retrieval.tabular.part_columns import part_columns
from retrieval.tabular.parts_of_rows import of_part
from retrieval.tabular.positions import position_reply
from retrieval.tabular.price_columns import prices_reply
from retrieval.tabular.programme import programme_reply
from retrieval.tabular.ranks import rank_reply
from retrieval.tabular.rows import column_reply, reckoned, row_reply
from retrieval.tabular.schedule import Step, held_hit, schedule_hit
from retrieval.tabular.step_columns import step_columns
from retrieval.tabular.tables import ASIDE, Hit, TableView
from retrieval.tabular.tariff import tariff_reply
from retrieval.tabular.telling import said_of_rows, telling_reply
from retrieval.tabular.there import there_reply
from retrieval.tabular.track_prizes import track_prizes
from retrieval.tabular.track_totals import track_total
from retrieval.tabular.which_tracks import which_tracks

_HALF = 0.5
_WHO = 3
"""So many sentences on who may enter stand beside a silence."""
_PARTS = frozenset({"theory", "practice"})
_CALLS = frozenset({"contact", "phone"})
_CALLED = lazy_re.compile(r"联系|电话|手机|联络|咨询|负责人")
_CALLING = lazy_re.compile(r"联系|电话|手机|联络|负责人|找谁|问谁|打给")
_PHONE = lazy_re.compile(r"\d{7}|\d-\d{6}|@")
_ROLES = frozenset({"teacher", "adviser", "leader", "judge"})
_OF_A_VALUE = frozenset({"when", "where", "how_long"})
_LASTS = lazy_re.compile(r"\d(个?小时|分钟|天|学时)")
_DAYS = lazy_re.compile(r"\d[日号]|\d[./-]\d")
_MONEY = lazy_re.compile(r"\d万?元")
_QUOTED = lazy_re.compile(r"[“\"]([\u4e00-\u9fff]{3,10})[”\"]")
"""Names of platforms, systems, awards: “鲁文修”."""
_HAN = lazy_re.compile(r"[\u4e00-\u9fff]{2}")
_DEMANDED = lazy_re.compile(r"条件|要求|资格|对象")
"""The heading of a column that says who may enter."""
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
_OF_ITS_OWN = lazy_re.compile(
    r"[\u4e00-\u9fff]{2}(?:大会|仪式)|"
    r"(?:表彰|颁奖|说明|动员|总结|交流|座谈|发布|见面|对接|领队|推进|点评|讲评)会(?![员议场长])"
)
"""An event that a part of a message names itself: 后面的表彰会在哪开."""
_OF_A_COLUMN = frozenset({"enrol", "grouping", "hold_time", "venue", "who_can"})
_CELL_TELLS = (frozenset({"where"}), frozenset({"how_long"}))
"""What the cell of the row that is named tells alone."""
_OF_A_ROW = frozenset({"tracks", "category", "seq", "title", "edition"})


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
        self._papers = "\n".join(comparable(a.title) for a in notice.attachments)
        self._quoted = {comparable(name) for name in _QUOTED.findall(notice.text)}
        self._views = [
            TableView(t, words, self._reading.above(t)) for t in self._reading.tables if t.rows
        ]
        self._members = ClassMembers(self._reading, self._views)
        self._matrices, self._codes = matrices(notice, self._views), track_codes(notice)

    def knows(self, run: str) -> bool:
        """Whether some of the words of `run` are written in the notice."""
        return any(self._reading.knows(pair) or pair in self._papers for pair in pairs(run))

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
        update: dict[str, object] = {"anchors": (*asked.anchors, *names)} if names else {}
        if names:  # 王老师负责什么 is about no teachers
            update["concepts"] = tuple(c for c in asked.concepts if c != "teacher")
        rest = message.replace(asked.plain, "\n") if asked.plain in message else ""
        if rest.strip():
            update |= self._left_to(rest, before, asked)
        return asked.model_copy(update=update) if update else asked

    def _left_to(self, rest: str, before: str, asked: Asked) -> dict[str, object]:
        found = self._words.asked(before)  # 几号截止，决赛呢: the final comes after
        stages = tuple(dict.fromkeys(f.id for f in found if self._words.concepts[f.id].stage))
        staged = any(self._words.concepts[c].stage for c in asked.concepts)
        staged = staged or any(self.knows(event) for event in _OF_ITS_OWN.findall(asked.plain))
        borrowed = () if staged else stages
        parts = tuple(dict.fromkeys(f.id for f in found if f.id in _PARTS))
        if len(parts) == 1 and not _PARTS & set(asked.concepts) and _bare(asked):
            borrowed += parts  # 理论几号考、考几分钟
        return {
            "concepts": (*asked.concepts, *borrowed),
            "borrowed": borrowed,
            "message": rest,
            "aside": self._words.content(rest, ()),
        }

    def consult(self, sought: Sought, as_of: datetime, meaning: Ask | None = None) -> Reply:
        """The reply of this notice to one question."""
        asked = as_conditions(as_when(sought.asked), self._words)
        sought = as_content(replace(sought, asked=asked))
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
        shared = shared_out(sought.asked, self._words)
        if shared is not None:
            whole, heads = shared
            return with_share(self.consult(replace(sought, asked=whole), as_of, meaning), heads)
        return None

    def _consulted(self, sought: Sought, as_of: datetime, meaning: Ask | None) -> Reply:
        shown = programme_reply(self.notice, self._views, sought.asked)
        shown = shown or turns_reply(self._reading, sought)
        shown = shown or band_reply(self._reading, sought, as_of.date())
        shown = shown or every_track_reply(self._reading, self._views, sought)
        shown = shown or bounded_reply(self.notice, self._views, sought.asked)
        shown = shown or which_tracks(self.notice, self._views, sought)
        reply = shown or self._reply(sought, as_of, meaning)
        if sought.asked.borrowed and (reply.status == "not_stated" or reply.sure < _HALF):
            alone = replace(sought, asked=_alone(sought.asked))
            own = self._reply(alone, as_of, meaning)
            better = _tells(own) and (reply.status == "not_stated" or own.sure > reply.sure)
            sought, reply = (alone, own) if better else (sought, reply)
        wanted = demands().of(sought.asked.plain)
        if not shown and wanted and _tells(reply) and not demands().met(wanted, _said(reply)):
            reply = self._step(sought) or self._responder.respond(sought, as_of, meaning)
        elif asks_how_long(sought.asked) and hours_alone(_said(reply)):
            reply = lasting(self._responder.respond(sought, as_of, meaning)) or reply
        if reply.reason == "not_in_notice":
            told = self._scheduled(with_implied(sought.asked, self._words))
            reply = told or entry_row(self.notice, self._views, sought) or reply
        if "host" in sought.asked.concepts:
            reply = issued_by(self.notice, reply)
        if _calls_nobody(sought.asked, reply):
            reply = self._with_card(sought, reply)
        if reply.status == "not_stated":
            reply = self._card(sought.asked, sought.tracks) or reply
        reply = self._with_who(self._with_second(reply, sought, as_of), sought, as_of)
        reply = attached_reply(self.notice, sought.asked, reply)
        reply = with_countdown(self.notice, sought.asked, reply, as_of)
        reply = with_due(self.notice, sought.asked, reply, as_of)
        reply = with_unheard(self._reading, self._words, reply, sought.asked)
        return self._with_whom(reply, sought)

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
        if twice or personal(sought.asked, self._words) or asks_next(sought.asked):
            return reply
        state = partial(self._responder.statement, sought=sought, as_of=as_of)
        return self.second.joined(reply, sought, state)

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
            or self._verdict(sought, as_of)
            or members_reply(self._reading, asked)
            or form_reply(self.notice, asked)
            or mark_reply(self._reading, sought)
            or coded_marks(self.notice, self._views, self._codes, sought)
            or following_reply(self._reading, asked, self._words)
            or extreme_reply(self.notice, self._views, asked, self._named(sought))
            or self._conditions(sought)
            or self._total(sought)
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
            or self._rows(with_people(sought, self.notice.groups))
            or self._which_rows(sought)
            or self._meant_rows(sought)
            or suited_reply(self._reading, asked)
            or (distinct_reply(self._reading, self._views, asked) if not sought.tracks else None)
            or list_reply(self._reading, self._views, asked)
            or self._partial_rows(sought)
            or telling_reply(self.notice, self._views, asked)
            or self._steps(sought)
            or self._columns(sought, small=True)
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
        if monthly and (column := self._columns(sought, small=False)):
            return column
        if reply.status == "not_stated":
            return self._columns(sought, small=False) or of_rank(self._reading, sought) or reply
        return reply

    def _columns(self, sought: Sought, *, small: bool) -> Reply | None:
        """A whole column, if the question asks for what it holds and names no row."""
        if sought.tracks:
            return None
        names = {comparable_name(t.name) for t in self.notice.tracks}
        for view in self._views:
            if not (view.lists(names) or _of_prizes(view, sought.asked)):
                continue
            if not self._of_column(view, sought.asked):
                continue
            reply = column_reply(self.notice, view, sought.asked, small=small)
            if reply is not None:
                return self._with_office(reply, sought.asked)
        return None

    def _with_office(self, reply: Reply, asked: Asked) -> Reply:
        """Beside whom to call for each track whom to call for all of them."""
        office = whom(self._reading, ()) if _CALLS & set(asked.concepts) else None
        if office is None or reply.status != "answered":
            return reply
        said = {c.start for piece in reply.pieces for c in piece.citations}
        new = not said & {c.start for c in office.citations}
        return reply.beside(office) if new else reply

    def _of_column(self, view: TableView, asked: Asked, *, every: bool = False) -> bool:
        """Whether a column can answer: the question is about nothing the table is silent on.

        `every`: the words of its cells count too.
        """
        columns = view.asked_columns(asked, (view.key,))
        if of_entering(view, columns, asked):
            return False
        known = {c for i in columns for c in view.columns[i]} | _OF_A_ROW | _OF_A_COLUMN
        heads = f"{view.title}{comparable(''.join(view.table.header))}"
        cells = "".join(c for r in view.table.rows for c in r.cells) if every else ""
        heads += comparable(cells) + comparable(self.notice.name)
        above = self._reading.led_in(view.table)
        heads += above
        lasting = columns and all(_LASTS.search(r.cells[columns[-1]]) for r in view.table.rows)
        if lasting and no_days(asked):
            return False
        if lasting:
            known.add("duration")  # 实操时间 over 240分钟 is no day
        if columns and all(_MONEY.search(r.cells[columns[-1]]) for r in view.table.rows):
            known |= {"bonus", "fee"}  # 一等奖 over 1名，3000元
        known |= self._words.said(heads) if every else frozenset()
        known |= said_by_all(view, columns, self._words) | self._words.said(above)
        concepts = self._words.concepts
        kinds = {k for c in known if c in concepts for k in concepts[c].kinds} & TIMED
        kinds = set() if every or lasting else kinds
        aside = [
            c
            for c in asked.concepts
            if c not in known and not concepts[c].broad and not set(concepts[c].kinds) & kinds
        ]
        stages = [c for c in asked.concepts if concepts[c].stage and c not in known]
        runs = [run for run in asked.content if len(run) > 1 and run not in heads]
        runs = [run for run in runs if every is False or not pairs(run) & pairs(heads)]
        rare = [run for run in runs if not every and self._reading.rare(run)]
        own = rare or [run for run in runs if self._all_known(run)]
        strange = any(len(run) >= STRANGE and not self.knows(run) for run in runs)
        return not (aside or stages or own or strange)

    def _verdict(self, sought: Sought, as_of: datetime) -> Reply | None:
        if not personal(sought.asked, self._words):
            return None
        if "multi_track" in sought.asked.concepts and not told_of(sought.asked):
            return None  # how many one may enter holds for everybody
        rules = self._rules
        by_level = level_reply(self._reading, sought)
        if by_level is not None:
            return by_level
        reply = verdict_reply(self.notice, rules, sought, as_of) if rules else None
        kind = persons().kind(without_entered(sought.asked.plain, self.notice, kinds=True))
        reply = of_kind(self._reading, rules, sought, kind, reply) if kind else reply
        if reply is not None and reply.status != "answered":
            return reply
        told = special_reply(self._reading, sought, self._words, reply)
        return told or ages_reply(self._reading, sought)

    def _rows(self, sought: Sought) -> Reply | None:
        """The best table row, if the question mentions one and asks for what the table has."""
        own = [t for t in self.notice.tracks if t.id in sought.tracks]
        names = [comparable(name) for t in own for name in (t.name, *t.aliases)]
        groups = [comparable(g) for g in sought.groups]
        views = [v for v in self._views if _concerns(v, sought)]
        hits = [v.find(sought.asked, names, groups) for v in views]
        found = [h for h in hits if h is not None and h.exact]
        return self._of_rows(found, sought) or self._within(views, sought)

    def _within(self, views: Sequence[TableView], sought: Sought) -> Reply | None:
        """Rows of a table that is about the track alone: its programme."""
        own = [v for v in views if set(v.table.scope.tracks) & set(sought.tracks)]
        own = [v for v in own if self._of_column(v, sought.asked, every=True)]
        hits = [h for v in own if (h := v.within(sought.asked)) is not None]
        return row_reply(self.notice, hits[0], sought.asked) if len(hits) == 1 else None

    def _scheduled(self, asked: Asked) -> Reply | None:
        """What a schedule says of registering or of the contests, where no sentence does."""
        hits = [h for v in self._views if (h := v.scheduled(asked)) is not None]
        hits = hits or [h for v in self._views if (h := held_hit(v, asked, self._words))]
        return row_reply(self.notice, hits[0], asked) if len(hits) == 1 else None

    def _steps(self, sought: Sought) -> Reply | None:
        """When a step of a schedule is, if one alone is meant."""
        named = [
            comparable(n)
            for t in self.notice.tracks
            if t.id in sought.tracks
            for n in (t.name, *t.aliases)
        ]
        kinds = kinds_meant(self.notice, sought)
        about = Step(tuple(named), (*map(comparable, sought.groups), *sorted(kinds)))
        found = (schedule_hit(v, sought.asked, self._words, about) for v in self._views)
        hits = [hit for hit in found if hit is not None]
        hits = hits or step_columns(self._views, sought.asked, self._words)
        return row_reply(self.notice, hits[0], sought.asked) if len(hits) == 1 else None

    def _step(self, sought: Sought) -> Reply | None:
        """A step of a schedule, if it holds what the question demands of an answer."""
        reply = self._steps(sought)
        said = comparable("".join(p.text for p in reply.pieces)) if reply is not None else ""
        return reply if said and demands().met(demands().of(sought.asked.plain), said) else None

    def _named(self, sought: Sought) -> frozenset[str]:
        """The names, comparable, of the tracks that are meant."""
        return frozenset(comparable(t.name) for t in self.notice.tracks if t.id in sought.tracks)

    def _conditions(self, sought: Sought) -> Reply | None:
        """What is needed to enter one track, where no column of a table says it."""
        heads = (head for v in self._views for head in v.heads)
        told = any(_DEMANDED.search(head) for head in heads)
        return None if told else conditions_reply(self._reading, sought)

    def _total(self, sought: Sought) -> Reply | None:
        """What the row of totals says, where all of it is asked for."""
        if not TOGETHER.search(sought.asked.plain) or sought.tracks:
            return None
        hits = [h for v in self._views if (h := v.total(sought.asked)) is not None]
        return row_reply(self.notice, hits[0], sought.asked) if len(hits) == 1 else None

    def _which_rows(self, sought: Sought) -> Reply | None:
        """The tracks of whose row a cell speaks of what is asked."""
        asked = sought.asked
        if sought.tracks or "tracks" not in asked.concepts or not asked.forms & {"list", "which"}:
            return None
        names = {comparable(t.name) for t in self.notice.tracks}
        hits = [h for v in self._views if v.lists(names) and (h := v.which(asked)) is not None]
        return row_reply(self.notice, hits[0], asked) if len(hits) == 1 else None

    def _meant_rows(self, sought: Sought) -> Reply | None:
        """Rows whose names notices have for what the question says: 洗澡 means 助浴."""
        if not sought.asked.meant or sought.tracks:
            return None
        return self._of_rows(
            list(filter(None, (v.meant(sought.asked) for v in self._views))), sought
        )

    def _partial_rows(self, sought: Sought) -> Reply | None:
        """Rows of which the question names a telling part only."""
        found = [h for v in self._views if (h := v.partial(sought.asked)) is not None]
        if "yes_no" in sought.asked.forms:  # a name that all rows share tells none of them
            found = [h for h in found if not 1 < len(h.rows) == len(h.table.rows)]
        return self._of_rows(found, sought)

    def _of_rows(self, found: list[Hit], sought: Sought) -> Reply | None:
        found = [of_part(hit, sought.asked, self._words) for hit in found]
        found = by_class(found, self.notice, sought)
        found = [of_both(hit, self.notice.groups, sought.asked.plain) for hit in found]
        for hit in sorted(
            found,
            key=lambda h: (not named_class(h), -h.titled if h.counted else 0, -h.weight - h.titled),
        ):
            if self._of_other_stage(sought.asked, hit) or of_hours_only(sought.asked, hit):
                continue
            if self._of_something_else(sought.asked, hit) or self._of_another(sought.asked, hit):
                continue
            if _only_calls(sought.asked, hit) or self._of_other_part(sought.asked, hit):
                continue
            if of_a_deed(self._reading, hit, sought.asked, self._words):
                continue
            if of_other_money(hit, sought.asked):
                continue
            if silent(self._reading, self._speaking_of, hit, sought, self._words):
                continue
            if not (hit.asked or hit.counted or self._only_mentions(sought.asked, hit)):
                continue
            reply = row_reply(self.notice, hit, sought.asked)
            if reply is not None:
                reply = with_notes(self._reading, self._words, hit, reply)
                reply = _told_alone(hit, sought.asked, reply)
                others = [h for h in found if h is not hit and "seq" in h.wanted]
                return self._numbered(reply, hit, others, sought.asked) if others else reply
        return None

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
        events = [e for e in _OF_ITS_OWN.findall(asked.plain) if self.knows(e)]
        roles = _ROLES & set(asked.concepts) and asked.forms & COUNTING
        of_role = bool(roles) and not _CALLS & set(asked.concepts)  # 找哪个老师，电话多少
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
        """Whether it is asked of the theory, and all columns tell of the practice alone."""
        parts = {c for c in asked.concepts if self._words.concepts[c].part}
        own = [self._words.said(comparable(hit.table.header[i])) for i in hit.asked]
        heads = [{c for c in said if self._words.concepts[c].part} for said in own]
        return bool(parts and heads) and all(head and not head & parts for head in heads)

    def _numbered(self, reply: Reply, hit: Hit, others: list[Hit], asked: Asked) -> Reply:
        """The number of a row in each table it stands in."""
        pieces = []
        for each in (hit, *others):
            found = row_reply(self.notice, each, asked)
            title = each.table.title or each.table.scope.attachment or each.table.path
            for piece in found.pieces if found is not None else ():
                named = {"scope": title, "text": f"{piece.scope} {piece.text}".strip()}
                pieces.append(piece.model_copy(update={**named, "computed": (title,)}))
        return reply.model_copy(update={"pieces": tuple(pieces)})

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
        return known and own and not hit.wanted - _OF_A_ROW and not asked.forms & forms

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
            any(map(self.knows, m.words)) and not any(w in cells for w in m.words)
            for m in asked.meant
        )

    def _all_known(self, run: str) -> bool:
        """Whether every pair of some words stands in the notice."""
        return all(self._reading.knows(p) for p in pairs(run))

    def _kinds(self, header: str) -> set[str]:
        """The kinds of value a column holds by its heading."""
        return {
            k for c in self._words.said(comparable(header)) for k in self._words.concepts[c].kinds
        }


_SHARED: WeakValueDictionary[tuple[int, int, int], Consultant] = WeakValueDictionary()
"""By what they are made of, which each of them holds as long as it lives."""


def consultant(notice: Notice, words: Words, rules: Rules | None) -> Consultant:
    """The consultant of a notice; desks that have the very same notice and rules share it."""
    key = (id(notice), id(words), id(rules))
    found = _SHARED.get(key)
    if found is None:
        found = _SHARED[key] = Consultant(notice, words, rules)
    return found


def _told_alone(hit: Hit, asked: Asked, reply: Reply) -> Reply:
    """The reply, beside which nothing stands where the cell that is asked for tells it all."""
    alone = hit.exact and bool(hit.asked) and asked.forms in _CELL_TELLS
    return reckoned(reply) or reply if alone else reply


def _said(reply: Reply) -> str:
    """All that a reply says, comparable."""
    return "".join(counted_in(piece.scope, piece.text) for piece in reply.pieces)


def _only_calls(asked: Asked, hit: Hit) -> bool:
    """Whether a yes or no is asked, and the columns tell whom to call."""
    if "yes_no" not in asked.forms or _CALLING.search(asked.plain):
        return False
    heads = [comparable(hit.table.header[i]) for i in hit.asked]
    return bool(heads) and all(_CALLED.search(h) for h in heads)


def _calls_nobody(asked: Asked, reply: Reply) -> bool:
    """Whether it is asked whom to call, and what is found has no telephone: 申诉由仲裁组受理."""
    said = "".join(piece.text for piece in reply.pieces)
    calls = _CALLING.search(asked.plain) and "who" in asked.forms
    return bool(calls) and _tells(reply) and not _PHONE.search(said)


def _bare(asked: Asked) -> bool:
    """Whether a part of a message asks how long something lasts, and not what."""
    return "duration" in asked.concepts and all(len(run) < 2 for run in asked.content)  # noqa: PLR2004


def _alone(asked: Asked) -> Asked:
    """The part of a message without the stage the rest of it names."""
    own = tuple(c for c in asked.concepts if c not in asked.borrowed)
    return asked.model_copy(update={"concepts": own, "borrowed": ()})


def _of_prizes(view: TableView, asked: Asked) -> bool:
    """Whether a table has a column for the prize that is asked about."""
    heads = [comparable_name(head) for head in view.table.header]
    return any("奖" in head and head in asked.literal for head in heads)


def _tells(reply: Reply) -> bool:
    """Whether a reply states something of the notice, no verdict on a person."""
    return reply.tells and bool(reply.pieces)


def _concerns(view: TableView, sought: Sought) -> bool:
    """Whether a table is not about other tracks only."""
    own = view.table.scope.tracks
    return not (own and sought.tracks) or bool(set(own) & set(sought.tracks))
