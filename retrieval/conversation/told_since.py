"""她52了 after 我妈能报吗: what is told of a person goes to the question whether he may enter."""

from __future__ import annotations

from knowledge import lazy_re
from knowledge.eligibility.facts import facts_from_words
from knowledge.surnames import called
from retrieval.entrants.personal import OF_ENTRY, personal, tells
from retrieval.question.asked import asked, plain
from retrieval.question.lexicon import Words

_LONGEST = 300
"""So much is told of one person at most; then a new question begins."""
_OTHERWISE = lazy_re.compile(
    r"^(?:那|如果|要是|假如|换成|改成)|(?:呢|的话)[?？]?$"
    r"|^(?:还有|另外|其中|我们?|单位|厂里?|公司|班[上里]|队[里上]|[,，])*(?:另|还有?|剩下?|有)的?一?[个位名]"
)
"""那我56呢, 有个师傅干了6年 put another person or case in the place of the one told of."""
_STATES = lazy_re.compile(
    r"^(?:[他她我俺]|我?(?:老婆|老公|妈|爸|儿子|女儿|徒弟|同事))(?:也|都|又|可|还)?(?:没有?|不是|不在)[\u4e00-\u9fff]"
)
"""她没有粉丝 says something of the person, though no fact that conditions are made of."""


def told_since(text: str, before: str, words: Words) -> str | None:
    """The question whether a person may take part, with what a turn tells of that person.

    None where the turn asks something itself, tells nothing, or tells otherwise what was told
    already; `text` and `before` are without the names of competition, track and group.
    """
    if not before or len(before) > _LONGEST or _OTHERWISE.search(text):
        return None
    name = called(text)
    if name and name not in before:
        return None  # 老王呢 after 李姐57了: somebody else
    more = facts_from_words(text)
    own = set(more.person) - OF_ENTRY
    if not own and _STATES.search(text) and not words.forms(text):
        return f"{text}，{before}" if personal(asked(before, words), words) else None
    if not own or words.forms(text) or not personal(asked(before, words), words):
        return None
    known = facts_from_words(before).person
    again = any(key in known and known[key] != more.person[key] for key in own)
    if again or not _tells_only(text, more.leftover, words):
        return None
    return f"{text}，{before}"


def _tells_only(text: str, leftover: str, words: Words) -> bool:
    """Whether a turn asks nothing besides what it tells."""
    return tells(text) or not words.asked(plain(leftover))
