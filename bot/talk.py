"""The conversation as people have it, in the terminal and on Telegram alike.

Blocking (search, SQLite): the bot calls it from worker threads, one call at a time for a chat.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator, Mapping
from datetime import datetime

from bot import clauses, dialogue
from bot.competitions import Competitions, key_of
from bot.dialogue import ChatState, Pending
from bot.evidence import around
from bot.follow_ups import CONTACT, follow_ups
from bot.handoff.office import VOTES, Office
from bot.interview.interviews import Interviews
from bot.interview.offer import offer, said_in, to_begin
from bot.keeper import Keeper
from bot.links import Link, read
from bot.live import Live
from bot.memory import Memory
from bot.privately import Privately, personal
from bot.recent import Recent
from bot.reminders.reminding import CALENDAR, CANCEL, SUBSCRIBE, Reminders
from bot.reply import Button, Reply, Who
from bot.wording import Wording
from knowledge.masking import names_somebody
from knowledge.model import Notice
from knowledge.plain import comparable
from retrieval.entrants.survey import asks_which
from retrieval.model import Answer, Option, Question
from retrieval.question.asked import plain
from retrieval.question.lexicon import words

CHATS_IN_MEMORY = 20_000
FILTERED_SHOWN = 8
SHORTEST_NAME = 2


class Talk:
    """Conversations with one bot. `memory` is None where nothing outlives the process."""

    def __init__(  # noqa: PLR0913, PLR0917  its parts, each replaceable
        self,
        live: Live,
        words: Wording,
        clock: Callable[[], datetime],
        memory: Memory | None = None,
        reminders: Reminders | None = None,
        office: Office | None = None,
    ) -> None:
        """`office` has the coordinators; None where there are none."""
        self.office = office
        self._live = live
        self._words = words
        self._clock = clock
        self._keeper = Keeper(memory)
        self._states = Recent[Who, ChatState](CHATS_IN_MEMORY)
        self._choices = Recent[int, Option | None](CHATS_IN_MEMORY)
        self._interviews = Interviews(live, words, clock, self._keeper)
        self._privately = Privately(words)
        self._reminders = reminders

    @property
    def competitions(self) -> Competitions:
        """What can be chosen now."""
        return self._live.competitions

    def hear(self, who: Who, text: str, *, edited: bool = False) -> Reply:
        """Words of a person: an answer in an interview, an option last shown, else a question.

        A question that interrupts an interview is answered, and the interview goes on. What is
        personal is not answered in a group.
        """
        if who.in_group and personal(text, self._clock().date()):
            return self._privately.question(who, text, self._choice(who.chat))
        return self._heard_here(who, text, edited=edited)

    def _heard_here(self, who: Who, text: str, *, edited: bool) -> Reply:
        """The same, where it may be answered."""
        if edited and self._interviews.kept.active(who):
            return Reply(text=self._words.interview.edited)
        lost = self._interviews.course.lost(who)
        reply = None if lost else self._interviews.hearing.hear(who, text)
        if lost is not None and not self._interviews.orders.asks(text):
            return lost
        if reply is not None:
            return reply
        if self._interviews.orders.starts(text):
            return self._start(who)
        if self._interviews.orders.is_one(text):
            return Reply(text=self._words.interview.none_open)
        again = lost or self._interviews.course.repeat(who)
        return self._heard(who, text, offering=again is None).model_copy(update={"then": again})

    def _heard(self, who: Who, text: str, *, offering: bool) -> Reply:
        """A number or name of an option last shown, else a question."""
        state = self._state(who)
        option = dialogue.picked(state, text)
        if option is None and state.pending is not None and state.pending.check:
            option = self._of(state.pending, text)
        if option is None and (most := dialogue.out_of_range(state, text)):
            return Reply(text=self._words.pick_of.format(most=most))
        if option is None or state.pending is None:
            choice = self._interviews.kept.scope(who) or state.choice or _examined(state, text)
            about = state.model_copy(update={"choice": choice})
            asked = dialogue.question(about, text, self._clock())
            return self._ask(who, state, asked, offering=offering)
        if state.pending.question is not None:
            return self._again(who, state, state.pending.question, option)
        if state.pending.check:
            return self._examine(who, option)
        if state.pending.final and option == state.pending.options[0]:
            return self.settle(who, option)
        return self.open(who, option)

    def press(self, who: Who, key: str, question: str | None) -> Reply:
        """A button under a question: asked again with what the button stands for.

        `question` is the text the button's message replied to; it serves after a restart, when
        nothing of the conversation is left in memory.
        """
        state = self._state(who)
        pending = state.pending
        own = pending.options if pending is not None and pending.question else ()
        option = next((o for o in own if key_of(o) == key), None)
        if option is not None and pending is not None:
            question = pending.question
        else:
            option = self._keeper.recall(lambda memory: memory.shown(who.chat, key))
        if option is None or not question:
            return Reply(text=self._words.button_stale)
        if option.notice not in self.competitions.by_notice:
            return Reply(text=self._words.button_notice_gone)
        return self._again(who, state, question, option)

    def choose(self, who: Who, words: str = "") -> Reply:
        """The competitions there are, or those the words name."""
        options = self.competitions.named(words)
        if not options:
            text = self._words.choose_none.format(words=words) if words else ""
            return Reply(text=text or self._words.choose_empty)
        self._keep(who, dialogue.offered(self._state(who), options, final=False))
        if words:
            text = self._words.choose_filtered.format(words=words)
            return Reply(text=text, options=options[:FILTERED_SHOWN])
        return Reply(text=self._words.choose, options=options)

    def open(self, who: Who, option: Option) -> Reply:
        """Go on from a competition to its tracks, from a track to its groups, or settle."""
        below = self.competitions.below(option)
        if not below:
            return self.settle(who, option)
        tracks = option.track is None and below[0].group is None
        label = self._words.whole_competition if tracks else self._words.whole_track
        final = option.model_copy(update={"label": label})
        self._keep(who, dialogue.offered(self._state(who), (final, *below), final=True))
        ask = self._words.choose_track if tracks else self._words.choose_group
        name = self.competitions.full_name(option)
        return Reply(text=ask.format(name=name), options=below, final=final)

    def settle(self, who: Who, option: Option | None) -> Reply:
        """Keep a choice for the chat, or take it back."""
        self._choices.keep(who.chat, option)
        self._keeper.remember(lambda memory: memory.choose(who.chat, option))
        self._keep(who, dialogue.chosen(self._state(who), option))
        if option is None:
            return Reply(text=self._words.chosen_any)
        name = self.competitions.full_name(option)
        return Reply(text=self._words.chosen.format(name=name))

    def behind(self, who: Who, text: str) -> str | None:
        """What a message asks that an answer replies to; None for a command that asks nothing."""
        if not text.startswith("/"):
            return text or None
        command, _, rest = text.partition(" ")
        name, rest = command[1:].partition("@")[0].casefold(), rest.strip()
        if name == "mine":
            return self._words.mine.told.format(words=rest) if rest else self._words.mine.question
        link = read(rest) if name == "start" else None
        found = self._privately.waiting(link.key) if link and link.kind == "ask" else None
        if found is not None and found.person == who.person:
            return found.question
        return rest or None if name == "human" else None

    def latest(self, who: Who) -> tuple[str, Option | None]:
        """The question asked last, and the one competition it was about; empty without one."""
        state, aside = self._state(who), self._words.follow.contact_question
        said = [turn.question for turn in state.turns if turn.question != aside]
        return (said[-1] if said else ""), state.about or state.choice

    def placed(self, who: Who, text: str) -> tuple[Question, Option | None]:
        """A question as this chat means it, and the one competition it is about."""
        asked = dialogue.question(self._state(who), text, self._clock())
        named = set(self._live.desk.answer(asked).notices) or {asked.notice or ""}
        notices = self._live.notices
        notice = notices.get(named.pop()) if len(named) == 1 else None
        return asked, _scope_of(asked, notice) if notice else None

    def aside(self, who: Who, text: str, option: Option | None) -> Reply | None:
        """The way to a private chat for what others in a group should not read; else None."""
        notice = self._live.notices.get(option.notice) if option else None
        known = notice.text if notice else ""
        if not who.in_group or not (
            personal(text, self._clock().date()) or names_somebody(text, known)
        ):
            return None
        return self._privately.question(who, text, option or self._choice(who.chat))

    def whom_to_call(self, who: Who) -> Reply:
        """The contacts of what the chat is about; which of them is asked back where it is open."""
        return self.hear(who, self._words.follow.contact_question)

    def retold(self, who: Who, text: str, key: str) -> Question | None:
        """A question of before as it was meant; None if its scope is not here any more."""
        option = self.competitions.by_key.get(key)
        if option is None:
            return None
        state = self._state(who)
        said = [turn.question for turn in state.turns]
        at = len(said) - 1 - said[::-1].index(text) if text in said else 0
        before = state.model_copy(update={"turns": state.turns[:at]})
        return dialogue.again(before, text, option, self._clock())

    def check(self, who: Who, words: str = "") -> Reply:
        """Begin an interview about what the words name, else what is chosen; else ask which."""
        choice = self._choice(who.chat)
        if who.in_group:
            named = self.competitions.named(words) if words else ()
            about = named[0] if len(named) == 1 else choice
            return self._privately.command("check", key_of(about) if about else "")
        rules = self._live.desk.rules
        if not words and choice is not None and choice.notice in rules:
            return self._examine(who, choice)
        judged = self._live.desk.rules.keys() - self.competitions.parts
        options = tuple(one for one in self.competitions.named(words) if one.notice in judged)
        if len(options) == 1:
            return self._examine(who, self.competitions.narrowed(options[0], words))
        if not options:
            none = self._words.choose_none.format(words=words) if words else ""
            return Reply(text=none or self._words.interview.no_rules)
        self._keep(who, dialogue.offered(self._state(who), options, check=True))
        buttons = tuple(to_begin(one, one.label) for one in options)
        return Reply(text=self._words.interview.which, buttons=buttons)

    def examine(self, who: Who, key: str, question: str | None) -> Reply:
        """A button that begins an interview; `question` is what its message replied to."""
        option = self.competitions.by_key.get(key)
        if option is None:
            return Reply(note=self._words.button_notice_gone)
        if who.in_group:
            return self._privately.command("check", key)
        return self._examine(who, option, question or "")

    def follow(self, who: Who, payload: str) -> Reply | None:
        """What a deep link leads to; None for words behind /start that are no link of ours."""
        link = read(payload)
        if link is None:
            return None
        if link.kind == "mine":
            return self.mine(who)
        if link.kind == "ask":
            return self._asked_in_group(who, link.key)
        if not link.key:
            bare = {"check": self.check, "remind": self.remind}.get(link.kind, self.choose)
            return bare(who)
        option = self.competitions.by_key.get(link.key)
        if option is None:
            return Reply(text=self._words.links.gone)
        return self._opened(who, link, option)

    def _opened(self, who: Who, link: Link, option: Option) -> Reply:
        if link.kind == "check":
            return self.examine(who, link.key, None)
        if link.kind == "remind":
            return self.press_reminder(who, SUBSCRIBE, link.key)
        self.settle(who, option)
        name = self.competitions.full_name(option)
        examples = self._words.help_examples
        return Reply(text=self._words.links.chosen.format(name=name, examples=examples))

    def _asked_in_group(self, who: Who, key: str) -> Reply:
        """A personal question is answered to the person who asked it, in private."""
        found = self._privately.waiting(key)
        if found is None or who.in_group:
            return Reply(text=self._words.links.asked_gone)
        if found.person != who.person:
            return Reply(text=self._words.links.not_yours)
        state = self._state(who)
        about = state.model_copy(update={"choice": state.choice or found.choice})
        return self._ask(who, state, dialogue.question(about, found.question, self._clock()))

    def mine(self, who: Who, words: str = "") -> Reply:
        """Which competitions the person can enter, by what the words and the chat say of it."""
        if who.in_group:
            return self._privately.command("mine")
        said = self._words.mine
        text = said.told.format(words=words) if words else said.question
        state = self._state(who)
        anywhere = state.model_copy(update={"choice": None, "about": None})
        return self._ask(who, state, dialogue.question(anywhere, text, self._clock()))

    def press_interview(self, who: Who, data: str) -> Reply:
        """A button of an interview."""
        return self._interviews.pressing.press(who, data)

    def _start(self, who: Who) -> Reply:
        """An interview asked for in words: about what the latest answer was about, if one was."""
        state = self._state(who)
        about = state.offer or state.about
        if about is None or not state.turns or about.notice not in self._live.desk.rules:
            return self.check(who)
        return self._examine(who, about, state.turns[-1].question)

    def _examine(self, who: Who, option: Option, question: str = "") -> Reply:
        """Begin an interview with what a question says of the person."""
        scope = option.model_copy(update={"label": ""})
        self._keep(who, dialogue.examined(self._state(who), scope))
        return self._interviews.course.begin(who, option, said_in(question, self._clock().date()))

    def _of(self, pending: Pending, text: str) -> Option | None:
        """The one option that words name in short."""
        short = len(comparable(text)) < SHORTEST_NAME
        named = set() if short else {one.notice for one in self.competitions.named(text)}
        found = [one for one in pending.options if one.notice in named]
        return found[0] if len(found) == 1 else None

    def forget(self, who: Who) -> Reply:
        """Delete everything that is kept of the chat; in a group only what is the person's own."""
        self.reset(who)
        self._privately.forget(who.person)
        try:
            if self._reminders is not None and not who.in_group:
                self._reminders.forget(who.chat)
            if self.office is not None:
                self.office.forget(who)
        except sqlite3.Error:
            return Reply(text=self._words.remind.not_kept)
        return Reply(text=self._words.group.forgotten if who.in_group else self._words.forgotten)

    def remind(self, who: Who) -> Reply:
        """What the chat is reminded of, and what it could be."""
        choice = self._choice(who.chat)
        if who.in_group:
            return self._privately.command("remind", key_of(choice) if choice else "")
        if self._reminders is None:
            return Reply(text=self._words.remind.not_kept)
        return self._reminders.listing(who.chat, choice)

    def press_reminder(self, who: Who, action: str, key: str) -> Reply:
        """A button of reminders: on, off, or the calendar file."""
        option = self.competitions.by_key.get(key)
        if option is None or self._reminders is None:
            return Reply(text=self._words.button_notice_gone)
        if action == CALENDAR:
            return self._reminders.calendar(option)
        if who.in_group:
            return self._privately.command("remind", key)
        if action == CANCEL:
            return self._reminders.cancel(who.chat, option)
        return self._reminders.subscribe(who.chat, option)

    def reset(self, who: Who) -> Reply:
        """Forget the conversation, the choice, the buttons and the interview.

        What a group has chosen is everybody's and stays: anyone may choose anew.
        """
        self._states.pop(who)
        self._interviews.kept.drop(who)
        if who.in_group:
            self._keeper.remember(lambda memory: memory.end(*who))
            return Reply(text=self._words.group.reset)
        self._choices.keep(who.chat, None)
        self._keeper.remember(lambda memory: memory.forget(who.chat))
        return Reply(text=self._words.reset)

    def _ask(
        self,
        who: Who,
        state: ChatState,
        asked: Question,
        chose: Option | None = None,
        *,
        offering: bool = True,
    ) -> Reply:
        answer = self._live.desk.answer(asked)
        if self.office is not None:
            self.office.heard(asked, answer)
        about = offer(self._live.desk, asked, answer) if offering else None
        self._keep(who, dialogue.answered(state, asked, answer, chose, about))
        if answer.options:
            self._keeper.remember(lambda memory: memory.show(who.chat, answer.options, asked.as_of))
        buttons = (to_begin(about, self._words.interview.offer),) if about else ()
        notices = self._live.notices
        return Reply(
            answer=answer,
            asked=asked,
            context=tuple(around(citation, notices) for citation in answer.citations),
            options=answer.options,
            buttons=(*buttons, *self._below(asked, answer, notices, offered=bool(buttons))),
        )

    def _below(
        self, asked: Question, answer: Answer, notices: Mapping[str, Notice], *, offered: bool
    ) -> Iterator[Button]:
        """The follow-ups that fit an answer about one notice."""
        notice = notices.get(answer.notices[0]) if len(set(answer.notices)) == 1 else None
        if notice is None or answer.options:
            yield from self._unplaced(asked, answer, notices)
            return
        said, scope = self._words.follow, _scope_of(asked, notice)
        for kind in follow_ups(asked, answer, notice, self._live.desk.rules):
            if kind == "check" and not offered:
                yield to_begin(scope, said.check)
            elif kind == "remind" and self._reminders is not None:
                yield Button(label=said.remind, data=f"{SUBSCRIBE}:{key_of(scope)}")
            elif kind == "contact":
                yield Button(label=said.contact, data=f"{CONTACT}:{key_of(scope)}")
            elif kind == "read":
                start = next(c.start for c in answer.citations if c.notice == notice.id)
                page = clauses.page_at(notice, start)
                if page is not None:
                    yield Button(label=said.read, data=clauses.data(notice, page))
        if self.office is not None:
            yield from self.office.below(asked, notice, key_of(scope))

    def _unplaced(
        self, asked: Question, answer: Answer, notices: Mapping[str, Notice]
    ) -> Iterator[Button]:
        """Below what was not understood: the way to a person, where a competition is chosen."""
        notice = notices.get(asked.notice or "") if answer.status == "out_of_scope" else None
        chat = words().is_chat(plain(asked.text), insists=False)
        if self.office is not None and notice is not None and not chat:
            yield from self.office.below(asked, notice, key_of(_scope_of(asked, notice)))

    def contact(self, who: Who, key: str) -> Reply:
        """A button that asks whom to call."""
        option = self.competitions.by_key.get(key)
        if option is None:
            return Reply(text=self._words.button_notice_gone)
        reply = self._again(who, self._state(who), self._words.follow.contact_question, option)
        kept = tuple(one for one in reply.buttons if not one.data.startswith(VOTES))
        return reply.model_copy(update={"buttons": kept})

    def page(self, data: str) -> Reply:
        """A page of a notice, by the data of a button."""
        place = clauses.place(data)
        option = self.competitions.by_key.get(place.key) if place else None
        if place is None or option is None:
            return Reply(note=self._words.button_notice_gone)
        notice = self._live.notices[option.notice]
        if clauses.stamp(notice) != place.stamp:
            return Reply(note=self._words.pages.changed)
        found = clauses.shown(notice, place.page, self._words.pages)
        return found or Reply(note=self._words.pages.changed)

    def _again(self, who: Who, state: ChatState, text: str, option: Option) -> Reply:
        return self._ask(who, state, dialogue.again(state, text, option, self._clock()), option)

    def _state(self, who: Who) -> ChatState:
        state = dialogue.awake(self._states.get(who) or ChatState(), self._clock())
        return state.model_copy(update={"choice": self._choice(who.chat)})

    def _choice(self, chat: int) -> Option | None:
        if chat not in self._choices:
            self._choices.keep(chat, self._keeper.recall(lambda memory: memory.choice(chat)))
        return self._choices.get(chat)

    def _keep(self, who: Who, state: ChatState) -> None:
        now = self._clock()
        self._states.keep(who, state)
        self._states.shed(lambda one: dialogue.forgotten(one, now))


def _examined(state: ChatState, text: str) -> Option | None:
    """What the latest interview was about, for a question that is not which others there are."""
    return None if asks_which(plain(text), words()) else state.examined


def _scope_of(asked: Question, notice: Notice) -> Option:
    """What the question was asked of, as something a button can name."""
    own = asked.notice == notice.id
    track = next((t.id for t in notice.tracks if own and t.id == asked.track), None)
    track = track if len(notice.tracks) > 1 else None
    return Option(label="", notice=notice.id, track=track)
