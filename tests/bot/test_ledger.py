"""What is remembered of updates: which are done, which were begun, over a kill and a full disk."""

from __future__ import annotations

import asyncio
import sqlite3

import pytest

from bot.telegram import ledger as module
from bot.telegram.ledger import KEPT, TRIES, Ledger, Step
from bot.telegram.taken import WINDOW, Taken

TOKEN = "4242:a-secret"


def begun(*numbers):
    return [Step(update=number) for number in numbers]


def done(*numbers):
    return [Step(update=number, done=True) for number in numbers]


@pytest.fixture
def path(tmp_path):
    return tmp_path / "updates.sqlite3"


def test_what_is_done_is_known_to_the_next_process_and_what_was_begun_is_counted(path):
    Ledger(path, TOKEN).write([*begun(1, 2, 3), *done(1, 3)])
    past = Ledger(path, TOKEN).past()
    assert past.done == {1, 3}
    assert past.in_flight == 1


def test_another_bot_counts_for_itself(path):
    Ledger(path, TOKEN).write(done(1))
    assert Ledger(path, "4243:another").past().done == frozenset()


def test_an_update_that_ends_every_process_is_left_in_the_end(path):
    for _ in range(TRIES - 1):
        Ledger(path, TOKEN).write(begun(7))
    assert Ledger(path, TOKEN).past().done == frozenset()
    Ledger(path, TOKEN).write(begun(7))
    assert Ledger(path, TOKEN).past().done == {7}


def test_it_does_not_grow_for_ever(path, monkeypatch):
    monkeypatch.setattr(module, "KEPT", 10)
    ledger = Ledger(path, TOKEN)
    for number in range(50):
        ledger.write(done(number))
    with sqlite3.connect(path) as db:
        assert db.execute("SELECT count(*), max(id) FROM updates").fetchone() == (10, 49)
    assert KEPT > WINDOW


def test_neither_token_nor_words_are_in_the_file(path):
    ledger = Ledger(path, TOKEN)
    ledger.write(done(1))
    ledger.close()
    assert b"secret" not in b"".join(each.read_bytes() for each in path.parent.iterdir())


# --- open updates ------------------------------------------------------------------------------
async def test_the_first_that_is_not_done_stays_unconfirmed():
    taken = Taken()
    assert [taken.take(number) for number in (5, 6, 7)] == [True] * 3
    await taken.finish(6)
    assert taken.offset() == 5
    await taken.finish(5)
    assert taken.offset() == 7
    await taken.finish(7)
    assert taken.offset() == 8


async def test_what_comes_again_is_not_worked_on_again():
    taken = Taken()
    assert taken.take(5)
    assert not taken.take(5)
    await taken.finish(5)
    assert not taken.take(5)
    assert taken.known(5)
    assert not taken.known(6)


async def test_after_a_restart_only_what_was_not_done_is_worked_on(path):
    first = Taken(Ledger(path, TOKEN))
    for number in (1, 2, 3):
        first.take(number)
    await first.finish(2)
    second = Taken(Ledger(path, TOKEN))
    past = await second.restore()
    assert past.in_flight == 2
    assert [second.take(number) for number in (1, 2, 3)] == [True, False, True]


async def test_a_locked_file_delays_nothing_for_long_and_is_written_later(path, monkeypatch):
    monkeypatch.setattr(module, "PATIENCE", 0.05)
    taken = Taken(Ledger(path, TOKEN))
    taken.take(1)
    await taken.finish(1)
    other = sqlite3.connect(path)
    other.execute("BEGIN EXCLUSIVE")
    taken.take(2)
    await asyncio.wait_for(taken.finish(2), 2)
    other.rollback()
    other.close()
    taken.take(3)
    await taken.finish(3)
    assert Ledger(path, TOKEN).past().done == {1, 2, 3}


async def test_a_full_disk_stops_nothing_and_is_said_once(path, caplog):
    ledger = Ledger(path, TOKEN)

    def full(_):
        raise sqlite3.OperationalError("database or disk is full: 张三")

    ledger.write = full
    taken = Taken(ledger)
    for number in (1, 2, 3):
        taken.take(number)
        await taken.finish(number)
    assert taken.offset() == 4
    assert [r.getMessage() for r in caplog.records if r.levelname == "ERROR"] == [
        "done updates not written: OperationalError"
    ]


