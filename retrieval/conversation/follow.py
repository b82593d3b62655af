"""Questions that lean on the one before: what they leave out is taken from it.

那邮箱呢 asks something new of the same; 学生组呢 asks the same of something new; 什么时候 asks a
new form of the same. All of it is computed on words, so the same chain always means the same.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache

from pydantic import Field

from knowledge import lazy_re
from knowledge.data import content
from knowledge.model import Frozen
from retrieval.conversation.numbered import another
from retrieval.entrants.personal import tells
from retrieval.question.asked import LEANING, UNTIL
from retrieval.question.lexicon import Found, Words, words
from retrieval.question.past import tells_of_before

SHORT = 10
"""What asks for something of its own and is longer is taken as it stands."""
_NUMERALS = {c: n for n, c in enumerate("一二三四五六七八九十", start=1)} | {"两": 2}
_RUN = 2
_WHICH = lazy_re.compile(r"(分别|都)?(是|有)?(哪几个|哪些|哪几项|什么|啥)(项目|赛项|工种)?")
_MANY = lazy_re.compile(r"(几|多少|好多)个?(?=项目|赛项|工种|赛道|职业|专业|个|项)个?")
_CONTEST = lazy_re.compile(r"(?:那么?)?(?:正式)?(?:比赛|竞赛|大赛|开赛)(?:时间)?呢?[?？]?")
"""那比赛呢 after when one enters: not this contest, but its day."""
_OWNED = lazy_re.compile(r"(?P<whose>[^，,。？?的几哪多什啥谁怎]{2,16})的(?=.)")
"""Whose it is that is asked about: 学院的地址在哪."""
_THAT_DAY = lazy_re.compile(r"^那?(?:[那当这]天|当日|当晚)")
_BEING = lazy_re.compile(
    r"^(?:能|可以|可)?(?:不能|不可以)?再?(?:当|担任|做|兼任)(?=[\u4e00-\u9fff])"
)
_MAY = lazy_re.compile(r"还?(?:能不能|可不可以|能|可以|行不行)(?:再)?(?:报|参)")
"""那能当教练不 after 获奖者还能不能参赛: the same people."""
_OWN_DEED = lazy_re.compile(r"(?:考|住|吃|喝|穿|戴|练|坐)(?:的是|些|点)?(?:几|多少|什么|啥|哪|谁)")
"""吃啥, 住哪: what is done is said, so nothing of the question before is left out."""
_OWN_VERB = lazy_re.compile(
    r"(?:还|也|都)?(?:(?:考|比|有|要|用|设|收|交|测|发|给|包|管)(?!到|过)[^，,。？?几多什啥哪谁怎]{2,6}(?:不|吗|么|没有?)"
    r"|(?P<v>考|比|有|要|用|设|收|交|测|发|给|包|管)[不没](?P=v)[^，,。？?几多什啥哪谁怎]{2,6})[?？]?"
)
"""考理论不 after 电话多少: whether a thing is done at all leaves nothing out."""
_SHARED = lazy_re.compile(r"平分|均分|对半分|人均|平摊")
_PRIZE = lazy_re.compile(r"[特一二三]等奖|[金银铜]奖|[冠亚季]军|优[胜秀]奖")
_SUM = lazy_re.compile(r"多少|好多|几[千万]|奖金|钱")
_BY_ONESELF = lazy_re.compile(r"(?:一个人|单独|独自|单枪匹马)(?:去|来|参加|报名?|参赛|上|比|组)")
"""她一个人去行不行 asks of the size of a team, after whatever was asked of her."""
_OWN_WHETHER = lazy_re.compile(
    r"[\u4e00-\u9fff]{2,}(?:要不要|用不用|能不能|可不可以|需不需要)(?!紧)[\u4e00-\u9fff]"
)
"""纸的表还要不要交 says what and what is done with it."""
_WHETHER = lazy_re.compile(r"(?<![是的])(?:不|没有?)[?？]?$")
_LEANS = lazy_re.compile("[他她它]")
"""导盲犬让带不 asks of its own; 让他当队长行不 of whom was spoken of."""
_EXAMINED = lazy_re.compile(
    r"^(?:要|得|一般|总共|一共|大概)*(?:考|比|赛|考试|比赛|竞赛|操作|答题)(?:一[次场])?(?:要|得|需要?)?(?:多久|多长|几个?小时|几个?钟头|多少分钟|几分钟|多少小时)"
)
"""考多久 after 几号截止 asks of the contest, not until when."""
_SOUNDS = lazy_re.compile(r"[啊额呃唉呀诶哈呵嘿喂]+[!！。.~?？]*")
"""Who only makes a sound asks nothing again."""


class Frames(Frozen):
    """The words of follow-ups: `follow.yaml`, where each field is described."""

    pronouns: str
    event: str
    same: str = "(?!)"
    before: str
    after: str
    more: str
    ordinal: str
    other: str = "(?!)"
    earlier: str
    led: str
    asks: str
    words: tuple[tuple[str, ...], ...] = ()
    families: dict[str, tuple[str, ...]] = Field(default_factory=dict)
    kept: dict[str, tuple[str, ...]] = Field(default_factory=dict)
    kept_words: tuple[str, ...] = ()
    bare: dict[str, tuple[str, ...]] = Field(default_factory=dict)
    partless: tuple[str, ...] = ()
    otherwise: str = ""


class Pick(Frozen):
    """One of what was listed, counted from 1 (-1: the last), and what is asked of it."""

    number: int
    asked: str = ""
    said: str = ""
    """What is asked as it was typed: 是干啥的 of 第三个是干啥的."""


@lru_cache(maxsize=1)
def frames() -> Frames:
    """The bundled words of follow-ups."""
    return Frames.model_validate(content("retrieval.conversation", "follow.yaml"))


def ordinal(text: str) -> Pick | None:
    """The item of a list that is meant, in plain text: 第二个."""
    return Follow(words()).pick(text)


def which_ones(core: str, before: str) -> str | None:
    """The question before, asked for the things it counted.

    >>> which_ones("是哪几个", "学院办几个项目")
    '学院办哪几个项目'
    """
    asks = _WHICH.fullmatch(core) and _MANY.search(before)
    return _MANY.sub("哪几个", before) if asks else None


def of_the_same(core: str, before: str) -> str | None:
    """What else the people of the question before may be.

    >>> of_the_same("能当教练不", "往届一等奖还能不能参赛")
    '往届一等奖能当教练不'
    """
    match = _MAY.search(before) if _BEING.search(core) else None
    return f"{before[: match.start()]}{core}" if match else None


def of_a_share(core: str, before: str) -> str | None:
    """What each gets of the prize of the question before.

    >>> of_a_share("5个人平分一人多少", "一等奖奖多少,是税后吗")
    '一等奖奖金5个人平分一人多少'
    """
    prize = _PRIZE.search(before)
    if prize is None or _PRIZE.search(core) or not (_SHARED.search(core) and _SUM.search(before)):
        return None
    return f"{prize[0]}奖金{core}"


class Follow:
    """Completes questions by the words of the one before; all texts are in plain form."""

    def __init__(self, words: Words, data: Frames | None = None) -> None:
        self._words = words
        self._data = data or frames()
        self._event = lazy_re.compile(self._data.event)
        self._pronouns = lazy_re.compile(self._data.pronouns)
        self._same = lazy_re.compile(self._data.same)
        self._before = lazy_re.compile(self._data.before)
        self._after = lazy_re.compile(self._data.after)
        self._more = lazy_re.compile(self._data.more)
        self._ordinal = lazy_re.compile(self._data.ordinal)
        self._other = lazy_re.compile(self._data.other)
        self._led = lazy_re.compile(self._data.led)
        self._asks = lazy_re.compile(self._data.asks)
        self._earlier = lazy_re.compile(self._data.earlier)
        # of one question it is asked several times
        self._cores = lru_cache(maxsize=256)(self._core)
        self._family = {c: name for name, ids in self._data.families.items() for c in ids}

    def asks(self, text: str) -> bool:
        """Whether the words have the shape of a question: when, who, how many, whether."""
        return bool(self._words.forms(text))

    def more(self, text: str) -> bool:
        """Whether only more of the same is asked: 还有呢."""
        return bool(self._more.fullmatch(text))

    def pick(self, text: str) -> Pick | None:
        """The item of a list that is meant: 第二个, 选2, 最后一个的邮箱."""
        match = self._ordinal.match(text)
        if match is None:
            return None
        asked = self.core(match["asked"])
        if match["digit"]:
            return None if asked else Pick(number=int(match["digit"]))
        number = match["number"] or match["bare"] or "一"
        place = _NUMERALS.get(number) or int(number)
        back = match["last"] or match["back"]
        return Pick(number=-place if back else place, asked=asked, said=match["asked"])

    def other(self, text: str) -> tuple[bool, str] | None:
        """Whether another group is meant (else a track), and what is asked: 那另一个赛项呢."""
        match = self._other.match(text)
        return ("组" in (match["kind"] or ""), match["asked"]) if match else None

    def earlier(self, text: str) -> tuple[int, int] | None:
        """Where the words speak of the edition before, and not of what somebody won there."""
        match = self._earlier.search(text)
        own = match is not None and tells_of_before(text, match.end(), edition=True)
        return match.span() if match and not own else None

    def core(self, text: str) -> str:
        """What is left without pronouns and the words around a follow-up.

        >>> Follow(words()).core("那它的邮箱呢")
        '邮箱'
        """
        return self._cores(text)

    def _core(self, text: str) -> str:
        text = self._same.sub("", text)
        text = self._pronouns.sub("", self._event.sub("", text))
        while match := self._before.match(text):
            text = text[match.end() :]
        while match := self._after.search(text):
            text = text[: match.start()]
        return text

    def _asking_core(self, text: str) -> str:
        """The core; the text itself where only the whole asks: 是干啥的."""
        core = self.core(text)
        if self._same.fullmatch(text):
            return core
        points = self._event.search(text) or self._pronouns.search(text)
        whole = not points and self._words.asked(text) and not self._words.asked(core)
        return text if whole else core

    def unled(self, text: str) -> str:
        """Without what of a competition's name is left in front: 竞赛 in 竞赛什么时候报名."""
        return self._led.sub("", text)

    def completed(
        self, text: str, before: str, known: Callable[[str], bool], *, group: bool = False
    ) -> str | None:
        """The question that is meant; None if it says itself what it asks.

        `text` and `before` are without names of competitions, tracks and groups; `group` tells
        that the text named a group. `known` says whether words are written in the notice spoken of.
        """
        core = self._asking_core(text)
        if not before or self._of_its_own(text, core, before):
            return None
        other = self._of_contest(text, before) or which_ones(core, before)
        other = other or another(core, before) or self._of_kind(core, before)
        other = other or of_the_same(core, before) or of_a_share(core, before)
        if other is not None:
            return other
        found = self._words.asked(core)
        forms = self._words.forms(core) - {"yes_no"}
        runs = self._words.content(core, [(f.start, f.end) for f in found])
        content = [run for run in runs if len(run) >= _RUN]
        if not found and not content:
            return self._of_event(text, core, before, forms) if forms else before
        if found and not forms and not content and self._narrows(found):
            return self._swapped(core, found, before, prefix=not group)
        whether = _WHETHER.search(core) and not _LEANS.search(core)
        bare = not found and not forms and not (whether or self._asks.search(core))
        if bare and all(map(known, content)):
            return self._replaced(content, before)
        return self._going_on(text, core, found, before, group=group)

    def _of_its_own(self, text: str, core: str, before: str) -> bool:
        """Whether it leaves nothing out, or asks nothing again."""
        if _SOUNDS.fullmatch(text) or self._enters(text, core, before):
            return True
        if _OWN_VERB.fullmatch(core) and self._words.asked(core):
            return True
        if _BY_ONESELF.search(core):
            return True
        if _OWN_WHETHER.search(core) and not _OWN_WHETHER.search(before):
            return True
        deed = _OWN_DEED.search(core) and not _OWN_DEED.search(before)
        return bool(deed) and not self._words.asked(core)

    def _going_on(
        self, text: str, core: str, found: Sequence[Found], before: str, *, group: bool
    ) -> str | None:
        """Another thing asked of what was spoken of, or of its day or how long it lasts."""
        forms = self._words.forms(core) - {"yes_no"}
        if _THAT_DAY.match(text) and forms and len(core) <= SHORT:
            return f"{self._dated(before)}{core}"
        whole = found and "list" in forms and core == text  # 设哪些奖 asks all of itself
        short = len(core) <= SHORT and not whole
        kept = self._with_kept(core, found, before, group=group) if short else None
        content = self._words.content(core, [(f.start, f.end) for f in found])
        alone = all(len(run) < _RUN for run in content)
        leaning = found and alone and {f.id for f in found} <= LEANING
        leaning = leaning and _EXAMINED.search(core) is None
        if kept is None and leaning and forms:
            return f"{self._words.unasked(before)}{core}"  # 要在册吗: 在册满多久
        return kept

    def _enters(self, text: str, core: str, before: str) -> bool:
        """Whether it is asked if some may enter, after another matter: 学生能去不 after 要钱不."""
        enters = self._words.asks_to_enter
        if not enters(text) or enters(before):
            return False
        if not (self._words.asked(core) or self._words.of_self(text)):
            return False
        return "who_can" not in {f.id for f in self._words.asked(before)} and not tells(before)

    def _of_contest(self, text: str, before: str) -> str | None:
        """When the contest is, where it was asked when one enters."""
        if not _CONTEST.fullmatch(text):
            return None
        asked = {f.id for f in self._words.asked(before)}
        entered = asked & UNTIL and "when" in self._words.forms(before)
        return f"{self._data.otherwise}什么时候" if entered else None

    def _narrows(self, found: Iterable[Found]) -> bool:
        return all(f.id in self._family for f in found)

    def _swapped(self, core: str, found: Iterable[Found], before: str, *, prefix: bool) -> str:
        """The question before, with one thing of a family in the place of another."""
        for new in found:
            said = core[new.start : new.end]
            old = [f for f in self._words.asked(before) if self._of(f) == self._of(new)]
            if old:
                before = before[: old[0].start] + said + before[old[0].end :]
            elif prefix:
                before = f"{said}{before}"
        return before

    def _of(self, found: Found) -> str | None:
        return self._family.get(found.id)

    def _of_event(self, text: str, core: str, before: str, forms: frozenset[str]) -> str:
        """A bare 什么时候 or 在哪, asked of the competition it names or of what was asked."""
        form = next((name for name in self._data.bare if name in forms), None)
        if self._event.search(text):
            return f"{self._data.otherwise}{core}"
        if forms == self._words.forms(before) - {"yes_no"}:
            return before
        found = self._words.asked(before)
        if form is not None:
            found = tuple(f for f in found if f.id in self._data.bare[form])
        literal = "".join(dict.fromkeys(self._literal(before, found)))
        return f"{literal or self._data.otherwise}{core}"

    def _dated(self, before: str) -> str:
        """What of the question before has a day; 比赛 where nothing has: 奖金, 邮箱."""
        found = self._words.asked(before)
        with_day = [f for f in found if f.id in self._data.bare["when"]]
        return "".join(self._literal(before, found if with_day else ())) or self._data.otherwise

    def _aside(self, before: str) -> bool:
        """Whether the stage spoken of has no parts: nobody checks in in theory."""
        stages = {f.id for f in self._words.asked(before) if self._of(f) == "stage"}
        return bool(stages & set(self._data.partless))

    def _literal(self, text: str, found: Iterable[Found]) -> Iterable[str]:
        """The words of these concepts, in their order, none that stands in another."""
        spans = sorted({(f.start, f.end) for f in found})
        return (
            text[start:end]
            for start, end in spans
            if not any(s <= start and end <= e and (s, e) != (start, end) for s, e in spans)
        )

    def _of_kind(self, core: str, before: str) -> str | None:
        """The question before with a word in the place of another of its kind: 企业, 学校."""
        for kind in self._data.words:
            if core not in kind:
                continue
            old = max((w for w in kind if w in before), key=len, default="")
            if not old:
                return f"{core}{before}"
            if old != core:
                return before.replace(old, core, 1)
        return None

    def _replaced(self, content: list[str], before: str) -> str:
        """The question before, of something else: 育婴员呢."""
        owned = _OWNED.match(before)
        alike = owned is not None and owned["whose"][-1] == content[-1][-1]
        if owned is not None and (alike or not self._words.asked(owned["whose"])):
            return f"{''.join(content)}{before[owned.end('whose') :]}"
        found = [(f.start, f.end) for f in self._words.asked(before)]
        for run in self._words.content(before, found):
            if len(run) >= _RUN:
                before = before.replace(run, "", 1)
        return "".join(content) + before

    def _with_kept(
        self, core: str, found: Iterable[Found], before: str, *, group: bool
    ) -> str | None:
        """Another thing asked, of the stage, the part, the role or the row spoken of before.

        Who names a `group` asks it of no role that was spoken of before.
        """
        asked = {f.id for f in found}
        own = {self._family.get(name) for name in asked} | ({"role"} if group else set())
        if asked & set(self._data.families["part"]):
            own |= {"stage"} if self._aside(before) else set()
        earlier = self._words.asked(before)
        kept = [
            f
            for f in earlier
            if (family := self._of(f)) is not None
            and family not in own
            and asked & set(self._data.kept.get(family, ()))
        ]
        said = list(self._literal(before, kept))
        if asked & set(self._data.kept_words):
            spans = [(f.start, f.end) for f in earlier]
            said += [r for r in self._words.content(before, spans) if len(r) >= _RUN]
        return "".join(said) + core if said else None
