"""Whether a rewritten question may be asked in place of one that could not be placed.

It is shown to the person and answered like any other, so it need not be proven; but it may not
bring in a competition, a number or a person of which nobody spoke.
"""

from __future__ import annotations

from datetime import date

from knowledge import lazy_re
from retrieval.gate import leaks
from retrieval.question.asked import plain
from retrieval.question.lexicon import words
from retrieval.wording_model.names import Names
from retrieval.wording_model.private import of_a_person
from retrieval.wording_model.shape import well_formed

LONGEST = 60
_SHARED = 2
_MORE = lazy_re.compile(r"[，。；！？…\n;!?]|,(?!\d)|\.(?=\s)|[:：]")
"""One question has none of these; what stands behind them would be a statement."""
_CHINESE = lazy_re.compile(r"[\u4e00-\u9fff]")
_COMMON = frozenset("的了吗呢吧啊是我你您有在要什么怎哪个这那不一请问")
_NUMERAL = lazy_re.compile(r"[一二三四五六七八九十百千万两]+")


def may_stand_for(rewritten: str, question: str, names: Names, day: date) -> bool:
    """Whether `rewritten` asks for no more than `question` could mean."""
    bare = rewritten.rstrip("?？。")
    if not 0 < len(bare) <= LONGEST or _MORE.search(bare) or not _asks(rewritten):
        return False
    if not well_formed(bare, question) or of_a_person(rewritten, day):
        return False
    new, old = plain(rewritten), plain(question)
    if new == old or leaks(rewritten, (), known=(question,)):
        return False
    if any(name not in old for name in names.within(rewritten)):
        return False
    if any(numeral not in old for numeral in _NUMERAL.findall(new)):
        return False
    here, there = words().region(new), words().region(old)
    return here in {None, there} and _related(new, old)


def _asks(rewritten: str) -> bool:
    return rewritten.endswith(("?", "？")) or bool(words().forms(plain(rewritten)))


def _related(new: str, old: str) -> bool:
    """Whether they have anything in common; a question in another language need not."""
    said = set(_CHINESE.findall(old)) - _COMMON
    return not said or len(said & set(new)) >= min(_SHARED, len(said))
