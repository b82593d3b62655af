"""What `other` tells of a fact that no key names: by words, with negation and number."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from knowledge import lazy_re
from knowledge.eligibility.checks.scales import ranked
from knowledge.eligibility.reading import flag
from knowledge.numerals import NUMERAL, arabic
from knowledge.plain import comparable, comparable_name

if TYPE_CHECKING:
    from collections.abc import Iterator

    from knowledge.eligibility.person import Person

_SHORTEST = 2
_ALIKE = 0.6
_SAME, _HELD = 3, 2
_NO_NEGATION = lazy_re.compile(
    r"无人|无线|无损|无障碍|无菌|无机|未来|未成年|不锈钢|不动产|不少于|不低于|不超过"
)
_NEGATION = lazy_re.compile(
    r"没有|从未|尚未|并未|不存在|不得|不能|不可|不允许|禁止|不具|非|无|未|不(?=[受曾是在属])"
)
_FRAME = lazy_re.compile(
    r"必须|应当|[须应需]|持有|具有|具备|取得|获得|拥有|有效期内|有效|在有效期|相应|相关|近.年|本人|目前"
    r"|的|且|在(?![职岗校籍编读])|有|已经?|曾|经|为|是|发生|存在|记录|人员|情形|行为"
)
_BOUND = lazy_re.compile(
    rf"(?P<way>不少于|不低于|不超过|不多于|不高于|超过|高于|大于|多于|达到?|满|不足|少于|低于|未满)"
    rf"(?:了)?(?P<n>\d+(?:\.\d+)?|{NUMERAL})(?P<wan>万|千|百)?(?P<unit>[^\d,。;以]?)(?P<up>[^\d,。;]?以上)?"
)
_REACH = lazy_re.compile(
    r"(?P<n>\d+(?:\.\d+)?)(?P<wan>万|千|百)?[^\d,。;以]{0,3}(?:及)?(?P<way>以上|以下|以内)"
)
_MEASURE = lazy_re.compile(
    r"(?:水平|等级|证书|成绩|级别|测试|考试|结果|等次)+$|^(?:近.年|大学|本人)"
)
_PIECES = lazy_re.compile(r"[,;。:]|并且|且|以及|同时")
_LISTED = lazy_re.compile(r"[,;。:、()]|并且|且|以及|同时|或者?|及其?|和|与")
_SHARE = 0.4
_BRIEF = 5
_PAPER = frozenset({"", "明", "书", "件", "的"})
_PREDICATE = lazy_re.compile(r"近.年|具有|具备|从事|担任|取得|不得|不能|对[^,]{1,12}(?:讲授|承担)")
"""What is said of the name: 主讲教师 names nothing in 主讲教师近五年讲授2轮."""
_EVENT = lazy_re.compile(r"[大竞比]赛|比武")
_TIMES = {"万": 10_000, "千": 1_000, "百": 100}


def told(person: Person, said: str, *, one_enough: bool = False) -> bool | None:
    """Whether what `said` states is so, by the entries of `other` that name it; None if none does.

    An entry names it if one's words hold the other's, or most of them; a negation on one side only
    (无违纪 beside 违纪) turns it round, and a number is compared with the bound that is said.
    With `one_enough`, or alternatives in the words, one entry that is so decides; else all must be.
    """
    every = list(_each(person, said))
    if not every:
        return None
    nearest = max(near for near, _ in every)
    found = [so for near, so in every if near == nearest]
    return any(found) if one_enough or "或" in said else all(found)


def values(person: Person, called: str) -> Iterator[object]:
    """What the entries of `other` that name this hold."""
    if not person.other:
        return
    words = comparable_name(called)
    for name, value in person.other.items():
        if len(comparable(str(name))) >= _SHORTEST and _names(comparable(str(name)), words):
            yield value


def negative(said: str) -> bool:
    """Whether the words state that something is not so: 无不良记录, 未发生事故."""
    return bool(_NEGATION.search(_NO_NEGATION.sub("", comparable(said))))


def _each(person: Person, said: str) -> Iterator[tuple[int, bool]]:
    """For each entry that names it how nearly it does, and whether it is so."""
    if not person.other:
        return
    words = comparable_name(said)
    for name, value in person.other.items():
        wanted = comparable(str(name))
        if len(wanted) < _SHORTEST:
            continue
        near = _names(wanted, words)
        if not near:
            if (so := _by_rank(words, wanted, value)) is not None:
                yield 1, so
            continue
        so = _measured(words, wanted, value)
        if so is None:
            so = flag(value)
            if so is not None and negative(wanted) != negative(_part(words, wanted)):
                so = not so
        if so is not None:
            yield near, so


def _part(words: str, name: str) -> str:
    """The part of the words that speaks of what the entry names: 未满18周岁的，须有监护人同意."""
    if name in words and _PIECES.search(name):  # it spans several parts, with their negations
        return name
    own = [part for part in _PIECES.split(words) if _names(name, part)]
    return own[0] if own else words


def _by_rank(words: str, name: str, value: object) -> bool | None:
    """英语水平：六级 beside 大学英语四级以上: the rank decides where the subject is the same."""
    if not isinstance(value, str) or flag(value) is not None:
        return None
    subject = _MEASURE.sub("", name)
    return ranked(words, name, value) if len(subject) >= _SHORTEST and subject in words else None


def _measured(words: str, name: str, value: object) -> bool | None:
    """A number, a rank or a name against what the words ask for; None where it is neither."""
    if isinstance(value, bool):
        return None
    own = [part for part in _PIECES.split(words) if _names(name, part)]
    for part in (*own, words):
        if (so := _compared(part, value)) is not None:
            return so
    if not isinstance(value, str) or flag(value) is not None:
        return None
    for part in (*own, words):
        if (so := ranked(part, name, value)) is not None:
            return so
    held = comparable(value)
    return True if len(held) >= _SHORTEST and held in words else None


def _names(name: str, words: str) -> int:
    """How nearly the entry's name and the words speak of the same; 0 if they do not."""
    short, full = _core(name), _core(words)
    if name == words or (short and short == full):
        return _SAME
    if words in name or (name in words and _most_of_a_part(name, words)):
        return _HELD
    if name in words:
        return 0
    return int(bool(short and full) and (short in full or full in short or _alike(short, full)))


