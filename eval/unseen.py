"""A desk for questions over notices that are not in the store, read with drafted rules."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from eval.known import FOLDER, Case
from knowledge.catalogue.relations import related
from retrieval.answers import Answers

NOTICES = FOLDER / "verdicts" / "notices"
"""The texts of fictional notices that known persons and questions are about."""


def with_unseen(desk: Answers, cases: Sequence[Case], folder: Path = NOTICES) -> Answers:
    """The desk of `desk`'s notices and of those in `folder` that the cases speak of.

    `desk` itself if it has them all; a notice that is nowhere is left to `known.checked`.
    """
    from retrieval.desk import Desk  # noqa: PLC0415 heavy

    known = {notice.id for notice in desk.notices}
    named = {i for case in cases for i in (case.notice, case.evidence_notice) if i}
    files = [folder / f"{i}.txt" for i in sorted(named - known)]
    texts = [file for file in files if file.is_file()]
    if not texts:
        return desk
    from eval.persons import drafted  # noqa: PLC0415 only for such notices

    read = [drafted(file.stem, file.read_bytes()) for file in texts]
    rules = {**desk.rules, **{notice.id: of for notice, of in read}}
    return Desk(related([*desk.notices, *(notice for notice, _ in read)]), rules=rules)
