"""What words mean here: concepts contestants ask about and how notices write of them.

`lexicon.yaml` is data anyone can extend. A concept is recognised in a question by `ask` and in a
notice by `say`; both are regular expressions over `knowledge.plain.comparable` text. Nothing in it
belongs to one notice.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from pydantic import Field

from knowledge import lazy_re
from knowledge.data import content
from knowledge.eligibility.speech.needed import Guarded, Sieve, needed, signs
from knowledge.model import Frozen, ValueKind
from retrieval.scoping.regions import place_at, place_of

_NO_WORD = lazy_re.compile(r"[^\w%℃+#.@-]")
_PAUSE = lazy_re.compile(r"[,，。!！~\s]+")
"""Between what is said in one message."""
_ASKS = lazy_re.compile(r"[几哪多谁什啥何怎咋]")


class Concept(Frozen):
    """Something people ask about."""

    id: str
    name: str
    """How an answer calls it: 报名费, 保险."""
    ask: str
    say: str
    kinds: tuple[ValueKind, ...] = ()
    """A sentence that answers holds a value of one of these kinds."""
    stage: bool = False
    """A stage of the competition: it narrows what is asked rather than being asked."""
    part: bool = False
    """One of the parts that a sentence sets side by side: 理论60分钟，实操180分钟."""
    card: bool = False
    """Answered by a whole contact."""
    soft: bool = False
    """Its absence from a notice proves nothing: notices say it in too many ways."""
    broad: bool = False
    """Many sentences speak of it, so that alone it decides little."""
    over: tuple[str, ...] = ()
    """Broader concepts that are not meant when this one is."""
    kin: tuple[str, ...] = ()
    """Concepts whose 另行通知 or 见附件 holds for this one too: registration for the deadline."""
    beside: tuple[str, ...] = ()
    """Concepts told of where a notice is silent on this one: the venue for how to get there."""
    unlike: tuple[str, ...] = ()
    """Concepts of another matter in the same unit: what one pays for what one is paid."""
    element: str = ""
    """Answered from the notice's own data: title, doc_number, issuers, issued_on."""


class Meant(Frozen):
    """What people say, and the words in which notices write of the same."""

    ask: str
    """A regular expression over the question."""
    say: str
    """Words between |; any of them in a sentence is a sign that it is meant."""


class Rendered(Frozen):
    """Words of a question as notices would say them; one of `words` is enough."""

    said: str
    words: tuple[str, ...]


class WhichToEnter(Frozen):
    """How people ask what they can enter; `<name>` in a form stands for the part of that name."""

    parts: dict[str, str] = Field(default_factory=dict)
    forms: tuple[str, ...] = ()

    def pattern(self) -> re.Pattern[str]:
        """All forms as one; without any it fits nothing."""
        filled = [re.sub(r"<(\w+)>", lambda m: self.parts[m[1]], form) for form in self.forms]
        return lazy_re.compile("|".join(filled) or r"(?!)")


class Lexicon(Frozen):
    """The concepts, the shapes of questions, and words without content."""

    concepts: tuple[Concept, ...]
    forms: dict[str, str]
    filler: str
    chat: str
    """Talk and wishes, unless the question insists on something a notice could say."""
    always_chat: str
    """Talk and wishes in any case."""
    courtesies: dict[str, str] = Field(default_factory=dict)
    """Greetings and thanks, by the wording they are answered with."""
    inject: str
    uses: str = "(?!)"
    """Somebody asks whether a thing may be used: no talk, whatever the thing is."""
    wished: str = "(?!)"
    """Orders to make something, which no notice can fulfil."""
    domain: str = ""
    takes_part: str = ""
    which_to_enter: WhichToEnter = WhichToEnter()
    of_self: str = "(?!)"
    elsewhere: str = ""
    personal: str = ""
    life: str = ""
    """Concepts that are matters of everybody's life as well."""
    generic: str = ""
    meant: tuple[Meant, ...] = ()
    pointers: dict[str, str] = Field(default_factory=dict)


class Found(NamedTuple):
    """A concept in a question, with the characters it covers."""

    id: str
    start: int
    end: int


