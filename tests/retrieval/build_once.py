"""Builds a store of small notices as a process of its own: FOLDER COUNT. Made to be killed."""

from __future__ import annotations

import sys
from pathlib import Path

from small_notices import HashModel, source

from retrieval.index.build import ensure
from retrieval.intake.sources import sync
from retrieval.storage.store import Store

if __name__ == "__main__":
    store = Store.open(Path(sys.argv[1]), create=True)
    count = int(sys.argv[2])
    sync(store, lambda: [source(n) for n in range(1, count + 1)])
    ensure(store.folder, model=HashModel())
