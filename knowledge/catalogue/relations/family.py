"""The notices that complete, correct or end another one, and from which day they do."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from knowledge import lazy_re
from knowledge.catalogue.relations.amended import Amended, amended
from knowledge.catalogue.relations.appended import appended
from knowledge.model import Notice

PARTS = frozenset({"supplement", "correction", "attachment"})
"""What speaks of a competition that another notice announced."""
_EDITION = "earlier_edition"
_SAYS: Mapping[str, re.Pattern[str]] = {
    "supplement": lazy_re.compile(r"补充(?:通知|公告|说明|规定)"),
    "correction": lazy_re.compile(
        r"(?:更正|勘误|延期|变更|调整)(?:通知|公告|启事|说明)|更正里|更正中"
    ),
}


class Family:
    """A fixed set of notices, by what belongs to what."""

    def __init__(self, notices: Mapping[str, Notice]) -> None:
        self._notices = notices
        self._by_base: dict[str, list[tuple[str, str]]] = {}
        self.bases: dict[str, tuple[str, str]] = {}
        """Of a supplement or correction its kind and the notice it belongs to."""
        for notice in notices.values():
            for relation in notice.relations:
                if relation.notice not in notices:
                    continue
                found = self._by_base.setdefault(relation.notice, [])
                found.append((relation.kind, notice.id))
                if relation.kind in PARTS:
                    self.bases[notice.id] = relation.kind, relation.notice
        own = {i: part for i, n in notices.items() if (part := appended(n)) is not None}
        self._own = {i: part for i, part in own.items() if i not in self.bases}
        self._views: dict[tuple[str, tuple[str, ...]], Amended] = {}

    def alone(self, notice: str) -> bool:
        """Whether nothing changes the notice and it changes nothing."""
        held = notice in self._by_base or notice in self.bases or notice in self._own
        return not held

    def unmended(self, notice: str) -> bool:
        """Whether nothing completes, corrects or ends it; other editions may stand beside it."""
        if notice in self.bases or notice in self._own:
            return False
        return all(kind == _EDITION for kind, _ in self._by_base.get(notice, ()))

    def of(self, notice: str, kinds: Iterable[str], day: date) -> list[Notice]:
        """The notices that are this to it on that day, the latest first."""
        wanted = set(kinds)
        found = [self._notices[i] for kind, i in self._by_base.get(notice, ()) if kind in wanted]
        if "correction" in wanted and notice in self._own:  # below it, in the same file
            found.append(self._own[notice])
        known = [n for n in found if n.issued_on is None or n.issued_on <= day]
        return sorted(known, key=lambda n: (n.issued_on or date.min, n.id), reverse=True)

    def amended(self, notice: str, day: date) -> Amended:
        """The notice with the corrections of that day laid over it."""
        corrections = self.of(notice, {"correction"}, day)
        key = notice, tuple(n.id for n in corrections)
        if key not in self._views:
            self._views[key] = amended(self._notices[notice], corrections)
        return self._views[key]

    def parts(self, notice: str) -> tuple[str, ...]:
        """The notice and all that completes or corrects it."""
        return (notice, *(i for kind, i in self._by_base.get(notice, ()) if kind in PARTS))

    def whole(self, ids: Sequence[str], text: str) -> tuple[str, ...]:
        """Of the notices a question may mean those to ask: a competition once.

        A part is asked itself only where the words speak of it: 补充通知里.
        """
        spoken = [
            i
            for i in ids
            if i in self.bases and (said := _SAYS.get(self.bases[i][0])) and said.search(text)
        ]
        if spoken:
            return tuple(spoken)
        asked = set(ids)
        return tuple(i for i in ids if i not in self.bases or self.bases[i][1] not in asked)

    def editions(self, notice: str, day: date) -> list[Notice]:
        """All editions of the competition that were announced by that day, the earliest first."""
        later = {i for kind, i in self._by_base.get(notice, ()) if kind == "earlier_edition"}
        ids = {notice, *later}
        for i in (notice, *later):
            found = self._notices[i].relations
            ids |= {r.notice for r in found if r.kind == "earlier_edition"}
        known = [self._notices[i] for i in ids if i in self._notices]
        out = [n for n in known if n.issued_on is None or n.issued_on <= day or n.id == notice]
        return sorted(out, key=lambda n: (n.year or 0, n.id))

    @staticmethod
    def names_part(text: str) -> bool:
        """Whether the words speak of a supplement or correction itself."""
        return any(said.search(text) for said in _SAYS.values())
