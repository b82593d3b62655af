"""What the bot says: texts in YAML, checked on loading, so a misspelt key fails at once."""

from __future__ import annotations

from functools import cache

from knowledge.data import content
from knowledge.model import Frozen


class Terminal(Frozen):
    """What only the chat in the terminal says."""

    token: str
    hello: str
    prompt: str
    pick: str
    offer: str
    letters: str
    controls: str
    human: str


class Serve(Frozen):
    """What `saiwen serve` says to the person who runs it."""

    no_token: str
    wrong_token: str
    wrong_token_api: str
    conflict: str
    conflict_running: str
    no_network: str
    network_back: str
    bad_api: str
    bad_proxy: str
    bad_webhook: str
    no_webhook_server: str
    webhook_busy: str
    webhook_refused: str
    ready: str
    in_flight: str
    stopped: str
    stopped_late: str


class Interview(Frozen):
    """What the eligibility interview says; see bot/interview/."""

    start_words: tuple[str, ...]
    stop_words: tuple[str, ...]
    back_words: tuple[str, ...]
    change_words: tuple[str, ...]
    wrong_words: tuple[str, ...]
    asking_words: tuple[str, ...]
    which: str
    no_rules: str
    hello: str
    known: str
    noted: str
    example: str
    again: str
    taken_unknown: str
    contradicted: str
    picked: str
    offer: str
    unclear: str
    back: str
    stop: str
    change: str
    restart: str
    stopped: str
    first: str
    none_open: str
    which_change: str
    nothing_to_change: str
    lost: str
    expired: str
    not_yours: str
    edited: str


class Card(Frozen):
    """What stands around a verdict at the end of an interview; see bot/interview/card.py."""

    title: str
    verdict: str
    eligible: str
    ineligible: str
    need_info: str
    organiser: str
    drafted: str
    told: str
    not_met: str
    unknown: str
    rest: str
    """Rules left open beside one that settles the verdict."""
    met: str
    missing: str
    would_change: str
    from_date: str
    set_to: str
    affirmed: str
    denied: str
    give_up: dict[str, str]
    names: dict[str, str]
    prepare: str
    prepare_questions: tuple[str, ...]
    remarks: str
    closing: str


class Qr(Frozen):
    """What `saiwen qr` refuses."""

    bad_bot: str
    bad_out: str
    no_notice: str
    no_track: str
    not_written: str


class Linked(Frozen):
    """What a deep link leads to; see bot/links.py."""

    chosen: str
    gone: str
    asked_gone: str
    not_yours: str


class Group(Frozen):
    """What is said in a group about what belongs into a private chat."""

    personal: str
    check: str
    mine: str
    remind: str
    reset: str
    forgotten: str
    go: str


class Pages(Frozen):
    """A notice page by page; see bot/clauses.py."""

    place: str
    previous: str
    next: str
    changed: str


class Follow(Frozen):
    """Buttons below an answer; see bot/follow_ups.py."""

    check: str
    contact: str
    contact_question: str
    remind: str
    read: str


class Remind(Frozen):
    """Reminders; see bot/reminders/."""

    which: str
    none: str
    listed: str
    begun: str
    due: str
    open: str
    nothing: str
    over: str
    ended: str
    subscribe: str
    cancel: str
    stop: str
    calendar: str
    calendar_none: str
    file: str
    not_kept: str
    day: str
    hour: str
    by: str
    before: str
    moved: str
    cancelled: str
    arrived: str
    added: str
    gone: str


class Mine(Frozen):
    """The question behind /mine."""

    question: str
    told: str


class Wording(Frozen):
    """All texts of one language; see zh.yaml."""

    start: str
    help: str
    help_examples: str
    privacy: str
    reset: str
    choose: str
    choose_track: str
    choose_group: str
    choose_filtered: str
    choose_none: str
    choose_empty: str
    chosen: str
    whole_competition: str
    whole_track: str
    any_competition: str
    chosen_any: str
    pick_of: str
    previous_page: str
    next_page: str
    more: str
    button_stale: str
    button_notice_gone: str
    not_text: str
    unknown_command: str
    fault: str
    busy: str
    too_many: str
    mention_only: str
    commands: dict[str, str]
    commands_in: dict[str, dict[str, str]]
    """The same in the languages of people's apps: language code, command, description."""
    forgotten: str
    links: Linked
    group: Group
    mine: Mine
    pages: Pages
    follow: Follow
    remind: Remind
    qr: Qr
    interview: Interview
    card: Card
    terminal: Terminal
    serve: Serve


@cache
def wording(language: str = "zh") -> Wording:
    """The texts of a language; raises FileNotFoundError for one there is no file for."""
    return Wording.model_validate(content(__name__, f"{language}.yaml"))
