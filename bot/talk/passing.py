"""Questions to be passed on to a person: which is meant, of what, and who may read it."""

from __future__ import annotations

from bot import dialogue
from bot.privately import personal
from bot.reply import Reply, Who
from bot.talk.below import scope_of
from bot.talk.shared import Shared
from knowledge.masking import names_somebody
from retrieval.model import Option, Question


class Passing:
    """The one asked last, one of before, or one in words."""

    def __init__(self, shared: Shared) -> None:
        self._shared = shared

    def latest(self, who: Who) -> tuple[str, Option | None]:
        """The question asked last, and the one competition it was about; empty without one."""
        state, aside = self._shared.chats.state(who), self._shared.words.follow.contact_question
        said = [turn.question for turn in state.turns if turn.question != aside]
        return (said[-1] if said else ""), state.about or state.choice

    def placed(self, who: Who, text: str) -> tuple[Question, Option | None]:
        """A question as this chat means it, and the one competition it is about."""
        live = self._shared.live
        asked = dialogue.question(self._shared.chats.state(who), text, self._shared.clock())
        named = set(live.desk.answer(asked).notices) or {asked.notice or ""}
        notice = live.notices.get(named.pop()) if len(named) == 1 else None
        return asked, scope_of(asked, notice) if notice else None

    def retold(self, who: Who, text: str, key: str) -> Question | None:
        """A question of before as it was meant; None if its scope is not here any more."""
        option = self._shared.option(key)
        if option is None:
            return None
        state = self._shared.chats.state(who)
        said = [turn.question for turn in state.turns]
        at = len(said) - 1 - said[::-1].index(text) if text in said else 0
        before = state.model_copy(update={"turns": state.turns[:at]})
        return dialogue.again(before, text, option, self._shared.clock())

    def aside(self, who: Who, text: str, option: Option | None) -> Reply | None:
        """The way to a private chat for what others in a group should not read; else None."""
        notice = self._shared.live.notices.get(option.notice) if option else None
        known = notice.text if notice else ""
        if not who.in_group or not (
            personal(text, self._shared.today) or names_somebody(text, known)
        ):
            return None
        choice = option or self._shared.chats.choice(who.chat)
        return self._shared.privately.question(who, text, choice)
