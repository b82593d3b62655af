"""What somebody pays by a table of fees: rows by kind of entrant, columns by what is entered.

Notices name kinds in one cell (理事、会员单位) or as their opposite (非会员企业), and people say a
part of the name: 我们是会员单位. Of two names one of which holds the other the longer is meant.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from knowledge import lazy_re
from knowledge.model import Notice, Row
from knowledge.plain import comparable, comparable_name
from retrieval.computed.compare import difference
from retrieval.computed.entries_due import cut_at, entries_due
from retrieval.computed.worked import TOGETHER
from retrieval.passages.elements import cite_phrase
from retrieval.passages.rank import Sought
from retrieval.reply import Piece, Reply
from retrieval.tabular.rows import cite_row, row_reply
from retrieval.tabular.tables import Hit, TableView

FEES = lazy_re.compile(r"收费|费用|报名费|参赛费|会务费|费标准|缴费")
PRICE = lazy_re.compile(
    r"(?:每(?:人|队|组|项|位|支|名|家|单位))?\d[\d,.]*万?元?(?:[/每].{1,4})?|[免不][收费缴交设]+取?|免|无|不适用|[-—–/]+|"
)
_HOW_MUCH = lazy_re.compile(
    r"多少钱|多少[^，,。？?]{0,4}费(?!用?标准)|几块|几百|几千|啥价|什么价|价[^，,。？?]{0,4}多少|(?:怎么|咋|如何)收(?!到|件)"
    r"|要(?:不要)?交?钱|[收交](?:不[收交])?(?:费|钱)(?:吗|么|不|$)"
    r"|[收交缴付出费](?:是|要|得|了)?(?:多少|几)(?!个?[人名天家支份])|多少[一每](?:队|人|组|位|支)"
)
"""Asked is what is to be paid, not how many may be entered."""
_ENDS = lazy_re.compile(
    r"(?:单位|企业|公司|会员|院校|学校|学生|职工|教师|选手|人员|机构|团体|个人|者)$"
)
_ALONE = frozenset({"学生", "职工", "教师", "个人", "团体"})
"""Kinds that are told by the end of their name alone."""
_ITEM = lazy_re.compile(r"[、/]|以?及|和")
_BRACKET = lazy_re.compile(r"[(（][^()（）]*[)）]")
NOT_IN = lazy_re.compile(
    r"(?:没有?|未|不)(?:入会|加?入(?:了|过)?(?:你们)?[协学商联]会|参加[协学商]会|在[协学商]会里?"
    r"|是会员(?:单位)?)"
)
NO_MEMBER = "非会员"
_LETTER = lazy_re.compile(r"^([a-z])(?=[\u4e00-\u9fff])")
AMOUNT = lazy_re.compile(r"(?:每(?:人|队|组|项|位|支|名|家|单位))?(\d+(?:\.\d+)?)元?")
_UNIT = lazy_re.compile(r"万?元")
OTHER = lazy_re.compile(r"(?:非|副|不是|不属于|并非|[未没]入)$")
"""What stands before a name that is another's: 非会员单位."""
_WON = lazy_re.compile(r"等奖|奖[金励品]|[金银铜优得获拿]奖|[冠亚季]军|第[一二三]名")
"""What is won is paid out."""
_LEAST = 2
_REFUND = "refund"


def tariff_reply(notice: Notice, views: Sequence[TableView], sought: Sought) -> Reply | None:
    """The prices of the kinds of entrant that are named; None where no table of fees has them."""
    text = NOT_IN.sub(NO_MEMBER, sought.asked.plain)
    if not asks_price(text) or _WON.search(text) or _REFUND in sought.asked.concepts:
        return None  # what is paid back is not what is paid
    names = [comparable(t.name) for t in notice.tracks if t.id in sought.tracks]
    for view in views:
        rows = _named(view, text) if of_fees(view) else []
        if not 0 < len(rows) <= _LEAST:
            continue
        columns = _columns(view, text, names)
        hit = Hit(view.table, tuple(rows), frozenset({0}), columns, 0, 1.0, exact=True)
        # what several entries come to is no sum of the prices of one each
        each = sought.asked.model_copy(update={"plain": TOGETHER.sub("", sought.asked.plain)})
        reply = row_reply(notice, hit, each)
        if reply is None:
            return None
        due = _due(notice, view, rows[0], text) if len(rows) == 1 else None
        return reply.beside(due) if due else _with_difference(reply, text, view)
    return None


