"""The part of a sentence that is due to one track: 每人每日120元，干砌石墙每人每日150元."""

from __future__ import annotations

from knowledge import lazy_re
from knowledge.plain import comparable
from retrieval.passages.speaking_of import SpeakingOf

_SEGMENT = lazy_re.compile(r"[^，,；;。\n]+[，,；;。\n]*")
_ENDS = "，,；;。\n"
_VALUE = lazy_re.compile(r"\d")
_REST = lazy_re.compile(r"其他|其余|其它|另")


def own_part(text: str, tracks: tuple[str, ...], speaking_of: SpeakingOf) -> str:
    """Without the stretches that tell a value of other tracks.

    Where some tell one of `tracks` themselves, these alone, and what goes on with the first; the
    whole of it if no track is meant.
    """
    if not tracks:
        return text
    parts = [(part, comparable(part)) for part in _SEGMENT.findall(text)]
    valued = [(part, plain) for part, plain in parts if _VALUE.search(plain)]
    own = [part for part, plain in valued if speaking_of.named(plain) & set(tracks)]
    others = {part for part, plain in valued if speaking_of.others(plain, tracks)}
    led = bool(own) and valued[0][0] == own[0]  # 巡查每查出1处得5分，误报1处扣2分 goes on with it
    if own and len(own) < len(valued) and not (led and not any(_REST.search(p) for p, _ in valued)):
        return "".join(own)
    return "".join(part for part, _ in parts if part not in others)


def by_itself(cut: str, whole: str, tracks: tuple[str, ...], speaking_of: SpeakingOf) -> bool:
    """Whether a part (both comparable) is what a row of values holds for one of `tracks` alone.

    A、B赛道截止时间为10月9日，C赛道为10月12日: what the value is of is said with the first only.
    """
    if not tracks or not _VALUE.search(cut) or not speaking_of.named(cut) & set(tracks):
        return False
    rest = [p for p in _SEGMENT.findall(whole) if p.rstrip(_ENDS) not in cut and _VALUE.search(p)]
    return bool(rest) and all(speaking_of.others(part, tracks) for part in rest)
