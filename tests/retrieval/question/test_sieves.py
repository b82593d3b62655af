"""Patterns that are passed over would not have matched: found is the same as by trying each."""

from __future__ import annotations

from itertools import islice

import pytest

from eval.known import bundled_files, read_cases
from knowledge import lazy_re
from knowledge.data import content
from knowledge.eligibility.speech.needed import Guarded
from retrieval.question.asked import plain
from retrieval.question.demands import Demand, demands
from retrieval.question.lexicon import Lexicon, words

LEXICON = Lexicon.model_validate(content("retrieval.question", "lexicon.yaml"))
MOST = 200


@pytest.fixture(scope="module")
def questions():
    cases = (case for file in bundled_files() for case in read_cases(file))
    return [plain(case.asked().text) for case in islice(cases, MOST)]


def by_trying(patterns, text):
    return {name for name, pattern in patterns.items() if pattern.search(text)}


def test_concepts_are_those_whose_pattern_matches(questions):
    ask = {c.id: lazy_re.compile(c.ask) for c in LEXICON.concepts}
    say = {c.id: lazy_re.compile(c.say) for c in LEXICON.concepts if c.say}
    for text in questions:
        assert {f.id for f in words().spoken(text)} == by_trying(ask, text)
        assert words().said(text) == by_trying(say, text)


def test_shapes_are_those_whose_pattern_matches(questions):
    forms = {name: lazy_re.compile(each) for name, each in LEXICON.forms.items()}
    for text in questions:
        assert words().forms(text) == by_trying(forms, text)


def test_words_for_the_same_are_those_whose_pattern_matches(questions):
    meant = [(lazy_re.compile(m.ask), tuple(m.say.split("|"))) for m in LEXICON.meant]
    for text in questions:
        found = [(m[0], say) for ask, say in meant for m in ask.finditer(text)]
        assert [(one.said, one.words) for one in words().meant(text)] == found


def test_demands_are_those_whose_pattern_matches(questions):
    told = [
        Demand.model_validate(d) for d in content("retrieval.question", "demands.yaml")["demands"]
    ]
    each = [(lazy_re.compile(d.ask), lazy_re.compile(d.but or "(?!)"), d.say) for d in told]
    for text in questions:
        own = [say for ask, but, say in each if ask.search(text) and not but.search(text)]
        assert [pattern.pattern for pattern in demands().of(text)] == own


def test_a_guarded_pattern_finds_what_it_finds_unguarded(questions):
    for source in (LEXICON.chat, LEXICON.always_chat, LEXICON.which_to_enter.pattern().pattern):
        pattern = lazy_re.compile(source)
        guarded = Guarded(pattern)
        for text in questions:
            own, found = pattern.search(text), guarded.search(text)
            assert (found and found.span()) == (own and own.span())
