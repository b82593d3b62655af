"""What a sentence of a notice shows of itself, whatever is asked; found once a sentence."""

from __future__ import annotations

from dataclasses import dataclass
from math import log

from knowledge import lazy_re
from knowledge.numerals import CHINESE
from knowledge.plain import comparable_name
from retrieval.passages.speaking_of import SpeakingOf
from retrieval.passages.units import Unit
from retrieval.question.moments import dated

COUNTED = lazy_re.compile(rf"不设[^，。]{{0,6}}限|不限|{CHINESE}[种个类项名人队组支场次家]")
PRIZES = lazy_re.compile(r"[一二三特]等|奖")
_PLACES = frozenset({"place", "organisation"})
_NUMBERS = frozenset({"count", "ratio", "amount", "weight", "duration", "age", "rank"})
_LISTS = lazy_re.compile(
    r"(须|应|需|请)(提交|上交|提供|上传|准备|携带|交)[^；;]{2,}、|"
    r"(包括|包含|分为|分|以下|如下|涵盖|组成|[:：])[^；;]*、|、[^；;]*(组成|等\d|等[一二三四五六七八九十]|等(?:材料|资料|证明|扫描件|复印件|原件|证件))|连同[^；;]*、"
)
_FORBIDS = lazy_re.compile(r"不得|不准|禁止|严禁|不能|一律不")
_DEPENDENT = ("其中", "其他", "另")
_LED = lazy_re.compile(r"(?P<label>[^,，。；;:：、]{3,20})[:：]")
_LENGTH = 40
"""So long a sentence is long."""


@dataclass(frozen=True, slots=True)
class Signs:
    """What one sentence shows."""

    label: str
    """Its label, comparable."""
    under: str
    """Its own heading, or the label of what it goes on from, comparable: 救护赛：…；限时40分钟."""
    named: frozenset[str]
    """The tracks its label names."""
    tracks: frozenset[str]
    groups: frozenset[str]
    """Of its clause's scope."""
    dated: bool
    numbered: bool
    placed: bool
    listing: bool
    enumerates: bool
    forbids: bool
    dependent: bool
    shares: bool
    """It tells of shares of prizes."""
    stages: frozenset[str]
    """The stages it or its heading speaks of."""
    long: float
    """How long it is."""


def _under(unit: Unit, own: str) -> str:
    if own:
        return ""
    led = _LED.match(unit.before) if unit.before else None
    heading = unit.headings[0] if unit.headings else ""
    return comparable_name(led["label"] if led else heading)


def signs(unit: Unit, speaking_of: SpeakingOf, stages: frozenset[str]) -> Signs:
    """Read a sentence; `stages` are the concepts that are stages."""
    kinds = {value.kind for value in unit.values}
    own = comparable_name(unit.label)
    return Signs(
        label=own,
        under=_under(unit, own),
        named=speaking_of.named(own) if len(own) > 1 else frozenset(),
        tracks=frozenset(unit.scope.tracks),
        groups=frozenset(unit.scope.groups),
        dated=any(map(dated, unit.values)),
        numbered=bool(kinds & _NUMBERS or COUNTED.search(unit.plain)),
        placed=bool(kinds & _PLACES),
        listing=unit.plain.count("、") > 1,
        enumerates=bool(_LISTS.search(unit.plain)),
        forbids=bool(_FORBIDS.search(unit.plain)),
        dependent=unit.plain.startswith(_DEPENDENT),
        shares="%" in unit.plain and bool(PRIZES.search(unit.plain)),
        stages=(unit.said | unit.titled) & stages,
        long=log(1 + len(unit.plain) / _LENGTH),
    )
