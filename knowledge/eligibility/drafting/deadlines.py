"""Deadlines of entering: the contestants' own, with the hour, wherever the clause states it."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, datetime, time
from typing import TYPE_CHECKING, NamedTuple

from knowledge import lazy_re
from knowledge.eligibility.drafting.parts import Condition, Made, Statement, clauses_of
from knowledge.eligibility.reading import SHANGHAI
from knowledge.fold import fold

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from knowledge.model import Notice, Value

_ENTRY = lazy_re.compile(
    r"报名|申报|填报|上报|截止|提交作品|作品提交|推荐表|参赛回执|报送|推荐名单|汇总表|参赛名单"
)
_CLOSES = lazy_re.compile(
    r"(?:报名|申报|填报|注册|系统|平台|通道)[^,。;]{0,10}(?:截止|结束|关闭|时间|"
    r"日期)|停止报名"
)
_CLOSING = lazy_re.compile(
    r"[,]?(?:网上|系统|平台|报名|通道|自动|将|准时|统一)*(?:关闭|截止|停止|结束)"
)
_NOT_ENTRY = lazy_re.compile(
    r"选拔|报到|毕业|更换|有效|出生|缴费|公布|更正前|获奖|答辩|补办|复核|社保|年龄|选手名单"
    r"|初赛|复赛|决赛(?!报名)|培训|公示|审核结果|领取"
)
_BESIDE = lazy_re.compile(r"[,;][^,。;\d]*(?:报到|培训|公示|领取)[^,。;\d]*")
"""What is done later, said beside the day: …前将报名表发送到…，纸质件报到时提交."""
_OTHERS_THEN = lazy_re.compile(
    r",(?:由)?(?:大赛|竞赛|比赛|比武)?(?:组委会|组织委员会|执委会|主办(?:单位|方)|承办(?:单位|方))(?:办公室)?(?:将|对|负责|组织|根据|统一)[^。;]*"
)
"""What the organisers do with the entries, said in the same sentence as the day."""
_CHANGES = lazy_re.compile(
    r"补充|补交|补正|补报|更换|替换|换人|递补|替补|退赛|弃赛|退出|请假|(?:调整|变更)(?![为至到])|不能参赛|无法参赛|"
    r"异议"
)
_UNTIL = lazy_re.compile(
    r"(?:\([^()]{1,14}\)|下班|当[日天]|\(?\d{1,2}:\d\d\)?)*(?:之前|以前|前|截止|止(?!损))"
)
_ENTERED_BY = lazy_re.compile(
    r"(?:\([^)]*\)|之?前|以前|,|登录|[^,。;]{0,14}(?:网站|平台|系统|官网|公众号|小程序)[^,。;]{0,6})*(?:在线|网上|线上|自行|统一|完成|进行|提交)*"
    r"(?:报名(?!表|材料|信息汇总|汇总|资料)|填报|注册)"
)
_FILLED_IN = lazy_re.compile(
    r"(?:期间|内|,)*(?:登录|登陆|通过|在|使用|进入)[^,。;]{0,16}(?:平台|系统|网站|官网|小程序|公众号)[^,。;(]{0,16}"
    r"(?:填报|填写|录入|报名(?!表|材料)|注册|申报|提交报名)"
)
"""Behind a stretch of days in which one enters: 5月18日至6月12日登录平台为选手填报信息."""
_AUTHORITY = lazy_re.compile(
    r"(?:局|厅|委|委员会|办公室|竞赛办|大赛办|总工会|协会|学会|主管部门|赛区|各地|各市|市州|州\)|区县|区\)|各省|省份)"
    r"(?:[、和与及][^,。;:]{2,16}?)?(?:须|应|要|请|务必|统一|负责|可)*(?:于|在)?$"
)
_OWN = lazy_re.compile(r"各?(?:参赛)?(?:单位|院校|学校|企业|选手|医院|机构|公司|高校|代表队)")
_HOUR = lazy_re.compile(
    r"截止(?:日期|时间|日|当日|当天)?[^。;\d]{0,12}(?<![\d:])(?P<h>[01]?\d|2[0-4]):(?P<m>[0-5]\d)(?:前|为准|止|截止)"
)
_OPEN = lazy_re.compile(
    r"(?:报名|申报|填报|上报|报送|注册|提交作品|作品提交|推荐)[^,。;\n]{0,10}(?:时间|日期|期限|阶段|期|开放|填报|进行|自|从|于|为|[::\t])[^,。;\d]{0,6}$"
    r"|(?:平台|系统|通道)[^,。;]{0,6}(?:开放|开通)[^,。;\d]{0,8}$|^(?:网上|线上|在线|集中|统一)*(?:报名|申报|填报)$"
)
"""A stretch of days in which one enters: its last day closes it."""
_WAY_IN = lazy_re.compile(
    r"(?:报名|申报|填报|注册)(?:平台|系统|通道|入口|网站|端口)(?:将|拟|统一)?于?$"
)
"""What closes: 报名平台于…关闭."""
_BARE = lazy_re.compile(
    r"(?:\(?[一二三四五六七八九十\d]{1,2}[)、.])?(?:起止)?(?:时间|日期|期限)[::]?(?:自|从|为)?"
)
"""A stretch that only the heading above tells to be of entering."""
_STATE = lazy_re.compile(
    r"(?:\([^()]{1,14}\)|当[日天]|之前|以前|前|截止|止|时|[,、])*(?:须|应|已|经|正式)*"
    r"(?:年?满|未满|不满|出生|毕业|取得|获得|入学|入职|注册(?!报名)|在籍|仍|退休|达到|持有|具有|参加工作|签订|办理)"
)
"""A day by which one must be or have something: 2026年6月30日前年满18周岁."""
_LATER = lazy_re.compile(r"[^,。;]{0,8}(?:补[充交正报传齐录]|重新(?:上传|提交)|修改)")
"""A day by which what was sent may be mended."""
_REVIEW = lazy_re.compile(
    r"资格(?:审|复)|审核|审查|复核|公示|公布|比赛|竞赛(?!办|组委|报名|平台|系统|官网|网站|管理)|决赛|初赛|复赛|预赛|集训|培训|答辩|报到|开幕|颁奖|评审|展示|赛前|抽签"
)
_OFF_WORK = lazy_re.compile(r"下班(?:时间)?[^。;\d]{0,8}?(?P<h>1[5-9]):(?P<m>[0-5]\d)")
_DAY = len("2026-06-30")
_NEAR = 14

_Key = tuple[tuple[str, ...], tuple[str, ...]]


class _Found(NamedTuple):
    """A deadline: how surely it is the contestants' (3: 报名截止; 1: papers; 0: an office's)."""

    rank: int
    at: date
    value: Value
    statement: Statement

    @property
    def order(self) -> tuple[int, date, bool]:
        """The surer before the less sure, the later day, the one with an hour."""
        timed = isinstance(self.at, datetime)
        return self.rank, self.at.date() if isinstance(self.at, datetime) else self.at, timed


def deadlines(
    notice: Notice,
    placed: Callable[[Value], Statement | None],
    made: Callable[..., Condition],
) -> Iterator[Condition]:
    """One deadline for each scope; `placed` gives a value's statement, `made` the condition."""
    best: dict[_Key, _Found] = {}
    for found in _candidates(notice, placed):
        key = (found.value.scope.tracks, found.value.scope.groups)
        if key not in best or found.order > best[key].order:
            best[key] = found
    for key, found in best.items():
        if found.rank == 0 and any(other.rank for other in best.values()):
            continue
        called = re.sub(r"[（(].*", "", found.value.label)
        called = called if "截止" in called and len(called) < _NEAR else "报名截止"
        params = {"at": found.at, "called": called}
        one = made(found.statement, found.value.scope, Made("deadline", params), "deadline")
        groups = _others(notice, key, best)
        if groups is not None:
            yield replace(one, groups=groups) if groups else one


