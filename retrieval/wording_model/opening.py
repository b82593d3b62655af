"""The writer that the settings ask for; one for the whole process, with its memory and count."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from retrieval.wording_model.choice import Choice, chosen, seconds

if TYPE_CHECKING:
    from langchain_core.language_models import BaseChatModel

    from retrieval.wording_model.writer import Writer


class Wording(NamedTuple):
    """Who writes, and how many seconds an answer may wait in all."""

    writer: Writer
    seconds: float


def wording_of(environ: Mapping[str, str], model: BaseChatModel | None = None) -> Wording | None:
    """The writer over `model`, else over the model the settings name; None if they name none.

    Raises:
        LanguageModelError: a setting cannot be used, or the extra is not installed.
    """
    if model is not None:
        from retrieval.wording_model.writer import Writer  # noqa: PLC0415 LangChain

        return Wording(Writer(model), seconds(environ))
    choice = chosen(environ)
    return _of_settings(choice) if choice else None


@cache
def _of_settings(choice: Choice) -> Wording:
    from retrieval.wording_model.server import chat_model  # noqa: PLC0415 an extra
    from retrieval.wording_model.writer import Writer  # noqa: PLC0415 LangChain

    return Wording(Writer(chat_model(choice)), choice.timeout)
