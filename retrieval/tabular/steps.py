"""When a step of a schedule is."""

from __future__ import annotations

from collections.abc import Sequence

from knowledge.plain import comparable
from retrieval.passages.rank import Sought
from retrieval.passages.units import Reading
from retrieval.question.asked import Asked
from retrieval.question.demands import demands
from retrieval.question.lexicon import Words
from retrieval.reply import Reply
from retrieval.tabular.kind_columns import kinds_meant
from retrieval.tabular.rows import row_reply
from retrieval.tabular.schedule import Step, held_hit, schedule_hit
from retrieval.tabular.step_columns import step_columns
from retrieval.tabular.tables import TableView


class Steps:
    """Finds the steps in the schedules of one notice."""

    def __init__(self, reading: Reading, words: Words, views: Sequence[TableView]) -> None:
        self.notice, self._reading, self._words, self._views = reading.notice, reading, words, views

    def scheduled(self, asked: Asked) -> Reply | None:
        """What a schedule says of registering or of the contests, where no sentence does."""
        hits = [h for v in self._views if (h := v.scheduled(asked)) is not None]
        hits = hits or [h for v in self._views if (h := held_hit(v, asked, self._words))]
        return row_reply(self.notice, hits[0], asked) if len(hits) == 1 else None

    def reply(self, sought: Sought) -> Reply | None:
        """When a step of a schedule is, if one alone is meant."""
        named = [
            comparable(n)
            for t in self.notice.tracks
            if t.id in sought.tracks
            for n in (t.name, *t.aliases)
        ]
        kinds = kinds_meant(self.notice, sought)
        about = Step(tuple(named), (*map(comparable, sought.groups), *sorted(kinds)))
        found = (schedule_hit(v, sought.asked, self._words, about) for v in self._views)
        hits = [hit for hit in found if hit is not None]
        hits = hits or step_columns(self._views, sought.asked, self._words)
        return row_reply(self.notice, hits[0], sought.asked) if len(hits) == 1 else None

    def demanded(self, sought: Sought) -> Reply | None:
        """A step of a schedule, if it holds what the question demands of an answer."""
        reply = self.reply(sought)
        said = comparable("".join(p.text for p in reply.pieces)) if reply is not None else ""
        return reply if said and demands().met(demands().of(sought.asked.plain), said) else None
