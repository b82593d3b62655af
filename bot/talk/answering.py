"""Questions of a chat: put to the desk, answered with what stands below, kept for the next one."""

from __future__ import annotations

from bot import dialogue
from bot.competitions import key_of
from bot.dialogue import ChatState
from bot.evidence import around
from bot.handoff.office import VOTES, Office
from bot.interview.offer import offer
from bot.reply import Reply, Who
from bot.talk.below import Below
from bot.talk.shared import Shared
from retrieval.model import Option, Question


class Answering:
    """Typed, asked again with an option, or asked by a button or command."""

    def __init__(self, shared: Shared, below: Below, office: Office | None) -> None:
        self._shared, self._words = shared, shared.words
        self._below, self._office = below, office

    def ask(self, who: Who, text: str, meant: ChatState, *, offering: bool = True) -> Reply:
        """A question, with what is meant where it does not say so itself."""
        asked = dialogue.question(meant, text, self._shared.clock())
        return self._answered(who, asked, offering=offering)

    def again(self, who: Who, text: str, option: Option) -> Reply:
        """The same question, of what was picked."""
        state = self._shared.chats.state(who)
        return self._answered(
            who, dialogue.again(state, text, option, self._shared.clock()), option
        )

    def _answered(
        self, who: Who, asked: Question, chose: Option | None = None, *, offering: bool = True
    ) -> Reply:
        desk, chats = self._shared.live.desk, self._shared.chats
        answer = desk.answer(asked)
        if self._office is not None:
            self._office.heard(asked, answer)
        about = offer(desk, asked, answer) if offering else None
        chats.keep(who, dialogue.answered(chats.state(who), asked, answer, chose, about))
        chats.show(who, answer.options, asked.as_of)
        notices = self._shared.live.notices
        return Reply(
            answer=answer,
            asked=asked,
            context=tuple(around(citation, notices) for citation in answer.citations),
            options=answer.options,
            buttons=tuple(self._below.buttons(asked, answer, about)),
        )

    def press(self, who: Who, key: str, question: str | None) -> Reply:
        """A button under a question: asked again with what the button stands for.

        `question` is the text the button's message replied to; it serves after a restart, when
        nothing of the conversation is left in memory.
        """
        pending = self._shared.chats.state(who).pending
        own = pending.options if pending is not None and pending.question else ()
        option = next((o for o in own if key_of(o) == key), None)
        if option is not None and pending is not None:
            question = pending.question
        else:
            option = self._shared.chats.shown(who, key)
        if option is None or not question:
            return Reply(text=self._words.button_stale)
        if option.notice not in self._shared.competitions.by_notice:
            return Reply(text=self._words.button_notice_gone)
        return self.again(who, question, option)

    def contact(self, who: Who, key: str) -> Reply:
        """A button that asks whom to call."""
        option = self._shared.option(key)
        if option is None:
            return Reply(text=self._words.button_notice_gone)
        reply = self.again(who, self._words.follow.contact_question, option)
        kept = tuple(one for one in reply.buttons if not one.data.startswith(VOTES))
        return reply.model_copy(update={"buttons": kept})

    def mine(self, who: Who, words: str = "") -> Reply:
        """Which competitions the person can enter, by what the words and the chat say of it."""
        if who.in_group:
            return self._shared.privately.command("mine")
        said = self._words.mine
        text = said.told.format(words=words) if words else said.question
        anywhere = {"choice": None, "about": None}
        return self.ask(who, text, self._shared.chats.state(who).model_copy(update=anywhere))
