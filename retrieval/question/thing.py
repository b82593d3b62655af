"""The one thing a question is about by name: 身高 in 身高有要求吗, 头盔 in 头盔要自己带吗.

A sentence about something else is no answer, however near it comes: 有加分吗 is not answered by
what is given besides. What a concept covers is left to the concept; the rest must be said.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from knowledge import lazy_re
from knowledge.model import Frozen
from retrieval.question.asked import Asked
from retrieval.question.lexicon import Words

_ENDS = r"(?:了?吗|么|嘛|没有?|不|$)"
_THERE = lazy_re.compile(
    r"(?:有没有|有无|设不设|会不会有)(?!什么|啥|哪|几|多少|谁|人|要求|限制)"
    rf"(?P<x>[^，,。？?、有]{{2,10}}?)(?:可以?|能|给){{0,2}}{_ENDS}"
    r"|(?<![没只还所享具拥])有(?!什么|啥|哪|几|多少|谁|人|要求|限制|没)"
    r"(?P<y>[^，,。？?、有]{2,8}?)(?:吗|么|嘛)$"
)
_LIMITED = lazy_re.compile(
    r"(?P<x>[^，,。？?、]{2,12}?)(?:方面|上)?(?:有没有|有无|有)(?:什么|啥|特别|具体|特殊|明确)*的?"
    rf"(?:要求|限制|规定|讲究){_ENDS}"
)
_BROUGHT = lazy_re.compile(
    r"(?P<x>[^，,。？?、]{2,8}?)(?:是|都|也|还)?"
    r"(?:要不要|用不用|需不需要|能不能|可不可以|要|用|得|需要|可以|能|(?<!还是)(?=(?:我们|选手)?自己))"
    rf"(?:我们|选手)?(?:自己|自)?(?:带|备|准备|买|配)(?:进去?|来|去|入场)?{_ENDS}"
)
_DONE = lazy_re.compile(r"(?:怎么|如何|咋|怎样)(?:去|来|个)?(?P<x>[\u4e00-\u9fff]{2,4})[呢啊]?$")
_HANDED_IN = lazy_re.compile(
    r"(?:的|^)(?P<x>[^的，,。？?、]{2,6}?)(?:都|要|该|应该|得)?(?:怎么|如何|咋|怎样)"
    r"(?:[提上递]?交|上传|报送)(?![流钱费付])"
)
_COUNTED = lazy_re.compile(
    r"(?:几|多少|好多)个(?P<x>问题|错误|样品|视频|文件|机位|镜头|步骤|科目|知识点)"
)
_SORT = lazy_re.compile(
    r"(?P<x>[^，,。？?、]{2,10}?)(?:是|用|都|的)*(?:什么|啥|哪个|哪款|哪种|哪家)样?的?"
    r"(?P<of>牌子|品牌|型号|机型|颜色|材质|尺码)"
)

_ABSTRACT = lazy_re.compile(
    r"(?:处理|处置|解决|安排|办理|应对|应付|操作|计算|统一|影响|办法|关系|机会|说法|意思|问题|区别|变化|可能|必要|用处?|好处|帮助|作用|意义|价值|用途|优势|坏处|讲究|说头|后果|弹性|余地|补救|希望|事)+"
)
"""Words that name no thing: 有影响吗 asks what follows from what was said before."""
_SHARE, _LATIN = 4, 3


class Thing(Frozen):
    """What must be told: words of the question, or concepts they name."""

    runs: tuple[str, ...]
    concepts: frozenset[str] = frozenset()
    instead: tuple[str, ...] = ()
    """What notices write for the words."""
    of: str = ""
    """What is asked of it, in the same sentence: its 牌子."""
    preferred: bool = False
    """A sentence on all such things answers where none names it: 剪刀 and 工具自备."""

    def told(self, text: str, said: frozenset[str], sayings: frozenset[str]) -> bool:
        """Whether a sentence with its headings (comparable) tells of it.

        `said` are the concepts it speaks of, `sayings` those of what is asked of the thing.
        """
        if self.of and not sayings & said:
            return False
        if self.concepts and self.concepts & said:
            return True
        if any(word in text for word in self.instead):
            return True
        return bool(self.runs) and all(_reached(run, text) for run in self.runs)


@lru_cache(maxsize=512)
def thing(asked: Asked, words: Words) -> Thing | None:
    """The thing a question names; None if it names none by words of its own.

    >>> from retrieval.question.asked import asked as read
    >>> from retrieval.question.lexicon import words
    >>> thing(read("选手身高有要求吗", words()), words()).runs
    ('身高',)
    """
    text = asked.plain
    for pattern in (_SORT, _LIMITED, _COUNTED, _BROUGHT, _THERE, _HANDED_IN, _DONE):
        match = pattern.search(text)
        if match is None or (pattern is _DONE and asked.concepts):
            continue
        said = next(s for s in match.groupdict().items() if s[0] in "xy" and s[1])[1]
        runs = _own(said, asked, last=pattern is _LIMITED)
        runs = (said,) if pattern is _COUNTED else runs
        if pattern is _BROUGHT and any(f.end < len(said) for f in words.asked(said)):
            runs = (said.rpartition("的")[2],)  # 操作台 is no part of 操作
        # the last word is what the thing is: 线上练习题库 are questions to train with
        found = sorted(words.asked(said), key=lambda f: f.end)[-1:]
        found = [f for f in found if pattern is not _BROUGHT or f.end == len(said)]
        # 队员体重 is about 体重, whose it is stands before
        own = pattern is _LIMITED and bool(runs) and said.find(runs[-1])
        found = [f for f in found if not (own and own >= f.end)]
        narrow = frozenset(f.id for f in found if not words.concepts[f.id].broad)
        if not runs or (narrow and pattern in {_LIMITED, _BROUGHT, _HANDED_IN}):
            return None
        return Thing(
            runs=runs,
            concepts=narrow,
            instead=tuple(w for m in asked.meant if m.said in said for w in m.words if len(w) > 1),
            of=match.groupdict().get("of") or "",
            preferred=pattern in {_BROUGHT, _HANDED_IN, _DONE},
        )
    return None


def _own(said: str, asked: Asked, *, last: bool) -> tuple[str, ...]:
    """The words of the question's own in a stretch of it; of a limit only the nearest to it."""
    runs: Sequence[str] = [r for r in asked.content if len(r) > 1 and r in said]
    runs = [r for r in runs if not (r.isascii() and len(r) < _LATIN) and not _ABSTRACT.fullmatch(r)]
    return tuple(runs[-1:] if last else runs)


