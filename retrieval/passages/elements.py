"""Questions about the notice itself: its number, title, issuers, date and attachments."""

from __future__ import annotations

from collections.abc import Sequence

from knowledge import lazy_re
from knowledge.model import Attachment, Citation, Notice
from knowledge.plain import comparable
from retrieval.passages.locate import locate
from retrieval.question.asked import Asked
from retrieval.question.asked import asked as read
from retrieval.question.lexicon import Words
from retrieval.question.mentions import longest_common
from retrieval.reply import Piece, Reply, cite
from retrieval.wording import say

# Concepts that come along with a question about the document itself.
_LOOSE = frozenset({"hold_time", "host", "enrol"})
_COMMA = lazy_re.compile(r"[，,、。]")
_NUMBERED = lazy_re.compile(r"附件(\d+)")
_WHICH = lazy_re.compile(r"附件(几|多少|第几)|(哪|第几)一?个附件|在附件几|哪份附件|什么附件")
_LATER = lazy_re.compile(r"(正式|补充|后续|下一个|决赛|复赛)(的)?(通知|文件)")
_ANOTHER = lazy_re.compile(r"(计划|依据|根据|按照|照着|上级)[^，。？?]{0,6}(文号|文件|文|号)")
_THERE = lazy_re.compile(
    r"(有没有|有无|有不有|设没设|设不设|有没得|没得)[^，。？?]*(项目|赛项|工种|赛道)(吗|么|不|没|呢|啊)?$"
    r"|有[^，。？?]*(项目|赛项|工种|赛道)(吗|么|不|没)$"
    r"|有(没有|无)?[^，。？?]{1,8}(相关|有关|沾边|方面)的(吗|么|不|没)?$"
)
"""Whether there is a track at all."""
_NOUNS = lazy_re.compile("竞赛项目|比赛项目|项目|赛项|工种|赛道|有没有|方面|相关|有关")
_COUNTED = {"attachments": ("count", "附件"), "issuers": ("distinct", "单位")}
"""What is counted where it is asked how many, with the wording and its name."""
_ALIKE = (lazy_re.compile("组委会|组织委员会|组织机构"), lazy_re.compile("裁判|评委|评判"))
"""Words that mean the same in titles of attachments."""
_SIDES = lazy_re.compile(r"[,，、;；\n]|和|跟|与|呢")
_WORD, _PART = 2, 3
_OWN_WORDS = 4
"""More words of its own than this, and the question is about what the notice says."""


def cite_phrase(notice: Notice, phrase: str, *, last: bool = False) -> Citation | None:
    """The first (or last) place where the notice prints `phrase`."""
    span = locate(notice.text, phrase)
    while last and span:
        later = locate(notice.text, phrase, span[1])
        if later is None:
            break
        span = later
    if span is None:
        return None
    path = next((c.path for c in notice.clauses if c.start <= span[0] < c.end), "开头")
    return cite(notice, path, *span)


def element_reply(
    notice: Notice, asked: Asked, words: Words, tracks: tuple[str, ...] = ()
) -> Reply | None:
    """The answer if the question is about the notice as a document, else None."""
    at_once = _at_once(notice, asked, tracks)
    if at_once is not None:
        return at_once
    asked = _opening(asked, words)
    rest = [c for c in asked.concepts if not words.concepts[c].element and c not in _LOOSE]
    listing = "attachments" in asked.concepts and "tracks" not in asked.concepts
    listing = listing and not asked.forms & {"when", "where", "who"}
    if (rest and not listing) or sum(map(len, asked.content)) > _OWN_WORDS:
        return None
    name = next(
        (words.concepts[c].element for c in asked.concepts if words.concepts[c].element), ""
    )
    found = {
        "edition": _edition,
        "doc_number": _doc_number,
        "title": _title,
        "issuers": _issuers,
        "issued_on": _issued_on,
        "attachments": _title,
    }.get(name)
    if found is None or _of_another(name, asked) or (name == "edition" and asked.content):
        return None
    piece = _attachments(notice, asked) if name == "attachments" else found(notice)
    if piece is None and name == "edition":
        return None  # of a competition the notice only lists
    if piece is None:
        what = next(words.concepts[c].name for c in asked.concepts if words.concepts[c].element)
        return _silent(notice, what)
    if name in _COUNTED and "how_many" in asked.forms:
        count = str(len(piece.citations))
        counted = say(_COUNTED[name][0], count=count, what=_COUNTED[name][1])
        computed = (*piece.computed, counted)
        piece = piece.model_copy(update={"text": f"{counted}\n{piece.text}", "computed": computed})
    return Reply(status="answered", notice=notice.id, pieces=(piece,), sure=1.0)


