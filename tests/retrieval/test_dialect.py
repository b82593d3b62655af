"""Words of a region are read as everybody's words; words that only look like them stay."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retrieval.hearing.dialect import plainly

MEANT = {
    "when": ("押金啥前儿退", "押金什么时候退"),
    "where": ("办公室在哪旮沓", "办公室在哪里"),
    "to which place": ("报名表往哪里发", "报名表发到哪里"),
    "how long a paper is": ("笔试考好久", "笔试考多久"),
    "when it begins": ("实操好久开始考", "实操什么时候开始考"),
    "whether there is": ("有没得奖金", "有没有奖金"),
    "there is none": ("没得四级证能报不", "没有四级证能报不"),
    "whether one may": ("报得成不", "能报不"),
    "oneself": ("要自个儿带去不", "要自己带去不"),
    "children": ("我闺女能参加不", "我孩子能参加不"),
    "prizes by their rank alone": ("一等比三等多拿多少", "一等奖比三等奖多拿多少"),
    "the first": ("头名给多少钱", "第一名给多少钱"),
    "an age without its unit": ("四十八了还能报不", "四十八岁了还能报不"),
    "not yet of an age": ("没满16能报不", "未满16岁能报不"),
    "a sound that asks for nothing": ("奖金几多噻", "奖金多少"),
    "several of a thing": ("我两样都想比", "我两个项目都想比"),
    "whether a level rises": ("第四名升不升", "第四名能晋升吗"),
    "Cantonese": ("有冇得补", "有没有补"),
}
STAYS = (
    "什么时候报名",
    "没得奖的能再报吗",
    "没得满分怎么办",
    "前二十能晋级吗",
    "10人能报吗",
    "第三等级是什么",
    "林木有限公司能报吗",
    "一等奖多少钱",
    "好久没报名了",
    "怎么得奖",
    "值得报吗",
)


@pytest.mark.parametrize(("said", "meant"), MEANT.values(), ids=MEANT)
def test_words_of_a_region_are_read_as_everybodys(said: str, meant: str) -> None:
    assert plainly(said) == meant


@pytest.mark.parametrize("text", STAYS)
def test_words_that_only_look_like_them_stay(text: str) -> None:
    assert plainly(text) == text


@given(st.text(max_size=60))
def test_any_text_is_read(text: str) -> None:
    assert isinstance(plainly(text), str)
