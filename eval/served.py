"""The vector index embedded, and in a Chroma server on this machine: the same vectors in both."""

from __future__ import annotations

import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median

import numpy as np

from eval.report.model import Table
from eval.scale import megabytes
from eval.timing import percentile
from knowledge.model import Frozen
from retrieval.index.chunks import Chunk
from retrieval.index.fusion import Vector
from retrieval.index.vectors import VectorIndex, answers

WIDTH, ASKED, FOUND = 384, 100, 64
"""Width of a vector, questions, and chunks found for each, as the search asks for them."""
_STARTS = 60.0
_HOST = "127.0.0.1"


class Served(Frozen):
    """What one kind of index took."""

    kind: str
    rows: int
    write_seconds: float
    open_ms: float
    median_ms: float
    p95_ms: float
    disk_mb: float
    agrees: float
    """Share of the nearest chunks that exact search names too."""


def both(folder: Path, rows: int, seed: int) -> tuple[Served, ...]:
    """Write and query an embedded index, then a server's, in folders of their own."""
    vectors = clustered(rows, seed)
    embedded = measured("内置", folder / "embedded", folder / "embedded", None, vectors)
    with running(folder / "server") as url:
        served = measured("服务器", folder / "unused", folder / "server", url, vectors)
    return (embedded, served)


def clustered(rows: int, seed: int) -> Vector:
    """Vectors of length 1 in groups, as those of clauses that say much the same."""
    random = np.random.default_rng(seed)
    centres = random.normal(size=(max(1, rows // 20), WIDTH))
    near = centres[random.integers(len(centres), size=rows)]
    made = near + random.normal(scale=0.5, size=(rows, WIDTH))
    unit: Vector = (made / np.linalg.norm(made, axis=1, keepdims=True)).astype(np.float32)
    return unit


def measured(kind: str, folder: Path, disk: Path, url: str | None, vectors: Vector) -> Served:
    """Write the vectors, open the index, and put questions near some of them."""
    pieces = [_piece(number) for number in range(len(vectors))]
    started = time.perf_counter()
    VectorIndex.write(folder, url, "bench", pieces, vectors)
    written = time.perf_counter()
    index = VectorIndex.open(folder, url, "bench")
    opened = time.perf_counter()
    times, same = _asked(index, vectors)
    index.close()
    return Served(
        kind=kind,
        rows=len(vectors),
        write_seconds=round(written - started, 2),
        open_ms=round((opened - written) * 1000, 1),
        median_ms=round(median(times) * 1000, 2),
        p95_ms=round(percentile(times, 95) * 1000, 2),
        disk_mb=megabytes(disk),
        agrees=round(same, 4),
    )


def _asked(index: VectorIndex, vectors: Vector) -> tuple[list[float], float]:
    """Seconds of each question, the first left out, and how much exact search agrees."""
    random = np.random.default_rng(len(vectors))
    times, same, limit = [], 0.0, min(FOUND, len(vectors))
    for row in random.integers(len(vectors), size=ASKED + 1):
        question = vectors[row] + random.normal(scale=0.01, size=WIDTH).astype(np.float32)
        started = time.perf_counter()
        found = index.nearest(question, limit)
        times.append(time.perf_counter() - started)
        best = np.argsort(-(vectors @ question), kind="stable")[:limit]
        same += len({f"{n:08d}" for n in best} & set(found)) / limit
    return times[1:], same / len(times)


def _piece(number: int) -> Chunk:
    text = f"{number} 本届竞赛设若干赛项，报名表发至邮箱，逾期不予受理。"
    place = {"start": 0, "end": len(text), "path": "一", "notice": "bench"}
    words = {"text": text, "prefix": "竞赛", "kind": "clause"}
    return Chunk.model_validate({"id": f"{number:08d}", **place, **words})


@contextmanager
def running(folder: Path) -> Iterator[str]:
    """The address of a server with its data in a folder, ended afterwards.

    Raises:
        TimeoutError: it does not start.
    """
    port = _free_port()
    command = [str(Path(sys.executable).with_name("chroma")), "run", "--path", str(folder)]
    process = subprocess.Popen(  # noqa: S603 the program of the package we depend on
        [*command, "--host", _HOST, "--port", str(port)],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    url = f"http://{_HOST}:{port}"
    try:
        _wait(url)
        yield url
    finally:
        process.terminate()
        process.wait()


def _wait(url: str) -> None:
    until = time.monotonic() + _STARTS
    while not answers(url):
        if time.monotonic() > until:
            raise TimeoutError("the Chroma server does not start")
        time.sleep(0.2)


def _free_port() -> int:
    with socket.socket() as some:
        some.bind((_HOST, 0))
        port: int = some.getsockname()[1]
        return port


def table(found: tuple[Served, ...]) -> Table:
    """Both, a row each."""
    rows = tuple(
        (
            each.kind,
            f"{each.rows:,}",
            f"{each.write_seconds:g}",
            f"{each.open_ms:g}",
            f"{each.median_ms:g}",
            f"{each.p95_ms:g}",
            f"{each.disk_mb:g}",
            f"{each.agrees:.1%}",
        )
        for each in found
    )
    head = (
        *("Chroma", "段", "写入（秒）", "打开（毫秒）", "查询，中位数（毫秒）", "95%（毫秒）"),
        *("磁盘（MB）", "与精确检索一致"),
    )
    return Table(
        title="内置和服务器", head=head, rows=rows, note=f"每次取 {FOUND} 段，{ASKED} 次。"
    )
