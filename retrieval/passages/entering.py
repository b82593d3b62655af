"""Days by what they are the days of: of entering, of a change, of something beside the contest."""

from __future__ import annotations

from collections.abc import Sequence

from knowledge import lazy_re
from retrieval.question.asked import UNTIL, Asked

CHANGES = lazy_re.compile(
    r"更换|调换|换人|替换|调整|改报|变更|退赛|退出|弃权|请假|申诉|复议|异议|退费|退款|撤回|撤销|更正|补正"
)
"""Until when one may change what one has entered, or object, is another deadline."""
OF_ELSE = lazy_re.compile(
    r"回执|住宿|酒店|作品|论文|发票|行程|车次|试卷|成绩|确认参赛|晋级|递补|复盘"
)
"""What is sent in beside the entry has a day of its own."""
_CHECKED = lazy_re.compile(
    r"(?<![、及和与并])(?:审[核查批]|复核|初审|终审)(?:工作)?的?(?:截止|时间|期限|阶段|完成|结束)"
    r"|(?:完成|结束)[^，,。；;]{0,6}(?:审[核查批]|复核)"
)
"""Until when others have checked the entries is later than until when one enters."""
_OF_PERSONS = lazy_re.compile(
    r"(?:毕业|离校|出生|入学|入职|退休|参加工作|取得|获得|获评|离职)(?:离校)?[^，,。；;]{0,6}的?$"
)
"""A day that tells people apart: 7月31日前毕业的，不得参加."""
_REGISTERS = lazy_re.compile(
    r"至[^，,。；;]{0,16}[日时点\d][)）]?[，,]?(?:期间)?(?:内|可)?"
    r"(?:[\u4e00-\u9fff]{0,10}(?:登[录陆]|进入|访问|在|通过)[^，,。；;]{2,60})?(?:填报|网?上?报名|申报|注册|填写|报送)"
)
"""From when to when one fills in an entry: 于3日至14日17:00登录…填报."""
_OF_OTHERS = lazy_re.compile(
    r"(?:\d+[.、)])?(?:裁判|评委|评判|专家|观摩|媒体|志愿者|联络员|监督员)"
    r"|[^。;；]*推荐[^。,，;；报]{0,4}(?:裁判|评委|专家)"
)
"""A sentence about those who are no entrants."""
_EARLY = lazy_re.compile(
    r"前[^。；;]{0,14}的[，,][^。；;]{0,24}(?:[\d一二三四五六七八九]折|优惠|减免|减半|减收)"
)
"""Who enters by then pays less; others enter later."""
_ENTERS = lazy_re.compile(r"报名|申报|报送|提交|截止|上报|推荐|填报|注册|发送|寄")
_DATED = lazy_re.compile(r"\d月\d|\d日|\d[:：]\d\d")
_SEGMENT = lazy_re.compile("[，,；;。]")
_UNTIL = lazy_re.compile(
    r"((?:日|点|时|\d)(?:[(（][^)）]*[)）])?(?:之|以)?前|(?:即日起?|自|从|起)[^，,。；;]{0,4}至[^，,。；;]{0,24}[日时点\d]|(?:换|调整|退赛|异议)[^，,。；;]{0,6}的)[，,]"
)
_ASIDE = lazy_re.compile(
    r"(?:说明|推介|对接|座谈|宣讲|动员|领队|协调|筹备|预备|碰头|通气|交流|分享)会|讲座|培训|集训|讲解"
    r"|适应性?(?:训练|练习)|(?:环境|系统|设备|压力)测试|试[用考赛]|模拟[考赛]|抽签|复盘|体检|彩排"
)
_CONTEST = lazy_re.compile(r"赛(?!前|务|事)|比武|考试|实操|理论|日程|安排")
_ARRIVES = lazy_re.compile(r"报到|签到|检录|开幕|闭幕(?!.*赛)|返程|离会")
_NOW = lazy_re.compile(
    r"现在|今天|目前|这会儿|今儿|今日|当下|此刻|还|开始|开放|开通|启动|开启|开了|已经|(?:截止|结束|关闭|关|停)了"
)
_GETS_IN = lazy_re.compile(r"报(?!销|到|告|酬)|申[报请]|注册|填")


def dated_parts(plain: str) -> list[str]:
    """The segments of a sentence with a day or an hour; 9月8日前， goes on in the next one."""
    text = _UNTIL.sub(r"\1", plain)
    return [s for s in _SEGMENT.split(text) if _DATED.search(s)]


def contest_days(plain: str) -> list[str]:
    """The segments with a day on which something is contested: neither 报到 nor what is beside.

    >>> contest_days("18日报到,19日进行个人项目,20日上午进行团队项目")
    ['19日进行个人项目', '20日上午进行团队项目']
    """
    return [s for s in dated_parts(plain) if not (says_aside(s) or _ARRIVES.search(s))]


def of_entering(plain: str) -> bool:
    """Whether some day of a sentence (comparable) is one until when one enters."""
    if _OF_OTHERS.match(plain) or _EARLY.search(plain):
        return False
    return any(
        _ENTERS.search(s) and not any(of.search(s) for of in (CHANGES, OF_ELSE, _CHECKED))
        for s in dated_parts(plain)
    )


def of_checking(days: Sequence[str]) -> bool:
    """Whether dated segments tell until when others have checked the entries, and no more.

    >>> of_checking(["市级审核截止时间:学生组9月22日", "教师组28日"]), of_checking(["9月2日报名"])
    (True, False)
    """
    first, *rest = days
    return bool(_CHECKED.search(first)) and not any(map(_ENTERS.search, rest))


def of_opening(plain: str) -> bool:
    """Whether a sentence with days on entering is about that, and about entrants."""
    other = _OF_OTHERS.match(plain) or CHANGES.search(plain) or OF_ELSE.search(plain)
    return other is None and bool(_GETS_IN.search(plain) or _ENTERS.search(plain))


def of_persons(segment: str) -> bool:
    """Whether a segment with a day only tells of which people something holds.

    >>> of_persons("7月31日前毕业离校的"), of_persons("7月31日前报名")
    (True, False)
    """
    return bool(_OF_PERSONS.search(segment))


def registers(plain: str) -> bool:
    """Whether a sentence (comparable) says from when to when one registers, without 截止.

    >>> registers("于8月3日9:00至8月14日17:00登录平台填报"), registers("8月3日至14日比赛")
    (True, False)
    """
    return bool(_REGISTERS.search(plain)) and of_opening(plain)


def says_aside(plain: str) -> bool:
    """Whether words (comparable) speak of what is held beside the contest: 说明会, 培训, 抽签."""
    return bool(_ASIDE.search(plain))


def headed_aside(heading: str) -> bool:
    """Whether a heading (comparable) is of something beside the contest alone.

    >>> headed_aside("赛前说明会"), headed_aside("培训与决赛安排")
    (True, False)
    """
    return says_aside(heading) and not _CONTEST.search(heading)


def all_aside(plain: str) -> bool:
    """Whether every day of a sentence is one of something beside the contest.

    >>> all_aside("承办单位于8月24日至26日举办一次技术说明会,每队可派2人参加。")
    True
    """
    parts = dated_parts(plain)
    return bool(parts) and all(_ASIDE.search(part) for part in parts)


def asks_open(asked: Asked) -> bool:
    """Whether it is asked if one can enter now, or if entering has begun: 今天能报名不."""
    if "yes_no" not in asked.forms or not UNTIL & set(asked.concepts):
        return False
    return bool(_NOW.search(asked.plain) and _GETS_IN.search(asked.plain))
