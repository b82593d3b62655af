"""Sending in: in time, by the right way; and whether the event is over."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

from knowledge.eligibility.checks.base import (
    Case,
    Fix,
    Params,
    Result,
    met,
    not_met,
    remark,
    unknown,
)
from knowledge.eligibility.reading import SHANGHAI


def deadline(case: Case, params: Params) -> Result:
    """In time: {at: date or time, called}; a day without an hour counts to its end."""
    at = params["at"]
    said = f"{params.get('called', '报名截止')}：{at:%Y-%m-%d}" + (
        f" {at:%H:%M}" if isinstance(at, datetime) else ""
    )
    written = case.person.submitted
    if written is None:
        late = _past(case.as_of, at)
        shown = "已过截止时间" if late else "尚未截止"
        return not_met(f"{said}；{shown}。") if late else met(f"{said}；{shown}。")
    sent = datetime.fromisoformat(written) if "T" in written else None
    if sent is None:
        return _sent_on(said, written, at)
    return met(f"{said}；按时提交。") if not _past(sent, at) else not_met(f"{said}；提交已晚。")


def _sent_on(said: str, written: str, at: date) -> Result:
    """A submission of which only the day (or month) is known."""
    first = written + "-01" * (2 - written.count("-"))
    day = date.fromisoformat(first)
    if written.count("-") < 2 or (isinstance(at, datetime) and day == at.date()):  # noqa: PLR2004 year, month, day
        return unknown(f"{said}；还要知道提交的具体时间。", "submitted")
    last = at.date() if isinstance(at, datetime) else at
    return met(f"{said}；按时提交。") if day <= last else not_met(f"{said}；提交已晚。")


def _past(moment: datetime, at: date) -> bool:
    if isinstance(at, datetime):
        return moment > at.replace(tzinfo=at.tzinfo or SHANGHAI)
    return moment >= datetime.combine(at + timedelta(days=1), time(), SHANGHAI)


def not_over(case: Case, params: Params) -> Result:
    """The event is not over: {last, called}."""
    last = params["last"]
    said = f"{params['called']}"
    if _past(case.as_of, last):
        return not_met(f"{said}；到{case.day}已经结束。")
    return met(f"{said}；到{case.day}尚未结束。")


def channel(case: Case, params: Params) -> Result:
    """The way of sending: {said, accepts, refuses, address?}, judged when given."""
    said = str(params["said"])
    to, by = (case.person.submitted_to or "").lower(), case.person.channel or ""
    address = str(params.get("address", "")).lower()
    if address and "@" in to:
        if address in to:
            return met(f"{said}；符合。")
        return not_met(f"{said}；报名材料发往了别的邮箱。", Fix("submitted_to", address))
    if any(word in by for word in params["refuses"]) and not any(
        w in by for w in params["accepts"]
    ):
        return not_met(f"{said}；提交方式不符。", Fix("channel", params["accepts"][0]))
    return (
        met(f"{said}；符合。") if any(w in by for w in params["accepts"]) else remark(f"{said}。")
    )


def note(case: Case, params: Params) -> Result:
    """What is said and not judged: {text, hidden?}.

    `hidden` lists attachments that are not there; of these only the chosen track's is named.
    """
    text, hidden = str(params["text"]), list(params.get("hidden", ()))
    if not hidden:
        return remark(text)
    own = [
        each.name
        for each in case.notice.attachments
        if case.track and case.track.id in each.tracks and each.name in hidden and not each.present
    ]
    return remark(f"{text}见{'、'.join(own or hidden)}（未收录），请向主办方确认。")
