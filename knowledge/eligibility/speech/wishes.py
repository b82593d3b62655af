"""Tracks: those wished for, those entered already, and wishing for two."""

from __future__ import annotations

import re

from knowledge import lazy_re
from knowledge.eligibility.speech.base import Day, Found, Pattern, listed, pattern, says

_WISHES = (
    r"(?:想要?|要|打算|准备|考虑|计划|能不能|能否|可不可以|可否|还能|能|还可以|可以|再|去|"
    r"适合|够格)"
)
_ENTERS = r"(?:报名参加|报名|报考|参加|参赛|报|选|打|比|参)"
_NO_TRACK = (
    r"(?!名|了|过|的|上|加|赛(?!车)|什么|啥|哪|几|一|两|二|三|多|别|其|另|这|那|不|吗|同|"
    r"比赛|大赛|竞赛|决赛|初赛|复赛|考|到|告|销|奖|表|送|道|个|得|行|职|学生|教师|社会|企业|"
    r"公开|新生|青年|成|完|和|跟|谁|时|人|培训|活动|考试|考评|统|本次|本届|省|市|国|全|哈|"
    r"呢|嘛|么|么|进去|满|两个|手|错|给|我|你|他|咱|对|材料|评|分|算|能|可|还|吧)"
)
_END = (
    r"(?=(?:这个|这|那个)?(?:赛项|项目|赛道|比赛)?(?:的?(?:吗|嘛|么|不(?!同)|行|可以|可不|"
    r"要|需|得|能|还|够|有没|有什么|合适|是不是|来得|该|怎|咋|呢|吧|名额|条件|但|的话|但是)|"
    r"[,。;!?\0]|$))"
)
_TAIL = lazy_re.compile(r"(?:这个|那个)?(?:赛项|项目|赛道|比赛)$|(?:这个|那个|那项|这项)$")
_GROUP = lazy_re.compile(
    r"(?:组|大赛|竞赛|比赛|决赛|初赛|选拔赛|证书?|名|考试|材料|名额)$|[年月日号]|的"
)


def _wanted(match: re.Match[str], _: Day) -> Found:
    names = re.split(r"和|跟|与|、|或者?|还是", match["w"])
    read = [_TAIL.sub("", name).strip("“”\"'") for name in names]
    if any(len(name) < 2 or _GROUP.search(name) for name in read):  # noqa: PLR2004 no track is named by one character
        return None
    return {"wanted": read}


def _entered(match: re.Match[str], _: Day) -> Found:
    """报了鸿蒙那个."""
    return {"registered_tracks": [_TAIL.sub("", match["w"].strip())]}


def wishes() -> tuple[Pattern, ...]:
    """What is entered before what is wished for."""
    one = rf"(?P<w>{_NO_TRACK}[\u4e00-\u9fffA-Za-z0-9（）()“”、/+.-]{{2,24}}?)"
    changed = r"(?:给?我?们?(?:改|换|调|转)(?:成|到|为|报)了?|改报了?|换报了?)"
    return (
        pattern(
            rf"(?:本来|原来|原本|原先|之前|开始|起初|先)(?:是)?报名?(?:了|的是?)[^,。;!?\0]{{2,20}}[,]?"
            rf"[^。;!?\0]{{0,14}}?{changed}(?P<w>[^,。;!?\d\0]{{2,20}}?)(?:赛项|项目)?了?(?=[,。;!?\0]|$)",
            listed("registered_tracks"),
        ),
        pattern(
            r"(?<![想要备算])(?:我们?|已经|之前|现在|当时|去)报名?的(?:就?是)(?![^,。;!?]{0,6}组)(?P<w>[^,。;!?\d两几多一二三四五\0什哪个]{2,20}?)"
            r"(?:赛项|项目)?(?=[,。;!?\0]|$)",
            listed("registered_tracks"),
        ),
        pattern(
            r"(?:已经?|都|我){0,4}(?:报名?|报上|报考)了(?P<w>"
            r"(?!名)[^,。;!?\d两几多一二三四五\0]{2,20}?)(?:赛项|项目)?"
            r"(?=[,。;!?还了能可又再\0]|$)",
            _entered,
        ),
        pattern(
            r"(?:同时|一起|一块儿?|一并|一同|都)(?:报(?!到|销)|参加)"
            r"|(?:两|三|四|几|[234])个(?:赛项|项目|工种)?(?:都|全)(?:想|要|能|可以)*(?:报|参加|比)|兼报|再报"
            r"(?:一?个|一项|别|其[他它]|另|个)|又报(?!名)|还(?:能|可以)再?(?:报|参加)"
            r"(?=别|其[他它]|另)"
            r"|(?:报|参加)(?:两|2|二|几|多)个?(?:赛项|项目)?(?=[吗嘛不,。;!?行可\0]|$|赛|项)|兼项",
            says(wants_also=["另一个赛项"]),
        ),
        pattern(r"(?:双重|多重|两个|两种|2个|2种)身份", says(wants_also=["另一种身份"])),
        pattern(
            rf"(?:想要?|能不能|可以|能|打算|准备)(?:换|改|转)(?:成|到|报|为){one}{_END}", _wanted
        ),
        pattern(rf"{_WISHES}{_ENTERS}(?:的是|一下|个)?{one}{_END}", _wanted),
    )
