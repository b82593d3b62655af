"""A comparison of two notices as people read it: the kinds one after another, the gravest first."""

from __future__ import annotations

from collections.abc import Iterator

from bot.layout import Line
from bot.wording.office import CompareWords, office_words
from knowledge.compare import KINDS, Change, Comparison
from knowledge.model import Citation, Notice
from knowledge.plain import squeeze

_QUOTE = 160


def compare_lines(done: Comparison, old: Notice, new: Notice) -> Iterator[Line]:
    """The lines, for the terminal and for Telegram."""
    said = office_words().compare
    yield Line(said.title.format(old=squeeze(old.label), new=squeeze(new.label)), "bold")
    counts = [f"{said.kinds[kind]} {len(done.of(kind))}" for kind in KINDS]
    yield Line(said.counts.format(counts="，".join(counts), same=done.same))
    if not done.changes:
        yield Line(said.nothing)
    for kind in KINDS:
        found = done.of(kind)
        if found:
            yield Line("")
            yield Line(said.kind.format(name=said.kinds[kind], count=len(found)), "bold")
        for change in found:
            yield from _change(change, said)


def _change(change: Change, said: CompareWords) -> Iterator[Line]:
    where = change.new or change.old
    why = f"（{'；'.join(change.why)}）" if change.why else ""
    if where is not None:
        yield Line(f"· {where.path}{why}")
    if change.old is not None:
        yield Line(said.old.format(quote=_short(change.old)), quoted=True)
    if change.new is not None:
        yield Line(said.new.format(quote=_short(change.new)), quoted=True)


def _short(cited: Citation) -> str:
    quote = squeeze(cited.quote.replace("\t", " "))
    return quote if len(quote) <= _QUOTE else f"{quote[:_QUOTE]}…"
