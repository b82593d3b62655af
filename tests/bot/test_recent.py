"""What is kept of the most recent: never more than so much, also under many threads."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

from bot.recent import Recent


def test_the_one_kept_longest_ago_goes_first():
    recent = Recent(2)
    for key in ("a", "b", "a", "c"):
        recent.keep(key, key.upper())
    assert recent.items() == [("a", "A"), ("c", "C")]
    assert "b" not in recent
    assert recent.get("b") is None


def test_a_value_that_is_none_counts_as_kept():
    recent = Recent(2)
    recent.keep("chat", None)
    assert "chat" in recent
    recent.pop("chat")
    assert "chat" not in recent
    assert recent.pop("chat") is None


def test_what_is_too_old_goes_from_the_oldest_on():
    recent = Recent(9)
    for key, day in (("a", 1), ("b", 2), ("c", 5), ("a", 6)):
        recent.keep(key, day)
    recent.shed(lambda day: day < 5)
    assert recent.items() == [("c", 5), ("a", 6)]
    recent.shed(lambda _: True)
    assert recent.items() == []


def test_many_threads_at_once():
    recent = Recent(50)

    def work(thread):
        for at in range(2_000):
            recent.keep((thread, at % 60), at)
            recent.pop((thread, (at + 7) % 60))
            assert len(recent.items()) <= 50

    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(work, range(8))) == [None] * 8
