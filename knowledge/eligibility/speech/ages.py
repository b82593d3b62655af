"""Ages, days of birth, sex."""

from __future__ import annotations

from typing import TYPE_CHECKING

from knowledge.eligibility import reading
from knowledge.eligibility.speech.base import (
    Found,
    N,
    Pattern,
    pattern,
    says,
)
from knowledge.numerals import arabic

if TYPE_CHECKING:
    import re

_CENTURY, _TURN = 100, 30


def _year(digits: str) -> str:
    """`95` → 1995, `08` → 2008."""
    year = int(digits)
    if year < _CENTURY:
        year += 2000 if year < _TURN else 1900
    return str(year)


def _birth(match: re.Match[str]) -> Found:
    parts = (_year(match["y"]), match["m"], match["d"])
    written = "-".join(f"{int(part):02d}" for part in parts if part)
    read = reading.iso_date(written)
    return {"birth_date": read} if read else None


def _age(match: re.Match[str]) -> Found:
    years = int(float(arabic(match["n"])))
    below = match.groupdict().get("less")
    return {"age": years - 1 if below else years}


def ages() -> tuple[Pattern, ...]:
    """Patterns of ages, birth dates and sex."""
    limit = r"(?!以[上下内]|及以|之[上下]|[才就][能可])"
    return (
        pattern(rf"(?:要|须|必须|需要|得|年龄)满{N}周?岁", says()),
        pattern(
            rf"(?P<less>不满|未满|不到|不足|快|马上|即将满?|还没满?|差[^\d,,]{{0,4}}满?)(?P<n>{N})周?岁{limit}",
            _age,
        ),
        pattern(rf"(?P<less>快|马上|即将)(?P<n>{N})了", _age),
        pattern(rf"(?P<n>{N})周?岁{limit}", _age),
        pattern(
            r"(?:我|本人|孩子|儿子|女儿|弟弟|妹妹)(?:今年|现在|刚满|刚|已经|已|才|都)*(?P<n>[1-8]\d)"
            r"(?![\d年个月号日人队名%分届点级万块元岁周])",
            _age,
        ),
        pattern(
            r"今年(?:刚满|刚|才|已经)*(?P<n>[1-8]\d)(?![\d年个月号日人队名%分届点级万块元岁周])",
            _age,
        ),
        pattern(
            r"(?:生于|出生于|生日是?|出生日期是?|出生在)(?P<y>\d{4}|\d{2})[年./-](?:(?P<m>\d{1,2})(?:[月./-](?:(?P<d>\d{1,2})[日号]?)?)?)?",
            _birth,
        ),
        pattern(
            r"(?P<y>\d{4}|\d{2})[年./-](?:(?P<m>\d{1,2})(?:[月./-](?:份?(?P<d>\d{1,2})[日号]?)?)?)?(?:份)?(?:出生|生人|生的|生,|生$|的(?=[,能可,]|人))",
            _birth,
        ),
        pattern(
            r"(?<![子妇男孙儿])女(?![儿婿友朋子士]们?)(?=[性的生工职员,教,]|$)|女儿|女士|妹妹|妈妈?(?!家)|母亲",
            says(sex="女"),
        ),
        pattern(
            r"(?<!女)男(?![女友朋子士])(?=[性的生工职员,教,]|$)|儿子|先生|弟弟|爸爸?|父亲",
            says(sex="男"),
        ),
        pattern(r"工人岗|生产岗|操作岗", says(female_category="worker")),
        pattern(r"管理岗|技术岗|(?<!机关)干部", says(female_category="cadre")),
    )
