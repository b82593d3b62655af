"""Ages, retirement, birth windows and the days they are reckoned by."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import TYPE_CHECKING

from knowledge import lazy_re
from knowledge.eligibility.drafting.builders.common import OLDEST, group, whole
from knowledge.eligibility.drafting.numbers import count, day, level
from knowledge.eligibility.drafting.parts import Made
from knowledge.numerals import NUMERAL

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from knowledge.eligibility.drafting.builders.common import Match
    from knowledge.eligibility.drafting.parts import Statement


def _years(words: str) -> int | None:
    years = int(count(words))
    return years if 0 < years < OLDEST else None


def age_min(match: Match, _: Statement) -> Iterator[Made]:
    """年满N周岁, N周岁以上; （不含） asks for a year more."""
    years = _years(group(match, "n", "n2"))
    if years:
        yield Made("age_at_least", {"years": years + bool(group(match, "x", "x2"))})


def age_max(match: Match, _: Statement) -> Iterator[Made]:
    """不超过N周岁, N周岁以下: the whole N-th year is in, unless （不含）."""
    years = _years(match["n"])
    if years:
        yield Made("age_at_most", {"years": years - bool(group(match, "x", "x2"))})


_PAPERS = lazy_re.compile(
    r"[^,。;:]{0,8}:[^。;]{0,24}(?:书|证明?|证件|表|材料|复印件|原件|意见|声明)(?=[,。;、]|$)"
)


def age_below(match: Match, _: Statement) -> Iterator[Made]:
    """不满N周岁; whose papers are listed (未满18周岁的选手：监护人同意书) may enter."""
    listed = _PAPERS.match(match.string, match.end())
    if (years := _years(match["n"])) and not listed:
        yield Made("age_at_most", {"years": years - 1})


def age_over(match: Match, _: Statement) -> Iterator[Made]:
    """超过N周岁, as a condition: 以外 and 超过 do not include the number."""
    if years := _years(match["n"]):
        yield Made("age_at_least", {"years": years + 1})


def age_range(match: Match, _: Statement) -> Iterator[Made]:
    """N至M周岁, both included."""
    low, high = int(match["a"]), int(match["b"])
    if 0 < low < high < OLDEST:
        yield Made("age_at_least", {"years": low})
        yield Made("age_at_most", {"years": high - bool(group(match, "bx"))})


def retirement(_: Match, __: Statement) -> Iterator[Made]:
    """法定退休年龄以内."""
    yield Made("within_retirement")


def by_sex(match: Match, _: Statement) -> Iterator[Made]:
    """男不超过60周岁、女不超过55周岁."""
    below = 1 if re.search("不满|未满", match[0]) else 0
    for sex, name in (("男", "m"), ("女", "f")):
        then = {"check": "age_at_most", "params": {"years": int(match[name]) - below}}
        yield Made("when", {"key": "sex", "words": [sex], "called": f"{sex}选手", "then": then})


def sex_range(match: Match, _: Statement) -> Iterator[Made]:
    """男16周岁至59周岁: both bounds for one sex."""
    low, high, sex = int(match["a"]), int(match["b"]) - bool(group(match, "bx")), match["sex"]
    for check, years in (("age_at_least", low), ("age_at_most", high)):
        then = {"check": check, "params": {"years": years}}
        yield Made("when", {"key": "sex", "words": [sex], "called": f"{sex}选手", "then": then})


def sex_age(match: Match, _: Statement) -> Iterator[Made]:
    """女选手不超过50周岁: an age for one sex."""
    word, after = match["below"], match["after"]
    if word or after:
        years = int(match["n"]) - (word in {"不满", "未满"})
        then = {"check": "age_at_most", "params": {"years": years}}
        sex = match["sex"]
        params = {"key": "sex", "words": [sex], "called": f"{sex}选手", "then": then}
        yield Made("when", params)


def only_sex(match: Match, _: Statement) -> Iterator[Made]:
    """限女性报名."""
    yield Made("sex", {"is": match["sex"]})


def education_age(match: Match, _: Statement) -> Iterator[Made]:
    """高职学生不超过25周岁: an age for those of one kind of school."""
    years, word, after = _years(match["n"]), match["ageword"] or "", match["after"] or ""
    if years is None or not (word or after):
        return
    least = word == "年满" or after == "以上"
    limit = years if least else years - (word in {"未满", "不满"})
    then = {"check": "age_at_least" if least else "age_at_most", "params": {"years": limit}}
    who = match["who"]
    kinds = {"高职高专": ["高职", "高专", "大专", "专科"], "高职": ["高职", "大专", "专科"]}
    kinds |= {"中职": ["中职", "中专", "职高", "技校"], "技工": ["技工", "技校", "技师"]}
    called = f"{who}学生"
    yield Made(
        "when", {"key": "education", "words": kinds.get(who, [who]), "called": called, "then": then}
    )


def born(match: Match, _: Statement) -> Iterator[Made]:
    """A window of birth dates; the named days are in it unless （不含）."""
    params: dict[str, date] = {}
    if first := day(group(match, "a", "a2") or "-"):
        params["first"] = first + timedelta(days=_without(match, "ax", "ax2"))
    if last := _last(match):
        params["last"] = last - timedelta(days=_without(match, "bx", "bx2"))
    if params and not (first and last and first > last):
        yield Made("born_between", params)


def _without(match: Match, *names: str) -> int:
    return int("不含" in group(match, *names))


def _last(match: Match) -> date | None:
    """The last day: of a bare month before which one is born it is the end of the month before."""
    words = group(match, "b", "b2")
    if not words:
        return None
    before = (
        re.search(rf"{re.escape(words)}(?:之前|前)", match[0])
        and "日" not in words
        and "年" in words
    )
    first = day(words)
    return first - timedelta(days=1) if before and first else day(words, last=True)


def reference(match: Match, statement: Statement) -> Iterator[Made]:
    """A day by which ages are reckoned; kept apart, it is no rule of its own."""
    if on := day(group(match, "on", "on2", "on3")):
        yield Made("reference", {"day": on, **_retirement_only(match, statement)})


def _retirement_only(match: Match, statement: Statement) -> dict[str, bool]:
    """法定退休年龄以报名截止日为准: that age alone."""
    return {"retirement": True} if statement.text[: match.start()].endswith("退休年龄") else {}


def reference_local(match: Match, _: Statement) -> Iterator[Made]:
    """2026年1月1日时年满12周岁: the day of the ages of this statement."""
    if on := day(match["on"]):
        yield Made("reference_here", {"day": on})


def reference_deadline(match: Match, statement: Statement) -> Iterator[Made]:
    """年龄以报名截止日计算."""
    yield Made("reference_deadline", _retirement_only(match, statement))


def relaxed(match: Match, statement: Statement) -> Iterator[Made]:
    """获…称号的可放宽至50周岁: put beside the age it relaxes when all is read."""
    years = _years(match["n"])
    if years is None:
        return
    born_after = day(match["born"]) if match["born"] else None
    then = Made("born_between", {"first": born_after}) if born_after else None
    then = then or Made("age_at_most", {"years": years})
    item = {"check": then.check, "params": dict(then.params)}
    yield Made("relaxed", {"who": _who(match, statement.text), "then": item})


def _who(match: Match, text: str) -> str:
    """For whom it is relaxed: where only 年龄 is said, the people of the segment before."""
    said = re.sub("也?可以?(?:报名|参加|参赛)$", "", match["who"].strip(",的"))
    if not re.fullmatch(r"(?:其|报名|参赛)?(?:年龄|上限|年龄上限|年龄要求)?", said):
        return said
    before = re.split("[。;:]", text[: match.start()].rstrip(","))[-1].rpartition(",")[2]
    return re.sub("(?:的|者)?优先[^,]*$", "", before).strip("的") or said


_KIND = lazy_re.compile(r"年龄|学历|职称|年限|工龄|教龄|等级|证书|户籍|社保")


def _bound_before(text: str) -> str:
    """What the bound in the same sentence, right before a relaxation, is of."""
    said = re.split("[。;]", text)[-1]
    return "年龄" if re.search(r"\d周?岁|出生|\0", said) and not _KIND.search(said) else said


def relaxed_some(match: Match, statement: Statement) -> Iterator[Made]:
    """获…荣誉的年龄可适当放宽: how far is not said; for them alone the bound is open."""
    said = match[0].strip(",、")
    who, _sign, _rest = said.partition("可")
    kind = _KIND.search(said) or _KIND.search(_bound_before(statement.text[: match.start()]))
    named = re.sub(
        r"(?:的|者)?,?(?:其)?(?:年龄|学历|职称|年限|工龄|教龄|等级|证书|户籍|社保|要求|条件|上限|[、和])*$",
        "",
        who,
    )
    if kind and len(named) > 1:
        yield Made("relaxed", {"who": named.strip(",的"), "of": kind[0], "open": said})
    else:
        yield Made("note", {"text": f"{said}。"})


def may_be(match: Match, _: Statement) -> Iterator[Made]:
    """可以是超过60周岁但不满65周岁的人员: leave, beyond the bound of the others."""
    said = match[0].strip(",、")
    if re.search(r"\d周?岁", said):
        yield Made("relaxed", {"who": said, "of": "年龄", "open": said})
    else:
        yield Made("note", {"text": f"{said}。"})


def relaxed_by(match: Match, _: Statement) -> Iterator[Made]:
    """女选手年龄可放宽5岁: the bound it relaxes, so many years wider."""
    by, who = int(count(match["by"])), match["who"].strip(",的")
    yield Made("relaxed", {"who": who, "of": "年龄", "by": by})


def relaxed_to(match: Match, _: Statement) -> Iterator[Made]:
    """中职教师可放宽到本科: put beside the condition of the same kind when all is read."""
    if then := _wider(match["to"]):
        item = {"check": then.check, "params": dict(then.params)}
        yield Made("relaxed", {"who": match["who"].strip(",的"), "then": item})
    else:
        yield Made("not_understood", {"said": match[0].strip(",、")})


def _wider(said: str) -> Made | None:
    if degree := re.match("博士|硕士|研究生|大学本科|本科|大专|专科|高职|高中|中专|初中", said):
        return Made("education", {"level": degree[0].replace("大学本科", "本科")})
    if named := re.match("(高级技师|技师|高级工|中级工|初级工|[一二三四五]级)", said):
        return Made("certificate", {"level": level(named[1])})
    if title := re.match("正高级|副高级|高级|中级|初级", said):
        return Made("title", {"level": title[0]})
    if time := re.match(rf"(?:满)?({NUMERAL})(年|个月)", said):
        years = count(time[1]) / (1 if time[2] == "年" else 12)
        return Made("experience", {"years": whole(years)})
    return None


def free_of(match: Match, _: Statement) -> Iterator[Made]:
    """技师不限年限: the condition of this kind is not asked of them."""
    yield Made("relaxed", {"who": match["who"].strip(",的"), "of": match["of"]})


def guardian(match: Match, _: Statement) -> Iterator[Made]:
    """未满18周岁的须由监护人签署同意书: judged only where `other` speaks of it."""
    text = match[0].strip(",、")
    below = re.match(r"(?:未满|不满)(\d{1,2})", text)
    yield Made("when_told", {"text": text, **({"below": int(below[1])} if below else {})})
