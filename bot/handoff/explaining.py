"""Which clause an official answer explains: the one that holds it, unless somebody says otherwise.

A button names a clause by digits of its text, so that one of an older text names none.
"""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import sha256

from bot.handoff.model import Case
from bot.handoff.speech import BIND, WITHDRAW
from bot.reply import Button, Reply
from bot.wording.office import Office
from knowledge.model import Citation, Notice
from retrieval.official.binding import clauses_named, explained, holds
from retrieval.official.differing import differs
from retrieval.official.model import Official

NO_CLAUSE = "0" * 8
_QUOTED = 120


def offered(case: Case, notice: Notice) -> dict[str, Citation]:
    """The clauses an answer may explain, the likeliest first, by what their buttons say."""
    found = case.found
    cited = explained(case.answer, found.question, found.cited, notice)
    return {short(f"{one.path}\0{one.quote}"): one for one in cited}


def clause(case: Case, notice: Notice) -> Citation | None:
    """The clause an answer explains unless a coordinator says otherwise."""
    best = next(iter(offered(case, notice).values()), None)
    sure = case.found.stated or (best is not None and holds(case.answer, best.quote))
    return best if sure or (best and clauses_named(case.answer, notice)) else None


def told(made: Official, case: Case, notice: Notice, said: Office) -> Reply:
    """What has been kept, which clause it explains, and what else it may."""
    cited = made.explains
    lines = [said.kept.format(number=made.number, question=made.question, text=made.text)]
    if cited is not None:
        given = {"label": cited.label, "path": cited.path, "quote": cited.quote[:_QUOTED]}
        lines.append(said.kept_explains.format(**given))
        if differs(made.text, cited.quote):
            lines.append(said.kept_differs)
    else:
        lines.append(said.kept_alone)
    lines.append(said.kept_how)
    return Reply(text="\n".join(lines), buttons=tuple(_choices(made, case, notice, said)))


def _choices(made: Official, case: Case, notice: Notice, said: Office) -> Iterator[Button]:
    """Other clauses the answer may explain, none, and the way back."""
    now = made.explains
    for stamp, one in offered(case, notice).items():
        if now is None or one.path != now.path:
            label = said.buttons.bind.format(path=one.path, quote=one.quote)
            yield Button(label=label, data=f"{BIND}:{case.number}:{stamp}")
    if now is not None:
        yield Button(label=said.buttons.bind_none, data=f"{BIND}:{case.number}:{NO_CLAUSE}")
    yield Button(label=said.buttons.withdraw, data=f"{WITHDRAW}:{made.number}")


def short(text: str) -> str:
    """Eight digits that change with the words.

    >>> short("可以。") == short("可以"), len(short("可以"))
    (False, 8)
    """
    return sha256(text.encode("utf-8", "replace")).hexdigest()[:8]
