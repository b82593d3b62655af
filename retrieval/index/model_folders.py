"""Where a model lies on this machine, and whether it is still the same one.

Nothing is ever downloaded: a model is a folder, the name of an installed Python package that
carries one, or a name that stands in the local cache.
"""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import file_digest, sha256
from importlib.util import find_spec
from pathlib import Path

from retrieval.index.quiet import hush

_MARKS = ("modules.json", "config.json")
_OWNER = "sentence-transformers"
_IDLE = {".md", ".onnx"}
"""Files that do not decide about a result."""


def folder_of(place: str) -> Path | None:
    """Return the folder of a model by folder, package or name; None if it is not here."""
    if not place.strip():
        return None
    folder = Path(place).expanduser()
    return folder if folder.is_dir() else _packaged(place) or _cached(place)


def fingerprint(folder: Path) -> str:
    """Return a hash of everything in a model's folder, every byte of it.

    Fine-tuning may leave the ends of a file as they were. A gigabyte takes a second, less than
    loading it.
    """
    digest = sha256()
    for part in sorted(_parts(folder)):
        with part.open("rb") as opened:
            content = file_digest(opened, "sha256").hexdigest()
        digest.update(f"{part.relative_to(folder).as_posix()} {content}\n".encode())
    return digest.hexdigest()[:16]


def _parts(folder: Path) -> Iterator[Path]:
    for part in folder.rglob("*"):
        hidden = any(name.startswith(".") for name in part.relative_to(folder).parts)
        if part.is_file() and not hidden and part.suffix not in _IDLE:
            yield part


def _packaged(name: str) -> Path | None:
    """The one model in an installed package, which is not imported for it."""
    spec = find_spec(name) if name.isidentifier() else None
    roots = [Path(root) for root in (spec and spec.submodule_search_locations) or ()]
    folders = [f for root in roots if root.is_dir() for f in (root, *sorted(root.iterdir()))]
    found = [f for f in folders if any((f / mark).is_file() for mark in _MARKS)]
    return found[0] if found else None


def _cached(name: str) -> Path | None:
    hush()
    from huggingface_hub import snapshot_download  # noqa: PLC0415 heavy, after hush
    from huggingface_hub.errors import (  # noqa: PLC0415 as above
        HFValidationError,
        LocalEntryNotFoundError,
    )

    for full in (name, f"{_OWNER}/{name}"):
        try:
            return Path(snapshot_download(full, local_files_only=True))
        except (LocalEntryNotFoundError, HFValidationError):
            continue
    return None
