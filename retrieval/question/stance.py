"""What a clause says to a yes/no question: no, yes, you need to, or neither.

A wrong 可以 costs a person their year. So a lead is given only when the answering words themselves
hold one clear modal verb; the words of the clause follow in any case.
"""

from __future__ import annotations

import re
from typing import Literal

from knowledge import lazy_re
from retrieval.question.conditions import (
    agreement,
    of_other_prizes,
    of_unknown_age,
    ranked,
    without_bounds,
)
from retrieval.question.same_body import apart
from retrieval.question.waived import waiver

Stance = Literal["forbidden", "allowed", "required", "not_required", "none", "mixed"]

_FREE = lazy_re.compile(
    r"不影响|不受[^，。]{0,6}限|不限|不设[^，。]{0,6}(限制|上限)|不作[^，。]{0,8}(要求|限制)"
)
_NOT_REQUIRED = lazy_re.compile(
    r"无需|无须|不需|不必|不用|免收|免缴|免交|免费|不收取|不收|不得以任何名义[^，。]{0,12}收"
)
_FORBIDDEN = lazy_re.compile(
    r"不得|不能|不可(?!抗)|不允许|禁止|严禁|不再|不予|不接受|取消[^，。]{0,6}资格|不准|一律不|停止"
)
_NONE = lazy_re.compile(
    r"不设|不单独|不进行|不发|不颁发|不核发|不参评|不分|不晋升|不计|不统一|不组织|不安排|不提供|不举行|不搞|只发证书"
    r"|不(?:享受|纳入|列入|参与|承担|报销|支付|支持|认定|办理|包括|包含|适用)"
)
_ALLOWED = lazy_re.compile(r"可以|均可|(?<!不)可(?!能|靠|行|视|运|抗|持)|允许|能够|有权")
_REQUIRED = lazy_re.compile(r"必须|须|应当|应(?!用|届|急|聘|答|对|文)|需(?!求)|要求|务必")
_FAILED = lazy_re.compile(r"(没|不|未)(有)?(及格|合格|过关|通过)|挂科|不达标")
_GRANTED = lazy_re.compile(r"(合格|及格|通过|达标)[^。；]{0,12}(颁发|核发|获得|发给|晋升|授予|可)")
"""What is given to those who pass is not given to those who fail."""
_ENTRIES = r"个?(赛项|项目|工种|比赛|赛道|职业|专业)"
_SECOND = lazy_re.compile(
    rf"(再|又)(能|可以|想)?(报|参加)(?!到|销)|([两二三234]|多){_ENTRIES}|[两二三]项|报了?[^，。？?]{{1,12}}，?还(想|要|能|可以)报(?!到|销)|都(能|可以)?(报|参加)"
)
_ONE_ONLY = lazy_re.compile(
    rf"(限|只能|只可|仅限|仅能)(选?报名?|参加|报名参加)?[一1]({_ENTRIES}|[个项])|选?报[一1]项"
)
"""Who enters one thing only enters no second one: 一人限报一个工种."""
_BESIDES = lazy_re.compile(
    r"但[^。；;]{0,8}(?:可|允许|不限)|(?:可以?|允许)[^。；;，,]{0,6}(?:同时|兼)|除外|不[受在]此限|不计(?:入|在)"
)
"""What may be entered besides is not denied: 限报一项，但可以同时参加展示."""
_DENIED = lazy_re.compile(r"不(?:享受|纳入|列入|参与|搞|适用)")
"""What somebody may not have or do, rather than what is not given at all."""
_BRACKET = lazy_re.compile(r"[（(][^（）()]*[）)]")
_ASKS_MAY = lazy_re.compile(r"能|可以|行|让|允许|准|可不可|接受|成吗|会|还收|还接")
_HOW_MANY = lazy_re.compile(
    r"(?:还|再)(?:能|可以?)?再?[^，,。？?]{0,6}(?:几|多少|好多)[个场名人队组项次家支件份]"
)
"""How many more asks for a number, no yes or no."""
_ASKS_HAVE = lazy_re.compile(
    r"(有没有|有不有|有无|设不设|发不发|给不给|有得?没得)|(?<!没)(还有|有|设|发|给|拿得到|得到)"
    r"[^，。？?]{0,8}(吗|么|没有?|不|没得)$"
)
"""Asked is whether something is given at all: 有优胜奖吗."""
_PRIZE = lazy_re.compile(
    r"[特一二三四五]等奖|优[胜秀]奖|鼓励奖|[金银铜][奖牌]|[冠亚季]军|第[\d一二三四五六七八九十]+(?!届)"
)
_ONLY = lazy_re.compile(r"只发(?P<what>证书)")
_ASKS_MUST = lazy_re.compile(r"要|用|需|必须|得|收|交")


