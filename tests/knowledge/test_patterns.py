"""Patterns that were kept find what those find that Python has just compiled."""

import re
from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge import data, lazy_re, patterns
from knowledge import kept as module
from knowledge.data import content, parse
from knowledge.eligibility.speech.needed import needed
from knowledge.kept import FILE, Kept
from knowledge.patterns import compiled

SOURCES = (
    (r"(?P<year>\d{4})年|(ab)+", 0),
    ("[甲乙丙丁戊己庚辛壬癸]{2,}(?![省市])", 0),
    (r"(?<=第)(\w+)届(?P<end>$)?", re.IGNORECASE),
    (r"(a*?)\1b", re.DOTALL | re.MULTILINE),
    ("(?i:x)y|\ud800", 0),
    ("", 0),
)


@pytest.fixture(params=["new", "kept"])
def keeping(request, tmp_path, monkeypatch):
    """Things are kept: nothing yet, and by an earlier run."""
    first = Kept(tmp_path / FILE)
    monkeypatch.setattr(module, "_in_use", [first])
    if request.param == "kept":
        for source, flags in SOURCES:
            compiled(source, int(flags))
        first.write()
        monkeypatch.setattr(module, "_in_use", [Kept(tmp_path / FILE)])


@pytest.mark.parametrize("nth", range(len(SOURCES)))
def test_a_pattern_is_as_python_makes_it(keeping, nth):
    source, flags = SOURCES[nth]
    own, real = compiled(source, int(flags)), re.compile(source, flags)
    assert own == real
    assert (own.pattern, own.flags) == (real.pattern, real.flags)
    assert (own.groups, dict(own.groupindex)) == (real.groups, dict(real.groupindex))


@given(st.text(alphabet="12年ab x甲乙省", max_size=12))
def test_it_finds_the_same(tmp_path_factory, text):
    with pytest.MonkeyPatch.context() as monkeypatch:
        monkeypatch.setattr(module, "_in_use", [Kept(tmp_path_factory.getbasetemp() / FILE)])
        for source, flags in SOURCES:
            own, real = compiled(source, int(flags)), re.compile(source, flags)
            assert [m.groupdict() for m in own.finditer(text)] == [
                m.groupdict() for m in real.finditer(text)
            ]
            assert own.sub("-", text) == real.sub("-", text)


@pytest.mark.parametrize("keeping", ["kept"], indirect=True)
def test_a_kept_one_is_not_compiled(keeping, monkeypatch):
    monkeypatch.setattr(patterns, "_apart", lambda *_: pytest.fail("compiled again"))
    failing = SimpleNamespace(compile=lambda *_: pytest.fail("compiled again"))
    monkeypatch.setattr(patterns, "re", failing)
    assert lazy_re.compile(SOURCES[0][0]).search("2026年")


def test_a_fault_is_told_as_python_tells_it(keeping):
    with pytest.raises(re.error):
        compiled("(", 0)


def test_what_is_no_pattern_any_more_is_compiled(keeping, monkeypatch):
    for broken in (
        b"",
        b"[]\n",
        b"[32, 0, {}]\nabcd",
        b"[32, 0, {}]\n\xff\xff\xff\xff",
        b"{}\n1234",
    ):
        monkeypatch.setattr(patterns, "kept", lambda *_, of=broken: of)
        assert compiled("甲", 0).search("乙甲")


def test_where_python_is_made_otherwise_it_is_compiled(keeping, monkeypatch):
    def gone(name):
        raise ImportError(name)

    monkeypatch.setattr(patterns, "import_module", gone)
    assert compiled("甲", 0).search("乙甲")


def test_bytes_are_compiled(keeping):
    assert compiled(b"a", 0).search(b"ba")


def test_data_is_as_it_is_read(keeping):
    from importlib.resources import files  # noqa: PLC0415

    for package, name in (("knowledge", "masking.yaml"), ("retrieval.question", "lexicon.yaml")):
        read = parse(files(package).joinpath(name).read_text("utf-8"))
        assert content(package, name) == read
        assert content(package, name) == read
        assert content(package, name) is not content(package, name)


@pytest.mark.parametrize("text", ["day: 2026-06-01", "1: a", "a: {2: b}", "null"])
def test_what_json_does_not_hold_is_read_each_time(keeping, tmp_path, monkeypatch, text):
    (tmp_path / "some.yaml").write_text(text)
    monkeypatch.setattr(data, "files", lambda _: tmp_path)
    assert content("packed", "some.yaml") == parse(text) == content("packed", "some.yaml")


def test_needs_are_the_same(keeping):
    source = lazy_re.compile("(?:我|本)?单位[已还]|还没")
    with pytest.MonkeyPatch.context() as monkeypatch:
        monkeypatch.setattr(module, "_in_use", [])
        plain = needed(source)
    assert needed(source) == plain
