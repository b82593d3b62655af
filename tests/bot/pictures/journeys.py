"""What people do in each picture. Nothing that the bot says stands here."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from bot_api import BotApi
from bot_api.state import BOT

from bot.wording import wording
from bot.wording.office import office_words

WORDS, SAID = wording(), office_words()
OFFICE, TEACHER, ADMIN = -500, 71, 70
SETTINGS = f"""
admins: {{{ADMIN}: 管理员}}
competitions:
  cq-ai-2026: {{chat: {OFFICE}, people: {{{TEACHER}: 值班老师}}}}
"""
NOTICE = """关于举办长洲试验技能大赛的通知
长试发〔2026〕7号
各有关单位：
一、时间
大赛于2026年11月3日在长洲举行。
二、报名
报名截止时间为2026年11月20日。报名费100元。
四、赛项
设置智能装配、无人机操作两个赛项。
长洲市试验局
2026年9月1日
"""
"""An invented one, with two faults to be found."""
SUMMER, AUTUMN = "2026-08-01T10:00", "2025-09-20T10:00"
WAIT = 120.0


class Stage:
    """A server, a clock, and ways to wait for what the bot says."""

    def __init__(self, api: BotApi, at: Callable[[str], None]) -> None:
        self.api, self.at = api, at

    def says(self, who: int, text: str, answers: int = 1, **more: object) -> dict:
        """Somebody writes; the last of so many messages of the bot that follow."""
        chat = more.get("chat", who)
        before = len(self.api.sent(chat))
        self.api.says(text, who=who, **more)
        return self.next(chat, before, answers)

    def presses(self, message: dict, label: str, who: int) -> dict:
        """Somebody presses a button that leads to a new message."""
        chat = message["chat"]["id"]
        before = len(self.api.sent(chat))
        self.api.presses(message, label, who=who)
        return self.next(chat, before, 1)

    def next(self, chat: int, before: int, answers: int) -> dict:
        self.api.wait(lambda: len(self.api.sent(chat)) >= before + answers, WAIT)
        return self.api.sent(chat)[before + answers - 1]


@dataclass(frozen=True)
class Journey:
    """A picture: whose chat, when, and what is done there."""

    name: str
    title: str
    chat: int
    at: str
    do: Callable[[Stage, int], None]
    opened: bool = False
    """Whether the quotations are shown unfolded."""


def answered(stage: Stage, who: int) -> None:
    answer = stage.says(who, "2026年重庆人工智能竞赛要交报名费吗，吃住谁管")
    stage.presses(answer, WORDS.follow.read, who)


def refused(stage: Stage, who: int) -> None:
    stage.says(who, "2026年重庆人工智能竞赛的报名邮箱是什么")


def examined(stage: Stage, who: int) -> None:
    stage.says(who, "/check 第二届专项职业能力技能大赛")
    stage.says(who, "我17，在重庆读中职")


def mine(stage: Stage, who: int) -> None:
    stage.says(who, "/mine 17岁，重庆中职在读")


def reminded(stage: Stage, who: int) -> None:
    answer = stage.says(who, "贵州人工智能应用技术竞赛报名截止到什么时候")
    stage.presses(answer, WORDS.follow.remind, who)
    before = len(stage.api.sent(who))
    stage.at("2025-09-26T21:00")
    stage.next(who, before, 1)


def handed_over(stage: Stage, who: int) -> None:
    answer = stage.says(who, "2026年重庆人工智能竞赛可以自己带键盘吗")
    posts = len(stage.api.sent(OFFICE))
    stage.presses(answer, SAID.asker["zh"].human, who)
    post = stage.next(OFFICE, posts, 1)
    told, replied = len(stage.api.sent(who)), len(stage.api.sent(OFFICE))
    quoted = {**post, "from": BOT}
    text = "可以自带有线键盘，报名详细要求以实施方案为准。"
    stage.api.says(text, who=TEACHER, chat=OFFICE, reply_to_message=quoted)
    stage.next(who, told, 1)
    done = stage.next(OFFICE, replied, 1)
    stage.api.presses(done, SAID.buttons.official, who=TEACHER)
    head = SAID.kept.partition("{number}")[0]
    stage.api.wait(lambda: done["text"].startswith(head), WAIT)


def previewed(stage: Stage, who: int) -> None:
    before = len(stage.api.sent(who))
    stage.api.sends("长洲试验大赛2026.txt", NOTICE.encode(), who=who)
    stage.next(who, before, 1)


JOURNEYS = (
    Journey("answer", "答案和原文", 1001, SUMMER, answered, opened=True),
    Journey("refusal", "通知没有写的", 1002, SUMMER, refused, opened=True),
    Journey("interview", "资格自测", 1003, SUMMER, examined),
    Journey("mine", "我能报什么", 1004, SUMMER, mine),
    Journey("handed-over", "转人工", 1005, SUMMER, handed_over),
    Journey("office", "组织方的群", OFFICE, SUMMER, lambda _stage, _who: None),
    Journey("preview", "上线前的核对", ADMIN, SUMMER, previewed),
    Journey("reminder", "截止提醒", 1006, AUTUMN, reminded),
)
