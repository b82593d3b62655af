"""`saiwen serve` and `saiwen chat` as people run them: real store, real desk, own process."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import urllib.error
import urllib.request
from importlib.util import find_spec
from pathlib import Path

import pytest
from bot_api.rules import json_of
from bot_api.state import DATE, person, private
from running import ROOT, Serving

from bot.commands.serve import loop_factory
from bot.wording import wording

WORDS = wording()
SAIWEN = ("-m", "bot.cli")
DEADLINE = "报名截止到什么时候？"


@pytest.fixture
def store(store_dir: Path, tmp_path: Path) -> Path:
    """A store of its own: the bot writes choices into it."""
    folder = tmp_path / "store"
    shutil.copytree(store_dir, folder)
    return folder


@pytest.fixture
def real(serve, store):
    def start(*arguments: str) -> Serving:
        return serve(*SAIWEN, "serve", *arguments, SAIWEN_STORE=str(store))

    return start


def option(message, part):
    rows = message["reply_markup"]["inline_keyboard"]
    return next(b["text"] for row in rows for b in row if part in b["text"])


def test_start_ask_press_a_button_and_get_the_cited_answer(api, real):
    real()
    api.says("/start")
    assert api.reply(1)["text"] == WORDS.start
    api.says(DEADLINE)
    back = api.reply(2)
    api.presses(back, option(back, "贵州"))
    answer = api.reply(3)
    quote = next(e for e in answer["entities"] if e["type"] == "expandable_blockquote")
    assert "9月29日" in answer["text"][: quote["offset"]]
    assert "9月29日" in answer["text"][quote["offset"] :]


def test_a_chosen_competition_holds_over_a_restart_and_so_do_old_buttons(api, real):
    first = real()
    api.says(DEADLINE)
    back = api.reply(1)
    api.says("/choose 贵州")
    menu = api.reply(2)
    api.presses(menu, option(menu, "贵州"))
    api.wait(lambda: WORDS.whole_competition in str(menu.get("reply_markup")))
    api.presses(menu, WORDS.whole_competition)
    api.wait(lambda: "已选定" in menu["text"])
    assert first.stop() == 0
    real()
    api.says(DEADLINE)
    assert "9月29日" in api.reply(3)["text"]
    api.presses(back, option(back, "贵州"))
    assert "9月29日" in api.reply(4)["text"]


def test_a_notice_ingested_meanwhile_can_be_chosen_without_a_restart(api, real, store, tmp_path):
    real()
    notice = tmp_path / "long-zhou-2026.txt"
    notice.write_text(
        "关于举办2026年龙舟制作职业技能竞赛的通知\n\n一、竞赛时间\n竞赛于2026年10月8日举办。\n"
        "二、报名\n报名截止时间为2026年9月1日，报名邮箱longzhou@example.org。\n",
        "utf-8",
    )
    arguments = [sys.executable, *SAIWEN, "ingest", str(notice), "--store", str(store)]
    environ = {**os.environ, "PYTHONPATH": str(ROOT)}
    subprocess.run(arguments, check=True, env=environ, cwd=tmp_path, capture_output=True)

    def listed() -> bool:
        before = len(api.sent())
        api.says("/choose 龙舟")
        api.wait(lambda: len(api.sent()) > before)
        return "reply_markup" in api.sent()[-1]

    assert any(listed() for _ in range(600))


def test_chat_answers_piped_lines_until_the_end_of_input(store, tmp_path):
    environ = {k: v for k, v in os.environ.items() if not k.startswith("TELEGRAM")}
    done = subprocess.run(
        [sys.executable, *SAIWEN, "chat", "--store", str(store)],
        input=f"{DEADLINE}\n1\n/choose\n", text=True, encoding="utf-8", capture_output=True,
        env={**environ, "PYTHONPATH": str(ROOT)}, cwd=tmp_path, check=True,
    )  # fmt: skip
    assert done.stderr.splitlines()[0] == WORDS.terminal.token
    assert "  1. " in done.stdout
    assert "  │ " in done.stdout
    assert WORDS.choose in done.stdout


@pytest.mark.parametrize("url", ["http://bot.example.org/x", "bot.example.org"])
def test_a_webhook_that_is_not_https_is_said_in_one_line(api, serve, store, url):
    bot = serve(*SAIWEN, "serve", "--webhook", url, ready=False, SAIWEN_STORE=str(store))
    assert bot.ends() == 1
    assert WORDS.serve.bad_webhook in bot.said


@pytest.mark.skipif(
    find_spec("tornado") is None,
    reason="needs the extra server: pip install -e '.[server]'",
)
def test_a_webhook_answers_what_carries_its_secret_and_nothing_else(api, real, unused_tcp_port):
    port = unused_tcp_port
    real("--webhook", "https://bot.example.org/hook", "--port", str(port))
    (call,) = api.wait(lambda: api.called("setWebhook"))
    secret = call.params["secret_token"]
    assert call.params["url"] == "https://bot.example.org/hook"
    message = api.says("你好")
    update = {"update_id": 1, "message": message}
    assert deliver(port, update, "wrong") == 403
    assert deliver(port, update, None) == 403
    assert not api.sent()
    assert deliver(port, update, secret) == 200
    assert api.reply(1)["chat"] == private(7)
    assert message["from"] == person(7)
    assert message["date"] == DATE
    assert not api.called("getUpdates")


def deliver(port: int, update: dict, secret: str | None) -> int:
    headers = {"Content-Type": "application/json"}
    if secret is not None:
        headers["X-Telegram-Bot-Api-Secret-Token"] = secret
    request = urllib.request.Request(
        f"http://127.0.0.1:{port}/hook", json_of(update).encode(), headers
    )
    try:
        with urllib.request.urlopen(request, timeout=20) as response:
            return response.status
    except urllib.error.HTTPError as refused:
        return refused.code


def test_the_loop_is_uvloop_where_it_installs(monkeypatch):
    uvloop = pytest.importorskip("uvloop")
    assert loop_factory() is uvloop.new_event_loop
    monkeypatch.setitem(sys.modules, "uvloop", None)
    assert loop_factory() is None
