"""How one speaks of people one knows: 老王, 李姐, 张师傅."""

from __future__ import annotations

from knowledge import lazy_re

_SURNAME = (
    "[王李张刘陈杨赵黄周吴徐孙胡朱何郭罗梁宋郑谢韩唐冯董萧曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎潘杜戴夏钟汪田姜范姚谭廖邹熊"
    "陆孔崔邱秦毛顾侯邵孟段雷钱汤尹黎]"
)
CALLED = lazy_re.compile(
    rf"((?<![大最从幼])[小老]{_SURNAME}(?![家庄村镇县])"
    rf"|(?<![\u4e00-\u9fff]){_SURNAME}(?:姐(?!妹)|哥|叔|姨|婶|嫂|师傅|师父|阿姨|大[姐哥爷妈叔]))"
)
"""Somebody by a name of everyday; its characters are no words typed by their sound."""


def called(text: str) -> str:
    """The name by which a text begins to speak of somebody; empty where it does not.

    >>> called("老王呢,没退休"), called("李姐57了"), called("老师能报吗")
    ('老王', '李姐', '')
    """
    found = CALLED.match(text.removeprefix("那").removeprefix("还有").lstrip(",， "))
    return found[1] if found else ""
