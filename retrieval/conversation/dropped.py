"""那砌筑不要了，钢筋那个打哪个号: the track that somebody gives up is not what he asks about."""

from __future__ import annotations

from collections.abc import Callable

from knowledge import lazy_re

_DROPPED = lazy_re.compile(
    r"^(?:那|就|算了|唉|哎|嗯|好吧?|[,，\s])*(?P<what>[^,，。;；？?\s]{1,12}?)(?:那个|这个)?(?:我|们|就|也|先|都)*"
    r"(?:不要|不报|不搞|不比|不考虑|不参加|不选|不弄|算|放弃)了[吧,，。;；\s]+(?P<rest>.{4,})$"
)


def without_dropped(text: str, tracks: Callable[[str], frozenset[str]]) -> str:
    """The text without a track given up in front of another; `tracks` finds those of a text.

    >>> def tracks(text):
    ...     return frozenset(name for name in ("砌筑", "钢筋") if name in text)
    >>> without_dropped("那砌筑不要了，钢筋那个打哪个号", tracks)
    '钢筋那个打哪个号'
    >>> without_dropped("砌筑不报了，交的钱退吗", tracks)
    '砌筑不报了，交的钱退吗'
    """
    match = _DROPPED.match(text)
    if match is None:
        return text
    given_up, left = tracks(match["what"]), tracks(match["rest"])
    return match["rest"] if given_up and left - given_up else text
