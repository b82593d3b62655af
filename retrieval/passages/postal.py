"""Where something is sent to: the printed address, beside the sentence that only names a body."""

from __future__ import annotations

from collections.abc import Sequence

from knowledge import lazy_re
from retrieval.passages.holds import ADDRESSED
from retrieval.passages.rank import Scored
from retrieval.question.asked import Asked

_SENT = lazy_re.compile(
    r"(?:寄|邮|快递)(?!箱|件地址)[^，,。？?]{0,6}(?:哪(?!天|个?月|些)|什么地[方址]|啥地[方址]|地址|谁)"
    r"|(?:邮寄|收件|寄件|寄送)地址"
)
_POSTAL = lazy_re.compile(
    r"(?:邮寄|寄送|收件|通讯|通信|联系|报送)?地址[:：为是]|[^，。；]{6,}收(?:[。,，；（(]|$)"
)

_FOR_POST = lazy_re.compile(r"(?:邮寄|寄送|收件|通讯|通信)地址[:：为是]")
"""An address that is there for nothing but to be sent to, however little it shares else."""


def address_beside(best: Scored, ranked: Sequence[Scored], asked: Asked) -> list[Scored]:
    """The address, where it is asked where to send something and `best` has none."""
    if not _SENT.search(asked.plain) or ADDRESSED.search(best.unit.plain):
        return []
    told = [s for s in ranked if ADDRESSED.search(s.unit.plain) and _POSTAL.search(s.unit.plain)]
    labelled = [s for s in told if _FOR_POST.search(s.unit.plain)]
    near = [s for s in told if s.score > 0]
    return (near or (labelled if len(labelled) == 1 else []))[:1]
