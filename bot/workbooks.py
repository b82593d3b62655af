"""Workbooks a command is given and gives back: read whole, never written over, put in place."""

from __future__ import annotations

from pathlib import Path

from bot.fault import InputFault, reason


def read_bytes(file: Path, most: int, what: str) -> bytes:
    """The bytes of a file, at most one more than `most`; `what` is what it should be.

    Raises:
        InputFault: it cannot be read.
    """
    try:
        if file.is_dir():
            raise InputFault(f"{file.name} 是文件夹；请给出一个{what}文件")
        with file.open("rb") as stream:
            return stream.read(most + 1)
    except OSError as error:
        raise InputFault(f"{file.name} 读不了：{reason(error)}") from error


def check_out(file: Path, out: Path | None, what: str) -> None:
    """The input is never written over; the kind of what is written is said by its name.

    Raises:
        InputFault: `out` cannot be written, or is the input.
    """
    if out is None:
        return
    if out.suffix.lower() != ".xlsx":
        raise InputFault("--out 应为 .xlsx 文件")
    if not out.parent.is_dir():
        raise InputFault(f"--out 写不了：没有文件夹 {out.parent}；请先建好，或换一个地方")
    if out.resolve() == file.resolve() or (out.exists() and file.exists() and out.samefile(file)):
        raise InputFault(f"--out 不能是原来的{what}；请换一个文件名")


def put_in_place(out: Path, data: bytes) -> None:
    """Put the file in place whole, so that a failure leaves none behind.

    Raises:
        InputFault: it cannot be written.
    """
    part = out.with_name(f".{out.name}.part")
    try:
        part.write_bytes(data)
        part.replace(out)
    except OSError as error:
        part.unlink(missing_ok=True)
        raise InputFault(f"--out 写不了：{reason(error)}") from error
