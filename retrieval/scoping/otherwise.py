"""A track by the word people have for it: 直播带货那个 for 互联网营销师."""

from __future__ import annotations

from collections.abc import Sequence

from knowledge import lazy_re
from knowledge.model import Track
from knowledge.plain import comparable_name
from retrieval.question.lexicon import Words
from retrieval.question.mentions import Named, Span

_AS_A_TRACK = lazy_re.compile(
    r"[\u4e00-\u9fff]{0,2}?的?(?:(?:那|这)一?[个项场]|项目|赛项|工种|(?=呢$)"
    r"|(?=的?(?:实操|理论|选手|[比竞决初复]赛(?!吗|么))|(?:哪天|几号|什么时候|啥时候?)(?:比|考|赛|开赛)))"
)
"""What follows a word that stands for a track; alone it may be meant as itself: 有直播吗."""
_CHOSEN = lazy_re.compile(r"(?:比如说?|例如|譬如|(?:想|要|能|可以)报名?|组)$")
"""What stands before one: 比如汽修."""
_LEAST = 2


class Otherwise:
    """What a question (comparable) calls a track, looked up once for all notices."""

    def __init__(self, text: str, words: Words) -> None:
        said = ((r, _as_a_track(r.said, text)) for r in words.meant(text) if len(r.said) >= _LEAST)
        self._said = tuple(
            ([word for word in rendered.words if len(word) >= _LEAST], at)
            for rendered, at in said
            if at is not None
        )

    def track(self, tracks: Sequence[Track]) -> Named | None:
        """The one track whose name has a word that notices use for what the question says.

        None unless the question speaks of a track, and if several can be meant.
        """
        for written, at in self._said:
            fitting = [t for t in tracks if any(w in comparable_name(t.name) for w in written)]
            if len(fitting) == 1:
                return Named((fitting[0].id,), (at,))
        return None


def _as_a_track(said: str, text: str) -> Span | None:
    """Where a text first has the word followed by what makes it a track.

    >>> _as_a_track("直播", "有直播吗，直播那个几号比")
    (5, 9)
    """
    at = text.find(said)
    while at >= 0:
        if match := _AS_A_TRACK.match(text, at + len(said)):
            return at, match.end()
        if _CHOSEN.search(text, 0, at):
            return at, at + len(said)
        at = text.find(said, at + 1)
    return None
