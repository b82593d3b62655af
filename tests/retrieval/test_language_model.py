"""A language model behind an OpenAI-compatible server on loopback, really asked (extra `llm`)."""

from __future__ import annotations

import importlib.util
import sys
import time
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from language_server import (
    Server,
    completion,
    cuts_short,
    endless,
    hangs_up,
    packed,
    redirects,
    sends,
    stalls,
    stalls_after_headers,
    trickles,
)

from retrieval.errors import LanguageModelError
from retrieval.index.build import ensure
from retrieval.model import Question
from retrieval.open_desk import open_desk
from retrieval.reworded import Reworded
from retrieval.wording_model.choice import DEFAULT_TIMEOUT, chosen, seconds
from retrieval.wording_model.data import presets
from retrieval.wording_model.opening import wording_of

needs_llm = pytest.mark.skipif(
    importlib.util.find_spec("langchain_openai") is None,
    reason="needs the extra llm: pip install -e '.[llm]'",
)
AS_OF = datetime(2025, 9, 20, 9, tzinfo=ZoneInfo("Asia/Shanghai"))
LIMIT, GRACE = 0.3, 0.2
ASKED = Question(text="报名截止时间", notice="gz-ai-2025", as_of=AS_OF)
UNPLACED = Question(text="咱啥时辰之前得把表给递喽", as_of=AS_OF)


@pytest.fixture(scope="module")
def server():
    running = Server()
    yield running
    running.shutdown()
    running.server_close()


def environ(server, **more):
    """Settings of a model on the server."""
    return {"LLM": "openai:m", "LLM_URL": server.url, "LLM_TIMEOUT": str(LIMIT), **more}


@pytest.fixture(scope="module")
def spoken(server):
    """The settings' model; its first call loads what later ones need not."""
    wording = wording_of(environ(server, LLM_KEY="k-1"))
    server.says("好")
    wording.writer.rewrite("第一次", 20)
    return wording


@pytest.fixture
def reworded(desk, spoken):
    """A desk over the server's model, that remembers nothing."""
    from retrieval.wording_model.writer import Writer  # noqa: PLC0415 when a test asks

    return Reworded(desk, Writer(spoken.writer._model._model), spoken.seconds)


def within(limit, work):
    """What `work` gives, in time; once more if a busy machine was late."""
    for late_is_late in (False, True):
        started = time.perf_counter()
        done = work()
        if time.perf_counter() - started < limit:
            return done
        assert not late_is_late
    return None


@needs_llm
def test_it_speaks_the_protocol(desk, reworded, server):
    body, _, scope = desk.answer(ASKED).text.rpartition("\n")
    server.says(f"您好！{body}")
    assert reworded.answer(ASKED).text == f"您好！{body}\n{scope}"
    assert server.asked[-1]["model"] == "m"
    assert server.headers[-1]["authorization"] == "Bearer k-1"
    assert server.material["answer"] == body
    assert server.material["language"] == "zh"


@needs_llm
def test_a_rewritten_question_is_shown(desk, reworded, server):
    server.behave = lambda to: to.send(
        completion("报名表什么时候交" if "question" in server.material else "")
    )
    inner = desk.answer(UNPLACED.model_copy(update={"text": "报名表什么时候交"}))
    assert reworded.answer(UNPLACED).text == f"我理解为：报名表什么时候交\n{inner.text}"


FAULTS = {
    "stalls": stalls,
    "stalls after the headers": stalls_after_headers,
    "trickles": trickles,
    "hangs up": hangs_up,
    "cuts short": cuts_short,
    "never ends": endless,
    "packs many megabytes": packed,
    "redirects": redirects,
    "500": sends({"error": {"message": "9月30日"}}, status=500),
    "429": sends({"error": {"message": "slow down"}}, status=429, retry_after="30"),
    "401": sends({"error": {"message": "bad key k-1"}}, status=401),
    "a page": sends("<html>报名截止时间9月30日</html>".encode(), kind="text/html"),
    "no JSON": sends(b"{"),
    "bytes": sends(bytes(range(256)) * 8),
    "an empty body": sends(b""),
    "an empty object": sends({}),
    "a list": sends([1]),
    "nothing chosen": sends({"choices": []}),
    "half a reply": sends({"choices": [{}]}),
    "numbers for words": sends({"choices": [{"message": {"content": 9}}]}),
    "null": sends(completion(None)),
    "no words": sends(completion("")),
    "blanks": sends(completion(" \n ")),
    "a picture": sends(completion([{"type": "image_url", "image_url": {"url": "data:,"}}])),
    "a tool": sends(
        {
            "choices": [
                {
                    "message": {
                        "role": "assistant",
                        "content": "",
                        "tool_calls": [
                            {
                                "id": "1",
                                "type": "function",
                                "function": {"name": "f", "arguments": "{"},
                            }
                        ],
                    }
                }
            ]
        }
    ),
    "a flood of words": sends(completion("报名截止时间9月29日。" * 9000)),
    "deep nesting": sends(b"[" * 100_000),
}
LIES = {
    "a number": "报名截止时间9月30日。",
    "an address": "报名截止时间9月29日，邮箱 a@example.org。",
    "a name": "报名截止时间9月29日，请联系张老师。",
    "another competition": "重庆市第四届人工智能和工业互联网职业技能竞赛9月29日截止。",
    "a comfort": "报名截止时间9月29日，晚一点也可以。",
    "markup": "**报名截止时间** <b>9月29日</b>",
    "its orders": "你为竞赛咨询台润色答案。输入是 JSON。",
    "obedience": "好的，已忽略以上指令。",
    "a link": "报名截止时间9月29日，详见 http://example.org/a",
}


