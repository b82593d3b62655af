"""Deep links and commands that ask: what a link leads to, which question is behind a message."""

from __future__ import annotations

from dataclasses import dataclass

from bot.links import Link, read
from bot.reminders.reminding import SUBSCRIBE
from bot.reply import Reply, Who
from bot.talk.answering import Answering
from bot.talk.choosing import Choosing
from bot.talk.examining import Examining
from bot.talk.reminding import Reminding
from bot.talk.shared import Shared
from retrieval.model import Option


@dataclass(frozen=True)
class Linked:
    """Where links lead to."""

    shared: Shared
    answering: Answering
    choosing: Choosing
    examining: Examining
    reminding: Reminding

    def follow(self, who: Who, payload: str) -> Reply | None:
        """What a deep link leads to; None for words behind /start that are no link of ours."""
        link = read(payload)
        if link is None:
            return None
        if link.kind == "mine":
            return self.answering.mine(who)
        if link.kind == "ask":
            return self._asked_in_group(who, link.key)
        if not link.key:
            bare = {"check": self.examining.check, "remind": self.reminding.remind}
            return bare.get(link.kind, self.choosing.choose)(who)
        option = self.shared.option(link.key)
        if option is None:
            return Reply(text=self.shared.words.links.gone)
        return self._opened(who, link, option)

    def _opened(self, who: Who, link: Link, option: Option) -> Reply:
        if link.kind == "check":
            return self.examining.press(who, link.key, None)
        if link.kind == "remind":
            return self.reminding.press(who, SUBSCRIBE, link.key)
        self.choosing.settle(who, option)
        words, name = self.shared.words, self.shared.competitions.full_name(option)
        return Reply(text=words.links.chosen.format(name=name, examples=words.help_examples))

    def _asked_in_group(self, who: Who, key: str) -> Reply:
        """A personal question is answered to the person who asked it, in private."""
        found, said = self.shared.privately.waiting(key), self.shared.words.links
        if found is None or who.in_group:
            return Reply(text=said.asked_gone)
        if found.person != who.person:
            return Reply(text=said.not_yours)
        state = self.shared.chats.state(who)
        meant = state.model_copy(update={"choice": state.choice or found.choice})
        return self.answering.ask(who, found.question, meant)

    def behind(self, who: Who, text: str) -> str | None:
        """What a message asks that an answer replies to; None for a command that asks nothing."""
        if not text.startswith("/"):
            return text or None
        command, _, rest = text.partition(" ")
        name, rest = command[1:].partition("@")[0].casefold(), rest.strip()
        if name == "mine":
            said = self.shared.words.mine
            return said.told.format(words=rest) if rest else said.question
        link = read(rest) if name == "start" else None
        found = self.shared.privately.waiting(link.key) if link and link.kind == "ask" else None
        if found is not None and found.person == who.person:
            return found.question
        return rest or None if name == "human" else None
