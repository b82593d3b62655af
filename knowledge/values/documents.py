"""Document numbers (发文字号): 机关代字〔年〕序号."""

from __future__ import annotations

from typing import TYPE_CHECKING

from knowledge import lazy_re
from knowledge.plain import bare, normal
from knowledge.values.found import Context, Found

if TYPE_CHECKING:
    from collections.abc import Iterator

_NUMBER = lazy_re.compile(
    r"(?P<office>[\u4e00-\u9fff]{2,12})[ \u3000]*[〔\[(（【［][ \u3000]*"
    r"(?P<year>(?:19|20|１９|２０)\d\d)"
    r"[ \u3000]*[〕\])）】］][ \u3000]*第?[ \u3000]*(?P<n>\d{1,4})[ \u3000]*号"
)
_LEAD = lazy_re.compile(r"^.*[的按据由至为和与](?=[\u4e00-\u9fff]{2})")


def find_doc_numbers(text: str, context: Context) -> Iterator[Found]:  # noqa: ARG001 every finder takes a context
    """Document numbers in a text as printed, in the form the standard gives them.

    >>> [f.value for f in find_doc_numbers("（某人社办[2031]14号）", Context())]
    ['某人社办〔2031〕14号']
    """
    for match in _NUMBER.finditer(text):
        office = _LEAD.sub("", match["office"])
        start = match.end("office") - len(office)
        value = f"{office}〔{normal(match['year'])}〕{normal(match['n'])}号"
        yield Found("doc_number", bare(value), "文号", start, match.end())
