"""A competition of a place that no notice speaks of: its notice is not here."""

from __future__ import annotations

from collections.abc import Iterable

from knowledge import lazy_re
from retrieval.scoping.regions import province, provinces_of

_PLACE = lazy_re.compile(
    r"(?<![\u4e00-\u9fff\d])(?:请问|想问|问一?下|有没有|有无|查一?下|关于|听说|看到|还有|那)*"
    r"(?P<place>(?![^省市县旗区]{0,3}[全本各外跨哪几我你他她请问想在到去从这那有没是的了和与及个些每两])"
    r"[\u4e00-\u9fff]{2,4}?)(?:省|市|县|自治州|旗|(?<![社地校园小厂景山片辖城特牧林矿库战])区)"
    r"(?![级场内属域块里])(?P<about>[^，,。；;？?\s]{0,14}?)(?:大赛|竞赛|比武|技能节|(?<!参加)比赛)"
)
_TO_NAME = lazy_re.compile(r"[省市县区]?(?:的|今年的?|本届|第.{1,2}届|首届|20\d\d年?的?|[那这]个)*")
_VERB = lazy_re.compile(
    r"(?<![智技功性])能|[可参报在要我你他咱吗呢去来户想请]|学生|职工$|老师|单位"
)


def place_of_another(text: str) -> str | None:
    """The place a question (comparable) calls a competition after; None if it does so by none.

    >>> place_of_another("有没有青岚县厨师大赛的通知")
    '青岚'
    >>> place_of_another("我在青岚县上班能参加大赛吗") is None
    True
    """
    match = _PLACE.search(text)
    if match is None or _VERB.search(match["about"]):
        return None
    return match["place"]


def place_before(text: str, places: Iterable[str], names: Iterable[tuple[int, int]]) -> str | None:
    """The place (of `places`) that stands right before the name of a competition in a question.

    >>> place_before("东江养老护理大赛几号", ["东江", "西江"], [(2, 6)])
    '东江'
    >>> place_before("我在东江上班养老护理大赛几号", ["东江"], [(6, 10)]) is None
    True
    """
    begins = {start for start, _ in names}
    for place in places:
        at = text.find(place)
        after = _TO_NAME.match(text, at + len(place)) if at >= 0 else None
        if after is not None and begins & set(range(at + len(place), after.end() + 1)):
            return place
    return None


def of_nobody(text: str, notices: Iterable[str]) -> bool:
    """Whether none of the notices (comparable texts) names the place a competition is called after.

    Provinces and cities are left to the gazetteer; of what lies in them each has its own.

    >>> of_nobody("青岚县厨师大赛几号", ["东江市焊接技能大赛"])
    True
    """
    place = place_of_another(text)
    if place is None or province(place) != place or place in provinces_of(place):
        return False  # what lies where is known
    return not any(place in notice for notice in notices)
