"""What a part of a message leaves to the rest of it: the stage, and words that find."""

from __future__ import annotations

from collections.abc import Callable

from knowledge import lazy_re
from retrieval.question.asked import Asked
from retrieval.question.lexicon import Words

_PARTS = frozenset({"theory", "practice"})
_OF_ITS_OWN = lazy_re.compile(
    r"[\u4e00-\u9fff]{2}(?:大会|仪式)|"
    r"(?:表彰|颁奖|说明|动员|总结|交流|座谈|发布|见面|对接|领队|推进|点评|讲评)会(?![员议场长])"
)
"""An event that a part of a message names itself: 后面的表彰会在哪开."""

Mentions = Callable[[str], bool]
"""Whether a notice has some of the words of a text."""


def own_events(plain: str, mentions: Mentions) -> list[str]:
    """The events of a notice that a question names itself: 表彰大会, 领队会."""
    return [event for event in _OF_ITS_OWN.findall(plain) if mentions(event)]


def with_rest(asked: Asked, message: str, words: Words, mentions: Mentions) -> Asked:
    """The part of a message with what it leaves to the rest: 几号截止，决赛呢."""
    rest = message.replace(asked.plain, "\n") if asked.plain in message else ""
    if not rest.strip():
        return asked
    borrowed = _borrowed(asked, message.partition(asked.plain)[0], words, mentions)
    left = {
        "concepts": (*asked.concepts, *borrowed),
        "borrowed": borrowed,
        "message": rest,
        "aside": words.content(rest, ()),
    }
    return asked.model_copy(update=left)


def _borrowed(asked: Asked, before: str, words: Words, mentions: Mentions) -> tuple[str, ...]:
    """The stage named before a part that names none, and the part of a contest."""
    found = words.asked(before)  # 几号截止，决赛呢: the final comes after
    staged = any(words.concepts[c].stage for c in asked.concepts)
    staged = staged or bool(own_events(asked.plain, mentions))
    stages = tuple(dict.fromkeys(f.id for f in found if words.concepts[f.id].stage))
    borrowed = () if staged else stages
    parts = tuple(dict.fromkeys(f.id for f in found if f.id in _PARTS))
    if len(parts) == 1 and not _PARTS & set(asked.concepts) and _bare(asked):
        borrowed += parts  # 理论几号考、考几分钟
    return borrowed


def _bare(asked: Asked) -> bool:
    """Whether a part of a message asks how long something lasts, and not what."""
    return "duration" in asked.concepts and all(len(run) < 2 for run in asked.content)  # noqa: PLR2004
