"""Coordinators at work over a real store: notices, rosters, rules, comparisons, figures."""

from __future__ import annotations

import io
import shutil

import openpyxl
import pytest
from bot_api.state import BOT

from bot.telegram.coordinating import MOST_BYTES, fetched
from bot.wording import wording
from bot.wording.office import office_words
from retrieval.storage.store import Store

WORDS, SAID = wording(), office_words()
TEACHER, ADMIN, STRANGER = 71, 70, 99
SETTINGS = f"""
admins: {{{ADMIN}: 管理员}}
chat: {ADMIN}
competitions:
  cq-ai-2026:
    people: {{{TEACHER}: 张老师}}
"""
NEW = """关于举办长洲试验技能大赛的通知
长试发〔2026〕7号
各有关单位：
一、时间
大赛于2026年11月3日在长洲举行。
二、报名
报名截止时间为2026年10月20日。报名费100元。
三、赛项
设置智能装配、无人机操作两个赛项。
长洲市试验局
2026年9月1日
"""
ROSTER = ("姓名", "身份证号码", "联系电话", "单位")


@pytest.fixture(scope="module")
def real(store_dir, tmp_path_factory, module_api):
    """A bot over the bundled notices with coordinators, for all tests of the module."""
    from running import Serving  # noqa: PLC0415

    folder = tmp_path_factory.mktemp("coordinating") / "store"
    shutil.copytree(store_dir, folder)
    (folder / "coordinators.yaml").write_text(SETTINGS, "utf-8")
    with Serving(
        folder, module_api.url, module_api.token, "-m", "bot.cli", "serve", SAIWEN_STORE=str(folder)
    ) as bot:
        bot.waits_to_say("已连上")
        yield module_api, folder, bot


@pytest.fixture(scope="module")
def module_api():
    from bot_api import BotApi  # noqa: PLC0415

    with BotApi() as server:
        yield server
        assert server.invalid == []


def sent(api, chat, words, after=0):
    def found():
        texts = api.sent(chat)[after:]
        return next((m for m in texts if words in (m.get("text") or m.get("caption", ""))), None)

    return api.wait(found, 60)


def buttons(message):
    rows = message.get("reply_markup", {}).get("inline_keyboard", [])
    return [b["text"] for row in rows for b in row]


@pytest.mark.parametrize(
    "command",
    ["/roster", "/rules", "/compare a b", "/unanswered", "/stats", "/withdraw", "/office"],
)
def test_for_everybody_else_the_commands_do_not_exist(real, chat, command):
    api, _, _ = real
    api.says(command, who=chat)
    assert api.reply(1, chat)["text"] == WORDS.unknown_command


def test_a_file_of_anybody_else_is_not_read(real, chat):
    api, folder, _ = real
    api.sends("通知.txt", NEW.encode(), who=chat)
    assert api.reply(1, chat)["text"] == WORDS.not_text
    assert not (folder / "drafts").exists() or not list((folder / "drafts").iterdir())


