"""Words typed by their sound: 承办 typed as 成办, 赛项 as 塞项.

The message is cut into words the likeliest way (unigrams, Viterbi), where a stretch that is no
word may also stand for a word of the notices or of the lexicon that sounds the same, at a price.
Common words keep what they are, so a right message comes out as it went in.
"""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache, cached_property, lru_cache

from knowledge import lazy_re
from knowledge.surnames import CALLED
from retrieval.hearing.counted import LONG, RUN, SHORT, counted, times
from retrieval.hearing.sounds import sounds
from retrieval.question.everyday import common_words

_THAT = ("那", "哪")
"""那几天 beside a question word is 那几天; see `_WHICH` for the rest."""
_WHICH = lazy_re.compile("(?<!在)那(?=[些几家位种栋项]|里(?![面头边]))")
_COUNTING = lazy_re.compile(
    "((?:多少|好多|几|哪)(?:分钟|秒钟|个?小时|个?星期|个?工作日|公里|公斤|道题|个题)"
    "|(?:多少|好多|几|哪)[家份届位项名队张套次场轮天年月周人个条种类组支所省市区县级号点岁本页块元分倍步篇部间层批])"
)
"""A measure word that is asked for stays: 多少家承办 is no 多少届承办, 多少份 no 多少分."""
_RANKS = lazy_re.compile("([前第后][一二两三四五六七八九十百]{1,3}名?)")
"""那前八名呢 is no 拿钱八名呢."""
_NUMBERS = lazy_re.compile("((?:[一二两三四五六七八九]?[十百千万][一二三四五六七八九十百]*)+)")
"""五十一 stays: 老师傅五十一了 speaks of no 服务."""
_IS = lazy_re.compile("([是要到])(?=[几哪谁什啥多怎])")
"""A verb or 到 before a question word stays: 赛到几月 is no 赛道几月."""
_EACH = lazy_re.compile("([各每][块项组科门队级类层轮])")
"""各块占比 is no 个月占比."""
_THITHER = lazy_re.compile("([去到来在][省市县区国]里)")
"""省赛是几月 is about no 赛事, 去省里比 about no 区县."""
_EITHER = lazy_re.compile("(([\u4e00-\u9fff])[不没]\\2)")
"""认不认, 收没收: a verb asked both ways is what it is."""
_INSIDE = lazy_re.compile("([里中上内](?:列|写|说|填|提|规定)[了着过的出到]?)")
"""附件2里列了 is about no 丽丽."""
_FETCH = lazy_re.compile("([去来能要想会可该得自己]拿)")
"""自己去拿 asks for no place: 去哪."""
_SLEEPS = lazy_re.compile(r"(住)(?=[几哪多在得店宿校进了一两二三四五六七八九十]|$)")
"""学生住3个晚上 sleep there: 住 is no 组."""
_MEANT = (_INSIDE, _FETCH, _SLEEPS, CALLED)
_ASKING = frozenset("谁咋吗呢几什啥")
"""Characters that ask are meant as they are: 盖谁的章 is no 个税的章, 几家 no 几届."""
_WISHING = lazy_re.compile(
    "[又也还都就只才不][想要能会报认收算免交发补]|已[接办报派选交拿获参填缴承出有]"
)
"""又想 is no 邮箱, 已接 no 四届: an adverb before a verb stays what it is."""
_LEAST = 3
"""So often at least counts a word of the lexicon or the catalogue."""
PRICE = 7.0
"""What taking one word for another costs, in units of -ln p."""
LOOSE = 2.0
"""What a looser likeness (zh for z, ng for n) costs besides."""
RARER = 3.0
"""A word is meant only if notices use it so many times as often as everybody.

With 7, 2 and 3, 53 of 60 questions with typos were answered right (33 without mending) and of some
900 others the words of 8 changed, two of them typos; with 6, 0 and 1, 54 and 20.
"""
_BODY = lazy_re.compile("(?=([\u4e00-\u9fff]{2}[处科室部局办委厅会院所]))")
"""What may be short for the name of a body."""
_END = lazy_re.compile("[处科室部局办委厅会院所]")
_TRADE = lazy_re.compile("(?=([\u4e00-\u9fff]工))")
"""How people call a track named after a trade: 铣工 for 数控铣工."""
_GAP = 3
"""So many characters are left out between two of a short name."""
_LONGEST = 2 * (_GAP + 1)
"""So many characters stand before the last one of the name."""
_UNSEEN = 15.0
"""-ln p of a character no list has."""
Sounds = tuple[str, ...]


