"""Rows of a table that a question names: wholly, by what they mean, or by a telling part."""

from __future__ import annotations

from collections.abc import Sequence

from knowledge.plain import comparable
from retrieval.computed.worked import TOGETHER
from retrieval.passages.rank import Sought
from retrieval.passages.speaking_of import SpeakingOf
from retrieval.passages.units import Reading
from retrieval.question.asked import Asked
from retrieval.question.lexicon import Words
from retrieval.reply import Reply
from retrieval.tabular.asked_columns import AskedColumns
from retrieval.tabular.classes import by_class, named_class
from retrieval.tabular.group_rows import of_both
from retrieval.tabular.notes import with_notes
from retrieval.tabular.parts_of_rows import of_part
from retrieval.tabular.row_doubts import RowDoubts
from retrieval.tabular.row_notes import with_more
from retrieval.tabular.rows import reckoned, row_reply
from retrieval.tabular.tables import Hit, TableView

_CELL_TELLS = (frozenset({"where"}), frozenset({"how_long"}))
"""What the cell of the row that is named tells alone."""


class NamedRows:
    """Finds in the tables of one notice the rows that answer, and tells them."""

    def __init__(
        self, reading: Reading, words: Words, of: SpeakingOf, views: Sequence[TableView]
    ) -> None:
        self.notice, self._reading, self._words, self._views = reading.notice, reading, words, views
        self._doubts, self._columns = (
            RowDoubts(reading, words, of),
            AskedColumns(reading, words, views),
        )

    def of_names(self, sought: Sought) -> Reply | None:
        """The best table row, if the question mentions one and asks for what the table has."""
        own = [t for t in self.notice.tracks if t.id in sought.tracks]
        names = [comparable(name) for t in own for name in (t.name, *t.aliases)]
        groups = [comparable(g) for g in sought.groups]
        views = [v for v in self._views if _concerns(v, sought)]
        hits = [v.find(sought.asked, names, groups) for v in views]
        found = [h for h in hits if h is not None and h.exact]
        return self._of_rows(found, sought) or self._within(views, sought)

    def _within(self, views: Sequence[TableView], sought: Sought) -> Reply | None:
        """Rows of a table that is about the track alone: its programme."""
        own = [v for v in views if set(v.table.scope.tracks) & set(sought.tracks)]
        own = [v for v in own if self._columns.tells(v, sought.asked, every=True)]
        hits = [h for v in own if (h := v.within(sought.asked)) is not None]
        return row_reply(self.notice, hits[0], sought.asked) if len(hits) == 1 else None

    def total(self, sought: Sought) -> Reply | None:
        """What the row of totals says, where all of it is asked for."""
        if not TOGETHER.search(sought.asked.plain) or sought.tracks:
            return None
        hits = [h for v in self._views if (h := v.total(sought.asked)) is not None]
        return row_reply(self.notice, hits[0], sought.asked) if len(hits) == 1 else None

    def of_tracks(self, sought: Sought) -> Reply | None:
        """The tracks of whose row a cell speaks of what is asked."""
        asked = sought.asked
        if sought.tracks or "tracks" not in asked.concepts or not asked.forms & {"list", "which"}:
            return None
        names = {comparable(t.name) for t in self.notice.tracks}
        hits = [h for v in self._views if v.lists(names) and (h := v.which(asked)) is not None]
        return row_reply(self.notice, hits[0], asked) if len(hits) == 1 else None

    def meant(self, sought: Sought) -> Reply | None:
        """Rows whose names notices have for what the question says: 洗澡 means 助浴."""
        if not sought.asked.meant or sought.tracks:
            return None
        return self._of_rows(
            list(filter(None, (v.meant(sought.asked) for v in self._views))), sought
        )

    def partial(self, sought: Sought) -> Reply | None:
        """Rows of which the question names a telling part only."""
        found = [h for v in self._views if (h := v.partial(sought.asked)) is not None]
        if "yes_no" in sought.asked.forms:  # a name that all rows share tells none of them
            found = [h for h in found if not 1 < len(h.rows) == len(h.table.rows)]
        return self._of_rows(found, sought)

    def _of_rows(self, found: list[Hit], sought: Sought) -> Reply | None:
        found = [of_part(hit, sought.asked, self._words) for hit in found]
        found = by_class(found, self.notice, sought)
        found = [of_both(hit, self.notice.groups, sought.asked.plain) for hit in found]
        for hit in sorted(
            found,
            key=lambda h: (not named_class(h), -h.titled if h.counted else 0, -h.weight - h.titled),
        ):
            if self._doubts.of_others(hit, sought):
                continue
            reply = row_reply(self.notice, hit, sought.asked)
            if reply is not None:
                reply = with_more(self.notice, hit, reply, sought) or reply
                reply = with_notes(self._reading, self._words, hit, reply)
                reply = _told_alone(hit, sought.asked, reply)
                others = [h for h in found if h is not hit and "seq" in h.wanted]
                return self._numbered(reply, hit, others, sought.asked) if others else reply
        return None

    def _numbered(self, reply: Reply, hit: Hit, others: list[Hit], asked: Asked) -> Reply:
        """The number of a row in each table it stands in."""
        pieces = []
        for each in (hit, *others):
            found = row_reply(self.notice, each, asked)
            title = each.table.title or each.table.scope.attachment or each.table.path
            for piece in found.pieces if found is not None else ():
                named = {"scope": title, "text": f"{piece.scope} {piece.text}".strip()}
                pieces.append(piece.model_copy(update={**named, "computed": (title,)}))
        return reply.model_copy(update={"pieces": tuple(pieces)})


def _told_alone(hit: Hit, asked: Asked, reply: Reply) -> Reply:
    """The reply, beside which nothing stands where the cell that is asked for tells it all."""
    alone = hit.exact and bool(hit.asked) and asked.forms in _CELL_TELLS
    return reckoned(reply) or reply if alone else reply


def _concerns(view: TableView, sought: Sought) -> bool:
    """Whether a table is not about other tracks only."""
    own = view.table.scope.tracks
    return not (own and sought.tracks) or bool(set(own) & set(sought.tracks))
