"""Persons a question names: in full, or by surname and title (马老师 for 马茜)."""

from __future__ import annotations

from knowledge import lazy_re
from knowledge.model import Notice
from knowledge.plain import comparable

_TITLED = lazy_re.compile(
    r"([\u4e00-\u9fff])(老师|主任|处长|科长|院长|校长|经理|工|先生|女士|师傅|站长)"
)
_MIN_NAME = 2


class People:
    """The persons of one notice."""

    def __init__(self, notice: Notice) -> None:
        names = {comparable(v.value) for v in notice.values if v.kind == "person"}
        self._names = sorted(n for n in names if len(n) >= _MIN_NAME)

    def named(self, text: str) -> tuple[str, ...]:
        """Names of the notice in `text`; for a surname with a title, those it fits."""
        full = tuple(n for n in self._names if n in text)
        if full:
            return full
        surnames = {m.group(1) for m in _TITLED.finditer(text)}
        return tuple(n for n in self._names if n[0] in surnames)
