"""Whether a question is if somebody may take part: asked, wished for, or only told of oneself."""

from __future__ import annotations

from knowledge import lazy_re
from knowledge.eligibility.facts import facts_from_words
from retrieval.entrants.persons import persons
from retrieval.passages.entering import asks_open
from retrieval.question.asked import Asked, asked, plain, shape
from retrieval.question.lexicon import Words

AGES = frozenset({"age", "birth_date"})
OF_ENTRY = frozenset({"group", "wants_also", "registered_tracks", "channel", "unit_entries"})
"""Facts of an entry, which say nothing of who somebody is."""
_OTHER_FORMS = frozenset(
    {"how_many", "how_much", "how_long", "when", "where", "list", "who", "what", "which", "how"}
)
_OF_UNIT = lazy_re.compile(
    r"(报|派|出|推荐|选派)(了|上)?(\d+|[两三四五六七八九十])个?(人|名|队|组|支|选手)"
)
_BY_WHOM = lazy_re.compile(
    r"(自己|个人)[^，,。？?]{0,4}报[^，,。？?]{0,3}还是|还是(由|让|从|走|通过)?(单位|厂里?|公司|学校|企业|社区)[^，,。？?]{0,4}报"
)
"""Asked is who enters somebody, not whether one may."""
_CONDITIONS = lazy_re.compile(
    r"(报名|参赛|参加|选手|组)的?(条件|要求|资格)(是什么|有哪些|有啥|呢|吧|啊)?$"
)
"""Asked are the conditions themselves: 职工组报名条件."""
_HOW_OLD = lazy_re.compile(r"(多大|几岁|多少岁)(年纪|岁数)?(的人|的)?(才|就|还|都)?(能|可以|可|算)")
"""Asked is the age one must have."""
_YES_NO = frozenset({"yes_no"})
_STILL = lazy_re.compile(r"还(?:能|可以|让)(?:去|来)?[^，,。？?几多什啥哪]{0,8}(?:吗|么|不)$")
_PARTED = lazy_re.compile("[，,。;；!！?？]")
_SOMEBODY = lazy_re.compile(
    r"(?:还有|另外|那么?|其中|可是?|但是?|不过|[,，])*(?:[他她](?=是|在|也|都|今年|刚|才|没|有|读|上|干|做|还)"
    r"|(?:另|还|剩下?|其中)?有?的?一[个位名](?=是|在|也|今年|刚|才|没|有|读|上|干|做)"
    r"|(?:我们?|咱们?|俺们?)?(?:这|那|单位|厂里?|公司|学校|班|队)?[里上]?有一?[个位名])"
)
"""Words in which one speaks of somebody: 他是大二学生, 另一个没有证, 有个师傅."""
_DIGIT = lazy_re.compile(r"\d")


_BARE = lazy_re.compile(
    r"(?:[,，。\s我他她这那样种情况的算是刚才]|另?有?一?个|今年|这次|现在)*(?:受不受(?:影响|限制)|受(?:影响|限制)[吗么不]|行不行|可不可以|符不符合|[能可]?行[吗么不]|可以[吗么不]|成[吗么不]|"
    r"够格[吗么不]|总?(?:能?行|可以|没问题|够格)吧|总(?:能?行|可以)|符合(?:条件|要求)?[吗么不]|有戏[吗么不没])[?？]*"
)
"""All that is left of 我49，在厂里上班，行不行 without what is told of the person."""


def may_be_personal(text: str, words: Words) -> bool:
    """Whether the shape of a question leaves that it is `personal`."""
    return not shape(text, words) & _OTHER_FORMS


def personal(asked: Asked, words: Words) -> bool:
    """Whether it is asked if a person may take part, and nothing else.

    It is asked too where somebody tells of himself and wishes to enter, or only tells who he is.
    """
    if asked.forms & _OTHER_FORMS or _BY_WHOM.search(asked.plain):
        return False
    if _HOW_OLD.search(asked.plain) or _CONDITIONS.search(asked.plain):
        return False
    said = "".join(p for p in _PARTED.split(asked.plain) if words.forms(p))
    bare = not any(len(run) > 1 and run in said for run in asked.content)
    if asks_open(asked) and bare and not _of_oneself(asked.plain) and not told_of(asked):
        return False  # 今天可以开始报了吗 asks of the days alone
    others = set(asked.concepts) - words.personal
    if not _of_entering(asked, words):
        return False
    return not others or not _besides_facts(asked, words)


def _of_oneself(plain: str) -> bool:
    """Whether somebody speaks of himself, and not only of who told him: 市残联才通知我.

    >>> _of_oneself("我报了焊工,还能报电工吗"), _of_oneself("还来得及报名吗,单位才告诉我")
    (True, False)
    """
    return any(persons().of_self(part.rstrip("我俺咱")) for part in _PARTED.split(plain))


def told_of(asked: Asked) -> bool:
    """Whether something is told of a person, besides what is entered."""
    return bool(set(facts_from_words(asked.text).person) - OF_ENTRY)


def _of_entering(asked: Asked, words: Words) -> bool:
    people = persons()
    if _OF_UNIT.search(asked.plain) and not people.of_self(asked.plain):
        return False  # how many a unit may send is no question about a person
    if words.asks_to_enter(asked.plain) or people.wishes(asked.plain):
        return True
    if people.asks_of_kind(asked.plain):
        return people.kind(asked.plain) is not None
    if asked.forms == _YES_NO and _STILL.search(asked.plain):  # 老爹72了，还能去编竹子吗
        return bool(set(facts_from_words(asked.text).person) & AGES)
    if asked.forms == _YES_NO and tells(asked.text):
        return bool(_BARE.fullmatch(facts_from_words(asked.text).leftover))
    return not asked.forms and tells(asked.text)


def _besides_facts(asked: Asked, words: Words) -> set[str]:
    """The concepts of a question that are no facts of its person: 没证 asks for no certificate."""
    heard = facts_from_words(asked.text)
    if not (set(heard.person) - OF_ENTRY or heard.unclear):
        return (set(asked.concepts) - words.personal) & _beside_kind(asked, words)
    found = {one.id for one in words.asked(persons().without_wishes(plain(heard.leftover)))}
    return (found - words.personal) & _beside_kind(asked, words)


def _beside_kind(asked: Asked, words: Words) -> set[str]:
    """The concepts of a question without the words for a kind of people: 村主任 is no chair."""
    kind = persons().kind(asked.plain)
    if kind is None:
        return set(asked.concepts)
    rest = f"{asked.plain[: kind.start]}，{asked.plain[kind.end :]}"
    return {one.id for one in words.asked(rest)}


def tells(text: str) -> bool:
    """Whether a message only tells who somebody is: 我是大二学生; 男，35，贵阳，电工."""
    said = plain(text)
    someone = persons().of_self(said) or bool(_SOMEBODY.match(said))
    if not someone and not _DIGIT.search(said):
        return False
    heard = facts_from_words(text)
    own = set(heard.person) - OF_ENTRY
    return bool(own or heard.unclear) and (someone or bool(own & AGES))


def asks_for_a_person(part: str, words: Words) -> bool:
    """Whether it is asked if a person may take part, in whichever competition."""
    return may_be_personal(part, words) and personal(asked(part, words), words)
