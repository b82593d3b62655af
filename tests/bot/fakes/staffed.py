"""An office over the fake desk, without Telegram, with a clock that is set by hand."""

from __future__ import annotations

from datetime import datetime

from fakes.desk import FakeDesk

from bot.clock import ZONE
from bot.handoff.answers import Written
from bot.handoff.model import Address
from bot.handoff.opening import opened_office
from bot.live import Live
from bot.reply import Who
from bot.wording.office import office_words
from retrieval.model import Option, Question

SAID = office_words()
START = datetime(2099, 9, 1, 10, tzinfo=ZONE)
OFFICE, TEACHER, OTHER, STRANGER = -500, 71, 72, 99
SETTINGS = f"""
chat: -400
competitions:
  made-2: {{chat: {OFFICE}, people: {{{TEACHER}: 张老师, {OTHER}: 李老师}}}}
"""
SCOPE = Option(label="", notice="made-2")
WHO = Who(7, 7)


class Staffed:
    """The office, and what people do with it."""

    def __init__(self, folder):
        (folder / "coordinators.yaml").write_text(SETTINGS, "utf-8")
        self.folder, self.now = folder, START
        self.open()

    def open(self, secret="token"):
        live = Live(FakeDesk, lambda: None)
        self.office = opened_office(live, self.folder, secret, lambda: self.now, {})

    def asks(self, text="能带键盘吗？", message=1, who=WHO):
        asked = Question(text=text, as_of=self.now, notice="made-2")
        place = Address(chat=who.chat, reply_to=message)
        return self.office.asking.hand_over(who, place, asked, SCOPE).text

    def sends(self):
        """Everything that is to be sent now, as sent."""
        found = []
        while (one := self.office.outbox.next()) is not None:
            mail, reply = one
            found.append((mail.kind, mail.to.chat, reply.text))
            self.office.outbox.sent(mail, 1000 + mail.id)
        return found

    def answers(self, number=1, person=TEACHER, message=50, text="可以。"):
        case = self.office.desk.at(OFFICE, number)
        return self.office.answers.answer(case, Written(person, message, text)).reply.text

    def makes(self, chat=OFFICE, person=TEACHER):
        """The first answer official."""
        return self.office.officials.make(chat, person, 1)
