"""Steps, rows, forms and sums, asked as people ask for them."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from knowledge.notice import read_notice
from retrieval.computed.rates import of_each
from retrieval.computed.worked import weighted
from retrieval.desk import Desk
from retrieval.model import Question

TEXT = """关于举办2026年白石市信息技术职业技能竞赛的通知
白人社发〔2026〕9号

各区县人力社保局：
决定举办2026年白石市信息技术职业技能竞赛。
一、竞赛项目
	序号
	赛项设置
	命题标准

	1
	WPS办公应用
	高级工、中级工

	2
	3D游戏建模
	高级工

	3
	物联网安装（嵌入式应用）
	高级工

二、竞赛安排
择优选拔各赛项职工组25名选手进入决赛、学生组20名选手进入决赛。
如遇不可抗力，竞赛将延期举办，具体时间将另行通知。
参赛选手不得兼项参赛，也不得以多重身份参赛。
三、申报步骤
1.登录申报平台，完成账号注册。
2.填写相关信息，点击保存。
3.下载带数据的申报表，盖章后上传签章文件。
四、奖励
对工作表现突出的单位，由主办单位颁发“优秀组织单位”奖牌和证书。
获奖总人数不超过决赛参赛选手数量的30%。
五、联系方式
联系人：景老师，13900044401
白石市人力资源和社会保障局
2026年5月6日
"""
ASKED = {
    "the step after the one told of": ("填完保存了，下一步是啥", ["下载带数据的申报表", "盖章"]),
    "what each cell of a column says, not its heading": (
        "三个赛项分别按几级工命题",
        ["WPS办公应用：命题标准：高级工、中级工", "3D游戏建模", "命题标准：高级工"],
    ),
    "a track by its Latin letters": ("wps按什么标准命题", ["高级工、中级工"]),
    "a track by letters and the end of its name": ("3d建模命题标准", ["3D游戏建模", "高级工"]),
    "the whole name of a track": ("嵌入式那个赛项全称", ["物联网安装（嵌入式应用）"]),
    "the last row": ("最后一个赛项是啥", ["物联网安装"]),
    "all tracks together": ("三个赛项决赛总共多少人", ["3×(25+20)=135"]),
    "the most who win, of those in the final": (
        "决赛有40个选手，拿奖的总共最多几个人",
        ["40×30%=12"],
    ),
    "both tracks": ("我又想参加WPS又想参加3D建模，行不", ["不得兼项"]),
    "what happens in a storm": ("万一遇上台风，比赛还办不", ["延期举办"]),
    "a plate for schools": ("工作表现好的学校会给牌子吗", ["优秀组织单位"]),
}


@pytest.fixture(scope="module")
def desk():
    return Desk([read_notice("bs-xinxi-2026", TEXT.encode())])


@pytest.mark.parametrize("name", ASKED)
def test_what_is_asked_is_answered(desk, name):
    text, says = ASKED[name]
    moment = datetime(2026, 6, 1, 9, tzinfo=ZoneInfo("Asia/Shanghai"))
    answer = desk.answer(Question(text=text, notice="bs-xinxi-2026", as_of=moment, id="q"))
    assert answer.status in {"answered", "partial"}, answer.text
    assert [s for s in says if s not in answer.text] == [], answer.text


def test_marks_that_are_said_twice_count_once():
    clauses = ["理论成绩占总成绩的20%，操作成绩占总成绩的80%"]
    found = weighted("理论60,操作85合成几分，理论60,操作85合成几分", clauses)
    assert found is not None
    assert found.computed == ("80",)


@pytest.mark.parametrize(
    ("question", "total"),
    [("五个赛项学生组一共几个人", "100"), ("五个赛项一共几个人", "225"), ("五个赛项怎么比", None)],
)
def test_what_every_track_has_is_multiplied(question, total):
    found = of_each(question, ["各赛项职工组25名、学生组20名进入决赛"])
    assert (found.computed[0] if found else None) == total