def _others(notice: Notice, key: _Key, best: dict[_Key, _Found]) -> tuple[str, ...] | None:
    """For a deadline of all, the groups that have none of their own; None if none is left."""
    own = {group for tracks, groups in best if not tracks for group in groups}
    if key != ((), ()) or not own:
        return ()
    return tuple(group for group in notice.groups if group not in own) or None


def _candidates(notice: Notice, placed: Callable[[Value], Statement | None]) -> Iterator[_Found]:
    whole = fold(notice.text).text
    hour = _HOUR.search(whole)
    clock = time(int(hour["h"]) % 24, int(hour["m"])) if hour and hour["h"] != "24" else None
    for value in notice.values:
        if value.kind == "range":
            yield from _closing_of(value, notice, placed)
        if value.kind not in {"deadline", "date"}:
            continue
        after = fold(notice.text[value.end : value.end + 3 * _NEAR]).text
        closing = bool(_CLOSING.match(after)) and "T" in value.value
        if value.kind == "date" and not (closing or _UNTIL.match(after)):
            continue
        if _STATE.match(after) or _LATER.match(after):
            continue
        if _of_review(value, notice, after):
            continue
        statement = placed(value)
        at = statement and _moment(
            _with_hour(value, notice), clock or _off_work(value.raw + after, whole)
        )
        rank = _rank(value, statement, closing=closing) if statement else None
        if statement and at and rank is not None:
            yield _Found(rank, at, value, statement)


