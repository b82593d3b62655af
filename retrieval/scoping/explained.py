"""Which of several competitions a question means: the one whose names account for most of it.

云岭技能系列竞赛 shares 云岭 and 技能 with two notices and 系列 with one of them alone. Nothing is
weighed: a notice is left out only where another has all of the words that it has, and more.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import cached_property

from knowledge import lazy_re
from retrieval.entrants.persons import of_people
from retrieval.question.lexicon import Rendered, Words
from retrieval.question.mentions import telling

_EVENT = lazy_re.compile(r"竞赛|大赛|比赛|比武|赛项|赛事|[单双个]人|团[体队]|活动|通知|[那这哪]个")
"""What one calls a competition and another the same."""
_HOST = lazy_re.compile(r"(?:职业|技术|技师|高等|专科|师范)*(?:学院|学校|大学|职院)|公司|集团|协会")
"""What so many are called that it tells none of them."""
_CALLED = lazy_re.compile(
    r"(?P<what>(?:(?!承办|主办|举办|牵头|组织|[我想参报要能可去来在是吗呢的请问])[\u4e00-\u9fffa-z]){2,10})"
    r"(?:(?:主办|承办|牵头|举办|组织|办)的|的?(?:那个|那场|那届|这个比?|大赛|竞赛|比赛(?!时)|比武))"
)
"""What stands before words for a competition: 冷链那个, 健康职院承办的."""
_ANYWHERE = lazy_re.compile(r"(?:[全本我各][国省市县区校]|行业|系统|这边|那边)+")
"""What all of a kind share."""

_Said = dict[str, frozenset[int]]


class Explained:
    """Names of notices by the pairs of characters in them."""

    def __init__(self, names: Mapping[str, Iterable[str]], parts: Mapping[str, str]) -> None:
        """`names` gives for each notice all it, its tracks and who holds it are called.

        `parts` gives for a correction or supplement the notice it belongs to: called alike.
        """
        self._said = {i: tuple(said) for i, said in names.items()}
        self._parts = parts

    @cached_property
    def _pairs(self) -> dict[str, frozenset[str]]:
        found: defaultdict[str, set[str]] = defaultdict(set)
        for i, said in self._said.items():
            for name in said:
                for at in range(len(name) - 1):
                    found[name[at : at + 2]].add(self._parts.get(i, i))
        return {pair: frozenset(ids) for pair, ids in found.items()}

    def places(self, text: str, ids: Collection[str], meant: Iterable[Rendered] = ()) -> _Said:
        """Where in `text` words begin that the names of each of `ids` have.

        `meant` are words of the text that notices have others for: 电焊 for 焊工.
        """
        shared = _shared(text)
        found: defaultdict[str, set[int]] = defaultdict(set)
        for at in range(len(text) - 1):
            having = self._pairs.get(text[at : at + 2]) if at not in shared else None
            for i in having or ():
                found[i].add(at)
        for rendered in meant:
            at = text.find(rendered.said)
            own = set(range(at, at + len(rendered.said) - 1)) - shared if at >= 0 else set()
            for i in self._having(rendered.words) if own else ():
                found[i] |= own
        return {i: frozenset(found[self._parts.get(i, i)]) for i in ids}

    def _having(self, words: Iterable[str]) -> frozenset[str]:
        """The notices whose names have one of these words, as far as pairs tell."""
        found: set[str] = set()
        for word in words:
            having = [
                self._pairs.get(word[at : at + 2], frozenset()) for at in range(len(word) - 1)
            ]
            if having:
                found |= frozenset.intersection(*having)
        return frozenset(found)

    def most(
        self, text: str, ids: Sequence[str], meant: Sequence[Rendered] = ()
    ) -> tuple[str, ...]:
        """Those of `ids` that no other one has all the words of, and more.

        >>> names = {"one": ["云岭省职业技能系列竞赛"], "two": ["云岭省师生技能大赛"]}
        >>> Explained(names, {}).most("云岭技能系列竞赛几号截止", ["one", "two"])
        ('one',)
        """
        said = self.places(text, ids, meant)
        return tuple(i for i in ids if not any(said[i] < said[o] for o in ids))

    def better(
        self,
        text: str,
        ids: Sequence[str],
        others: Iterable[str],
        meant: Sequence[Rendered] = (),
    ) -> tuple[str, ...]:
        """Those of `others` that have all the words that `ids` have, and more."""
        others = tuple(o for o in others if o not in ids)
        said = self.places(text, (*ids, *others), meant)
        over = [o for o in others if all(said[i] < said[o] for i in ids)]
        return self.most(text, over, meant)

    def meant(
        self, naming: str, text: str, ids: Sequence[str], others: Iterable[str], words: Words
    ) -> tuple[str, ...]:
        """Those of `ids` a text means, or of `others` if one has all its words and more.

        `naming` is the text without what it asks and when.
        """
        if not ids:
            return ()
        otherwise = words.meant(text)
        most = self.most(naming, ids, otherwise)
        return self.better(naming, most, others, otherwise) or most

    def called(
        self, text: str, ids: Sequence[str], meant: Sequence[Rendered] = ()
    ) -> tuple[str, ...]:
        """Those of `ids` whose names have most of what stands before a word for a competition.

        >>> names = {"one": ["冷链物流技能竞赛"], "two": ["云岭省师生技能大赛"]}
        >>> Explained(names, {}).called("冷链那个几号截止", ["one", "two"])
        ('one',)
        """
        for match in _CALLED.finditer(text):
            said = self.places(text, ids, meant)
            whole = set(range(match.start("what"), match.end("what") - 1)) - _shared(text)
            most = max((len(whole & said[i]) for i in ids), default=0)
            if most and 2 * most >= len(whole) and _tells(match["what"]):
                return tuple(i for i in ids if len(whole & said[i]) == most)
        return ()


def _shared(text: str) -> set[int]:
    """Where words begin that tell no competition and no host of one from another."""
    of_all = (*_EVENT.finditer(text), *_HOST.finditer(text))
    return {at for m in of_all for at in range(m.start() - 1, m.end())}


def _tells(what: str) -> bool:
    """Whether a word for a competition is more than what all of a kind share.

    >>> _tells("冷链"), _tells("全国")
    (True, False)
    """
    return telling(what) and not (_ANYWHERE.fullmatch(what) or of_people(what))
