"""Small notices and a deterministic model for tests of the indexes."""

from __future__ import annotations

import os
import shutil
import subprocess
from types import SimpleNamespace

import forks
import pytest
from small_notices import HashModel, source

READY = ("build_ready",)


@pytest.fixture
def model():
    return HashModel()


@pytest.fixture
def make_model():
    return HashModel


@pytest.fixture
def sources():
    """A function that gives so many small notices."""
    return lambda count: lambda: [source(n) for n in range(1, count + 1)]


@pytest.fixture(scope="session")
def two_built(tmp_path_factory):
    """A store of two small notices with its indexes, and how many texts it took; only copied."""
    from retrieval.index.build import ensure  # noqa: PLC0415 heavy

    model, folder = HashModel(), tmp_path_factory.mktemp("two")
    ensure(folder, lambda: [source(1), source(2)], model=model)
    return folder, model.embedded


@pytest.fixture
def built(two_built, tmp_path, model):
    """Such a store of one's own, as it is after `model` has embedded its texts."""
    from retrieval.storage.store import Store  # noqa: PLC0415 heavy

    folder, embedded = two_built
    shutil.copytree(folder, tmp_path, dirs_exist_ok=True)
    model.embedded += embedded
    return Store(tmp_path)


@pytest.fixture
def begun(tmp_path_factory):
    """A function that runs a script, or `-m` a module, as a process that has Chroma imported."""
    folder = tmp_path_factory.mktemp("said")

    def begin(*arguments, said=folder / "said", errors=folder / "errors"):
        env = {**os.environ, "PYTHONPATH": str(forks.ROOT)}
        return forks.started(READY, arguments, forks.ROOT, env, said, errors)

    return begin


@pytest.fixture
def soon_probed(begun, tmp_path_factory, monkeypatch):
    """The process that reads a doubtful index first need not import Chroma anew each time."""
    from retrieval.index import vectors  # noqa: PLC0415 heavy

    said = tmp_path_factory.mktemp("probed") / "said"

    def run(command, *, timeout, **_):
        said.unlink(missing_ok=True)
        process = begun(*command[command.index("-m") :], said=said)
        try:
            code = process.wait(timeout)
        finally:
            process.kill()
        if code:
            raise subprocess.CalledProcessError(code, command)
        return SimpleNamespace(stdout=said.read_bytes())

    of_vectors = {"run": run, "SubprocessError": subprocess.SubprocessError}
    monkeypatch.setattr(vectors, "subprocess", SimpleNamespace(**of_vectors))


@pytest.fixture(scope="session")
def make_desk(notices):
    """A function that makes a desk over the bundled notices and their rules, without a model."""
    from knowledge.bundled import bundled  # noqa: PLC0415 when a test asks
    from retrieval.open_desk import desk_over  # noqa: PLC0415 when a test asks
    from retrieval.storage.store import Entry  # noqa: PLC0415 when a test asks

    entries = tuple(
        Entry(notice=notices[each.id], origin="bundled", reader="-", rules=each.rules)
        for each in bundled()
    )
    return lambda: desk_over(entries)


@pytest.fixture(scope="session")
def desk(make_desk):
    """One desk for all tests; answering changes nothing in it."""
    return make_desk()
