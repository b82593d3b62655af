"""Words for relatives and people in one's charge."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from knowledge import lazy_re
from knowledge.eligibility.data import table

_NO_SUBJECT = (
    r"(?!们?(?:同意|签字|说|让|不让|陪|送|帮|推荐|告诉|也想|问|不同意|不肯|不准|不想|觉得|担心|"
    r"支持|反对|想让|要我|叫我|催|劝|给我|带我|退休了?我|都?退了我))"
)
_ASIDE = r"(?!(?:也|都|现在)?在(?!读|校|上|念|职)[^,。;!?]{1,8}(?:[,。;!?]|$))"
"""A friend who merely lives somewhere is not asked about."""
_HAS = (
    r"(?!(?:(?<=有个女儿)|(?<=有个儿子)|(?<=有个孩子)|(?<=有女儿)|(?<=有儿子)|(?<=有孩子))"
    r"(?:[,。;!?]|$))"
)


@cache
def kin() -> tuple[re.Pattern[str], dict[str, str]]:
    """What finds such a word where it is spoken of, and the sex that words say."""
    lists: dict[str, list[str]] = table("words.yaml")["kin"]
    sexes = {word: who for who, list_ in lists.items() for word in list_ if who in {"男", "女"}}
    own, bare = _any(lists["own"]), _any([*lists["bare"], *_plain(sexes, lists["called"])])
    sexed = _any(list(sexes))
    mine = (
        r"(?:我们?|俺们?|咱们?|本人)(?:家|班上?|校|厂里?|单位|公司|带的|教的|手下|的|那个?|"
        r"有个|有一个|一个|个){0,4}"
    )
    relative = lazy_re.compile(
        rf"(?:(?P<mine>{mine})(?:(?:{sexed}|{own})的)?(?P<kin>(?>{sexed}|{own}))|"
        rf"(?<![带养生管的职亲胎宝])(?P<bare>(?>{bare}))(?![女男节]){_ASIDE}{_HAS}){_NO_SUBJECT}"
    )
    return relative, sexes


def _plain(sexes: Iterable[str], called: Iterable[str]) -> list[str]:
    """Those that mean a relative without 我 before them; 大哥 may be said to anybody."""
    return [word for word in sexes if len(word) > 1 and word not in set(called)]


def _any(words: list[str]) -> str:
    ordered = sorted(words, key=lambda word: (-len(word), word))
    return "(?:" + "|".join(map(re.escape, ordered)) + ")"


def group(word: str) -> str:
    """One name for the words that mean the same relative; `other` if they may mean any."""
    groups: list[list[str]] = table("words.yaml")["kin_groups"]
    if word in table("words.yaml")["kin"]["own"]:
        return "other"
    elder = word[0] if word[0] in "大小二" else ""
    bare = word[len(elder) :] or word
    return elder + next((group[0] for group in groups if bare in group or word in group), bare)
