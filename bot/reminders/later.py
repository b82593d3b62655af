"""What a notice leaves to be announced: 决赛时间另行通知."""

from __future__ import annotations

import re
from hashlib import sha256

from knowledge import lazy_re
from knowledge.eligibility.once import once
from knowledge.model import Citation, Frozen, Notice
from knowledge.plain import squeeze

KEY_LENGTH = 16
_LATER = lazy_re.compile(r"另行(?:通知|公布|发布|公告|确定|安排|下发|印发)|另发|另定|待定|待通知")
_SENTENCE = lazy_re.compile(r"[^。；;\n]+")
_FILLERS = lazy_re.compile(
    r"的?(?:具体|详细|相关|有关)|(?:将|均|由|届时|以后|后续|再)[^，。；]{0,12}$"
)
_IF = lazy_re.compile(r"如遇|如有|如需|若遇|若有|不可抗力")
"""What may never happen leaves nothing open."""
_MARK = lazy_re.compile(r"^[一二三四五六七八九十\d（()）.、．]+")
_TOPIC = lazy_re.compile(r"([^，。：:（(]{2,8})[：:]")
_SHORTEST = 2


class LeftOpen(Frozen):
    """Something that will be announced."""

    key: str
    """The same one as long as the words are the same."""
    subject: str
    """What of: 决赛时间."""
    citation: Citation


@once
def left_open(notice: Notice) -> tuple[LeftOpen, ...]:
    """What a notice leaves to be announced, in its order."""
    found = {}
    for clause in notice.clauses:
        for match in _SENTENCE.finditer(clause.text):
            later = _LATER.search(match[0])
            subject = _subject(match[0][: later.start()]) if later else ""
            if len(subject) < _SHORTEST:
                continue
            start = clause.start + match.start()
            key = _key(notice.id, clause.path, subject)
            found[key] = LeftOpen(
                key=key,
                subject=subject,
                citation=Citation(
                    notice=notice.id, label=notice.label, path=clause.path,
                    quote=squeeze(match[0]), start=start, end=start + len(match[0]),
                ),
            )  # fmt: skip
    return tuple(found.values())


def _subject(words: str) -> str:
    """The words before 另行通知 that say what of."""
    if _IF.search(words):
        return ""
    text = _MARK.sub("", squeeze(words).rstrip("，,：:（( "))
    topic = _TOPIC.match(text)
    last = _FILLERS.sub("", re.split(r"[，,：:（(]", text)[-1]).strip("，,：: ")
    return f"{topic[1]}{last}" if topic and topic[1] not in last else last


def _key(*parts: str) -> str:
    return sha256("\0".join(parts).encode("utf-8", "replace")).hexdigest()[:KEY_LENGTH]
