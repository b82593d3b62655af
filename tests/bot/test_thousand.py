"""A thousand dialogues full of personal data: none of it in logs, databases, files of any kind."""

from __future__ import annotations

import asyncio
import os
import time
from pathlib import Path
from random import Random
from typing import NamedTuple

import pytest

from bot.telegram.ledger import FILE as UPDATES
from eval.load.bot import Running
from eval.load.people import People
from eval.load.server import Loopback
from eval.load.waiting import until
from retrieval.index.build import ensure

DIALOGUES, AT_ONCE = 1000, 40
SURNAMES = "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨"
GIVEN = "槑翾翀婠旻昶祎彧喆淼焱垚犇骉鑫毳"
WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
SAID = (
    "我叫{name}，身份证{id}，能参加2026年重庆人工智能竞赛吗",
    "{name}，{birth}出生，电话{phone}，想报名，邮箱{mail}，报名截止到什么时候",
    "我的手机号是{phone}，我{birth}生的，年龄够不够参加第二届专项职业能力技能大赛",
    "/mine 我是{name}，{birth}出生，中职在读，身份证号{id}",
    "/choose {name} {phone}",
    "资格自测 {name} {id}",
    "帮我转人工，我叫{name}，打{phone}或者写{mail}",
    "/human 我叫{name}，身份证{id}，2026年重庆人工智能竞赛能自己带键盘吗，电话{phone}",
    "2026年重庆人工智能竞赛能带{phone}号工具吗，我叫{name}，{birth}生，{mail}",
    "<b>{name}</b> {id} {mail} {phone} {birth}",
)


OFFICE = -500
STAFF = f"chat: {OFFICE}\n"


class Somebody(NamedTuple):
    name: str
    id: str
    phone: str
    mail: str
    birth: str

    @classmethod
    def drawn(cls, number, random):
        year, month, day = random.randint(1960, 2009), random.randint(1, 12), random.randint(1, 28)
        digits = f"110105{year}{month:02d}{day:02d}{number % 1000:03d}"
        check = "10X98765432"[sum(int(d) * w for d, w in zip(digits, WEIGHTS, strict=True)) % 11]
        name = random.choice(SURNAMES) + random.choice(GIVEN) + random.choice(GIVEN)
        phone = f"1390{random.randint(0, 9_999_999):07d}"
        return cls(
            name, digits + check, phone, f"nemo{number:04d}@mail.invalid",
            f"{year}年{month}月{day}日",
        )  # fmt: skip


PEOPLE = [Somebody.drawn(number, Random(number)) for number in range(DIALOGUES)]


async def talked(store, tmp):
    """Every person says two things, and the coordinators get what is handed over; then an update
    that cannot be read. How many were answered, and what the coordinators have read.
    """
    (store / "coordinators.yaml").write_text(STAFF, "utf-8")
    posted = []
    turns = {1000 + number: 0 for number in range(DIALOGUES)}

    def ask(chat):
        text = SAID[(chat + 3 * turns[chat]) % len(SAID)]
        turns[chat] += 1
        return text.format(**PEOPLE[chat - 1000]._asdict())

    people = People(ask, list(turns), 1)

    def heard(message):
        if message.chat == OFFICE:
            posted.append(message.text)
        people.heard(message)

    async with Loopback(heard) as server:
        people.server = server
        bot = Running(store, server.url, EMBEDDING="none", TMPDIR=str(tmp))
        try:
            for _ in range(2):
                left = list(turns)
                while left or people.open:
                    while left and people.open < AT_ONCE:
                        chat = left.pop()
                        people.tell(chat, ask(chat))
                    await asyncio.sleep(0.01)
                    assert bot.process.poll() is None
            broken = {"message_id": "x", "text": "".join(PEOPLE[0])}
            server._updates.append({"update_id": 10**6, "message": broken})
            server.says(1000, "/help")
            people.tell(1000, "/privacy")
            await until(lambda: not people.open, 30, bot, "最后两句")
        finally:
            await asyncio.to_thread(bot.stop)
    return len(people.answered), posted


def found_in(data):
    text = data.decode("utf-8", "ignore")
    wide = data.decode("utf-16-le", "ignore")
    every = {value for person in PEOPLE for value in person}
    return [value for value in every if value in text or value in wide]


@pytest.mark.slow
@pytest.mark.timeout(900)
def test_nothing_of_a_thousand_people_is_kept(tmp_path):
    store, tmp = tmp_path / "store", tmp_path / "tmp"
    ensure(store, environ={"EMBEDDING": "none"})
    tmp.mkdir()
    before = time.time() - 1
    old = {path: path.stat().st_mtime for path in store.rglob("*") if path.is_file()}
    answered, posted = asyncio.run(talked(store, tmp))
    assert answered >= 2 * DIALOGUES
    handed = [text for text in posted if text.startswith("<b>转人工 #")]
    assert len(handed) > DIALOGUES / 20
    assert not found_in("\n".join(handed).encode())
    written = [p for p in tmp_path.rglob("*") if p.is_file() and old.get(p) != p.stat().st_mtime]
    names = {path.name for path in written}
    assert {"load.log", "chats.sqlite3", "office.sqlite3", UPDATES} <= names
    leaks = {path.name: found_in(path.read_bytes()) for path in written}
    assert not {name: found for name, found in leaks.items() if found}
    ours = [p for p in os.scandir("/tmp") if p.is_file() and p.stat().st_mtime > before]
    assert not [p.name for p in ours if p.stat().st_size < 2**20 and found_in(_read(p.path))]


def _read(path):
    try:
        return Path(path).read_bytes()
    except OSError:
        return b""


def test_the_search_finds_what_is_there():
    person = PEOPLE[7]
    assert set(found_in("".join(person).encode())) == set(person)
    assert found_in(person.name.encode("utf-16-le")) == [person.name]
    assert len({p.id for p in PEOPLE}) == DIALOGUES
