"""Facts told bit by bit, taken back or only supposed; tracks given up; what an answer settled."""

from __future__ import annotations

import pytest

from bot.clock import parse_as_of
from knowledge.eligibility.drafting import draft_rules
from knowledge.notice import read_notice
from retrieval.conversation.sorted_into import sorted_into
from retrieval.conversation.told_otherwise import told_otherwise
from retrieval.desk import Desk
from retrieval.model import Answer, Question, Turn
from retrieval.question.lexicon import words

TEXT = """关于举办2027年岚溪市花艺职业技能竞赛的通知
岚溪人社〔2027〕3号
各有关单位：
现将有关事项通知如下。
一、赛项和组别
竞赛设插花、盆景2个赛项，分职工组和学生组。
二、参赛条件
（一）职工组：与本市企业签订劳动合同，连续缴纳社会保险6个月以上，年满18周岁、不超过50周岁。
（二）学生组：本市院校全日制在籍学生，年满16周岁、不超过24周岁。
（三）上一届竞赛同一赛项一等奖获得者不得报名。
三、报名
职工组报名截止时间为2027年8月10日17:00，学生组报名截止时间为2027年8月20日17:00。
插花联系人：田老师，电话：13900000011。盆景联系人：葛老师，电话：13900000022。
四、费用
竞赛不收取报名费。只进行实际操作考核，不进行理论考试。
五、奖励
一等奖8000元、二等奖5000元，优胜奖只发证书、不发奖金。
岚溪市人力资源和社会保障局
2027年5月9日
"""
NOTICE = read_notice("flowers", TEXT.encode())
DESK = Desk([NOTICE], rules={"flowers": draft_rules(NOTICE)})
CASES = {
    "a year of one's own past leaves the conversation where it is": (
        (
            "我今年45，在本市企业上班，能报花艺竞赛吗",
            "社保才交了3个月",
            "记错了，去年10月就开始交的",
        ),
        "不可以",
        False,
    ),
    "what was told before stands without a correction": (
        ("我今年45，在本市企业上班，能报花艺竞赛吗", "社保才交了3个月"),
        "不可以",
        True,
    ),
    "a question of its own is no follow-up": (
        ("花艺竞赛插花找谁", "电话", "考理论不"),
        "不进行理论考试",
        True,
    ),
    "nor does it name a track": (("花艺竞赛盆景报名几号截止", "收钱不"), "不收取报名费", True),
    "the track given up is left out": (
        ("花艺竞赛插花找谁", "那插花不要了，盆景那个打哪个号"),
        "13900000011",
        False,
    ),
    "the other is answered": (
        ("花艺竞赛插花找谁", "那插花不要了，盆景那个打哪个号"),
        "13900000022",
        True,
    ),
    "another one of the list": (
        ("花艺竞赛有哪些赛项", "第二个电话多少", "算了还是搞第一个吧，电话多少"),
        "13900000011",
        True,
    ),
    "an edition that is not here leaves the conversation where it was": (
        ("花艺竞赛报名几号截止", "2019年的呢", "收钱不"),
        "不收取报名费",
        True,
    ),
    "another of the list, after a mistake": (
        ("花艺竞赛有哪些赛项", "第一个电话多少", "不对，是第二个，电话多少"),
        "13900000022",
        True,
    ),
    "who won then asks of now": (
        ("花艺竞赛插花上一届我拿过一等奖，今年报名受影响吗", "那二等奖呢"),
        "没有二等奖",
        True,
    ),
    "a prize won says nothing of another's": (
        ("我拿的二等奖，今年受不受影响",),
        "不符合",
        False,
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_a_conversation(case):
    (*earlier, text), wanted, said = CASES[case]
    history = tuple(Turn(question=each) for each in earlier)
    asked = Question(text=text, as_of=parse_as_of("2027-06-20"), history=history)
    assert (wanted in DESK.answer(asked).text) is said


BEFORE = "我在遵义上班，也住遵义，能报吗"


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("要是调去贵阳分公司呢", "调去贵阳分公司，也住遵义，能报吗"),
        ("说错了，我在贵阳上班", "我在贵阳上班，也住遵义，能报吗"),
        ("要是没带身份证呢", None),
        ("要是调去贵阳几号报名", None),
        ("我还在贵阳上班", None),
    ],
    ids=["supposed", "corrected", "nothing told before", "asks itself", "neither"],
)
def test_facts_in_place_of_others(text, wanted):
    assert told_otherwise(text, BEFORE, words(), 2027) == wanted


def test_nothing_is_put_in_place_without_a_question_of_entering():
    assert told_otherwise("要是调去贵阳呢", "报名几号截止", words(), 2027) is None


@pytest.mark.parametrize(
    ("text", "group"),
    [
        ("可以，按已知情况符合条件：“职工组：年满18周岁”。", "职工组"),
        ("不可以，不符合条件。退休人员不能报职工组，可报学生组。", "学生组"),
        ("不可以，不符合条件：“职工组：年满18周岁”。", None),
        ("可以，职工组、学生组都行。", None),
        ("还不能确定，要看：“退休人员可以报职工组”。", None),
        ("可以，符合条件。\n按：岚溪花艺竞赛 · 职工组", None),
    ],
    ids=[
        "the only one named",
        "the one left",
        "not let in",
        "two",
        "said of others",
        "only below the answer",
    ],
)
def test_the_group_an_answer_puts_somebody_in(text, group):
    answer = Answer(status="answered", text=text)
    assert sorted_into(answer, ("职工组", "学生组")) == group
