"""Which clauses an official answer may explain, the likeliest first; pure.

A clause the answer names (见六（五）) goes before everything. Then counts how much a sentence
shares of the answer's and the question's words, the rare ones more, and of the measures and dates
the answer gives; what the desk had cited for the question has a lead.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import pairwise
from math import log, sqrt

from knowledge import lazy_re
from knowledge.model import Citation, Clause, Notice
from knowledge.plain import comparable, squeeze

MOST = 4
_LEAD = 0.5
"""Of the best score: so much the clause ahead of others that the desk cited first has for it."""
_ANSWER, _QUESTION, _MEASURE = 2.0, 1.0, 1.2
_USUAL = 20
"""Pairs: so much shorter sentences are not preferred for being short."""
_ENOUGH = 0.35
"""Of the highest score: what has less is not offered."""
_SENTENCE = lazy_re.compile(r"[^。；;\n]+[。；;]?")
_SHORTEST = 8
_SHARED = 2
_MEASURED = lazy_re.compile(
    r"\d+月\d+日|\d+(?:\.\d+)?(?:年|月|日|时|元|万元|周?岁|人|名|天|%|分|支|队|个|项)"
)


def explained(
    answer: str, question: str, cited: Sequence[Citation], notice: Notice
) -> tuple[Citation, ...]:
    """Sentences of at most four clauses of a notice that an answer to a question may explain."""
    named = [_whole(clause, notice) for clause in clauses_named(answer, notice)]
    numbered = [clause for clause in notice.clauses if clause.mark]
    sentences = [one for clause in numbered for one in _sentences(clause, notice)]
    weight = _weights(sentences)
    own = [one for one in cited if one.notice == notice.id]
    first = own[0].path if own else ""
    known = {(one.path, comparable(one.quote)): one for one in own}
    every = [*own, *(s for s in sentences if (s.path, comparable(s.quote)) not in known)]
    scored = {one: _score(answer, question, one.quote, weight) for one in every}
    most = max(scored.values(), default=0.0)
    if most > 0:
        for one in own:
            scored[one] += most * _LEAD * (1.0 if one.path == first else 0.5)
    ranked = sorted(scored, key=lambda one: -scored[one])
    enough = [one for one in ranked if one in own or scored[one] >= most * _ENOUGH > 0]
    by_path = {one.path: one for one in reversed([*named, *enough])}
    return tuple(sorted(by_path.values(), key=[*named, *enough].index))[:MOST]


def holds(answer: str, sentence: str) -> bool:
    """Whether a sentence has something of what an answer says: a measure, or words.

    >>> holds("可以自带有线键盘", "报名详细要求见赛项实施方案"), holds("满16周岁即可", "年满16周岁")
    (False, True)
    """
    shared = len(_pairs(answer) & _pairs(sentence))
    return bool(_measures(answer) & _measures(sentence)) or shared >= _SHARED


def clauses_named(text: str, notice: Notice) -> tuple[Clause, ...]:
    """The clauses that words name by their number, the longest that fits: 见六（五）, 第三条."""
    said = comparable(text)
    fits = []
    for clause in notice.clauses:
        path = comparable(clause.path)
        sure = re.search(r"[(\d]", path) or re.match(r"第.+[条章节款]", path)
        if f"第{path}条" in said or f"第{path}部分" in said or (sure and path in said):
            fits.append((path, clause))
    return tuple(
        clause
        for path, clause in fits
        if not any(path != other and path in other for other, _ in fits)
    )


def clause_called(words: str, notice: Notice) -> Citation | None:
    """The clause whose number is all that words hold: 六（五）, 第六条; None if there is none."""
    said = re.sub(r"^(?:第|见)|[条款部分]+$", "", comparable(words))
    found = next((one for one in notice.clauses if comparable(one.path) == said), None)
    return _whole(found, notice) if found is not None and said else None


def _whole(clause: Clause, notice: Notice) -> Citation:
    """The first sentence of a clause, which tells what it is about."""
    return next(iter(_sentences(clause, notice)), None) or _cited(
        clause, notice, clause.start, clause.end
    )


def _sentences(clause: Clause, notice: Notice) -> Iterable[Citation]:
    for match in _SENTENCE.finditer(notice.text, clause.start, clause.end):
        if "\t" not in match[0] and len(comparable(match[0])) >= _SHORTEST:
            yield _cited(clause, notice, match.start(), match.end())


def _cited(clause: Clause, notice: Notice, start: int, end: int) -> Citation:
    quote = squeeze(notice.text[start:end])
    return Citation(
        notice=notice.id, label=notice.label, path=clause.path, quote=quote, start=start, end=end
    )


def _weights(sentences: Sequence[Citation]) -> dict[str, float]:
    """How rare each pair of characters is."""
    seen = Counter(pair for one in sentences for pair in _pairs(one.quote))
    return {pair: log(1 + len(sentences) / count) for pair, count in seen.items()}


def _score(answer: str, question: str, sentence: str, weight: dict[str, float]) -> float:
    pairs, said, asked = _pairs(sentence), _pairs(answer), _pairs(question)
    told = sum(weight.get(pair, 0.0) for pair in pairs & said)
    meant = sum(weight.get(pair, 0.0) for pair in pairs & asked)
    measures = _measures(answer) & _measures(sentence)
    shared = (_ANSWER * told + _QUESTION * meant) / sqrt(len(pairs) + _USUAL)
    return shared + _MEASURE * len(measures)


def _measures(text: str) -> set[str]:
    return set(_MEASURED.findall(comparable(text)))


def _pairs(text: str) -> set[str]:
    return {a + b for a, b in pairwise(comparable(text)) if a.isalnum() and b.isalnum()}
