"""What bodies of a kind may enter above what all may."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from knowledge.notice import read_notice
from retrieval.desk import Desk
from retrieval.model import Question

AS_OF = datetime(2027, 3, 18, 10, tzinfo=ZoneInfo("Asia/Shanghai"))
TEXT = """关于举办柳溪市园林行业职业技能竞赛的通知

各有关单位：

定于2027年6月举办柳溪市园林行业职业技能竞赛，现就有关事项通知如下：

一、项目设置

设花艺师、绿化工2个项目。

二、名额

（一）个人项目：每个单位每个项目不超过3人；在职职工500人及以上的单位，每个项目可增加2人。
（二）院校组：每校不超过4队，承办院校可增加1队。
（三）民营苗圃每家限报2人；面积300亩以上且上届获奖的苗圃，可增报1人。

三、联系方式

报名：邬老师，13900082001

柳溪市人力资源和社会保障局
2027年3月1日
"""


@pytest.fixture(scope="module")
def desk() -> Desk:
    return Desk([read_notice("garden", TEXT.encode())])


def said(desk: Desk, text: str) -> str:
    return desk.answer(Question(text=text, notice="garden", as_of=AS_OF)).text


@pytest.mark.parametrize(
    ("question", "formula"),
    [
        pytest.param("我们公司八百多职工，绿化工能报几个人", "3+2=5人", id="a number in words"),
        pytest.param("我们单位500人，花艺师能报几个人", "3+2=5人", id="the bound itself"),
        pytest.param("我们是承办院校，能报几队", "4+1=5队", id="a kind by its name"),
    ],
)
def test_who_is_of_the_kind_gets_the_sum(desk: Desk, question: str, formula: str) -> None:
    assert formula in said(desk, question)


@pytest.mark.parametrize(
    "question",
    [
        pytest.param("我们公司三百职工，绿化工能报几个人", id="smaller"),
        pytest.param("每个单位绿化工能报几个人", id="of no size"),
        pytest.param("我们不是承办院校，能报几队", id="not of the kind"),
        pytest.param("我们苗圃400亩，能报几个人", id="one of two conditions"),
    ],
)
def test_nobody_else_does(desk: Desk, question: str) -> None:
    assert "+" not in said(desk, question)


TABLED = """关于举办柳溪市残疾人职业技能竞赛的通知

各区：

定于2027年6月举办柳溪市残疾人职业技能竞赛，现就有关事项通知如下：

一、项目

项目	每区名额	时长
竹编工艺	3人	90分钟
保健按摩	2人	60分钟

江北区作为东道主，每个项目可以增报1人。特殊教育院校单独组队，每校总人数不超过4人。一名选手只能报一个项目。

二、联系方式

报名：邬老师，13900082001

柳溪市残疾人联合会
2027年3月1日
"""


@pytest.fixture(scope="module")
def tabled() -> Desk:
    return Desk([read_notice("host", TABLED.encode())])


@pytest.mark.parametrize(
    ("question", "told", "not_told"),
    [
        pytest.param("江北区的保健按摩能报几个", "2+1=3人", "一个项目", id="the host"),
        pytest.param("保健按摩能报几个", "2人", "+", id="any other"),
        pytest.param("特教学校能报几个人", "4人", "每区名额", id="schools, not districts"),
        pytest.param("一个人能报几个项目", "一个项目", "+", id="tracks, not people"),
    ],
)
def test_cells_are_the_base_for_whoever_is_of_the_kind(
    tabled: Desk, question: str, told: str, not_told: str
) -> None:
    text = tabled.answer(Question(text=question, notice="host", as_of=AS_OF)).text
    assert told in text
    assert not_told not in text
