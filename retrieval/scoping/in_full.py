"""A question with the short word for its track written in full: 绿化的实操 asks of 园林绿化.

Tables, lists and sentences are looked up by names as notices write them, so a question that says a
part of a name is first put as if it said all of it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace

from knowledge import lazy_re
from knowledge.model import Notice
from knowledge.plain import comparable
from retrieval.passages.rank import Sought
from retrieval.question.everyday import rare_words
from retrieval.question.mentions import Span, longest_common, telling
from retrieval.reply import Reply

_BRACKET = lazy_re.compile(r"[(（][^()（）]*[)）]")
_HAN = lazy_re.compile("[\u4e00-\u9fff]{2,}")
_LEAST = 2


def put_in_full(sought: Sought, notice: Notice, put: Callable[[Sought], Reply]) -> Reply:
    """The reply to the question in full where that answers it, else to the question as it is."""
    full = in_full(sought, notice)
    reply = put(full) if full is not None else None
    return reply if reply is not None and reply.status == "answered" else put(sought)


def in_full(sought: Sought, notice: Notice) -> Sought | None:
    """The question with the name of its one track; None where that has no short word in it.

    Nor where the name, or an alias, stands in it, or what looks like a part is of another word:
    参考书 beside 图书馆参考咨询.
    """
    if len(sought.tracks) != 1:
        return None
    track = next(t for t in notice.tracks if t.id == sought.tracks[0])
    name, text = _BRACKET.sub("", comparable(track.name)), sought.asked.plain
    if any(comparable(known) in text for known in (name, *track.aliases)):
        return None
    span = _said(text, name)
    if span is None or _in_a_word(text, span):
        return None
    said = text[span[0] : span[1]]
    full = f"{text[: span[0]]}{name}{text[span[1] :]}"
    unnamed = sought.asked.unnamed.replace(said, name, 1)
    update = {"plain": full, "text": full, "unnamed": unnamed}
    return replace(sought, asked=sought.asked.model_copy(update=update))


def _said(text: str, name: str) -> Span | None:
    """Where a text says a name with words left out: 消防联动 of 消防应急联动, 客服 of 客户服务."""
    length, at, _ = longest_common(text, name)
    if length < _LEAST or not telling(text[at : at + length]):
        at, length = text.find(name[::2]), len(name[::2])
    span = _widened(text, (at, at + length), name)
    return span if at >= 0 and _HAN.fullmatch(text, *span) else None


def _widened(text: str, span: Span, name: str) -> Span:
    """The longest stretch around a part of a name whose characters stand in it in their order."""
    start, end = span
    while end < len(text) and _within(text[start : end + 1], name):
        end += 1
    while start > 0 and _within(text[start - 1 : end], name):
        start -= 1
    return start, end


def _within(said: str, name: str) -> bool:
    rest: Iterable[str] = iter(name)
    return all(char in rest for char in said)


def _in_a_word(text: str, span: Span) -> bool:
    """Whether a stretch of a text is the beginning or the end of a longer word."""
    start, end = span
    words = rare_words()
    longer = (text[start : end + more] for more in (1, 2) if end + more <= len(text))
    before = (text[start - more : end] for more in (1, 2) if start >= more)
    return any(word in words for word in (*longer, *before))
