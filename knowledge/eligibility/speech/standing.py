"""Certificates, years of work, studies."""

from __future__ import annotations

from typing import TYPE_CHECKING

from knowledge.eligibility import reading
from knowledge.eligibility.speech.base import (
    SPAN,
    Found,
    N,
    Pattern,
    number,
    pattern,
    says,
)
from knowledge.numerals import arabic

if TYPE_CHECKING:
    import re

_LEVELS = r"(?:初级工|中级工|高级工|高级技师|技师|[一二三四五1-5]级工?|初级|中级|高级)"


def _years(match: re.Match[str]) -> Found:
    read = float(arabic(match["n"])) + (0.5 if match.groupdict().get("half") else 0)
    return {"years_experience": read - 0.1 if match.groupdict().get("less") else read}


def _has_level(match: re.Match[str]) -> Found:
    read = reading.level(match["l"])
    return None if read is None else {"certificate_level": read}


def _lacks_level(match: re.Match[str]) -> Found:
    """没有中级工证 is no certificate of that level; 没有高级工证 leaves a lower one open."""
    read = reading.level(match["l"]) if match["l"] else 0
    return {"certificate_level": 0} if read in {0, 4, 5} else {}


def _student(match: re.Match[str]) -> Found:
    return {"identity": "student", "enrolled": True, "grade": match["w"]}


def standing() -> tuple[Pattern, ...]:
    """Patterns of certificates, work and studies."""
    work = r"(?:干|做|从事|从业|工作|入行|上班|打工)(?:[^,,。?]{0,10}?)"
    return (
        pattern(
            rf"(?:没有?|无|未取得|没考|没拿|缺)(?:相关|相应|对应)?的?(?P<l>{_LEVELS})?(?:及以上)?的?(?:职业)?(?:技能|资格)?(?:等级)?(?:证书?|等级)",
            _lacks_level,
        ),
        pattern(
            rf"(?:有|持有?|考了|拿了|取得了?|是|拿到)(?:一个|个|本)?(?:相关|相应|对应|本职业)?的?(?P<l>{_LEVELS})(?:的)?(?:证书?|职业|技能|资格|等级|[,,能可]|$)",
            _has_level,
        ),
        pattern(rf"(?P<l>{_LEVELS})(?:技能|职业)?(?:资格|等级)?证书?", _has_level),
        pattern(
            r"证书?(?:跟|和|与)?(?:赛项|工种|职业)?(?:不相关|不对口|无关|不对应)|(?:别的|其他)(?:工种|职业)的证",
            says(certificate_related=False),
        ),
        pattern(rf"{work}(?P<less>不到|不足|不满|未满|快|将近|近)(?P<n>{N})个?年", _years),
        pattern(
            rf"(?:工龄|工作年限|从业年限|经验){SPAN}{{0,3}}?(?P<less>不到|不足|不满)?(?P<n>{N})个?年(?P<half>半)?",
            _years,
        ),
        pattern(rf"{work}(?P<n>{N})个?(?:多|来)?年(?:多)?(?P<half>半)?", _years),
        pattern(
            rf"(?P<n>{N})个?(?:多)?年(?P<half>半)?(?:的|以上的?)?(?:工龄|经验|工作经[验历]|从业|老员工)",
            _years,
        ),
        pattern(rf"社保(?:交|缴)了?(?:才)?(?P<n>{N})个?月", number("social_insurance_months")),
        pattern(rf"(?:入职|来公司|进厂|到岗)(?:才|刚)?(?P<n>{N})个?月", number("months_at_unit")),
        pattern(
            r"(?:专业|所学)(?:不对口|不相关|不是相关|无关)|非?(?<=非)相关专业|跨专业|不是相关专业",
            says(major_related=False),
        ),
        pattern(r"专业(?:对口|相关)|相关专业", says(major_related=True)),
        pattern(
            r"(?:不干这[行个]|跨行|不从事(?:相关|本)|工作不相关|外行)", says(work_related=False)
        ),
        pattern(
            r"(?:从事|做|干)(?:这[行个]|相关(?:工作|行业)|本(?:行|职业|工种))|工作(?:对口|相关)",
            says(work_related=True),
        ),
        pattern(
            r"非全日制|函授|自考|成教|成人教育|电大|夜大|网络教育", says(school_full_time=False)
        ),
        pattern(r"[在边]上班", says(employed=True)),
        pattern(r"全日制", says(school_full_time=True)),
        pattern(r"休学|退学|已经?毕业|毕业了|往届", says(enrolled=False)),
        pattern(
            r"(?:没有?|无)(?:工作)?单位(?!推荐|同意)|不在职|离职了?|辞职了?|没上班",
            says(employed=False),
        ),
        pattern(r"(?P<w>(?:大|研|高|中)(?:一|二|三|四|五)|博[一二三])(?![个名岁周月年])", _student),
        pattern(r"(?P<w>20\d\d级)", _student),
    )
