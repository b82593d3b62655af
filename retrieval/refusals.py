"""What is no question about competitions: talk, orders, the unreadable, other people's business."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from knowledge import lazy_re
from knowledge.eligibility.facts import facts_from_words
from retrieval.conversation.astray import astray
from retrieval.conversation.standing import Followed
from retrieval.entrants.personal import personal, tells
from retrieval.entrants.persons import persons
from retrieval.model import Question
from retrieval.passages.units import pairs
from retrieval.question.asked import asked, plain
from retrieval.question.demands import demands
from retrieval.question.everyday import common_words
from retrieval.question.lexicon import Found, Words
from retrieval.question.mentions import Span
from retrieval.question.mishaps import at_contest, befell
from retrieval.question.purpose import without_purpose
from retrieval.question.whether import of_a_rule
from retrieval.scoping.scope import Scopes, Target

FOLLOW_UP = 10
"""Questions up to so many characters may lean on the one before."""
LIMIT = 2000
"""Longer questions are asked to be put shorter."""
FOREIGN, FOREIGN_SHARE = 3, 0.5
"""So many character pairs of its own that no notice has, and so large a share of them, make a
question that names nothing a foreign one. Of 594 known questions that hits 8 of 12 out of scope
that are put without a competition, and no other."""
_ENTERED = lazy_re.compile(r"报(?:名|考)?([\u4e00-\u9fff]{2,6}?)(?=[吗么不嘛，,。？?]|$)")
_ENTERS = lazy_re.compile(r"报(?!销|警|答|纸)|参[加赛]|[比竞]赛")
"""Who speaks of entering a track asks of the competition, whatever else is said."""
_LATIN = lazy_re.compile(r"[a-z]+")
FAR_SHARE = 0.6
"""The same share where a competition is chosen and nothing is asked that notices write of."""
_ASKS_OF = frozenset({"yes_no", "who", "list"})
"""Shapes of questions that are put in one's own words for what a notice says otherwise."""
_ASKS_OF_OWN = frozenset({"what", "how", "how_many", "how_long", "consequence"})
_GROUP = lazy_re.compile("[\u4e00-\u9fff]{2}组(?![成织长员])")
_HAN = lazy_re.compile("[\u4e00-\u9fff]+")
_LEANING = frozenset({"when", "where"})
"""几点开始, 在哪个教室: in a conversation asked of what it is about."""
_COUNTS = frozenset({"how_many", "how_much", "how_long"})
_ANY = frozenset({"最多", "最少", "多少", "至少", "可以", "需要"})
"""Words of any question that a notice has too."""
_PARTS = lazy_re.compile("[，,。;；!！?？]")
_WEATHER = lazy_re.compile("下雨|天气|气温|刮风|大风")
_FORECAST = lazy_re.compile(
    r"^(?!.*(?:[比赛停考办]|取消|延|照常)).*(?:[今明后]天|这几天|周[一二三四五六日末]|会)[^，,。？?]{0,6}"
    r"(?:下雨|天气|气温|刮风|大风)"
)
"""What the weather will be no notice tells."""
_OF_WEATHER = ("雨天", "下雨", "暴雨", "降雨", "天气", "高温", "大风", "风力")
"""What notices write that say what becomes of a contest in bad weather."""
_PLACE = lazy_re.compile("[省市县区镇村]$")
_TALK = 4
"""Words of talk no longer than this may be a notice's own matter."""
ALONE = 2
"""So many, and no others, and a short question leans on no earlier one."""

Knows = Callable[[str | None, str], bool]
"""(id of a notice, or None for any; words) → whether some of the words are written there."""


_PARTED = lazy_re.compile(r"[，,。；;!！?？\s]+")
_LEANS = lazy_re.compile(
    r"^(?:那|如果|要是|假如|万一|换成|改成)?[^，,。？?几哪多什啥谁怎咋]{1,14}呢[?？]?$"
)
"""Another case of what was asked before."""


