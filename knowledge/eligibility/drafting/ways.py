"""By which way one enters: 只接受线上报名，不接受现场报名和电话报名."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from knowledge import lazy_re
from knowledge.eligibility.drafting.located import located
from knowledge.eligibility.drafting.parts import Condition, Made, Statement

if TYPE_CHECKING:
    from collections.abc import Iterator

_ONLINE = ("线上", "网上", "网络", "在线", "小程序", "平台", "系统", "公众号", "网站")
_ON_SITE = ("现场", "线下", "窗口", "当面")
_REFUSED = (*_ON_SITE, "电话", "邮寄", "快递", "传真", "口头", "短信", "微信群", "QQ群", "纸质")
_WAY = rf"(?:{'|'.join((*_ONLINE, *_REFUSED, '邮件', '邮箱'))})"
_ONLY = lazy_re.compile(
    rf"(?:只|仅)(?:接受|限|支持|受理|采用|采取|开放|开通|设)?(?:通过|以|用)?(?P<way>[^,。;]{{0,16}}?{_WAY})[^,。;]{{0,12}}?(?:报名|申报|方式|形式|渠道)"
    rf"|报名(?:工作)?(?:一律|统一|全部|均)(?:采用|采取|实行|实施|通过|使用|在|登录|以|经)(?P<way2>[^,。;]{{0,24}}?{_WAY})[^,。;]{{0,10}}"
    rf"|(?:一律|统一|全部|均)(?:采用|采取|实行|实施|通过|使用|在|登录|以|经)(?P<way3>[^,。;]{{0,24}}?{_WAY})[^,。;]{{0,6}}?报名"
)
_NONE = lazy_re.compile(
    rf"(?:概|恕|一律|暂|均|也)?不(?:再)?(?:接受|受理|接收|设|设置|安排|支持|采用|开通)(?P<ways>[^,。;]{{0,8}}?(?:{_WAY}|其[他它](?:任何)?(?:方式|形式|途径|渠道))[^,。;]{{0,24}}?)(?:报名|申报|提交)(?:点|方式|形式|渠道|材料)?"
    rf"|(?P<ways2>{_WAY}(?:[、和及与或]{_WAY})*)(?:等)?(?:方式|形式)?(?:报名)(?:的,?)?(?:一律|均|概|恕)?(?:不予|不再|不)(?:受理|接受|认可)"
)


def ways(statement: Statement) -> Iterator[tuple[int, int, list[Condition]]]:
    """The stretches that name the only way of entering, or ways that are none."""
    text = statement.text
    if statement.section not in {"entry", "who", "other"} or statement.cell:
        return
    only, none = _ONLY.search(text), _NONE.search(text)
    accepts = _accepted(only) if only else []
    refused = _named(none["ways"] or none["ways2"]) if none else []
    if not accepts and not refused:
        return
    if accepts == list(_ONLINE):
        refused = [*refused, *(word for word in (*_ON_SITE, "电话") if word not in refused)]
    found = [match for match in (only, none) if match]
    said = "，".join(match[0] for match in found)
    params = {"said": said, "accepts": accepts, "refuses": refused, "closed": True}
    for match in found:
        made = [Made("channel", params)] if match is found[0] else []
        yield (
            *match.span(),
            [one for each in made for one in located(statement, *match.span(), each, "way")],
        )


def _accepted(match: re.Match[str]) -> list[str]:
    way = next(filter(None, match.groups()))
    if any(word in way for word in _ONLINE):
        return list(_ONLINE)
    return _named(way)


def _named(words: str) -> list[str]:
    return [word for word in (*_REFUSED, *_ONLINE, "邮件", "邮箱") if word in words]
