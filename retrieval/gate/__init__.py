"""The one gate: nothing leaves that does not stand in a cited clause.

Checked on every channel and for every writer, the optional language model included. What fails is
replaced by the plain quoted clause, never repaired.

Answers, surveys and verdicts on a person pass statement by statement (`gated`), whichever channel
shows them; words of a language model pass by their facts (`passes`) and must say what the checked
answer says. Three kinds of text pass by how they are made instead: asking back and refusals, which
hold names of the catalogue and nothing else; explanations of the checker, which state a rule whose
quote is tied to its clause by hash; and the frame of a channel, which holds no word of a notice.
"""

from retrieval.gate.facts import Leak, leaks, passes
from retrieval.gate.quotes import verbatim

__all__ = ["Leak", "leaks", "passes", "verbatim"]
