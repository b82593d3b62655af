"""What belongs to an answer: every certificate, the exception to a rule, all parts of marks."""

from __future__ import annotations

from collections.abc import Sequence

from knowledge import lazy_re
from retrieval.passages.rank import Scored
from retrieval.question.asked import Asked
from retrieval.question.moments import TIMED

_WHICH = lazy_re.compile(
    r"(?:要|需要?|得有|须|必须|持|有|凭)(?:有)?(?:什么|啥|哪些?|哪种|几级)[^，,。？?]{0,6}(?:证(?!明)|执照|驾照|等级)|(?:什么|啥|哪些)证(?:书)?(?:才|能|可以)"
)
_GIVEN = lazy_re.compile(r"奖|待遇|颁|获得|发(?:给|什么|啥)|拿")
_SETS = lazy_re.compile(
    r"(?:持有?|具有|具备|取得|须有|应有|考取)[^。；]{0,40}(?:证(?!明|件)|执照|技能等级)|(?:等级|证书)[^，。；]{0,10}不作要求"
)
_OTHERWISE = lazy_re.compile(
    r"提交|提供[^，。；]{0,12}复印件|颁发|核发|授予|认定|晋升|参加过|抽签|报到"
)
_ONE_OF = lazy_re.compile(r"之一|任[何意一]一?[项条个]|其中[一1]项")
_RULE = lazy_re.compile(r"原则上不|一般不|不得|不予|不再|不能|不作")
_EXCEPTION = lazy_re.compile(
    r"^(?:但|如)?(?:确因|确需|确有|因[^,;。]{0,16}(?:特殊|伤病?|疾病|不可抗力)|如因|如有特殊|如遇特殊|有?特殊(?:情况|原因))"
)
_EXCEPTS = lazy_re.compile(
    r"(?:但|其中|另)?[,，]?(?!不|未|无|如|若|逾期)[^，,。；;:：]{1,18}?(?:[生员者人队组师工户]|选手|单位|项目|赛项|学校|企业|机构|职业|工种)(?:除外|例外|减半|加倍|自理|"
    r"(?:一律|均|则)?(?:暂?不(?:再|另)?(?:发|享受|计|受|收|退|设|予|参加|占|开展|纳入|列入|适用|评|办理|提供|安排|报销)|免[收缴费]))"
    r"[^，,。；;:：]{0,14}[。;；]?"
)
"""A short part of a sentence that takes some out of what was said before: 在校学生不发."""
_EXTENDS = lazy_re.compile(
    r"(?:延长|延至|延后|延期|推迟|提前|顺延|放宽)[到至]?[^，。；,;]{0,4}\d{1,2}[月日]|(?:组|赛项|项目|类)[^，。；,;]{0,8}(?:截止|截至|[到至为])[^，。；,;]{0,6}\d{1,2}月\d"
)
"""Another day for some of those who enter."""
_ALSO = lazy_re.compile(r"(?:也|亦|或)(?:可以?|允许)(?!向|在|于|通过|用)")
_NEXT = 2
"""Characters at most between a sentence and the next one."""
_SHARE = lazy_re.compile(r"占(?:总成绩|总分|比)?的?\d+%|总成绩的?\d+%")
_MADE_UP = lazy_re.compile(
    r"其中[^，。；,;]{0,4}\d+周?岁[^，。；,;]{0,12}(?:不少于|至少|不低于|不得少于|占)|(?:至少|不少于)[^，。；,;]{0,4}\d+[名人][^，。；,;]{0,3}\d+周?岁"
)
_HEADED = lazy_re.compile(r"奖|待遇|材料")


def excepts(plain: str) -> bool:
    """Whether the part behind a semicolon takes some out of what stands before it.

    >>> excepts("在校学生不发。"), excepts("B项目暂不开展等级认定。"), excepts("教练员减半。")
    (True, True, True)
    >>> excepts("每人每天发误工补助100元,按三天计发;"), excepts("用时不计入成绩。")
    (False, False)
    """
    return _EXCEPTS.fullmatch(plain) is not None


def made_up(plain: str) -> bool:
    """Whether an age says how a team is made up, no limit: 其中40周岁以下选手不少于3名.

    >>> made_up("其中40周岁以下选手不少于3名;"), made_up("学生组年龄不超过25周岁。")
    (True, False)
    """
    return _MADE_UP.search(plain) is not None


def one_is_enough(led: str) -> bool:
    """Whether words lead to a list of conditions of which one is enough.

    >>> one_is_enough("并具备下列条件之一:"), one_is_enough("有下列情形之一的,不得报名:")
    (True, False)
    """
    return _ONE_OF.search(led) is not None and not _RULE.search(led)


def certificates(ranked: Sequence[Scored], asked: Asked) -> list[Scored]:
    """The sentences that set a certificate as a condition; none where something else is asked."""
    if "skill_level" not in asked.concepts or not _WHICH.search(asked.plain):
        return []
    if _GIVEN.search(asked.plain):
        return []
    return [s for s in ranked if _sets(s)]


def _sets(scored: Scored) -> bool:
    unit = scored.unit
    if any(_HEADED.search(h) for h in unit.headings[:1]):
        return False
    return bool(_SETS.search(unit.plain)) and not _OTHERWISE.search(unit.plain)


def with_exceptions(best: Scored, ranked: Sequence[Scored]) -> list[Scored]:
    """What the same clause says right behind a rule for special cases, or the rule before that."""
    unit = best.unit
    same = sorted((s for s in ranked if s.unit.path == unit.path), key=lambda s: s.unit.start)
    at = next((i for i, s in enumerate(same) if s.unit is unit), 0)
    before, after = same[at - 1 : at] if at else [], same[at + 1 : at + 2]
    if _RULE.search(unit.plain) and after and _EXCEPTION.search(after[0].unit.plain):
        return after
    if _EXCEPTION.search(unit.plain) and before and _RULE.search(before[0].unit.plain):
        return before
    return []


def other_way(best: Scored, ranked: Sequence[Scored]) -> list[Scored]:
    """What else is let in right behind a condition: 教练应为在职教师；也可聘请企业技术人员."""
    unit = best.unit
    return [
        s
        for s in ranked
        if s.unit.path == unit.path
        and 0 <= s.unit.start - unit.end <= _NEXT
        and _ALSO.match(s.unit.plain)
        and unit.text.endswith(("；", ";"))
    ][:1]


def extended(best: Scored, ranked: Sequence[Scored]) -> list[Scored]:
    """The day that holds for some, right behind the one for all: 学生组报名延长到4月9日."""
    unit = best.unit
    if not any(v.kind in TIMED for v in unit.values):
        return []
    return [
        s
        for s in ranked
        if s.unit.path == unit.path
        and 0 <= s.unit.start - unit.end <= _NEXT
        and _EXTENDS.search(s.unit.plain)
        and any(v.kind in TIMED for v in s.unit.values)
    ][:1]


def shares(best: Scored, ranked: Sequence[Scored], asked: Asked) -> list[Scored]:
    """The other parts of the whole mark, where it is asked how all of it is made up."""
    if "weight" not in asked.concepts or not _SHARE.search(best.unit.plain):
        return []
    if len({"theory", "practice"} & set(asked.concepts)) == 1:
        return []
    parent = best.unit.clause.parent
    return [
        s
        for s in ranked
        if parent is not None and s.unit.clause.parent == parent and _SHARE.search(s.unit.plain)
    ]
