"""Numbers to call other than a telephone's own: 内线6231, 短号 61234, 热线12345, 400-810-1234."""

from __future__ import annotations

from typing import TYPE_CHECKING

from knowledge import lazy_re

if TYPE_CHECKING:
    from collections.abc import Iterator

_INSIDE = lazy_re.compile(
    r"(?P<label>[\u4e00-\u9fff]{0,6}(?:内线|分机|短号|小号|内部)(?:电话|号码|号)?)"
    r"(?:[:：为是]|\s)*(?P<n>\d{3,6})(?![\d人名元分个次.])"
)
_SERVICE = lazy_re.compile(r"(?<![\d@.\-])(?P<n>[48]00[—–\-－ ]?\d{3,4}[—–\-－ ]?\d{3,4})(?![\d@])")
_HOTLINE = lazy_re.compile(
    r"(?P<label>[\u4e00-\u9fff]{0,6}热线)(?:[:：为是]|\s)*(?P<n>[19]\d{4})(?!\d)"
)
_PUBLIC = lazy_re.compile(
    r"(?P<label>[\u4e00-\u9fff]{0,6}(?:电话|拨打|致电))(?:[:：为是]|\s)*(?P<n>12\d{3}|9[56]\d{3,4})(?!\d)"
)
"""Numbers of public services: 12333, 12351, 96xxx."""
_DASH = lazy_re.compile(r"[—–－ ]")
_TOLL_FREE = 10


def extensions(text: str) -> Iterator[tuple[str, str, tuple[int, int]]]:
    """Each with its number, its label (empty where it prints none) and where it stands.

    >>> [e[:2] for e in extensions("预约请拨内线 6231")]
    [('6231', '预约请拨内线')]
    """
    found = (*_INSIDE.finditer(text), *_HOTLINE.finditer(text), *_PUBLIC.finditer(text))
    for match in found:
        yield match["n"], match["label"], match.span("n")
    for match in _SERVICE.finditer(text):
        number = _DASH.sub("-", match["n"])
        if sum(map(str.isdigit, number)) == _TOLL_FREE:
            yield number, "", match.span("n")