def enough_told(asked: Asked, text: str) -> bool:
    """Whether a text (comparable) has at least a quarter of the words of a question.

    Words said otherwise count where the text has what notices write for them.
    """
    runs = [r for r in asked.content if len(r) > 1]
    runs = [r for r in runs if not re.search(f"[去到]{re.escape(r)}", asked.plain)] or runs
    otherwise = [m.said for m in asked.meant if any(w in text for w in m.words)]
    apart = [m for m in otherwise if len(m) > 1 and not any(set(m) & set(r) for r in runs)]
    runs = sorted([*runs, *apart], key=asked.plain.find)  # 用自己家的 is said by 自带
    meant = set("".join(otherwise))
    told = sum(len(r) if meant & set(r) else _known(r, text) for r in runs)
    every = sum(map(len, runs))
    if runs and "yes_no" in asked.forms:  # 能来现场加油吗 is about 加油
        last = bool(meant & set(runs[-1])) or runs[-1][-2:] in text
        return last and _SHARE * told >= every
    return _SHARE * told >= every


def _reached(run: str, text: str) -> bool:
    """Whether at least half of a word stands in a text; all of one in Latin letters."""
    if run.isascii():
        return run in text
    return 2 * _known(run, text) >= len(run)


def _known(run: str, text: str) -> int:
    """How many characters of a word stand in a text beside the same neighbour."""
    reached = {i for i in range(len(run) - 1) if run[i : i + 2] in text}
    return len(reached | {i + 1 for i in reached})
