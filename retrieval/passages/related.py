"""What stands beside a matter a notice is silent on: the honours where it names no prize money.

Which matters stand beside which is general to such notices (`beside` of the lexicon's concepts):
who asks how to get there wants the address though no route is written.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from retrieval.passages.rank import Sought
from retrieval.question.asked import Asked, asked
from retrieval.question.lexicon import Words
from retrieval.reply import Piece, Reply
from retrieval.wording import say

_MOST = 240
"""More characters are no hint any more."""
_STATEMENTS = 2


def related_reply(
    reply: Reply, sought: Sought, words: Words, ask: Callable[[Sought], Reply]
) -> Reply | None:
    """A silence with what the notice says of a matter beside it; None where there is none.

    `ask` puts a question to the same notice. Only a question that is about one matter and nothing
    else has one: of a thing that is named by its own words nothing is known.
    """
    if any(len(run) > 1 for run in sought.asked.content):
        return None
    for other in _beside(sought.asked, words):
        found = ask(replace(sought, asked=_asking(other, sought.asked, words)))
        pieces = found.pieces[:_STATEMENTS]
        if not found.tells or sum(len(p.text) for p in pieces) > _MOST:
            continue
        lead = f"{say('not_in_notice', what=reply.what)}{say('related')}"
        first = pieces[0].model_copy(
            update={"text": lead + pieces[0].text, "computed": (lead, *pieces[0].computed)}
        )
        told: tuple[Piece, ...] = (first, *pieces[1:], *reply.pieces[1:])
        return reply.model_copy(update={"pieces": told})
    return None


def _beside(question: Asked, words: Words) -> tuple[str, ...]:
    """The matters beside the one that is asked about; none where several are."""
    concepts = [words.concepts[c] for c in question.concepts]
    own = [c for c in concepts if not (c.stage or c.broad)]
    return own[0].beside if len(own) == 1 else ()


def _asking(concept: str, question: Asked, words: Words) -> Asked:
    """A question about the other matter, by its name."""
    named = words.concepts[concept]
    return asked(named.name, words).model_copy(
        update={"concepts": (concept,), "content": (), "anchors": question.anchors}
    )
