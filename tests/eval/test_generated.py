"""Questions and notices made by a seed: the same again, and what must hold of them."""

from __future__ import annotations

from random import Random

import pytest
from click.testing import CliRunner

from bot.clock import parse_as_of
from eval.generators import __main__ as command
from eval.generators import metamorphic, mutated, paraphrased, poisoned
from eval.generators.model import Trial, again, desk_of
from eval.generators.section import section
from eval.known import bundled_files, read_cases
from eval.synthetic import synthetic
from knowledge.notice import read_notice
from retrieval.model import Question

DAY = Question(text="", as_of=parse_as_of("2026-01-05"))
CASES = [case for path in bundled_files() if path.stem == "seeds" for case in read_cases(path)]
OF_GUIZHOU = [case for case in CASES if case.notice == "gz-ai-2025"][:8]


def held(trials):
    found = list(trials)
    assert found
    return [trial for trial in found if not trial.right]


def test_there_are_cases():
    assert len(OF_GUIZHOU) > 4


def test_the_same_seed_makes_the_same_words():
    text = "2026年重庆人工智能竞赛报名截止到什么时候"
    once = dict(paraphrased.reworded(text, 1))
    assert once == dict(paraphrased.reworded(text, 1))
    assert set(once) == set(paraphrased.WAYS)
    assert all(words != text for words in once.values())
    assert once != dict(paraphrased.reworded(text, 3))


def test_a_way_that_changes_nothing_is_left_out():
    assert "全角" not in dict(paraphrased.reworded("几号截止", 1))
    assert paraphrased.typo("OK", Random(1)) == "OK"


WAYS = [
    ("traditional", "重庆报名", "重慶報名"),
    ("full_width", "AI,2026?", "ＡＩ，２０２６？"),
]


@pytest.mark.parametrize(("way", "text", "made"), WAYS)
def test_other_characters(way, text, made):
    assert getattr(paraphrased, way)(text, Random(1)) == made


def test_a_typo_changes_one_character_to_one_of_the_same_sound():
    from pypinyin import lazy_pinyin  # noqa: PLC0415

    made = paraphrased.typo("报名截止时间", Random(5))
    (changed,) = [at for at in range(6) if made[at] != "报名截止时间"[at]]
    assert lazy_pinyin(made[changed]) == lazy_pinyin("报名截止时间"[changed])


def test_noise_never_parts_a_number():
    for seed in range(60):
        assert "2026" in paraphrased.noisy("竞赛2026", Random(seed))


def test_traditional_and_full_width_questions_are_answered_as_before(notices):
    trials = list(paraphrased.trials(desk_of([notices["gz-ai-2025"]]), OF_GUIZHOU, 1))
    assert not held(t for t in trials if t.kind in {"繁体", "全角"})


@pytest.mark.parametrize("value", ["7月31日", "2026年2月9日", "18:00", "15%", "3", "js1@x.cn"])
def test_one_digit_is_changed_and_the_value_stays_possible(value):
    for seed in range(30):
        made = mutated.other(value, Random(seed))
        differing = [at for at in range(len(value)) if made[at] != value[at]]
        assert len(made) == len(value)
        assert len(differing) == 1
        assert made[differing[0]].isdigit()
    assert mutated.other("十五", Random(1)) is None


def test_years_and_what_phones_begin_with_stay():
    for seed in range(40):
        assert mutated.other("〔2026〕29号", Random(seed)).startswith("〔2026〕")
        assert mutated.other("13900079456", Random(seed)).startswith("139")
    assert mutated.other("2026年", Random(1)) is None


def test_a_number_that_may_mean_two_things_is_left_alone(notices):
    notice = notices["gz-ai-2025"]
    answer = desk_of([notice]).answer(OF_GUIZHOU[0].asked())
    twice = notice.model_copy(update={"text": "3人，3队，60%，60分钟"})
    cited = answer.citations[0].model_copy(update={"start": 0, "end": 14})
    told = answer.model_copy(update={"citations": (cited,)})
    assert mutated.changed(twice, told, "3", Random(1)) is None
    assert mutated.changed(twice, told, "60", Random(1)).text.startswith("3人，3队，60%，")


