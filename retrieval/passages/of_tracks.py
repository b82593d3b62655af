"""数字孪生是干啥的: what is done in a track is what is contested there."""

from __future__ import annotations

from dataclasses import replace

from knowledge import lazy_re
from retrieval.passages.rank import Sought

_BODY = lazy_re.compile(
    r"[组部处](?!别|分)|委员会|办公室|裁判|教练|领队|工作人员|志愿者|单位|谁|负责|职责|管"
)


_HOW_MANY = lazy_re.compile(
    r"(?:报|派|推荐)(?:几|多少|好多)(?:个|名|位)?(?:人|选手)?(?:呢|啊|呀)?[?？]?$"
)


def as_quota(sought: Sought) -> Sought:
    """The question for how many may enter a track, where one is named: 焊工能报几个.

    Without a track it is asked how many of them somebody may enter.
    """
    asked = sought.asked
    named = bool(sought.tracks) and "multi_track" in asked.concepts
    if not named or not _HOW_MANY.search(asked.plain):
        return sought
    concepts = dict.fromkeys("unit_quota" if c == "multi_track" else c for c in asked.concepts)
    return replace(sought, asked=asked.model_copy(update={"concepts": tuple(concepts)}))


def as_content(sought: Sought) -> Sought:
    """The question for what a track contests, where it asks what a track does.

    Who has a duty (哪个组, 裁判) is no track; what they do stays what is asked.
    """
    asked = sought.asked
    if not sought.tracks or "duty" not in asked.concepts or _BODY.search(asked.plain):
        return sought
    concepts = dict.fromkeys("content" if c == "duty" else c for c in asked.concepts)
    return replace(sought, asked=asked.model_copy(update={"concepts": tuple(concepts)}))
