"""What a notice says of people like the one who asks, besides its conditions: 外聘教师不参加.

Such a sentence is found by words that are rare in the notice and stand in the question too: a
company, 顶岗实习, 上一届第一名. It is said before any verdict, and instead of one if it bars the
way; so is what holds for the people of an organiser, and what minors need.
"""

from __future__ import annotations

from collections.abc import Iterator

from knowledge import lazy_re
from knowledge.eligibility.facts import facts_from_words
from knowledge.eligibility.members import kinds
from knowledge.numerals import CHINESE, arabic
from knowledge.plain import comparable
from retrieval.entrants.barring import under_heading
from retrieval.entrants.insiders import BARS, of_insiders, whole
from retrieval.entrants.other_stage import of_another_stage
from retrieval.entrants.persons import kind_of_all, persons
from retrieval.passages.rank import Sought, in_scope
from retrieval.passages.units import Reading, Unit, pairs
from retrieval.question.asked import Asked, plain
from retrieval.question.barred_number import side_of_bar
from retrieval.question.lexicon import Words
from retrieval.question.stance import lacked
from retrieval.question.without_any import denies
from retrieval.reply import Piece, Reply, answered, cite_unit
from retrieval.wording import say

_ASKS_FOR = lazy_re.compile(
    r"须|应当?(?![届聘用])|需(?!求)|方可|视同|视为|也?可(?:以)?(?:(?:凭|持)[^，,。；]{2,16})?(?:参加|报名|参赛)"
    r"|可?(?:以)?由[^，,。；]{2,16}(?:推荐|报名|报送)|同样(?:认可|有效)"
)
_OF_PEOPLE = lazy_re.compile(
    r"参加|参赛|报名|推荐|选手|人员|员工|职工|教师|学生|在校生|的(?:[，,。；;]|$)|者"
)
_ONLY = lazy_re.compile(
    r"(学生|在校生|教师|职工)(?:只能|仅限|限)[^，,。；]{2,12}(?:参加|报名|参赛)"
)
_BY_THEMSELVES = frozenset({"flexible", "unemployed", "retired"})
"""People whom a notice lets in by a way of their own, or not at all: 个体工商户可凭营业执照报名."""
_ROLES = {"学生": "student", "在校生": "student", "教师": "teacher", "职工": "worker"}
_WAIVED = lazy_re.compile(
    r"(专业|户籍|户口|学历|性别|职称|地域|工龄|国籍|证书)[^，,。；;]{0,3}(?:不限|不受限|不作[^，。；]{0,4}要求|无要求)"
)
_UNDER_AGE = lazy_re.compile(r"(?:未满|不满|不足)(\d{1,2})周?岁|未成年")
_OVER_AGE = lazy_re.compile(
    rf"(?<!未)(?:年?满|超过)(\d{{2}}|{CHINESE})周?岁(?:以上|及以上)?的[，,]?[^，,。；;]{{0,6}}(?:须|应当?|需|要)"
)
_ENTERS = lazy_re.compile(r"(还|也|都|就)?(能|可以|让)?(够|不能)?(报|参加?|来|去|上)+")
_DIGIT = lazy_re.compile(r"\d")
_RARE, _FEW, _MAJORITY, _OLD = 2, 3, 18, 50


def special_reply(
    reading: Reading, sought: Sought, words: Words, verdict: Reply | None
) -> Reply | None:
    """The verdict with what the notice says of such people in particular, or that alone."""
    own = [*_of_such(reading, sought, words), *of_insiders(reading, sought.asked)]
    own += _waived(reading, sought)
    own = [unit for unit in own if not of_another_stage(sought.asked.plain, unit.plain)]
    if verdict is not None:  # what does not bar somebody is no answer where the rest is judged
        own = [u for u in own if not (BARS.search(whole(reading, u)) and _beyond(u, sought.asked))]
    bars = [unit for unit in own if BARS.search(whole(reading, unit))]
    shown = list(dict.fromkeys([*(bars or own), *_of_minors(reading, sought)]))[:_RARE]
    if not shown:
        return verdict
    found = tuple(_piece(reading, unit, sought.asked) for unit in shown)
    said = "".join(piece.text for piece in verdict.pieces) if verdict else ""
    found = tuple(
        piece
        for piece, unit in zip(found, shown, strict=True)
        if unit.text.rstrip("。；") not in said
    )
    if verdict is not None and not found:
        return verdict
    if verdict is None or bars:
        return answered(reading.notice.id, found, sought.tracks, sought.groups)
    return verdict.beside(*found)


def _piece(reading: Reading, unit: Unit, asked: Asked) -> Piece:
    above = reading.introduction(unit)
    cited = (above, unit) if above else (unit,)
    text = under_heading(unit, "".join(each.text for each in cited))
    led = (
        say("lead.no_may") if lacked(asked.plain, unit.plain) else _by_number(reading, asked, unit)
    )
    if not led and BARS.search(whole(reading, unit)) and denies(asked.plain, unit.plain):
        led = say("lead.beside_bar")
    proof = tuple(cite_unit(reading.notice, each) for each in cited)
    return Piece(text=f"{led}{text}", citations=proof, computed=(led,) if led else ())


