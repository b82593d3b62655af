"""Sending in: in time, by the right way; and whether the event is over."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING

from knowledge.eligibility.ages import births_of_date, in_words
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
from knowledge.plain import comparable, comparable_name

if TYPE_CHECKING:
    from knowledge.model import Attachment


def deadline(case: Case, params: Params) -> Result:
    """In time: {at: date or time, called}; a day without an hour counts to its end."""
    at = params["at"]
    said = f"{params.get('called', '报名截止')}：{in_words(at)}"
    said += f"{at:%H:%M}" if isinstance(at, datetime) else ""
    over = _past(case.as_of, at)
    in_time = _in_time(case.person.submitted, at)
    if case.person.submitted is None:
        shown = "已过截止时间" if over else "尚未截止"
        return not_met(f"{said}；{shown}。") if over else met(f"{said}；{shown}。")
    if in_time is None:
        return unknown(f"{said}；还要知道提交的具体时间。", "submitted")
    if in_time:
        return met(f"{said}；按时提交。")
    late = f"{said}；提交已晚。"
    return not_met(late) if over else not_met(late, Fix("submitted", at.isoformat()))


def _in_time(written: str | None, at: date) -> bool | None:
    """Whether what was sent then was in time; None if only a day, month or year is known."""
    if written is None:
        return None
    if "T" in written:
        sent_at = datetime.fromisoformat(written)
        return not _past(sent_at if sent_at.tzinfo else sent_at.replace(tzinfo=SHANGHAI), at)
    sent = births_of_date(written)
    last = at.date() if isinstance(at, datetime) else at
    if sent is None:
        return None
    if sent.first > last:
        return False
    sure = sent.last < last or (sent.last == last and not isinstance(at, datetime))
    return True if sure else None


def _past(moment: datetime, at: date) -> bool:
    if isinstance(at, datetime):
        return moment > at.replace(tzinfo=at.tzinfo or SHANGHAI)
    return moment >= datetime.combine(at + timedelta(days=1), time(), SHANGHAI)


def not_over(case: Case, params: Params) -> Result:
    """The event is not over: {last, called}."""
    last = params["last"]
    said, day = str(params["called"]), in_words(case.day)
    if _past(case.as_of, last):
        return not_met(f"{said}；{day}已经结束。")
    return met(f"{said}；{day}尚未结束。")


_OTHER_WAYS = (
    "邮寄",
    "寄出",
    "快递",
    "电话",
    "口头",
    "短信",
    "微信",
    "qq",
    "当面",
    "线下",
    "上门",
    "送达",
    "窗口",
    "传真",
)
"""Ways that are as good as refused where the notice names one way of its own."""


def channel(case: Case, params: Params) -> Result:
    """The way of sending: {said, accepts, refuses, address?, closed?}, judged when given.

    `closed`: only the ways it refuses are refused, not all that are usual.
    """
    said = str(params["said"])
    to, by = comparable(case.person.submitted_to or ""), comparable(case.person.channel or "")
    address = comparable_name(str(params.get("address", "")))
    if address and "@" in to:
        if address in to:
            return met(f"{said}；符合。")
        return not_met(f"{said}；报名材料发往了别的邮箱。", Fix("submitted_to", address))
    by += "" if "@" in to else to
    if any(word in by for word in params["accepts"]):
        return met(f"{said}；符合。")
    refused = params["refuses"] if params.get("closed") else (*params["refuses"], *_OTHER_WAYS)
    if any(comparable_name(word) in by for word in refused):
        fixes = (Fix("channel", word) for word in params["accepts"][:1])
        return not_met(f"{said}；提交方式不符。", *fixes)
    return remark(f"{said}。")


def when_given(case: Case, params: Params) -> Result:
    """What is asked of the entry itself, judged when it is said: {key, text, lacks}."""
    text, value = str(params["text"]).removesuffix("。"), getattr(case.person, params["key"])
    if value is None:
        return remark(f"{text}。")
    if value:
        return met(f"{text}；符合。")
    return not_met(f"{text}；{params['lacks']}。", Fix(params["key"], to=True))


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
        if _is_of(case, each) and each.name in hidden and not each.present
    ]
    return remark(f"{text}见{'、'.join(own or hidden)}（未收录），请向主办方确认。")


def _is_of(case: Case, each: Attachment) -> bool:
    return case.track is not None and case.alike == 1 and case.track.id in each.tracks
