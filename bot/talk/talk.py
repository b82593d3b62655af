"""The whole of a conversation: its parts, and which of them answers the words of a person.

Blocking (search, SQLite): the bot calls it from worker threads, one call at a time for a chat.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from bot import dialogue
from bot.dialogue import ChatState, Pending
from bot.handoff.office import Office
from bot.interview.interviews import Interviews
from bot.keeper import Keeper
from bot.live import Live
from bot.memory import Memory
from bot.privately import Privately, personal
from bot.reminders.reminding import Reminders
from bot.reply import Reply, Who
from bot.talk.answering import Answering
from bot.talk.below import Below
from bot.talk.chats import Chats
from bot.talk.choosing import Choosing
from bot.talk.examining import Examining
from bot.talk.forgetting import Forgetting
from bot.talk.linked import Linked
from bot.talk.passing import Passing
from bot.talk.reading import Reading
from bot.talk.reminding import Reminding
from bot.talk.shared import Shared
from bot.wording import Wording
from retrieval.entrants.survey import asks_which
from retrieval.model import Option
from retrieval.question.asked import plain
from retrieval.question.lexicon import words as lexicon


class Talk:
    """Conversations with one bot. `memory` is None where nothing outlives the process."""

    def __init__(  # noqa: PLR0913, PLR0917  what it is made of, each replaceable
        self,
        live: Live,
        words: Wording,
        clock: Callable[[], datetime],
        memory: Memory | None = None,
        reminders: Reminders | None = None,
        office: Office | None = None,
    ) -> None:
        """`office` has the coordinators; None where there are none."""
        keeper, self.office = Keeper(memory), office
        shared = Shared(live, words, clock, Chats(clock, keeper), Privately(words))
        below = Below(live, words, office, reminding=reminders is not None)
        self.shared, self._words = shared, words
        self.interviews = Interviews(live, words, clock, keeper)
        self.answering = Answering(shared, below, office)
        self.choosing, self.reading, self.passing = (
            Choosing(shared),
            Reading(shared),
            Passing(shared),
        )
        self.examining = Examining(shared, self.interviews.course)
        self.reminding = Reminding(shared, reminders)
        self.forgetting = Forgetting(shared, self.interviews.kept, reminders, office)
        self.linked = Linked(shared, self.answering, self.choosing, self.examining, self.reminding)

    def hear(self, who: Who, text: str, *, edited: bool = False) -> Reply:
        """Words of a person: an answer in an interview, an option last shown, else a question.

        A question that interrupts an interview is answered, and the interview goes on. What is
        personal is not answered in a group.
        """
        if who.in_group and personal(text, self.shared.today):
            choice = self.shared.chats.choice(who.chat)
            return self.shared.privately.question(who, text, choice)
        if edited and self.interviews.kept.active(who):
            return Reply(text=self._words.interview.edited)
        return self._heard(who, text)

    def whom_to_call(self, who: Who) -> Reply:
        """The contacts of what the chat is about; which of them is asked back where it is open."""
        return self.hear(who, self._words.follow.contact_question)

    def _heard(self, who: Who, text: str) -> Reply:
        """The same, where it may be answered."""
        orders, course = self.interviews.orders, self.interviews.course
        lost = course.lost(who)
        if lost is not None and not orders.asks(text):
            return lost
        reply = None if lost else self.interviews.hearing.hear(who, text)
        if reply is not None:
            return reply
        if orders.starts(text):
            return self.examining.start(who)
        if orders.is_one(text):
            return Reply(text=self._words.interview.none_open)
        again = lost or course.repeat(who)
        reply = self._picked_or_asked(who, text, offering=again is None)
        return reply.model_copy(update={"then": again})

    def _picked_or_asked(self, who: Who, text: str, *, offering: bool) -> Reply:
        """A number or name of an option last shown, else a question."""
        state = self.shared.chats.state(who)
        pending, option = state.pending, dialogue.picked(state, text)
        if option is None and pending is not None and pending.check:
            option = self.examining.named(pending, text)
        if option is not None and pending is not None:
            return self._picked(who, pending, option)
        if most := dialogue.out_of_range(state, text):
            return Reply(text=self._words.pick_of.format(most=most))
        choice = self.interviews.kept.scope(who) or state.choice or _examined(state, text)
        meant = state.model_copy(update={"choice": choice})
        return self.answering.ask(who, text, meant, offering=offering)

    def _picked(self, who: Who, pending: Pending, option: Option) -> Reply:
        """What was picked of what was last shown."""
        if pending.question is not None:
            return self.answering.again(who, pending.question, option)
        if pending.check:
            return self.examining.begin(who, option)
        if pending.final and option == pending.options[0]:
            return self.choosing.settle(who, option)
        return self.choosing.open(who, option)


def _examined(state: ChatState, text: str) -> Option | None:
    """What the latest interview was about, for a question that is not which others there are."""
    return None if asks_which(plain(text), lexicon()) else state.examined
