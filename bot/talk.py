"""The conversation as people have it, in the terminal and on Telegram alike.

Blocking (search, SQLite): the bot calls it from worker threads, one call at a time for a chat.
"""

from __future__ import annotations

import logging
import sqlite3
from collections import OrderedDict
from collections.abc import Callable
from datetime import datetime
from typing import NamedTuple

from bot import dialogue
from bot.competitions import Competitions, key_of
from bot.dialogue import ChatState
from bot.live import Live
from bot.memory import Memory
from bot.wording import Wording
from knowledge.model import Frozen
from retrieval.model import Answer, Option, Question

CHATS_IN_MEMORY = 20_000
FILTERED_SHOWN = 8

_log = logging.getLogger(__name__)


class Who(NamedTuple):
    """Whose conversation it is: what is chosen counts for the chat, what is said for the person."""

    chat: int
    person: int


class Reply(Frozen):
    """What to show: an answer, or a text; with the options there are."""

    text: str = ""
    answer: Answer | None = None
    asked: Question | None = None
    options: tuple[Option, ...] = ()
    final: Option | None = None
    """When choosing: the scope to stay with instead of going on to `options`."""


class Talk:
    """Conversations with one bot. `memory` is None where nothing outlives the process."""

    def __init__(
        self,
        live: Live,
        words: Wording,
        clock: Callable[[], datetime],
        memory: Memory | None = None,
    ) -> None:
        self._live = live
        self._words = words
        self._clock = clock
        self._memory = memory
        self._states: OrderedDict[Who, ChatState] = OrderedDict()
        self._choices: OrderedDict[int, Option | None] = OrderedDict()

    @property
    def competitions(self) -> Competitions:
        """What can be chosen now."""
        return self._live.competitions

    def hear(self, who: Who, text: str) -> Reply:
        """Words of a person: a number or name of an option last shown, else a question."""
        state = self._state(who)
        option = dialogue.picked(state, text)
        if option is None or state.pending is None:
            asked = dialogue.question(state, text, self._clock())
            return self._ask(who, state, asked)
        if state.pending.question is not None:
            return self._again(who, state, state.pending.question, option)
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
            option = self._recall(lambda memory: memory.shown(who.chat, key))
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
        self._choices[who.chat] = option
        self._remember(lambda memory: memory.choose(who.chat, option))
        self._keep(who, dialogue.chosen(self._state(who), option))
        if option is None:
            return Reply(text=self._words.chosen_any)
        name = self.competitions.full_name(option)
        return Reply(text=self._words.chosen.format(name=name))

    def reset(self, who: Who) -> Reply:
        """Forget the conversation, the choice and the buttons."""
        self._states.pop(who, None)
        self._choices[who.chat] = None
        self._remember(lambda memory: memory.forget(who.chat))
        return Reply(text=self._words.reset)

    def _ask(
        self, who: Who, state: ChatState, asked: Question, chose: Option | None = None
    ) -> Reply:
        answer = self._live.desk.answer(asked)
        self._keep(who, dialogue.answered(state, asked, answer, chose))
        if answer.options:
            self._remember(lambda memory: memory.show(who.chat, answer.options, asked.as_of))
        return Reply(answer=answer, asked=asked, options=answer.options)

    def _again(self, who: Who, state: ChatState, text: str, option: Option) -> Reply:
        return self._ask(who, state, dialogue.again(state, text, option, self._clock()), option)

    def _state(self, who: Who) -> ChatState:
        state = dialogue.awake(self._states.get(who, ChatState()), self._clock())
        return state.model_copy(update={"choice": self._choice(who.chat)})

    def _choice(self, chat: int) -> Option | None:
        if chat not in self._choices:
            self._choices[chat] = self._recall(lambda memory: memory.choice(chat))
            _trim(self._choices)
        return self._choices[chat]

    def _keep(self, who: Who, state: ChatState) -> None:
        self._states[who] = state
        self._states.move_to_end(who)
        _trim(self._states)

    def _recall(self, read: Callable[[Memory], Option | None]) -> Option | None:
        """Read from memory; what cannot be read counts as nothing."""
        try:
            return read(self._memory) if self._memory else None
        except (sqlite3.Error, ValueError) as fault:
            _log.warning("chat memory not readable: %s", type(fault).__name__)
            return None

    def _remember(self, write: Callable[[Memory], None]) -> None:
        """Write to memory; if that fails the conversation goes on without it."""
        try:
            if self._memory:
                write(self._memory)
        except sqlite3.Error as fault:
            _log.warning("chat memory not writable: %s", type(fault).__name__)


def _trim(recent: OrderedDict[Who, ChatState] | OrderedDict[int, Option | None]) -> None:
    """Drop the conversations least recently used."""
    while len(recent) > CHATS_IN_MEMORY:
        recent.popitem(last=False)
