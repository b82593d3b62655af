"""How many enter a track, and how many of them are workers: remarks to a person.

One person can neither keep nor break these; the roster audit reads the same parameters and counts
(`knowledge.roster.crowd`).
"""

from __future__ import annotations

from knowledge.eligibility.checks.base import Case, Params, Result, remark


def worker_share(_: Case, params: Params) -> Result:
    """企业职工参赛比例, per cent at least: {grouped, ungrouped}, one or both."""
    shares = [
        f"{name}的不低于{params[key]:g}%"
        for key, name in (("grouped", "设职工组"), ("ungrouped", "不分组"))
        if key in params
    ]
    return remark(f"赛项的企业职工参赛比例由组委会统一把握：{'，'.join(shares)}。")


def entries(_: Case, params: Params) -> Result:
    """Entries of a track: {held_from, prizes_from, expected_from}, one or more.

    With fewer than `held_from` the track is not held, with fewer than `prizes_from` there are no
    prizes; `expected_from` is what the notice counts on. A rule with `prizes_from` may give
    `held_from` too, as the lower end of its range.
    """
    said = []
    if "prizes_from" in params:
        low = f"{params['held_from']}至" if "held_from" in params else "不足"
        said.append(f"决赛{low}{params['prizes_from']}人（队）的赛项不设奖项")
    elif "held_from" in params:
        said.append(f"决赛不足{params['held_from']}人（队）的赛项停止实施")
    if "expected_from" in params:
        said.append(f"每个赛项决赛选手原则上不少于{params['expected_from']}队（名）")
    return remark(f"{'；'.join(said)}。")
