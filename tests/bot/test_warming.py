"""What lasts is set aside, and can be taken away all the same once nobody needs it."""

from __future__ import annotations

import gc
from weakref import ref

import pytest

from bot.warming import SELDOM, build_models, compile_patterns, set_aside
from knowledge.eligibility import facts, speech
from knowledge.model import Frozen


class Ring:
    def __init__(self):
        self.own = self


@pytest.fixture(autouse=True)
def _thawed():
    usual = gc.get_threshold()
    yield
    gc.unfreeze()
    gc.set_threshold(*usual)


def test_what_there_is_is_not_looked_at_again_until_more_is_set_aside():
    ring = Ring()
    seen = ref(ring)
    set_aside()
    assert gc.get_freeze_count() > 0
    del ring
    gc.collect()
    assert seen() is not None
    set_aside()
    assert seen() is None


def test_new_objects_are_looked_at_less_often_afterwards():
    before, usual = gc.get_threshold(), (700, 10, 10)
    gc.set_threshold(*usual)  # another test of this process may have set it before
    try:
        set_aside()
        assert gc.get_threshold() == SELDOM
        assert usual[0] < SELDOM[0]
    finally:
        gc.set_threshold(*before)


def test_patterns_are_compiled_before_anybody_speaks():
    facts._facts.cache_clear()
    speech.patterns.cache_clear()
    speech._sieve.cache_clear()
    compile_patterns()
    assert speech._sieve.cache_info().currsize == 1


def test_what_reads_a_model_is_made_before_anybody_reads_it():
    class Part(Frozen):
        of: int

    class Narrow(Part):
        more: str

    waiting = [model for model in (Part, Narrow) if not model.__pydantic_complete__]
    assert waiting == [Part, Narrow]
    build_models()
    assert all(model.__pydantic_complete__ for model in waiting)
    assert Narrow(of=1, more="x") == Narrow.model_validate({"of": 1, "more": "x"})
