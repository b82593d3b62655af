"""Choosing for a chat: a competition, then a track, then a group; at any level it may end."""

from __future__ import annotations

from bot import dialogue
from bot.reply import Reply, Who
from bot.talk.shared import Shared
from retrieval.model import Option

FILTERED_SHOWN = 8


class Choosing:
    """What is offered next, and what is chosen."""

    def __init__(self, shared: Shared) -> None:
        self._shared, self._words = shared, shared.words

    def choose(self, who: Who, words: str = "") -> Reply:
        """The competitions there are, or those the words name."""
        options = self._shared.competitions.named(words)
        if not options:
            return Reply(text=nothing_named(self._shared, words) or self._words.choose_empty)
        chats = self._shared.chats
        chats.keep(who, dialogue.offered(chats.state(who), options, final=False))
        if words:
            text = self._words.choose_filtered.format(words=words)
            return Reply(text=text, options=options[:FILTERED_SHOWN])
        return Reply(text=self._words.choose, options=options)

    def open(self, who: Who, option: Option) -> Reply:
        """Go on from a competition to its tracks, from a track to its groups, or settle."""
        below = self._shared.competitions.below(option)
        if not below:
            return self.settle(who, option)
        tracks = option.track is None and below[0].group is None
        label = self._words.whole_competition if tracks else self._words.whole_track
        final, chats = option.model_copy(update={"label": label}), self._shared.chats
        chats.keep(who, dialogue.offered(chats.state(who), (final, *below), final=True))
        ask = self._words.choose_track if tracks else self._words.choose_group
        name = self._shared.competitions.full_name(option)
        return Reply(text=ask.format(name=name), options=below, final=final)

    def settle(self, who: Who, option: Option | None) -> Reply:
        """Keep a choice for the chat, or take it back."""
        self._shared.chats.choose(who, option)
        if option is None:
            return Reply(text=self._words.chosen_any)
        name = self._shared.competitions.full_name(option)
        return Reply(text=self._words.chosen.format(name=name))


def nothing_named(shared: Shared, words: str) -> str:
    """That words behind a command name no competition; empty without words."""
    return shared.words.choose_none.format(words=words) if words else ""
