"""Sentences answer for the group, phase, role and thing they speak of, and for no other."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from knowledge.notice import read_notice
from retrieval.desk import Desk
from retrieval.model import Question

TEXT = """关于举办岚川市第四届家政服务技能竞赛的通知
各有关单位：
现将有关事项通知如下。
一、赛项和组别
竞赛设家庭保洁、家庭烹饪2个赛项，分社会组和院校组，分初赛、复赛、决赛三个阶段进行。
二、报名
（一）社会组由各街道统一组织，于2026年7月6日9:00至7月17日17:00登录“岚家政”平台填报，不受理个人报名。
（二）院校组由学校团委填报，截止时间为2026年7月24日17:00。
（三）2026年6月30日前毕业离校的，不得参加院校组，可以参加社会组。
（四）材料不全的，组委会在2日内通知补正，补正截止时间为2026年7月28日。
三、赛程
赛项 | 报到时间 | 比赛时间
家庭保洁 | 8月15日 | 8月16日
家庭烹饪 | 8月17日 | 8月18日
四、报名材料
1.决赛报名须提交：（1）报名汇总表（盖章扫描件）；（2）健康证扫描件；（3）蓝底电子照片；（4）家庭烹饪赛项另附食品安全培训证明。
2.材料打包发送至jiazheng@lanchuan.example.org，邮件主题为“单位名称+决赛报名”。缺一项视为报名无效。
五、经费
（一）社会组选手食宿由组委会统一安排并承担；院校组师生食宿费用自理。领队食宿费用由报送单位承担。
（二）参赛费以对公转账方式缴纳，户名：岚川市家政服务协会，账号见附件2。
（三）决赛期间住宿由承办单位推荐，协议酒店为岚川云栖酒店，标间每间每晚240元（含早餐），由各单位自行预订，预订时报竞赛名称。
六、纪律
（一）对成绩有疑问的，由领队在成绩公布后1小时内书面提交仲裁组。评委的打分尺度不属于申诉范围。
（二）赛场在报到当日开放，供选手熟悉。
七、联系方式
1.组委会办公室：桑老师（报名、资格），13900073301。
2.平台登录、填报故障：13900073302。
附件：1.竞赛技术规则
2.缴费账号及开票信息
3.选手报名表（可在岚川家政网下载）
岚川市商务局
2026年6月1日
"""
NOON = datetime(2026, 7, 10, 12, tzinfo=ZoneInfo("Asia/Shanghai"))
TOLD = {
    "each group its period": (
        "报名几号截止",
        ("7月17日", "7月24日"),
        ("8月15日", "7月28日", "6月30日"),
    ),
    "the period of one group": ("社会组报名啥时候截止", ("7月17日",), ("7月24日", "6月30日")),
    "by the body that is named": ("我们是学校，最晚几号填报", ("7月24日",), ("7月17日",)),
    "the day one reports": ("家庭保洁哪天报到", ("8月15日",), ("7月17日",)),
    "the group, no leader": ("我是社会组的，吃住要自己掏钱吗", ("组委会",), ("领队", "自理")),
    "the leader": ("领队的食宿谁出", ("报送单位",), ()),
    "the sum is kept": ("住的酒店多少钱一晚", ("240元",), ("未规定具体数额",)),
    "every paper of a list": (
        "决赛报名要准备哪些东西",
        ("汇总表", "健康证", "照片"),
        ("技术规则",),
    ),
    "papers of one track": (
        "家庭保洁决赛报名要准备哪些材料",
        ("汇总表", "健康证", "照片"),
        ("食品安全",),
    ),
    "where the form is": ("报名表去哪弄", ("下载",), ()),
    "beyond appeal": ("想申诉，觉得评委打分尺度太严，怎么弄", ("不属于申诉范围", "仲裁组"), ()),
    "how one appeals": ("怎么申诉", ("仲裁组",), ()),
    "whom to call, once": ("平台登录不上去，找谁", ("13900073302",), ("13900073301",)),
}
SILENT = {
    "an account that is attached": ("缴费账号是多少", "in_missing_attachment"),
    "who else may come in": ("家里人能进赛场看比赛吗", "not_in_notice"),
    "a thing in Latin letters": ("赛场有没有wifi能连", "not_in_notice"),
}


@pytest.fixture(scope="module")
def desk():
    return Desk([read_notice("lc-2026", TEXT.encode())])


def answered(desk, text):
    return desk.answer(Question(text=text, notice="lc-2026", as_of=NOON))


@pytest.mark.parametrize("case", TOLD)
def test_what_is_told(case, desk):
    text, said, unsaid = TOLD[case]
    found = answered(desk, text)
    assert found.status == "answered"
    assert all(words in found.text for words in said)
    assert not any(words in found.text for words in unsaid)


@pytest.mark.parametrize("case", SILENT)
def test_what_is_not_told(case, desk):
    text, reason = SILENT[case]
    found = answered(desk, text)
    assert found.status in {"not_stated", "partial"}
    assert found.reason == reason


def test_another_phase_has_none_of_it(desk):
    assert "岚川云栖酒店" not in answered(desk, "复赛期间住宿有协议酒店吗").text


def test_the_final_has_its_hotel(desk):
    assert "岚川云栖酒店" in answered(desk, "决赛期间住宿有协议酒店吗").text
