"""A desk over two invented notices whose answers depend on plain words of the question.

费用 stands in both (asks back), 名单 is long, 坏 raises, 慢 takes a second, of 键盘 nothing is
written, for 联系电话 a chosen notice is cited; all else is repeated.
"""

from __future__ import annotations

import time
from datetime import datetime

from fakes.rules import rules_of

from knowledge.catalogue.relations.amended import Amended
from knowledge.eligibility.corrected import InForce, in_force
from knowledge.model import Citation, Clause, Notice, Scope, Track, Value
from retrieval.model import Answer, Option, Question

WITH_RULES = ("made-2",)
TEXT = (
    "一、费用\n报名费{}元，由参赛单位承担。\n"
    "二、报名\n报名截止时间：2099年9月29日。\n三、决赛\n决赛时间另行通知。"
)
DEADLINE = "2099年9月29日"
LIST = tuple(f"第{n}名：选手＜{n}＞<b>&amp;，得分{n}.5分。" for n in range(1, 1201))


def clauses_of(text: str) -> tuple[Clause, ...]:
    """The lines below the headings; a heading is no part of its clause."""
    starts = [text.index(word) for word in ("报名费", "报名截止", "决赛时间") if word in text]
    lines = [text[start:].split("\n", maxsplit=1)[0] for start in starts]
    return tuple(
        Clause(
            path=mark, level=1, mark=mark, text=line, start=at, end=at + len(line), scope=Scope()
        )
        for mark, at, line in zip("一二三", starts, lines, strict=False)
    )


def values_of(text: str, deadline: str) -> tuple[Value, ...]:
    at = text.index(deadline)
    year, month, day = deadline[:4], deadline[5:6], deadline[7:9]
    return (
        Value(
            kind="deadline", value=f"{year}-0{month}-{day}", raw=deadline, label="报名截止时间",
            path="二", start=at, end=at + len(deadline), scope=Scope(),
        ),
    )  # fmt: skip


def made(number: int, tracks: int, deadline: str = DEADLINE) -> Notice:
    text = TEXT.format(number * 100).replace(DEADLINE, deadline)
    return Notice(
        id=f"made-{number}",
        label=f"试发〔202{number}〕{number}号",
        title=f"关于举办第{number}届试赛的通知",
        name=f"第{number}届试赛",
        tracks=tuple(
            Track(id=f"t{n}", name=f"赛项{n}号", groups=("学生组", "职工组") if n == 2 else ())
            for n in range(1, tracks + 1)
        ),
        text=text,
        clauses=clauses_of(text),
        values=values_of(text, deadline),
    )


class FakeDesk:
    """Deterministic; says which scope and which earlier questions it was given."""

    def __init__(self, notices: tuple[Notice, ...] = (made(1, 30), made(2, 0))) -> None:
        self.notices = notices
        self.rules = {n.id: rules_of(n) for n in notices if n.id in WITH_RULES}
        self.asked: list[Question] = []

    def in_force(self, notice: str, as_of: datetime) -> InForce | None:  # noqa: ARG002 as the desk's
        found = next((one for one in self.notices if one.id == notice), None)
        rules = self.rules.get(notice)
        return in_force(Amended(found, ()), rules) if found and rules else None

    def answer(self, question: Question) -> Answer:
        self.asked.append(question)
        if "坏" in question.text:
            raise ValueError(question.text)
        if "慢" in question.text:
            time.sleep(1.5)
        if "费用" in question.text:
            return self._fee(question)
        if "键盘" in question.text or "keyboard" in question.text:
            return self._silent(question)
        if "联系电话" in question.text and question.notice is not None:
            found = self._silent(question)
            told = {"status": "answered", "reason": None, "text": f"你说：{question.text}"}
            return found.model_copy(update=told)
        text = "\n".join(LIST) if "名单" in question.text else f"你说：{question.text}"
        return Answer(status="answered", text=text)

    def _fee(self, question: Question) -> Answer:
        if question.notice is None:
            options = tuple(Option(label=n.name, notice=n.id) for n in self.notices)
            return Answer(status="clarify", text="您问的是哪一个？", options=options)
        notice = next(n for n in self.notices if n.id == question.notice)
        scope = " · ".join(x for x in (notice.name, question.track, question.group) if x)
        start, end = notice.text.index("报名费"), notice.text.index("\n二")
        cited = Citation(
            notice=notice.id, label=notice.label, path="一", quote=notice.text[start:end],
            start=start, end=end,
        )  # fmt: skip
        text = f"{notice.text[start + 3 : start + 7]}\n按：{scope}"
        return Answer(status="answered", text=text, notices=(notice.id,), citations=(cited,))

    def _silent(self, question: Question) -> Answer:
        """Nothing is written of it; the first clause is the nearest."""
        notice = next(n for n in self.notices if n.id == (question.notice or "made-2"))
        clause = notice.clauses[0]
        cited = Citation(
            notice=notice.id, label=notice.label, path=clause.path, quote=clause.text,
            start=clause.start, end=clause.end,
        )  # fmt: skip
        return Answer(
            status="not_stated", reason="not_in_notice", text="通知未规定。",
            notices=(notice.id,), citations=(cited,),
        )  # fmt: skip


class Announced(FakeDesk):
    """What was left open is answered from the third notice once it is there."""

    def answer(self, question: Question) -> Answer:
        new = next((n for n in self.notices if n.id == "made-3"), None)
        if "决赛时间" not in question.text or new is None:
            return super().answer(question)
        cited = Citation(
            notice=new.id, label=new.label, path="三", quote=new.text[:4], start=0, end=4
        )
        return Answer(status="answered", text="10月20日", notices=(new.id,), citations=(cited,))
