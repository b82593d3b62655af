"""The formal elements of a notice, each where it stands."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.bundled import bundled
from knowledge.notice import read_notice

TEXT = """某市工业和信息化局
某市总工会
某工信发〔2026〕41号
关于举办某市第三届智能制造
职业技能竞赛的通知
各区工业和信息化局、总工会，
各有关企业：
现将有关事项通知如下：
一、报名
即日起报名。
附件：1.报名表
某市工业和信息化局
某市总工会
2026年4月17日
（此件公开发布）
附件1
报名表
1.姓名
抄送：某省工业和信息化厅
某市工业和信息化局办公室 2026年4月17日印发
"""


def found(text):
    return [(e.kind, e.text) for e in read_notice("invented", text.encode()).elements]


def test_every_element_of_the_standard_is_found():
    read = found(TEXT)
    assert ("letterhead", "某市工业和信息化局") in read
    assert ("doc_number", "某工信发〔2026〕41号") in read
    assert ("title", "关于举办某市第三届智能制造\n职业技能竞赛的通知") in read
    assert ("addressee", "各区工业和信息化局、总工会，\n各有关企业：") in read
    assert ("body", "现将有关事项通知如下：\n一、报名\n即日起报名。") in read
    assert ("attachment_list", "附件：1.报名表") in read
    assert ("signature", "某市工业和信息化局\n某市总工会") in read
    assert ("date", "2026年4月17日") in read
    assert ("remark", "（此件公开发布）") in read
    assert ("copies", "抄送：某省工业和信息化厅") in read
    assert ("imprint", "某市工业和信息化局办公室 2026年4月17日印发") in read
    assert [kind for kind, _ in read].count("attachment") == 1


def test_what_leads_to_a_list_is_no_addressee():
    text = "关于举办竞赛的通知\n现将有关单位的报名事项通知如下：\n一、报名\n即日起。\n"
    assert "addressee" not in [kind for kind, _ in found(text)]


def test_the_bundled_notices_have_title_addressee_and_signature():
    notices = [read_notice(s.id, s.data, s.confirmed) for s in bundled()]
    assert len(notices) >= 5
    for notice in notices:
        assert {"title", "addressee", "body", "signature"} <= {e.kind for e in notice.elements}


@given(
    st.text(
        alphabet=list("各单位：\n关于的通知一、附件：1.2026年4月7日某市局（）此抄送印发"),
        max_size=120,
    )
)
def test_elements_are_quoted_as_they_stand(text):
    notice = read_notice("any", f"x{text}".encode())
    for element in notice.elements:
        assert notice.text[element.start : element.end] == element.text


SIGNED = (
    "关于举办竞赛的通知\n一、报名\n即日起报名。\n二、费用\n费用自理。\n"
    "某市人力资源和社会保障局\n2026年5月8日\n"
)
COPIES = "抄送：市委办公室，市人大常委会办公室，\n市政府办公室，市总工会。"
PRINTED = "某市人力资源和社会保障局办公室    2026年5月9日印发"
ATTACHED = "附件1\n评分标准\n一、理论\n占30%。\n"


@pytest.mark.parametrize(
    ("text", "copies", "imprint"),
    [
        (f"{SIGNED}{ATTACHED}\n{COPIES}\n{PRINTED}\n", COPIES, PRINTED),
        (f"{SIGNED}{COPIES}\n{PRINTED}\n{ATTACHED}", COPIES, PRINTED),
        (
            f"{SIGNED}抄\t送：市总工会\n{PRINTED}\n（共印80份）",
            "抄\t送：市总工会",
            f"{PRINTED}\n（共印80份）",
        ),
        (
            f"{SIGNED}{ATTACHED}{COPIES}\n某市人力资源和社会保障局办公室\n2026年5月9日印发",
            COPIES,
            "某市人力资源和社会保障局办公室\n2026年5月9日印发",
        ),
        (
            f"{SIGNED}抄报：省厅\n印发机关：某局办公室\n印发日期：2026年5月9日\n校对：某某",
            "抄报：省厅",
            "印发机关：某局办公室\n印发日期：2026年5月9日\n校对：某某",
        ),
    ],
    ids=["below the attachments", "above them", "in a table", "one below the other", "named"],
)
def test_the_printers_lines_are_no_part_of_a_clause_or_an_attachment(text, copies, imprint):
    notice = read_notice("invented", text.encode())
    read = [(e.kind, e.text) for e in notice.elements]
    assert ("copies", copies) in read
    assert ("imprint", imprint) in read
    assert ("date", "2026年5月8日") in read
    for words in (copies, imprint):
        assert next(c.path for c in notice.clauses if words in c.text).startswith("落款")
        assert all(words not in e.text for e in notice.elements if e.kind in {"attachment", "body"})
    assert not [t for t in notice.tables if "抄" in str(t.rows) + str(t.header)]


@pytest.mark.parametrize(
    "remark",
    [
        "（联系人：王芳，电话：0871-63331235）",
        "附注：由某局负责解释",
        "（信息公开形式：主动公开）",
        "（发至县级）",
    ],
)
def test_what_is_remarked_below_the_date_is_a_remark(remark):
    notice = read_notice("invented", f"{SIGNED}\n{remark}\n".encode())
    assert ("remark", remark) in [(e.kind, e.text) for e in notice.elements]
    assert notice.clauses[-1].path == "落款"


def test_copies_to_be_sent_are_no_printers_lines():
    text = (
        "关于举办竞赛的通知\n一、报名\n报名表发送至某局，并\n抄送：市总工会。\n二、费用\n自理。\n"
    )
    assert not {"copies", "imprint"} & {kind for kind, _ in found(text)}


def test_dates_at_the_end_are_told_apart():
    notice = read_notice("invented", f"{SIGNED}{COPIES}\n{PRINTED}\n".encode())
    dates = {value.label: value.value for value in notice.values if value.kind == "date"}
    assert dates == {"成文日期": "2026-05-08", "印发日期": "2026-05-09"}
