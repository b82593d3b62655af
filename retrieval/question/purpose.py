"""What somebody asks a thing for, which is no part of what is asked: …，好针对练; …，想订票.

Only words behind a question, that ask for nothing themselves, are taken for its purpose; a wish to
enter is none, nor is anything with a number, which tells of the person.
"""

from __future__ import annotations

from knowledge import lazy_re

_TICKETS = lazy_re.compile(
    r"(?<=[?？。；;，,\s])(我们?|咱们?|俺)?(好|想|要|得|打算|准备)+(提前|先|早点|赶紧|赶快|去)*"
    r"(订|买|抢)[^?？。，,]{0,6}(票|酒店|房间?)[吧呢了。]*$"
)
_ASKING = r"[谁哪几啥什怎咋多何吗么?？]|是不是|能不能|可不可以|有没有|要不要|用不用|行不行"
_BEHIND = lazy_re.compile(
    r"^(?P<asked>.{4,}?)[，,\s]+(?:我们?|咱们?|俺)?(?:也|还|就)*"
    r"(?:好(?=提前|早|先|安排|准备|针对|去|来|让|给|有)|想(?=提前|早|先|安排|准备|给|带|看看|确认)"
    r"|以便|便于|方便|免得|省得|怕(?!不)|打算提前|准备提前|我?要提前)"
    rf"(?P<aim>(?:(?!{_ASKING}|[报赛参]|不|\d|[,，?？]).){{2,14}})[。!！~]*$"
)
_ASKED = lazy_re.compile(_ASKING)


def without_purpose(text: str) -> str:
    """A message without what somebody asks it for.

    >>> without_purpose("决赛在哪？我想提前订票")
    '决赛在哪？'
    >>> without_purpose("实操考多长时间，想安排孩子吃饭")
    '实操考多长时间'
    >>> without_purpose("几岁能报，想让孩子报名")
    '几岁能报，想让孩子报名'
    """
    text = _TICKETS.sub("", text)
    match = _BEHIND.match(text)
    if match is None or not _ASKED.search(match["asked"]):
        return text
    return match["asked"]
