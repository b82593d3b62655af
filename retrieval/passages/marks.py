"""What counts for and against the sentences of a notice, for all of them at once.

Each mark is a column of what it adds; they are added in a fixed order, so that the same question
always comes to the same sums.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

import numpy as np

from retrieval.passages.columns import Column, Columns
from retrieval.passages.goals import Aims
from retrieval.passages.money import charges_nothing
from retrieval.passages.said import Said, of_other_kind, sums, with_kind
from retrieval.passages.weights import Weights
from retrieval.question.asked import Asked
from retrieval.question.conditions import bearing, ranked
from retrieval.question.measures import counted

_FEE, _WAY = "fee", "procedure"
_ENTERING = frozenset({"enrol"})
_ABOVE = 0.5
"""What words of a heading count, where notices write them for those of the question."""


class Marks:
    """Weighs one question."""

    def __init__(
        self, columns: Columns, weights: Weights, among: Collection[int], others: Column
    ) -> None:
        """`among` are the places of the sentences in scope; `others` those about other tracks."""
        self._all, self._weights = columns, weights
        self._among, self._others = among, others

    def covered(self, said: Said) -> Column:
        """How much of the question's concepts and words each sentence says."""
        w, every = self._weights, self._all
        gained, words, instead = every.none.copy(), every.none.copy(), every.none.copy()
        for concept, much in said.concepts.items():
            gained += much * every.concept(concept, w.titled, w.above, said.tracks)
        for pair, much in said.terms.items():
            words += much * every.pair(pair, w.content, w.heading_content)
        for group, much in said.meant.items():
            instead += much * every.written(group, _ABOVE)
        return gained + (words + w.meant * instead)

    def echoed(self, weights: Mapping[str, float]) -> Column:
        """The weights of the pairs of characters that each has."""
        told = self._all.none.copy()
        for pair, much in weights.items():
            told += much * self._all.text(pair)
        return self._weights.echo * told

    def all(self, asked: Asked, wanted: Aims, said: Said) -> Iterator[Column]:
        """Every mark that the question gives reason for."""
        yield from self._of_values(asked, wanted, said)
        yield from self._of_topic(asked, wanted, said)
        yield from self._of_scope(asked, said)
        if said.shape.figures:
            yield from self._of_numbers(asked, said)
        yield -self._weights.length * self._all.long

    def _of_values(self, asked: Asked, wanted: Aims, said: Said) -> Iterator[Column]:
        """What counts for and against it by the values it holds."""
        w, every = self._weights, self._all
        if wanted.values:
            given = np.maximum(every.has_kind(wanted.values), self._free(asked))
            yield np.where(given, w.kind, -w.no_kind)
        elif "deadline" in asked.concepts:  # 还能报吗: the day tells
            yield w.kind * every.dated
        if said.shape.counting:
            told = np.maximum(every.numbered, self._free(asked))
            yield np.where(told, w.counted, -w.counted)
        if said.placed:
            yield w.place * every.placed
        if asked.literal:
            yield w.literal * sum(map(every.text_or_above, asked.literal), every.none)
        if said.shape.numbered:
            yield w.agreement * every.each(lambda u: bearing(asked.plain, u.plain), self._among)
        if said.shape.placing:
            yield w.agreement * every.each(lambda u: ranked(asked.plain, u.plain) > 0, self._among)

    def _free(self, asked: Asked) -> Column:
        """Which say that nothing is charged: that is as good as a fee."""
        if _FEE not in asked.concepts:
            return self._all.none
        return self._all.each(lambda u: charges_nothing(u.plain), self._among)

    def _of_topic(self, asked: Asked, wanted: Aims, said: Said) -> Iterator[Column]:
        """What counts for and against it by what it speaks of, and how."""
        w, every = self._weights, self._all
        if said.narrower:
            # 不收报名费、培训费 is about the fee as well as about that of the training
            yield -w.narrower * every.said(said.narrower) * (1.0 - self._free(asked))
        if wanted.topics:
            yield w.on_topic * every.said_or_titled(wanted.told)
        if _WAY in asked.concepts and "报" in asked.plain:  # 短信发送考试链接 enters nobody
            yield w.on_topic * every.said_or_titled(_ENTERING)
        if "list" in asked.forms:
            yield w.listing * every.listing
        if said.shape.which:
            yield w.enumerates * every.enumerates
        if said.shape.wishes:
            yield -w.forbids * every.forbids
        if said.shape.rest:
            yield (w.agreement + w.on_topic) * every.rest
        yield -w.dependent * every.dependent
        # a sentence about another stage than the one asked for is no answer
        silent, other = (w.no_stage, w.other_stage) if said.stages else (0.0, w.unasked_stage)
        yield every.staged(said.stages, -silent, -other)

    def _of_scope(self, asked: Asked, said: Said) -> Iterator[Column]:
        """What counts for it by whom and what it is about."""
        w, every = self._weights, self._all
        if said.tracks:
            yield w.own_track * every.of_tracks(said.tracks)
        if said.own_groups:
            yield w.own_group * every.of_groups(said.own_groups)
        if said.groups:
            yield w.own_group * np.minimum(sum(map(every.text, said.groups), every.none), 1.0)
        if said.shape.direct:
            things = sum((every.text(thing) for thing, _ in said.shape.direct), every.none)
            near = [int(at) for at in things.nonzero()[0]]
            yield w.direct * every.each(lambda u: said.shape.said_directly(u.plain), near)
        yield w.labelled * every.labelled(asked.literal)
        if said.tracks:
            yield w.labelled * every.headed(said.tracks)
        yield w.headed * every.below(asked.plain, asked.message)
        yield w.labelled * every.labelled(said.groups)
        if asked.anchors:
            yield w.anchor * sum(map(every.text, asked.anchors), every.none)
        yield -w.other_track * (self._of_kinds(asked) if said.shape.sorts else self._others)

    def _of_kinds(self, asked: Asked) -> Column:
        """Which are about other kinds of contests, or other tracks or groups."""
        kinds = self._all.each(lambda u: of_other_kind(asked.plain, with_kind(u)), self._among)
        return np.maximum(kinds, self._others)

    def _of_numbers(self, asked: Asked, said: Said) -> Iterator[Column]:
        """What counts for it by the sums, measures, years and shares that it names, too."""
        much, told, every = self._weights.agreement, said.shape, self._all
        if told.sums:
            yield much * every.each(lambda u: bool(told.sums & sums(u.plain)), self._among)
        if told.counts:
            yield much * every.each(lambda u: counted(asked.plain, u.plain), self._among)
        if told.years:
            years = sum(map(every.text, told.years), every.none)
            yield much * (years == len(told.years))
        if told.prizes:
            yield much * every.shares