async def test_who_waits_for_an_update_hears_when_it_is_done():
    taken = Taken()
    taken.take(1)
    waiting = asyncio.create_task(taken.until_done(1))
    await asyncio.sleep(0)
    assert not waiting.done()
    await taken.finish(1)
    await asyncio.wait_for(waiting, 1)
    await taken.until_done(1)


@pytest.fixture
def stuck(monkeypatch):
    monkeypatch.setattr("bot.telegram.taken.STUCK", 0.0)


async def blocked(taken, words='{"update_id": 0}'):
    """A hundred updates of which only the first is not done."""
    for number in range(WINDOW):
        taken.take(number, lambda: words)
        if number:
            await taken.finish(number)
    return taken


async def test_one_that_is_stuck_keeps_the_others_waiting_for_a_while_only(path, stuck):
    taken = await blocked(Taken(Ledger(path, TOKEN)))
    assert taken.offset() == 0
    assert await taken.let_go()
    assert taken.offset() == WINDOW
    assert taken.known(0)
    assert not await taken.let_go()


async def test_one_that_is_confirmed_before_it_is_done_outlives_a_kill(path, stuck):
    words = '{"update_id": 0, "message": {"text": "张三能参加吗"}}'
    taken = await blocked(Taken(Ledger(path, TOKEN)), words)
    assert await taken.let_go()
    next_one = Taken(Ledger(path, TOKEN))
    past = await next_one.restore()
    assert past.kept == (words,)
    assert past.in_flight == 1
    next_one.recall(0)
    assert not next_one.take(0)
    assert next_one.offset() is None  # new ones do not wait for it
    await next_one.finish(0)
    assert (await Taken(Ledger(path, TOKEN)).restore()).kept == ()


async def test_what_is_kept_of_it_can_be_read_with_the_token_only_and_goes_when_it_is_done(
    path, stuck
):
    ledger = Ledger(path, TOKEN)
    taken = await blocked(Taken(ledger), '{"text": "Zhang San"}')
    assert await taken.let_go()
    assert b"Zhang" not in b"".join(each.read_bytes() for each in path.parent.iterdir())
    assert Ledger(path, "4242:a-new-secret").past().kept == ()
    await taken.finish(0)
    with sqlite3.connect(path) as db:
        assert db.execute("SELECT count(*) FROM late").fetchone() == (0,)


async def test_what_cannot_be_written_is_not_confirmed_before_it_is_done(path, stuck):
    ledger = Ledger(path, TOKEN)
    taken = await blocked(Taken(ledger))
    write = ledger.write

    def full(_):
        raise sqlite3.OperationalError("database or disk is full")

    ledger.write = full
    assert not await taken.let_go()
    assert not await taken.let_go()
    assert taken.offset() == 0
    ledger.write = write
    assert await taken.let_go()
    assert Ledger(path, TOKEN).past().kept == ('{"update_id": 0}',)


async def test_without_a_ledger_nothing_is_confirmed_before_it_is_done(stuck):
    taken = await blocked(Taken())
    assert not await taken.let_go()
    assert taken.offset() == 0


async def test_one_that_is_done_while_it_is_written_down_is_not_kept(path, stuck):
    taken = await blocked(Taken(Ledger(path, TOKEN)))
    await asyncio.gather(taken.let_go(), taken.finish(0))
    assert taken.offset() == WINDOW
    assert (await Taken(Ledger(path, TOKEN)).restore()).kept == ()


async def test_one_that_ends_every_process_is_left_though_it_was_kept(path, stuck):
    taken = await blocked(Taken(Ledger(path, TOKEN)))
    assert await taken.let_go()
    for _ in range(TRIES - 1):
        assert Ledger(path, TOKEN).past().kept
        Ledger(path, TOKEN).write(begun(0))
    assert Ledger(path, TOKEN).past().kept == ()


async def test_many_that_are_worked_on_are_not_let_go(path, stuck):
    taken = Taken(Ledger(path, TOKEN))
    for number in range(WINDOW):
        taken.take(number, lambda: "{}")
    assert not await taken.let_go()


async def test_one_that_was_not_stuck_for_long_is_not_let_go(path):
    taken = await blocked(Taken(Ledger(path, TOKEN)))
    assert not await taken.let_go()
    assert taken.offset() == 0
