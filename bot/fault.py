"""Faults of the input, said in one line; the command line turns them into exit code 1."""

from __future__ import annotations

import errno

import click

_REASONS = {
    errno.ENOENT: "没有这个文件或文件夹",
    errno.ENOTDIR: "没有这个文件夹",
    errno.EISDIR: "这是文件夹",
    errno.EACCES: "没有权限",
    errno.EPERM: "没有权限",
    errno.EROFS: "这里只能读",
    errno.ENOSPC: "磁盘已满",
    errno.ENAMETOOLONG: "名字太长",
}


class InputFault(click.ClickException):
    """The input is at fault; the message names the place and the mend, and no personal data."""

    exit_code = 1


def reason(error: OSError) -> str:
    """Why a file could not be read or written, in the words of a person.

    >>> reason(FileNotFoundError(2, "No such file or directory"))
    '没有这个文件或文件夹'
    """
    return _REASONS.get(error.errno or 0, "系统不允许")
