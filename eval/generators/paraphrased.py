"""Questions in other words, by a seed: typos, synonyms, speech, other characters, noise."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache
from importlib.resources import files
from random import Random
from typing import Any

import yaml

from eval.generators.model import Trial
from eval.known import Case
from eval.score import faults
from knowledge.model import Frozen
from retrieval.desk import Desk

Make = Callable[[str, Random], str]
_FULL = {code: code + 0xFEE0 for code in range(0x21, 0x7F)}
_COMMON = 2000
"""So many of the most frequent characters are mistaken for one another."""


class Parts(Frozen):
    """The content of paraphrases.yaml."""

    synonyms: tuple[tuple[str, str], ...]
    spoken: dict[str, tuple[str, ...]]
    noise: dict[str, tuple[str, ...]]


@cache
def parts() -> Parts:
    """What questions are reworded with."""
    text = files(__package__).joinpath("paraphrases.yaml").read_text("utf-8")
    return Parts.model_validate(yaml.safe_load(text))


def typo(text: str, random: Random) -> str:
    """One character typed as another of the same sound; as it is where none sounds like it."""
    alike = _alike()
    places = [at for at, char in enumerate(text) if char in alike]
    if not places:
        return text
    at = random.choice(places)
    return f"{text[:at]}{random.choice(alike[text[at]])}{text[at + 1 :]}"


@cache
def _alike() -> Mapping[str, Sequence[str]]:
    """The frequent characters that sound like each."""
    from pypinyin import lazy_pinyin  # noqa: PLC0415 heavy
    from wordfreq import iter_wordlist  # noqa: PLC0415 heavy

    chars = (word for word in iter_wordlist("zh") if len(word) == 1 and "一" <= word <= "鿿")
    by_sound: dict[str, list[str]] = {}
    for _, char in zip(range(_COMMON), chars, strict=False):
        by_sound.setdefault(lazy_pinyin(char)[0], []).append(char)
    return {
        char: [other for other in same if other != char]
        for same in by_sound.values()
        for char in same
        if len(same) > 1
    }


def synonym(text: str, random: Random) -> str:
    """A word in place of another of the same meaning."""
    pairs = [*parts().synonyms, *((b, a) for a, b in parts().synonyms)]
    fitting = [(old, new) for old, new in pairs if old in text and new not in text]
    return text.replace(*random.choice(fitting), 1) if fitting else text


def spoken(text: str, random: Random) -> str:
    """As people talk: with a word before or after it."""
    before, after = parts().spoken["before"], parts().spoken["after"]
    led = random.choice(before) + text.rstrip("？?。")
    return led + random.choice(after) if random.random() < 1 / 2 else led


def traditional(text: str, random: Random) -> str:
    """In traditional characters."""
    del random
    return str(_to_traditional().convert(text))


@cache
def _to_traditional() -> Any:
    from opencc import OpenCC  # noqa: PLC0415 its dictionaries load only when words come

    return OpenCC("s2t")


def full_width(text: str, random: Random) -> str:
    """Letters, digits and marks as wide as Chinese characters."""
    del random
    return text.translate(_FULL)


def noisy(text: str, random: Random) -> str:
    """Marks and blanks that say nothing, at the end and between words."""
    marks = parts().noise["marks"]
    at = random.randrange(len(text) + 1)
    # between two digits or letters a blank would part a number
    at = at if not text[max(0, at - 1) : at + 1].isascii() else len(text)
    return f"{text[:at]} {text[at:]}{random.choice(marks)}"


WAYS: Mapping[str, Make] = {
    "错字": typo,
    "近义词": synonym,
    "口语": spoken,
    "繁体": traditional,
    "全角": full_width,
    "杂音": noisy,
}


def reworded(text: str, seed: int) -> Iterator[tuple[str, str]]:
    """The question in every way that changes it: (way, words); the same for the same seed."""
    for way, make in WAYS.items():
        found = make(text, Random(f"{seed} {way} {text}"))  # noqa: S311 nothing here is secret
        if found != text:
            yield way, found


def trials(desk: Desk, cases: Sequence[Case], seed: int) -> Iterator[Trial]:
    """Right answers must stay right in other words; a question answered wrong proves nothing."""
    for case in cases:
        if list(faults(case, desk.answer(case.asked()))):
            continue
        for way, words in reworded(case.question, seed):
            asked = case.model_copy(update={"question": words})
            wrong = "；".join(faults(asked, desk.answer(asked.asked())))
            yield Trial(kind=way, id=case.id, question=words, right=not wrong, reason=wrong)