def _by_number(reading: Reading, asked: Asked, unit: Unit) -> str:
    """The lead where a number tells on which side of a bar somebody is."""
    if not (_DIGIT.search(asked.plain) and _DIGIT.search(unit.plain)):
        return ""
    counted = [word for one in asked.meant for word in one.words if len(word) > 1]
    side = side_of_bar(_counting(asked), unit.plain, counted) if counted else None
    return say(f"lead.{side}_bar") if side and BARS.search(whole(reading, unit)) else ""


def _beyond(unit: Unit, asked: Asked) -> bool:
    """Whether a bar is about what somebody says he has none of, or fewer: 没有粉丝, 800个粉."""
    counted = [word for one in asked.meant for word in one.words if len(word) > 1]
    below = side_of_bar(_counting(asked), unit.plain, counted) == "below" if counted else False
    return below or denies(asked.plain, unit.plain)


def _counting(asked: Asked) -> str:
    """The parts of a question that count what it has another word for: 12万粉, not 她41."""
    parts = asked.plain.replace("，", ",").split(",")
    return ",".join(p for p in parts if any(one.said in p for one in asked.meant))


def _waived(reading: Reading, sought: Sought) -> Iterator[Unit]:
    """What the notice does not ask for and the question speaks of: 学生所学专业不限."""
    for unit in reading.units:
        free = {m[1] for m in _WAIVED.finditer(unit.plain) if m[1] in sought.asked.plain}
        if free and in_scope(unit, sought) and unit.scope.role in {None, "contestant"}:
            yield unit


def _of_such(reading: Reading, sought: Sought, words: Words) -> Iterator[Unit]:
    """Sentences with a rare word of the question, on who takes part and how."""
    telling = set(_telling(reading, sought.asked, words))
    kind = persons().kind(sought.asked.plain)
    kind = None if kind and kind_of_all(kind, reading.notice) else kind
    units = [u for u in reading.units if _restricts(reading, u) and in_scope(u, sought)]
    of_kind = [u for u in units if kind and persons().says(kind.kind, u.plain)]
    most = max((_told(telling, u) for u in units), default=0)
    role = facts_from_words(sought.asked.text).person.get("identity")
    for unit in units:
        by_kind = len(of_kind) <= _RARE and unit in of_kind
        only = _ONLY.search(unit.plain)
        by_kind = by_kind or bool(only and _ROLES[only[1]] == role)
        by_kind = by_kind or (role in _BY_THEMSELVES and kinds(unit.plain) == (role,))
        by_kind = by_kind or bool(_by_number(reading, sought.asked, unit))
        if by_kind or (most and _told(telling, unit) == most):
            yield unit


def _restricts(reading: Reading, unit: Unit) -> bool:
    """Whether a sentence bars people or asks something of them."""
    if unit.text.endswith(("：", ":")):
        return False  # it only leads to those it bars
    if unit.scope.role not in {None, "contestant"} or not _OF_PEOPLE.search(unit.plain):
        return False
    above = reading.introduction(unit)
    said = unit.said | unit.titled | unit.above | (above.said if above else frozenset())
    said_whole = whole(reading, unit)
    restricts = BARS.search(said_whole) or _ASKS_FOR.search(said_whole)
    return bool({"who_can", "excluded"} & said) and bool(restricts)


def _told(telling: set[str], unit: Unit) -> int:
    """How many rare words of the question the sentence says."""
    return sum(word in unit.plain for word in telling)


def _telling(reading: Reading, asked: Asked, words: Words) -> Iterator[str]:
    """The words of the question that few sentences have and no fact of the person explains."""
    left = plain(facts_from_words(asked.text).leftover)
    names = comparable(reading.notice.name + "".join(t.name for t in reading.notice.tracks))
    for run in asked.content:
        if run not in left or len(run) < _RARE or _ENTERS.fullmatch(run):
            continue
        known = [p for p in sorted(pairs(run)) if p.isalpha() and reading.knows(p)]
        rare = [p for p in known if p not in names and _count(reading, p) <= _FEW]
        if len(rare) > 1 or (rare and run == rare[0] and run not in words.generic):
            yield from rare


def _count(reading: Reading, pair: str) -> int:
    return sum(pair in unit.plain for unit in reading.units)


def _of_minors(reading: Reading, sought: Sought) -> Iterator[Unit]:
    """What somebody of this age needs because of it: 未满18周岁的，须有监护人书面同意.

    Or of a high one: 年满70周岁的，须提交健康承诺书.
    """
    age = facts_from_words(sought.asked.text).person.get("age")
    if not isinstance(age, int):
        return
    for unit in reading.units:
        match = _UNDER_AGE.search(unit.plain)
        young = match is not None and age < int(match[1] or _MAJORITY)
        over = _OVER_AGE.search(unit.plain)
        old = over is not None and _OLD <= int(arabic(over[1])) <= age
        if (young or old) and in_scope(unit, sought):
            yield unit
