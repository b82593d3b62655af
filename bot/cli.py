"""The command `saiwen`: finds a command by entry point, loads only its module, ends quietly.

Exit code 0: done; 1: the input is at fault; 2: wrong usage. Results go to standard output,
everything else to standard error.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable
from io import TextIOWrapper
from pathlib import Path
from typing import Any

import click

from bot import options
from bot.own_commands import own, told
from knowledge.errors import KnowledgeError
from retrieval.errors import RetrievalError

GROUP = "saiwen.commands"
HELP = "显示这段说明"
HEADINGS = {"Options": "选项", "Commands": "命令", "Arguments": "参数"}


class ChineseHelp(click.HelpFormatter):
    """Help whose headings are Chinese."""

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        """Write the first line."""
        super().write_usage(prog, args, prefix or "用法：")

    def write_heading(self, heading: str) -> None:
        """Write the heading of a section."""
        super().write_heading(HEADINGS.get(heading, heading))

    def write_dl(
        self, rows: Iterable[tuple[str, str]], col_max: int = 30, col_spacing: int = 2
    ) -> None:
        """Write the lines of a section."""
        said = [(name, HELP if words.startswith("Show this") else words) for name, words in rows]
        super().write_dl(said, col_max, col_spacing)


click.Context.formatter_class = ChineseHelp


class Commands(click.Group):
    """Commands found by entry point; a module is imported when its command is called."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Name every command, also those of other distributions."""
        from importlib import metadata  # noqa: PLC0415 reads what is installed

        return sorted({*super().list_commands(ctx), *metadata.entry_points(group=GROUP).names})

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Load one command; None if there is none of that name."""
        return super().get_command(ctx, cmd_name) or own(cmd_name) or _of_others(cmd_name)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the list of commands; ours are not imported for it."""
        from importlib import metadata  # noqa: PLC0415 reads what is installed

        names = self.list_commands(ctx)
        limit = formatter.width - 6 - max(map(len, names), default=0)
        points = metadata.entry_points(group=GROUP)
        places = {p.name: p.value for p in points if p.dist and p.dist.name == "saiwen"}
        said = {name: told(name, places.get(name, "")) for name in names}
        each = ((name, said[name] or self.get_command(ctx, name)) for name in names)
        rows = [(n, c.get_short_help_str(limit)) for n, c in each if c is not None and not c.hidden]
        if rows:
            with formatter.section("Commands"):
                formatter.write_dl(rows)

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command; a reader who has gone, as `head` does, is no fault of it."""
        try:
            result = super().invoke(ctx)
            sys.stdout.flush()
        except BrokenPipeError:
            # without this Python complains again when it flushes at exit
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            return 0
        return result


def _of_others(name: str) -> click.Command | None:
    """A command that an entry point names: of other distributions, and of our other rooms."""
    from importlib import metadata  # noqa: PLC0415 reads what is installed

    points = metadata.entry_points(group=GROUP, name=name)
    loaded: click.Command | None = next((point.load() for point in points), None)
    return loaded


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@options.store_option
@click.version_option(package_name="saiwen", message="%(version)s", help="显示版本")
def saiwen() -> None:
    """赛问：回答职业技能竞赛通知的问题，每个回答都注明出处条款。

    以通知原文和主办方解释为准。
    """


def said(error: click.ClickException) -> str:
    """Return the one line that tells the user what is wrong."""
    message = " ".join(error.format_message().split())
    if not isinstance(error, click.UsageError):
        return f"错误：{message}"
    path = error.ctx.command_path if error.ctx else "saiwen"
    return f"用法有误：{message}（见 {path} --help）"


def speak_utf8() -> None:
    """Make all streams UTF-8; a lone surrogate comes out as its JSON escape."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    if isinstance(sys.stdin, TextIOWrapper):
        sys.stdin.reconfigure(encoding="utf-8", errors="surrogateescape")


def read_env() -> None:
    """Read `.env` of the current folder, then of the project; what is set already wins."""
    for folder in dict.fromkeys((Path.cwd(), options.project_root())):
        if (folder / ".env").is_file():
            from dotenv import load_dotenv  # noqa: PLC0415 seldom needed

            load_dotenv(folder / ".env")


def run(arguments: list[str] | None = None) -> int:
    """Run one command and return its exit code."""
    try:
        result: Any = saiwen.main(arguments, prog_name="saiwen", standalone_mode=False)
    except click.exceptions.NoArgsIsHelpError as error:
        click.echo(error.format_message(), err=True)
        return error.exit_code
    except click.ClickException as error:
        click.echo(said(error), err=True)
        return error.exit_code
    except (RetrievalError, KnowledgeError) as error:
        click.echo(f"错误：{' '.join(str(error).split())}", err=True)
        return 1
    except click.Abort:
        click.echo("已中断", err=True)
        return 130
    return result if isinstance(result, int) else 0


def main() -> None:
    """Entry point of the command line."""
    # to look for plugins of pydantic is to read what all packages say of themselves
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    speak_utf8()
    read_env()
    sys.exit(run())


if __name__ == "__main__":
    main()
