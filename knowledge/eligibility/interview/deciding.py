"""Which questions can still change the verdict."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from itertools import chain, islice
from typing import TYPE_CHECKING, Any, NamedTuple

from knowledge.eligibility.interview import trees
from knowledge.eligibility.interview.domains import Domains
from knowledge.eligibility.interview.known import Known, answered, born
from knowledge.eligibility.interview.topics import TRACK, Choice, Topic, by_fact, topics
from knowledge.eligibility.interview.trees import Answers, Tree
from knowledge.eligibility.interview.watched import Watched, read, settled
from knowledge.eligibility.judge import judged_items
from knowledge.eligibility.ties import ties

if TYPE_CHECKING:
    from datetime import datetime

    from knowledge.eligibility.model import Rules
    from knowledge.eligibility.ties import Sheet, Tied
    from knowledge.eligibility.verdict import Judged
    from knowledge.model import Notice

Domained = dict[str, tuple["Choice", ...]]
"""Questions and their answers."""
_TRIED = (0.0, 1.0, 0.5, 0.25, 0.75)
"""How far on in its domain an answer lies that is tried before anything is worked out."""
_LEVELS = {"met": trees.KEPT, "remark": trees.KEPT, "unknown": trees.OPEN, "not_met": trees.BROKEN}


class Board(NamedTuple):
    """The rules of one track as trees over the open questions."""

    sheet: Sheet
    trees: tuple[Tree, ...]
    domains: dict[str, tuple[Choice, ...]]

    @property
    def open(self) -> set[str]:
        """The questions any rule depends on."""
        return set().union(*map(trees.keys, self.trees))

    @property
    def sure(self) -> int | None:
        """The level the verdict comes to whatever is answered; None if that is open."""
        if not trees.reachable(self.trees, trees.OPEN):
            return trees.BROKEN
        levels = [tree for tree in self.trees if isinstance(tree, int)]
        return max(levels, default=trees.KEPT) if len(levels) == len(self.trees) else None

    def deciding(self) -> list[str]:
        """The questions that can still change the verdict, in the order of the topics."""
        return list(self.each_deciding())

    def each_deciding(self) -> Iterator[str]:
        """The same, each found when it is looked at."""
        if self.sure == trees.BROKEN:
            return
        found = self.open
        for key in self.domains:
            if key in found and trees.decides(key, len(self.domains[key]), self.trees):
                yield key


class Opened(NamedTuple):
    """What is settled and what is open before an interview goes on."""

    sheets: tuple[Sheet, ...]
    """One for the chosen track, else one for each set of rules."""
    facts: dict[str, Any]
    domains: dict[str, tuple[Choice, ...]]


class Interviewed(NamedTuple):
    """Whom and about what: everything that stays the same during an interview."""

    notice: Notice
    rules: Rules
    as_of: datetime

    def boards(self, known: Known) -> tuple[Board, ...]:
        """One for the chosen track, else one for each set of rules."""
        return tuple(self.each_board(known))

    def each_board(self, known: Known) -> Iterator[Board]:
        """The same, each worked out when it is looked at."""
        yield from self.boards_of(self.opened(known))

    def boards_of(self, opened: Opened) -> Iterator[Board]:
        """The boards of what is open, each worked out when it is looked at."""
        yield from (self._board(sheet, opened.facts, opened.domains) for sheet in opened.sheets)

    def opened(self, known: Known) -> Opened:
        """What is settled and what is open."""
        tied = ties(self.notice, self.rules)
        chosen = [known.track] if known.track else [t.id if t else None for t in tied.distinct]
        sheets = tuple(tied.sheets[track] for track in chosen)
        facts = settled(known.facts)
        domains = Domains(self.notice, self.rules, sheets, self.as_of)
        open_ = {
            topic.key: found
            for topic in topics().values()
            if self._open(topic, facts, known.passed, domains.regions)
            and len(found := domains.of(topic, facts)) > 1
        }
        return Opened(sheets, facts, open_)

    def _board(
        self, sheet: Sheet, facts: dict[str, Any], open_: dict[str, tuple[Choice, ...]]
    ) -> Board:
        values, sizes = _values(open_), _sizes(open_)
        grown = (
            trees.grow(partial(self._look, sheet, item, facts, values), sizes, {})
            for item in sheet.items
        )
        return Board(sheet, tuple(dict.fromkeys(grown)), open_)

    def turns(self, opened: Opened) -> bool:
        """Whether a few sets of answers come to different verdicts for the first of the tracks.

        If they do, then some answer decides: on the way from one set to another, one answer after
        the other, the verdict changes. If they do not, nothing is known.
        """
        values, sizes = _values(opened.domains), _sizes(opened.domains)
        looks = [
            partial(self._look, opened.sheets[0], item, opened.facts, values)
            for item in opened.sheets[0].items
        ]
        found = (_level(looks, sizes, share) for share in _TRIED)
        first = next(found)
        return any(level != first for level in found)

    def _open(
        self, topic: Topic, facts: dict[str, Any], passed: Sequence[str], regions: Sequence[str]
    ) -> bool:
        of_units = self.notice.audience == "organiser"
        if topic.key in passed or (topic.of == "organiser") != of_units:
            return False
        if topic.kind == "birth":
            births = born(Watched(facts), self.as_of.date())
            return births is None or not births.exact
        return not answered(topic, facts, regions)

    def _look(
        self,
        sheet: Sheet,
        item: Tied,
        facts: dict[str, Any],
        values: dict[str, list[dict[str, Any]]],
        answers: Answers,
    ) -> tuple[int, str | None]:
        """The level of one rule, and a question of those it looked at, what it lacks first."""
        for key, place in answers.items():
            facts = {**facts, **values[key][place]}
        person = Watched(facts)
        only = sheet._replace(items=(item,))
        judged = judged_items(self.notice, self.rules, only, person.person, self.as_of)
        if not judged:
            return trees.KEPT, None
        level = max(_LEVELS[each.result.outcome] for each in judged)
        lacked = [by_fact().get(key) for each in judged for key in each.result.missing]
        seen = [topic for key in person.reads if (topic := by_fact().get(key)) and not topic.named]
        asked = (topic.key for topic in (*lacked, *seen) if topic)
        return level, next((key for key in asked if key in values and key not in answers), None)

    def level(self, sheet: Sheet, facts: dict[str, Any]) -> int:
        """The level of the verdict for the facts as the checker reads them."""
        return max(
            (_LEVELS[each.result.outcome] for each in self._judged(sheet, facts)),
            default=trees.KEPT,
        )

    def lacking(self, board: Board, facts: dict[str, Any]) -> list[str]:
        """Open questions whose answers all come to the same, which the checker cannot know.

        Whoever is neither enrolled nor has a certificate is out as a student and as a worker; the
        checker still waits for which of the two it is.
        """
        if board.sure is None or board.sure == self.level(board.sheet, facts):
            return []
        keys = (key for each in self._judged(board.sheet, facts) for key in each.result.missing)
        found = [topic.key for key in keys if (topic := by_fact().get(key))]
        return [key for key in dict.fromkeys(found) if key in board.domains]

    def _judged(self, sheet: Sheet, facts: dict[str, Any]) -> list[Judged]:
        person = Watched(facts).person
        return judged_items(self.notice, self.rules, sheet, person, self.as_of)


def track_decides(boards: Sequence[Board]) -> bool:
    """Whether the verdict can differ between the tracks."""
    first = boards[0].trees
    return any(trees.differ(first, board.trees) for board in boards[1:])


def _values(domains: Domained) -> dict[str, list[dict[str, Any]]]:
    """The facts of every answer, by question."""
    return {key: [read(one.facts) for one in found] for key, found in domains.items()}


def _sizes(domains: Domained) -> dict[str, int]:
    return {key: len(found) for key, found in domains.items()}


def _level(looks: Sequence[trees.Look], sizes: Mapping[str, int], share: float) -> int:
    """The level of a verdict where of all answers to every question the one so far on is given."""
    found = trees.KEPT
    for look in looks:
        found = max(found, trees.followed(look, sizes, share))
        if found == trees.BROKEN:
            break
    return found


def any_decides(about: Interviewed, known: Known) -> bool:
    """Whether there is a question that can still change the verdict: no more is worked out."""
    opened = about.opened(known)
    if about.turns(opened):
        return True
    each = about.boards_of(opened)
    first = tuple(islice(each, 1))
    if TRACK not in known.passed:
        if any(trees.differ(first[0].trees, board.trees) for board in each):
            return True
        each = iter(())
    return any(any(board.each_deciding()) for board in chain(first, each))


def deciding(boards: Sequence[Board], known: Known) -> list[str]:
    """All questions that can still change the verdict; `track` first if it is one of them."""
    if len(boards) > 1 and TRACK not in known.passed:
        if track_decides(boards):
            return [TRACK, *set().union(*(board.open for board in boards))]
        boards = boards[:1]
    return list(dict.fromkeys(key for board in boards for key in board.deciding()))