def test_no_day_becomes_one_that_is_none():
    for seed in range(60):
        month, day = mutated.other("2月28日", Random(seed)).removesuffix("日").split("月")
        assert 1 <= int(month) <= 12
        assert 1 <= int(day) <= 31


def test_a_changed_digit_changes_the_answer(notices):
    assert not held(mutated.of_synthetic(list(synthetic(2, 5)), DAY, 1))
    assert not held(mutated.of_bundled([notices["gz-ai-2025"]], OF_GUIZHOU[:4], 1))


def test_an_answer_that_does_not_follow_is_seen(notices, monkeypatch):
    monkeypatch.setattr(mutated, "again", lambda notice, _: notice)
    wrong = held(mutated.of_bundled([notices["gz-ai-2025"]], OF_GUIZHOU[:4], 1))
    assert all("没有说它" in trial.reason for trial in wrong)
    assert wrong


def test_orders_inside_a_notice_change_nothing(notices):
    assert not held(poisoned.trials([notices["gz-ai-2025"]], OF_GUIZHOU, 3))


def test_every_order_stands_in_the_poisoned_text(notices):
    text = poisoned.poisoned(notices["gz-ai-2025"].text, Random(1))
    assert all(order in text for order in poisoned.poisons().orders)
    assert poisoned.poisoned("没有句号", Random(1)).startswith("没有句号\n")


def test_a_leak_is_seen(notices):
    before = desk_of([notices["gz-ai-2025"]]).answer(OF_GUIZHOU[0].asked())
    spoilt = before.model_copy(update={"text": f"{before.text} HACKED-7741"})
    assert "HACKED" in poisoned._wrong(before, spoilt)
    assert poisoned._wrong(before, before.model_copy(update={"text": "别的"})) == "回答变了"


def test_a_renamed_person_is_renamed_in_the_answer(notices):
    notice = notices["cq-special-2026"]
    case = OF_GUIZHOU[0].model_copy(
        update={"notice": notice.id, "question": "陪诊服务找谁", "as_of": "2026-06-10"}
    )
    assert not held(metamorphic.renamed([notice], [case], 1))
    assert metamorphic.names(notice)


def test_a_name_is_changed_with_its_blanks():
    change = metamorphic._renaming("余维", "赵凡")
    assert change("联系人：余 维，余维") == "联系人：赵 凡，赵凡"


def test_shifted_days_are_shifted_in_the_answer():
    made = next(synthetic(1, 5))
    notice = read_notice(made.id, made.text.encode())
    cases = [
        OF_GUIZHOU[0].model_copy(
            update={"notice": made.id, "question": truth.question, "as_of": "2026-01-05"}
        )
        for truth in made.truths
    ]
    assert not held(metamorphic.shifted([notice], cases))


@pytest.mark.parametrize(
    ("text", "moved"),
    [
        ("7月31日", "8月7日"),
        ("2026年12月28日", "2027年1月4日"),
        ("2026 年 2 月 9 日", "2026年2月16日"),
        ("13月1日", "13月1日"),
        ("7月至11月", "7月至11月"),
    ],
)
def test_a_day_a_week_later(text, moved):
    assert metamorphic.later(text, 2026) == moved


def test_notices_of_others_change_nothing(notices):
    assert not held(metamorphic.crowded([notices["gz-ai-2025"]], OF_GUIZHOU[:4], 1, count=15))


def test_a_notice_read_again_is_the_same(notices):
    notice = notices["gz-ai-2025"]
    assert again(notice, notice.text).clauses == notice.clauses


def test_the_section_counts_and_shows_what_did_not_hold():
    trials = [
        Trial(kind="甲", id="1", question="问", right=True),
        Trial(kind="甲", id="2", question="问", right=False, reason="错"),
    ]
    made = section(trials, 7)
    assert made.tables[0].rows == (("甲", "2", "1", "50.0%"),)
    assert [each.reasons for each in made.examples] == [("错",)]


def test_the_command_prints_a_line_a_kind(monkeypatch):
    trial = Trial(kind="甲", id="1", question="问", right=True)
    monkeypatch.setattr(command, "tried", lambda *_: [trial])
    assert "甲\t1/1\t100.0%" in CliRunner().invoke(command.main, []).output
    assert '"generated"' in CliRunner().invoke(command.main, ["--json"]).output
