"""Who holds a post in a body, and how many: the field 委员 of the list of a committee.

组委会委员有几个 is answered by the field with that label below a heading that names the body. Where
it is asked how many, the names are counted: one a line, or those of a line that has nothing but
names.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from knowledge import lazy_re
from knowledge.plain import comparable
from retrieval.passages.units import Reading, Unit
from retrieval.question.asked import Asked
from retrieval.reply import Piece, Reply, cite_unit
from retrieval.wording import say

_POST = lazy_re.compile(
    r"(?<!副)主任(?!委员)|副主任(?!委员)|主任委员|副主任委员|委员(?!会)|成员|组员|(?<!副)组长|副组长|分管领导"
)
_ALIKE = (frozenset({"委员", "成员", "组员"}),)
"""Members, whatever the list calls them."""
_ASKS = lazy_re.compile(r"谁|哪些|哪几|哪位|几|多少|好多|名单|列|都有|有啥")
_MANY = lazy_re.compile(r"(几|多少|好多)(个|位|名|人)?|数量|人数")
_BODY = lazy_re.compile(
    r"[\u4e00-\u9fff]{0,8}?(?:组委会|执委会|委员会|办公室|领导小组|组(?![长员成织委]))"
)
_NAME = lazy_re.compile(r"[\u4e00-\u9fff]{2,4}")
_BESIDE = lazy_re.compile(
    r"除了|以外|之外|还有|电话|联系|职责|任务|干什么|干啥|负责|邮箱|地址|条件|要求|怎么"
)
_LEAST = 2


def members_reply(reading: Reading, asked: Asked) -> Reply | None:
    """The field of the post in the body the question names; None if it names no such thing."""
    plain = asked.plain
    posts = {m.group() for m in _POST.finditer(plain)}
    if len(posts) != 1 or not _ASKS.search(plain) or _BESIDE.search(plain):
        return None
    if "yes_no" in asked.forms:
        return None
    post = posts.pop()
    unit = _of_body([u for u in reading.units if _same(u.label, post)], plain)
    if unit is None:
        return None
    label = comparable(unit.label)
    count = _count(unit) if _MANY.search(plain) else None
    if _MANY.search(plain) and count is None:
        return None
    counted = say("count", count=str(count), what=label) if count is not None else ""
    text = f"{counted}\n{unit.text}" if counted else unit.text
    piece = Piece(
        text=text, citations=(cite_unit(reading.notice, unit),), computed=(counted,) * bool(counted)
    )
    return Reply(status="answered", notice=reading.notice.id, pieces=(piece,), sure=1.0)


def _same(label: str, post: str) -> bool:
    name = comparable(label)
    return name == post or any({name, post} <= alike for alike in _ALIKE)


def _of_body(units: Sequence[Unit], plain: str) -> Unit | None:
    """The only one of them below a heading that names the body; all alike if none is named."""
    bodies = [m.group() for m in _BODY.finditer(_POST.sub("\n", plain))]
    said = [max((_shared(b, u) for b in bodies), default=0) for u in units]
    most = max(said, default=0)
    if not units or (bodies and most < _LEAST):
        return None
    best = [u for u, n in zip(units, said, strict=True) if n == most]
    return best[0] if len(best) == 1 else None


def _shared(body: str, unit: Unit) -> int:
    """How much of the end of a body's name the nearest heading has: 仲裁组 in 监督仲裁组."""
    heading = comparable(unit.headings[0]) if unit.headings else ""
    ends = (body[i:] for i in range(len(body) - _LEAST + 1))
    return max((len(end) for end in ends if end in heading), default=0)


def _count(unit: Unit) -> int | None:
    """How many names the field has; None where a line may hold several with their posts."""
    lines = unit.text.split("\n")
    first = re.sub(rf"^\s*{re.escape(unit.label)}\s*[:：]?\s*", "", lines[0])
    rows = [row for row in (first, *lines[1:]) if row.strip()]
    if len(rows) > 1:
        return len(rows)
    names = [n for n in re.split(r"[、，,；;\s]+", comparable(rows[0])) if n] if rows else []
    return len(names) if names and all(_NAME.fullmatch(n) for n in names) else None
