"""Tables whose rows are groups, or kinds of tracks and groups at once."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from knowledge.notice import read_notice
from retrieval.desk import Desk
from retrieval.model import Question

TEXT = """云溪市面包烘焙协会文件
云面协〔2026〕6号
关于举办云溪市第三届烘焙行业职业技能竞赛的通知
第一部分　基本情况
1.主办单位：云溪市面包烘焙协会。
2.赛项与组别：
赛项	组别	参赛形式	每队人数
欧式面包	职工组、学生组	个人	1人
婚礼蛋糕	职工组、学生组	团体	3人
3.竞赛分为预赛和决赛两个阶段，预赛线上进行，决赛线下进行。
第二部分　报名
4.报名时间：2026年3月2日至3月20日，在报名平台（hongbei.yunxi.example.cn）填报。
5.上传材料：（1）报名表扫描件；（2）身份证扫描件；（3）职工组提供劳动合同，学生组提供学籍证明；（4）一寸照片。
6.参赛费：
类别	预赛费	决赛费
团体赛项职工组	每队300元	每队1800元
团体赛项学生组	每队150元	每队900元
个人赛项职工组	每人120元	每人700元
个人赛项学生组	每人60元	每人400元
决赛费含耗材和午餐。本会会员单位的决赛费按八折收取，预赛费不打折。
7.发票：款到后8个工作日内发送至报名邮箱。需要专用发票的，在平台勾选并上传一般纳税人证明。
8.费用只接受对公转账，不接受现金和个人账户付款。
第三部分　预赛
9.时间：2026年4月11日9:00—10:00。
10.形式：线上闭卷机考，共80题，其中单选50题、判断30题，每题1分。切屏4次，系统强制交卷。
11.预赛成绩4月16日在平台公布，对成绩有疑问的，4月17日前申请复核。决赛名单4月24日公布。
第四部分　决赛
12.时间和地点：
组别	报到	比赛	地点
职工组	5月15日	5月16日至17日	云溪市烘焙培训中心（云溪市麦田路3号）
学生组	5月22日	5月23日	云溪职业技术学院（云溪市书香路8号）
第五部分　裁判
13.裁判员应具备：（1）技师以上等级；（2）年龄不超过60周岁；（3）两年以上执裁经历。三项须同时满足。
14.裁判员劳务费每人每天500元，交通费凭票报销。
15.婚礼蛋糕赛项选手须持有健康证；欧式面包赛项驾驶配送车的须持有C1驾驶证。
第六部分　奖励和监督
17.各赛项按决赛队数（人数）的5%、10%、25%设一、二、三等奖。
18.奖金：一等奖每队（人）4000元、二等奖2000元、三等奖1000元。
16.不得以竞赛名义向选手收取培训费，发现违规收费可拨打监督电话13900090011。
附件：1.报名表
2.各赛项竞赛大纲
云溪市面包烘焙协会
2026年2月20日
"""
NOTICE = "hongbei"
DESK = Desk([read_notice(NOTICE, TEXT.encode())])
CASES = {
    "days of a contest, of each group": ("决赛哪天比", ["5月16日", "5月23日"], ["5月15日"]),
    "when each group checks in": ("决赛几号报到", ["5月15日", "5月22日"], ["5月16日"]),
    "where each group is": ("决赛在哪里举行", ["麦田路3号", "书香路8号"], []),
    "one group's own row": ("学生组决赛在哪", ["书香路8号"], ["麦田路3号"]),
    "the day below its heading": ("预赛哪天考", ["4月11日"], ["4月16日", "4月24日"]),
    "when results are out is no contest": ("预赛分数啥时候能查", ["4月16日"], ["4月24日"]),
    "kind, group and stage": ("婚礼蛋糕职工组决赛费多少", ["1800"], ["900", "300", "700"]),
    "another kind": ("欧式面包学生组预赛费多少", ["60"], ["150", "400"]),
    "the kind alone": ("个人赛报名费多少", ["120", "60"], ["1800"]),
    "what one pays less": ("团体决赛费学生队比职工队便宜多少", ["900元"], ["700"]),
    "so many teams": ("职工组婚礼蛋糕报两队 决赛费一共多少", ["2×1800=3600元"], []),
    "so many people, both stages": (
        "学校派三个学生比欧式面包 预赛决赛都算上一共多少钱",
        ["3×(60+400)=1380元"],
        [],
    ),
    "members pay less": (
        "我们是会员单位，职工组婚礼蛋糕两队决赛费一共多少",
        ["2×1800×0.8=2880元", "按八折收取"],
        [],
    ),
    "no members do not": ("我们不是会员，职工组婚礼蛋糕两队决赛费一共多少", ["3600元"], ["2880"]),
    "nor members before the final": (
        "我们是会员，职工组婚礼蛋糕两队预赛费一共多少",
        ["2×300=600元"],
        ["480"],
    ),
    "how many prizes is no sum": ("婚礼蛋糕决赛20队 三等奖几个", ["20×25%=5"], ["1000"]),
    "an address without http": ("报名在哪个网站填", ["hongbei.yunxi.example.cn"], []),
    "invoices in short": ("我们单位要专票 咋弄", ["勾选"], []),
    "when the invoice comes": ("钱打过去多久能拿到票", ["8个工作日"], []),
    "paying for oneself": ("我个人微信先垫付行不行", ["只接受对公转账"], []),
    "how many questions": ("预赛一共多少道题", ["80题"], ["元"]),
    "a verb taken apart": ("考试时不小心切了屏 几次会被收卷", ["4次"], []),
    "whether one must be there": ("预赛得跑去现场吗", ["线上"], ["折"]),
    "conditions of a role": ("当裁判要满足啥条件", ["技师以上", "60周岁", "执裁"], []),
    "a fare beside a fee": ("请去做裁判一天给多少，高铁票报吗", ["500元", "凭票报销"], []),
    "a licence by its short name": ("报欧式面包驾照要什么本", ["C1"], []),
    "papers of one group": ("学生报名需要上传哪些东西", ["身份证", "学籍", "照片"], ["报名时间"]),
    "where one complains": ("单位找我要培训费 去哪投诉", ["13900090011"], []),
}


@pytest.mark.parametrize(("question", "told", "untold"), CASES.values(), ids=CASES)
def test_what_holds_for_the_group_is_told(question, told, untold):
    text = _answer(question).text
    assert [t for t in told if t not in text] == [], text
    assert [t for t in untold if t in text] == [], text


SILENT = {
    "what stands in a paper": ("欧式面包的大纲里都考哪些知识点", "附件2"),
    "an earlier edition's entrants": ("上届多少单位参加了", "上届"),
    "how long a paper holds": ("裁判聘书有效期几年", "有效期"),
}


@pytest.mark.parametrize(("question", "named"), SILENT.values(), ids=SILENT)
def test_what_no_clause_tells_is_not_told(question, named):
    answer = _answer(question)
    assert answer.status in {"not_stated", "partial"}
    assert named in answer.text or "没有找到直接写明这一点的条款" in answer.text


def test_a_letter_for_a_baker_is_no_question_about_the_track():
    assert _answer("帮我写份欧式面包师傅的求职简历").status == "out_of_scope"


def _answer(question: str):
    on = datetime(2026, 3, 1, tzinfo=ZoneInfo("Asia/Shanghai"))
    return DESK.answer(Question(id="q", text=question, as_of=on, notice=NOTICE))
