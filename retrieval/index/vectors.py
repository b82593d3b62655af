"""The vector index: Chroma, embedded or as a server, always with our own vectors.

The only module that names Chroma. Its default embedding function is never reached. A collection
is written once, whole, beside the one in use, and only read afterwards; `sync_threshold` is its
number of rows, so that its graph is put on disk once, by the last of them. Without that every
opening makes the graph anew: 66 s for 20,000 rows, against 0.2 s. A kill while it is put there
leaves a broken one (17 of 36), which is not in use yet. A broken one can end the process that opens
it, so doubtful ones are opened by another process first: `probe`.
"""

from __future__ import annotations

import atexit
import json
import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from hashlib import sha256
from importlib import metadata as packages
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

import numpy as np
from numpy.typing import NDArray

from knowledge import lazy_re
from retrieval.errors import IndexAddressError, IndexDownError
from retrieval.index.chunks import Chunk, metadata
from retrieval.index.quiet import hush
from retrieval.processes import ROOT, command, surroundings

if TYPE_CHECKING:
    from langchain_chroma import Chroma
    from langchain_core.embeddings import Embeddings

SETTING = "CHROMA_URL"
Matrix = NDArray[np.float32]
_ADDRESS = lazy_re.compile(r"https?://[^\s/?#@:]+(:\d{1,5})?/?")
_NAME = "saiwen"
_BATCH, _LEAST = 1000, 2
_BUILT, _SEARCHED = 400, 1000
"""High enough to find what exact search finds: the same question has the same answer.

Of 20,000 rows near 2,182 texts, 100 questions find their nearest 60 all with 400 and 1000 when it
is built (25 and 53 s of CPU), 99.9 % with 200 (22 s).
"""
_PROBE_SECONDS, _PROBED = 120.0, 200
"""To read a collection: seconds at least, and rows a second on a slow machine."""


def server(environ: Mapping[str, str]) -> str | None:
    """Return the address of the server that the environment asks for, None for our own folder.

    Raises:
        IndexAddressError: it is no address; a wrong one would quietly mean another server.
    """
    url = environ.get(SETTING, "").strip()
    if url and not _is_address(url):
        raise IndexAddressError(f"{SETTING} 应是 http://主机:端口 或 https://主机:端口，不带账号")
    return url.rstrip("/") or None


def version(url: str | None) -> str:
    """Name the version of the database and where it is."""
    return f"chroma-{packages.version('chromadb')}/2{f' {url}' if url else ''}"


