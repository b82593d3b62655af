"""Numbers of an answer that nothing proves.

A number may stand in a quote, in the number of the notice a quote is from, in a competition's
name, in the question or its day. It may be the mark of a clause or of an attachment. It may be
worked out by a formula that is shown, or count the items that are listed.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from knowledge.model import Notice
from knowledge.plain import comparable
from retrieval.model import Answer

_NUMBER = re.compile(r"\d+")
_TERM = r"[\d.%+×()]+=[\d.]+%?"
_WORKED_OUT = re.compile(
    rf"(?:已截止|还有)\d+天|×[\d.]+%=[\d.]+|(?:合计|计算):(?:[\u4e00-\u9fff,，]{{0,8}}{_TERM})+|相差[\d.]+−[\d.]+=[\d.]+"
    r"|(?:四舍五入|向上取整|向下取整)为\d+|\(stillopen,\d+daysleft\)|\(closed\d+daysago\)"
)
"""Days to a cited deadline and shares with their formula: computed, and shown to be."""
_COUNTED = re.compile(r"共(\d+)个[^·\n]{0,24}\(逐条计数\)|(\d+)inall[^\n]{0,24}onebyone\)")
_ITEM = re.compile(r"^\s*[·・]", re.MULTILINE)
_MARK = re.compile(r"^\(?\d+[.)、](?P<rest>.{2,})")
_ATTACHMENT = re.compile(r"附件\d+")


def unproven(
    question: str, answer: Answer, notices: Mapping[str, Notice], as_of: str = ""
) -> list[str]:
    """The numbers of an answer's text that nothing proves; `notices` are those of the store."""
    named = _named(answer, notices)
    quotes = [citation.quote for citation in answer.citations]
    proof = [question, as_of, *quotes, *(citation.label for citation in answer.citations)]
    for notice in named:
        proof += [notice.name, notice.label, notice.title, str(notice.year)]
    # as printed too: a full-width number beside a half-width one is two numbers
    forms = [form for text in proof for form in (text, comparable(text))]
    known = {n.lstrip("0") for form in forms for n in _NUMBER.findall(form)}
    attached = {each.name for notice in named for each in notice.attachments}
    stated = [comparable(quote) for quote in quotes]
    left = "\n".join(
        _stripped(comparable(line), stated, attached, answer) for line in answer.text.split("\n")
    )
    return [n for n in dict.fromkeys(_NUMBER.findall(left)) if n.lstrip("0") not in known]


def _named(answer: Answer, notices: Mapping[str, Notice]) -> list[Notice]:
    """The notices an answer names; all of them where it says which there are."""
    if answer.reason == "no_such_notice":
        return list(notices.values())
    named = {*answer.notices, *(option.notice for option in answer.options)}
    return [notices[each] for each in named & notices.keys()]


def _stripped(line: str, quotes: Sequence[str], attached: set[str], answer: Answer) -> str:
    """A line without marks of quoted clauses, attachments there are, and what is worked out."""
    mark = _MARK.match(line)
    if mark and any(mark["rest"] in quote for quote in quotes):
        line = mark["rest"]
    line = _ATTACHMENT.sub(lambda found: "" if found[0] in attached else found[0], line)
    return _WORKED_OUT.sub("", _uncounted(line, answer))


def _uncounted(line: str, answer: Answer) -> str:
    """The line without a count of what is listed; where items have marks it has to be theirs."""
    items = len(_ITEM.findall(answer.text))
    found = _COUNTED.search(line)
    if found is None or (items and str(items) != (found[1] or found[2])):
        return line
    return line[: found.start()] + line[found.end() :]