def test_a_notice_goes_live_only_when_a_coordinator_says_so(real, chat):
    api, folder, _ = real
    api.sends("chang-zhou-2026.txt", NEW.encode(), who=ADMIN)
    seen = sent(api, ADMIN, "读出了什么")
    for told in (
        "chang-zhou-2026",
        "长试发〔2026〕7号",
        "智能装配、无人机操作",
        "2026-10-20",
        "检查：",
    ):
        assert told in seen["text"]
    ids = {entry.notice.id for entry in Store(folder).every()}
    assert "chang-zhou-2026" not in ids
    api.presses(seen, SAID.desk.publish, who=STRANGER)
    sent(api, ADMIN, SAID.not_allowed)
    api.presses(seen, SAID.desk.publish, who=ADMIN)
    api.wait(lambda: "已上线：chang-zhou-2026" in seen["text"], 60)
    assert "chang-zhou-2026" in {entry.notice.id for entry in Store(folder).every()}
    (event,) = Store(folder).history("chang-zhou-2026")
    assert (event.who, event.action) == ("管理员", "read")

    def chosen():
        before = len(api.sent(chat))
        api.says("/choose 长洲", who=chat)
        api.wait(lambda: len(api.sent(chat)) > before)
        return "reply_markup" in api.sent(chat)[-1]

    assert any(chosen() for _ in range(60))
    api.presses(seen, data=seen_data(api, "dp:"), who=ADMIN)
    sent(api, ADMIN, "这份草稿已处理过（已上线）")
    api.says("/withdraw chang-zhou-2026", who=ADMIN)
    ask = sent(api, ADMIN, "确定撤回")
    api.presses(ask, "撤回", who=STRANGER)
    sent(api, ADMIN, SAID.not_allowed)
    api.presses(ask, "撤回", who=ADMIN)
    api.wait(lambda: "已撤回" in ask["text"], 60)
    assert "chang-zhou-2026" in {notice.id for notice in Store(folder).withdrawn()}


def seen_data(api, prefix):
    calls = [c for c in api.called("sendMessage") if c.params.get("reply_markup")]
    rows = [row for c in calls for row in c.params["reply_markup"]["inline_keyboard"]]
    return next(
        b["callback_data"] for row in rows for b in row if b["callback_data"].startswith(prefix)
    )


def test_a_notice_can_be_left_and_a_coordinator_of_another_may_not(real):
    api, folder, _ = real
    api.sends("other-2026.txt", NEW.replace("长洲", "远洲").encode(), who=TEACHER)
    assert "要由管理员上线" in sent(api, TEACHER, "没有关联")["text"]
    before = len(api.sent(ADMIN))
    api.sends("other-2026.txt", NEW.replace("长洲", "远洲").encode(), who=ADMIN)
    seen = sent(api, ADMIN, "读出了什么", before)
    api.presses(seen, SAID.desk.drop, who=ADMIN)
    api.wait(lambda: SAID.desk.dropped in seen["text"])
    assert "other-2026" not in {entry.notice.id for entry in Store(folder).every()}
    assert not list((folder / "drafts").iterdir())


def test_a_photo_of_a_coordinator_is_asked_for_as_a_file(real, chat):
    api, _, _ = real
    photo = [{"file_id": "f", "file_unique_id": "u", "width": 1, "height": 1}]
    api.says("", who=ADMIN, photo=photo)
    sent(api, ADMIN, SAID.desk.photo)
    api.says("", who=chat, photo=photo)
    assert api.reply(1, chat)["text"] == WORDS.not_text


def test_what_cannot_be_read_is_said(real):
    api, _, _ = real
    api.sends("坏.pdf", b"%PDF-1.4 nothing", who=ADMIN)
    sent(api, ADMIN, "没有读入：")


def workbook():
    book = openpyxl.Workbook()
    book.active.append(ROSTER)
    book.active.append(("张伟明", "110105194912310021", "138", "某厂"))
    kept = io.BytesIO()
    book.save(kept)
    return kept.getvalue()


def test_a_roster_comes_back_marked_and_leaves_no_trace(real):
    api, folder, bot = real
    api.says("/roster", who=TEACHER)
    sent(api, TEACHER, "请发来")
    api.sends("名单.xlsx", workbook(), who=TEACHER)
    done = sent(api, TEACHER, "标注好的表格见附件")
    assert "1 人" in done["caption"]
    book = openpyxl.load_workbook(io.BytesIO(api.files["标注-名单.xlsx"]))
    assert len(book.sheetnames) > 1
    for path in folder.rglob("*"):
        if path.is_file():
            assert b"110105194912310021" not in path.read_bytes(), path
    assert "张伟明" not in bot.said


def test_a_table_that_is_no_roster_is_said(real):
    api, _, _ = real
    api.sends("x.xlsx", b"no workbook", who=TEACHER, caption="/roster cq-ai-2026")
    sent(api, TEACHER, "没有读入：")


