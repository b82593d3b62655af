"""The two indexes over the chunks of a store: how they are written, opened, and made anew."""

from __future__ import annotations

from hashlib import sha256

import numpy as np

from retrieval.errors import IndexDownError
from retrieval.index import vectors
from retrieval.index.builds import Build, Builds, Manifest
from retrieval.index.pieces import Pieces
from retrieval.index.vectors import VectorIndex
from retrieval.index.words import WordIndex
from retrieval.storage.store import Store


class Indexes:
    """The indexes of a store as it is now, for one model."""

    def __init__(self, store: Store, pieces: Pieces, model: str | None, url: str | None) -> None:
        """`url` is the address of a Chroma server; None is a folder of our own."""
        self._store = store
        self._pieces = pieces
        self.pieces = pieces.chunks
        self._model = model
        self._url = url
        self.builds = Builds(store.folder)

    @property
    def wanted(self) -> Manifest:
        """What a build is made of now."""
        digest = sha256("\n".join(f"{c.id} {c.hash}" for c in self.pieces).encode())
        return Manifest(
            content=digest.hexdigest(),
            model=self._model,
            vectors=vectors.version(self._url) if self._model else None,
            count=len(self.pieces),
        )

    def fitting(self) -> Build | None:
        """Return the build in use, if it is made of what is wanted."""
        build = self.builds.current()
        manifest = build.manifest() if build else None
        return build if manifest and manifest.fits(self.wanted) else None

    def keep_pieces(self) -> None:
        """Keep the chunks with the build in use, if they are not kept yet."""
        build = None if self._pieces.kept else self.fitting()
        if build is not None:
            self._pieces.write(build)

    def write(self) -> Build:
        """Write a build from the store, check it, put it in place, clear the old ones."""
        build = self.builds.new()
        words = WordIndex.of(c.full for c in self.pieces).save(build.words)
        digest = self._write_vectors(build)
        build.write(self.wanted.model_copy(update={"words": words, "digest": digest}))
        self._pieces.write(build)
        build.seal()
        self.builds.put_in_place(build)
        build.release()
        self._store.mark_indexed(build.name)
        self._clear()
        return build

    def _write_vectors(self, build: Build) -> str:
        """Write the vector index and return its digest, "" if there is none."""
        stored = (
            self._store.vectors(self._model, [c.hash for c in self.pieces]) if self._model else {}
        )
        there = [c for c in self.pieces if c.hash in stored]
        if not there:
            return ""
        matrix = np.stack([stored[c.hash] for c in there])
        try:
            VectorIndex.write(build.chroma, self._url, build.name, there, matrix)
        except IndexDownError:
            return ""  # a server that is away: exact search and words do without
        return self._url or vectors.probe(build.chroma, len(there))

    def _clear(self) -> None:
        for old in self.builds.unused():
            manifest = old.manifest()
            _, _, url = ((manifest and manifest.vectors) or "").partition(" ")
            if url:
                try:
                    vectors.delete(url, old.name)
                except IndexDownError:
                    continue
            self.builds.clear(old)

    def words(self) -> WordIndex:
        """Open the lexical index; where it is not what was written, work it out."""
        build = self.fitting()
        manifest = build.manifest() if build else None
        loaded = (
            WordIndex.load(build.words, manifest.words, manifest.count)
            if build and manifest
            else None
        )
        return loaded or WordIndex.of(c.full for c in self.pieces)

    def vectors(self) -> VectorIndex | None:
        """Open the vector index, from a new build if it is broken; None if there is none."""
        build = self.fitting()
        if build is None or not self._model:
            return None
        try:
            return self._opened(build)
        except IndexDownError:
            if self._url and not vectors.answers(self._url):
                return None
            with self.builds.alone():
                other = self.fitting()  # another process may have done it while this one waited
                again = other if other and other.name != build.name else self.write()
        try:
            return self._opened(again)
        except IndexDownError:
            return None

    def _opened(self, build: Build) -> VectorIndex:
        """Open a build's vector index, probing it first unless its last use ended cleanly."""
        manifest = build.manifest()
        if manifest is None or not manifest.digest:
            raise IndexDownError("向量索引没有建成")
        build.hold()
        try:
            if not self._url and not build.break_seal():
                self._probe(build, manifest)
            index = VectorIndex.open(build.chroma, self._url, build.name)
        except IndexDownError:
            build.release()
            raise
        index.on_close(lambda: self._left(build))
        return index

    @staticmethod
    def _probe(build: Build, manifest: Manifest) -> None:
        if vectors.probe(build.chroma, manifest.count) != manifest.digest:
            raise IndexDownError("向量索引已损坏")

    def _left(self, build: Build) -> None:
        if not self._url:
            build.seal()
        build.release()
