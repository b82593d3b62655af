"""Papers somebody wants to see that are not here, and on which day the contest itself is."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from knowledge.notice import read_notice
from retrieval.desk import Desk
from retrieval.model import Question

TEXT = """关于举办禾川市第三届抹灰工技能比武的通知
各有关单位：
现将有关事项通知如下。
一、赛程
市级决赛：2026年6月9日至10日，在禾川建筑实训基地举行。
报到时间：决赛为6月8日14:00至18:00。
二、报名
报名时间：2026年5月6日至5月20日止。抹灰图样须于2026年5月28日前上传平台。
参赛选手年龄不超过60周岁。
三、内容
理论考试采用机考，单选题60道，每题1分。
四、保障
食宿自理，承办单位可协助联系。承办单位为选手购买意外伤害保险，往返途中的保险由所在单位负责。
附件：1. 报名表；2. 理论题库（另发工作群）
禾川市总工会
2026年4月20日
附件1
抹灰工技能比武报名表
姓名 | 单位 | 电话
"""
NOON = datetime(2026, 5, 7, 12, tzinfo=ZoneInfo("Asia/Shanghai"))


@pytest.fixture(scope="module")
def desk():
    return Desk([read_notice("hc-2026", TEXT.encode())])


def ask(desk, text):
    return desk.answer(Question(text=text, notice="hc-2026", as_of=NOON))


@pytest.mark.parametrize("text", ["理论题库发我几道看看", "考题长什么样"])
def test_a_paper_that_is_not_here_is_named(text, desk):
    found = ask(desk, text)
    assert found.reason == "in_missing_attachment"
    assert "附件2 理论题库" in found.text


@pytest.mark.parametrize("text", ["理论考几道题", "报名表发我一份"])
def test_what_is_here_is_told(text, desk):
    assert ask(desk, text).reason != "in_missing_attachment"


@pytest.mark.parametrize(
    ("text", "told", "untold"),
    [
        ("什么时候比赛", "6月9日", ("5月28日", "5月6日")),
        ("什么时候报到", "6月8日", ("5月28日",)),
        ("图样什么时候上传", "5月28日", ()),
        ("住的地方单位管不管", "食宿自理", ("保险",)),
        ("保险谁买", "购买意外伤害保险", ("食宿",)),
        ("选手最大多大还能参加", "60周岁", ("还不能确定",)),
    ],
)
def test_one_day_or_matter_is_not_told_for_another(text, told, untold, desk):
    found = ask(desk, text)
    assert told in found.text
    assert not any(each in found.text for each in untold)
