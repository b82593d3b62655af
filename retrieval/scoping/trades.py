"""A track by the trade people say they have: 做鞋的 for 制鞋工, 修家电的 for 家用电器维修."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from knowledge import lazy_re
from knowledge.model import Track
from knowledge.plain import comparable
from retrieval.question.everyday import common_words
from retrieval.question.lexicon import Words
from retrieval.question.mentions import Named
from retrieval.scoping.by_character import RARE, character_shares

_SAID = lazy_re.compile(
    r"(?:^|[，,。？?！!；;]|(?<=[我俺咱们他她是人家里儿女娃哥姐弟妹爸妈友事徒傅组业司校位厂队区县市]))"
    r"(?P<trade>(?:从事|学|教|报|考|干|搞)?(?P<how>[做修干搞学教报考开弄练画编炒烧焊绣缝裁剪送种养搭绑砌贴])"
    r"(?P<what>(?:(?![了过着不没得到完的什哪几谁])[\u4e00-\u9fff]){1,6}?))"
    r"(?:的(?!时[候间]|话|是|那?[天次年])|[这那]一?[行块项个]|专业|出身)"
)
"""我是做鞋的, 学修车的: the first verb may be of learning, what is worked on ends before 的."""
_ENDS = lazy_re.compile(r"的|[行块项个]|专业|出身")
_BRACKET = lazy_re.compile(r"[(（][^()（）]*[)）]")
_TAIL = lazy_re.compile(r"(?<=.)[子头儿活]$")
_WORD = 1e-5
"""A verb and one character more frequent than this are another word: 学生的, 考试的."""
_TELLING = 5e-4
"""A character with a larger share of everyday text says no trade by itself."""
_PAIR = 2


class Trade:
    """The trade a question (comparable) tells, looked up once for all notices."""

    def __init__(self, text: str, words: Words) -> None:
        match = _SAID.search(text) if _ENDS.search(text) else None
        self._how, self.what = (match["how"], _TAIL.sub("", match["what"])) if match else ("", "")
        word = match["trade"] if match else ""
        if len(self.what) == 1 and common_words().get(word, 0.0) > _WORD:
            self.what = ""  # 学生的, 考试的
        self.span = match.span("trade") if match else (0, 0)
        meant = words.meant(word) if self.what else ()
        self._written = tuple(w for m in meant for w in m.words if len(w) >= _PAIR)

    def track(self, tracks: Sequence[Track]) -> Named | None:
        """The tracks whose names have what is worked on, by its characters in their order.

        Else the one with a word notices use for it, or with a rare character it begins with.
        None where that is all tracks, or a single character of several.
        """
        if not self.what:
            return None
        found = self._by_characters(tracks)
        if not found and self._written:
            found = _one(_fitting(tracks, lambda name: any(w in name for w in self._written)))
        found = found or self._by_character(tracks)
        return Named(found, (self.span,)) if 0 < len(found) < len(tracks) else None

    def _by_character(self, tracks: Sequence[Track]) -> tuple[str, ...]:
        """By what a short word for a thing begins with, 印刷 or 瓷器, else by the verb: 砌砖."""
        shares, first = character_shares(), self.what[0]
        if len(self.what) <= _PAIR and shares.get(first, 0.0) < _TELLING:
            found = _one(_fitting(tracks, lambda name: first in name))
            if found:
                return found
        rare = shares.get(self._how, 0.0) < RARE
        return _one(_fitting(tracks, lambda name: self._how in name)) if rare else ()

    def _by_characters(self, tracks: Sequence[Track]) -> tuple[str, ...]:
        """Of several those whose names have the verb as well: 修车 is 汽车维修, no 汽车营销."""
        found = _fitting(tracks, lambda name: _within(self.what, name))
        if len(found) > 1:
            found = _fitting(tracks, lambda n: _within(self.what, n) and self._how in n) or found
        return found if len(self.what) > 1 else _one(found)


def _fitting(tracks: Sequence[Track], fits: Callable[[str], bool]) -> tuple[str, ...]:
    """The ids of the tracks one of whose names fits, without what stands in brackets."""
    return tuple(
        t.id
        for t in tracks
        if any(fits(_BRACKET.sub("", comparable(name))) for name in (t.name, *t.aliases))
    )


def _one(ids: tuple[str, ...]) -> tuple[str, ...]:
    return ids if len(ids) == 1 else ()


def _within(said: str, name: str) -> bool:
    """Whether a name has the characters in their order.

    >>> _within("家电", "家用电器维修"), _within("电家", "家用电器维修")
    (True, False)
    """
    rest = iter(name)
    return all(char in rest for char in said)