def test_the_rule_card_comes_as_a_document(real):
    api, _, _ = real
    api.says("/rules", who=TEACHER)
    sent(api, TEACHER, "规则卡：")
    assert b"<html" in api.files.get("规则卡-cq-ai-2026.html", b""), list(api.files)
    api.says("/rules cq-ai-2026 没有的赛项", who=TEACHER)
    sent(api, TEACHER, "没有叫“没有的赛项”的赛项")


def test_two_notices_are_compared(real):
    api, _, _ = real
    api.says("/compare cq-ai-2023 cq-ai-2026", who=TEACHER)
    first = sent(api, TEACHER, "逐条比较：")
    assert "收紧" in first["text"]
    before = len(api.sent(TEACHER))
    api.says("/compare cq-ai-2023", who=TEACHER)
    sent(api, TEACHER, "请写两份通知的编号", before)


def test_unanswered_questions_are_grouped_and_answered_officially(real, strangers):
    api, _, _ = real
    people = [next(strangers) for _ in range(3)]
    said = [
        "现场能自己带机械键盘吗？",
        "老师好，现场能自己带机械键盘吗",
        "我叫李四光，现场能自己带机械键盘吗",
    ]
    for person, question in zip(people, said, strict=True):
        api.says("/start c-" + key("cq-ai-2026"), who=person)
        api.reply(1, person)
        api.says(question, who=person)
        api.reply(2, person)
    before = len(api.sent(TEACHER))
    api.says("/unanswered", who=TEACHER)
    listed = sent(api, TEACHER, "归成", before)
    assert "键盘" in listed["text"]
    assert "（3 次" in listed["text"]
    assert "李四光" not in listed["text"]
    api.presses(listed, "键盘", who=TEACHER)
    post = sent(api, TEACHER, "写官方答复 #", before)
    reply = {**post, "from": BOT}
    api.says("可以，须为有线机械键盘。", who=TEACHER, reply_to_message=reply)
    assert "已存为官方答复" in sent(api, TEACHER, "已存为官方答复", before)["text"]
    person = next(strangers)
    api.says("/start c-" + key("cq-ai-2026"), who=person)
    api.reply(1, person)
    api.says("请问可以用自己的机械键盘吗", who=person)
    answer = api.reply(2, person)
    assert "【官方答复】可以，须为有线机械键盘。" in answer["text"]
    before = len(api.sent(TEACHER))
    api.says("/unanswered", who=TEACHER)
    again = sent(api, TEACHER, "问题", before)
    assert "键盘" not in again["text"]
    before = len(api.sent(TEACHER))
    api.says("/stats", who=TEACHER)
    stats = sent(api, TEACHER, "官方答复 1 条", before)
    assert "通知未写" in stats["text"]


def key(notice):
    from bot.competitions import key_of  # noqa: PLC0415
    from retrieval.model import Option  # noqa: PLC0415

    return key_of(Option(label="", notice=notice))


class Handed:
    """A file as a message names it (`said`) and as the server hands it out (`held` bytes)."""

    def __init__(self, said, held):
        self.file_size, self._held, self.loaded = said, held, False

    async def get_file(self):
        found = Handed(self._held, self._held)
        found.download_as_bytearray = self._load
        return found

    async def _load(self):
        self.loaded = True
        return bytearray(b"notice")


@pytest.mark.parametrize(
    ("said", "held", "taken"),
    [
        (10, 10, True),
        (None, MOST_BYTES, True),
        (None, None, True),
        (None, MOST_BYTES + 1, False),
        (10, MOST_BYTES + 1, False),
        (MOST_BYTES + 1, 10, False),
    ],
    ids=str,
)
async def test_a_file_too_large_by_the_message_or_by_the_server_is_not_loaded(said, held, taken):
    file = Handed(said, held)
    assert (await fetched(file) == b"notice") is taken
    assert file.loaded is taken
