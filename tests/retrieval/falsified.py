"""Ways to falsify a statement, each seeded; None where a statement gives no hold to a way."""

from __future__ import annotations

import re
from functools import partial

NUMBER = re.compile(r"\d+")
_MAIL = re.compile(r"[\w.+-]+@[\w.-]+\w")
_PHONE = re.compile(r"(?<!\d)\d{11}(?!\d)")
_DATE = re.compile(r"\d{1,2}月\d{1,2}日")
_MODALS = ("不得", "必须", "应当", "原则上", "一般", "须", "应", "可")
_STRONGER = {"原则上": "必须", "一般": "一律", "应": "可", "须": "可", "可": "须", "不得": "可以"}
_LIMITS = re.compile(
    r"[，,；](?:且|但)[^，。；”]+|（[^（）]*(?:含|除|且|但)[^（）]*）|且在法定退休年龄以内|以上|以下|不超过|原则上|以内"
)
_NOT = re.compile(r"不(?=[^一同仅])")


def spot(chance, pattern, text):
    """One match, by chance."""
    found = list(re.finditer(pattern, text))
    return chance.choice(found) if found else None


def put(text, match, new):
    """The text with a match replaced."""
    return text[: match.start()] + new + text[match.end() :]


def digit(chance, text, pool):
    found = spot(chance, r"\d", text)
    return found and put(text, found, chance.choice("0123456789".replace(found[0], "")))


def swapped_numbers(chance, text, pool):
    found = list(NUMBER.finditer(text))
    pairs = [(a, b) for a in found for b in found if a.start() < b.start() and a[0] != b[0]]
    if not pairs:
        return None
    first, second = chance.choice(pairs)
    return put(put(text, second, first[0]), first, second[0])


def foreign(pattern, key, chance, text, pool):
    found = spot(chance, pattern, text)
    return found and put(text, found, chance.choice(pool[key]))


def foreign_name(chance, text, pool):
    held = [n for n in pool["names"] if n in text]
    return text.replace(chance.choice(held), chance.choice(pool["names"])) if held else None


def limit_dropped(chance, text, pool):
    found = spot(chance, _LIMITS, text)
    return found and put(text, found, "")


def modal_dropped(chance, text, pool):
    found = spot(chance, "|".join(_MODALS), text)
    return found and put(text, found, "")


def modal_changed(chance, text, pool):
    found = spot(chance, "|".join(_STRONGER), text)
    return found and put(text, found, _STRONGER[found[0]])


def not_inserted(chance, text, pool):
    found = spot(chance, r"(?<=[\u4e00-\u9fff])(?=[\u4e00-\u9fff])", text)
    return found and put(text, found, "不")


def not_removed(chance, text, pool):
    found = spot(chance, _NOT, text)
    return found and put(text, found, "")


def date_shifted(chance, text, pool):
    found = spot(chance, r"(?<=月)\d{1,2}(?=日)", text)
    return found and put(text, found, str(int(found[0]) % 28 + 1))


def letter(chance, text, pool):
    found = spot(chance, _MAIL, text)
    if found is None:
        return None
    at = chance.randrange(len(found[0]))
    return put(text, found, found[0][:at] + "x" + found[0][at + 1 :])


def number_cut(chance, text, pool):
    found = spot(chance, r"\d{2,}", text)
    return found and put(text, found, found[0][:-1])


def number_stopped(chance, text, pool):
    """The whole text stops inside a number: 9月2 of 9月29日."""
    found = spot(chance, r"\d{2,}", text)
    return found and text[: found.end() - 1]


def character_lost(chance, text, pool):
    """One character of the words is gone."""
    found = spot(chance, r"(?<=[\u4e00-\u9fff])[\u4e00-\u9fff](?=[\u4e00-\u9fff])", text)
    return found and put(text, found, "")


WORDS = {
    "one digit changed": digit,
    "two numbers swapped": swapped_numbers,
    "a date of elsewhere": partial(foreign, _DATE, "dates"),
    "a phone of elsewhere": partial(foreign, _PHONE, "phones"),
    "an e-mail of elsewhere": partial(foreign, _MAIL, "mails"),
    "a name of elsewhere": foreign_name,
    "a limit dropped": limit_dropped,
    "a modal word dropped": modal_dropped,
    "a modal word changed": modal_changed,
    "不 inserted": not_inserted,
    "不 removed": not_removed,
    "a date shifted": date_shifted,
    "a letter of an e-mail changed": letter,
    "a number cut": number_cut,
    "stopped inside a number": number_stopped,
    "a character lost": character_lost,
}
"""Changes of the words a person reads."""


def quote_cut(chance, piece):
    """A quote shortened in the middle of a number, or before what limits it."""
    cited = list(piece.citations)
    spots = []
    for at, each in enumerate(cited):
        cuts = re.finditer(r"(?<=\d)(?=\d)|(?=[，,；]?且)|(?=，但)", each.quote)
        starts = (found.start() for found in cuts if len(each.quote) == each.end - each.start)
        spots += [(at, start) for start in starts if 0 < start < len(each.quote)]
    if not spots:
        return None
    at, end = chance.choice(spots)
    each = cited[at]
    cited[at] = each.model_copy(update={"quote": each.quote[:end], "end": each.start + end})
    return piece.model_copy(update={"citations": tuple(cited), "text": each.quote[:end]})


def quote_moved(chance, piece):
    """A quote said to stand in another place of the notice."""
    if not piece.citations:
        return None
    at = chance.randrange(len(piece.citations))
    cited = list(piece.citations)
    moved = {"start": cited[at].start + 1, "end": cited[at].end + 1}
    cited[at] = cited[at].model_copy(update=moved)
    return piece.model_copy(update={"citations": tuple(cited)})


def other_notice(chance, piece, notices):
    """A quote said to stand in another notice."""
    if not piece.citations:
        return None
    others = [n for n in notices if n != piece.citations[0].notice]
    moved = piece.citations[0].model_copy(update={"notice": chance.choice(others)})
    return piece.model_copy(update={"citations": (moved, *piece.citations[1:])})


def pool_of(notices):
    """What a mixed-up answer would take from elsewhere."""
    whole = "\n".join(n.text for n in notices.values())
    kinds = {"person", "organisation"}
    names = {v.raw for n in notices.values() for v in n.values if v.kind in kinds}
    return {
        "dates": sorted(set(_DATE.findall(whole))),
        "phones": sorted(set(_PHONE.findall(whole))),
        "mails": sorted(set(_MAIL.findall(whole))),
        "names": sorted(n for n in names if len(n) > 1),
    }
