"""What Telegram answers to the methods the bot uses, and what it refuses."""

from __future__ import annotations

import json
import re
from typing import Any

from bot_api.markup import MarkupError, Parsed, parse, utf16
from bot_api.state import BOT, State

LONGEST, LONGEST_DATA, LONGEST_NOTE = 4096, 64, 200
LARGEST = 20 * 2**20
"""Of a file that a bot may fetch."""


class RefusedError(Exception):
    """An answer with `ok: false`."""

    def __init__(self, code: int, description: str, **parameters: Any) -> None:
        super().__init__(description)
        self.code = code
        self.body = {"ok": False, "error_code": code, "description": description}
        if parameters:
            self.body["parameters"] = parameters


def bad(description: str) -> RefusedError:
    return RefusedError(400, f"Bad Request: {description}")


def answer(state: State, method: str, params: dict[str, Any]) -> Any:
    """The result of a method, or RefusedError."""
    handler = METHODS.get(method.lower())
    if handler is None:
        raise RefusedError(404, "Not Found")
    return handler(state, params)


def _send(state: State, params: dict[str, Any]) -> dict[str, Any]:
    chat = state.chat(int(params["chat_id"]))
    if chat is None:
        raise bad("chat not found")
    extra = _content(params)
    to = params.get("reply_parameters")
    if to is not None:
        original = state.messages.get((chat["id"], to["message_id"]))
        if original is None and not to.get("allow_sending_without_reply"):
            raise bad("message to be replied not found")
        if original is not None:
            flat = {k: v for k, v in original.items() if k != "reply_to_message"}
            extra["reply_to_message"] = flat
    return state.add(chat, BOT, **extra)


def _document(state: State, params: dict[str, Any]) -> dict[str, Any]:
    chat = state.chat(int(params["chat_id"]))
    if chat is None:
        raise bad("chat not found")
    name = params["document"]
    file = {"file_id": name, "file_unique_id": name, "file_name": name}
    return state.add(chat, BOT, document=file, caption=params.get("caption", ""))


def _edit(state: State, params: dict[str, Any]) -> dict[str, Any]:
    message = _own(state, params)
    new = _content(params)
    same = ("text", "entities", "reply_markup")
    if all(message.get(key) == new.get(key) for key in same):
        raise bad(
            "message is not modified: specified new message content and reply markup are exactly "
            "the same as a current content and reply markup of the message"
        )
    for key in same:
        message.pop(key, None)
    message.update(new, edit_date=message["date"] + 1)
    return message


def _own(state: State, params: dict[str, Any]) -> dict[str, Any]:
    message = state.messages.get((int(params["chat_id"]), int(params["message_id"])))
    if message is None:
        raise bad("message to edit not found")
    if message["from"]["id"] != BOT["id"]:
        raise bad("message can't be edited")
    return message


def _content(params: dict[str, Any]) -> dict[str, Any]:
    parsed = _parsed(params.get("text", ""), params.get("parse_mode"))
    text = parsed.text.strip()
    if not text:
        raise bad("message text is empty")
    if utf16(text) > LONGEST:
        raise bad("message is too long")
    content: dict[str, Any] = {"text": text}
    if parsed.entities:
        content["entities"] = [
            {"type": e.kind, "offset": e.start, "length": e.end - e.start} for e in parsed.entities
        ][:100]
    if params.get("reply_markup"):
        content["reply_markup"] = _keyboard(params["reply_markup"])
    return content


def _parsed(text: str, mode: str | None) -> Parsed:
    # Telegram drops control characters and refuses what is no UTF-8.
    text = re.sub(r"[\x00-\x08\x0b-\x1f\x7f]", "", text)
    try:
        text.encode()
    except UnicodeEncodeError:
        raise bad("strings must be encoded in UTF-8") from None
    if mode is None:
        return Parsed(text)
    if mode.upper() != "HTML":
        raise bad("unsupported parse_mode")
    try:
        return parse(text)
    except MarkupError as fault:
        raise bad(str(fault)) from None


def _keyboard(markup: dict[str, Any]) -> dict[str, Any]:
    for button in (button for row in markup["inline_keyboard"] for button in row):
        if not button["text"].strip():
            raise bad("can't parse inline keyboard button: Text buttons are unallowed")
        data = button.get("callback_data")
        if data is not None and not 1 <= len(data.encode()) <= LONGEST_DATA:
            raise bad("BUTTON_DATA_INVALID")
    return markup


def _acknowledge(state: State, params: dict[str, Any]) -> bool:
    if params["callback_query_id"] not in state.queries:
        raise bad("query is too old and response timeout expired or query ID is invalid")
    if len(params.get("text") or "") > LONGEST_NOTE:
        raise bad("MESSAGE_TOO_LONG")
    return True


def _action(state: State, params: dict[str, Any]) -> bool:
    if state.chat(int(params["chat_id"])) is None:
        raise bad("chat not found")
    return True


def _commands(_: State, params: dict[str, Any]) -> bool:
    for command in params["commands"]:
        if not re.fullmatch(r"[a-z0-9_]{1,32}", command["command"]):
            raise bad("BOT_COMMAND_INVALID")
        if not 1 <= len(command["description"]) <= 256:
            raise bad("BOT_COMMAND_DESCRIPTION_INVALID")
    return True


def _file(state: State, params: dict[str, Any]) -> dict[str, Any]:
    name = params["file_id"]
    size = len(state.files.get(name, b"1"))
    if size > LARGEST:
        raise bad("file is too big")
    return {"file_id": name, "file_unique_id": name, "file_size": size, "file_path": f"f/{name}"}


METHODS = {
    "getme": lambda _s, _p: {
        **BOT, "can_join_groups": True, "can_read_all_group_messages": False,
        "supports_inline_queries": False,
    },
    "sendmessage": _send,
    "editmessagetext": _edit,
    "answercallbackquery": _acknowledge,
    "sendchataction": _action,
    "senddocument": _document,
    "setmycommands": _commands,
    "deletewebhook": lambda _s, _p: True,
    "setwebhook": lambda _s, _p: True,
    "getfile": _file,
}  # fmt: skip


def json_of(body: Any) -> str:
    return json.dumps(body, ensure_ascii=True)
