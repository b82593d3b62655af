"""Reads the notices of a folder into a store as a process of its own. Made to be killed."""

from __future__ import annotations

import sys
from pathlib import Path

from retrieval.index.build import ensure
from retrieval.intake.gather import gather
from retrieval.intake.ingest import ingest
from retrieval.storage.history import Deed
from retrieval.storage.store import Store

if __name__ == "__main__":
    store = Store.open(Path(sys.argv[1]), create=True)
    store.leave_out_bundled()
    print("ready", flush=True)  # noqa: T201 the test waits for it
    ingest(store, gather([Path(sys.argv[2])]), Deed("t", "2031-01-01"))
    ensure(store.folder, environ={"EMBEDDING": "none"})