class Refusals:
    """Says which wording to refuse a message with."""

    def __init__(self, words: Words, scopes: Scopes, knows: Knows) -> None:
        self._words = words
        self._scopes = scopes
        self._knows = knows

    def of(self, question: Question) -> str | None:
        """The key of the wording; None if the message may be a question about competitions."""
        text = question.text
        whole = plain(without_purpose(text)) if len(text) <= LIMIT else ""
        courtesy = self._words.courtesy(whole)
        if courtesy is not None:
            return courtesy
        if len(whole) > LIMIT or not any(c.isalpha() for c in whole):
            return "unreadable"
        if self._words.is_order(whole):
            return "order"
        own = befell(whole, self._words, partial(self._knows, None))
        meant = not own and self._in_scope(whole, question)
        if not meant and not self._words.is_chat(whole, insists=True):
            meant = self._of_people(question)
        return None if meant else "out_of_scope"

    def stays(self, typed: Question, meant: Question) -> bool:
        """Whether a question is refused though mending a word would bring it near the notices."""
        if typed.text == meant.text or _speaks_of_one(typed) or self.of(typed) != "out_of_scope":
            return False
        whole = plain(meant.text)
        concepts = [(f.start, f.end) for f in self._words.asked(whole)]
        target = self._scopes.resolve(whole, meant.as_of.year)
        return self._strange(whole, concepts, target)[0] >= FOREIGN

    def _in_scope(self, whole: str, question: Question) -> bool:
        found = self._words.asked(whole)
        insists = any(not self._words.concepts[f.id].soft for f in found)
        target = self._scopes.resolve(whole, question.as_of.year)
        about = question.notice or _sole(target)
        insists = insists or self._of_notice(whole, about) or _of_tracks(target, question)
        chat = self._words.is_chat(whole, insists=insists) and not self._written(whole, about)
        chat = chat and not (self._enters(whole, about) or self._asks_beside(whole, about))
        chat = chat and not (about in target.tracks and _ENTERS.search(whole))
        if chat:
            return False
        if self._goes_on(whole, found, question) or self._asks_one_of(question.text):
            return True
        if _speaks_of_one(question) and not astray(whole):
            return True
        return self._near(whole, found, target, question)

    def _asks_one_of(self, text: str) -> bool:
        """Whether one of several things that are said asks what notices write of, and only that.

        我去年10月进的厂，要交钱吗 is no talk, whatever is told beside.
        """
        said = [plain(part) for part in _PARTED.split(text) if part]
        return len(said) > 1 and any(map(self._asks_only, said))

    def _asks_only(self, part: str) -> bool:
        found = self._words.asked(part)
        beside = self._words.content(part, [(f.start, f.end) for f in found])
        return bool(found and self._words.forms(part)) and all(len(run) == 1 for run in beside)

    def _asks_beside(self, whole: str, notice: str | None) -> bool:
        """Whether beside talk something is asked that notices write of.

        我们坐火车来，接站怎么约; 当裁判一天给多少，高铁票报吗
        """
        if notice is None:
            return False
        w = self._words
        parts = [p for p in _PARTS.split(whole) if w.forms(p) and not w.is_chat(p, insists=True)]
        return any(not w.concepts[f.id].soft for part in parts for f in w.asked(part))

    def _near(self, whole: str, found: Sequence[Found], target: Target, question: Question) -> bool:
        """Whether its words come near what notices write of, or what was said before."""
        concepts = [(f.start, f.end) for f in found]
        insists = any(not self._words.concepts[f.id].soft for f in found)
        about = question.notice or _sole(target)
        insists = insists or self._of_notice(whole, about)
        named = target.named or target.tracked or at_contest(whole)
        unnamed = not (insists or question.notice or named)
        strange, of = self._strange(whole, concepts, target) if unnamed else (0, 0)
        foreign = strange >= FOREIGN and strange >= FOREIGN_SHARE * of
        alone = foreign or (strange >= ALONE and strange == of)
        asks_of_it = bool(_LEANING & self._words.forms(whole)) and not foreign
        leaning = bool(question.history) and len(whole) <= FOLLOW_UP and (not alone or asks_of_it)
        leaning = leaning or self._scopes.short(about, whole)
        leaning = leaning or self._names_group(whole, question.notice)
        if leaning or (self._words.of_self(whole) and self._words.asks_which(whole)):
            return True
        if target.named or target.tracked or foreign:
            return target.named or target.tracked
        if not (found or question.history) and self._far(whole, question.notice, target):
            return False
        used = question.notice is not None and self._words.asks_to_use(whole)
        used = used or self._measures(whole, question.notice)
        if used or self._words.is_domain(whole) or self._familiar(whole, question.notice):
            return True
        own = self._words.content(whole, concepts)
        valued = any(self._words.concepts[f.id].kinds for f in found)
        spoken_of = valued and (question.notice is not None or bool(question.history))
        return bool(found) and (insists or spoken_of or not any(len(run) > 1 for run in own))

    def _goes_on(self, whole: str, found: Sequence[Found], question: Question) -> bool:
        """Whether it is put to the competition chosen or spoken of, in words no notice has.

        If one may do a thing (用 Go 写可以吧) is asked of its rules, and what notices write of
        (都有啥项目来着，发全一点) is asked of it, whatever is said beside.
        """
        if question.notice is None and not _speaks_of_one(question):
            return False
        forms = self._words.forms(whole)
        if any("list" in forms or not self._words.concepts[f.id].soft for f in found):
            return True
        if _LEANS.search(whole) and not self._words.is_chat(whole, insists=False):
            return True  # 外校两个呢, 要是下个月调走呢
        return of_a_rule(whole) or ("yes_no" in forms and self._words.asks_to_enter(whole))

    def _far(self, whole: str, notice: str | None, target: Target) -> bool:
        """Whether words that ask for nothing notices write of are mostly words none of them has.

        Whatever competition is spoken of: 论文查重多少能过. Of 65 known questions it hits 57 are
        out of scope, the others are typed wrongly, in English, or ask to enter.
        """
        w = self._words
        told = (w.is_domain, w.asks_to_enter, w.asks_to_use, demands().of)
        if any(says(whole) for says in told):
            return False
        meant = {word for m in w.meant(whole) if len(m.said) > 1 for word in m.words}
        if any(len(word) > 1 and self._knows(notice, word) for word in meant):
            return False  # 迟到 for what the notice writes of 弃权
        if notice is not None and self._names_own(whole, notice):
            return False
        strange, of = self._strange(_LATIN.sub("\n", whole), (), target)
        if notice is not None and of_a_rule(whole) and strange < of:
            return False  # if one may do a thing the notice has a word of is asked of its rules
        return strange >= FOREIGN and strange >= FAR_SHARE * of

    def _names_own(self, whole: str, notice: str) -> bool:
        """Whether what, or how, is asked of a word of the chosen notice alone: 体能都跑些啥."""
        if not self._words.forms(whole) & _ASKS_OF_OWN:
            return False
        runs = (r for r in self._words.content(whole, ()) if len(r) > 1 and not _PLACE.search(r))
        return any(all(self._knows(notice, p) for p in pairs(run)) for run in runs)

    def _names_group(self, whole: str, notice: str | None) -> bool:
        """Whether a group of the chosen notice is named: 机构组收不."""
        group = _GROUP.search(whole) if notice is not None else None
        return group is not None and all(self._knows(notice, p) for p in pairs(group[0]))

    def _measures(self, whole: str, notice: str | None) -> bool:
        """Whether something the chosen notice has a word of is counted: 说明书最多几页."""
        if notice is None or not (self._words.forms(whole) & _COUNTS and demands().of(whole)):
            return False
        runs = (run for run in _HAN.findall(whole) if len(run) > 1)
        return any(self._knows(notice, p) for run in runs for p in pairs(run) if p not in _ANY)

    def _of_notice(self, whole: str, notice: str | None) -> bool:
        """Whether the chosen notice is about what would be talk elsewhere: 旅游, 编程."""
        if notice is None:
            return False
        said = self._words.chat(whole)
        short = bool(said) and all(len(words) <= _TALK for words in said)
        if (
            said
            and any(map(self._told, self._words.asked(whole)))
            and not self._words.wishes_for(whole)
        ):
            return True
        own = short and not _FORECAST.search(whole)
        own = own and all(self._theirs(words, notice) for words in said)
        return (own and not self._words.wishes_for(whole)) or self._words.asks_to_use(whole)

    def _theirs(self, words: str, notice: str) -> bool:
        """Whether a notice writes of what would be talk elsewhere, weather by any of its words."""
        if _WEATHER.fullmatch(words) and any(self._knows(notice, word) for word in _OF_WEATHER):
            return True
        return all(self._knows(notice, p) for p in pairs(words))

    def _written(self, whole: str, notice: str | None) -> bool:
        """Whether the notice spoken of writes of what is talk in any case elsewhere: 创业贷款."""
        said = self._words.always_chat(whole) if notice is not None else ()
        short = bool(said) and all(len(words) <= _TALK for words in said)
        return short and all(self._knows(notice, p) for words in said for p in pairs(words))

    def _told(self, found: Found) -> bool:
        """Whether a concept is one of the values or ways notices give, no commonplace of talk."""
        return bool(self._words.concepts[found.id].kinds) or found.id in {"enrol", "procedure"}

    def _of_people(self, question: Question) -> bool:
        """Whether who may enter is asked of the competition that is spoken of."""
        if not (question.notice or question.history):
            return False
        text = question.text
        named = persons().kind(plain(text)) is not None or tells(text)
        return named and personal(asked(text, self._words), self._words)

    def _enters(self, whole: str, notice: str | None) -> bool:
        """Whether somebody asks to enter a competition by its name, whatever else is said.

        Of themselves people tell what they do: 我是写游戏攻略的能不能参加.
        """
        if not self._words.asks_to_enter(whole):
            return False
        own = notice is not None and "yes_no" in self._words.forms(whole)
        other = persons().kind(whole) is not None or self._enters_own(whole, notice)
        own = own and (self._words.of_self(whole) or other)
        return own or self._scopes.resolve(whole, 0).named

    def _enters_own(self, whole: str, notice: str | None) -> bool:
        """Whether somebody told of asks to enter what the chosen notice has: 学生能报砌筑不."""
        what = _ENTERED.search(whole)
        if what is None or not facts_from_words(whole).person:
            return False
        return all(self._knows(notice, pair) for pair in pairs(what[1]))

    def _familiar(self, whole: str, notice: str | None) -> bool:
        """Whether words of the question stand in the chosen notice, or in any."""
        runs = [run for run in self._words.content(whole, ()) if len(run) > 1]
        if notice is not None and self._words.forms(whole) & _ASKS_OF:
            meant = (m for m in self._words.meant(whole) if len(m.said) > 1)
            runs += [w for m in meant for w in m.words if len(w) > 1]  # 打包走 for 带离
        return any(self._knows(notice, run) for run in runs) or self._names_word(whole, notice)

    def _names_word(self, whole: str, notice: str | None) -> bool:
        """Whether a word of the chosen notice is said that is no everyday one: 万用表.

        Three characters of which each two stand there; what questions are asked with (用, 要) may
        be one of them.
        """
        common = common_words()
        if notice is None or not self._words.forms(whole):
            return False
        runs = _HAN.findall(whole)
        words = (pairs(run[at : at + 3]) for run in runs for at in range(len(run) - 2))
        rare = (word for word in words if not any(pair in common for pair in word))
        return any(all(self._knows(notice, pair) for pair in word) for word in rare)

    def _strange(self, whole: str, concepts: Sequence[Span], target: Target) -> tuple[int, int]:
        """How many character pairs of what the question is about no notice has, and of how many."""
        tracks = [span for named in target.tracks.values() for span in named.spans]
        runs = self._words.content(whole, [*concepts, *target.spans, *tracks])
        own = [pair for run in runs if len(run) > 1 for pair in pairs(run)]
        return sum(not self._knows(None, pair) for pair in own), len(own)


def _sole(target: Target) -> str | None:
    """The one notice that is named."""
    return target.notices[0] if target.named and len(target.notices) == 1 else None


def _of_tracks(target: Target, question: Question) -> bool:
    """Whether a track of the one competition that a chat is about is named: 那砌筑下雨呢."""
    if not isinstance(question, Followed) or len(question.standing.notices) != 1:
        return False
    return question.standing.notices[0] in target.tracks


def _speaks_of_one(question: Question) -> bool:
    """Whether one competition holds in the conversation."""
    return isinstance(question, Followed) and len(question.standing.notices) == 1
