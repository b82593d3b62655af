"""Ages that no day is given for: 满16周岁 counted to when?

None of the usual days (publication, end of registration, final) goes without saying, and people
are refused over it.
"""

from __future__ import annotations

from collections.abc import Iterator

from knowledge import lazy_re
from knowledge.lint.fault import Fault, Material

_DAY = r"(?:\d{1,2}[日号]|\d月|之日|当[日天]|截止日|首日|年底|当年)"
_ALL = lazy_re.compile(
    rf"(?:年龄|周岁|出生)[^。;；\n]{{0,30}}?(?:以|按|截至|截止|计算[至到])[^。;；\n]{{0,24}}?{_DAY}"
    rf"|(?:以|按|截至|截止到?)[^。;；\n]{{0,24}}?{_DAY}[^。;；\n]{{0,14}}?(?:基准|计算|年龄)"
    r"|(?:年龄|周岁)[^。\n]{0,20}基准日?"
)
"""Says for the whole part how ages are counted."""
_HERE = (
    lazy_re.compile(
        rf"(?:截至|截止到?|至)[^。;；\n]{{0,24}}?{_DAY}[^。;；\n]{{0,14}}?(?:周岁|岁|年满|未满|不满)"
    ),
    lazy_re.compile(
        rf"{_DAY}(?:时|前|,|，|为止){{0,2}}(?:须|应)?(?:年龄)?(?:须|应)?(?:年满|已满|未满|不满|满|不超过)"
    ),
)
"""Says it for the ages of one clause."""
_BIRTH = lazy_re.compile(
    r"\d{4}年(?:\d{1,2}月)?(?:\d{1,2}日)?(?:\(含\))?(?:以|之)?[前后至—\-][^。；;]{0,20}出生|出生于"
)
_AGE = lazy_re.compile(
    r"(?<!未满)(?<!不满)(?<!\d)\d+(?:周岁|岁)|(?:未满|不满)\d+(?:周岁|岁)(?!的?(?:参赛|选手|未成年|者|须|由))|[一二三四五六七八九十]周岁|法定退休年龄"
)


def ages(material: Material) -> Iterator[Fault]:
    """Clauses and tables that ask for an age, where neither they nor their part name a day."""
    known = {_part(piece.path) for piece in material.pieces if _ALL.search(piece.text)}
    tables: set[str] = set()
    for piece in material.pieces:
        match = _AGE.search(piece.text)
        table = piece.path.rpartition(" 行")[0] if piece.is_row else ""
        judged = piece.scope.role in {"adviser", "judge", "organiser"}
        if not match or judged or table in tables or {_part(piece.path), ""} & known:
            continue
        if _names_day(piece.text) or not _is_condition(material, piece.fold.span(*match.span())):
            continue
        if table:
            tables.add(table)
        yield piece.fault("age_undated", *_sentence(piece.text, match.start(), match.end()))


def _names_day(text: str) -> bool:
    return bool(_BIRTH.search(text)) or any(pattern.search(text) for pattern in _HERE)


def _part(path: str) -> str:
    """The attachment a path lies in, empty in the body."""
    return path.partition(" ")[0] if path.startswith("附") else ""


def _is_condition(material: Material, span: tuple[int, int]) -> bool:
    """Whether reading took it for an age bound; an age that is told of somebody is none."""
    return any(
        value.kind == "age" and value.start < span[1] and span[0] < value.end
        for value in material.notice.values
    )


def _sentence(text: str, start: int, end: int) -> tuple[int, int]:
    begin = max(text.rfind(sign, 0, start) for sign in "。；;\n") + 1
    stops = [at for at in (text.find(sign, end) for sign in "。；;\n") if at >= 0]
    return begin, min(stops, default=len(text))
