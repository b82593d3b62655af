"""Asks the language model, remembers what it said, and counts what could not be used."""

from __future__ import annotations

import json
import logging
from collections import Counter
from collections.abc import Sequence
from threading import Lock
from typing import TYPE_CHECKING

from retrieval.wording_model.bounded import Bounded, UnansweredError
from retrieval.wording_model.data import prompts
from retrieval.wording_model.remembered import Remembered

if TYPE_CHECKING:
    from langchain_core.language_models import BaseChatModel

LONGEST = 4000
"""Characters; a longer draft is none."""
_log = logging.getLogger(__name__)
_log.addHandler(logging.NullHandler())  # without a log, nothing of it on a person's screen


class Writer:
    """Drafts of one model. Nothing it returns is proven yet."""

    def __init__(self, model: BaseChatModel, *, remembered: Remembered | None = None) -> None:
        self._model = Bounded(model)
        self._remembered = remembered or Remembered()
        self._unused: Counter[str] = Counter()
        self._lock = Lock()

    def reword(self, said: str, clauses: Sequence[str], language: str, seconds: float) -> str:
        """A draft for `said`, which rests on `clauses`; empty if there is none."""
        material = {"answer": said, "clauses": list(clauses), "language": language}
        return self._draft(prompts().reword, material, seconds)

    def rewrite(self, question: str, seconds: float) -> str:
        """A draft of the question in other words; empty if there is none."""
        return self._draft(prompts().rewrite, {"question": question}, seconds)

    def unused(self, why: str) -> None:
        """Count a failure; the log has the 1st, 10th, 100th of a kind, without contents."""
        with self._lock:
            self._unused[why] += 1
            count = self._unused[why]
        if str(count).strip("0") == "1":
            _log.warning("language model: not used (%s), %d so far", why, count)

    @property
    def counted(self) -> dict[str, int]:
        """How often nothing could be used, and why."""
        with self._lock:
            return dict(self._unused)

    def _draft(self, told: str, given: object, seconds: float) -> str:
        material = json.dumps(given, ensure_ascii=False).encode("utf-8", "replace").decode()
        draft = self._remembered.get(told, material)
        if draft is None:
            try:
                draft = self._model.ask(told, material, seconds).strip()
            except UnansweredError as fault:
                self.unused(fault.why)
                return ""
            draft = draft if len(draft) <= LONGEST else ""
            self._remembered.keep(draft, told, material)
        return draft
