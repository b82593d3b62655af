"""Text documents of other programs (.doc, .wps, .rtf, .odt), converted by LibreOffice.

LibreOffice runs with a profile of its own, without macros, and not longer than it may; it and all
it started end with it.
"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from knowledge.errors import UnreadableError
from knowledge.read.docx import read_docx
from knowledge.read.limits import check_bytes, check_macros, limits_of

if TYPE_CHECKING:
    from knowledge.read.model import Read

PROGRAMS = ("soffice", "libreoffice", "/Applications/LibreOffice.app/Contents/MacOS/soffice")
"""Where LibreOffice may be: on the path under these names, or where macOS puts it."""
SECONDS = 120
_INSTALL = (
    "读这种文件需要 LibreOffice；请安装（Debian/Ubuntu：sudo apt install libreoffice-writer；"
    "macOS：brew install --cask libreoffice；Windows：winget install"
    " TheDocumentFoundation.LibreOffice），或用 Word、WPS 另存为 .docx"
)
_FAILED = "LibreOffice 转换不了这个文件（可能已损坏）；请用 Word 或 WPS 打开，另存为 .docx"
_SETTINGS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop
 oor:name="MacroSecurityLevel" oor:op="fuse"><value>3</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop
 oor:name="DisableMacrosExecution" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop
 oor:name="BlockUntrustedRefererLinks" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Writer/Content/Update"><prop oor:name="Link"
 oor:op="fuse"><value>0</value></prop></item>
</oor:items>
"""


def read_office(data: bytes) -> Read:
    """Read a .doc, .wps, .rtf or .odt file.

    Raises:
        UnreadableError: LibreOffice is not installed (the message says how to), or cannot
            convert the file, or takes too long.
    """
    return read_docx(converted(data, "docx:MS Word 2007 XML"))


def converted(data: bytes, to: str, *, seconds: float | None = None) -> bytes:
    """Convert a file with LibreOffice; `to` is an ending, with a filter behind a colon if need be.

    Raises:
        UnreadableError: see `read_office`.
    """
    check_bytes(len(data))
    check_macros(data)
    program = found_program()
    if program is None:
        raise UnreadableError(_INSTALL)
    limit = min(SECONDS, limits_of(os.environ).seconds) if seconds is None else seconds
    with TemporaryDirectory(prefix="saiwen-", ignore_cleanup_errors=True) as name:
        folder = Path(name)
        source = folder / "notice"
        source.write_bytes(data)
        settings = folder / "profile" / "user" / "registrymodifications.xcu"
        settings.parent.mkdir(parents=True)
        settings.write_text(_SETTINGS, "utf-8")
        _run([program, *_arguments(folder, to), str(source)], limit)
        made = folder / f"notice.{to.partition(':')[0]}"
        if not made.is_file():
            raise UnreadableError(_FAILED)
        return made.read_bytes()


def found_program() -> str | None:
    """The command that starts LibreOffice, if it is installed."""
    return next(filter(None, map(shutil.which, PROGRAMS)), None)


def _arguments(folder: Path, to: str) -> list[str]:
    return [
        f"-env:UserInstallation={(folder / 'profile').as_uri()}",
        "--headless", "--invisible", "--norestore", "--nolockcheck", "--nodefault",
        "--convert-to", to, "--outdir", str(folder),
    ]  # fmt: skip


def _run(command: list[str], seconds: float) -> None:
    """Run it in a group of its own, so that its children can be ended with it."""
    started = sys.platform != "win32"
    process = subprocess.Popen(  # noqa: S603 a program that was found by name, no shell
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=started,
    )
    try:
        process.wait(seconds)
    except subprocess.TimeoutExpired as error:
        message = f"LibreOffice 转换了 {seconds:g} 秒还没有完成；请用 Word 或 WPS 另存为 .docx"
        raise UnreadableError(message) from error
    finally:
        _end(process)


def _end(process: subprocess.Popen[bytes]) -> None:
    """End what is still running of the group."""
    if sys.platform == "win32":
        process.kill()
    else:
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
    process.wait()