def _due(notice: Notice, view: TableView, row: Row, text: str) -> Piece | None:
    """What as many entries come to as the question states, if it states how many."""
    prices: dict[str, Decimal] = {}
    for head, cell in list(zip(view.table.header, row.cells, strict=True))[1:]:
        name = _BRACKET.sub("", comparable(head))
        letter = _LETTER.match(name)
        amount = AMOUNT.fullmatch(comparable(cell))
        if amount is not None:
            prices[letter[1] if letter else name] = Decimal(amount[1])
    cut = cut_at(text, notice.text)
    found = entries_due(text, prices, cut)
    if found is None:
        return None
    worked, cuts = found
    cited = list(cite_row(notice, view.table, row, range(len(row.cells))))
    granted = cite_phrase(notice, cut.text) if cut is not None and cuts else None
    cited += [granted] if granted else []
    return Piece(text=worked.text, citations=tuple(cited), computed=(worked.text, *worked.computed))


def _with_difference(reply: Reply, text: str, view: TableView) -> Reply:
    """With by how much the prices of two kinds differ, if that is asked."""
    unit = _UNIT.search(f"{view.title}{''.join(view.heads)}")
    priced = [
        p.model_copy(update={"text": f"{p.text}{unit[0] if unit else ''}"}) for p in reply.pieces
    ]
    return reply.beside(difference(text, priced))


def asks_price(text: str) -> bool:
    """Whether a question (comparable) asks what is to be paid, if anything."""
    return bool(_HOW_MUCH.search(text))


def of_fees(view: TableView) -> bool:
    """Whether a table tells prices only: names in its first column, amounts in all others."""
    heads = f"{view.title}{''.join(view.heads)}"
    cells = [[comparable_name(c) for c in row.cells] for row in view.table.rows]
    priced = all(PRICE.fullmatch(c) for row in cells for c in row[1:])
    named = not any(row and PRICE.fullmatch(row[0]) for row in cells)
    wide = len(view.heads) >= _LEAST and len(cells) >= _LEAST
    return wide and priced and named and bool(FEES.search(heads))


def _named(view: TableView, text: str) -> list[Row]:
    """The rows whose kinds a question names."""
    rows = view.table.rows
    return [rows[at] for at in named_kinds({i: row.cells[0] for i, row in enumerate(rows)}, text)]


def named_kinds(cells: Mapping[int, str], text: str) -> list[int]:
    """The places of the cells whose kinds a question (comparable) names, longer names first.

    >>> named_kinds({4: "会员单位", 5: "非会员单位"}, "我们是非会员单位")
    [5]
    """
    names = [(name, at) for at, cell in cells.items() for name in set(kinds(cell))]
    found: set[int] = set()
    for name, at in sorted(names, key=lambda each: (-len(each[0]), each)):
        place = text.find(name)
        if place < 0 or [i for n, i in names if n == name] != [at]:
            continue
        if not OTHER.search(text[:place]):
            text = text.replace(name, "\n")
            found.add(at)
    return sorted(found)


def kinds(cell: str) -> Iterator[str]:
    """The names of the kinds that one cell holds, comparable.

    >>> sorted(set(kinds("理事、会员单位")))
    ['会员', '会员单位', '理事', '理事单位']
    >>> sorted(set(kinds("院校学生")))
    ['学生', '院校', '院校学生']
    """
    items = [i for i in _ITEM.split(_BRACKET.sub("", comparable_name(cell))) if i]
    end = _ENDS.search(items[-1]) if items else None
    for item in items:
        own = _ENDS.search(item)
        yield item
        if end is not None and own is None:
            yield item + end[0]
        stem = _ENDS.sub("", item)
        if len(stem) >= _LEAST:
            yield stem
        if own is not None and own[0] in _ALONE:
            yield own[0]


def _columns(view: TableView, text: str, names: Sequence[str]) -> tuple[int, ...]:
    """The columns whose headings are named, else all prices."""
    every = range(1, len(view.heads))
    own = [i for i in every if _headed(comparable(view.table.header[i]), text, names)]
    return tuple(own or every)


def _headed(head: str, text: str, names: Sequence[str]) -> bool:
    """Whether a question names a column: by its letter (报A队, A单元), its name or its track."""
    head = _BRACKET.sub("", head)
    letter = _LETTER.match(head)
    if letter is not None and re.search(rf"(?<![a-z0-9]){letter[1]}(?![a-z0-9])", text):
        return True
    stem = head.removesuffix("费")  # 决赛一队交多少 asks for the 决赛费
    said = len(stem) >= _LEAST and stem in text
    return len(head) >= _LEAST and (said or any(head in n or n in head for n in names))
