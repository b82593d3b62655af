"""The lines of the notice on a page: its title, its text, and not what the portal writes around."""

from __future__ import annotations

import re
from collections.abc import Sequence

from knowledge import lazy_re
from knowledge.plain import bare
from knowledge.read.blocks import lines_of
from knowledge.read.html_blocks import LINK, LINK_END, blocks_of
from knowledge.read.html_weight import Element

_LINKED = lazy_re.compile(f"{LINK}[^{LINK_END}]*{LINK_END}")
_MARKS = str.maketrans("", "", LINK + LINK_END)
_FURNITURE = lazy_re.compile(
    r"""^[\s\W]*(?:\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}日?[\s\d:]*)?(?:(?:发布|更新|发文)(?:时间|日期|机构|单位|人)|(?:信息|文章|稿件|内容)?来源|作者|责任?编辑
    |编辑|审核|校对|撰稿|供稿|字体|字号|浏览|点击|阅读|访问|索\s?引\s?号|主题分类)\s*[：:]
    |^[\s\W]*(?:打印|关闭|收藏|分享|返回)(?:本[页文]|窗口|页面|顶部|首页|列表)?[\s\W]*$
    |^[\s\W]*您?(?:当前|现在)?(?:所在)?的?位置\s*[：:]
    |^[\s\W]*(?:上一[篇条页]|下一[篇条页]|相关(?:链接|阅读|新闻|文章|推荐)\s*[：:]?$)
    |^[\s\W]*(?:网站(?:首页|地图|声明)|Copyright|无障碍|视力保护色)
    |版权所有(?!权)|ICP\s*备|公网安备|网站标识码|(?:浏览|点击|阅读|访问)(?:次?数|量|率)\s*[：:\d]
    |关闭(?:窗口|本页|页面)|打印本[页文]|分享(?:到|至)\s*[：:]?\s*(?:$|微信|微博|QQ)|设为首页|加入收藏
    |主办(?:单位)?\s*[：:].*(?:网站|维护|邮编|备案|标识码)
    |扫一扫在手机|字号\s*[：:]|【\s*大\s*】?\s*【?\s*中""",
    re.VERBOSE | re.IGNORECASE,
)
"""How lines begin, or what they hold, that every portal has and no notice needs."""
_DATE = lazy_re.compile(r"\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}日?")
_FILE = lazy_re.compile(
    r"附\s*(?:件|表|录)|\.(?:docx?|xlsx?|pdf|zip|rar|wps|et|jpe?g|png)\b", re.IGNORECASE
)
_LONGEST = 150
_LINK_SHARE = 0.6
_SKIRTS = 12
"""Lines at either end in which the portal's lines are looked for."""
_ROWS = frozenset({"tr", "tbody", "table", "ol", "ul"})
_TOP = 15
"""Lines in which the title would stand."""


def notice_lines(content: Element, page: Element, title: str) -> list[str]:
    """The lines of the notice that `content`, a part of `page`, holds."""
    lines = _trimmed(_lines(_with_siblings(content, page)))
    if title and _is_on(page, title) and bare(title) not in bare("".join(lines[:_TOP])):
        lines = [title, *lines]
    return lines


def _is_on(page: Element, title: str) -> bool:
    """Whether a reader sees the title; else it is that of the window, often of the whole site."""
    return bare(title) in bare(page.text_content())


def _lines(elements: Sequence[Element]) -> list[str]:
    return [line for each in elements for line in lines_of(blocks_of(each))]


def _with_siblings(content: Element, page: Element) -> list[Element]:
    """The element with what belongs to it: its signature or attachments may stand beside it.

    What stands next to it is taken in as far as nothing of the portal lies between; where all of
    its surroundings are, the same is asked one level up.
    """
    while content is not page:
        parent = content.getparent()
        if parent is None or parent.tag in _ROWS or _has_text(parent):
            break
        beside = list(parent)
        at = beside.index(content)
        first, last = at, at + 1
        while first and not _has_portal(beside[first - 1]):
            first -= 1
        while last < len(beside) and not _has_portal(beside[last]):
            last += 1
        if last - first < len(beside):
            return beside[first:last]
        content = parent
    return [content]


def _has_portal(element: Element) -> bool:
    return any(map(_is_portal, _lines([element])))


def _has_text(parent: Element) -> bool:
    """Text between the children, which browsers show but nobody writes for a notice."""
    return bool(bare(parent.text or "") + "".join(bare(each.tail or "") for each in parent))


def _trimmed(lines: Sequence[str]) -> list[str]:
    """Without the portal's lines at both ends, and without the marks of links."""
    filled = [line for line in lines if line.strip()]
    top = _last_of_portal(filled)
    bottom = _last_of_portal(filled[::-1])
    inside = range(top, len(filled) - bottom)
    return [
        line.translate(_MARKS)
        for at, line in enumerate(filled)
        if at in inside or not _is_portal(line)
    ]


def _last_of_portal(lines: Sequence[str]) -> int:
    """How many lines from this end on may be the portal's: a few beyond each that is."""
    end = _SKIRTS
    for at, line in enumerate(lines):
        if at >= end:
            break
        if _is_portal(line):
            end = at + 1 + _SKIRTS
    return end


def _is_portal(line: str) -> bool:
    """A line of the portal: one of its phrases, or nothing but links to other pages."""
    plain = line.translate(_MARKS)
    if "\t" in plain or not bare(plain):
        return False
    if len(plain) <= _LONGEST and _FURNITURE.search(plain):
        return True
    linked = sum(len(bare(found)) - 2 for found in _LINKED.findall(line))
    return linked > _LINK_SHARE * len(_DATE.sub("", bare(plain))) and not _FILE.search(plain)
