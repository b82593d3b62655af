"""盲人能报哪些项目, 还有哪个没截止: asked of every track, whichever was spoken of before."""

from __future__ import annotations

from knowledge import lazy_re

_NOUN = "(?:赛项|项目|工种|职业|赛道|专业|类别|比赛|竞赛)"
_EVERY = lazy_re.compile(
    r"(?:能|可以|可|该|应该|适合|好|想)(?:去|来)?(?:报名?|选|参加|搞|比)(?:的是?|得了)?(?:哪|什么|啥)(?!组|时候|地方|材料|表|证|人)"
    rf"|(?:还|另外|别的)有?(?:哪[个些几]个?|什么|啥){_NOUN}?(?:还)?(?:没|未|不|能|可以|在)"
    rf"|还?剩(?:下|余)?(?:的)?(?:哪[个些几]个?|什么|啥){_NOUN}?(?:还|是)?(?:能|可以|来得及)报"
    rf"|(?:哪[个些几]个?|什么|啥){_NOUN}(?:还|是|都)?(?:没|未|不|能|可以|要|用|收|可)"
)


def asks_of_every(text: str) -> bool:
    """Whether a turn (plain) asks which of all tracks something holds for.

    >>> asks_of_every("盲人能报哪些项目"), asks_of_every("还有哪个没截止")
    (True, True)
    >>> asks_of_every("那还剩什么可以报")
    True
    >>> asks_of_every("这个项目几号比"), asks_of_every("能报哪组")
    (False, False)
    """
    return _EVERY.search(text) is not None
