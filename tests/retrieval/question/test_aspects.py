"""What speaks of a thing answers only what is asked of it: its day, its way, who sees to it."""

from __future__ import annotations

import pytest

from knowledge.plain import comparable
from retrieval.question.demands import demands

CASES = [
    ("机考还是笔试", "理论考试采用机考方式。", "理论成绩占总成绩的30%。"),
    ("理论考试怎么考", "理论考试闭卷，60分钟。", "理论成绩占总成绩的30%。"),
    ("实操是哪天", "9月8日进行实操。", "实操成绩高者名次列前。"),
    ("理论考试几点开始", "理论考试9:00开始。", "理论成绩占30%。"),
    ("报名费多少", "竞赛不收取报名费。", "交通费据实报销，每人不超过500元。"),
    ("成绩保留几位小数", "成绩保留两位小数。", "成绩相同的，用时短者在前。"),
    ("报名表一式几份", "报名表一式两份。", "报名表须加盖公章。"),
    ("身份证要复印件吗", "提交身份证复印件。", "提交学历证书复印件。"),
    ("要交健康证吗", "须提供健康证明。", "须提交身份证复印件。"),
    ("谁来审核资格", "由市人社局审核参赛资格。", "对弄虚作假的取消参赛资格。"),
    ("初审要多久", "3个工作日内完成初审。", "理论考试60分钟。"),
    ("邮件标题怎么写", "邮件标题注明单位名称。", "主题：匠心筑梦。"),
    ("决赛取多少人", "前30名进入决赛。", "通过选拔产生参加决赛的选手。"),
    ("冒名顶替会怎样", "冒名顶替的取消资格。", "提供不实信息的予以通报。"),
    ("技术文件什么时候发", "技术文件于8月发布。", "各模块时间由技术文件规定。"),
    ("赛前能熟悉场地吗", "9月7日下午熟悉场地。", "协会不举办赛前培训班。"),
    ("能跨单位组队吗", "不得跨单位组队。", "同一单位最多选派1人。"),
    ("参加完能去全国比吗", "优胜者推荐参加全国竞赛。", "获得全国技术能手的不再参赛。"),
    ("几号报到", "9月7日报到。", "决赛报到前7日提交书面说明。"),
    ("报名表去哪下载", "报名表在协会网站下载。", "报名表加盖公章后报送。"),
    ("要干满几年", "从事本职业工作满3年。", "提交单位出具的工作年限证明。"),
    ("总分怎么构成", "总成绩按理论三成、实操七成计算。", "各模块配分见下表。"),
]


@pytest.mark.parametrize(("question", "tells", "speaks"), CASES, ids=[c[0] for c in CASES])
def test_only_what_tells_the_aspect_answers(question, tells, speaks):
    wanted = demands().of(comparable(question))
    assert wanted
    assert demands().met(wanted, comparable(tells))
    assert not demands().met(wanted, comparable(speaks))


def test_until_when_one_enters_is_no_checking_in():
    met = demands().met(
        demands().of("申报到哪天几点为止"), comparable("即日起至2026年2月5日18:00。")
    )
    assert met
