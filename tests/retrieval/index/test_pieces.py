"""The chunks beside an index: those that would be cut, and cut again where they are not sure."""

import pytest

from retrieval.index import build as building
from retrieval.index import pieces
from retrieval.index.build import ensure, open_search
from retrieval.index.builds import Builds
from retrieval.index.chunks import chunks
from retrieval.index.pieces import Pieces


@pytest.fixture
def file(built):
    return Builds(built.folder).current().folder / "pieces.json"


def cut(store):
    return tuple(chunk for notice in store.notices() for chunk in chunks(notice))


def test_they_are_those_that_would_be_cut(built, model):
    read = Pieces(built)
    assert read.kept
    assert read.chunks == cut(built)
    assert [c.hash for c in read.chunks] == [c.hash for c in cut(built)]
    assert open_search(built, model).chunks == cut(built)


def test_anew_they_are_cut(built):
    assert not Pieces(built, anew=True).kept
    assert Pieces(built, anew=True).chunks == cut(built)


def test_of_other_notices_they_are_cut(built):
    built.replace([*built.entries()][:1])
    assert not Pieces(built).kept
    assert Pieces(built).chunks == cut(built)


def test_by_other_code_they_are_cut(built, monkeypatch):
    monkeypatch.setattr(pieces, "code", lambda _: "another way to cut")
    assert not Pieces(built).kept


@pytest.mark.parametrize(
    "torn", [lambda b: b[:-9], lambda _: b"", lambda b: b + b" ", lambda b: b[9:]]
)
def test_torn_ones_are_cut(built, file, torn):
    file.write_bytes(torn(file.read_bytes()))
    assert not Pieces(built).kept
    assert Pieces(built).chunks == cut(built)


def test_ones_of_another_form_are_cut(built, file):
    body = b'[{"id": "1"}]'
    file.write_bytes(pieces._head(pieces._made_of(built), body) + body)
    assert not Pieces(built).kept


def test_lost_ones_are_written_again(built, file, sources, model):
    index = file.parent.name
    file.unlink()
    ensure(built.folder, sources(2), model=model)
    assert Builds(built.folder).current().folder.name == index
    assert Pieces(built).kept


def test_notices_are_not_read_for_an_index_that_is_done(built, sources, model, monkeypatch):
    monkeypatch.setattr(pieces, "chunks", lambda _: pytest.fail("cut again"))
    monkeypatch.setattr(building, "_renew", lambda *_: pytest.fail("built again"))
    ensure(built.folder, sources(2), model=model)


def test_a_store_that_changes_meanwhile_keeps_none(built, file, monkeypatch):
    file.unlink()
    states = iter(("before", "after"))
    monkeypatch.setattr(pieces, "_made_of", lambda _: next(states))
    Pieces(built).write(Builds(built.folder).current())
    assert not file.exists()


def test_where_they_cannot_be_written_it_is_no_fault(built, file, sources, model):
    file.unlink()
    file.mkdir()
    ensure(built.folder, sources(2), model=model)
    assert Pieces(built).chunks == cut(built)
