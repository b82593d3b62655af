"""Who enters a contestant: 由所在单位推荐, 不接受个人报名; and quotas said in two steps."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING

from knowledge import lazy_re
from knowledge.eligibility.drafting.located import located
from knowledge.eligibility.drafting.numbers import count
from knowledge.eligibility.drafting.parts import Condition, Made, Statement
from knowledge.plain import squeeze

if TYPE_CHECKING:
    from collections.abc import Iterator

    from knowledge.model import Notice

_UNIT = (
    r"(?:单位|学校|院校|校|企业|公司|医院|机构|部门|工会|集团|系部|学院|车间|社区|村|乡镇|街道"
    r"|农场|合作社)"
)
_ALONE = lazy_re.compile(
    r"(?:均|一律|暂|概)?不(?:再)?(?:接受|受理|接收|安排|允许)[^,。;]{0,6}个人(?:身份|名义)?(?:自行|直接|单独)?(?:报名|申报|参赛)(?:申请)?"
    r"|个人(?:身份|名义)?(?:自行|直接|单独)?(?:报名|申报)(?:的)?,?(?:一律|均|概|恕)?不(?:予|作|再)?(?:受理|接受|接收|安排)"
    r"|个人(?:[和或及与、][^,。;]{0,16})?(?:直接|自行|单独)?(?:报送|提交|申报|报名)的?[^,。;]{0,6}?(?:一律|均|概)?不(?:予|再)?(?:接收|受理|接受|审核)"
    r"|个人(?:不得|不能|不可)(?:自行|直接|单独)?(?:报名|申报|参赛)"
    r"|(?:不得|不能|不可)以?个人(?:身份|名义)?(?:自行|直接|单独)?(?:报名|参赛)"
)
_BY_UNIT = lazy_re.compile(
    rf"由(?:选手|本人|参赛者|参赛选手|员工|职工|学生|其)?(?:其)?所在(?:的)?[^,。;]{{0,18}}(?:统一|集中|集体|择优|审核|推荐|组织|填写|填报|汇总|申报|报名)(?:(?!并?加盖|盖)[^,。;]){{0,12}}"
    rf"|由各?{_UNIT}[^,。;]{{0,14}}统一(?:(?!并?加盖|盖)[^,。;]){{0,12}}"
    rf"|(?:采取|实行|采用)(?:由)?(?:组织|基层|逐级|所在)?{_UNIT}?(?:集体|统一|择优)?(?:推荐|报名)(?:的)?(?:方式|办法|制)?"
    rf"|(?:所在)?{_UNIT}[^,。;的]{{0,10}}(?:汇总|审核|择优|统一)(?:后)?(?:推荐|报名)"
)
_NOT_UNIT = lazy_re.compile(
    r"食宿|缴[纳费交]|交纳|支付|付款|承担|保险|发放|购买|差旅|费用|提供|书面|更换|调整|出具"
)
_PAPERS = lazy_re.compile(
    r"(?:^|[,;。:、.])[^,;。:]{0,8}(?:材料|资料|报名表|汇总表|推荐表|证书|作品)$"
)
"""Papers that a unit sends: of people it says nothing."""
_MAY = lazy_re.compile(
    r"新就业形态|新业态|个体经营|农民工|(?:没有|无|未有)(?:固定)?(?:的)?(?:工作|所在|就业)?单位|灵活就业|自由职业|个体(?:工商户|从业)|社会(?:人员|选手)"
)
_WAY = lazy_re.compile(
    r"(?:由|到|向|通过|经)[^,。;]{2,40}(?:推荐|报名|申报|登记|组织)|可(?:以)?(?:由|向|通过|到|经|直接|自行|凭|自愿|个人)"
)
_TOTAL = lazy_re.compile(
    rf"每(?:一)?(?:个|家|所)?{_UNIT}[^,。;]{{0,10}}?(?:总(?:数|人数|名额)?|合计|共)[^,。;\d]{{0,6}}(?P<all>\d{{1,3}})(?P<u>人|名|队|支)[,;]"
    r"(?:其中,?)?(?:每(?:一)?个?|各|单个)(?:赛项|赛道|项目|专项|职业|工种|组别|类别)[^,。;\d]{0,10}(?P<n>\d{1,3})(?:人|名|队|支)"
)
_WITH_UNIT = ("student", "worker", "teacher")
_BY_OFFICE = lazy_re.compile(
    r"由[^,。;]{0,20}(?:局|委员会|政府|街道(?:办事处)?|乡镇|主管部门)(?:\([^)]*\))?[^,。;]{0,4}(?:统一|集中)*(?:组织|推荐|汇总|填报|报名|选拔)"
)
"""An office enters people, with or without a unit of their own."""


def by_units(statement: Statement) -> Iterator[tuple[int, int, list[Condition]]]:
    """The stretches about who enters a contestant, with their conditions."""
    for match in _TOTAL.finditer(statement.text):
        yield *match.span(), list(_quota(statement, match))
    if statement.section not in {"who", "entry"}:
        return
    for pattern in (_ALONE, _BY_UNIT):
        for match in pattern.finditer(statement.text):
            start, end = match.span()
            if pattern is _BY_UNIT and (
                _NOT_UNIT.search(match[0]) or _PAPERS.search(statement.text[:start])
            ):
                continue
            made = _entered(statement.notice)
            if _BY_OFFICE.search(statement.text):
                made = made._replace(capacities=_WITH_UNIT)
            found = list(located(statement, start, end, made, "unit_enters"))
            if pattern is _ALONE:  # said of everybody, whoever was spoken of before
                scope = statement.scope
                found = [replace(found[0], tracks=scope.tracks, groups=scope.groups)]
            yield start, end, found


def _entered(notice: Notice) -> Made:
    """By a unit; who has none is not asked where the notice gives them a way of their own."""
    return Made("entered_by_unit", {}, _WITH_UNIT if _own_way(notice.text) else ())


@lru_cache(maxsize=32)
def _own_way(text: str) -> bool:
    sentences_ = re.split("[。;；]", squeeze(text))
    return any(_MAY.search(one) and _WAY.search(one) for one in sentences_)


def _quota(statement: Statement, match: re.Match[str]) -> Iterator[Condition]:
    """每单位总数不超过6人，其中每个赛项不超过2人: the second is judged, the first told."""
    start, end = match.span()
    said = match[0].rstrip(",;")
    params = {"limit": int(count(match["n"])), "per": "track", "unit": match["u"]}
    yield from located(statement, start, end, Made("unit_quota", params), "quota")
    yield from located(statement, start, end, Made("note", {"text": f"{said}。"}), "quota")