def stance(part: str) -> Stance:
    """The one thing the words say; `mixed` if they permit one thing and forbid another."""
    if _FREE.search(part):
        return "mixed" if _FORBIDDEN.search(part) else "allowed"
    signs = [
        name
        for name, pattern in (
            ("not_required", _NOT_REQUIRED),
            ("forbidden", _FORBIDDEN),
            ("none", _NONE),
            ("allowed", _ALLOWED),
        )
        if pattern.search(part)
    ]
    if "not_required" in signs and "forbidden" in signs and "不得以任何名义" in part:
        signs.remove("forbidden")
    if len(signs) > 1:
        return "mixed"
    if signs:
        return signs[0]  # type: ignore[return-value]  # the names are stances
    return "required" if _REQUIRED.search(part) else "mixed"


def lead(question: str, part: str) -> str | None:
    """The key of the wording to begin with, or None to let the clause speak for itself.

    What is forbidden, allowed or required must be what is asked: 不再重复颁发 forbids nothing to
    who asks 没有证书能参加吗.
    """
    # what a bracket forbids is an aside, not the answer
    words = _BRACKET.sub("", part)
    said = stance(words)
    if said == "mixed":
        words = _about(question, words)
        said = "forbidden" if _denied(words) else "mixed"
    if _HOW_MANY.search(question) or said == "mixed" or not _meant(question, words, said):
        return None
    may, must = bool(_ASKS_MAY.search(question)), bool(_ASKS_MUST.search(question))
    if said == "forbidden":
        return "no_may" if may or not must else "not"
    if said == "not_required":
        return "no_need" if must else None
    if said == "none":
        return "no_may" if may and _DENIED.search(words) else "not"
    if said == "allowed":
        return "yes_may" if may and not of_unknown_age(question, words) else None
    return "yes_need" if must and not may else None


def _meant(question: str, words: str, said: Stance) -> bool:
    """Whether what is said is said of what is asked, the prize and the number it names."""
    if said == "forbidden" and agreement(question, words) > 0 and _only_bounds(words):
        return False  # 不得超过3个 forbids no three
    own = _of_prize(question, words)
    return not of_other_prizes(question, words) and _same_matter(question, own, _SIGNS[said])


def _only_bounds(words: str) -> bool:
    """Whether words forbid nothing but to be beyond a number."""
    return not _FORBIDDEN.search(without_bounds(words))


def _about(question: str, part: str) -> str:
    """The segments that have words of the question: 一律不搞文艺表演 of …，可进行技能展演."""
    segments = re.split(r"[，,；;。]", part)
    return "，".join(s for s in segments if any(pair in question for pair in _pairs(s)))


def _of_prize(question: str, part: str) -> str:
    """What is said of the prize the question names: not of 优胜奖 behind 二等奖5000元.

    >>> _of_prize("二等奖呢", "二等奖500元，优胜奖只发证书"), _of_prize("几号", "优胜奖只发证书")
    ('二等奖500元', '优胜奖只发证书')
    >>> _of_prize("二等奖呢", "获二等奖的，不得再报")
    '获二等奖的，不得再报'
    """
    named, own, of_it = set(_PRIZE.findall(question)), list[str](), True
    for piece in re.split(r"[，,；;。]", part) if named else ():
        prizes = set(_PRIZE.findall(piece))
        of_it = bool(prizes & named) or ranked(question, piece) > 0 if prizes else of_it
        own += [piece] if of_it else []
    return "，".join(own) if named else part


