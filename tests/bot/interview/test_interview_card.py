"""The card at the end, on Telegram and in the terminal."""

from __future__ import annotations

from datetime import date

import pytest

from bot.interview.card import Made, card
from bot.layout import units
from bot.render import line_parts, terminal_lines
from bot.wording import wording
from knowledge.eligibility.model import Change, Rule, RuleFinding, Rules, Verdict
from knowledge.eligibility.unreviewed import marked
from knowledge.model import Citation
from retrieval.model import Answer

WORDS = wording().card
CITED = Citation(notice="n", label="试", path="四", quote="年满16周岁", start=0, end=6)


def finding(outcome, said="须年满16周岁；到2026-06-10为15周岁。", rule="age", citation=CITED):
    return RuleFinding(
        rule=rule, outcome=outcome, strength="must", explanation=said, citation=citation
    )


def verdict(decision, *findings, **more):
    return Verdict(verdict=decision, findings=findings, as_of="2026-06-10", verdict_id="v1", **more)


def text_of(given, facts=None, advice=()):
    return terminal_lines(card(Made("试赛", "2026-06-10 09:30", given, facts or {}, advice), WORDS))


@pytest.mark.parametrize(
    ("given", "said"),
    [
        (verdict("eligible", finding("met")), WORDS.eligible),
        (verdict("ineligible", finding("not_met")), WORDS.ineligible),
        (verdict("need_info", finding("unknown"), missing=("birth_date",)), WORDS.need_info),
        (verdict("need_info", finding("unknown"), missing=("other",)), WORDS.organiser),
    ],
    ids=["可以参加", "不能参加", "还差信息", "由主办方确认"],
)
def test_the_verdict_is_said_in_words(given, said):
    assert WORDS.verdict.format(decision=said) in text_of(given).split("\n")


FINDINGS = (
    finding("met", "须是学生；以学生身份参赛，符合。"),
    finding("met", "设学生组；学生身份可报学生组。"),
    finding("met", "裁判不得报名；没有这种情形。"),
    finding("remark", "团队不得跨单位。"),
    finding("unknown", "须在重庆；还不知道。"),
)


def test_not_met_comes_first_then_met_in_short():
    text = text_of(verdict("ineligible", *FINDINGS, finding("not_met")))
    rest = WORDS.rest.format(count=1)
    places = [
        text.index(part) for part in ("✗ 须年满", rest, "✓ 须是学生\n", "✓ 设学生组（学生身份可报")
    ]
    assert places == sorted(places)
    assert "│ 四：“年满16周岁”" in text


def test_beside_a_no_stand_no_remarks_and_nothing_that_nobody_was_asked_about():
    no = text_of(verdict("ineligible", *FINDINGS, finding("not_met")))
    yes = text_of(verdict("need_info", *FINDINGS))
    assert "不得跨单位" in yes
    assert "✓ 裁判不得报名（没有这种情形）" in yes
    assert "不得跨单位" not in no
    assert "裁判不得报名" not in no


def test_what_is_open_is_said_where_it_matters():
    text = text_of(verdict("need_info", finding("unknown", "须在重庆；还不知道。")))
    assert "？ 须在重庆" in text


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (
            Change(key="age", to=16, from_date=date(2026, 11, 20), rule="r"),
            "到2026-11-20满16周岁后可以",
        ),
        (Change(key="work_place", to="重庆", rule="r"), "工作地：重庆"),
        (Change(key="enrolled", to=True, rule="r"), "在校在籍：是"),
        (Change(key="registered_tracks", to=[], rule="r"), "不再报另一个赛项"),
        (Change(key="certificate_level", to="四级/中级工", rule="r"), "证书等级：四级/中级工"),
        (Change(key="team_size", to=2, rule="r"), "队伍人数：2"),
        (Change(key="group", to="职工组", rule="r"), "组别：职工组"),
    ],
    ids=lambda value: value if isinstance(value, str) else value.key,
)
def test_what_would_change_it_is_said(change, said):
    text = text_of(verdict("ineligible", finding("not_met"), would_change=(change,)))
    assert said in next(line for line in text.split("\n") if line.startswith("什么情况下可以"))


def on_drafts(decision, *findings, drafted=("drafted-1",)):
    """The verdict as the checker marks it where these rules are drafted ones."""
    rules = tuple(Rule(id=name, check="note", drafted=True, cite=None) for name in drafted)
    return marked(verdict(decision, *findings), Rules(notice="n", rules=rules))


def test_a_verdict_on_drafted_rules_says_so_on_top():
    own = on_drafts("eligible", finding("met", rule="drafted-1"))
    assert WORDS.drafted in text_of(own).split("\n")[:3]
    assert WORDS.drafted not in text_of(verdict("eligible", finding("met")))


def test_the_mark_stands_once_where_all_rules_are_drafted_and_on_each_where_some_are():
    drafted = finding("not_met", "须年满16周岁；不满。", rule="drafted-1")
    alone = text_of(on_drafts("ineligible", drafted))
    mixed = text_of(on_drafts("ineligible", drafted, finding("not_met", "须是学生；不是。")))
    assert alone.count("未经人工核对") == 1
    assert mixed.count("未经人工核对") == 2


def test_what_is_missing_is_named():
    given = verdict("need_info", finding("unknown"), missing=("track", "birth_date", "sex"))
    assert "出生日期、性别" in text_of(given)


def test_advice_is_cited_and_without_its_scope():
    advice = Answer(status="answered", text="9月29日截止。\n按：试赛", citations=(CITED,))
    text = text_of(verdict("eligible", finding("met")), advice=(advice,))
    assert "· 9月29日截止。" in text
    assert "按：试赛" not in text


def test_a_long_card_is_split_and_hostile_words_are_escaped():
    many = [finding("unknown", f"<b>条件{n}</b>&；" + "很长的说明" * 40) for n in range(60)]
    made = Made("<i>试赛", "2026-06-10", verdict("need_info", *many, missing=("sex",)), {}, ())
    parts = line_parts(card(made, WORDS))
    assert len(parts) > 2
    assert "<blockquote expandable>" in "".join(part.html for part in parts)
    assert all(units(part.plain) <= 4096 for part in parts)
    assert "&lt;b&gt;条件0&lt;/b&gt;&amp;" in parts[0].html
    assert "<i>试赛" not in parts[0].html
    assert sum(f"条件{n}<" in part.plain for part in parts for n in range(60)) == 60