def _of_another(name: str, asked: Asked) -> bool:
    """Whether it is asked of the plan the notice follows, or of the notice that comes next."""
    pattern = {"doc_number": _ANOTHER, "issued_on": _LATER}.get(name)
    return pattern is not None and bool(pattern.search(asked.plain))


def _at_once(notice: Notice, asked: Asked, tracks: tuple[str, ...]) -> Reply | None:
    """The number of an attachment, or the whole name of a track, whatever else is said."""
    which = _which_attachment(notice, asked, tracks)
    if which is not None:
        return Reply(status="answered", notice=notice.id, pieces=(which,), sure=1.0)
    of_track = set(asked.concepts) == {"title", "tracks"} and len(asked.content) < _WORD
    there = (
        set(asked.concepts) <= {"tracks"}
        and "适合" not in asked.plain
        and _THERE.search(asked.plain) is not None
    )
    if there and "how_many" not in asked.forms:
        said = _said_of(notice, asked, tracks)  # none that was only spoken of before
        return _names_of(notice, said, say("lead.has")) if said else _no_track(notice, asked)
    return _names_of(notice, tracks) if tracks and of_track else None


def _said_of(notice: Notice, asked: Asked, tracks: tuple[str, ...]) -> tuple[str, ...]:
    """Those of the tracks of whose name the question itself says a piece."""
    words = _NOUNS.sub("\n", asked.plain)
    names = {t.id: comparable(t.name) for t in notice.tracks}
    return tuple(i for i in tracks if longest_common(words, names.get(i, ""))[0] >= _WORD)


def _no_track(notice: Notice, asked: Asked) -> Reply | None:
    """Tracks with other words for what is asked; that there is none, where no word is known."""
    words = [word for m in asked.meant for word in m.words]
    alike = [t.id for t in notice.tracks if any(w in comparable(t.name) for w in words)]
    if alike:  # 跟老人有关的项目
        return _names_of(notice, tuple(alike), say("lead.has"))
    own = [run for run in asked.content if len(run) >= _WORD]
    text = comparable(notice.text)
    if not own or not notice.tracks or any(run in text for run in own):
        return None
    return _silent(notice, "、".join(own))


def _opening(asked: Asked, words: Words) -> Asked:
    """The first clause of a question if it asks for an element; the rest is why it is asked."""
    whole = asked.unnamed or asked.text
    first = _COMMA.split(whole)[0]
    if first == whole:
        return asked
    alone = read(first, words)
    elements = [c for c in alone.concepts if words.concepts[c].element]
    return alone if elements and alone.forms else asked


def _silent(notice: Notice, what: str) -> Reply:
    piece = Piece(text=say("not_in_notice", what=what), citations=())
    return Reply(
        status="not_stated", notice=notice.id, reason="not_in_notice", pieces=(piece,), what=what
    )


_WE = lazy_re.compile(
    r"(?:我|本)(?:局|厅|委|部|办|院|校|会|集团|公司|协会|中心|单位|总工会)(?:决定|定于|拟|将|举办|组织)"
    r"|决定(?:联合|共同)?(?:举办|组织|开展)"
    r"|(?:^|[，,。])(?:协会|学会|联合会|商会|集团)(?:决定|定于|拟于?|将于?)"
)
"""Who speaks of himself: 我局决定举办."""
_PLACE, _BODY = 5, 4
"""省农业农村厅 for 北濂省农业农村厅: so long at most is the place that is left out of a name, so
long at least the rest."""


def issued_by(notice: Notice, silent: Reply) -> Reply:
    """Who issued a notice, where it does not say who holds the competition, or says 我局."""
    found = _issuers(notice)
    own = [p for p in silent.pieces if _WE.search(p.text)] if silent.status == "answered" else []
    shorter = {
        name[i:] for name in notice.issuers for i in range(min(_PLACE, len(name) - _BODY) + 1)
    }
    named = found is not None and any(name in p.text for p in own for name in shorter)
    if found is None or named or not (own or silent.status == "not_stated"):
        return silent
    piece = found.model_copy(update={"text": say("issued_by", names=found.text)})
    if own:
        return silent.model_copy(update={"pieces": (*own, piece)})
    return silent.model_copy(update={"status": "partial", "pieces": (*silent.pieces, piece)})


