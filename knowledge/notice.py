"""Reading a notice from its file: structure, catalogue, scopes, values."""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING, Any

from knowledge.catalogue.audience import audience_of
from knowledge.catalogue.document import Document, read_document
from knowledge.catalogue.groups import groups_of
from knowledge.catalogue.level import level_of
from knowledge.catalogue.mentions import Entrants
from knowledge.catalogue.naming import edition_of, everyday_names, own_name, year_of
from knowledge.catalogue.regions import region_of
from knowledge.catalogue.track_aliases import short_forms
from knowledge.catalogue.track_codes import codes
from knowledge.catalogue.track_groups import grouped_tracks
from knowledge.catalogue.track_headings import called
from knowledge.catalogue.track_kinds import kinds_of
from knowledge.catalogue.track_letters import is_lettered, lettered
from knowledge.catalogue.tracks import track_names
from knowledge.confirmed import Confirmed
from knowledge.fold import folded
from knowledge.model import Notice, Track
from knowledge.plain import bare
from knowledge.read.text import read_text
from knowledge.scopes import attachment_tracks, scoped_clauses, scoped_tables
from knowledge.structure import Outline, outline
from knowledge.structure.elements import elements
from knowledge.values import find_values
from knowledge.values.found import Context
from knowledge.values.signed import signed_values

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence


def read_notice(notice_id: str, data: bytes, confirmed: Mapping[str, Any] | None = None) -> Notice:
    """Read the notice in `data`; `confirmed` is the content of its notice.yaml.

    Raises:
        UnreadableError: `data` is no text.
        pydantic.ValidationError: `confirmed` is not in the form of `Confirmed`.
    """
    checked = Confirmed.model_validate(confirmed or {})
    text = read_text(data)
    parts = outline(text)
    head = _head(read_document(text), parts, checked)
    entrants = _entrants(parts, head, checked)
    attachments = attachment_tracks(parts.attachments, entrants.tracks)
    clauses = scoped_clauses(parts.clauses, attachments, entrants)
    tables = scoped_tables(parts.tables, clauses, entrants.tracks)
    context = Context(issued_on=head["issued_on"], year=head["year"])
    formal = elements(text, head["title"], clauses, attachments)
    values = find_values(text, clauses, tables, entrants, context)
    return Notice(
        id=notice_id,
        text=text,
        source_hash=sha256(data).hexdigest(),
        tracks=grouped_tracks(clauses, tables, entrants),
        groups=entrants.groups,
        attachments=attachments,
        clauses=clauses,
        tables=tables,
        values=signed_values(values, formal),
        elements=formal,
        **head,
    )


def _head(document: Document, parts: Outline, confirmed: Confirmed) -> dict[str, Any]:
    """The fields that describe the notice as a whole; what a person confirmed wins."""
    name = own_name(document.title, parts.clauses)
    issued = document.issued_on
    year = year_of(name, document.title) or (issued.year if issued else None)
    head: dict[str, Any] = document.model_dump(exclude={"findings"})
    head |= {
        "name": name,
        "edition": edition_of(name, document.title),
        "year": year or year_of((document.doc_number or "").replace("〕", "年")),
        "region": region_of(document.doc_number, name, document.title, *document.issuers),
        "level": level_of(name, document.issuers, parts.clauses),
        "audience": audience_of(document.title, parts.clauses),
        "findings": document.findings,
    }
    head |= {field: fact.value for field, fact in confirmed.facts.items()}
    names = everyday_names(head["name"], head["region"], head["audience"])
    head["aliases"] = tuple(dict.fromkeys(names + confirmed.aliases))
    head["label"] = bare(head["doc_number"]) if head["doc_number"] else head["title"]
    return head


def _entrants(parts: Outline, head: Mapping[str, Any], confirmed: Confirmed) -> Entrants:
    """Tracks and groups one can enter; a call to organisers has none."""
    if head["audience"] == "organiser":
        return Entrants((), ())
    names: Sequence[str] = track_names(
        parts.clauses, parts.tables, parts.attachments, head["title"]
    )
    aliases, coded = short_forms(names), codes(parts.tables, names)
    if any(is_lettered(name) for name in names):
        coded |= lettered(folded(clause).text for clause in parts.clauses)
    aliases |= {n: (*aliases[n], of) for n, of in coded.items() if of and n in aliases}
    aliases |= {n: (*aliases[n], of) for n, of in called(parts.tables, names).items()}
    tracks = (
        confirmed.named(Track(id=f"t{number:02d}", name=name, aliases=aliases[name]))
        for number, name in enumerate(names, start=1)
    )
    known = tuple(tracks)
    kinds = kinds_of(parts.clauses, parts.tables, known)
    sorted_ = (track.model_copy(update={"kind": kinds.get(track.id, "")}) for track in known)
    return Entrants(tuple(sorted_), groups_of(parts.clauses, parts.tables))
