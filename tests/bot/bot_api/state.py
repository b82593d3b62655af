"""Chats, messages and updates as Telegram keeps them."""

from __future__ import annotations

from itertools import count
from typing import Any

BOT = {"id": 4242, "is_bot": True, "first_name": "赛问", "username": "saiwen_bot"}
DATE = 1_780_000_000


class State:
    """What the server knows."""

    def __init__(self) -> None:
        self.updates: list[dict[str, Any]] = []
        self.messages: dict[tuple[int, int], dict[str, Any]] = {}
        self.order: list[tuple[int, int]] = []
        self._update_ids = count(1000)
        self._message_ids = count(1)
        self.queries: set[str] = set()
        self.files: dict[str, bytes] = {}
        """Files people have sent, by their id."""

    def push(self, kind: str, content: dict[str, Any]) -> None:
        self.updates.append({"update_id": next(self._update_ids), kind: content})

    def add(self, chat: dict[str, Any], sender: dict[str, Any], **content: Any) -> dict[str, Any]:
        message = {
            "message_id": next(self._message_ids), "date": DATE, "chat": chat, "from": sender,
            **content,
        }  # fmt: skip
        key = (chat["id"], message["message_id"])
        self.messages[key] = message
        self.order.append(key)
        return message

    def sent(self, chat: int) -> list[dict[str, Any]]:
        """What the bot has said in a chat, in order."""
        return [
            self.messages[key]
            for key in self.order
            if key[0] == chat and self.messages[key]["from"]["id"] == BOT["id"]
        ]

    def chat(self, chat: int) -> dict[str, Any] | None:
        return next((self.messages[key]["chat"] for key in self.order if key[0] == chat), None)


def person(number: int) -> dict[str, Any]:
    return {
        "id": number,
        "is_bot": False,
        "first_name": f"选手{number}",
        "language_code": "zh-hans",
    }


def private(number: int) -> dict[str, Any]:
    return {"id": number, "type": "private", "first_name": f"选手{number}"}


def group(number: int) -> dict[str, Any]:
    return {"id": number, "type": "supergroup", "title": "参赛交流群"}


def entities_of(text: str) -> list[dict[str, Any]]:
    """Commands and mentions, as Telegram marks them."""
    found = []
    at = 0
    for word in text.split(" "):
        kind = {"/": "bot_command", "@": "mention"}.get(word[:1])
        if kind and len(word) > 1 and (kind == "mention" or at == 0):
            found.append({"type": kind, "offset": at, "length": len(word)})
        at += len(word.encode("utf-16-le", "surrogatepass")) // 2 + 1
    return found
