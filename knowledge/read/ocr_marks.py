"""Punctuation as Chinese print has it: engines mix up ( and （, : and ：, ' and ”."""

from __future__ import annotations

import re

from knowledge import lazy_re

_WIDE = {
    "(": "（", ")": "）", ":": "：", ",": "，", ";": "；", "?": "？", "!": "！",
}  # fmt: skip
_CHINESE = r"[\u3007\u4e00-\u9fff（）〔〕【】《》“”、，。；：？！]"
_OPENS = lazy_re.compile(
    rf"\((?={_CHINESE})|(?<={_CHINESE})\(|^\((?=[一二三四五六七八九十\d]{{1,3}}\))"
)
_CLOSES = lazy_re.compile(rf"(?<={_CHINESE})\)|\)(?={_CHINESE})")
_PARTS = lazy_re.compile(
    rf"(?<={_CHINESE})[:,;?!](?![\w@/])|[,;](?={_CHINESE})|(?<={_CHINESE})[:,;](?=\S)"
)
_STRAIGHT = lazy_re.compile("[\"'`´＂＇]")
_DOUBLED = lazy_re.compile("([：；，。、])\\1+")
_YEAR = lazy_re.compile(r"[\[［【(（]((?:19|20)\d\d)[\]］】)）](?=\s*\d{1,4}\s*号)")


def printed(text: str) -> str:
    """The text with the marks Chinese print has; figures, times and addresses keep theirs.

    >>> printed("(一)时间:9:00,见http://a.cn")
    '（一）时间：9:00，见http://a.cn'
    >>> printed("发改[2026]47号")
    '发改〔2026〕47号'
    """
    text = _YEAR.sub(r"〔\1〕", text)
    for _ in range(2):  # a mark beside a mark that has just become Chinese
        for pattern in (_OPENS, _CLOSES, _PARTS):
            text = pattern.sub(lambda found: _WIDE[found.group()], text)
    return _quoted(_balanced(_DOUBLED.sub(r"\1", text)))


def _balanced(text: str) -> str:
    """A bracket takes the width of its partner."""
    text = re.sub(r"（([^（）()]*)\)", r"（\1）", text)
    return re.sub(r"\(([^（）()]*)）", r"（\1）", text)


def _quoted(text: str) -> str:
    """A straight quotation mark closes what is open, and opens otherwise."""
    if not re.search(_CHINESE, text):
        return text
    done = ""
    for at, char in enumerate(text):
        if not _STRAIGHT.match(char):
            done += char
            continue
        within = text[at - 1 : at].isascii() and text[at + 1 : at + 2].isascii()
        opened = done.count("“") > done.count("”")
        word = within and text[at - 1 : at].isalpha() and text[at + 1 : at + 2].isalpha()
        done += char if word and not opened else ("”" if opened else "“")
    return done
