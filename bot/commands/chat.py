"""`saiwen chat`: the same dialogue in the terminal."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from pathlib import Path

import click

from bot import clock, options
from bot.competitions import key_of
from bot.handoff.wish import wished
from bot.interview.offer import EXAMINE
from bot.interview.speech import PRESS
from bot.live import Live
from bot.opening import live_desk
from bot.render import lettered, numbered, terminal, terminal_lines
from bot.reply import Reply, Who
from bot.talk.talk import Talk
from bot.wording import Wording, wording

ME = Who(chat=0, person=0)


@click.command("chat")
@options.with_store
def chat(store: Path) -> None:
    """在终端里提问，到输入结束为止。"""
    words = wording()
    if not os.environ.get("TELEGRAM_TOKEN", "").strip():
        click.echo(words.terminal.token, err=True)
    interactive = sys.stdin.isatty()
    if interactive:
        import readline  # noqa: F401, PLC0415 gives input() editing and history

        click.echo(words.terminal.hello, err=True)
    converse(live_desk(store, warm=False), typed(words, interactive=interactive), words, click.echo)


def typed(words: Wording, *, interactive: bool) -> Iterator[str]:
    """Lines of the person, until the end of input; a prompt is for people only."""
    if not interactive:
        yield from sys.stdin
        return
    while True:
        try:
            yield input(words.terminal.prompt)
        except EOFError:
            click.echo(err=True)
            return


def converse(
    live: Live, lines: Iterable[str], words: Wording, say: Callable[[str], object]
) -> None:
    """Answer line by line."""
    from retrieval.errors import RetrievalError  # noqa: PLC0415 with the desk

    talk = Talk(live, words, clock.now)
    for line in lines:
        text = line.strip()
        if text:
            with suppress(RetrievalError):  # the desk in use serves on
                live.refresh()
            say(heard(talk, text, words))


def heard(talk: Talk, text: str, words: Wording) -> str:
    """What to say to one line: a command's reply, or an answer."""
    command, _, rest = text.partition(" ")
    if command in ("/quit", "/exit"):
        raise click.exceptions.Exit(0)
    plain = {
        "/start": words.start,
        "/help": words.help.format(examples=words.help_examples),
        "/privacy": words.privacy,
    }
    if command in plain:
        return plain[command]
    orders = {
        "/choose": lambda: talk.choosing.choose(ME, rest.strip()),
        "/check": lambda: talk.examining.check(ME, rest.strip()),
        "/mine": lambda: talk.answering.mine(ME, rest.strip()),
        "/reset": lambda: talk.forgetting.reset(ME),
        "/forget": lambda: talk.forgetting.forget(ME),
    }
    if command in orders:
        return shown(orders[command](), words)
    wish = rest.strip() if command == "/human" else wished(text)
    if wish is not None:
        return shown(human(talk, wish, words), words)
    if command.startswith("/"):
        return words.unknown_command
    return shown(talk.hear(ME, text), words)


def human(talk: Talk, question: str, words: Wording) -> Reply:
    """Nobody is behind a terminal: whom to call about the question, else about what was asked."""
    option = talk.passing.placed(ME, question)[1] if question else None
    then = talk.answering.contact(ME, key_of(option)) if option else talk.whom_to_call(ME)
    return Reply(text=words.terminal.human, then=then)


def shown(reply: Reply, words: Wording) -> str:
    """A reply in the terminal; its options can be picked by number."""
    then = [shown(reply.then, words)] if reply.then is not None else []
    return "\n".join([_one(reply, words), *then])


def _one(reply: Reply, words: Wording) -> str:
    if reply.answer is not None:
        lines = [terminal(reply.answer)]
        offered = any(one.label == words.interview.offer for one in reply.buttons)
        lines += [words.terminal.offer] if offered else []
        return "\n".join([*lines, words.terminal.pick] if reply.options else lines)
    if any(button.data.startswith(f"{PRESS}:") for button in reply.buttons):
        return _interview(reply, words)
    labels = [option.label for option in (reply.final, *reply.options) if option is not None]
    labels += [one.label for one in reply.buttons if one.data.startswith(f"{EXAMINE}:")]
    lines = [reply.text, *numbered(labels)]
    return "\n".join([*lines, words.terminal.pick] if labels else lines)


def _interview(reply: Reply, words: Wording) -> str:
    """A step: answers by letter, because a number may be an answer itself."""
    text = terminal_lines(reply.lines) if reply.lines else reply.text
    choices = [button.label for button in reply.buttons if not button.control]
    controls = "／".join(button.label for button in reply.buttons if button.control)
    hint = words.terminal.letters if choices else words.terminal.controls
    return "\n".join([text, *lettered(choices), hint.format(controls=controls)])
