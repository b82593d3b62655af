"""数字孪生是干啥的: what is done in a track is what is contested there."""

from __future__ import annotations

from dataclasses import replace

from knowledge import lazy_re
from retrieval.passages.rank import Sought

_BODY = lazy_re.compile(
    r"[组部处](?!别|分)|委员会|办公室|裁判|教练|领队|工作人员|志愿者|单位|谁|负责|职责|管"
)


def as_content(sought: Sought) -> Sought:
    """The question for what a track contests, where it asks what a track does.

    Who has a duty (哪个组, 裁判) is no track; what they do stays what is asked.
    """
    asked = sought.asked
    if not sought.tracks or "duty" not in asked.concepts or _BODY.search(asked.plain):
        return sought
    concepts = dict.fromkeys("content" if c == "duty" else c for c in asked.concepts)
    return replace(sought, asked=asked.model_copy(update={"concepts": tuple(concepts)}))
