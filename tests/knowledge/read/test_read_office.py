"""Documents of other programs, through LibreOffice; without it the message says what to install."""

from __future__ import annotations

import os
import signal
import sys
import time
from pathlib import Path

import pytest

from knowledge.errors import UnreadableError
from knowledge.read import office
from knowledge.read.files import read_file

RTF = r"{\rtf1\ansi\ansicpg936{\fonttbl{\f0 SimSun;}}\f0 \u19968?\u12289?\u25253?\u21517?\par}"

needs_office = pytest.mark.skipif(
    office.found_program() is None, reason="LibreOffice is not installed"
)


def test_without_libreoffice_the_message_says_what_to_install(monkeypatch):
    monkeypatch.setattr(office, "PROGRAMS", ("no-such-program",))
    with pytest.raises(UnreadableError, match="apt install libreoffice"):
        read_file("a.rtf", RTF.encode())


@pytest.mark.slow
@needs_office
def test_a_document_is_converted():
    assert read_file("a.doc", RTF.encode()).text == "一、报名\n"


@pytest.fixture
def program(tmp_path, monkeypatch):
    """A program in the place of LibreOffice that does what a test says."""

    def write(body):
        file, script = tmp_path / "soffice", tmp_path / "soffice.py"
        script.write_text(body, "utf-8")
        # the first line of a script cannot name a program with a space in its path
        file.write_text(f'#!/bin/sh\nexec "{sys.executable}" "{script}" "$@"\n', "utf-8")
        file.chmod(0o755)
        monkeypatch.setattr(office, "PROGRAMS", (str(file),))

    return write


def test_what_takes_too_long_is_ended_with_all_it_started(program, tmp_path):
    told = tmp_path / "child"
    program(
        "import subprocess, sys, time\n"
        "child = subprocess.Popen([sys.executable, '-c', 'import time; time.sleep(60)'])\n"
        f"open({str(told)!r}, 'w').write(str(child.pid))\n"
        "time.sleep(60)\n"
    )
    began = time.monotonic()
    with pytest.raises(UnreadableError, match="2 秒还没有完成"):
        office.converted(RTF.encode(), "docx", seconds=2)
    assert time.monotonic() - began < 10
    assert told.is_file()
    for _ in range(100):
        if not _runs(int(told.read_text())):
            break
        time.sleep(0.05)
    assert not _runs(int(told.read_text()))


def _runs(pid):
    try:
        os.kill(pid, signal.SIG_DFL)
        stat = Path(f"/proc/{pid}/stat").read_text("utf-8")
    except OSError:
        return False
    return stat.rpartition(")")[2].split()[0] != "Z"


def test_a_program_that_makes_nothing_is_a_broken_file(program):
    program("pass\n")
    with pytest.raises(UnreadableError, match="转换不了"):
        office.converted(RTF.encode(), "docx")


def test_every_conversion_has_a_profile_of_its_own_without_macros(program, tmp_path):
    seen = tmp_path / "seen"
    program(
        "import sys, pathlib, urllib.parse\n"
        "profile = next(a for a in sys.argv if 'UserInstallation' in a).partition('file://')[2]\n"
        "folder = pathlib.Path(urllib.parse.unquote(profile))\n"
        "settings = (folder / 'user' / 'registrymodifications.xcu').read_text()\n"
        "safe = str('DisableMacros' in settings)\n"
        f"open({str(seen)!r}, 'a').write(profile + ' ' + safe + chr(10))\n"
        "out = sys.argv[sys.argv.index('--outdir') + 1]\n"
        "open(out + '/notice.docx', 'wb').write(b'made')\n"
    )
    assert {office.converted(RTF.encode(), "docx") for _ in range(2)} == {b"made"}
    profiles = [line.split() for line in seen.read_text().splitlines()]
    assert len({path for path, _ in profiles}) == 2
    assert all(safe == "True" and not Path(path).exists() for path, safe in profiles)
