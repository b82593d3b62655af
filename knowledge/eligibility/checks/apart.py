"""Tracks of which one person may enter only one; people a rule leaves out."""

from __future__ import annotations

from knowledge import lazy_re
from knowledge.eligibility.checks.base import Case, Fix, Params, Result, met, not_met, unknown
from knowledge.eligibility.checks.told import told
from knowledge.eligibility.data import table
from knowledge.eligibility.tracks import match_track
from knowledge.plain import comparable


def not_both(case: Case, params: Params) -> Result:
    """甲与乙不得兼报: {tracks: [ids or names], called}; other tracks may be entered besides."""
    tracks = {t.id for name in params["tracks"] if (t := match_track(case.notice, str(name)))}
    said = f"{params['called']}不得兼报"
    own = {case.track.id} if case.track else set()
    for key in ("registered_tracks", "wants_also"):
        words: tuple[str, ...] = getattr(case.person, key)
        ids = {item: found.id for item in words if (found := match_track(case.notice, item))}
        clash = [item for item, id_ in ids.items() if id_ in tracks - own]
        if clash and own <= tracks:
            rest = [item for item in words if item not in clash]
            return not_met(f"{said}；还报了{'、'.join(clash)}。", Fix(key, rest))
    return met(f"{said}；没有这种情况。")


def called(case: Case, params: Params) -> Result:
    """Whether identity or job is called so: {words}; an exemption as an alternative of `any_of`."""
    words = [comparable(str(word)) for word in params["words"]]
    own = comparable(f"{case.person.identity or ''}|{case.person.job or ''}")
    said = f"{'、'.join(map(str, params['words']))}不受此限"
    if any(word in own for word in words):
        return met(f"{said}；属于这种人员。")
    return not_met(f"{said}；不属于这种人员。")


_NOUN = lazy_re.compile(r"(?:的|在职|在编|专任)*(?:教师|职工|员工|人员|学生|选手|者|单位)*$")
_SHORTEST = 2
_CAPACITY = {"学生": "student", "教师": "teacher"}


def of_kind(case: Case, params: Params) -> Result:
    """Whether one is of the people a relaxation names: {called}; alone it is no condition.

    By `other`, by job, identity and unit, and by the kinds of units of units.yaml (中职 or 高职).
    """
    called = str(params["called"])
    so = told(case.person, called, one_enough=True)
    so = _of_kind(case, comparable(called)) if so is None else so
    if so is None:
        return unknown(f"{called}另有规定；还不知道是否属于。", "other")
    return met(f"属于{called}。") if so else not_met(f"{called}另有规定；不属于。")


def _of_kind(case: Case, called: str) -> bool | None:
    person = case.person
    words = (
        person.job, person.identity, person.work_place, person.study_place, person.group,
        person.title,
    )  # fmt: skip
    own = comparable("|".join(filter(None, words)))
    core = _NOUN.sub("", called)
    if called in own or (len(core) >= _SHORTEST and core in own):
        return True
    kinds = {who for word, who in _CAPACITY.items() if word in called}
    if kinds and case.capacity is not None and case.capacity not in kinds:
        return False
    asked, held = _unit(called), _unit(comparable(person.work_place or person.study_place or ""))
    return None if asked is None or held is None else asked == held


def kinds_of_unit(words: str) -> set[int]:
    """All kinds of units that the words name; the longest name hides those inside it."""
    found: set[int] = set()
    names = [(name, kind) for kind, each in enumerate(table("units.yaml")) for name in each]
    for name, kind in sorted(names, key=lambda one: -len(one[0])):
        if name in words:
            found.add(kind)
            words = words.replace(name, "、")
    return found


def _unit(words: str) -> int | None:
    """Which kind of unit the words name."""
    found = [
        (-len(word), words.find(word), kind)
        for kind, names in enumerate(table("units.yaml"))
        for word in names
        if word in words
    ]
    return min(found)[2] if found else None
