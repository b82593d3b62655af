"""A page without what is never part of a notice: scripts, forms, navigation, hidden pieces."""

from __future__ import annotations

import re
from collections.abc import Iterator

from knowledge import lazy_re
from knowledge.plain import bare, squeeze
from knowledge.read.html_weight import Element, weights

_NEVER = (
    "script", "style", "noscript", "template", "nav", "footer", "aside", "iframe", "button",
    "select", "input", "textarea", "svg", "object", "embed", "video", "audio", "canvas", "map",
    "head", "del", "link", "meta",
)  # fmt: skip
_CHROME = frozenset(
    [
        "nav",
        "navi",
        "navbar",
        "navigation",
        "menu",
        "submenu",
        "breadcrumb",
        "breadcrumbs",
        "crumb",
        "crumbs",
        "foot",
        "footer",
        "share",
        "bdsharebuttonbox",
        "copyright",
        "sidebar",
        "aside",
        "toolbar",
        "tools",
        "tool",
        "pagination",
        "pager",
        "page",
        "banner",
        "topbar",
        "search",
        "login",
        "comment",
        "comments",
        "related",
        "relate",
        "recommend",
        "recommended",
        "hot",
        "hots",
        "qrcode",
        "ewm",
        "erweima",
        "fenxiang",
        "friendlink",
        "friendlinks",
        "flink",
        "links",
        "link",
        "weizhi",
        "dqwz",
        "position",
        "location",
        "print",
        "backtop",
        "gotop",
        "totop",
        "prev",
        "next",
        "prevnext",
        "sitemap",
        "accessibility",
        "wza",
    ]
)
"""Words in the class or id of what stands around the text of a page."""
_HEADLINE = frozenset(
    [
        "title",
        "tit",
        "titles",
        "bt",
        "biaoti",
        "headline",
        "articletitle",
        "arttitle",
        "newstitle",
        "wzbt",
        "subject",
    ]
)
_HIDDEN = lazy_re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_RULE = lazy_re.compile(r"([^{}]+)\{([^{}]*)\}")
_SELECTOR = lazy_re.compile(r"^[a-z]*([.#])([\w-]+)$", re.IGNORECASE)
_WORDS = lazy_re.compile(r"[A-Z]?[a-z]+|[A-Z]+")
_PIECES = lazy_re.compile(r"\s*[_|｜]\s*|\s+[-–—]\s*|\s*[-–—]+\s+|--+")
_TITLED = lazy_re.compile(
    r"通知|公告|公示|通告|方案|办法|意见|函|规程|规则|简章|启事|大赛|竞赛|比赛|选拔"
)
"""What titles of notices speak of, and names of portals do not."""
_MOST_SHARE = 0.3
"""Of the weight of the page; what has more is the text itself, whatever its class is called."""
_SHORTEST, _LONGEST = 6, 120
"""Characters of a title."""


def clean(root: Element) -> Element:
    """Take from the page what is never read; returns its body."""
    hidden = _hidden_names(root)
    body = root.find(".//body")
    body = root if body is None else body
    for element in list(root.iter(*_NEVER)):
        _drop(element, body)
    for element in [each for each in body.iter() if _is_hidden(each, hidden)]:
        _drop(element, body)
    known = weights(body)
    most = _MOST_SHARE * known[body]
    for element in list(body.iter()):
        if _is_chrome(element) and known[element] < most:
            _drop(element, body)
    return body


def _is_chrome(element: Element) -> bool:
    """Named like a part of the portal, and not like a headline (`page-title`)."""
    words = words_of(element)
    return bool(_CHROME & words) and not _HEADLINE & words


def _drop(element: Element, body: Element) -> None:
    if element is not body and element.getparent() is not None:
        element.drop_tree()


def words_of(element: Element) -> frozenset[str]:
    """The words that its class and id are made of."""
    named = f"{element.get('class', '')} {element.get('id', '')}"
    return frozenset(word.lower() for word in _WORDS.findall(named))


def _is_hidden(element: Element, hidden: frozenset[str]) -> bool:
    if element.get("hidden") is not None or _HIDDEN.search(element.get("style", "")):
        return True
    names = {f".{name}" for name in element.get("class", "").split()} | {f"#{element.get('id')}"}
    return bool(names & hidden)


def _hidden_names(root: Element) -> frozenset[str]:
    """Classes and ids that the page's own style sheet hides."""
    sheets = " ".join(style.text or "" for style in root.iter("style"))
    hiding = (names for names, rule in _RULE.findall(sheets) if _HIDDEN.search(rule))
    every = (_SELECTOR.match(name.strip()) for names in hiding for name in names.split(","))
    return frozenset("".join(found.groups()) for found in every if found)


def title_of(root: Element) -> str:
    """The title of what the page shows: as marked in its head, or its fullest headline."""
    for meta in root.iter("meta"):
        if meta.get("name", "").lower() == "articletitle" and meta.get("content", "").strip():
            return squeeze(meta.get("content"))
    window = root.findtext(".//title") or ""
    headlines = list(_headlines(root))
    known = [line for line in headlines if bare(line) in bare(window)]
    if known:
        return max(known, key=len)
    every = [*headlines, *map(squeeze, _PIECES.split(window))]
    return max((line for line in every if _TITLED.search(line)), key=len, default="")


def _headlines(root: Element) -> Iterator[str]:
    for element in root.iter("h1", "h2", "h3", "h4", "div", "p", "span", "td", "strong"):
        if element.tag.startswith("h") or _HEADLINE & words_of(element):
            words = squeeze(element.text_content())
            if _SHORTEST <= len(words) <= _LONGEST:
                yield words
