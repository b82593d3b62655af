"""The words of this project: notice, clause, table, scope, value, citation.

Everything is frozen and refuses unknown keys, so a misspelt field fails where it is written.
Offsets count code points of `Notice.text` (the canonical text); `end` is exclusive.
"""

from __future__ import annotations

from datetime import date
from typing import Literal

from pydantic import BaseModel, ConfigDict


class Frozen(BaseModel):
    """Base of all data that passes between rooms; what reads it is made at its first use.

    An answer needs half of it, and making all takes a seventh of the start of a command.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)


Role = Literal["contestant", "organiser", "adviser", "judge"]


class Scope(Frozen):
    """Which part of a competition a clause speaks of; an empty field means all of it."""

    attachment: str | None = None
    """`附件1`, or None for the body."""
    tracks: tuple[str, ...] = ()
    """Track ids."""
    groups: tuple[str, ...] = ()
    """Group names as the notice prints them: 学生组, 职工组."""
    role: Role | None = None


class Clause(Frozen):
    """A marked (or opening/closing) piece of a notice, without the pieces below it.

    `text` is `Notice.text[start:end]`, stripped; hard wraps are still in it.
    """

    path: str
    """`附件1 二（一）2`; a doubled mark is numbered (`五[2]`); `开头` and `落款` have no mark."""
    level: int
    """1 一、 2 （一） 3 1. 4 （1）; 0 for what has no mark."""
    mark: str
    text: str
    start: int
    end: int
    scope: Scope
    parent: str | None = None
    """Path of the clause above; None at the top of the body or of an attachment."""
    heading: str = ""
    """The words right after the mark if they stand as a heading (`大赛时间和地点`), else empty."""


class Row(Frozen):
    """One row of a table; `cells` are filled, also where the print leaves them to the row above."""

    number: int
    """1 for the first row below the header; goes on over a page break."""
    path: str
    """`附件 表1 行16`."""
    cells: tuple[str, ...]
    start: int
    end: int
    inherited: tuple[int | None, ...] = ()
    """For each cell the number of the row its words stand in, or None for this one."""


class Table(Frozen):
    """A table; cells of `header` name the columns."""

    path: str
    """`附件 表1`; in the body the clause it stands in comes first (`五 表1`)."""
    title: str
    """The nearest title or heading above it."""
    header: tuple[str, ...]
    rows: tuple[Row, ...]
    start: int
    end: int
    scope: Scope
    form: bool = False
    """True for a blank form to be filled in, whose cells state nothing."""


class Attachment(Frozen):
    """An attachment, listed in the body or standing behind it."""

    name: str
    """`附件1`, or `附件` where there is only one."""
    title: str
    listed: bool
    present: bool
    tracks: tuple[str, ...] = ()
    start: int | None = None
    end: int | None = None


class Track(Frozen):
    """A track (赛项, 竞赛项目, 工种) one can enter."""

    id: str
    """ASCII, stable."""
    name: str
    aliases: tuple[str, ...] = ()
    groups: tuple[str, ...] = ()
    kind: str = ""
    """The kind the notice sorts it into (职业技能类), ending in 类; empty if it sorts none."""


ValueKind = Literal[
    "email",
    "phone",
    "qq_group",
    "url",
    "person",
    "organisation",
    "date",
    "time",
    "range",
    "deadline",
    "duration",
    "amount",
    "count",
    "ratio",
    "age",
    "level",
    "weight",
    "rank",
    "place",
    "doc_number",
]


class Value(Frozen):
    """A typed value with the place it stands in."""

    kind: ValueKind
    value: str
    """Normal form: ISO dates, `023-63899503`, `20%`."""
    raw: str
    label: str = ""
    """What the notice calls it: 报名邮箱, 联系电话; empty if it does not."""
    path: str
    start: int
    end: int
    scope: Scope


ElementKind = Literal[
    "letterhead",
    "doc_number",
    "title",
    "addressee",
    "body",
    "attachment_list",
    "signature",
    "date",
    "remark",
    "attachment",
    "copies",
    "imprint",
]
"""发文机关标志、文号、标题、主送、正文、附件说明、署名、成文日期、附注、附件、抄送、印发."""


class Element(Frozen):
    """A formal element of a notice (GB/T 9704-2012), where it stands."""

    kind: ElementKind
    text: str
    start: int
    end: int


class Relation(Frozen):
    """How one notice stands to another."""

    kind: Literal["supplement", "correction", "earlier_edition", "superseded", "attachment"]
    notice: str
    quote: str = ""


class Citation(Frozen):
    """Where a statement stands, word for word."""

    notice: str
    label: str
    path: str
    quote: str
    """Verbatim but for white space: `Notice.text[start:end]`."""
    start: int
    end: int


Severity = Literal["error", "warn", "confirm"]


class Finding(Frozen):
    """Something wrong with a notice, at its place."""

    rule: str
    """Name of the rule in knowledge/lint/rules.yaml."""
    path: str
    """The clause, row or attachment."""
    message: str
    severity: Severity = "warn"
    """`error`: surely wrong; `warn`: very likely; `confirm`: somebody has to look."""
    suggestion: str = ""
    """What to do about it."""
    citation: Citation | None = None
    """The words; None where the fault is that something is not there."""


class Recognised(Frozen):
    """A piece of a text that was read from a picture, with how sure the reader is of it."""

    start: int
    end: int
    confidence: float
    """0 to 1, as the recognition engine gives it."""


class Notice(Frozen):
    """A notice, read: the canonical text and everything found in it."""

    id: str
    label: str
    """The document number as printed if it is one, else the title."""
    title: str
    name: str
    """The competition's own name, short enough to be said in an answer."""
    doc_number: str | None = None
    issuers: tuple[str, ...] = ()
    issued_on: date | None = None
    edition: str | None = None
    """`第四届`, `首届`."""
    year: int | None = None
    region: str | None = None
    """Province-level place: 重庆, 贵州."""
    level: str | None = None
    """`国家级一类`, `省级`, `市级二类`, `区县级`, `行业`; stated, or that of who holds it."""
    aliases: tuple[str, ...] = ()
    audience: Role = "contestant"
    """Whom the notice addresses: contestants, or organisers who apply to run competitions."""
    tracks: tuple[Track, ...] = ()
    groups: tuple[str, ...] = ()
    attachments: tuple[Attachment, ...] = ()
    clauses: tuple[Clause, ...] = ()
    tables: tuple[Table, ...] = ()
    values: tuple[Value, ...] = ()
    relations: tuple[Relation, ...] = ()
    findings: tuple[Finding, ...] = ()
    elements: tuple[Element, ...] = ()
    """Addressee, signature, remark … as they stand in the text."""
    text: str
    recognised: tuple[Recognised, ...] = ()
    """Spans of `text` read from pictures, in order; values in them are marked in answers."""
    source_hash: str = ""
    """SHA-256 of the source file."""
