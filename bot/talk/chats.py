"""What is kept of chats: what one has said in memory, what the chat has chosen on disk too."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime

from bot import dialogue
from bot.dialogue import ChatState
from bot.keeper import Keeper
from bot.recent import Recent
from bot.reply import Who
from retrieval.model import Option

CHATS_IN_MEMORY = 20_000


class Chats:
    """In a group the choice is everybody's, what one says is not."""

    def __init__(self, clock: Callable[[], datetime], keeper: Keeper) -> None:
        self._clock, self._keeper = clock, keeper
        self._states = Recent[Who, ChatState](CHATS_IN_MEMORY)
        self._choices = Recent[int, Option | None](CHATS_IN_MEMORY)

    def state(self, who: Who) -> ChatState:
        """Where somebody's conversation stands now."""
        state = dialogue.awake(self._states.get(who) or ChatState(), self._clock())
        return state.model_copy(update={"choice": self.choice(who.chat)})

    def keep(self, who: Who, state: ChatState) -> None:
        """Where it stands from now on."""
        now = self._clock()
        self._states.keep(who, state)
        self._states.shed(lambda one: dialogue.forgotten(one, now))

    def choice(self, chat: int) -> Option | None:
        """What a chat has chosen."""
        if chat not in self._choices:
            self._choices.keep(chat, self._keeper.recall(lambda memory: memory.choice(chat)))
        return self._choices.get(chat)

    def choose(self, who: Who, option: Option | None) -> None:
        """Keep a choice for the chat, or take it back."""
        self._choices.keep(who.chat, option)
        self._keeper.remember(lambda memory: memory.choose(who.chat, option))
        self.keep(who, dialogue.chosen(self.state(who), option))

    def show(self, who: Who, options: Sequence[Option], at: datetime) -> None:
        """Keep what is shown as buttons, so that they work after a restart."""
        if options:
            self._keeper.remember(lambda memory: memory.show(who.chat, options, at))

    def shown(self, who: Who, key: str) -> Option | None:
        """What a button of the chat stands for; None if it was never shown or is old."""
        return self._keeper.recall(lambda memory: memory.shown(who.chat, key))

    def drop(self, who: Who) -> None:
        """Forget somebody's conversation, and the chat unless it is a group."""
        self._states.pop(who)
        if not who.in_group:
            self._choices.keep(who.chat, None)
            self._keeper.remember(lambda memory: memory.forget(who.chat))