def _denied(part: str) -> bool:
    """Whether words deny and permit nothing beside."""
    denies = _FORBIDDEN.search(part) or _NONE.search(part)
    others = (_FREE, _NOT_REQUIRED, _ALLOWED)
    return bool(denies) and not any(pattern.search(part) for pattern in others)


def _pairs(words: str) -> set[str]:
    return {words[i : i + 2] for i in range(len(words) - 1)} - _COMMONPLACE


def outside(question: str, part: str) -> str | None:
    """The key of a no, where what the question states lies outside the bounds of the words.

    And where it lies inside bounds for which the words forbid or exclude something. That numbers
    fit says yes to nothing: there may be other conditions.
    """
    if _HOW_MANY.search(question):
        return None
    if _FAILED.search(question) and _GRANTED.search(part):
        return "no_may"
    second = _SECOND.search(question) and _ONE_ONLY.search(part) and "奖" not in question
    second = second and not _BESIDES.search(part)
    if second or lacked(question, part) or apart(question, part):
        return "no_may"
    numbers = agreement(question, part)
    fits = numbers or ranked(question, part)
    said = _of_prize(question, part) if fits > 0 and not numbers else part
    barred = stance(_BRACKET.sub("", without_bounds(said))) in {"forbidden", "none"}
    if not fits or (fits > 0) != barred:
        return None
    if _ASKS_HAVE.search(question):
        return "none"
    return "no_may" if _ASKS_MAY.search(question) else "outside"


def lacked(question: str, part: str) -> bool:
    """Whether somebody lacks what is asked of all the words let in: 没入会, 已入会的可以报名.

    Words with another way (或, 原则上, 未取得的) or about few people say no such thing.
    """
    freed = waiver(question, part)
    if freed is not None:
        return freed.of_asker is False and lacked(question, freed.rest)
    match = _LACKS.search(question)
    if match is None or _OTHER_WAY.search(part) or not _LETS_IN.search(part):
        return False
    pairs = _pairs(match["what"])
    asks = (m.start() for m in _ASKED_OF.finditer(part))
    return bool(pairs) and any(all(pair in part[at:] for pair in pairs) for at in asks)


_LACKS = lazy_re.compile(
    r"(?<!有)(?:还?没有?|未|不是|不属于|无)(?P<what>(?![过用法])[\u4e00-\u9fff]{2,8}?)(?:的人?|也|还|我|就|，|,)*"
    r"(?:能|可以|可不可以|行|让)[^，。？?]{0,4}(?:报|参|去|来|吗|不)"
)
_LETS_IN = lazy_re.compile(
    r"可以?(?:报名|参加|参赛)|方可|均可|才可|参赛(?:选手|人员|职工|对象)|报名(?:者|人员|选手)|选手[须应]"
)
_ASKED_OF = lazy_re.compile(r"已|须|应|必须|需|具有|具备|持有?|取得|加入|属于|是")
_OTHER_WAY = lazy_re.compile(r"或|原则上|未|没有|除外|也可|不限|优先|鼓励|另外|不受")


def _same_matter(question: str, part: str, sign: re.Pattern[str]) -> bool:
    """Whether the words from the modal verb to the end of its segment are words of the question."""
    for match in sign.finditer(part):
        scope = re.split(r"[，,；;。]", part[match.start() :])[0]
        only = _ONLY.match(part, match.start())
        if only and only["what"] in question:
            continue  # 只发证书 denies all but 证书
        if any(pair in question for pair in _pairs(scope)):
            return True
    return False


_COMMONPLACE = frozenset({"参加", "参赛", "比赛", "竞赛", "大赛", "选手", "人员", "可以", "不能"})
_SIGNS: dict[Stance, re.Pattern[str]] = {
    "forbidden": _FORBIDDEN,
    "not_required": _NOT_REQUIRED,
    "none": _NONE,
    "allowed": lazy_re.compile(f"{_FREE.pattern}|{_ALLOWED.pattern}"),
    "required": _REQUIRED,
}
