"""What a notice itself says of an earlier edition: 第五届于2024年10月举办，共有86名选手参赛.

Only sentences that name that edition, or speak of the last one or of last year, can answer; a
question of another edition is never answered from what holds for this one.
"""

from __future__ import annotations

from knowledge import lazy_re
from retrieval.passages.units import Reading, Unit, pairs
from retrieval.question.asked import Asked
from retrieval.question.mentions import editions
from retrieval.reply import Piece, Reply, cite_unit

_BEFORE = lazy_re.compile(r"上一?届|前一届|上次|去年|前年|往届")
_HELD_AT = lazy_re.compile(
    r"在[^，,。；]{1,16}?(?:举办|举行|开赛|落幕|进行)|于[^，,。；]{1,16}?(?:市|区|县|省)"
)
_DAY = lazy_re.compile(r"\d{4}年|\d{1,2}月")
_COUNT = lazy_re.compile(
    r"\d+(?:余|多)?[名人队支家个项所]|[两一二三四五六七八九十]+[名人队支家个项所]"
)
_NAMING = lazy_re.compile(rf"{_BEFORE.pattern}|第.{{1,3}}届|今年|[本这]届")
_ENTERS = lazy_re.compile(
    r"(?<![人技智职功性机才])能(?![手力源])|可以|可不|还要|得过|拿过|参加过|获得过|(?:报|参加)[^，,。？?]{0,8}(?:行|成|吗|不)"
)
_MOST = 2


def asks_earlier(text: str) -> bool:
    """Whether a question (comparable) names an edition at all, or the one before."""
    return bool(_BEFORE.search(text) or editions(text)[0])


def of_another_edition(text: str, own: str | None) -> bool:
    """Whether a question (comparable) is about another edition than `own`.

    Whoever asks if winners of an earlier one may enter asks about this one.

    >>> of_another_edition("第二届报名费多少", "第三届")
    True
    >>> of_another_edition("第二届冠军能报吗", "第三届")
    False
    """
    printed, asked_for = editions(own or "")[0], editions(text)[0]
    return bool(printed and asked_for) and not printed & asked_for and not _ENTERS.search(text)


def earlier_reply(reading: Reading, asked: Asked) -> Reply | None:
    """The sentences about the earlier edition that hold what is asked; None if there are none."""
    own = editions(reading.notice.edition or "")[0]
    before = _BEFORE.search(asked.plain)
    named = frozenset() if before else editions(asked.plain)[0] - own
    if not (named or before) or _ENTERS.search(asked.plain):
        return None
    about = [(u, editions(u.plain)[0] - own) for u in reading.units]
    told = [u for u, of in about if (of & named if named else of or _BEFORE.search(u.plain))]
    if len({frozenset(of) for u, of in about if u in told and of}) > 1:
        return None  # 上届 of several that are told of
    found = [u for u in told if _holds(u, asked)][:_MOST]
    if not found:
        return None
    pieces = tuple(Piece(text=u.text, citations=(cite_unit(reading.notice, u),)) for u in found)
    return Reply(status="answered", notice=reading.notice.id, pieces=pieces, sure=1.0)


def _holds(unit: Unit, asked: Asked) -> bool:
    """Whether a sentence holds the kind of thing asked for, and speaks of the matter."""
    wants = [
        (asked.forms & {"when"}, _DAY),
        (asked.forms & {"where"}, _HELD_AT),
        (asked.forms & {"how_many", "how_much"}, _COUNT),
    ]
    if any(form and not pattern.search(unit.plain) for form, pattern in wants):
        return False
    valued = any(form for form, _ in wants)
    runs = (r for run in (*asked.wording, *asked.literal) for r in _NAMING.split(run))
    words = {p for run in runs for p in pairs(run) if len(p) > 1}
    return any(p in unit.plain for p in words) or (valued and not words)
