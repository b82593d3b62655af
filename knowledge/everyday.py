"""Words of everyday Chinese and how common they are, from the lists of wordfreq.

Its lists are read without its tokenizers and its tables of all languages, which nobody asks here
and which take longer than everything else about it.
"""

from __future__ import annotations

import gzip
from collections.abc import Mapping
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any, Literal

_FORMAT = {"format": "cB", "version": 1}


@cache
def shares(size: Literal["small", "large"]) -> Mapping[str, float]:
    """The words of a list with their share of all text; that of all the rest is 0.

    >>> shares("small")["学生"] > shares("small")["选手"] > 0
    True
    """
    banded = _banded(size)
    if banded is None:
        from wordfreq import get_frequency_dict  # noqa: PLC0415  a quarter of a second

        return get_frequency_dict("zh", size)
    return {word: 10 ** (-nth / 100) for nth, words in enumerate(banded) for word in words}


def _banded(size: str) -> list[list[str]] | None:
    """Words by how common they are, in steps of a tenth of a decibel; None in another format."""
    import msgpack  # type: ignore[import-untyped]  # noqa: PLC0415  only where words are wanted

    found = find_spec("wordfreq")
    if found is None or found.origin is None:
        return None
    file = Path(found.origin).with_name("data") / f"{size}_zh.msgpack.gz"
    if not file.is_file():
        return None
    header, *banded = _as_list(msgpack.unpackb(gzip.decompress(file.read_bytes())))
    return banded if header == _FORMAT else None


def _as_list(data: Any) -> list[Any]:
    return data if isinstance(data, list) and data else [None]