_Path = tuple[float, tuple[str, ...]]
"""The best way to read a message up to some place: what it costs, and its words."""


class Spelling:
    """Mends words typed by their sound. The vocabulary is made when it is first needed."""

    def __init__(
        self,
        texts: Callable[[], Iterable[str]],
        terms: Callable[[], Iterable[str]],
        keeps: Callable[[str], bool] = lambda _: False,
    ) -> None:
        """`texts` give the words of notices, `terms` those of the lexicon and the catalogue.

        `keeps`: whether a stretch is a word of its own though no list has it: 江津, 哺乳期.
        """
        self._texts, self._terms, self._keeps = texts, terms, keeps

    def mended(self, text: str, *, asks: bool = True) -> str:
        """The text with words as they are written; `asks`: it has a question word already.

        >>> Spelling(lambda: ["由学院承办"], lambda: ["承办"]).mended("谁成办的")
        '谁承办的'
        """
        if not asks:
            text = _WHICH.sub("哪", text)
        return RUN.sub(lambda run: "".join(self._stretches(run[0])), text)

    def _stretches(self, run: str) -> Iterator[str]:
        """The run, mended but for what surely stays: 多少家, 职建处."""
        done = 0
        bodies = (m for m in _BODY.finditer(run) if self._short(m[1]))
        trades = (m for m in _TRADE.finditer(run) if m[1] in self._trades)
        kept = (_COUNTING, _NUMBERS, _IS, _EACH, _THITHER, _RANKS, _EITHER, *_MEANT)
        stays = sorted(
            (
                *(m.span(1) for p in kept for m in p.finditer(run)),
                *(m.span(1) for m in (*bodies, *trades)),
            )
        )
        for start, end in stays:
            if start >= done:
                yield self._run(run[done:start]) + run[start:end]
                done = end
        yield self._run(run[done:])

    def _run(self, run: str) -> str:
        paths: list[_Path] = [(0.0, ())]
        leads = [self._leads(run[at : at + SHORT]) for at in range(len(run))]
        for end in range(1, len(run) + 1):
            best: _Path = (math.inf, ())
            for start in range(max(0, end - LONG), end):
                typed = run[start:end]
                if end - start > SHORT and not (leads[start] or self._keeps(typed)):
                    continue
                cost, words = paths[start]
                for word, more in self._edges(typed):
                    if cost + more <= best[0]:
                        best = min(best, (cost + more, (*words, word)))
            paths.append(best)
        return "".join(paths[-1][1])

    @lru_cache(maxsize=16_384)  # noqa: B019  as of `_short`; everyday words come again and again
    def _edges(self, typed: str) -> tuple[tuple[str, float], ...]:
        """What a stretch may be, with its cost."""
        return tuple(self._found(typed))

    def _found(self, typed: str) -> Iterator[tuple[str, float]]:
        own = self._cost(typed)
        if own is not None:
            yield typed, own
        elif len(typed) == 1:
            yield typed, _UNSEEN
        elif len(typed) >= SHORT:
            near = len(typed) > SHORT
            index = self._near if near else self._exact
            if near and not self._begins(typed[:SHORT]) and not self._keeps(typed):
                return
            if self._meant_so(typed):
                return
            found = {word for key in sounds(typed, near=near) for word in index.get(key, ())}
            if self._keeps(typed):
                yield typed, _UNSEEN
            elif found and not self._written(typed):
                found = {w for w in found if (typed[0], w[0]) != _THAT}
                yield from ((word, PRICE + (self._cost(word) or _UNSEEN)) for word in sorted(found))

    @staticmethod
    def _meant_so(typed: str) -> bool:
        return not _ASKING.isdisjoint(typed) or _WISHING.match(typed) is not None

    @lru_cache(maxsize=4096)  # noqa: B019  one Spelling lives as long as its notices
    def _short(self, typed: str) -> bool:
        """Whether it is short for a body the notices name: 职建处 for 职业能力建设处."""
        gaps = f"[\u4e00-\u9fff]{{0,{_GAP}}}".join(map(re.escape, typed))
        ends = self._ends.get(typed[-1], ())
        holding = (words for words in ends if all(char in words for char in typed))
        return any(re.search(f"{gaps}$", words) for words in holding)

    @cached_property
    def _ends(self) -> Mapping[str, frozenset[str]]:
        """What stands before each character that ends names of bodies, by that character."""
        found: defaultdict[str, set[str]] = defaultdict(set)
        for text in self._known:
            for match in _END.finditer(text):
                found[match[0]].add(text[max(0, match.start() - _LONGEST) : match.end()])
        return {last: frozenset(words) for last, words in found.items()}

    @cached_property
    def _trades(self) -> frozenset[str]:
        """The last two characters of what is named after a trade."""
        return frozenset(term[-SHORT:] for term in self._terms() if term.endswith("工"))

    def _cost(self, word: str) -> float | None:
        """-ln p of a word, by the notices or by everyday use; None if it is no word."""
        share = max(self._vocabulary.get(word, 0.0), self._common.get(word, 0.0))
        return -math.log(share) if share else None

    @cached_property
    def _common(self) -> Mapping[str, float]:
        return common_words()

    def _written(self, typed: str) -> bool:
        """Whether a notice has the stretch as it is: a name, a rare term."""
        return any(typed in text for text in self._known)

    @cached_property
    def _known(self) -> tuple[str, ...]:
        return tuple(self._texts())

    @cached_property
    def _vocabulary(self) -> Mapping[str, float]:
        """Words that may be meant, with their share."""
        every = [counted(text) for text in self._known]
        words: Counter[str] = Counter()
        for each in every:
            words.update(each.words)
        terms = {run for term in self._terms() for run in RUN.findall(term)}
        terms = {t for t in terms if SHORT <= len(t) <= LONG}
        said = times([t for t in sorted(terms) if t not in self._common], self._known)
        words |= {t: max(_LEAST, said.get(t, words[t])) for t in sorted(terms)}
        characters = max(sum(each.characters for each in every), 1000)
        return {word: n / characters for word, n in words.items()}

    @cached_property
    def _likely(self) -> tuple[str, ...]:
        """Words that notices use more than everybody; the others are not put into mouths."""
        common = common_words()
        return tuple(w for w, p in self._vocabulary.items() if p > RARER * common.get(w, 0.0))

    @cached_property
    def _exact(self) -> Mapping[Sounds, tuple[str, ...]]:
        return self._by_sound(near=False)

    @cached_property
    def _near(self) -> Mapping[Sounds, tuple[str, ...]]:
        return self._by_sound(near=True)

    @lru_cache(maxsize=4096)  # noqa: B019  as of `_short`; two characters begin many stretches
    def _begins(self, typed: str) -> bool:
        """Whether a word of the notices may begin with the sounds of two characters."""
        return any(key in self._beginnings for key in sounds(typed, near=True))

    @lru_cache(maxsize=4096)  # noqa: B019  as of `_short`
    def _leads(self, typed: str) -> bool:
        """Whether a longer word begins with two characters, or with their sounds."""
        return typed in _leading() or typed in self._led or self._begins(typed)

    @cached_property
    def _led(self) -> frozenset[str]:
        return frozenset(word[:SHORT] for word in self._vocabulary if len(word) > SHORT)

    @cached_property
    def _beginnings(self) -> frozenset[Sounds]:
        return frozenset(key[:SHORT] for key in self._near)

    def _by_sound(self, *, near: bool) -> Mapping[Sounds, tuple[str, ...]]:
        found: defaultdict[Sounds, list[str]] = defaultdict(list)
        for word in self._likely:
            found[sounds(word, near=near)[0]].append(word)
        return {key: tuple(words) for key, words in found.items()}


@cache
def _leading() -> frozenset[str]:
    """The first two characters of the longer words of everyday Chinese."""
    return frozenset(word[:SHORT] for word in common_words() if len(word) > SHORT)
