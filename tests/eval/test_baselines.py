"""What saiwen is compared with answers the same questions and is counted alike."""

from __future__ import annotations

import pytest

from eval.baselines import haystack
from eval.baselines.measure import judged, measured
from eval.baselines.model import System, by_passages
from eval.baselines.models import compared as compared_models
from eval.baselines.models import section as section_of_models
from eval.baselines.parts import open_gate, without_scope
from eval.baselines.run import compared
from eval.baselines.section import section
from eval.known import Case
from knowledge.bundled import bundled
from retrieval.compose import compose
from retrieval.index.build import open_search
from retrieval.index.chunks import chunks
from retrieval.model import Answer, Question
from retrieval.reply import Piece, Reply, cite
from retrieval.storage.store import Store

WORDS = {"EMBEDDING": "none"}
CASES = [
    Case.model_validate({"as_of": "2026-06-10", **fields})
    for fields in (
        {
            "id": "B1",
            "question": "一共几个赛项",
            "notice": "cq-ai-2026",
            "expect": "answered",
            "must_contain": [["10"]],
            "evidence": "本届竞赛共设置10个赛项",
        },
        {"id": "B2", "question": "今天天气怎么样", "expect": "out_of_scope"},
        {
            "id": "B3",
            "question": "学生组呢",
            "history": ["贵州人工智能竞赛一等奖占多少"],
            "expect": "answered",
            "evidence_notice": "gz-ai-2025",
        },
    )
]


def passages(notices, notice="cq-ai-2026", limit=4):
    pieces = chunks(notices[notice])
    wanted = [p for p in pieces if "10个赛项" in p.text] + list(pieces[: limit - 1])
    return lambda *_: wanted[:limit]


def test_passages_are_an_answer_with_their_quotes(notices):
    asked = []

    def find(words, notice):
        asked.append((words, notice))
        return passages(notices)(words, notice)

    system = by_passages("x", "X", find, notices)
    answer = system.answer(CASES[2].asked())
    assert asked == [("贵州人工智能竞赛一等奖占多少 学生组呢", None)]
    assert len(answer.citations) == 4
    for each in answer.citations:
        assert notices[each.notice].text[each.start : each.end] == each.quote


def test_nothing_found_is_no_answer(notices):
    system = by_passages("x", "X", lambda *_: [], notices)
    assert system.answer(CASES[0].asked()).status == "not_stated"


def test_an_answer_from_another_notice_is_astray_and_silence_is_not(notices):
    elsewhere = by_passages("x", "X", passages(notices), notices)
    put = judged(CASES[2], elsewhere.answer(CASES[2].asked()), notices)
    assert put.astray is True
    at_home = judged(CASES[0], elsewhere.answer(CASES[0].asked()), notices)
    assert (at_home.astray, at_home.held, at_home.first) == (False, True, True)
    silent = judged(CASES[0], Answer(status="not_stated", text="没有写"), notices)
    assert (silent.astray, silent.held) == (None, False)


def test_every_system_gets_every_question_and_saiwen_is_the_measure(notices):
    found = by_passages("own", "赛问", passages(notices), notices)
    silent = System(id="s", name="哑巴", answer=lambda _: Answer(status="not_stated", text="无"))
    told = []
    results = measured([found, silent], CASES, notices, lambda *each: told.append(each))
    assert told[-1] == (6, 6)
    assert [len(each.put) for each in results] == [3, 3]
    made = section(results)
    figures, ratios = made.tables
    assert [row[0] for row in figures.rows] == ["赛问", "哑巴"]
    assert [row[0] for row in ratios.rows] == ["哑巴"]
    assert all(len(row) == len(figures.head) for row in (*figures.rows, *ratios.rows))
    assert made.plots[0].values[1] == 0


def test_without_the_gate_a_false_statement_gets_out(notices):
    notice = notices["cq-ai-2026"]
    clause = next(c for c in notice.clauses if "10个赛项" in c.text)
    proof = cite(notice, clause.path, clause.start, clause.end)
    lie = Piece(text="共设99个赛项。", citations=(proof,))
    reply = Reply(status="answered", notice=notice.id, pieces=(lie,))
    question = CASES[0].asked()
    checked = compose(question, [reply], notices)
    with open_gate() as stopped:
        unchecked = compose(question, [reply], notices)
    assert "99" not in checked.text
    assert "99" in unchecked.text
    assert stopped == [reply]
    assert compose(question, [reply], notices) == checked


def test_without_scope_the_likeliest_passage_decides(notices, store_dir):
    search = open_search(Store.open(store_dir), environ=WORDS)
    system = without_scope(notices, {}, None, search)
    moment = CASES[0].asked().as_of
    answer = system.answer(Question(text="陪诊服务找谁", notice="gz-ai-2025", as_of=moment))
    assert answer.notices == ("cq-special-2026",)


def test_haystack_is_only_there_where_it_is_installed():
    assert haystack.is_installed() in {True, False}
    if not haystack.is_installed():
        with pytest.raises(ModuleNotFoundError):
            haystack.bm25([])


def test_the_whole_comparison_by_words(store_dir):
    pytest.importorskip("langchain_text_splitters")
    results = compared(store_dir, CASES, environ=WORDS)
    ids = [each.id for each in results]
    assert ids[:4] == ["saiwen", "no-gate", "no-scope", "bm25"]
    saiwen, *_, bm25 = results[:4]
    assert all(put.scored.right for put in saiwen.put)
    assert not all(put.scored.right for put in bm25.put)


def test_plain_langchain_finds_windows_of_the_notice(notices, tmp_path):
    pytest.importorskip("langchain_text_splitters")
    from retrieval.index.embed import model_named  # noqa: PLC0415
    from retrieval.index.plain_chain import OVERLAP, SIZE, PlainChain, windows  # noqa: PLC0415

    one = notices["cq-special-2026"].model_copy(
        update={"text": notices["cq-special-2026"].text[:900]}
    )
    other = notices["gz-ai-2025"].model_copy(update={"text": notices["gz-ai-2025"].text[:400]})
    pieces = list(windows([one, other]))
    texts = {one.id: one.text, other.id: other.text}
    assert len(pieces) > 2
    assert all(len(p.text) <= SIZE for p in pieces)
    assert all(texts[p.notice][p.start : p.end] == p.text for p in pieces)
    assert pieces[1].start < pieces[0].end <= pieces[1].start + OVERLAP
    model = model_named({})
    if model is None:
        pytest.skip("no bundled model on this machine")
    chain = PlainChain.of(pieces, model, tmp_path)
    assert {p.notice for p in chain.find("报名", other.id)} == {other.id}
    assert {p.notice for p in chain.find("报名")} == {one.id, other.id}
    chain.close()


def test_models_are_compared_on_the_same_questions(tmp_path):
    from eval.known import bundled_files  # noqa: PLC0415

    few = [next(path for path in bundled_files() if path.stem == "seeds")]
    sources = [s for s in bundled() if s.id == "gz-ai-2025"]
    found = list(compared_models(["none"], tmp_path, few, sources))
    made = section_of_models(found)
    assert {(each.scope, each.weight) for each in found} >= {("inside", 0.0), ("inside", 0.4)}
    words = next(each for each in found if each.scope == "inside" and each.weight)
    assert words.quality.questions > 5
    assert words.quality.recall_5 > 0.5
    assert made.tables[0].rows[0][0] == "none"
