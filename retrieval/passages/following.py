"""What comes after a step: the sentence behind the one the question tells of.

填完保存了，下一步是什么: the step that says 保存 is found by its words, and the next is answered.
"""

from __future__ import annotations

from knowledge import lazy_re
from retrieval.passages.units import Reading, Unit
from retrieval.passages.wordwise import Wordwise
from retrieval.question.asked import Asked
from retrieval.question.lexicon import Words
from retrieval.reply import Piece, Reply, cite_unit

_NEXT = lazy_re.compile(
    r"(再?下一?步|接下来|接着|随后|然后)[^，,。？?]{0,3}(是|做|干|弄|点|要|该|怎么|咋|什么|啥|呢|$)"
    r"|(?<=了)(?:之后|以后|后)?(?:再|还|该|要)*(?:干嘛|干啥|干什么|做什么|做啥|咋弄|怎么弄)[呢啊]?$"
    r"|(?<=[\u4e00-\u9fff])(?:之后|以后)(?:再|还|该|要)*(?:干嘛|干啥|干什么|做什么|做啥|咋弄|怎么弄)[呢啊]?$"
)
_DONE = lazy_re.compile(r"[完好]了?(以后|之后)?|了(以后|之后)?|[以之]后")
_WHERE = lazy_re.compile(
    r"(?:^|[，,。])(?:我们?)?(?:在|登[录陆]|进)?[^，,。]{2,24}?(?:网站|平台|系统|页面|小程序)(?:上|里面?|中|内)"
)
"""Where a step is done tells no step: 在申报网站上填完了."""
_ONE = lazy_re.compile(r"下一?步")
_MOST = 3
"""So many steps are told where not the next one alone is asked for."""
_LEAST = 0.5
"""So large a share of the words of the step the question tells of must stand in a sentence."""
_CAPTION = lazy_re.compile(r"^[(（]图[^()（）]*[)）]$")


def asks_next(asked: Asked) -> bool:
    """Whether it is asked what comes after a step."""
    return _NEXT.search(asked.plain) is not None


def following_reply(reading: Reading, asked: Asked, words: Words) -> Reply | None:
    """The step behind the one the question tells of; None if it asks for none or tells of none."""
    match = _NEXT.search(asked.plain)
    before = _WHERE.sub("\n", asked.plain[: match.start()]) if match else ""
    before = _DONE.sub("\n", before)
    told = words.content(before, ())
    if match is None or not any(len(run) > 1 for run in told):
        return None
    steps = [u for u in reading.units if u.clause.parent and not _CAPTION.match(u.plain)]
    found = Wordwise(reading, asked.model_copy(update={"wording": told})).first(steps)
    if found is None or found[0] < _LEAST:
        return None
    after = _after(found[1], steps)[: 1 if _ONE.search(asked.plain) else _MOST]
    if not after:
        return None
    pieces = tuple(Piece(text=u.text, citations=(cite_unit(reading.notice, u),)) for u in after)
    return Reply(status="answered", notice=reading.notice.id, pieces=pieces, sure=found[0])


def _after(unit: Unit, steps: list[Unit]) -> list[Unit]:
    """The sentences behind it below the same heading, in their order."""
    later = (u for u in steps if u.start >= unit.end and u.clause.parent == unit.clause.parent)
    return sorted(later, key=lambda u: u.start)