class VectorIndex:
    """One collection, opened."""

    def __init__(self, client: Any, collection: Any, *, own: bool) -> None:
        self._client = client
        self._collection = collection
        self._own = own
        self._is_open = True
        self._closed: Callable[[], None] = lambda: None

    @classmethod
    def write(
        cls, folder: Path, url: str | None, name: str, chunks: Sequence[Chunk], vectors: Matrix
    ) -> None:
        """Write a collection; `folder` is fresh, or unused where there is a server.

        Raises:
            IndexDownError: the database failed.
        """
        count = len(chunks)
        settings = {
            "space": "cosine",
            "sync_threshold": max(count, _LEAST),
            "batch_size": min(_BATCH, max(count, _LEAST)),
            "ef_construction": _BUILT,
            "ef_search": _SEARCHED,
        }
        try:
            client = _client(folder, url)
            collection = client.create_collection(
                _collection(url, name),
                embedding_function=None,
                configuration={"hnsw": settings},
            )
            for some in _slices(count, min(_BATCH, client.get_max_batch_size())):
                collection.add(
                    ids=[c.id for c in chunks[some]],
                    embeddings=vectors[some],
                    documents=[c.full for c in chunks[some]],
                    metadatas=[metadata(c) for c in chunks[some]],
                )
            client.close()
        except Exception as error:  # the database's own errors share no base
            raise IndexDownError(f"向量库写入失败：{type(error).__name__}") from error

    @classmethod
    def open(cls, folder: Path, url: str | None, name: str) -> VectorIndex:
        """Open a collection that was written before.

        Raises:
            IndexDownError: it is not there, or cannot be read.
        """
        try:
            client = _client(folder, url)
            found = client.get_collection(_collection(url, name), embedding_function=None)
            return cls(client, found, own=not url)
        except Exception as error:
            raise IndexDownError(f"向量库打不开：{type(error).__name__}") from error

    def nearest(self, vector: NDArray[np.float32], limit: int) -> list[str]:
        """Return the ids of the nearest chunks, nearest first."""
        try:
            found = self._collection.query(
                query_embeddings=[vector], n_results=limit, include=["distances"]
            )
        except Exception as error:
            raise IndexDownError(f"向量库不能查询：{type(error).__name__}") from error
        return list(found["ids"][0])

    def digest(self) -> str:
        """Read everything and return a hash of it; the same rows give the same."""
        count = self._collection.count()
        digest = sha256(str(count).encode())
        reached: set[str] = set()
        for some in _slices(count, _BATCH):
            rows = self._collection.get(
                limit=_BATCH, offset=some.start, include=["embeddings", "documents"]
            )
            order = np.argsort(rows["ids"])
            vectors = np.asarray(rows["embeddings"], dtype="<f4")[order]
            digest.update(
                json.dumps([[rows["ids"][i], rows["documents"][i]] for i in order]).encode()
            )
            digest.update(vectors.tobytes())
            reached.update(self.nearest(vectors[0], min(count, _BATCH)))
        # rows that are there but that no search reaches are the fault that says nothing
        complete = count > _BATCH or len(reached) == count
        return digest.hexdigest() if complete else ""

    def as_langchain(self, embeddings: Embeddings) -> Chroma:
        """Return the same collection as a LangChain vector store."""
        hush()
        from langchain_chroma import Chroma  # noqa: PLC0415 heavy

        return Chroma(
            client=self._client,
            collection_name=self._collection.name,
            embedding_function=embeddings,
            create_collection_if_not_exists=False,
        )

    def close(self) -> None:
        """Close it, once."""
        atexit.unregister(self.close)
        if self._is_open and self._own:
            self._client.close()
        if self._is_open:
            self._is_open = False
            self._closed()

    def on_close(self, closed: Callable[[], None]) -> None:
        """Call `closed` after closing, which happens at the latest when the process ends."""
        self._closed = closed
        atexit.register(self.close)


def answers(url: str) -> bool:
    """Whether a server is there."""
    try:
        return bool(_client(Path(), url).heartbeat())
    except Exception:  # noqa: BLE001 the database's own errors share no base
        return False


def delete(url: str, name: str) -> None:
    """Delete a collection from a server; one that is not there is no fault."""
    try:
        _client(Path(), url).delete_collection(_collection(url, name))
    except Exception as error:
        raise IndexDownError(f"向量库不能删除旧索引：{type(error).__name__}") from error


def probe(folder: Path, count: int) -> str:
    """Return the digest of an embedded collection, read by a process that may die; "" if it did.

    `count` is how many rows it has, which tells how long reading them may take.
    """
    try:
        done = subprocess.run(  # noqa: S603 our own module
            command("retrieval.index.vectors", str(folder.resolve())),
            capture_output=True,
            timeout=_PROBE_SECONDS + count / _PROBED,
            check=True,
            cwd=ROOT,
            env=surroundings(),
        )
    except (subprocess.SubprocessError, OSError):
        return ""
    return done.stdout.decode("ascii", "replace").strip()


def _client(folder: Path, url: str | None) -> Any:
    hush()
    import chromadb  # noqa: PLC0415 heavy
    from chromadb.config import Settings  # noqa: PLC0415 heavy

    settings = Settings(anonymized_telemetry=False)
    if not url:
        return chromadb.PersistentClient(folder, settings=settings)
    place = urlsplit(url)
    secure = place.scheme == "https"
    port = place.port or (443 if secure else 8000)
    return chromadb.HttpClient(place.hostname or "localhost", port, ssl=secure, settings=settings)


def _is_address(url: str) -> bool:
    try:
        port = urlsplit(url).port
    except ValueError:  # above 65535
        return False
    return bool(_ADDRESS.fullmatch(url)) and port != 0


def _collection(url: str | None, name: str) -> str:
    """A folder holds one collection; a server many, of several stores."""
    return f"{_NAME}-{name}" if url else _NAME


def _slices(count: int, size: int) -> Iterator[slice]:
    return (slice(at, min(at + size, count)) for at in range(0, count, size))


def main(arguments: Iterable[str]) -> None:
    """Print the digest of the collection in a folder."""
    (folder,) = arguments
    index = VectorIndex.open(Path(folder), None, "")
    sys.stdout.write(index.digest())
    index.close()


if __name__ == "__main__":
    main(sys.argv[1:])
