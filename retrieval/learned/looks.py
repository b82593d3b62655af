"""How questions ask and how sentences look: patterns whose pairs are weighed by learning."""

from __future__ import annotations

from knowledge import lazy_re

SENTENCES = {
    "digit": r"\d",
    "time": r"\d+[月日时点]|\d:\d\d|月底|[上中下]旬|\d个?(?:工作日|小时|天)",
    "money": r"\d(?:\.\d+)?万?元|免费|不收|自理|承担",
    "ban": r"不得|不能|不可|禁止|严禁|不予|取消|不受理|不再|无效|不允许|不接受",
    "leave": r"可以?|允许|准许",
    "duty": r"须|应|必须|需",
    "outcome": r"取消|扣|按.{0,8}(?:处理|计)|视[为同]|不予|无效|顺延|补",
    "steps": r"提交|报送|发送|登录|填写|申请|办理|领取|上传|审核|盖章|书面",
    "items": r"[、;；]|包括|分为|设有?|分别",
    "place": r"学院|学校|中心|大厦|楼|室|馆|场|路|号|基地|线上|网|平台|地点|公司",
    "share": r"%|占比|权重|\d分|满分",
    "reach": r"\d{3,4}-\d{7,8}|1\d{10}|@|联系人|电话",
    "number": r"[\d一二三四五六七八九十两]+[名人个项支队组种类轮场次]|不限|限报",
}
"""What a sentence has."""
QUESTIONS = {
    "whether": r"吗|么|能不能|可不可以|行不|可以不|是不是|有没有|能否|可否|不[?]?$",
    "when": r"什么时候|啥时|几[号点月]|哪几?天|时间|多久|截止|何时|日期",
    "how_many": r"几|多少",
    "paid": r"钱|费|元|奖金|报销",
    "where": r"哪[里儿]|在哪|地址|地点|地方|去哪",
    "who": r"谁|哪位|哪个人|联系|电话|找",
    "how": r"怎么|如何|咋|流程|步骤|程序",
    "what": r"什么|啥|哪些|哪几|内容",
    "weight": r"占|比例|权重|分",
    "then": r"怎么办|咋办|会怎|后果|怎么处理|扣",
}
"""How a question asks."""
MATCHES = (
    ("whether", "ban"),
    ("whether", "leave"),
    ("whether", "duty"),
    ("when", "time"),
    ("when", "digit"),
    ("how_many", "digit"),
    ("how_many", "number"),
    ("how_many", "share"),
    ("how_many", "money"),
    ("paid", "money"),
    ("where", "place"),
    ("who", "reach"),
    ("how", "steps"),
    ("how", "outcome"),
    ("what", "items"),
    ("weight", "share"),
    ("then", "outcome"),
    ("then", "ban"),
)
"""What may go together; how much each does is learned."""
_SENTENCES = tuple(lazy_re.compile(pattern) for pattern in SENTENCES.values())
_QUESTIONS = {name: lazy_re.compile(pattern) for name, pattern in QUESTIONS.items()}


def of_sentence(plain: str) -> tuple[bool, ...]:
    """What a sentence (comparable) has, in the order of `SENTENCES`."""
    return tuple(bool(pattern.search(plain)) for pattern in _SENTENCES)


def of_question(plain: str) -> frozenset[str]:
    """How a question (comparable) asks.

    >>> sorted(of_question("报名费多少钱"))
    ['how_many', 'paid']
    """
    return frozenset(name for name, pattern in _QUESTIONS.items() if pattern.search(plain))