def _closing_of(
    value: Value, notice: Notice, placed: Callable[[Value], Statement | None]
) -> Iterator[_Found]:
    """报名时间为7月1日至8月20日17:30: the end of the stretch in which one enters."""
    statement = placed(value)
    end = value.value.rpartition("/")[2]
    at = _moment(end, None)
    if statement is None or at is None or statement.section == "out":
        return
    before = fold(notice.text[max(0, value.start - 24) : value.start]).text
    before = before[max(before.rfind(sign) for sign in "。;,") + 1 :]
    label = re.sub(r"[（(].*", "", value.label)
    opens = _OPEN.search(before) or _OPEN.search(label) or value.value.startswith("..")
    after = fold(notice.text[value.end : value.end + 3 * _NEAR]).text
    if _of_review(value, notice, after) or (
        value.value.startswith("..") and statement.section != "entry"
    ):
        return
    bare_ = _BARE.fullmatch(before.rpartition("\n")[2].strip())
    opens = opens or bool(bare_ and _under_entry(statement))
    opens = opens or (statement.section == "entry" and bool(_FILLED_IN.match(after)))
    if not opens or _NOT_ENTRY.search(before + label):
        return
    if not _CHANGES.search(before + label):
        yield _Found(3, at, value, statement)


def _under_entry(statement: Statement) -> bool:
    """Whether the headings above the clause speak of entering: 怎样报名 — 时间：自…起至…止."""
    known = clauses_of(statement.notice)
    above = known.get(getattr(statement.place, "parent", None) or "")
    while above is not None:
        if re.search("报名|申报|报送", above.heading):
            return True
        above = known.get(above.parent or "")
    return False


def _of_review(value: Value, notice: Notice, after: str) -> bool:
    """Whether the phrase around a day speaks of what comes after entering: 为资格审核阶段."""
    before = fold(notice.text[max(0, value.start - 24) : value.start]).text
    phrase = before[max(before.rfind(sign) for sign in "。;,") + 1 :]
    near = phrase + "|" + re.split("[,。;]", after)[0][:_NEAR]
    return bool(_REVIEW.search(near)) and not re.search("报名|填报|申报|上报|报送|提交", near)


def _off_work(after: str, whole: str) -> time | None:
    """下班前, where the notice says when that is."""
    said = _OFF_WORK.search(whole) if re.search("[日号](?:当[日天])?,?下班", after) else None
    return time(int(said["h"]), int(said["m"])) if said else None


def _rank(value: Value, statement: Statement, *, closing: bool) -> int | None:
    """How surely a deadline is the contestants' own; None for one of something else."""
    label, text = value.label, statement.notice.text
    before = fold(text[max(0, value.start - 40) : value.start]).text
    before = before[max(before.rfind(sign) for sign in "。;\n") + 1 :]
    after = fold(text[value.end : value.end + 3 * _NEAR]).text
    named = bool(_CLOSES.search(label) or "报名截止" in before)
    named = named or (closing and bool(_WAY_IN.search(before)))
    if _of_other(label, before, statement, named=named):
        return None
    if closing and (statement.section == "entry" or named):
        return 3
    if not _enters(label, statement):
        return None
    named = named or bool(_ENTERED_BY.match(after))
    if _AUTHORITY.search(before) and not _OWN.search(before):
        return 0
    if named and re.search("报名|申报", label + before + after[:_NEAR]):
        return 3
    return 2 if named or "截止" in label else 1


def _of_other(label: str, before: str, statement: Statement, *, named: bool) -> bool:
    """Whether the day is one for changes, or stands in a section about something else."""
    if _CHANGES.search(label + before) or re.search(
        "更换|递补|替补", _OTHERS_THEN.sub("", statement.text)
    ):
        return True
    return statement.section == "out" and not (named and bool(re.search("报名|申报", label)))


def _enters(label: str, statement: Statement) -> bool:
    """Whether label or sentence speak of entering."""
    if _NOT_ENTRY.search(label) and "报名截止" not in label:
        return False
    text = _BESIDE.sub("", _OTHERS_THEN.sub("", statement.text))
    said = bool(_ENTRY.search(text)) and not _NOT_ENTRY.search(text)
    return bool(_ENTRY.search(label)) or (statement.section == "entry" and said)


def _with_hour(value: Value, notice: Notice) -> str:
    """The value with the hour that the same clause states for the same day, or right behind it."""
    if "T" in value.value:
        return value.value
    for other in notice.values:
        if other.path != value.path or other is value:
            continue
        if other.kind in {"date", "deadline"} and other.value.startswith(f"{value.value}T"):
            return other.value
        if other.kind == "time" and 0 <= other.start - value.end <= _NEAR:
            between = re.sub("[，,](?=当[日天])", "", notice.text[value.end : other.start])
            if not re.search(r"[。；;，,\n]", between) and "/" not in other.value:
                return f"{value.value}T{other.value}"
    return value.value


def _moment(written: str, clock: time | None) -> date | None:
    """A date or a time; 24:00 is the whole day, and a clock stated for all deadlines is added."""
    day, _, at = written.partition("T")
    if len(day) != _DAY:
        return None
    try:
        read = date.fromisoformat(day)
        if at.startswith("24"):
            return read
        if at:
            return datetime.combine(read, time.fromisoformat(at), SHANGHAI)
    except ValueError:
        return None
    return datetime.combine(read, clock, SHANGHAI) if clock else read
