"""The types of python-telegram-bot as every handler has them."""

from __future__ import annotations

from typing import Any

from telegram.ext import Application, ContextTypes

App = Application[Any, Any, Any, Any, Any, Any]
Context = ContextTypes.DEFAULT_TYPE
