"""What surrounds a question goes, and nothing of the question itself."""

from __future__ import annotations

import time
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retrieval.desk import Desk
from retrieval.hearing import Hearing, without_courtesies
from retrieval.hearing.counted import KEPT as AT_HAND
from retrieval.hearing.counted import counted, times
from retrieval.hearing.sounds import readings, sounds, typed
from retrieval.hearing.spelling import Spelling
from retrieval.model import Question
from retrieval.question.lexicon import words

NOON = datetime(2026, 7, 1, 12, tzinfo=ZoneInfo("Asia/Shanghai"))
GONE = {
    "老师您好，麻烦问一下，报名截止是哪天，谢谢老师！": "报名截止是哪天",
    "您好！打扰了，想请教一下：要交费吗？非常感谢": "要交费吗？",
    "😂😂在吗在吗？？决赛在哪……急急急!!!": "决赛在哪",
    "收到请回复!! 每队几个人 （刚才手滑发错群了哈哈）": "每队几个人",
    "@小助手 奖金多少 [表情][玫瑰]": "奖金多少",
    "不好意思打扰您，请问學生能報嗎？辛苦了": "学生能报吗？",
    "Hi there, how much is the fee? thanks a lot": "how much is the fee?",
}
KEPT = (
    "老师能报吗",
    "那个比赛什么时候开始",
    "急救员有几个赛项",
    "感谢信写给谁",
    "这个赛项（学生组）几个人",
    "辛苦费有吗",
    "报名表发邮箱还是寄过去",
    "谢谢老师",
    "你好",
    "在吗",
)


@pytest.mark.parametrize(("typed", "meant"), GONE.items())
def test_what_only_surrounds_a_question_goes(typed: str, meant: str) -> None:
    assert without_courtesies(typed) == meant


@pytest.mark.parametrize("typed", KEPT)
def test_words_of_the_question_and_bare_courtesies_stay(typed: str) -> None:
    assert without_courtesies(typed) == typed


@given(st.text(max_size=80))
def test_any_text_comes_out_no_longer_and_the_same_a_second_time(text: str) -> None:
    once = without_courtesies(text)
    assert len(once) <= len(text)
    assert without_courtesies(once) == once


@pytest.mark.parametrize("piece", ["谢谢", "请问", "！", "你好", "（哈哈）", "急", "@a "])
def test_a_long_message_of_courtesies_takes_no_time(piece: str) -> None:
    hearing = Hearing((), words())
    hearing.heard(Question(text="热身", as_of=NOON))
    start = time.process_time()
    hearing.heard(Question(text=piece * (2000 // len(piece)), as_of=NOON))
    assert time.process_time() - start < 1


def test_a_courteous_question_gets_the_same_answer(notices) -> None:
    desk = Desk(tuple(notices.values()))
    plain, courteous = (
        desk.answer(Question(text=text, notice="cq-ai-2026", as_of=NOON))
        for text in ("学生能带几个指导老师", "老师您好，想请教一下：学生能带几个指导老师？谢谢啦🙏")
    )
    assert plain.status == "answered"
    assert (courteous.text, courteous.citations) == (plain.text, plain.citations)


TYPED = {
    "这次竞赛有那些塞项": "这次竞赛有哪些赛项",
    "决赛的成办单位是谁": "决赛的承办单位是谁",
    "组委会电化多少": "组委会电话多少",
    "申抱网址发我": "申报网址发我",
    "人工只能训炼师": "人工智能训练师",
    "專家組會不會公布名單": "专家组会不会公布名单",
    "比赛现场能不能停车": "比赛现场能不能停车",
    "刘玉洁负责哪个项目": "刘玉洁负责哪个项目",
    "实习生发不发补贴": "实习生发不发补贴",
}


@pytest.fixture(scope="module")
def hearing(notices) -> Hearing:
    return Hearing(tuple(notices.values()), words())


@pytest.mark.parametrize(("typed", "meant"), TYPED.items())
def test_words_typed_by_their_sound_are_read_as_written(hearing, typed: str, meant: str) -> None:
    assert hearing.heard(Question(text=typed, as_of=NOON)).text == meant


@given(st.text(alphabet="报抱赛塞项那哪几个只能智级公证工，1a", max_size=40))
def test_mending_keeps_length_and_what_is_no_chinese_character(hearing, text: str) -> None:
    mended = hearing._spelled(text)
    assert len(mended) == len(text)
    assert [c for c in mended if not "\u4e00" <= c <= "\u9fff"] == [
        c for c in text if not "\u4e00" <= c <= "\u9fff"
    ]


def test_sounds_are_those_of_every_reading_and_of_careless_tongues() -> None:
    assert ("zhong", "qing") in sounds("重庆")
    assert ("chong", "qing") in sounds("重庆")
    assert set(sounds("视频", near=True)) & set(sounds("视屏", near=True))


def test_an_answer_says_which_words_it_took_for_others(notices) -> None:
    desk = Desk(tuple(notices.values()))
    question = Question(text="指导老师能带几个选守", notice="cq-ai-2026", as_of=NOON)
    assert "几个选手" in desk.answer(question).text
    right = question.model_copy(update={"text": "指导老师能带几个选手"})
    assert "理解为" not in desk.answer(right).text


@pytest.mark.parametrize("asked", ["竞赛是几家单位联合办的", "文件一共印了几份", "要来几位裁判"])
def test_a_measure_word_behind_a_question_word_stays(hearing, asked: str) -> None:
    assert hearing.heard(Question(text=asked, as_of=NOON)).text == asked


@pytest.mark.parametrize(
    ("char", "ways"), [("还", {"hai", "huan"}), ("拖", {"tuo"}), ("长", {"zhang", "chang"})]
)
def test_a_character_sounds_as_people_type_it(char, ways):
    assert set(typed(char)) == ways <= set(readings(char))


def test_a_reading_of_dictionaries_alone_makes_no_slip():
    heard = Spelling(lambda: ["迟到的不得入场，对成绩不服的可以申诉"], lambda: ["迟到", "不服"])
    assert heard.mended("最晚拖到几号") == "最晚拖到几号"
    assert heard.mended("现在补还收吗") == "现在补还收吗"
    assert heard.mended("池到了怎么办") == "迟到了怎么办"


def test_words_are_counted_wherever_they_stand():
    texts = ["由学院承办，学院主办", "承办学院", "天天天"]
    assert counted(texts[0]).words["学院"] == 2
    assert "院承" not in counted(texts[0]).words
    assert counted(texts[0]).characters == 9


@pytest.mark.parametrize("others", [0, AT_HAND], ids=["few texts", "more than are kept"])
def test_other_words_are_counted_alike_in_few_texts_and_in_many(others):
    texts = ["由学院承办，学院主办", "承办学院", "天天天", *["无关"] * others]
    found = times(["学院", "院承", "天天", "院主"], texts)
    assert [found.get(word, 0) for word in ("学院", "院承", "天天", "院主")] == [3, 1, 2, 1]


def test_a_word_with_a_mistake_behind_its_beginning_is_mended():
    mends = Spelling(lambda: ["由学院承办单位负责"] * 2, lambda: ["承办单位"]).mended
    assert mends("谁是承办丹位") == "谁是承办单位"
    assert mends("谁是成办丹位") == "谁是承办单位"