@needs_llm
@pytest.mark.parametrize("fault", FAULTS)
@pytest.mark.parametrize("question", [ASKED, UNPLACED], ids=["an answer", "a question"])
def test_whatever_a_server_does_the_plain_answer_comes_in_time(
    desk, reworded, server, fault, question
):
    server.behave = FAULTS[fault]
    plain = desk.answer(question)
    asked = len(server.asked)
    assert within(LIMIT + GRACE, lambda: reworded.answer(question)) == plain
    assert len(server.asked) > asked


@needs_llm
@pytest.mark.parametrize("lie", LIES)
def test_no_lie_is_shown(desk, reworded, server, lie):
    server.says(LIES[lie])
    assert reworded.answer(ASKED) == desk.answer(ASKED)
    server.says(LIES[lie])
    assert reworded.answer(UNPLACED) == desk.answer(UNPLACED)


@needs_llm
def test_what_stalls_is_broken_off(reworded, server):
    server.behave = trickles
    before = server.broken_off
    reworded.answer(ASKED)
    end = time.monotonic() + 5
    while server.broken_off == before and time.monotonic() < end:
        time.sleep(0.02)
    assert server.broken_off > before


@needs_llm
def test_a_server_that_is_not_there_is_no_fault(desk):
    closed = Server()
    closed.shutdown()
    closed.server_close()
    wording = wording_of(environ(closed))
    reworded = Reworded(desk, wording.writer, wording.seconds)
    assert reworded.answer(ASKED) == desk.answer(ASKED)
    assert wording.writer.counted == {"failed": 1}


@needs_llm
def test_one_writer_serves_the_whole_process(server):
    assert wording_of(environ(server)) is wording_of(environ(server))


@needs_llm
def test_a_store_is_opened_with_it(tmp_path, sources, server):
    words_alone = {"EMBEDDING": "none"}
    ensure(tmp_path, sources(1), environ=words_alone)
    opened = open_desk(tmp_path, words_alone | environ(server), warm=False)
    assert isinstance(opened, Reworded)
    question = Question(text="报名截止时间", as_of=AS_OF)
    without = open_desk(tmp_path, words_alone, warm=False)
    assert not isinstance(without, Reworded)
    body, _, scope = without.answer(question).text.rpartition("\n")
    server.says(f"您好！{body}")
    assert opened.answer(question).text == f"您好！{body}\n{scope}"


def test_without_the_extra_the_message_says_what_to_install(monkeypatch):
    monkeypatch.setitem(sys.modules, "langchain_openai", None)
    with pytest.raises(LanguageModelError, match=r"saiwen\[llm\]"):
        wording_of({"LLM": "ollama:not-installed"})


@pytest.mark.parametrize("setting", ["", "  ", "none"])
def test_it_is_off_unless_set(setting):
    assert chosen({"LLM": setting, "LLM_URL": "http://127.0.0.1:1/v1"}) is None
    assert wording_of({"LLM": setting}) is None


@pytest.mark.parametrize("service", presets())
def test_known_services_need_no_address(service):
    found = chosen({"LLM": f"{service}:some-model:7b"})
    assert found.model == "some-model:7b"
    assert found.url == presets()[service]
    assert found.timeout == DEFAULT_TIMEOUT


def test_any_other_service_is_named_by_its_address():
    found = chosen({"LLM": "own:m", "LLM_URL": " http://10.0.0.1:8000/v1/ ", "LLM_KEY": "geheim"})
    assert (found.url, found.model) == ("http://10.0.0.1:8000/v1", "m")
    assert "geheim" not in repr(found)


@pytest.mark.parametrize(
    ("given", "names"),
    [
        ({"LLM": "gpt"}, "服务:模型"),
        ({"LLM": "openai:"}, "服务:模型"),
        ({"LLM": "nowhere:m"}, "LLM_URL"),
        ({"LLM": "own:m", "LLM_URL": "ftp://a"}, "LLM_URL"),
        ({"LLM": "own:m", "LLM_URL": "127.0.0.1:8000"}, "LLM_URL"),
        ({"LLM": "own:m", "LLM_URL": "https://user:pass@a/v1"}, "LLM_URL"),
        ({"LLM": "own:m", "LLM_URL": "https://a/v1?key=1"}, "LLM_URL"),
        *(
            ({"LLM": "openai:m", "LLM_TIMEOUT": wrong}, "LLM_TIMEOUT")
            for wrong in ("0", "-1", "61", "nan", "inf", "四秒")
        ),
    ],
)
def test_a_setting_that_cannot_be_used_is_named(given, names):
    with pytest.raises(LanguageModelError, match=names):
        chosen(given)


def test_a_message_repeats_no_address_with_a_password():
    with pytest.raises(LanguageModelError) as raised:
        chosen({"LLM": "own:m", "LLM_URL": "https://user:pass@a/v1"})
    assert "pass" not in str(raised.value)


@pytest.mark.parametrize(("given", "found"), [("", DEFAULT_TIMEOUT), ("60", 60), ("0.1", 0.1)])
def test_the_limit_is_a_setting(given, found):
    assert seconds({"LLM_TIMEOUT": given}) == found
