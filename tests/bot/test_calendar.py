"""Calendar files, read again by icalendar's own parser."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import icalendar

from bot.clock import ZONE
from bot.reminders.calendar import calendar
from bot.reminders.standing import Item
from knowledge.model import Citation

NOW = datetime(2026, 9, 1, 10, tzinfo=ZONE)
CITED = Citation(
    notice="a", label="试发〔2026〕1号", path="二（一）", start=0, end=9,
    quote="报名截止，\n9月29日；逾期不予受理" * 9,
)  # fmt: skip
DAY = Item(
    key="k1",
    what="报名截止时间",
    moment=datetime(2026, 9, 29, 23, 59, 59, tzinfo=ZONE),
    citation=CITED,
)
HOUR = Item(key="k2", what="申报", moment=datetime(2026, 9, 30, 18, tzinfo=ZONE), whole_day=False)


def entries(items, now=NOW):
    data = calendar("第2届试赛", items, now)
    assert all(len(line) <= 75 for line in data.split(b"\r\n"))
    return icalendar.Calendar.from_ical(data).walk("VEVENT")


def test_a_day_and_an_hour_with_the_clause_in_the_description():
    day, hour = entries([DAY, HOUR, Item(key="k3", what="决赛时间")])
    assert (day.decoded("dtstart"), day.decoded("dtend")) == (date(2026, 9, 29), date(2026, 9, 30))
    assert hour.decoded("dtstart") == HOUR.moment
    assert str(day["summary"]) == "报名截止时间：第2届试赛"
    assert str(day["description"]) == f"{CITED.label} {CITED.path}：“{CITED.quote}”"
    (alarm,) = day.walk("VALARM")
    assert alarm.decoded("trigger") == timedelta(days=-1)


def test_a_moved_deadline_takes_the_place_of_the_old_entry():
    later = DAY.model_copy(update={"moment": DAY.moment + timedelta(days=9)})
    (old,), (new,) = entries([DAY]), entries([later], NOW + timedelta(days=1))
    assert old["uid"] == new["uid"]
    assert new.decoded("sequence") > old.decoded("sequence")


def test_the_same_time_gives_the_same_bytes():
    assert calendar("甲", [DAY, HOUR], NOW) == calendar("甲", [DAY, HOUR], NOW)