def _edition(notice: Notice) -> Piece | None:
    found = cite_phrase(notice, notice.name)
    if notice.edition is None or found is None:
        return None
    return Piece(text=f"{notice.edition}：{notice.name}", citations=(found,))


def _doc_number(notice: Notice) -> Piece | None:
    if notice.doc_number is None:
        return None
    found = cite_phrase(notice, notice.doc_number)
    return Piece(text=notice.doc_number, citations=(found,)) if found else None


def _title(notice: Notice) -> Piece | None:
    found = cite_phrase(notice, notice.name)
    return Piece(text=notice.name, citations=(found,)) if found else None


def _names_of(notice: Notice, tracks: tuple[str, ...], lead: str = "") -> Reply | None:
    """The whole names of tracks of which the question says a part."""
    names = [t.name for t in notice.tracks if t.id in tracks]
    found = [(name, c) for name in names if (c := cite_phrase(notice, name))]
    if not found:
        return None
    text = lead + "、".join(name for name, _ in found)
    piece = Piece(text=text, citations=tuple(c for _, c in found), computed=(lead,))
    return Reply(status="answered", notice=notice.id, pieces=(piece,), tracks=tracks, sure=1.0)


def _issuers(notice: Notice) -> Piece | None:
    found = [c for c in (cite_phrase(notice, i) for i in notice.issuers) if c]
    if not found or len(found) != len(notice.issuers):
        return None
    return Piece(text="、".join(notice.issuers), citations=tuple(found))


def _issued_on(notice: Notice) -> Piece | None:
    day = notice.issued_on
    if day is None:
        return None
    text = f"{day.year}年{day.month}月{day.day}日"
    found = cite_phrase(notice, text, last=True)
    return Piece(text=text, citations=(found,)) if found else None


def _which_attachment(notice: Notice, asked: Asked, tracks: tuple[str, ...]) -> Piece | None:
    """The attachments a question asks the number of, by the tracks or words of their titles."""
    if not _WHICH.search(asked.plain):
        return None
    names = [comparable(t.name) for t in notice.tracks if t.id in tracks]
    listed = [a for a in notice.attachments if a.title]
    of_track = [a for a in listed if any(n in comparable(a.title) for n in names)]
    rest = _WHICH.sub("\n", asked.unnamed or asked.plain)
    # 汇总表附件几，报名表呢
    by_title = [a for said in _SIDES.split(rest) for a in _titled(said, listed, _PART)]
    alike = [names for names in _ALIKE if names.search(rest)]
    so_called = [a for a in listed if any(n.search(comparable(a.title)) for n in alike)]
    found = of_track or list(dict.fromkeys(by_title)) or so_called or _titled(rest, listed, _WORD)
    return _shown(notice, found) if found else None


def _titled(said: str, listed: Sequence[Attachment], least: int) -> list[Attachment]:
    """The attachments of whose titles the words say most, and at least so much."""
    best = max((_named_in(said, a.title) for a in listed), default=0)
    return [a for a in listed if _named_in(said, a.title) == best >= least]


def _named_in(text: str, title: str) -> int:
    """How long a part of the title the text says."""
    plain = comparable(title)
    return longest_common(text, plain)[0]


def _attachments(notice: Notice, asked: Asked) -> Piece | None:
    """The attachments, or those the question names by number or title."""
    numbers = set(_NUMBERED.findall(asked.plain))
    titled = [r for r in asked.content if len(r) > 1]
    listed = [a for a in notice.attachments if a.title]
    if numbers:
        listed = [a for a in listed if a.name.removeprefix("附件") in numbers]
    elif titled:
        named = [a for a in listed if any(r in comparable(a.title) for r in titled)]
        listed = named or listed
    return _shown(notice, listed)


def _shown(notice: Notice, listed: Sequence[Attachment]) -> Piece | None:
    """The attachments with their numbers, each with the place that names it."""
    found = [(a, cite_phrase(notice, a.title)) for a in listed]
    proven = [(a, c) for a, c in found if c]
    if not proven:
        return None
    lines = [
        say("item", text=f"{a.name} {a.title}" + ("" if a.present else say("absent")))
        for a, _ in proven
    ]
    return Piece(
        text="\n".join(lines),
        citations=tuple(c for _, c in proven),
        computed=tuple(f"{a.name} {a.title}" for a, _ in proven),
    )
