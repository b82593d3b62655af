"""Turns about the answer before them: 原文呢, 你确定？, 再说一遍, 说简单点.

They ask nothing of the competition, so no clause answers them and nothing that holds changes. The
question before is asked again, and its answer is shown by its clauses, once more, or in short.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import Literal

from knowledge import lazy_re
from knowledge.data import content
from knowledge.model import Citation, Frozen, Notice
from retrieval.model import Answer, Question
from retrieval.question.asked import plain
from retrieval.question.lexicon import Words
from retrieval.reply import Piece, Reply, cite
from retrieval.wording import say

Remark = Literal["source", "doubt", "again", "plainer"]
_LONGEST = 24
"""A remark is no longer."""
_WHOLE = 600
"""A clause no longer than this is shown in full."""
_ELSEWHERE = lazy_re.compile(
    r"网上|别人|人家|他们|群里|朋友|同事|(?:看|听|记得|以为|写)(?:到|说|的|是)"
)
"""What somebody saw or heard elsewhere."""
_BACK = 12
"""So many remarks and courtesies may follow each other."""


class Remarks:
    """Knows remarks on an answer by their words, in plain text."""

    def __init__(self, words: Words) -> None:
        self._words = words
        data = _data()
        self._around = lazy_re.compile(data.around)
        kinds: dict[Remark, tuple[str, ...]] = {
            "source": data.source,
            "doubt": data.doubt,
            "again": data.again,
            "plainer": data.plainer,
        }
        self._patterns = [(k, lazy_re.compile("|".join(said))) for k, said in kinds.items()]

    def of(self, text: str) -> Remark | None:
        """Which remark a whole turn is; None for a question.

        >>> from retrieval.question.lexicon import words
        >>> [Remarks(words()).of(t) for t in ("你确定?", "原文怎么说的", "确定名单是哪天")]
        ['doubt', 'source', None]
        """
        if not text or len(text) > _LONGEST:
            return None
        core = self._around.sub("", text)
        found = (kind for kind, said in self._patterns if said.fullmatch(core))
        return next(found, None) or self._against(core) if core else None

    def _against(self, core: str) -> Remark | None:
        """A doubt with where it comes from: 你确定？我看网上写的6月30."""
        doubt, _, why = core.partition("?")
        if not why or _ELSEWHERE.search(why) is None or self._words.asked(why):
            return None
        said = next(said for kind, said in self._patterns if kind == "doubt")
        return "doubt" if said.fullmatch(self._around.sub("", doubt)) else None

    def before(self, question: Question) -> Question | None:
        """The question a remark is about; None if nothing was asked before."""
        last = len(question.history) - 1
        for at in range(last, max(-1, last - _BACK), -1):
            turn = question.history[at]
            said = plain(turn.question)
            if self.of(said) is None and self._words.courtesy(said) is None:
                put = {"text": turn.question, "history": question.history[:at]}
                chose = turn.chose
                own = {"notice": chose.notice, "track": chose.track} if chose is not None else {}
                return question.model_copy(update={**put, **own})
        return None


def remarked(
    remark: Remark, answer: Answer, notices: Mapping[str, Notice]
) -> Answer | tuple[Reply, ...]:
    """The answer before as a remark wants it: in its clauses, once more, or in short."""
    if remark == "again" or answer.status == "clarify":
        return answer
    if remark == "plainer":
        lines = answer.text.split("\n")
        short = "\n".join(dict.fromkeys((lines[0], lines[-1])))
        return answer.model_copy(update={"text": say("remark.plainer") + short})
    clauses = _replies(answer, notices)
    if not clauses:
        return answer.model_copy(update={"text": f"{say('remark.none')}\n{answer.text}"})
    if remark == "doubt":
        last, closing = clauses[-1], say("remark.doubt")
        proof = last.pieces[-1].citations
        clauses[-1] = last.beside(Piece(text=closing, citations=proof, computed=(closing,)))
    return tuple(clauses)


def _replies(answer: Answer, notices: Mapping[str, Notice]) -> list[Reply]:
    """The clauses an answer stands in, in full, by notice."""
    cited = dict.fromkeys(c.notice for c in answer.citations if c.notice in notices)
    return [
        Reply(
            status="answered",
            notice=notice,
            pieces=tuple(
                _quoted(clause)
                for clause in dict.fromkeys(
                    _around(c, notices[notice]) for c in answer.citations if c.notice == notice
                )
            ),
            sure=1.0,
        )
        for notice in cited
    ]


def _around(citation: Citation, notice: Notice) -> Citation:
    """The clause around a quote; of a long one, and of a table, the quote."""
    own = (c for c in notice.clauses if c.start <= citation.start and citation.end <= c.end)
    clause = next((c for c in own if c.path == citation.path), None)
    if clause is None or clause.end - clause.start > _WHOLE:
        return citation
    return cite(notice, clause.path, clause.start, clause.end)


def _quoted(citation: Citation) -> Piece:
    lead = say("remark.clause", path=citation.path)
    return Piece(text=f"{lead}{citation.quote}", citations=(citation,), computed=(lead,))


class _Data(Frozen):
    around: str
    source: tuple[str, ...]
    doubt: tuple[str, ...]
    again: tuple[str, ...]
    plainer: tuple[str, ...]


@lru_cache(maxsize=1)
def _data() -> _Data:
    return _Data.model_validate(content("retrieval.conversation", "remarks.yaml"))
