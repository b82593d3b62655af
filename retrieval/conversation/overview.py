"""A message that names a competition or a track and asks nothing: 贵州技能大赛, 介绍一下这个比赛.

The first thing people type is often a bare name. It stands for what one must know first, each a
question of its own; what the notice does not tell of it is left out.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from knowledge import lazy_re
from knowledge.data import content
from knowledge.model import Frozen
from retrieval.question.lexicon import Words
from retrieval.question.mentions import masked
from retrieval.reply import Reply
from retrieval.scoping.scope import Target

_RUN = 2
"""Words no longer than this say something."""
_ASKS = lazy_re.compile(r"[\d哪几谁]")
"""哪5个 asks something, whatever of it was taken for a name."""
_SEVERAL = 6
"""Of more competitions a bare name is none."""
_LONGEST = 40
"""A message that only names something is no longer."""


class Overview:
    """Says which questions a message stands for that asks none itself."""

    def __init__(self, words: Words) -> None:
        self._words = words
        self._data = _data()
        self._introduces = lazy_re.compile(self._data.introduces)
        self._event = lazy_re.compile(self._data.event)

    def may_ask_none(self, text: str, own: Target, *, asked: bool, goes_on: bool) -> bool:
        """Whether a text (plain) may ask nothing itself, before the scope is looked at.

        `own` is what it names itself; `asked`: an earlier question is left that a bare name asks
        again; `goes_on`: something was named before, so that 今年的 may choose of it.
        """
        if len(text) > _LONGEST:
            return False
        named = (own.named or own.tracked) and not own.dated
        return bool(self._introduces.search(text)) or ((named or goes_on) and not asked)

    def questions(self, text: str, own: Target, whole: Target) -> tuple[str, ...]:
        """The questions such a text stands for; none where it asks something.

        `whole` is its scope with what was chosen or named before; of several the first question
        asks back which one is meant.
        """
        if not 0 < len(whole.notices) <= _SEVERAL or whole.absent:
            return ()
        named = own.tracks.get(whole.notices[0]) if len(whole.notices) == 1 else None
        spans = (*own.spans, *(named.spans if named else ()))
        if not self._is_bare(masked(text, spans)):
            return ()
        return self._data.track if named and named.exact else self._data.competition

    def _is_bare(self, rest: str) -> bool:
        """Whether nothing is asked by what is left without the names."""
        rest = self._event.sub("\n", self._introduces.sub("\n", rest))
        if _ASKS.search(rest) or self._words.asked(rest) or self._words.forms(rest):
            return False
        return all(len(run) < _RUN for run in self._words.content(rest, ()))


def told_of(replies: Sequence[list[Reply] | Reply]) -> list[list[Reply] | Reply]:
    """Of the replies to an overview's questions those that tell something; all if none does.

    Where one asks back which competition is meant, that alone.
    """
    asks_back = [r for r in replies if isinstance(r, list)]
    if asks_back:
        return [asks_back[0]]
    told = [r for r in replies if isinstance(r, Reply) and r.tells]
    return [*told] or [*replies]


class _Data(Frozen):
    introduces: str
    event: str
    competition: tuple[str, ...]
    track: tuple[str, ...]


@lru_cache(maxsize=1)
def _data() -> _Data:
    return _Data.model_validate(content("retrieval.conversation", "overview.yaml"))
