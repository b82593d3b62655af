"""What is paid back, or left to pay, as a share of a price told elsewhere: 1200×50%=600元.

A notice tells the price in a table or in one sentence, and in another that part of it is paid back,
or that entrants of a kind pay but a part: 会员单位的决赛费按八折收取. Whoever asks how much it is
gets the sum, where one price alone is meant.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from decimal import Decimal
from functools import lru_cache

from knowledge import lazy_re
from knowledge.numerals import arabic
from knowledge.plain import comparable
from retrieval.computed.additions import of_that_kind
from retrieval.computed.worked import number
from retrieval.passages.money import asks_sum
from retrieval.passages.rank import Sought, in_scope
from retrieval.passages.units import Reading, Unit
from retrieval.question.moments import said_day
from retrieval.reply import Piece, Reply, cite_unit
from retrieval.tabular.tariff import asks_price
from retrieval.wording import say

Price = Callable[[str], Reply]
"""What a notice replies to a question for a price, put to it in other words."""

_BACK = lazy_re.compile(r"退还?(?P<of>[^，,。；;\d]{0,8}?)的?(?P<share>\d{1,2})%")
_PARTS = lazy_re.compile("[，,。；;]")
_RETURNS = lazy_re.compile(r"退|拿回|要回|\d[号日]|住院|生病|受伤")
"""What tells how and when somebody steps back, and not what he has paid for."""
_STATEMENT = lazy_re.compile(r"[；;。\n]")
_UNTIL = lazy_re.compile(r"(?P<m>\d{1,2})月(?P<d>\d{1,2})日(?:[(][^()]*[)])?(?:之|以)?前")
_FEE = lazy_re.compile(
    r"(?:报名|参赛|[预初复决]赛|材料|会务|服务|培训|竞赛)费|押金|保证金|[\u4e00-\u9fff]{2}费|费用"
)
_AMOUNT = lazy_re.compile(r"(?<![\d.])(\d{1,6}(?:\.\d+)?)元")
_TOTAL = lazy_re.compile(r"=(\d{1,7}(?:\.\d+)?)元")
_LESS = lazy_re.compile(
    r"(?:按|打|享受?|收取|给予)*(?P<cut>[\d一二三四五六七八九]{1,2}(?:\.\d)?)折|(?P<half>减半|半价|折半)"
    r"|(?:减免|优惠)(?P<off>\d{1,2})%"
)
_WHO = lazy_re.compile(r"^[^，,。；;]*?(?=的?[\u4e00-\u9fff]{0,4}费|[，,]|(?:可|均|按|享|凭))")
_DENIES = lazy_re.compile(r"(?:不是|不属于|非)(?P<who>[\u4e00-\u9fff]{2,3})")
_STAGED = ("预赛", "初赛", "复赛", "决赛")
_TEN, _HUNDRED, _TWO = Decimal(10), Decimal(100), Decimal(2)


def with_price_share(reading: Reading, reply: Reply, sought: Sought, price: Price) -> Reply:
    """The reply with what the share it tells comes to; itself where no one price is meant."""
    plain = sought.asked.plain
    if "refund" in sought.asked.concepts and asks_sum(plain):
        return _paid_back(reply, plain, price)
    if asks_price(plain) and _reduces(reading.notice.text):
        return _left_to_pay(reading, reply, sought)
    return reply


@lru_cache(maxsize=256)  # every question for a price asks this of the same notices
def _reduces(text: str) -> bool:
    """Whether a notice writes of a reduction at all."""
    return _LESS.search(comparable(text)) is not None


def _paid_back(reply: Reply, plain: str, price: Price) -> Reply:
    """What comes back of a price, where one share of it does."""
    found = [(p, m) for p in reply.pieces for m in _BACK.finditer(comparable(p.text))]
    if len({m["share"] for _, m in found}) != 1:
        return reply
    piece, match = found[0]
    done = any(f"×{match['share']}%=" in p.text for p in reply.pieces)
    statement = next(s for s in _STATEMENT.split(match.string) if match[0] in s)
    if done or _too_late(statement, plain):
        return reply
    beside = [p for p in reply.pieces if p is not piece]
    amount = _one_amount(beside, plain) or _priced(plain, (match["of"], plain, piece.text), price)
    if amount is None:
        return reply
    paid, of = amount
    total = number(of * Decimal(match["share"]) / _HUNDRED)
    formula = f"{number(of)}×{match['share']}%={total}元"
    others = tuple(p for p in reply.pieces if p.citations and p is not paid)
    line = _line(formula, total, (paid, piece))
    return reply.model_copy(
        update={"pieces": (paid, *others, line), "status": "answered", "reason": None}
    )


def _too_late(told: str, question: str) -> bool:
    """Whether a question names a day after the last one on which the share is paid back.

    >>> told = "9月11日前申请的退还70%,逾期不退"
    >>> _too_late(told, "9月15号退赛退多少"), _too_late(told, "9月11号退赛退多少")
    (True, False)
    """
    day, last = said_day(question), [(int(m["m"]), int(m["d"])) for m in _UNTIL.finditer(told)]
    return day is not None and len(last) == 1 and day > last[0]


def _priced(plain: str, of: Iterable[str], price: Price) -> tuple[Piece, Decimal] | None:
    """The one price of what is paid back, asked for without how one steps back.

    `of` are the words that may tell which price it is, the nearest first.
    """
    fee = next((m for words in of if (m := _FEE.search(words))), None)
    own = "".join(part for part in _PARTS.split(plain) if not _RETURNS.search(part))
    base = price(f"{own}{fee[0] if fee else '参赛费'}多少钱")
    return _one_amount(base.pieces, plain) if base.status == "answered" else None


def _left_to_pay(reading: Reading, reply: Reply, sought: Sought) -> Reply:
    """What entrants of the kind that is told of have to pay."""
    amount = _one_amount(reply.pieces, sought.asked.plain) if reply.status == "answered" else None
    question = f"{sought.asked.message}，{sought.asked.plain}"
    told = "".join(comparable(f"{p.scope}{p.text}") for p in reply.pieces)
    for unit in (u for u in reading.units if in_scope(u, sought)):
        match = _LESS.search(unit.plain)
        if match is None or amount is None:
            continue
        before = unit.plain[: match.start()]
        who = _WHO.match(before)
        if not of_that_kind(question, who[0] if who else before):
            continue
        if _of_another_stage(before, told):
            continue
        return _cut(reading, reply, unit, match, amount)
    return reply


def _cut(
    reading: Reading, reply: Reply, unit: Unit, match: re.Match[str], amount: tuple[Piece, Decimal]
) -> Reply:
    factor = _factor(match)
    total = number(amount[1] * factor)
    cited = cite_unit(reading.notice, unit)
    if any(f"×{number(factor)}=" in piece.text for piece in reply.pieces):
        return reply  # it is taken off already
    said = Piece(text=unit.text, citations=(cited,))
    line = _line(f"{number(amount[1])}×{number(factor)}={total}元", total, (amount[0], said))
    told = any(cited in piece.citations for piece in reply.pieces)
    return reply.beside(None if told else said, line)


def _factor(match: re.Match[str]) -> Decimal:
    """What is left to pay: 0.8 of 八折, 0.85 of 八五折, 0.5 of 减半."""
    if match["half"]:
        return 1 / _TWO
    if match["off"]:
        return 1 - Decimal(match["off"]) / _HUNDRED
    digits = "".join(arabic(each) for each in match["cut"])
    return Decimal(digits) / (_HUNDRED if len(digits) == 2 else _TEN)  # noqa: PLR2004  八五折


def _of_another_stage(words: str, told: str) -> bool:
    """Whether words are of the fee of another stage than the price that is told."""
    named = [stage for stage in _STAGED if stage in words]
    return bool(named) and not any(stage in told for stage in named)


def _one_amount(pieces: Iterable[Piece], question: str) -> tuple[Piece, Decimal] | None:
    """The one price a reply tells, a sum before its terms; None where it tells several.

    Of several in one sentence that of what the question does not deny: 跨单位联队每队600元.
    """
    every = [p for p in pieces if p.citations]
    totals = [(p, Decimal(m[1])) for p in every if (m := _TOTAL.search(p.text))]
    if len(totals) == 1:
        return totals[0]
    parts = [(p, part) for p in every for part in _PARTS.split(comparable(p.text))]
    kept = [(p, part) for p, part in parts if not _denied(part, question)]
    found = [(p, Decimal(n)) for p, part in kept for n in _AMOUNT.findall(part)]
    return found[0] if len({n for _, n in found}) == 1 else None


def _denied(part: str, question: str) -> bool:
    """Whether a question says it is put by others than those a part is about.

    >>> _denied("跨单位联队每队600元", "我们队(不是联队)退赛"), _denied("每队1200元", "我们队退赛")
    (True, False)
    """
    return any(match["who"] in part for match in _DENIES.finditer(question))


def _line(formula: str, total: str, of: Iterable[Piece]) -> Piece:
    text = say("worked.together", formula=formula)
    cited = tuple(dict.fromkeys(c for piece in of for c in piece.citations))
    return Piece(text=text, citations=cited, computed=(text, total))
