"""Who coordinates which competition, from a settings file; nobody else reaches their commands.

`coordinators.yaml` beside the store, or the file that SAIWEN_COORDINATORS names:

    admins: {1111: 管理员}            # Telegram user ids; they may do everything
    chat: -100111                    # the admins' chat, for competitions without one of their own
    overdue_hours: 24
    competitions:
      cq-ai-2026:                    # id of the notice
        chat: -100222                # questions handed over arrive here
        people: {2222: 张老师}        # the name stands below official answers
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping
from pathlib import Path

import yaml
from pydantic import ValidationError

from bot.fault import InputFault, reason
from knowledge.data import parse
from knowledge.model import Frozen, Notice

FILE = "coordinators.yaml"
SETTING = "SAIWEN_COORDINATORS"
_log = logging.getLogger(__name__)


class Staffed(Frozen):
    """A competition's coordinators."""

    chat: int | None = None
    people: dict[int, str] = {}  # noqa: RUF012 pydantic copies it


class Coordinators(Frozen):
    """The settings file."""

    admins: dict[int, str] = {}  # noqa: RUF012 pydantic copies it
    chat: int | None = None
    overdue_hours: float = 24.0
    competitions: dict[str, Staffed] = {}  # noqa: RUF012 pydantic copies it

    def of(self, notice: Notice) -> tuple[Staffed, ...]:
        """Who coordinates a notice, or the one it corrects, completes or follows."""
        ids = (notice.id, *(relation.notice for relation in notice.relations))
        return tuple(self.competitions[one] for one in ids if one in self.competitions)

    def name(self, person: int, notice: Notice) -> str | None:
        """What a person is called who may act for a notice; None for everybody else."""
        named = [staffed.people[person] for staffed in self.of(notice) if person in staffed.people]
        return named[0] if named else self.admins.get(person)

    def any_name(self, person: int) -> str | None:
        """What a person is called who may act for any notice."""
        every = [self.admins, *(staffed.people for staffed in self.competitions.values())]
        return next((people[person] for people in every if person in people), None)

    def chat_of(self, notice: Notice) -> int | None:
        """Where questions about a notice are handed over."""
        own = [staffed.chat for staffed in self.of(notice) if staffed.chat is not None]
        return own[0] if own else self.chat

    @property
    def chats(self) -> frozenset[int]:
        """All chats of coordinators."""
        own = {staffed.chat for staffed in self.competitions.values()} | {self.chat}
        return frozenset(chat for chat in own if chat is not None)


def read(text: str, place: str) -> Coordinators:
    """The settings.

    Raises:
        InputFault: they cannot be used; the message names the place.
    """
    try:
        return Coordinators.model_validate(parse(text) or {})
    except yaml.YAMLError as error:
        raise InputFault(f"{place} 不是 YAML；请改正") from error
    except ValidationError as error:
        where = ".".join(str(part) for part in error.errors()[0]["loc"])
        raise InputFault(f"{place} 的 {where} 不对；请按说明改正") from error


def place_of(store: Path, environ: Mapping[str, str]) -> Path:
    """Where the settings stand; beside the store there need not be any.

    Raises:
        InputFault: SAIWEN_COORDINATORS names a file that is not there.
    """
    named = environ.get(SETTING, "").strip()
    if not named:
        return store / FILE
    path = Path(named).expanduser()
    if not path.exists():
        raise InputFault(f"{SETTING} 指的文件 {path} 不存在；请改正路径，或删去这项设置")
    return path


class Staff:
    """The settings as they stand now: a changed file counts at once, a faulty one never does."""

    def __init__(self, path: Path) -> None:
        """Read them.

        Raises:
            InputFault: they cannot be used.
        """
        self._path = path
        self._seen = self._stamp()
        self._now = self._read()

    @classmethod
    def found(cls, path: Path) -> Staff | None:
        """The settings of a file; None where there is none."""
        return cls(path) if path.exists() else None

    def now(self) -> Coordinators:
        """The settings."""
        stamp = self._stamp()
        if stamp != self._seen:
            self._seen = stamp
            try:
                self._now = self._read()
            except InputFault:
                _log.warning("changed settings of coordinators cannot be used")
        return self._now

    def _read(self) -> Coordinators:
        try:
            return read(self._path.read_text("utf-8"), str(self._path))
        except (OSError, UnicodeDecodeError) as error:
            why = reason(error) if isinstance(error, OSError) else "不是 UTF-8"
            raise InputFault(f"{self._path} 读不了：{why}") from error

    def _stamp(self) -> object:
        try:
            found = self._path.stat()
        except OSError:
            return None
        return found.st_mtime_ns, found.st_size


Now = Callable[[], Coordinators]
