"""What is said about handing over to coordinators, and to them: office.yaml, checked on loading."""

from __future__ import annotations

from functools import cache

from knowledge.data import content
from knowledge.model import Frozen


class Asker(Frozen):
    """What a contestant reads."""

    good: str
    bad: str
    human: str
    thanks: str
    why: str
    reasons: dict[str, str]
    sent: str
    already: str
    too_many: str
    gone: str
    not_kept: str
    answered: str
    corrected: str
    closed: str
    command: str
    """In the menu."""
    help: str
    what: str
    which: str
    nobody: str
    only_asker: str


class Wish(Frozen):
    """How people ask for a person; see bot/handoff/wish.py."""

    before: tuple[str, ...]
    core: tuple[str, ...]
    alone: tuple[str, ...]
    behind: tuple[str, ...]


class Post(Frozen):
    """A question as coordinators see it."""

    title: str
    written: str
    overdue_title: str
    scope: str
    earlier: str
    question: str
    found: str
    nothing: str
    how: str
    how_written: str
    answer: str


class OfficeButtons(Frozen):
    """Buttons for coordinators."""

    claim: str
    release: str
    official: str
    withdraw: str
    bind: str
    bind_none: str
    write: str


class Queue(Frozen):
    """The list of what waits."""

    title: str
    none: str
    line: str
    late: str


class CompareWords(Frozen):
    """Two notices side by side."""

    title: str
    counts: str
    nothing: str
    kind: str
    kinds: dict[str, str]
    old: str
    new: str


class DeskWords(Frozen):
    """What coordinators' commands say."""

    hello: str
    which: str
    none: str
    photo: str
    file_limit: str
    no_rules: str
    rules: str
    rules_file: str
    no_track: str
    compare_two: str
    roster_send: str
    roster_how: str
    roster_done: str
    roster_file: str
    refused: str
    not_yours: str
    preview: str
    preview_replaces: str
    unread: str
    empty: str
    lint_none: str
    publish: str
    drop: str
    published: str
    same: str
    dropped: str
    over: str
    draft_states: dict[str, str]
    withdraw_ask: str
    withdraw: str
    withdrawn: str
    unanswered: str
    unanswered_none: str
    unanswered_line: str
    others: str
    writing: str
    stats: str
    stats_median: str
    statuses: dict[str, str]


class Office(Frozen):
    """All of it."""

    asker: dict[str, Asker]
    wish: Wish
    post: Post
    states: dict[str, str]
    buttons: OfficeButtons
    claimed: str
    claimed_by: str
    released: str
    already: str
    being_answered: str
    delivering: str
    correcting: str
    unreached: str
    gone: str
    only_text: str
    too_long: str
    not_allowed: str
    personal: str
    kept: str
    kept_explains: str
    kept_alone: str
    kept_how: str
    kept_differs: str
    clause_gone: str
    no_clause: str
    withdrawn: str
    withdrawn_already: str
    not_kept: str
    queue: Queue
    compare: CompareWords
    desk: DeskWords
    commands: dict[str, str]
    """In the menu of coordinators' chats."""


@cache
def office_words() -> Office:
    """The texts."""
    return Office.model_validate(content("bot.wording", "office.yaml"))
