"""Deadlines as a calendar file (RFC 5545), the clause in the description."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta

from icalendar import Alarm, Calendar, Event

from bot.reminders.standing import Item

PRODUCT = "-//saiwen//ZH"


def calendar(name: str, items: Iterable[Item], now: datetime) -> bytes:
    """A calendar with an entry a deadline; one without an hour takes its whole day.

    The same deadline has the same UID, so that a moved one replaces the old entry.
    """
    made = Calendar()
    made.add("prodid", PRODUCT)
    made.add("version", "2.0")
    made.add("method", "PUBLISH")
    for item in items:
        if item.moment is not None:
            made.add_component(_entry(name, item, item.moment, now))
    written: bytes = made.to_ical()
    return written


def _entry(name: str, item: Item, moment: datetime, now: datetime) -> Event:
    entry = Event()
    entry.add("uid", f"{item.key}@saiwen")
    entry.add("dtstamp", now)
    entry.add("sequence", int(now.timestamp()) // 60)
    entry.add("summary", f"{item.what}：{name}")
    if item.whole_day:
        entry.add("dtstart", moment.date())
        entry.add("dtend", moment.date() + timedelta(days=1))
    else:
        entry.add("dtstart", moment)
    if item.citation is not None:
        cited = item.citation
        entry.add("description", f"{cited.label} {cited.path}：“{cited.quote}”")
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", item.what)
    alarm.add("trigger", timedelta(days=-1))
    entry.add_component(alarm)
    return entry
