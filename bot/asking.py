"""From the fields of one question to an answer's JSON."""

from __future__ import annotations

import time
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from bot.batch import LineFault, as_of_in, words_in
from retrieval.answers import Answers
from retrieval.model import Option, Question, Turn


def answer_line(fields: Mapping[str, Any], desk: Answers, default: datetime) -> Mapping[str, Any]:
    """The answer to one request, in the contract's keys and order.

    Raises:
        LineFault: the request cannot be used; the message says what to mend.
    """
    given = {key: value for key, value in fields.items() if value is not None}
    notice = words_in(given, "notice")
    # a desk over a store without withdrawn notices has no such list
    known = {n.id for n in desk.notices} | getattr(desk, "withdrawn", frozenset())
    if notice is not None and notice not in known:
        ids = "、".join(n.id for n in desk.notices)
        raise LineFault(f"没有编号为 {notice[:40]} 的通知；已收录：{ids}")
    started = time.perf_counter()
    answer = desk.answer(
        Question(
            id=None,
            text=words_in(given, "question") or "",
            as_of=as_of_in(given, default),
            notice=notice,
            track=words_in(given, "track"),
            group=words_in(given, "group"),
            context=words_in(given, "context"),
            history=_history(given.get("history")),
        )
    )
    seconds = round(time.perf_counter() - started, 6)
    shown = answer.model_copy(update={"seconds": seconds}).model_dump(mode="json")
    return {**shown, "id": given.get("id")}


def _history(given: Any) -> tuple[Turn, ...]:
    """Earlier turns: questions, or questions with the option that was chosen."""
    if given is None:
        return ()
    if not isinstance(given, list):
        raise LineFault("history 应为列表")
    return tuple(_turn(turn) for turn in given)


def _turn(given: Any) -> Turn:
    if isinstance(given, str):
        return Turn(question=given)
    if not isinstance(given, Mapping) or not isinstance(given.get("question"), str):
        raise LineFault("history 的每一项应为问题，或 {question, chose}")
    return Turn(question=given["question"], chose=_option(given.get("chose")))


def _option(given: Any) -> Option | None:
    if given is None:
        return None
    if not isinstance(given, Mapping) or not isinstance(given.get("notice"), str):
        raise LineFault("chose 应为一个选项，至少有 notice")
    words = {k: given[k] for k in ("notice", "track", "group") if isinstance(given.get(k), str)}
    return Option(label=str(given.get("label", "")), **words)
