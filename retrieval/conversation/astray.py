"""What in a conversation about a competition is put to somebody else: cooking, shopping, homework.

Where one competition is spoken of, that no notice has a word of a turn is no reason to refuse it:
people ask of their own case in their own words (高铁晚点要11点20才到 算弃权吗). It is refused for
what it is, by a word of another business, or for being no Chinese at all.
"""

from __future__ import annotations

from knowledge import lazy_re

_HAN = lazy_re.compile("[\u4e00-\u9fff]")
_LATIN = lazy_re.compile("[a-z]")
_DONE_FOR = lazy_re.compile(
    r"(?:帮|替|给)我(?!们?(?:报|问|转|登|留|发[^，,。？?]{0,6}(?:通知|文件|邮箱|电话)))"
    r"[^，,。？?]{0,4}(?:算|看看|查|做|讲|写|编|挑|选|催|画|改|翻|想|找|买|订|推荐)"
    r"|把[^，,。？?]{1,12}(?:做了|翻成|译成|改成|写完)"
    r"|(?<!可以)(?<!以)(?<!由)(?<!被)推荐(?:一下|下|一?[个款家几部首本])"
    r"|给我(?:讲|说)(?:一下|一?讲)"
)
"""What the one asked is to do himself."""
_AT_TABLE = lazy_re.compile(
    r"红烧|清蒸|糖醋|食谱|菜谱|佐料|底料|下饭|(?:怎么|咋个?|如何)(?:炒|炖|腌|煮|烧)(?!制|作)"
    r"|怎么做才(?:不?[好腻香嫩入]|地道)|(?:炒|炖|煮|烤)[^，,。？?]{0,4}(?:发苦|太[咸淡老]|糊了)"
)
_TRADE = lazy_re.compile(
    r"一?[斤两]卖?多少|卖多少钱|哪[个家]?(?:更|最)?(?:便宜|划算)|买[^，,。？?]{1,8}(?:合适|划算)|黄金"
    r"|借我|理财|涨[了吗价]|跌[了吗]|公积金|寄到[^，,。？?]{1,6}"
)
_LIFE = lazy_re.compile(
    r"(?:你们|贵公司)?招人|应聘|求职|跳槽|科目[一二三四]|驾校|倒车入库|高数|鸡兔同笼|应用题|家庭作业"
    r"|(?:宝宝|娃|孩子)[^，,。？?]{0,6}[哭闹]|身份证(?:掉|丢)|我的?(?:快递|包裹|件)|原理"
    r"|洗衣机|冰箱|热水器|马桶|水龙头|下水道|油烟机|燃气灶|暖气片|多少度|热不热|冷不冷|带伞|猫粮|狗粮|装修|离婚|相亲"
)
_PUT_ELSEWHERE = (_DONE_FOR, _AT_TABLE, _TRADE, _LIFE)


def astray(text: str) -> bool:
    """Whether a turn (comparable) is another business than a competition's, or unreadable.

    >>> [astray(t) for t in ("红烧肉怎么做才不腻", "高铁晚点要11点20才到算弃权吗", "asdf;;kj")]
    [True, False, True]
    """
    foreign = len(_LATIN.findall(text)) >= len(_HAN.findall(text))
    return foreign or any(words.search(text) for words in _PUT_ELSEWHERE)
