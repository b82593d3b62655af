"""The formal elements of a notice, each where it stands."""

from __future__ import annotations

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
