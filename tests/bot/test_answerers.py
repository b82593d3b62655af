"""Questions answered by other processes: the same answers; one that dies costs nothing."""

from __future__ import annotations

import gc
import io
import os
import signal
import time

import pytest
from fakes.desk import FakeDesk

from bot import clock
from bot.answerer import serve
from bot.answerers import AnswererError, Answerers
from retrieval.index.build import ensure
from retrieval.model import Question
from retrieval.open_desk import open_desk

WHEN = clock.parse_as_of("2026-06-01")


def question(text, notice=None):
    return Question(text=text, notice=notice, as_of=WHEN)


def test_a_process_answers_line_by_line_and_tells_where_it_failed_without_words():
    asked = [question("你好"), question("坏 张三 110105194912310021")]
    out = io.BytesIO()
    serve(FakeDesk(), [q.model_dump_json().encode() for q in asked], out)
    ready, answer, fault = out.getvalue().splitlines()
    assert ready == b""
    assert "你说：你好" in answer.decode()
    assert fault.startswith(b"!ValueError, desk.py:")
    assert "张三" not in fault.decode()


@pytest.fixture(scope="module")
def words_only(tmp_path_factory):
    """A store without vectors: quick to make, and no model is started."""
    folder = tmp_path_factory.mktemp("words")
    ensure(folder, environ={"EMBEDDING": "none"})
    return folder


@pytest.fixture(scope="module")
def others(words_only):
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("EMBEDDING", "none")
        yield Answerers(open_desk(words_only, warm=False), words_only, 1)


def test_the_answers_are_those_of_the_desk_itself(others):
    asked = question("报名截止到什么时候？", others.notices[0].id)
    own = others._desk.answer(asked)
    assert others.answer(asked).model_dump(exclude={"seconds"}) == own.model_dump(
        exclude={"seconds"}
    )


def test_what_holds_after_a_question_comes_back_too(others):
    asked = question("报名截止到什么时候？", others.notices[0].id)
    going = asked.model_copy(update={"goes_on": True})
    assert others.answer(going).held == others._desk.answer(going).held is not None
    assert others.answer(asked).held is None


def test_when_the_process_dies_the_desk_itself_answers_and_another_is_started(others):
    asked = question("报名邮箱是什么？", others.notices[0].id)
    first = others.answer(asked)
    (process,) = list(others._free.queue)
    os.kill(process._process.pid, signal.SIGKILL)
    time.sleep(0.1)
    assert others.answer(asked).text == first.text
    assert others.answer(asked).text == first.text
    assert process._process.poll() is None


def test_what_fails_there_fails_here_with_its_place(others, monkeypatch):
    (process,) = list(others._free.queue)
    monkeypatch.setattr(process, "ask", lambda _: (_ for _ in ()).throw(AnswererError("X, y.py:1")))
    with pytest.raises(AnswererError, match=r"X, y\.py:1"):
        others.answer(question("x"))
    assert others._free.qsize() == 1


def test_processes_end_with_the_desk_that_had_them(words_only):
    desk = Answerers(FakeDesk(), words_only, 1)
    (process,) = list(desk._free.queue)
    running = process._process
    del desk, process
    gc.collect()
    assert running.wait(10) is not None
