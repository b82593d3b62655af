"""Tracks listed kind by kind, each kind with its own number: 学生赛项（2项）：甲、乙（团体赛）."""

from __future__ import annotations

from collections.abc import Sequence

from knowledge import lazy_re
from knowledge.catalogue.track_lists import is_track_name
from knowledge.numerals import NUMERAL, arabic

KIND = lazy_re.compile(
    rf"^(?P<kind>[^:。;\n()]{{2,12}}?)(?:赛项|项目|工种|职业)?\((?:共|设)?(?P<n>{NUMERAL})[个项]?[^()]{{0,4}}\):"
    r"(?P<list>[^:;\n]+?)。?$"
)
"""A kind, how many tracks it has, and their names."""
_ITEM = lazy_re.compile(r"[、,](?![^()]*\))")
_FORM = lazy_re.compile(r"\((?:个人|团体|团队|单人|双人|多人|集体|组队)[^()]*\)$")
"""How one enters stands behind a name and is no part of it."""


def tallied(said: Sequence[str]) -> dict[str, tuple[str, ...]]:
    """The kinds with their tracks, if every line lists as many as it says; else nothing.

    >>> tallied(["学生赛项(2项):甲工制作(个人赛)、乙工装配(团体赛,3人)。"])
    {'学生': ('甲工制作', '乙工装配')}
    """
    found: dict[str, tuple[str, ...]] = {}
    for line in said:
        match = KIND.match(line)
        names = tuple(_FORM.sub("", each) for each in _ITEM.split(match["list"])) if match else ()
        if match is None or len(names) != int(arabic(match["n"])):
            return {}
        if not all(map(is_track_name, names)):
            return {}
        found[match["kind"]] = names
    return found
