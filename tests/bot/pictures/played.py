"""The journeys, played through: what stands in each chat at the end."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

from bot_api import BotApi
from bot_api.state import BOT, group
from running import Serving

from pictures.journeys import ADMIN, JOURNEYS, OFFICE, SETTINGS, SUMMER, TEACHER, Journey, Stage
from retrieval.index.build import ensure

SERVED = str(Path(__file__).with_name("served.py"))
Chat = tuple[Journey, list[dict[str, Any]]]


def played(scratch: Path, store: Path | None = None) -> list[Chat]:
    """Every journey with the messages of its chat; `store` is one with the bundled notices."""
    folder = scratch / "store"
    if store is None:
        ensure(folder)
    else:
        shutil.copytree(store, folder)
    (folder / "coordinators.yaml").write_text(SETTINGS, "utf-8")

    def at(moment: str) -> None:
        (folder / "clock.new").write_text(moment, "utf-8")
        (folder / "clock.new").rename(folder / "clock")

    at(SUMMER)
    with BotApi() as api, Serving(folder, api.url, api.token, SERVED, str(folder)) as bot:
        api.state.add(group(OFFICE), BOT, text="（群已建立）")
        bot.waits_to_say("已连上")
        stage = Stage(api, at)
        for journey in JOURNEYS:
            at(journey.at)
            journey.do(stage, journey.chat)
        bot.stop()
        assert api.invalid == []
        return [(one, _of(api, one.chat)) for one in JOURNEYS]


def _of(api: BotApi, chat: int) -> list[dict[str, Any]]:
    every = [api.state.messages[key] for key in api.state.order if key[0] == chat]
    names = {TEACHER: "值班老师", ADMIN: "管理员", BOT["id"]: "赛问"}
    for message in every:
        message["from"]["first_name"] = names.get(message["from"]["id"], "我")
    return [one for one in every if one.get("text") != "（群已建立）"]


def told(chats: list[Chat]) -> str:
    """The words of the pictures, to be read and compared."""
    return "\n".join(f"# {one.title}\n\n{_words(messages)}\n" for one, messages in chats)


def _words(messages: list[dict[str, Any]]) -> str:
    lines = []
    for message in messages:
        text = message.get("text") or message.get("caption") or ""
        file = message.get("document", {}).get("file_name", "")
        rows = message.get("reply_markup", {}).get("inline_keyboard", [])
        buttons = " ".join(f"[{b['text']}]" for row in rows for b in row)
        said = "\n  ".join(part for part in (file, text.replace("\n", "\n  "), buttons) if part)
        lines.append(f"{message['from']['first_name']}：\n  {said}")
    return "\n".join(lines)
