"""A question, taken apart: what is asked, in which shape, about what."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from knowledge import lazy_re
from knowledge.model import Frozen
from knowledge.plain import comparable
from knowledge.simplified import simplified
from retrieval.question.lexicon import Found, Rendered, Words
from retrieval.question.mentions import Span, masked
from retrieval.question.purpose import without_purpose
from retrieval.question.taken_apart import joined
from retrieval.question.without import lacking

_PARTS = lazy_re.compile(r"[?？;；\n!！。]+")
_PERSON = lazy_re.compile(
    r"^[^？?]{0,3}(我|本人|俺|我爸|我妈|孩子|儿子|女儿|朋友|同事|学生)[^？?]*$"
)
_COMMAS = lazy_re.compile(r"[,，、]|(?<=[\u4e00-\u9fff])\s+(?=[\u4e00-\u9fff])")
_JOINT = lazy_re.compile(r"[+、/&]|和|及|与|跟|以及|还有")
UNTIL = frozenset({"deadline", "enrol_time"})
"""Concepts of until when one may enter."""
_HELD = frozenset({"hold_time"})
_BARE = frozenset({"when", "where", "how_long", "how_many", "how_much", "who"})
LEANING = frozenset({"duration", "year_question", "weekday"})
"""Concepts that are only a way to ask: of what, the words before say."""
_SAME = lazy_re.compile(
    r"^(分别是?|各是|都是|是)(哪|什么|啥|谁)(些|几个|个|天|位|里)?[\u4e00-\u9fff]?([（(]|$)"
)
"""是哪几个: more of the same."""
_PRONOUN = lazy_re.compile(r"\s*(那|是)?[他她它]们?(?!人|校|单位|公司|省|市)")
_ROUNDS = frozenset({"prelim", "semifinal", "final"})
_BEHIND = lazy_re.compile(r"(?:我们?|都|也|已经?)*(?:过|进|[比考打]完|结束|通过)了(?=[，,])")
_NOTHING = lazy_re.compile(
    r"(?:^|[，,])[^，,。？?]{0,8}(?:啥|什么|哪[样个种])[^，,。？?]{0,4}[都也]"
    r"(?:没|不|未)(?:得|有|过|拿过?|考过?|办|会|懂)*(?=[，,]|$)"
)
"""啥证都没得 states that there is none."""
_WHETHER = lazy_re.compile(
    r"(?:这样?|那样?|都|也)*(?:允许|准许|许可|让|准|许|成|行得通|可行|有(?:什么|啥|没有|无)?(?:要求|规定|限制|说法|讲究))"
    r"(?:不(?:允许|让|准|许|成|行)?|[吗么嘛]|没有?)*[呢啊]?[?？]?"
)
"""允许么, 有要求没: of what stands in front."""
_RANK = lazy_re.compile(
    r"[一二三特]等奖|[金银铜优][胜秀]?奖|[冠亚季]军|第[一二三\d]名|前[一二三四五六\d]名"
)
_PAID = lazy_re.compile(
    r"(?:奖金?|有|给|发|能拿|能得|拿|得)(?:是|给|发|有)?(?:多少钱?|几块|几千|什么|啥)"
)
"""一等奖几名，奖多少: the money is that of the first prize."""
_SPEAKERS = frozenset({"undertake", "host"})
_SPEAKS = lazy_re.compile(
    r"我们?是[^，,]{0,6}(承办|主办)|我们?(单位|学校|学院|公司|校)?(承办|主办|牵头)的|^[^，,]{0,8}(承办|主办)(方|单位)(想|要|能|可以|打算)"
)
_NUMBERS = frozenset({"how_many"})
_BOTH = lazy_re.compile(
    r"(?P<one>[^，,、和及与跟]{2,10})(?:和|及|与|跟|还有)(?P<other>[^，,、和及与跟都各]{2,10}?)"
    r"(?:都|各自|各|分别)(?P<ask>(?:是|由|归|要|在)*(?:谁|哪|什么时候|啥时候?|几号|多少|怎么|咋).*)$"
)
_ALIKE = lazy_re.compile(r"prize[123]?|merit|bonus|student|worker|teacher|theory|practice")
"""Things that one sentence or one row tells side by side."""
_BODIES = lazy_re.compile(
    r"(?P<one>[^，,、]{1,12}?(?P<kind>委员会|办公室|委|组|处|部))(和|及|与|跟|、|还有)(?P<other>[^，,、]{1,12}?(?P=kind))"
    r"(?:都|各自?|分别)*(?P<ask>.+)$"
)
OF_BODIES = frozenset({"duty", "group_head", "chair", "vice_chair", "member"})
"""Concepts by which two bodies are asked about."""
_CONTACT = "contact"
_REACHES = frozenset({"phone", "email", "url"})
"""Kinds of value that are asked for by their name alone."""
_OWN = 2
_GIVE = lazy_re.compile(r"(也|一起|顺便|都)?(给|发|告诉|说)(一下|下)?(给)?(我|俺)?(一下|下)?$")
_SEEKS = lazy_re.compile(r"[在去从到上][哪那](?!些|几|天)|哪[里儿]|多大(?:年[纪龄]|岁数?)|几岁")
"""在哪下载 and 多大年纪能报 seek a thing, though they ask for no place and no number."""
_REACHED = lazy_re.compile(
    r"(?:那|的|[他她]的)*(?:联系)?(?:电话|手机|号码|联系方式)(?:号码?)?(?:是|有)?(?:多少|几号|什么|啥)?呢?[?？]?"
)
"""找谁，电话多少: whom to call and by which number is one question."""
_MADE_UP = lazy_re.compile(
    r"(?:都|具体)?(?:是|由)?(?:怎么|如何|咋|怎样|谁|哪些人?)个?(?:构成|组成|配备|搭配)的?[呢啊]?[?？]?"
)
"""一个队几个人，怎么构成: what is made up, the words before say."""
_TURNS = lazy_re.compile(r"^[^，,。？?]{1,14}呢\s*$")
_TOO = lazy_re.compile(r"也|顺便|还要|一起")
"""学生组呢，邮箱也给我: the same of others, and another thing besides."""
_ANCHOR = lazy_re.compile(r"[a-z0-9._-]+@[a-z0-9.-]+|https?://\S+|\d{3,4}-\d{3,4}-?\d{4}|\d{5,}")

_FIRST = lazy_re.compile(
    r"(?:(?<=[拿得获考]第[一二三123])|(?<=[拿得获考][了到个]第[一二三123]))"
    r"(?=[，,。？?！!能有给发奖的是可会吗]|$)"
    r"|(?<=[个单][人]第[一二三123])(?=能?[有给发奖得拿]|多少)"
    r"|(?<=团[队体]第[一二三123])(?=能?[有给发奖得拿]|多少)"
)
"""Where 名 is left out behind a rank."""
_SOME = lazy_re.compile(r"(?<=十)几(?=个(?:人|小时|月|单位|学生|选手)|分钟|秒|天|人|名|年(?!级))")


class Asked(Frozen):
    """One question of a message."""

    text: str
    """As typed."""
    plain: str
    """Comparable and in simplified characters."""
    unnamed: str = ""
    """`plain` without the names of competitions."""
    concepts: tuple[str, ...]
    forms: frozenset[str]
    content: tuple[str, ...]
    """Words that neither name a scope nor a concept."""
    wording: tuple[str, ...] = ()
    """All words of the question but fillers and names of the scope."""
    literal: tuple[str, ...] = ()
    """The words by which the concepts were recognised."""
    meant: tuple[Rendered, ...] = ()
    """Words of notices for what the question says otherwise."""
    message: str = ""
    """The rest of the message it is a part of, comparable."""
    aside: tuple[str, ...] = ()
    """Words of the rest of the message; they tell what the part leaves unsaid."""
    borrowed: tuple[str, ...] = ()
    """Those of `concepts` that are stages the rest of the message names."""
    anchors: tuple[str, ...] = ()
    """Phones, e-mails and long numbers the question quotes."""


@lru_cache(maxsize=256)  # one question is read several times
def plain(text: str) -> str:
    """The form questions are compared in; 十几分钟 says about how long, and asks nothing.

    >>> plain("断网十几分钟"), plain("要十几岁"), plain("拿了第一奖多少")
    ('断网十多分钟', '要十几岁', '拿了第一名奖多少')
    """
    return _FIRST.sub("名", _SOME.sub("多", comparable(simplified(text))))


def parts(text: str, words: Words) -> tuple[str, ...]:
    """The questions of one message, in order.

    A comma separates two questions only if each side asks for something of its own; what only
    names the subject or states a fact about the person stays with the question it belongs to.
    """
    found: list[str] = []
    for sentence in _PARTS.split(without_purpose(text)):
        if sentence.strip():
            found.extend(_by_comma(sentence, words))
    joined = _with_subjects(_joined(found, words), words)
    return tuple(each for part in joined for each in _listed(part, words))


def _with_subjects(found: Sequence[str], words: Words) -> list[str]:
    """他 and 它 in a later question are what the one before asked about first."""
    out: list[str] = []
    for part in found:
        rank = _RANK.search(plain(out[-1])) if out and _PAID.match(plain(part)) else None
        if rank is not None:
            out.append(f"{rank[0]}{part}")
            continue
        match = _PRONOUN.match(part) if out else None
        asked_of = words.asked(plain(out[-1])) if match else ()
        first = min(asked_of, key=lambda f: f.start, default=None)
        of = plain(out[-1])[first.start : first.end] if match and first is not None else ""
        out.append(f"{of}{part[match.end() :]}" if match and of else part)
    return out


def _by_comma(sentence: str, words: Words) -> list[str]:
    pieces: list[str] = []
    for piece in _COMMAS.split(sentence):
        if not pieces:
            pieces += [piece] if piece.strip() else []
        elif _of_the_same(plain(piece), pieces[-1], words):
            pieces[-1] = f"{pieces[-1]}，{piece}"
        elif _only_asks(piece, words) and _asks(pieces[-1], words):
            pieces.append(f"{words.unasked(plain(pieces[-1]))}{piece}")
        elif (
            (_asks(piece, words) or _wants(piece, words))
            and (_asks(pieces[-1], words) or (turns(pieces[-1]) and _TOO.search(piece)))
        ) or (turns(piece) and not _states(piece) and _alone(pieces[-1], words)):
            pieces.append(piece)
        else:
            pieces[-1] = f"{pieces[-1]}，{piece}"
    return pieces


def _of_the_same(text: str, before: str, words: Words) -> bool:
    """Whether words only go on with the question before: its number, what it is made up of."""
    asked_of = {f.id for f in words.asked(plain(before))}
    reached = _CONTACT in asked_of and _REACHED.fullmatch(text) is not None
    return reached or (_MADE_UP.fullmatch(text) is not None and _asks(before, words))


def turns(piece: str) -> bool:
    """Whether words only turn to something else: 学生组呢."""
    return _TURNS.search(piece) is not None


def _alone(piece: str, words: Words) -> bool:
    """Whether words ask for one thing; of attachments all that are named are asked at once."""
    return _asks(piece, words) and "附件" not in piece


def _asks(piece: str, words: Words) -> bool:
    """Whether words ask for something of their own; 可以吗 and 行不行 ask about what is beside."""
    text = _NOTHING.sub("", plain(piece))
    if not (words.forms(text) or _SEEKS.search(text)) or _SAME.match(text):
        return False
    if _WHETHER.fullmatch(text):
        return False
    found = words.asked(text)
    own = words.content(words.unasked(text) or text, ())
    return bool(found) or any(len(run) >= _OWN for run in own)


def _wants(piece: str, words: Words) -> bool:
    """Whether words end in the name of a phone, an e-mail or a page: 李老师电话."""
    text = plain(piece)
    ends = {f.id for f in words.asked(text) if f.end == len(_GIVE.sub("", text))}
    return any(_REACHES & set(words.concepts[name].kinds) for name in ends)


def _only_asks(piece: str, words: Words) -> bool:
    """Whether words are a bare 几点, 在哪 or 哪年的: of what the words before spoke of."""
    text = plain(piece)
    concepts = {f.id for f in words.asked(text)}
    bare = bool(words.forms(text) & _BARE) and concepts <= LEANING and not _SAME.match(text)
    return bare and all(len(run) < _OWN for run in words.content(words.unasked(text), ()))


def _joined(found: list[str], words: Words) -> tuple[str, ...]:
    """Statements without a question of their own go with the next question."""
    out: list[str] = []
    pending = ""
    for index, piece in enumerate(found):
        whole = f"{pending}，{piece}" if pending else piece
        after = "".join(found[index + 1 : index + 2])
        turning = turns(piece) and not _states(piece) and (out or _TOO.search(after))
        if (
            turning
            or words.forms(plain(piece))
            or (words.asked(plain(piece)) and not _states(piece))
        ):
            out.append(whole)
            pending = ""
        else:
            pending = whole
    if pending:
        out.append(pending) if not out else out.__setitem__(-1, f"{out[-1]}，{pending}")
    return tuple(out)


def _listed(part: str, words: Words) -> tuple[str, ...]:
    """Two values asked in one breath (邮箱和电话) are two questions about the same."""
    text = plain(part)
    found = words.spoken(text)
    if (each := _each_body(text, words)) is not None:
        return each
    if (each := _of_both(text, words)) is not None:
        return each
    for match in _JOINT.finditer(text):
        left = {f.id for f in found if f.end == match.start()}
        right = {f.id for f in found if f.start == match.end()}
        kinds = [{k for name in side for k in words.concepts[name].kinds} for side in (left, right)]
        days = left & UNTIL and right & _HELD  # 报名截止和比赛时间: two days
        if all(kinds) and (days or not kinds[0] & kinds[1]):
            return (text[: match.start()], text[match.end() :])
    return (part,)


def _of_both(text: str, words: Words) -> tuple[str, str] | None:
    """The same asked of two things one by one is two questions: 吃住和车费都是谁出."""
    match = _BOTH.match(text)
    if match is None:
        return None
    one, other, ask = match["one"], match["other"], match["ask"]
    known = all(words.asked(side) or words.meant(side) for side in (one, other))
    kindred = (f.id for side in (one, other) for f in words.asked(side))
    known = known and not any(_ALIKE.fullmatch(k) or words.concepts[k].stage for k in kindred)
    return (f"{one}{ask}", f"{other}{ask}") if known else None


def _each_body(text: str, words: Words) -> tuple[str, str] | None:
    """What is asked of two bodies of one kind is two questions: 专家组和裁判组分别干什么."""
    match = _BODIES.match(text)
    last = f"{match['other']}{match['ask']}" if match is not None else ""
    if match is None or not OF_BODIES & {f.id for f in words.asked(last)}:
        return None
    return f"{match['one']}{match['ask']}", f"{match['other']}{match['ask']}"


def _states(piece: str) -> bool:
    """Whether the words tell of the person who asks: 我今年25岁."""
    return bool(_PERSON.search(piece))


def _concepts(whole: str, found: Sequence[Found]) -> tuple[str, ...]:
    """The concepts that are asked about; who 我们是承办方 says one is, is not asked."""
    names = tuple(dict.fromkeys(f.id for f in found if not _over(whole, f, found)))
    rest = tuple(n for n in names if n not in _SPEAKERS)
    return rest if rest and _SPEAKS.search(whole) else names


def _over(whole: str, one: Found, found: Sequence[Found]) -> bool:
    """Whether it is a stage that is behind, and another is asked about: 初赛过了，决赛几月."""
    behind = one.id in _ROUNDS and _BEHIND.match(whole, one.end)
    return bool(behind) and any(f.id in _ROUNDS - {one.id} and f.start > one.end for f in found)


def _forms(rest: str, spans: Sequence[Span], words: Words) -> frozenset[str]:
    """The shapes of a question; 几个公司一起组队行吗 asks for no number."""
    rest = _NOTHING.sub(lambda said: "\n" * len(said[0]), rest)
    forms = words.forms(rest)
    return forms - (_NUMBERS - words.forms(masked(rest, spans))) if "yes_no" in forms else forms


def shape(text: str, words: Words) -> frozenset[str]:
    """The shapes of a question alone; see `Asked.forms`."""
    whole = plain(text)
    return _forms(whole, [(f.start, f.end) for f in words.asked(whole)], words)


def asked(
    text: str, words: Words, covered: Sequence[Span] = (), names: Sequence[Span] = ()
) -> Asked:
    """Read one question; `covered` are the characters of its plain form that name the scope.

    `names` are those of them that name competitions.
    """
    whole = plain(text)
    rest = masked(whole, covered)
    found = words.asked(rest)
    spans = [(f.start, f.end) for f in found]
    anchors = tuple(_ANCHOR.findall(whole))
    return Asked(
        text=text,
        plain=whole,
        unnamed=masked(whole, names),
        concepts=_concepts(whole, found),
        forms=_forms(rest, spans, words),
        content=words.content(rest, spans),
        wording=words.content(rest, ()),
        literal=tuple(dict.fromkeys(rest[f.start : f.end] for f in found)),
        meant=tuple(dict.fromkeys((*words.meant(rest), *lacking(rest), *joined(rest)))),
        anchors=anchors,
    )
