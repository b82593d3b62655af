"""What anybody asks of any notice, over one that words things its own way."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from knowledge.confirmed import Confirmed
from knowledge.notice import read_notice
from retrieval.desk import Desk
from retrieval.model import Question

NOON = datetime(2026, 5, 1, 12, tzinfo=ZoneInfo("Asia/Shanghai"))
NOTICE = """青禾县人力资源和社会保障局

青人社〔2026〕31号

关于举办青禾县第二届家政服务技能竞赛的通知

各乡镇，各有关单位：

一、组织领导

竞赛由县人力资源和社会保障局主办，青禾职业学校承办。竞赛设组委会，组委会办公室设在承办学校，负责日常工作。

二、竞赛项目

竞赛共设2个项目：收纳整理、月子餐制作。

三、报名对象及条件

凡具有青禾县户籍或者在青禾县内就业的人员，年满18周岁、在法定退休年龄以内的，均可报名参赛。企业职工、院校师生均可参加。收纳整理项目的选手年龄不超过50周岁。
具有下列情形之一的，不得参赛：
1.担任本届竞赛裁判人员的。

四、报名办法

（一）2026年6月12日前，选手持身份证到所在乡镇便民服务中心报名，也可将报名表发送至jiazheng@example.org。
（二）报名需提交：报名表、身份证复印件、健康证复印件。非本县户籍人员还应提交就业证明。
（三）每个乡镇每个项目限报3人。
（四）企业每个项目不超过2人。

五、竞赛日程

1.理论考试：2026年7月4日上午，闭卷，时间60分钟。
2.技能操作：2026年7月18日，在青禾职业学校实训楼进行。
3.报到时间：2026年7月17日14:00—17:00。选手凭身份证报到，材料由选手报到时交验。

六、奖励

（一）每个项目取一等奖1名、二等奖2名、三等奖3名，奖金依次为1000元、600元、300元。
（二）成绩合格的选手，按规定核发职业技能等级证书。
（三）对组织得力的乡镇颁发优秀组织奖，名额不超过4个。

七、保障

竞赛不收费。选手人身意外险由县人社局统一购买。

八、联络方式

组委会办公室：阮老师，13900020001
技术指导：柯老师，13900020002
电子邮箱：jiazheng@example.org

青禾县人力资源和社会保障局
2026年5月20日
"""


@pytest.fixture(scope="module")
def desk() -> Desk:
    return Desk([read_notice("qh-jiazheng-2026", NOTICE.encode(), Confirmed())])


def _said(desk: Desk, question: str) -> tuple[str, str]:
    answer = desk.answer(Question(text=question, notice="qh-jiazheng-2026", as_of=NOON))
    return answer.status, answer.text


TOLD = [
    (
        "how to enter, from the first step",
        "怎么报名",
        ["便民服务中心", "jiazheng@example.org"],
    ),
    ("papers by the sentence that lists them", "报名要交什么材料", ["身份证复印件、健康证复印件"]),
    ("where it is held, not where an office is", "比赛在哪", ["青禾职业学校实训楼"]),
    ("all days of the programme", "哪天比赛", ["7月4日", "7月18日", "7月17日"]),
    ("how many tracks, no quota", "有几个项目", ["2个项目"]),
    (
        "prizes of the first three, no three people",
        "前三名有什么奖励",
        ["1000元、600元、300元"],
    ),
    ("which prizes there are", "设哪些奖", ["一等奖1名"]),
    ("a certificate that is given, no copy", "发什么证书", ["核发职业技能等级证书"]),
    ("quotas of all kinds of units", "一个单位能报几个人", ["限报3人", "不超过2人"]),
    ("a quota, no number of awards", "有名额限制吗", ["限报3人"]),
    ("whom to ask: everybody named", "找谁咨询", ["阮老师", "柯老师"]),
    ("an address counts nothing", "邮箱是多少", ["jiazheng@example.org"]),
    ("the day of checking in", "哪天报到", ["7月17日"]),
    ("a role the notice lets in by name", "老师能参加吗", ["院校师生均可参加"]),
    ("an insurance by another name", "要不要买保险", ["统一购买"]),
    ("the general age beside the special one", "多大年龄能参加", ["年满18周岁", "不超过50周岁"]),
    ("the retired, by the age they passed", "退休了能参加吗", ["法定退休年龄以内"]),
]


@pytest.mark.parametrize(("name", "question", "told"), TOLD, ids=[c[0] for c in TOLD])
def test_it_is_told(desk, name, question, told):
    status, text = _said(desk, question)
    assert status == "answered"
    assert [each for each in told if each not in text] == []


KEPT = [
    ("no quota of awards among those of entrants", "有名额限制吗", "组织奖"),
    ("no checking of papers for the day of checking in", "哪天报到", "交验"),
    ("no office for the place", "比赛在哪", "办公室"),
]


@pytest.mark.parametrize(("name", "question", "other"), KEPT, ids=[c[0] for c in KEPT])
def test_what_only_sounds_alike_is_left_out(desk, name, question, other):
    assert other not in _said(desk, question)[1]


SILENT = [
    ("who judges", "裁判是谁"),
    ("training, where a base is none", "有没有培训"),
    ("coaches", "有指导老师名额吗"),
    ("exchanging entrants", "能换人吗"),
]


@pytest.mark.parametrize(("name", "question"), SILENT, ids=[c[0] for c in SILENT])
def test_it_is_silent(desk, name, question):
    assert _said(desk, question)[0] == "not_stated"
