"""Replies read from a corrected notice, led back to the published words and the correction."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from knowledge import lazy_re
from knowledge.catalogue.relations.amended import Amended, Edit
from knowledge.model import Citation, Notice
from knowledge.plain import comparable, squeeze
from retrieval.reply import Piece, Reply, cite
from retrieval.wording import say

_NUMBER = lazy_re.compile(r"\d+")


def told(reply: Reply, view: Amended) -> Reply:
    """The reply with published citations, and what was corrected in it: 原通知：…；更正为：…."""
    if not view.layers:
        return reply
    pieces: list[Piece] = []
    noted: set[tuple[str, str]] = set()
    for piece in reply.pieces:
        led = [view.back(citation) for citation in piece.citations]
        edits = [edit for _, found in led for edit in found if _shows(piece, edit)]
        amended = tuple(_words(c, view) for c in piece.citations) if edits else ()
        proof = tuple(dict.fromkeys([*(c for c, _ in led), *map(cited, edits)]))
        pieces.append(piece.model_copy(update={"citations": proof, "amended": amended}))
        for note in notes(edits, proof):
            if (key := (note.text, note.scope)) not in noted:
                noted.add(key)
                pieces.append(note)
    near = tuple(view.back(citation)[0] for citation in reply.near)
    return reply.model_copy(update={"pieces": tuple(pieces), "near": near})


def _words(citation: Citation, view: Amended) -> str:
    """The words a citation of the corrected notice stands for."""
    return view.notice.text[citation.start : citation.end]


def called(notice: Notice) -> str:
    """A notice as a note names it: by its number, else by its title."""
    return squeeze(notice.doc_number) if notice.doc_number else f"《{notice.title}》"


def cited(edit: Edit) -> Citation:
    """The sentence of the correction."""
    change = edit.change
    return cite(edit.by, change.path, change.start, change.end)


def notes(edits: Iterable[Edit], proof: tuple[Citation, ...]) -> Iterator[Piece]:
    """What was before and what is now, of each correction once."""
    for edit in edits:
        change = edit.change
        key = "relations.corrected" if change.kind == "replaced" else "relations.removed"
        before = squeeze(change.before) or _published(edit, proof)
        name = called(edit.by)
        text = say(key, before=before, after=squeeze(change.after), label=name)
        yield Piece(text=text, citations=(*proof, cited(edit)), computed=(name, text))


def _published(edit: Edit, proof: tuple[Citation, ...]) -> str:
    """The words that were replaced, where the correction does not repeat them."""
    return squeeze(edit.was) if edit.was else "；".join(c.quote for c in proof[:1])


def _shows(piece: Piece, edit: Edit) -> bool:
    """Whether the statement shows the words that were changed, or a number of theirs."""
    said = comparable(piece.text)
    if comparable(edit.words) in said:
        return True
    new = set(_NUMBER.findall(comparable(edit.words))) - set(_NUMBER.findall(comparable(edit.was)))
    return bool(new & set(_NUMBER.findall(said)))
