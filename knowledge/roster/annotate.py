"""The roster given back: the same workbook, its faults marked, a summary and replies added."""

from __future__ import annotations

import warnings
from collections.abc import Sequence
from datetime import datetime
from io import BytesIO
from typing import TYPE_CHECKING

from knowledge.eligibility.model import Rules
from knowledge.model import Notice
from knowledge.roster.audit import Audit
from knowledge.roster.load import is_package
from knowledge.roster.marks import mark
from knowledge.roster.model import Grid
from knowledge.roster.package import is_bloated
from knowledge.roster.replies import add_replies, replies
from knowledge.roster.summary import add_summary
from knowledge.roster.writing import rebuilt

if TYPE_CHECKING:
    from openpyxl import Workbook


def annotated(  # noqa: PLR0913, PLR0917 all that a workbook with its audit is made of
    data: bytes,
    grids: Sequence[Grid],
    audit: Audit,
    notice: Notice,
    rules: Rules,
    as_of: datetime,
) -> bytes:
    """The workbook as .xlsx bytes; macros and links to other files stay behind.

    A file that is no .xlsx, or one that cannot be written back, is made anew from its values.
    """
    book = workbook_of(data) or rebuilt(grids)
    mark(book, audit.faults)
    add_summary(book, audit.faults, notice, as_of)
    add_replies(book, tuple(replies(audit, notice, rules, as_of)))
    stream = BytesIO()
    book.save(stream)
    return stream.getvalue()


def workbook_of(data: bytes) -> Workbook | None:
    """The workbook to write into, formats and all; None if it is no .xlsx or cannot be written."""
    from openpyxl import load_workbook  # noqa: PLC0415 only when a workbook is written

    if not is_package(data) or is_bloated(data):
        return None
    try:
        with warnings.catch_warnings():  # of extensions it leaves out; nothing a person can mend
            warnings.simplefilter("ignore")
            return load_workbook(BytesIO(data), rich_text=True, keep_links=False)
    except Exception:  # noqa: BLE001 openpyxl raises whatever its parsers do; values were read
        return None
