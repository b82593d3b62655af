"""What a conversation is about: the competition, track and group that hold until others are named.

Earlier turns are read in their order. What a turn names replaces what held; another competition
drops the track and group of the one before; what it does not name is kept.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import cached_property
from hashlib import sha256

from knowledge import lazy_re
from knowledge.model import Notice
from knowledge.plain import comparable_name
from retrieval.conversation.dropped import without_dropped
from retrieval.conversation.follow import Follow
from retrieval.conversation.inside import asks_if_there, there_too
from retrieval.conversation.picking import other_named
from retrieval.conversation.placing import Placing, called, edition_before, widened, without
from retrieval.conversation.remarks import Remarks
from retrieval.conversation.since_before import both_editions, put_to_both, since_before
from retrieval.conversation.sorted_into import sorted_by_role, sorted_into, sorts
from retrieval.conversation.standing import Followed, Standing, held, kept, settled
from retrieval.conversation.told_otherwise import number_corrected, told_otherwise
from retrieval.conversation.told_since import told_since
from retrieval.entrants.personal import personal, tells
from retrieval.model import Answer, Held, Option, Question, Turn
from retrieval.question.asked import asked, parts, plain, turns
from retrieval.question.lexicon import Words
from retrieval.question.mentions import Named, groups, longest_common
from retrieval.question.people_groups import groups_said
from retrieval.scoping.present import PRESENT
from retrieval.scoping.scope import Scopes, Target

_NAME = 4
"""So long a stretch of the competition's name is part of it, wherever it stands."""
_EVERYDAY = 4
"""An everyday name of a track is no longer than this: 厨师, 修车, 送快递."""
_AGE = lazy_re.compile(
    r"(?P<wrong>(?:不对|不是|(?:打|说|写|记|搞)错了?|错了)[,，\s]*(?:是|应该是)?)?\s*"
    r"(?P<age>1[4-9]|[2-6]\d|7[0-5])岁?(?P<rest>(?(wrong)(?:[,，\s]+[^?？吗哪几多]{1,10})?))"
)
"""A number that answers how old somebody is, where nothing else can be meant."""
_ADDED = 16
"""So short a turn may only add to what was told of somebody."""
_REMEMBERED = 4
"""So many competitions of a conversation can be gone back to."""
_STUDENTS = lazy_re.compile(r"学生(?!证|会|处|科|卡|票)|在校生|同学(?!您|你|好)")
_Read = tuple[str, str | None, Standing]
Knows = Callable[[str, str], bool]
"""(id of a notice, words) → whether some of the words are written there."""


