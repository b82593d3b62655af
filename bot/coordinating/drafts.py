"""Notices on their way in: read and shown first, put into the store when a coordinator says so.

A draft is a file below the store and a row that says how far it has come; every step can be killed
and done again.
"""

from __future__ import annotations

import logging
import re
import secrets
import shutil
import sqlite3
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from bot.coordinators import Staff
from bot.handoff.store import HandoffStore
from bot.live import Live
from bot.reminders.due import dues
from bot.reply import Button, Reply
from bot.wording.office import office_words
from knowledge.model import Finding, Notice, Severity
from knowledge.plain import squeeze

if TYPE_CHECKING:
    from retrieval.intake.gather import Refusal

PUBLISH, DROP, WITHDRAW = "dp", "dd", "nw"
"""Callback data: the letters and a key that is looked up."""
DRAFTS, UPLOADS = "drafts", "uploads"
KEPT = timedelta(days=1)
"""So long a draft waits to be pressed."""
_LONGEST_NAME = 100
_SHOWN = 6
_SEVERITIES: dict[Severity, str] = {"error": "错误", "warn": "可疑", "confirm": "请确认"}
_log = logging.getLogger(__name__)


class Drafts:
    """The notices that coordinators of one bot send and take back."""

    def __init__(
        self,
        live: Live,
        staff: Staff,
        clock: Callable[[], datetime],
        store: HandoffStore,
        folder: Path,
    ) -> None:
        """`folder` is that of the store."""
        self._live, self._staff, self._clock = live, staff, clock
        self._store, self._folder = store, folder
        self._said = office_words().desk

    def preview(self, person: int, name: str, data: bytes) -> Reply:
        """What is understood of a file, with its faults; and whether it is to go live."""
        key = secrets.token_hex(8)
        path = self._folder / DRAFTS / key / clean_name(name)
        path.parent.mkdir(parents=True)
        path.write_bytes(data)
        notice, reply = self._read(path)
        who = self._staff.now().name(person, notice) if notice is not None else None
        if notice is None or who is None:
            self._remove(path.parent)
            return reply if notice is None else Reply(text=self._said.not_yours)
        row = (key, path.name, notice.id, who, self._store.sealed.hashed(person))
        with self._store.open() as db:
            db.execute(
                "INSERT INTO draft (key, file, notice, who, person, at) VALUES (?, ?, ?, ?, ?, ?)",
                (*row, self._clock().timestamp()),
            )
        buttons = (
            Button(label=self._said.publish, data=f"{PUBLISH}:{key}", control=True),
            Button(label=self._said.drop, data=f"{DROP}:{key}", control=True),
        )
        return reply.model_copy(update={"buttons": buttons})

    def _read(self, path: Path) -> tuple[Notice | None, Reply]:
        """The notice of a file with its relations, and how it is shown; or why there is none."""
        from pydantic import ValidationError  # noqa: PLC0415 heavy

        from knowledge.catalogue.relations import related  # noqa: PLC0415 heavy
        from knowledge.errors import KnowledgeError  # noqa: PLC0415 heavy
        from retrieval.intake.gather import Refusal, gather  # noqa: PLC0415 heavy
        from retrieval.intake.reading import read  # noqa: PLC0415 heavy

        found = list(gather([path], one=True))
        refused = [item for item in found if isinstance(item, Refusal)]
        whole = next((item for item in found if not isinstance(item, Refusal)), None)
        if whole is None:
            reason = "；".join(item.reason for item in refused)
            return None, Reply(text=self._said.refused.format(reason=reason))
        try:
            notice = read(whole.id, whole.text.encode(), whole.confirmed)
        except (KnowledgeError, ValidationError) as fault:
            told = str(fault) if isinstance(fault, KnowledgeError) else "notice.yaml"
            return None, Reply(text=self._said.refused.format(reason=told))
        others = [one for one in self._live.desk.notices if one.id != notice.id]
        notice = next(one for one in related([*others, notice]) if one.id == notice.id)
        lines = [*self._shown(notice), *self._warned(notice.id, refused)]
        return notice, Reply(text="\n".join(lines))

    def _warned(self, notice: str, refused: Sequence[Refusal]) -> Iterator[str]:
        if any(one.id == notice for one in self._live.desk.notices):
            yield self._said.preview_replaces.format(id=notice)
        for item in refused:
            yield self._said.unread.format(place=Path(item.place).name, reason=item.reason)

    def _shown(self, notice: Notice) -> Iterator[str]:
        from knowledge.lint import lint  # noqa: PLC0415 heavy

        findings = lint(notice)
        empty = self._said.empty
        years = [notice.edition or "", str(notice.year) if notice.year else ""]
        relations = [f"{one.kind} {one.notice}" for one in notice.relations]
        yield self._said.preview.format(
            id=notice.id,
            title=squeeze(notice.title),
            number=notice.doc_number or empty,
            issuers="、".join(notice.issuers) or empty,
            day=notice.issued_on or empty,
            edition="，".join(year for year in years if year) or empty,
            clauses=len(notice.clauses),
            tables=len(notice.tables),
            attachments=len(notice.attachments),
            values=len(notice.values),
            tracks=len(notice.tracks),
            track_names="、".join(_some([track.name for track in notice.tracks])) or empty,
            deadlines="；".join(_some(_deadlines(notice))) or empty,
            relations="、".join(relations) or empty,
            lint=_counted(findings) or self._said.lint_none,
        )
        for finding in sorted(findings, key=lambda f: list(_SEVERITIES).index(f.severity))[:_SHOWN]:
            yield f"· 【{_SEVERITIES[finding.severity]}】{finding.path}：{finding.message}"

    def publish(self, person: int, key: str) -> Reply:
        """Put a draft into the store; once, however often it is pressed."""
        with self._store.open() as db:
            row = db.execute(
                "SELECT file, notice, who, person, state FROM draft WHERE key = ?", (key,)
            ).fetchone()
            if row is None or not self._may(person, row[3]):
                return Reply(note=office_words().not_allowed)
            if row[4] != "shown":
                return self._over(row[4])
            self._stands(db, key, "going")
        try:
            return self._go(key, row[0], row[1], row[2])
        except Exception:
            with self._store.open() as db:  # to be pressed again
                self._stands(db, key, "shown")
            raise

    @staticmethod
    def _stands(db: sqlite3.Connection, key: str, state: str) -> None:
        db.execute("UPDATE draft SET state = ? WHERE key = ?", (state, key))

    def _may(self, person: int, sender: str) -> bool:
        """Whoever has sent it, as long as they are on a list; and the administrators."""
        staff = self._staff.now()
        own = sender == self._store.sealed.hashed(person)
        return person in staff.admins or (own and staff.any_name(person) is not None)

    def _over(self, state: str) -> Reply:
        return Reply(note=self._said.over.format(state=self._said.draft_states[state]))

    def drop(self, person: int, key: str) -> Reply:
        """Leave a draft."""
        with self._store.open() as db:
            row = db.execute(
                "SELECT file, person, state FROM draft WHERE key = ?", (key,)
            ).fetchone()
            if row is None or not self._may(person, row[1]):
                return Reply(note=office_words().not_allowed)
            if row[2] != "shown":
                return self._over(row[2])
            self._stands(db, key, "dropped")
        self._remove(self._folder / DRAFTS / key)
        return Reply(text=self._said.dropped)

    def tidy(self) -> None:
        """Delete drafts that nobody has pressed for a day, and files of which nothing is known."""
        before = (self._clock() - KEPT).timestamp()
        with self._store.open() as db:
            db.execute(
                "UPDATE draft SET state = 'expired' WHERE state = 'shown' AND at < ?", (before,)
            )
            kept = db.execute("SELECT key FROM draft WHERE state IN ('shown', 'going')").fetchall()
        keys = {key for (key,) in kept}
        drafts = self._folder / DRAFTS
        for folder in drafts.iterdir() if drafts.is_dir() else ():
            if folder.name not in keys and folder.stat().st_mtime < before:
                self._remove(folder)

    def recover(self) -> None:
        """After a start: what was going live when the process ended goes live."""
        with self._store.open() as db:
            rows = db.execute("SELECT key, file, notice, who FROM draft WHERE state = 'going'")
            found = rows.fetchall()
        for key, file, notice, who in found:
            _log.warning("a notice was going live at the last end: done again")
            self._go(key, file, notice, who)

    def _go(self, key: str, file: str, notice: str, who: str) -> Reply:
        """Read the file into the store, from a place that stays; every step may be done again."""
        from retrieval.index.build import ensure  # noqa: PLC0415 heavy
        from retrieval.intake.gather import gather  # noqa: PLC0415 heavy
        from retrieval.intake.ingest import ingest  # noqa: PLC0415 heavy
        from retrieval.intake.sources import sync_store  # noqa: PLC0415 heavy
        from retrieval.storage.history import Deed  # noqa: PLC0415 heavy

        draft, place = self._folder / DRAFTS / key / file, self._folder / UPLOADS / file
        place.parent.mkdir(exist_ok=True)
        if draft.exists():
            before = place.read_bytes() if place.exists() else None
            shutil.copyfile(draft, place)
        else:
            before = None
        done = ingest(
            sync_store(self._folder),
            gather([place]),
            Deed(who, self._clock().isoformat(timespec="seconds")),
        )
        state = "live" if done.new or done.same else "refused"
        if state == "refused" and before is not None:
            place.write_bytes(before)
        ensure(self._folder)
        with self._store.open() as db:
            self._stands(db, key, state)
        self._remove(draft.parent)
        if state == "refused":
            reason = "；".join(item.reason for item in done.refused)
            return Reply(text=self._said.refused.format(reason=reason))
        if not done.new:
            return Reply(text=self._said.same.format(id=notice))
        made = done.new[0].notice
        told = {"id": made.id, "label": squeeze(made.label), "clauses": len(made.clauses)}
        return Reply(text=self._said.published.format(**told))

    def withdraw(self, person: int, notice: str) -> Reply:
        """Take a notice out of use; it is kept."""
        from retrieval.index.build import ensure  # noqa: PLC0415 heavy
        from retrieval.intake.sources import sync_store  # noqa: PLC0415 heavy
        from retrieval.storage.history import Deed  # noqa: PLC0415 heavy

        found = next((one for one in self._live.desk.notices if one.id == notice), None)
        who = self._staff.now().name(person, found) if found is not None else None
        if found is None or who is None:
            return Reply(note=office_words().not_allowed)
        store = sync_store(self._folder)
        if store.withdraw(notice, Deed(who, self._clock().isoformat(timespec="seconds"))):
            ensure(self._folder)
        return Reply(text=self._said.withdrawn.format(name=found.name, id=notice))

    @staticmethod
    def _remove(folder: Path) -> None:
        try:
            shutil.rmtree(folder)
        except OSError as fault:
            _log.warning("draft not removed: %s", type(fault).__name__)


def clean_name(name: str) -> str:
    """A name that stays inside its folder: the stem becomes the id of the notice.

    >>> clean_name("../a/试验 通知.docx"), clean_name("..")
    ('试验-通知.docx', 'notice')
    """
    base = unicodedata.normalize("NFC", name.replace("\\", "/")).rsplit("/", maxsplit=1)[-1]
    kept = re.sub(r"[^\w.()（）〔〕·-]+", "-", base).strip(".-")
    stem, dot, suffix = kept.rpartition(".")
    stem, suffix = (stem, suffix) if dot else (kept, "")
    return f"{stem[:_LONGEST_NAME] or 'notice'}{'.' + suffix[:8] if suffix else ''}"


def _some(names: list[str]) -> list[str]:
    return names if len(names) <= _SHOWN else [*names[:_SHOWN], "……"]


def _deadlines(notice: Notice) -> list[str]:
    return [f"{due.what} {due.moment:%Y-%m-%d %H:%M}" for due in dues(notice)]


def _counted(findings: tuple[Finding, ...]) -> str:
    counts = Counter(finding.severity for finding in findings)
    return "，".join(f"{name} {counts[key]}" for key, name in _SEVERITIES.items() if counts[key])
