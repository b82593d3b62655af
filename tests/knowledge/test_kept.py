"""What is kept between runs: found again, made anew where it is torn, lost or of another state."""

import sqlite3

import pytest

from knowledge import kept as module
from knowledge.kept import FILE, Kept, code, keep_in, keeps, kept


def never():
    raise AssertionError("made again")


@pytest.fixture(autouse=True)
def nothing_else_is_kept(monkeypatch):
    monkeypatch.setattr(module, "_in_use", [])


def test_what_was_made_is_found_by_the_next_run(tmp_path):
    first = Kept(tmp_path / FILE)
    assert first.bytes_of("kind", "甲", lambda: b"1") == b"1"
    assert first.bytes_of("kind", "甲", never) == b"1"
    first.write()
    assert Kept(tmp_path / FILE).bytes_of("kind", "甲", never) == b"1"


def test_another_kind_or_key_is_made(tmp_path):
    one = Kept(tmp_path / FILE)
    one.bytes_of("kind", "甲", lambda: b"1")
    assert one.bytes_of("kind", "乙", lambda: b"2") == b"2"
    assert one.bytes_of("other", "甲", lambda: b"3") == b"3"


def test_half_of_a_character_is_a_key_too(tmp_path):
    one = Kept(tmp_path / FILE)
    one.bytes_of("kind", "\ud800", lambda: b"1")
    one.write()
    assert Kept(tmp_path / FILE).bytes_of("kind", "\ud800", never) == b"1"


def test_other_packages_find_nothing_of_these(tmp_path, monkeypatch):
    one = Kept(tmp_path / FILE)
    one.bytes_of("kind", "甲", lambda: b"1")
    one.write()
    monkeypatch.setattr(module, "_made_by", lambda: "another Python")
    assert Kept(tmp_path / FILE).bytes_of("kind", "甲", lambda: b"2") == b"2"


def test_a_torn_file_is_made_anew(tmp_path):
    file = tmp_path / FILE
    file.write_bytes(b"no database at all, but long enough to be taken for one" * 40)
    one = Kept(file)
    assert one.bytes_of("kind", "甲", lambda: b"1") == b"1"
    one.write()
    assert Kept(file).bytes_of("kind", "甲", never) == b"1"


def test_an_empty_file_is_filled(tmp_path):
    (tmp_path / FILE).touch()
    one = Kept(tmp_path / FILE)
    one.bytes_of("kind", "甲", lambda: b"1")
    one.write()
    assert Kept(tmp_path / FILE).bytes_of("kind", "甲", never) == b"1"


def test_without_its_folder_nothing_is_written(tmp_path):
    one = Kept(tmp_path / "gone" / FILE)
    one.bytes_of("kind", "甲", lambda: b"1")
    one.write()
    assert list(tmp_path.iterdir()) == []


def test_where_it_cannot_be_written_it_is_no_fault(tmp_path):
    (tmp_path / FILE).mkdir()
    one = Kept(tmp_path / FILE)
    one.bytes_of("kind", "甲", lambda: b"1")
    one.write()


def test_two_at_once_keep_what_both_made(tmp_path):
    one, other = Kept(tmp_path / FILE), Kept(tmp_path / FILE)
    one.bytes_of("kind", "甲", lambda: b"1")
    other.bytes_of("kind", "乙", lambda: b"2")
    one.write()
    other.write()
    both = Kept(tmp_path / FILE)
    assert (both.bytes_of("kind", "甲", never), both.bytes_of("kind", "乙", never)) == (b"1", b"2")


def test_beyond_the_limit_what_nobody_used_is_dropped(tmp_path, monkeypatch):
    monkeypatch.setattr(module, "MOST", 2)
    for key in "甲乙丙":
        one = Kept(tmp_path / FILE)
        one.bytes_of("kind", key, lambda: b"1")
        one.write()
    with sqlite3.connect(tmp_path / FILE) as database:
        assert database.execute("SELECT count(*) FROM kept").fetchone() == (1,)
    assert Kept(tmp_path / FILE).bytes_of("kind", "丙", never) == b"1"


def test_of_one_run_no_more_is_kept_than_the_limit(tmp_path, monkeypatch):
    monkeypatch.setattr(module, "MOST", 2)
    one = Kept(tmp_path / FILE)
    assert [one.bytes_of("kind", key, lambda: b"1") for key in "甲乙丙丁"] == [b"1"] * 4
    one.write()
    with sqlite3.connect(tmp_path / FILE) as database:
        assert database.execute("SELECT count(*) FROM kept").fetchone() == (2,)


def test_nothing_is_kept_before_a_folder_is_named(tmp_path):
    assert not keeps()
    assert kept("kind", "甲", lambda: b"1") == b"1"
    assert kept("kind", "甲", lambda: b"2") == b"2"
    keep_in(tmp_path)
    assert keeps()
    assert kept("kind", "甲", lambda: b"1") == b"1"
    assert kept("kind", "甲", never) == b"1"


def test_another_folder_leaves_the_first_one_written(tmp_path):
    one, other = tmp_path / "one", tmp_path / "other"
    one.mkdir()
    keep_in(one)
    kept("kind", "甲", lambda: b"1")
    keep_in(other)
    keep_in(one)
    assert kept("kind", "甲", never) == b"1"


def test_code_tells_states_of_a_module_apart(tmp_path):
    one, other = tmp_path / "a.py", tmp_path / "b.py"
    one.write_text("1")
    other.write_text("2")
    assert code(str(one)) != code(str(other))
