"""Papers for coordinators: rule cards, comparisons, rosters with their faults marked.

Blocking. A roster stays in memory: it is neither written to disk nor logged.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from bot.compare_view import compare_lines
from bot.coordinating.which import meant, own
from bot.coordinators import Staff
from bot.live import Live
from bot.reply import File, Reply
from bot.wording.office import office_words
from knowledge.compare import compared
from knowledge.eligibility.tracks import match_track
from knowledge.model import Notice


class Papers:
    """Makes them for one bot."""

    def __init__(self, live: Live, staff: Staff, clock: Callable[[], datetime]) -> None:
        self._live, self._staff, self._clock = live, staff, clock
        self._said = office_words().desk

    def rules(self, person: int, words: str) -> Reply:
        """The rule card of a notice, or of one of its tracks, as a document."""
        from bot import rule_card  # noqa: PLC0415 Jinja2

        found = meant(self._live, self._staff.now(), person, words, "rules")
        if found.notice is None:
            return found.reply
        track = match_track(found.notice, found.rest) if found.rest else None
        if found.rest and track is None:
            return self._no_track(found.notice, found.rest)
        now = self._clock()
        held = self._live.desk.in_force(found.notice.id, now)
        if held is None:
            return Reply(text=self._said.no_rules)
        html = rule_card.card(
            held.notice, held.rules, now.date(), track.id if track else None, held.by
        )
        name = self._said.rules_file.format(id=found.notice.id)
        text = self._said.rules.format(name=found.notice.name)
        return Reply(text=text, file=File(name=name, data=html.encode()))

    def _no_track(self, notice: Notice, words: str) -> Reply:
        names = "、".join(track.name for track in notice.tracks)
        return Reply(text=self._said.no_track.format(words=words, names=names))

    def compare(self, person: int, words: str) -> Reply:
        """Two notices clause by clause; anybody on a list may compare any two."""
        notices = {notice.id: notice for notice in self._live.desk.notices}
        named = words.split()
        if len(named) != 2 or not set(named) <= notices.keys():  # noqa: PLR2004 two notices
            mine = [n.id for n in own(self._live, self._staff.now(), person)]
            one, other = [*mine, *notices, "A", "B"][:2]
            return Reply(text=self._said.compare_two.format(one=one, other=other))
        old, new = notices[named[0]], notices[named[1]]
        return Reply(lines=tuple(compare_lines(compared(old, new), old, new)))

    def roster_of(self, person: int, words: str) -> tuple[Reply, str, str]:
        """Which notice and track (ids) a roster is to be checked by; the first is empty if none."""
        found = meant(self._live, self._staff.now(), person, words, "roster")
        if found.notice is None:
            return found.reply, "", ""
        track = match_track(found.notice, found.rest) if found.rest else None
        if found.rest and track is None:
            return self._no_track(found.notice, found.rest), "", ""
        text = self._said.roster_send.format(name=found.notice.name)
        return Reply(text=text), found.notice.id, track.id if track else ""

    def roster(self, notice: str, track: str, name: str, data: bytes) -> Reply:
        """A roster, given back with its faults marked."""
        from bot.roster_view import roster_lines  # noqa: PLC0415 heavy
        from knowledge.errors import KnowledgeError  # noqa: PLC0415 heavy
        from knowledge.roster.annotate import annotated  # noqa: PLC0415 heavy
        from knowledge.roster.audit import audit  # noqa: PLC0415 heavy
        from knowledge.roster.corrected import published  # noqa: PLC0415 heavy
        from knowledge.roster.load import read_roster  # noqa: PLC0415 heavy

        now = self._clock()
        held = self._live.desk.in_force(notice, now)
        if held is None:
            return Reply(text=self._said.no_rules)
        chosen = next((one for one in held.notice.tracks if one.id == track), None)
        try:
            grids = read_roster(data)
            done = audit(grids, held.notice, held.rules, now, track=chosen)
            done = published(done, held)
            book = annotated(data, grids, done, held.notice, held.rules, now)
        except KnowledgeError as fault:
            return Reply(text=self._said.refused.format(reason=fault))
        counts = next(iter(roster_lines(done, "")), "").removeprefix("：")
        text = self._said.roster_done.format(name=held.notice.name, counts=counts)
        stem = name.rpartition(".")[0] or name
        file = self._said.roster_file.format(name=stem[:60])
        return Reply(text=text, file=File(name=file, data=book))