class Words:
    """The lexicon, compiled."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.concepts = {concept.id: concept for concept in lexicon.concepts}
        self.ask_patterns = tuple(c.ask for c in lexicon.concepts)
        self.cards = frozenset(c.id for c in lexicon.concepts if c.card)
        self.sides = frozenset(c.id for c in lexicon.concepts if c.part or c.stage)
        self._below: dict[str, list[str]] = {}
        for concept in lexicon.concepts:
            for broad in concept.over:
                self._below.setdefault(broad, []).append(concept.id)
        # one question is read several times: whole, in parts, for each notice
        self._spoken = lru_cache(maxsize=256)(self._find)
        self._shapes = lru_cache(maxsize=256)(self._form)
        # segments and cells of a notice come again with the next question
        self._saying = lru_cache(maxsize=8192)(self._speaks)
        asks = ((c.id, lazy_re.compile(c.ask)) for c in lexicon.concepts)
        self._ask = Sieve((each, needed(each[1])) for each in asks)
        says = ((c.id, lazy_re.compile(c.say)) for c in lexicon.concepts if c.say)
        self._say = Sieve((each, needed(each[1])) for each in says)
        self._forms = {name: lazy_re.compile(words) for name, words in lexicon.forms.items()}
        self._asking = Sieve((each, needed(each[1])) for each in self._forms.items())
        parts = sorted(lexicon.filler.split("|"), key=len, reverse=True)
        self._filler = lazy_re.compile("|".join(parts))
        self._chat = lazy_re.compile(lexicon.chat)
        self._always_chat = lazy_re.compile(lexicon.always_chat)
        self._talks, self._surely_talks = Guarded(self._chat), Guarded(self._always_chat)
        self._courtesies = {k: lazy_re.compile(v) for k, v in lexicon.courtesies.items()}
        self._inject = lazy_re.compile(lexicon.inject)
        self._uses = lazy_re.compile(lexicon.uses)
        self._wished = lazy_re.compile(lexicon.wished)
        self._domain = lazy_re.compile(lexicon.domain)
        self._elsewhere = lexicon.elsewhere
        self.personal = frozenset(lexicon.personal.split())
        self.life = frozenset(lexicon.life.split())
        self.generic = dict.fromkeys(lexicon.generic.split())
        self._takes_part = lazy_re.compile(lexicon.takes_part)
        self._which_to_enter = Guarded(lexicon.which_to_enter.pattern())
        self._self = lazy_re.compile(lexicon.of_self)
        self._rendered = lru_cache(maxsize=256)(self._render)
        meant = ((lazy_re.compile(m.ask), tuple(m.say.split("|"))) for m in lexicon.meant)
        self._meant = Sieve((each, needed(each[0])) for each in meant)
        self._pointers = {name: lazy_re.compile(words) for name, words in lexicon.pointers.items()}

    def spoken(self, text: str) -> tuple[Found, ...]:
        """Every concept whose words stand in a question."""
        return self._spoken(text)

    def _find(self, text: str) -> tuple[Found, ...]:
        return tuple(
            Found(id=name, start=match.start(), end=match.end())
            for name, pattern in self._ask.likely(signs(text))
            for match in pattern.finditer(text)
            if match.end() > match.start()
        )

    def asked(self, text: str) -> tuple[Found, ...]:
        """The concepts of a question, broader ones dropped where a narrower one is meant."""
        found = self.spoken(text)
        meant = {f.id for f in found}
        dropped = {broad for name in meant for broad in self.concepts[name].over if broad != name}
        return tuple(f for f in found if f.id not in dropped)

    def narrower(self, names: Iterable[str]) -> frozenset[str]:
        """The concepts that are narrower than some, and none of them: 办证费用 for 费用."""
        wanted = frozenset(names)
        return frozenset(n for name in wanted for n in self._below.get(name, ())) - wanted

    def said(self, text: str) -> frozenset[str]:
        """The concepts a sentence, heading or cell of a notice speaks of."""
        return self._saying(text)

    def _speaks(self, text: str) -> frozenset[str]:
        likely = self._say.likely(signs(text))
        return frozenset(name for name, pattern in likely if pattern.search(text))

    def forms(self, text: str) -> frozenset[str]:
        """How a question asks: when, who, how_many, yes_no …"""
        return self._shapes(text)

    def _form(self, text: str) -> frozenset[str]:
        likely = self._asking.likely(signs(text))
        return frozenset(name for name, pattern in likely if pattern.search(text))

    def unasked(self, text: str) -> str:
        """The text without the words that ask: 决赛比 of 决赛在哪比."""
        text = self._forms["yes_no"].sub("", text)
        for pattern in self._forms.values():
            text = pattern.sub(lambda m: "" if _ASKS.search(m[0]) else m[0], text)
        return text

    def pointer(self, text: str) -> str | None:
        """`announced` or `attachment` if the sentence leaves something to a later or other text."""
        return next((name for name, p in self._pointers.items() if p.search(text)), None)

    def is_chat(self, text: str, *, insists: bool) -> bool:
        """Whether the words are talk or a wish no notice can fulfil.

        `insists`: the question has a concept that notices write about in fixed words.
        """
        if self._surely_talks.search(text):
            return True
        return not insists and bool(self._talks.search(text))

    def chat(self, text: str) -> tuple[str, ...]:
        """The words that make a question talk, unless a notice is about them."""
        return tuple(match[0] for match in self._chat.finditer(text))

    def always_chat(self, text: str) -> tuple[str, ...]:
        """The words that make a question talk in any case."""
        return tuple(match[0] for match in self._always_chat.finditer(text))

    def wishes_for(self, text: str) -> bool:
        """Whether something is to be made: 写个排序."""
        return bool(self._wished.search(text))

    def asks_to_use(self, text: str) -> bool:
        """Whether the question is if a thing may be used."""
        return bool(self._uses.search(text))

    def courtesy(self, text: str) -> str | None:
        """The wording that answers a greeting or thanks; None if it is neither.

        Of several in one message the last: 好的知道了，麻烦了.
        """
        whole = self._one_courtesy(text)
        each = [self._one_courtesy(part) for part in _PAUSE.split(text) if part]
        return whole or (each[-1] if each and all(each) else None)

    def _one_courtesy(self, text: str) -> str | None:
        return next((k for k, p in self._courtesies.items() if p.fullmatch(text)), None)

    def is_order(self, text: str) -> bool:
        """Whether the words try to change how saiwen works."""
        return bool(self._inject.search(text))

    def is_domain(self, text: str) -> bool:
        """Whether the words belong to the world of competitions at all."""
        return bool(self._domain.search(text))

    def asks_to_enter(self, text: str) -> bool:
        """Whether the question is if somebody may take part."""
        return bool(self._takes_part.search(text))

    def asks_which(self, text: str) -> tuple[int, int] | None:
        """Where the words ask which competitions or tracks somebody can enter."""
        match = self._which_to_enter.search(text)
        return match.span() if match else None

    def of_self(self, text: str) -> bool:
        """Whether people speak of themselves, or of somebody of theirs."""
        return bool(self._self.search(text))

    def region(self, text: str) -> str | None:
        """The province of the competition a question names, whether a notice is here or not."""
        return place_of(text, self._elsewhere)

    def region_at(self, text: str) -> tuple[int, int] | None:
        """Where it names the place of that competition."""
        return place_at(text, self._elsewhere)

    def meant(self, text: str) -> tuple[Rendered, ...]:
        """What a question says otherwise than notices do, with their words for it."""
        return self._rendered(text)

    def _render(self, text: str) -> tuple[Rendered, ...]:
        return tuple(
            Rendered(said=match[0], words=say)
            for ask, say in self._meant.likely(signs(text))
            for match in ask.finditer(text)
        )

    def content(self, text: str, covered: Iterable[tuple[int, int]]) -> tuple[str, ...]:
        """The stretches of a question that neither a concept nor a filler covers."""
        chars = list(text)
        for start, end in covered:
            chars[start:end] = "\n" * (end - start)
        rest = _NO_WORD.sub("\n", "".join(chars))
        pieces = (p for run in rest.split("\n") for p in self._filler.split(run))
        return tuple(p for p in pieces if p and p != "_")


@lru_cache(maxsize=1)
def words() -> Words:
    """The bundled lexicon."""
    return Words(Lexicon.model_validate(content("retrieval.question", "lexicon.yaml")))