class Slots:
    """Reads conversations over a fixed set of notices."""

    def __init__(
        self,
        notices: Mapping[str, Notice],
        words: Words,
        scopes: Scopes,
        knows: Knows,
        ask: Callable[[Question], Answer],
    ) -> None:
        """`ask` answers an earlier turn again where that says which competition is meant."""
        self._notices = notices
        self._ask = ask
        self._words = words
        self._scopes = scopes
        self._knows = knows
        self.follow = Follow(words)
        self.remarks = Remarks(words)
        self.placing = Placing(notices, scopes, self.follow)
        self._latest: tuple[tuple[Standing, str, int], _Read] | None = None
        self._walked: tuple[Question, Standing] | None = None

    def followed(self, question: Question) -> Question:
        """The question with what holds; the same one if nothing was said before it."""
        if not (question.history or question.context):
            return question
        standing = self._said(question)
        if question.context:
            turn = Turn(question=question.context)
            standing = self._after(standing, turn, question.as_of.year)
        standing = self._chosen(standing, question)
        said = self._as_said(question.text, standing)
        question = question.model_copy(update={"text": said}) if said != question.text else question
        other = self._other(plain(question.text), standing)
        if other is not None:
            question = question.model_copy(update={"text": other, "track": None})
        return Followed(**dict(question), standing=standing)

    def _as_said(self, text: str, standing: Standing) -> str:
        """The words without a track that is given up; a bare number as an age: 39 → 39岁."""
        before = asked(standing.asked, self._words)
        aged = _AGE.fullmatch(text.strip()) if standing.asked else None
        if aged is not None and personal(before, self._words):
            return f"{'打错了，' if aged['wrong'] else ''}{aged['age']}岁{aged['rest']}"
        return self._without_dropped(text, standing)

    def _without_dropped(self, text: str, standing: Standing) -> str:
        if len(standing.notices) != 1:
            return text
        names = self._scopes.names(standing.notices[0]).tracks
        return without_dropped(text, lambda said: frozenset(names.find(plain(said)).ids))

    def held(self, question: Question, answer: Answer, meant: Turn | None = None) -> Held:
        """What holds after a question, to be kept with it as a turn; `meant` is what it picked."""
        year = question.as_of.year
        turn = meant or Turn(question=question.text)
        after = self._after(self._said(question), turn, year)
        return held(self._settled(after, turn, answer), self._desk(year))

    def _said(self, question: Question) -> Standing:
        """As `_walk`; an answer asks for it several times, whatever its own words are."""
        put = question.model_copy(update={"text": ""})
        known = self._walked
        if known is None or known[0] != put:
            known = self._walked = put, self._walk(question)
        return known[1]

    def _walk(self, question: Question) -> Standing:
        """What holds after the earlier turns; only those nobody has kept it of are read."""
        year = question.as_of.year
        standing, left = Standing(), question.history
        for at, turn in reversed([*enumerate(question.history)]):
            if turn.held is not None and turn.held.desk == self._desk(year):
                standing = kept(turn.held)
                standing = self._picked(standing, turn.chose) if turn.chose else standing
                left = question.history[at + 1 :]
                break
        begun = len(question.history) - len(left)
        for at, turn in enumerate(left, begun):
            before, standing = standing, self._after(standing, turn, year)
            if turn.chose is None and (len(standing.notices) > 1 or self._sorts(standing, turn)):
                standing = self._settled(standing, turn, self._answered(question, at, before))
        return standing

    def _sorts(self, standing: Standing, turn: Turn) -> bool:
        """Whether the answer to a turn may say in which group of what is spoken of somebody is."""
        one = len(standing.notices) == 1 and self._notices[standing.notices[0]]
        if not (one and len(one.groups) > 1):
            return False
        added = len(turn.question) <= _ADDED and "，" in standing.asked
        return sorts(turn.question) or (added and sorts(standing.asked))

    def _settled(self, standing: Standing, turn: Turn, answer: Answer) -> Standing:
        """With the competition the answer is of, and the group it puts the person in."""
        standing = settled(standing, answer)
        if not self._sorts(standing, turn):
            return standing
        groups = self._notices[standing.notices[0]].groups
        group = sorted_into(answer, groups) or sorted_by_role(standing.asked, answer, groups)
        return replace(standing, sorted=(group,) if group else ())

    def _answered(self, question: Question, at: int, before: Standing) -> Answer:
        """What the turn at a place was answered, asked once more; `before` held until then."""
        turn, earlier = question.history[at], question.history[:at]
        if earlier:
            known = held(before, self._desk(question.as_of.year))
            earlier = (*earlier[:-1], earlier[-1].model_copy(update={"held": known}))
        return self._ask(question.model_copy(update={"text": turn.question, "history": earlier}))

    def _desk(self, year: int) -> str:
        return f"{self._fingerprint}:{year}"

    @cached_property
    def _fingerprint(self) -> str:
        """Tells desks over other notices apart, also in another process."""
        told = sha256()
        for notice in self._notices.values():
            names = (*notice.groups, *(t.name for t in notice.tracks), notice.edition or "")
            told.update("\n".join((notice.id, notice.title, *names, notice.text)).encode())
        return told.hexdigest()[:16]

    def _other(self, text: str, standing: Standing) -> str | None:
        """The question of the other of two tracks or groups, if it is one."""
        meant = self.follow.other(text)
        if meant is None or len(standing.notices) != 1:
            return None
        notice = standing.notices[0]
        tracks = standing.tracks.get(notice)
        return other_named(
            meant, self._notices[notice], tracks.ids if tracks else (), standing.groups
        )

    def heard(self, standing: Standing, text: str, year: int) -> Standing:
        """What holds once `text` (plain) has been said."""
        says_nothing = self._words.courtesy(text) or self.remarks.of(text) is not None
        if says_nothing or self.follow.more(text) or self._is_talk(text):
            return standing
        bare, whole, after = self._read(standing, text, year)
        whole = bare if whole is None else whole
        # 今年的 asks nothing that what comes next could leave out
        whole = whole if self.follow.core(whole).strip("的") else standing.asked
        return replace(after, asked=whole)

    def _is_talk(self, text: str) -> bool:
        """Whether it is no question about competitions: 今天天气怎么样, which nothing leans on."""
        return self._words.is_chat(text, insists=False) and not self._words.asked(text)

    def again(self, part: str, before: str, question: Question) -> str:
        """A part 蚕桑呢 as what the part before it asked, of something else; else itself."""
        if not before or isinstance(question, Followed) or not turns(part):
            return part
        return self.follow.completed(plain(part), plain(before), lambda _: True) or part

    def meant(self, part: str, question: Question) -> tuple[str, Question]:
        """A part of a message and its question, with what it leaves out.

        Where it leaves out what it asks, the words are those of the question before, and what it
        names itself holds.
        """
        if not isinstance(question, Followed):
            return part, question
        text, year = plain(part), question.as_of.year
        if self.follow.more(text):
            return question.standing.asked or part, question
        _, completed, after = self._read(question.standing, text, year)
        whole = question.text if completed is None else completed
        held = question.model_copy(update={"text": whole, "standing": after})
        if completed is None:
            return self._there_now(part, question.standing, after), held
        return f"{self._names_in(text, after)}{completed}", held

    def _there_now(self, part: str, before: Standing, after: Standing) -> str:
        """A part without 上届 where the edition before is what is spoken of by now."""
        span = self.follow.earlier(plain(part)) if after.notices != before.notices else None
        if span is None or not after.notices or len(before.notices) != 1:
            return part
        return without(plain(part), (span,)) or part

    def _names_in(self, text: str, after: Standing) -> str:
        """The words by which a turn names tracks and groups; sentences and rows have them too."""
        names = [self._scopes.names(i).tracks.find(text) for i in after.notices[:1]]
        said = [text[start:end] for named in names for start, end in named.spans]
        groups = [g for i in after.notices[:1] for g in self._groups(text, i)]
        return "".join((*said, *(g for g in groups if g not in "".join(said))))

    def within(self, part: str, question: Question) -> Question:
        """The question of a part of a message: what the rest of the message names holds for it."""
        text, whole, year = plain(part), plain(question.text), question.as_of.year
        if not isinstance(question, Followed) or text == whole:
            return question
        own = self._scopes.resolve(text, year)
        if own.absent or own.named or own.tracked or own.dated:
            return question
        held = self._read(question.standing, whole, year)[2]
        standing = replace(held, asked=question.standing.asked)
        return question.model_copy(update={"standing": standing})

    def lacking(self, part: str, question: Question) -> str | None:
        """The edition a part asks for, if an earlier one has to stand in for it."""
        if not isinstance(question, Followed) or not self.follow.earlier(plain(part)):
            return None
        after = self._read(question.standing, plain(part), question.as_of.year)[2]
        before = question.standing.notices
        if after.absent or len(after.notices) != 1 or len(before) != 1:
            return None
        wanted = edition_before(self._notices[before[0]].edition)
        return wanted if wanted != self._notices[after.notices[0]].edition else None

    def _read(self, standing: Standing, text: str, year: int) -> _Read:
        """As `_reading`; an answer asks for the same reading several times."""
        put, known = (standing, text, year), self._latest
        if known is None or known[0] != put:
            known = self._latest = put, self._reading(standing, text, year)
        return known[1]

    def _reading(self, standing: Standing, text: str, year: int) -> _Read:
        """The text without names, the question it completes if it does, and what it names."""
        text = self._turning(text, standing.asked)
        scope = self._scopes.resolve(text, year)
        standing = self._resumed(standing, scope, text)
        scope = self._by_meaning(scope, standing, text)
        placed = self.placing.placed(scope, standing, text, year)
        named = tuple(dict.fromkeys(g for i in placed.notices for g in self._groups(text, i)))
        named = named or self._of_students(text, placed.notices, standing)
        same = set(placed.notices) <= set(standing.notices) or not standing.notices
        same = same or (scope.dated and self.placing.place(text, scope) is None)
        held = tuple(g for g in standing.groups if self._has(placed.notices, g))
        tracks = {i: Named(t.ids, ()) for i, t in placed.tracks.items() if i in placed.notices}
        decided = placed.named or placed.tracked or placed.absent
        place = self.placing.place(text, scope) is not None
        # that a competition is not here is told once; a turn that names none begins anew
        decided_itself = scope.named or scope.tracked or scope.dated or place
        after = Standing(
            notices=placed.notices if decided else standing.notices,
            absent=placed.absent and (decided_itself or scope.absent),
            tracks=tracks,
            groups=named or (held if same else ()),
            sorted=() if named or not same else standing.sorted,
            before=standing.spoken_of if decided and not placed.notices else (),
            earlier=_earlier(standing, placed.notices if decided else standing.notices),
        )
        bare = self._bare(text, placed, scope, named)
        told = number_corrected(text, standing.asked) if same else None
        told = told or (told_otherwise(text, standing.asked, self._words, year) if same else None)
        told = told or (told_since(text, standing.asked, self._words) if same else None)
        found = told or self._completed(text, bare, standing, after, group=bool(named))
        return bare, found, after

    def _resumed(self, standing: Standing, scope: Target, text: str) -> Standing:
        """Back at the one competition spoken of, after an edition of it that is not here."""
        names = scope.named or scope.tracked or scope.dated or scope.absent
        if not standing.absent or standing.notices or len(standing.before) != 1 or names:
            return standing
        if self.placing.place(text, scope) is not None or self.follow.earlier(text) is not None:
            return standing
        return replace(standing, notices=standing.before, absent=False, before=())

    def _by_meaning(self, scope: Target, standing: Standing, text: str) -> Target:
        """With the one track a short turn names by an everyday word: 厨师的呢, 中式烹调师."""
        core = self.follow.core(text).removesuffix("的")
        if scope.tracks or scope.named or len(standing.notices) != 1 or not core.strip():
            return scope
        if self._words.forms(core):  # 收钱不 is no 收银
            return scope
        notice = standing.notices[0]
        words = {word for meant in self._words.meant(core) for word in meant.words}
        if not words:
            return scope
        fitting = [
            track
            for track in self._notices[notice].tracks
            if any(word in comparable_name(track.name) for word in words)
        ]
        if len(fitting) != 1 or len(core) > _EVERYDAY or (at := text.find(core)) < 0:
            return scope
        named = Named((fitting[0].id,), ((at, at + len(core)),))
        return replace(scope, tracks={notice: named})

    def _after(self, standing: Standing, turn: Turn, year: int) -> Standing:
        """What holds after a turn: what was picked counts like what was named."""
        several = "，".join(parts(self._as_said(turn.question, standing), self._words))
        heard = self.heard(standing, plain(several), year)
        chose = turn.chose
        return heard if chose is None else self._picked(heard, chose)

    def _picked(self, standing: Standing, chose: Option) -> Standing:
        if chose.notice not in self._notices:
            return standing
        tracks = self._track(chose.notice, chose.track) or standing.tracks.get(chose.notice)
        same = chose.notice in standing.notices
        return replace(
            standing,
            notices=(chose.notice,),
            absent=False,
            tracks={chose.notice: tracks} if tracks else {},
            groups=(chose.group,) if chose.group else standing.groups if same else (),
            sorted=standing.sorted if same and not chose.group else (),
        )

    def _chosen(self, standing: Standing, question: Question) -> Standing:
        """What the chat has chosen holds against what was said before."""
        if question.notice not in self._notices or question.notice is None:
            return standing
        chose = Option(label="", notice=question.notice, track=question.track, group=question.group)
        return self._picked(standing, chose)

    def _track(self, notice: str, track: str | None) -> Named | None:
        """A track by its id, name or alias."""
        if not track:
            return None
        if any(t.id == track for t in self._notices[notice].tracks):
            return Named((track,), ())
        found = self._scopes.names(notice).tracks.find(plain(track))
        return Named(found.ids, ()) if found.ids else None

    def _groups(self, text: str, notice: str) -> tuple[str, ...]:
        """The groups a text names; in a bare 学生呢 without the word 组."""
        found = groups(text, self._notices[notice])
        core = f"{self.follow.core(text)}组"
        return found or tuple(g for g in self._notices[notice].groups if comparable_name(g) == core)

    def _of_students(
        self, text: str, notices: Sequence[str], standing: Standing
    ) -> tuple[str, ...]:
        """The one group of students, where a turn speaks of some after another group's matters."""
        if not standing.groups or len(notices) != 1 or _STUDENTS.search(text) is None:
            return ()
        found = groups_said(text, self._notices[notices[0]].groups)
        return found if len(found) == 1 and found[0] not in standing.groups else ()

    def _has(self, notices: Sequence[str], group: str) -> bool:
        return any(group in self._notices[i].groups for i in notices)

    def _called(self, notice: str) -> str:
        """The names of a competition and its tracks, as one text."""
        one = self._notices[notice]
        return "|".join(map(called, (one.name, *(track.name for track in one.tracks))))

    def _bare(self, text: str, placed: Target, scope: Target, named: Sequence[str]) -> str:
        """The text without the names of competition, track and group."""
        own = (placed.tracks[i] for i in placed.notices if i in placed.tracks)
        spans = [*scope.spans, *(span for named_tracks in own for span in named_tracks.spans)]
        if (before := self.follow.earlier(text)) is not None:
            spans.append(before)
        names = "|".join(map(self._called, placed.notices))
        spans += [match.span() for match in PRESENT.finditer(text)]
        bare = without(text, [widened(text, span, names) for span in spans])
        for notice in placed.notices if len(placed.notices) == 1 else ():
            size, at, _ = longest_common(bare, called(self._notices[notice].name))
            bare = bare[:at] + bare[at + size :] if size >= _NAME else bare
        bare = self.follow.unled(bare)
        if self.placing.place(text, scope) is not None:
            return ""
        for group in named:
            bare = bare.replace(comparable_name(group), "")
        return bare

    def _turning(self, text: str, before: str) -> str:
        """Without what is only told beside 那贵州的呢, 学生的呢: 我们在贵阳有分公司.

        Who somebody is belongs to it where the question before is if a person may take part.
        """
        said = [part for part in text.split(",") if part]
        turns = [p for p in said if p.endswith("呢") and not self._words.forms(p)]
        rest = [part for part in said if part not in turns]
        judged = any(map(tells, rest)) and personal(asked(before, self._words), self._words)
        asks = any(self._words.forms(p) or self._words.asked(p) for p in rest if not tells(p))
        return turns[0] if len(turns) == 1 and rest and not (asks or judged) else text

    def _completed(
        self, text: str, bare: str, before: Standing, after: Standing, *, group: bool
    ) -> str | None:
        if tells(bare):
            return None  # who somebody is asks whether that person may take part
        if both_editions(after, self._scopes.same_competition):
            if (both := put_to_both(text, before.asked)) is not None:
                return both
            if since_before(text) is not None:
                return None
        too = there_too(text, before.asked)
        if too is not None:
            return too
        if asks_if_there(text, bare, self._words):
            return None

        def known(run: str) -> bool:
            return any(self._knows(i, run) for i in after.notices)

        return self.follow.completed(bare, before.asked, known, group=group)


def _earlier(standing: Standing, notices: Sequence[str]) -> tuple[str, ...]:
    """What was spoken of before these, the latest first."""
    spoken = (*standing.notices, *standing.earlier)
    return tuple(i for i in dict.fromkeys(spoken) if i not in notices)[:_REMEMBERED]
