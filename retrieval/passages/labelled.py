"""What the label of a line tells of the words behind it: 选拔赛：5月8日 tells when it is held."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from knowledge import lazy_re
from knowledge.model import Value
from knowledge.plain import comparable
from knowledge.sentences import Sentence
from retrieval.question.moments import TIMED

_EVENT = lazy_re.compile(
    r"(赛|考试|考核|选拔|培训|报到|抽签|颁奖|典礼|仪式|幕式|答辩|路演|活动|交流|[周节会展]|(?<!截止)(?<!基准)日)(时间|日期|阶段)?$"
)
"""Names of what is held; 报名 and 审核 are steps of another kind."""
_BRACKET = lazy_re.compile(r"(?P<label>[^，。：:（(]{2,12})[（(](?=[^（()）]*\d)")
"""市级决赛（9月19日至20日）: the name and its days in a bracket."""
_BEFORE = 4
"""So many characters may stand between the label and its day: 拟于, 定于, 暂定于."""
_TRACKS = lazy_re.compile(
    r"(项目|赛项|工种|内容|职业)(设置|及内容|和内容|内容)?$|(竞赛|比赛|考核)(办法|方式|规则|形式)$"
)
_TIMES = lazy_re.compile(r"(?:起止|受理)?(?:时间|日期|期限)")
_ENTERING = lazy_re.compile(r"报名|申报")
"""三、报名（一）时间：…至…: from when to when one enters."""
_OPEN = lazy_re.compile(
    r"(?:网上|线上|在线)?(?:报名|申报|填报|注册)?(?:系统|平台|网站|通道|端口|入口|链接)?的?"
    r"(?:开放|开通|开启|受理|填报|报名|申报)(?:起止)?(?:时间|日期|期限)?(?:为|是|[:：])"
)
"""What a sentence begins with that says from when to when one enters: 系统开放时间：…"""
_SAME = lazy_re.compile(
    r"[^\d，,。:：；;]{2,12}[:：]?(?:\d{4}年)?\d{1,2}月\d{1,2}日[^，,。；;]*[。；;]?"
)
"""A group and its days, with which a list after a semicolon goes on: 教师组9月14日至25日。"""
_ENTRY = frozenset({"enrol_time", "deadline", "enrol"})
_PLACE = lazy_re.compile(r"地点|场地|赛场")


def told_by_label(
    sentence: Sentence, values: Iterable[Value], headings: Sequence[str], tracks: frozenset[str]
) -> frozenset[str]:
    """The concepts a sentence tells without naming them: when and where something is held, what in.

    A day right after the name of an event is when it is held; a place in such a line, or below a
    heading that speaks of places, is where. A list after one of the names of `tracks` (comparable)
    below a heading that speaks of tracks is what is done in it.
    """
    own = list(values)
    bracket = _BRACKET.match(sentence.text)
    label = comparable(sentence.label or (headings[0] if headings else ""))
    label = comparable(bracket["label"]) if bracket else label
    days = [v for v in own if v.kind in TIMED and not v.value[:3].endswith(":")]
    named = len(bracket["label"]) if bracket else len(sentence.label)
    at = sentence.start + (named + 1 if named else 0)
    held = bool(_EVENT.search(label)) and any(0 <= v.start - at <= _BEFORE for v in days)
    placed = any(v.kind == "place" for v in own)
    below = any(_PLACE.search(h) for h in headings) or bool(_PLACE.search(sentence.label))
    rest = sentence.text[len(sentence.label) :]
    tasks = label in tracks and not own and "、" in rest and any(map(_TRACKS.search, headings))
    entering = bool(days and _TIMES.fullmatch(label)) and any(map(_ENTERING.search, headings[1:2]))
    entering = entering or _opens(sentence.text, days, headings)
    told = {
        "hold_time": held,
        "venue": placed and (held or below),
        "content": tasks,
        "enrol_time": entering,
        "deadline": entering,
        "enrol": entering,
    }
    return frozenset(name for name, tells in told.items() if tells)


def _opens(text: str, days: Iterable[Value], headings: Sequence[str]) -> bool:
    """Whether a sentence below 报名 says from when to when entering is open."""
    opening = _OPEN.match(text) and any(map(_ENTERING.search, headings[:2]))
    return bool(opening) and any(v.kind == "range" for v in days)


def tells_window(plain: str) -> bool:
    """Whether words (comparable) are a window of entering, or a group's days within a row of them.

    >>> tells_window("系统开放时间:学生组9月7日至9月18日;"), tells_window("9月7日参赛")
    (True, False)
    """
    return bool(_OPEN.match(plain) or _SAME.fullmatch(plain))


def goes_on(plain: str, before: frozenset[str]) -> frozenset[str]:
    """What a group and its days after a semicolon tell: what those before them told of entering.

    >>> told = frozenset({"enrol_time", "deadline", "enrol", "teacher"})
    >>> sorted(goes_on("教师组9月14日至9月25日。", told)), goes_on("教师组另行通知。", told)
    (['deadline', 'enrol', 'enrol_time'], frozenset())
    """
    return before & _ENTRY if before >= _ENTRY and _SAME.fullmatch(plain) else frozenset()
