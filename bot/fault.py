"""Faults of the input, said in one line; the command line turns them into exit code 1."""

from __future__ import annotations

import click


class InputFault(click.ClickException):
    """The input is at fault; the message names the place and the mend, and no personal data."""

    exit_code = 1
