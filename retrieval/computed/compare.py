"""Comparisons: one question put to several competitions, tracks or groups, side by side."""

from __future__ import annotations

import re
from collections.abc import Sequence

from knowledge import lazy_re
from knowledge.numerals import CHINESE, arabic
from knowledge.plain import comparable
from retrieval.computed.grades_apart import grades_apart, one_grade_apart
from retrieval.question.lexicon import Words
from retrieval.question.mentions import editions, years
from retrieval.question.people_groups import without_group
from retrieval.reply import Piece, Reply
from retrieval.wording import say

_COMPARES = lazy_re.compile(
    r"区别|(?<!是)不一样|不同(?!单位|学校|公司)|差别|对比|相比|差了?(?:几|多少)|相差|(?<![a-z])vs(?![a-z])|有(啥|什么|没有)?变化|换了(没|吗|么)|换没换|变没变|变了(没|吗)|哪(个|边|一?[届组])[^，。?？]{0,8}(更|多|少|长|短|早|晚|高|低|严|贵|久)"
    r"|比[^，。?？]{1,14}(多|少|长|短|早|晚|高|低|贵|严)|各(?!位|自|赛项|单位|项目|类|种|地|区|组)"
    r"|(和|与|跟)[^，。?？]{2,24}(哪个|哪一个|谁|分别|各)|一样(吗|么|不)|是不是一样|(都|还)一样|两(个|届|场|次|边|组)[^，。?？]{0,10}(竞赛|比赛|大赛|赛项|组)"
)
MOST = 4
"""More than so many things are no comparison."""
_TWO = 2
_COMMA = lazy_re.compile(r"[，,]")
Side = tuple[str, tuple[tuple[str, ...], tuple[str, ...]], str]
"""Its name, the tracks and groups it is narrowed to, and the question put to it."""
_MORE = lazy_re.compile(
    r"(多|少|长|短|早|晚|高|低|差|相差|便宜|贵|省)[了出]?[交缴付收出拿花给发扣得奖]?(几|多少|好多|多久)"
    r"|哪[个一边][^，。？?]{0,8}(?:多|少|长|短|高|低|久|贵|便宜|大|小)"
)
_CHINESE = lazy_re.compile(rf"({CHINESE})(?=[个届])")
_AMOUNT = lazy_re.compile(r"(\d+(?:\.\d+)?)(分钟|小时|%|周岁|岁|元|队|人|名|分|天|个|届)")


_MORE_OF = lazy_re.compile(
    r"^(?P<one>.{2,24}?)的?(?P<what>[\u4e00-\u9fff]{1,4})(?:更)?(?P<more>[多少])还是(?P<other>.{2,24}?)(?:的?(?P=what))?(?P=more)(?:呢|啊|呀|些|一些)?$"
)


def how_many_each(text: str) -> str:
    """A question which of two has more, as one how many each has; else itself.

    >>> how_many_each("甲赛项目多还是乙赛项目多")
    '甲赛和乙赛各有多少个项目'
    """
    match = _MORE_OF.match(text)
    if match is None:
        return text
    return f"{match['one']}和{match['other']}各有多少个{match['what']}"


def compares(text: str) -> bool:
    """Whether a question sets things side by side."""
    return bool(_COMPARES.search(text))


def each_apart(text: str, year: int, words: Words) -> bool:
    """Whether each side of a comma asks the same of another edition: 第一届几个赛项，第四届几个."""
    sides = _COMMA.split(text)
    if len(sides) > _TWO and not words.forms(sides[0]):
        sides = [f"{sides[0]}，{sides[1]}", *sides[2:]]  # the competition's name alone
    said = [editions(side)[0] or years(side, year)[0] for side in sides]
    apart = len(said) == _TWO and all(len(each) == 1 for each in said) and said[0] != said[1]
    return apart and not words.asked(sides[1])


def side_by_side(sides: Sequence[tuple[str, Reply]]) -> list[Reply]:
    """The replies under their names; none if no side says something.

    What one side leaves open is said beside what the other side states. Numbers of a name need no
    proof.
    """
    told = _same_joined([(name, reply) for name, reply in sides if reply.pieces])
    if len(sides) < _TWO or not any(r.tells for _, r in told):
        return []
    return [
        reply.model_copy(update={"pieces": tuple(_under(name, p) for p in reply.pieces)})
        for name, reply in told
    ]


def without(part: str, groups: Sequence[str], own: str) -> str:
    """The question without the other groups it names."""
    for group in groups:
        if group != own:
            part = without_group(part, group)
    return part


def _same_joined(sides: Sequence[tuple[str, Reply]]) -> list[tuple[str, Reply]]:
    """Sides that say the same in the same notice, as one under all their names."""
    same: dict[tuple[str, ...], list[tuple[str, Reply]]] = {}
    for name, reply in sides:
        same.setdefault((reply.notice, *(p.text for p in reply.pieces)), []).append((name, reply))
    return [("、".join(name for name, _ in each), each[0][1]) for each in same.values()]


def _under(name: str, piece: Piece) -> Piece:
    own = " ".join(word for word in piece.scope.split(" ") if word != name)
    text = say("each", name=own, text=piece.text) if own else piece.text
    return piece.model_copy(
        update={"scope": name, "text": text, "computed": (*piece.computed, name)}
    )


def difference(question: str, pieces: Sequence[Piece]) -> Piece | None:
    """The difference of two amounts of one unit, if just that is asked."""
    if not _MORE.search(question):
        return None
    said = [comparable(p.text) for p in pieces]
    prizes = grades_apart(question, said) or one_grade_apart(question, said)
    if prizes is not None:
        return _worked(prizes.text, prizes.computed, pieces)
    if len(pieces) != _TWO:
        return None
    found = [_AMOUNT.findall(_CHINESE.sub(_in_digits, comparable(p.text))) for p in pieces]
    units = {unit for each in found for _, unit in each}
    told = {u: [{n for n, v in each if v == u} for each in found] for u in units}
    common = [u for u, each in told.items() if all(len(own) == 1 for own in each)]
    # of 第1名：12000元 and 第1名：7500元 the rank is the same
    common = [u for u in common if told[u][0] != told[u][1]] or common
    if len(common) != 1:
        return None
    unit = common[0]
    first, second = (next(n for n, u in each if u == unit) for each in found)
    if first == second:
        return None
    high, low = sorted((float(first), float(second)), reverse=True)
    result = f"{high - low:g}"
    text = say("difference", high=f"{high:g}", low=f"{low:g}", result=result, unit=unit)
    return _worked(text, (result,), pieces)


def _worked(text: str, computed: Sequence[str], pieces: Sequence[Piece]) -> Piece:
    citations = tuple(dict.fromkeys(c for p in pieces for c in p.citations))
    return Piece(text=text, citations=citations, computed=(*computed, text))


def _in_digits(match: re.Match[str]) -> str:
    return arabic(match[1])
