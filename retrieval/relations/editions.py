"""Which edition of a competition is asked, and that an answer comes from an earlier one."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from knowledge import lazy_re
from knowledge.catalogue.relations.family import Family
from retrieval.question.past import tells_of_before
from retrieval.reply import Reply

_BEFORE = lazy_re.compile(
    r"(?<![比跟和与较同])(?:(?:上|前)一?届|(?:上|前)一(?:次|回)(?=.{0,6}(?:赛|比武|办)))"
)
_DEED = lazy_re.compile(
    r"获|拿|得过|得了|得主|冠军|参加|参过|参赛|选手|[一二三]等奖的?人|入围|进过"
)
_WINNER_MAY = lazy_re.compile(
    r"(?:等奖|[冠亚季]军|第[一二三四五六]名?)[^，,。？?]{0,6}(?:能|可以|可不可以|让|准)"
    r"[^，,。？?]{0,3}(?:报(?!销|到)|参[加赛])"
)
"""上一届二等奖能报吗: who won then, and enters now."""
_MAY = lazy_re.compile(r"能|可以|可否|允许|行不|行吗|有没有资格|限制|不得|影响")


def before(notices: Sequence[str], text: str, family: Family, day: date) -> tuple[str, ...]:
    """The edition before the present one where the words ask for it; () where they do not.

    上届一等奖还能报名吗 asks about somebody's deed, of the present edition.
    """
    asked = _BEFORE.search(text)
    if asked is None or tells_of_before(text, asked.end(), edition=True):
        return ()
    if _WINNER_MAY.search(text) or (_DEED.search(text) and _MAY.search(text)):
        return ()
    found = []
    for notice in notices:
        editions = [n.id for n in family.editions(notice, day)]
        found.append(editions[-2] if len(editions) > 1 else notice)
    return tuple(dict.fromkeys(found))


def marked(reply: Reply, family: Family, day: date) -> Reply:
    """The reply, told to be of an earlier edition if it is."""
    later = [n.id for n in family.editions(reply.notice, day)]
    behind = len(later) - 1 - later.index(reply.notice) if reply.notice in later else 0
    if not behind:
        return reply
    return reply.model_copy(update={"edition": "previous" if behind == 1 else "older"})
