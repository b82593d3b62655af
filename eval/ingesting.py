"""How fast notices are read in: reading and structure, the whole of ingest, a long PDF."""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from io import BytesIO
from itertools import cycle
from pathlib import Path

import psutil

from knowledge.model import Frozen
from retrieval.index.build import ensure
from retrieval.intake.gather import Found, gather
from retrieval.intake.ingest import ingest
from retrieval.intake.reading import drafted, read
from retrieval.storage.store import Store

_READ = (
    "import sys\nfrom knowledge.read.files import read_file\n"
    "read_file('long.pdf', sys.stdin.buffer.read())"
)
_FONT, _LINES, _WIDTH = "STSong-Light", 34, 36
"""What a page of A4 holds at 12 points."""
_WATCH = 0.05


class Taken(Frozen):
    """How long it took to read notices in."""

    notices: int
    seconds: float

    @property
    def per_second(self) -> float:
        """Notices a second."""
        return self.notices / self.seconds


class LongFile(Frozen):
    """What one long file takes in a process of its own."""

    pages: int
    seconds: float
    megabytes: float
    """The most resident memory it had."""


def reading(paths: Sequence[Path]) -> Taken:
    """Canonical text, structure, values and drafted rules of each; the first warms up."""
    first, *others = paths
    _read(first)
    started = time.perf_counter()
    for path in others:
        _read(path)
    return Taken(notices=len(others), seconds=time.perf_counter() - started)


def _read(path: Path) -> None:
    for found in gather([path]):
        if isinstance(found, Found):
            drafted(read(found.id, found.text.encode(), {}), None)


def ingesting(folder: Path, paths: Sequence[Path], environ: Mapping[str, str]) -> Taken:
    """All of `saiwen ingest` into a new store, its vectors too where the environment has them."""
    store = Store.open(folder, create=True)
    store.leave_out_bundled()
    started = time.perf_counter()
    done = ingest(store, gather(paths))
    ensure(folder, environ=environ)
    return Taken(notices=len(done.new), seconds=time.perf_counter() - started)


def drawn(lines: Iterable[str], pages: int) -> bytes:
    """A PDF of so many pages, filled with these lines over and over."""
    from reportlab.pdfbase import pdfmetrics  # noqa: PLC0415 of the development tools
    from reportlab.pdfbase.cidfonts import UnicodeCIDFont  # noqa: PLC0415
    from reportlab.pdfgen.canvas import Canvas  # noqa: PLC0415

    pdfmetrics.registerFont(UnicodeCIDFont(_FONT))
    out = BytesIO()
    canvas, texts = Canvas(out, pagesize=(595, 842)), cycle(lines)
    for _ in range(pages):
        canvas.setFont(_FONT, 12)
        for at in range(_LINES):
            canvas.drawString(70, 770 - 20 * at, next(texts))
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def wrapped(text: str) -> Iterator[str]:
    """The lines of a text as a page of A4 breaks them."""
    for line in filter(None, text.split("\n")):
        yield from (line[at : at + _WIDTH] for at in range(0, len(line), _WIDTH))


def long_file(data: bytes, pages: int) -> LongFile:
    """Read a PDF in a process of its own and watch its memory.

    Raises:
        CalledProcessError: it cannot be read.
    """
    started, most = time.perf_counter(), 0
    with tempfile.TemporaryFile() as given:
        given.write(data)
        given.seek(0)
        process = subprocess.Popen([sys.executable, "-c", _READ], stdin=given)  # noqa: S603 our own
        watched = psutil.Process(process.pid)
        while process.poll() is None:
            most = max(most, _resident(watched))
            time.sleep(_WATCH)
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, "read_file")
    seconds = time.perf_counter() - started
    return LongFile(pages=pages, seconds=round(seconds, 1), megabytes=round(most / 2**20, 1))


def _resident(process: psutil.Process) -> int:
    try:
        return int(process.memory_info().rss)
    except psutil.NoSuchProcess:
        return 0
