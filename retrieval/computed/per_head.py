"""What each member gets of a team's money that is shared evenly: 7200元÷3=2400元."""

from __future__ import annotations

from decimal import Decimal

from knowledge import lazy_re
from knowledge.numerals import CHINESE, arabic
from knowledge.plain import comparable
from retrieval.computed.worked import number
from retrieval.question.asked import Asked, asked
from retrieval.question.lexicon import Words
from retrieval.reply import Reply
from retrieval.wording import say

_SHARED = lazy_re.compile(
    r"对半分?|平均分|均分|平分|平摊|分摊|均摊|摊到|人均|(?<![a-z])aa制?(?![a-z])"
)
_HEADS = lazy_re.compile(rf"(?P<n>\d{{1,2}}|{CHINESE}|两|俩)个?(?:人|队员|选手|位)")
_BOTH = lazy_re.compile(
    r"对半|[我咱他]俩|[我咱]们?两个?人?|(?:跟|和|与)(?:搭档|队友|师傅|徒弟|同伴)"
)
_EACH = lazy_re.compile(
    r"(?:每个?人|一个?人|人均|各自?)(?:头上)?(?:能|可以|可|要|得|拿|分|领|摊|到手)*到?"
)
_ASIDE = lazy_re.compile(r"税前|头上|下来|的话")
_MONEY = lazy_re.compile(r"(\d+(?:\.\d+)?)(万?)元")
_TWO, _MOST = 2, 20


def shared_out(ask: Asked, words: Words) -> tuple[Asked, int] | None:
    """The question for the whole sum and by how many it is shared; None if no share is asked.

    >>> from retrieval.question.lexicon import words
    >>> found = shared_out(asked("一等奖三个人平分每人多少", words()), words())
    >>> (found[0].plain, found[1]) if found else None
    ('一等奖多少', 3)
    """
    text = ask.plain
    if not _SHARED.search(text) or not ask.forms & {"how_much", "how_many"}:
        return None
    said = _HEADS.search(_EACH.sub("", text))
    heads = int(arabic(said["n"])) if said else 0
    heads = heads or (_TWO if _BOTH.search(text) else 0)
    if not _TWO <= heads <= _MOST:
        return None
    rest = _EACH.sub("", text)
    for pattern in (_HEADS, _SHARED, _ASIDE):
        rest = pattern.sub("", rest)
    whole = asked(rest, words)
    return whole.model_copy(update={"anchors": ask.anchors, "message": ask.message}), heads


def with_share(reply: Reply, heads: int) -> Reply:
    """The reply with what one of so many gets, where it tells one sum of money."""
    found = {m.group() for p in reply.pieces for m in _MONEY.finditer(comparable(p.text))}
    if len(found) != 1 or not reply.tells:
        return reply
    match = _MONEY.fullmatch(found.pop())
    if match is None:
        return reply
    whole = Decimal(match[1]) * (10000 if match[2] else 1)
    each = whole / heads
    if each != round(each, 2):
        return reply
    line = say("worked.shared", formula=f"{number(whole)}÷{heads}={number(each)}元")
    last = reply.pieces[-1]
    piece = last.model_copy(
        update={"text": line, "scope": "", "computed": (line, number(each), str(heads))}
    )
    return reply.beside(piece)
