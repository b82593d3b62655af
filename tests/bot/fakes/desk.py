"""A desk over two invented notices whose answers depend on plain words of the question.

费用 stands in both (asks back), 名单 is long, 坏 raises, 慢 takes a second; all else is repeated.
"""

from __future__ import annotations

import time
from datetime import datetime

from fakes.rules import rules_of

from knowledge.catalogue.relations.amended import Amended
from knowledge.eligibility.corrected import InForce, in_force
from knowledge.model import Citation, Notice, Track
from retrieval.model import Answer, Option, Question

WITH_RULES = ("made-2",)
TEXT = "一、费用\n报名费{}元，由参赛单位承担。"
LIST = tuple(f"第{n}名：选手＜{n}＞<b>&amp;，得分{n}.5分。" for n in range(1, 1201))


def made(number: int, tracks: int) -> Notice:
    return Notice(
        id=f"made-{number}",
        label=f"试发〔202{number}〕{number}号",
        title=f"关于举办第{number}届试赛的通知",
        name=f"第{number}届试赛",
        tracks=tuple(
            Track(id=f"t{n}", name=f"赛项{n}号", groups=("学生组", "职工组") if n == 2 else ())
            for n in range(1, tracks + 1)
        ),
        text=TEXT.format(number * 100),
    )


class FakeDesk:
    """Deterministic; says which scope and which earlier questions it was given."""

    def __init__(self, notices: tuple[Notice, ...] = (made(1, 30), made(2, 0))) -> None:
        self.notices = notices
        self.rules = {n.id: rules_of(n) for n in notices if n.id in WITH_RULES}
        self.asked: list[Question] = []

    def in_force(self, notice: str, as_of: datetime) -> InForce | None:
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
        text = "\n".join(LIST) if "名单" in question.text else f"你说：{question.text}"
        return Answer(status="answered", text=text)

    def _fee(self, question: Question) -> Answer:
        if question.notice is None:
            options = tuple(Option(label=n.name, notice=n.id) for n in self.notices)
            return Answer(status="clarify", text="您问的是哪一个？", options=options)
        notice = next(n for n in self.notices if n.id == question.notice)
        scope = " · ".join(x for x in (notice.name, question.track, question.group) if x)
        start = notice.text.index("报名费")
        cited = Citation(
            notice=notice.id, label=notice.label, path="一", quote=notice.text[start:],
            start=start, end=len(notice.text),
        )  # fmt: skip
        text = f"{notice.text[start + 3 : start + 7]}\n按：{scope}"
        return Answer(status="answered", text=text, notices=(notice.id,), citations=(cited,))
