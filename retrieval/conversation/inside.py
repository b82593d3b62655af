"""里头有没有焊工: whether a thing is in what is spoken of, be it the name of a track elsewhere."""

from __future__ import annotations

from knowledge import lazy_re
from retrieval.question.lexicon import Words

_POINTS = lazy_re.compile(
    r"^(?:那|请问|就|它|这|对了|[,，])*(?:[这那]个?(?:比赛|竞赛|大赛|通知|名单|目录|表)?)?的?"
    r"(?:里[头面边]?|当中|其中|[^,，。？?]{0,8}(?<![公省市县院校这那村厂城])里[头面边]?)"
    r"(?:都|也|还|到底|究竟)*(?:有|设|包括|包含)"
)
_FIRST = lazy_re.compile(r"^(?:那|请问|就|它|这|[,，])*(?:都|也|还)*(?:有没有|有无)")
_ONLY = lazy_re.compile(r"(?:都|也|还)*有(?:没有|无|吗|么|不)*")
_ASKED = lazy_re.compile(r"(?:都|也)*有(?![没哪几多啥什])[^,，。？?]{2,14}(?:没有?|吗|么|不)$")
_TOO = lazy_re.compile(
    r"(?:里[头面边]?|当中|其中|那边|那个)(?:也|就|总|该|都)*有(?:没有|的)?[吧吗么不呢啊]*[?？]?$"
)


def points_inside(text: str) -> bool:
    """Whether a turn (plain) asks if something is in what was spoken of.

    >>> points_inside("里头有人工智能训练师这个项目没有"), points_inside("厂里有人工智能训练师")
    (True, False)
    """
    return _POINTS.match(text) is not None


def asks_if_there(text: str, bare: str, words: Words) -> bool:
    """Whether a turn asks if there is what it names: 有没有学生组; what comes first is asked.

    `bare` is the text without names of tracks and groups.

    >>> from retrieval.question.lexicon import words
    >>> [asks_if_there(t, "有没有", words()) for t in ("有没有学生组", "学生组有没有")]
    [True, False]
    """
    if points_inside(text):
        return True
    return bool(_FIRST.match(text)) and bool(_ONLY.fullmatch(bare) or not words.asked(bare))


def there_too(text: str, before: str) -> str | None:
    """The question if a thing is there, put again to what a turn names: 那贵州的里面有吧.

    >>> there_too("贵州的那个里面有吧", "里有焊工没有"), there_too("里面有吧", "几号考")
    ('里有焊工没有', None)
    """
    if not _TOO.search(text):
        return None
    asked = _ASKED.match(before) or _FIRST.match(before) or _POINTS.match(before)
    return before if asked else None