def _most_of_a_part(name: str, words: str) -> bool:
    """Whether the name is what some part of the words is about, and not a word within it.

    退役军人 is no name for 前两届退役军人职业技能大赛金奖获得者.
    """
    own = [part for part in _LISTED.split(words) if name in part]
    return not own or any(_is_about(name, part) for part in own)


def _is_about(name: str, part: str) -> bool:
    """Whether a part is most of it the name, or begins or ends with it: 休学期间的学生."""
    core, rest = _core(part), part.partition(name)[2]
    if part.startswith(name) and _PREDICATE.search(rest):
        return False
    if len(name) >= _SHARE * len(core) or rest in _PAPER:
        return True
    return part.startswith(name) and not _EVENT.search(rest)


def _core(words: str) -> str:
    return _FRAME.sub("", _NEGATION.sub("", words))


def _alike(name: str, words: str) -> bool:
    """Whether most pairs of neighbouring characters of the name stand in the words.

    Of a short name its beginning must (退役军人 is not 现役军人).
    """
    pairs = [name[at : at + 2] for at in range(len(name) - 1)]
    if len(name) <= _SHORTEST or (len(name) <= _BRIEF and pairs[0] not in words):
        return False
    return sum(pair in words for pair in set(pairs)) >= _ALIKE * len(set(pairs))


def _compared(words: str, value: object) -> bool | None:
    """A number against the first bound in the words; None if either is missing."""
    bound = _BOUND.search(words) or _REACH.search(words)
    number = _number(value)
    if bound is None or number is None:
        return None
    limit = float(arabic(bound["n"])) * _TIMES.get(bound["wan"] or "", 1)
    unit = re.sub(r"^[^\d]*[\d.]+", "", str(value))
    if asked_in := _months(words[bound.end("n") :]):
        number *= (_months(unit) or asked_in) / asked_in
    way = {"以下": "不超过", "以内": "不超过"}.get(bound["way"], bound["way"])
    if way in {"不足", "少于", "低于", "未满"}:
        return number < limit
    if way in {"不超过", "不多于", "不高于"}:
        return number <= limit
    return number > limit if way in {"超过", "高于", "大于", "多于"} else number >= limit


def _months(unit: str) -> float:
    """A unit of time in months; 0 for any other."""
    match = re.match(r"个?(年|周年|天|日|月)", unit)
    return {"年": 12, "周年": 12, "月": 1, "天": 1 / 30, "日": 1 / 30}[match[1]] if match else 0


def _number(value: object) -> float | None:
    if isinstance(value, bool):
        return None
    if isinstance(value, (int, float)):
        return float(value)
    match = re.fullmatch(r"(\d+(?:\.\d+)?)(万)?[^\d]{0,3}", str(value).strip())
    return float(match[1]) * _TIMES.get(match[2] or "", 1) if match else None
