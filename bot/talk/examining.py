"""Beginning an interview: about what is named, chosen or was answered last; else it asks which."""

from __future__ import annotations

from bot import dialogue
from bot.competitions import key_of
from bot.dialogue import Pending
from bot.interview.course import Course
from bot.interview.offer import said_in, to_begin
from bot.reply import Reply, Who
from bot.talk.choosing import nothing_named
from bot.talk.shared import Shared
from knowledge.plain import comparable
from retrieval.model import Option

SHORTEST_NAME = 2


class Examining:
    """By command, by button and in words; from a group it leads to the private chat."""

    def __init__(self, shared: Shared, course: Course) -> None:
        self._shared, self._words, self._course = shared, shared.words, course

    def check(self, who: Who, words: str = "") -> Reply:
        """Begin one about what the words name, else what is chosen; else ask which."""
        choice, competitions = self._shared.chats.choice(who.chat), self._shared.competitions
        named = competitions.named(words)
        if who.in_group:
            about = named[0] if words and len(named) == 1 else choice
            return self._shared.privately.command("check", key_of(about) if about else "")
        rules = self._shared.live.desk.rules
        if not words and choice is not None and choice.notice in rules:
            return self.begin(who, choice)
        judged = rules.keys() - competitions.parts
        options = tuple(one for one in named if one.notice in judged)
        if len(options) == 1:
            return self.begin(who, competitions.narrowed(options[0], words))
        return self._which(who, words, options)

    def _which(self, who: Who, words: str, options: tuple[Option, ...]) -> Reply:
        """Which of several is meant; or that there is none."""
        if not options:
            none = nothing_named(self._shared, words)
            return Reply(text=none or self._words.interview.no_rules)
        chats = self._shared.chats
        chats.keep(who, dialogue.offered(chats.state(who), options, check=True))
        buttons = tuple(to_begin(one, one.label) for one in options)
        return Reply(text=self._words.interview.which, buttons=buttons)

    def named(self, pending: Pending, text: str) -> Option | None:
        """The one of those it asked about that words name in short."""
        short = len(comparable(text)) < SHORTEST_NAME
        found = () if short else self._shared.competitions.named(text)
        named = {one.notice for one in found}
        meant = [one for one in pending.options if one.notice in named]
        return meant[0] if len(meant) == 1 else None

    def press(self, who: Who, key: str, question: str | None) -> Reply:
        """A button that begins one; `question` is what its message replied to."""
        option = self._shared.option(key)
        if option is None:
            return Reply(note=self._words.button_notice_gone)
        if who.in_group:
            return self._shared.privately.command("check", key)
        return self.begin(who, option, question or "")

    def start(self, who: Who) -> Reply:
        """Asked for in words: about what the latest answer was about, if one was."""
        state = self._shared.chats.state(who)
        about = state.offer or state.about
        if about is None or not state.turns or about.notice not in self._shared.live.desk.rules:
            return self.check(who)
        return self.begin(who, about, state.turns[-1].question)

    def begin(self, who: Who, option: Option, question: str = "") -> Reply:
        """Begin it with what a question says of the person."""
        scope, chats = option.model_copy(update={"label": ""}), self._shared.chats
        chats.keep(who, dialogue.examined(chats.state(who), scope))
        return self._course.begin(who, option, said_in(question, self._shared.today))
