"""Word documents: what stands on paper is read, as it stands there, and nothing else."""

from __future__ import annotations

from io import BytesIO

import pytest
from word_files import docx, lvl, num, p, r, tbl, tc, tr

from knowledge.errors import UnreadableError
from knowledge.read.docx import read_docx
from knowledge.read.model import Read, Recognised


def lines(*body, **parts):
    return read_docx(docx(*body, **parts)).text.splitlines()


def abstract(number, *levels, extra=""):
    inner = "".join(levels)
    return f'<w:abstractNum w:abstractNumId="{number}">{extra}{inner}</w:abstractNum>'


def nums(*pairs):
    return "".join(
        f'<w:num w:numId="{n}"><w:abstractNumId w:val="{a}"/>{extra}</w:num>'
        for n, a, extra in pairs
    )


CHINESE = (
    lvl(0, "chineseCountingThousand", "%1、"),
    lvl(1, "japaneseCounting", "（%2）"),
    lvl(2, "decimal", "%3.", suff="tab"),
    lvl(3, "decimal", "（%4）"),
)
RESTART = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'


def test_the_four_levels_of_a_notice_are_written_out():
    numbering = abstract(0, *CHINESE) + nums((1, 0, ""))
    levels = (0, 1, 1, 2, 2, 3, 0, 1)
    found = lines(*(p("甲", ppr=num(1, level)) for level in levels), numbering=numbering)
    assert found == [
        "一、甲", "（一）甲", "（二）甲", "1. 甲", "2. 甲", "（1）甲", "二、甲", "（一）甲",
    ]  # fmt: skip


def test_a_list_of_its_own_starts_again_and_one_that_shares_its_definition_goes_on():
    numbering = abstract(0, *CHINESE) + nums((1, 0, ""), (2, 0, ""), (3, 0, RESTART))
    found = lines(*(p("甲", ppr=num(n)) for n in (1, 1, 2, 3, 3, 1)), numbering=numbering)
    assert found == ["一、甲", "二、甲", "三、甲", "一、甲", "二、甲", "三、甲"]


def test_numbers_come_from_styles_and_a_paragraph_can_refuse_them():
    numbering = abstract(
        0,
        lvl(0, "chineseCounting", "第%1章", suff="space", extra='<w:pStyle w:val="H1"/>'),
        lvl(1, "decimal", "%1.%2", suff="tab", extra='<w:isLgl/><w:pStyle w:val="H2"/>'),
    ) + nums((5, 0, ""))
    styles = (
        '<w:style w:type="paragraph" w:styleId="H1"><w:name w:val="heading 1"/><w:pPr><w:numPr>'
        '<w:numId w:val="5"/></w:numPr></w:pPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="H2"><w:name w:val="heading 2"/>'
        '<w:basedOn w:val="H1"/></w:style>'
    )
    h1, h2 = '<w:pStyle w:val="H1"/>', '<w:pStyle w:val="H2"/>'
    found = lines(
        p("总则", ppr=h1),
        p("2026年报名", ppr=h2 + num(5, 1)),
        p("不编号", ppr=h1 + num(0)),
        p("附则", ppr=h1),
        numbering=numbering,
        styles=styles,
    )
    assert found == ["第一章 总则", "1.1 2026年报名", "不编号", "第二章 附则"]


def test_a_style_belongs_to_the_level_that_names_it():
    numbering = abstract(
        0,
        lvl(0, "chineseCounting", "%1、", extra='<w:pStyle w:val="A"/>'),
        lvl(1, "chineseCounting", "（%2）", extra='<w:pStyle w:val="B"/>'),
    ) + nums((5, 0, ""))
    styles = "".join(
        f'<w:style w:type="paragraph" w:styleId="{name}"><w:name w:val="{name}"/>'
        '<w:pPr><w:numPr><w:numId w:val="5"/></w:numPr></w:pPr></w:style>'
        for name in "AB"
    )
    found = lines(
        *(p("甲", ppr=f'<w:pStyle w:val="{name}"/>') for name in "ABBA"),
        numbering=numbering,
        styles=styles,
    )
    assert found == ["一、甲", "（一）甲", "（二）甲", "二、甲"]


def test_bullets_have_no_number_and_a_list_may_be_behind_a_style_of_its_own():
    linked = '<w:numStyleLink w:val="L"/>'
    numbering = (
        abstract(0, lvl(0, "bullet", "\uf06c"))
        + abstract(1, extra=linked)
        + abstract(2, lvl(0, "decimalEnclosedCircle", "%1"))
        + nums((1, 0, ""), (2, 1, ""), (3, 2, ""))
    )
    styles = (
        '<w:style w:type="numbering" w:styleId="L"><w:name w:val="L"/><w:pPr><w:numPr>'
        '<w:numId w:val="3"/></w:numPr></w:pPr></w:style>'
    )
    found = lines(
        p("甲", ppr=num(1)), p("乙", ppr=num(2)), p("丙", ppr=num(2)),
        numbering=numbering, styles=styles,
    )  # fmt: skip
    assert found == ["甲", "①乙", "②丙"]


def test_a_deleted_or_hidden_paragraph_is_not_counted_and_an_empty_one_is():
    numbering = abstract(0, *CHINESE) + nums((1, 0, ""))
    hidden = "<w:rPr><w:vanish/></w:rPr>"
    found = lines(
        p("甲", ppr=num(1)),
        p("藏", ppr=num(1) + hidden, rpr="<w:vanish/>"),
        p("", ppr=num(1)),
        p("乙", ppr=num(1)),
        numbering=numbering,
    )
    assert [line for line in found if line] == ["一、甲", "三、乙"]


def test_revisions_are_read_as_accepted():
    gone = '<w:del w:id="1"><w:r><w:delText>旧</w:delText></w:r></w:del>'
    new = f'<w:ins w:id="2">{r("新")}</w:ins>'
    cut = "<w:rPr><w:del w:id='3'/></w:rPr>"
    moved = f'<w:moveFrom w:id="4">{r("移")}</w:moveFrom>'
    body = f"<w:p>{r('报名')}{gone}{new}{moved}</w:p>", p("上半", ppr=cut), p("下半")
    assert lines(*body) == ["报名新", "上半下半"]


def test_a_deleted_row_is_gone_and_an_inserted_one_is_there():
    table = tbl(
        tr("赛项", "人数"),
        tr("甲", "1", trpr='<w:del w:id="1"/>'),
        tr("乙", "2", trpr='<w:ins w:id="2"/>'),
    )
    assert lines(table) == ["赛项\t人数", "乙\t2"]


def test_hidden_text_goes_also_where_a_style_hides_it():
    styles = (
        '<w:style w:type="character" w:styleId="X"><w:name w:val="x"/><w:rPr><w:vanish/></w:rPr>'
        "</w:style>"
    )
    hidden = r("藏", rpr='<w:rStyle w:val="X"/>') + r("见", rpr='<w:vanish w:val="0"/>')
    found = lines(f"<w:p>{r('甲')}{r('藏', rpr='<w:vanish/>')}{hidden}</w:p>", styles=styles)
    assert found == ["甲见"]


BOX = "<w:txbxContent>{}</w:txbxContent>"


def box(content, offset="0"):
    """A text box as Word writes it: twice, for newer and older programs."""
    inner = BOX.format(content)
    place = f'<wp:positionV relativeFrom="paragraph"><wp:posOffset>{offset}</wp:posOffset>'
    return (
        "<w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><wp:anchor>"
        f"{place}</wp:positionV><wps:txbx>{inner}</wps:txbx></wp:anchor></w:drawing></mc:Choice>"
        f"<mc:Fallback><w:pict><v:shape><v:textbox>{inner}</v:textbox></v:shape></w:pict>"
        "</mc:Fallback></mc:AlternateContent></w:r>"
    )


def test_a_text_box_is_read_once_and_where_it_stands():
    table = tbl(tr("赛项", "人数"), tr("甲", "1")) + p()
    below = f"<w:p>{r('正文')}{box(p('联系人：高老师') + table)}</w:p>"
    above = f"<w:p>{r('标题')}{box(p('附件1'), offset='-300')}</w:p>"
    found = [line for line in lines(above, below) if line]
    assert found == ["附件1", "标题", "正文", "联系人：高老师", "赛项\t人数", "甲\t1"]


def test_an_old_text_box_is_read():
    shape = f"<v:shape><v:textbox>{BOX.format(p('盒中'))}</v:textbox></v:shape>"
    assert lines(f"<w:p>{r('正文')}<w:r><w:pict>{shape}</w:pict></w:r></w:p>") == ["正文", "盒中"]


def note(number, text, extra=""):
    return f'<w:footnote w:id="{number}" {extra}>{p(text)}</w:footnote>'


def test_a_footnote_stands_behind_its_paragraph_or_table():
    def ref(number):
        return f'<w:r><w:footnoteReference w:id="{number}"/></w:r>'

    notes = note(0, "", 'w:type="separator"') + note(1, "甲组除外。") + note(2, "以队计。")
    cell = tc(f"<w:p>{r('人数')}{ref(2)}</w:p>")
    found = lines(
        f"<w:p>{r('每队')}{ref(1)}{r('3人。')}</w:p>",
        tbl(tr("赛项", cell), tr("甲", "1")),
        p("完"),
        footnotes=notes,
    )
    assert found == ["每队3人。", "甲组除外。", "赛项\t人数", "甲\t1", "以队计。", "完"]


def test_merged_cells_are_repeated_under_a_header():
    down, on = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
    wide = '<w:gridSpan w:val="2"/>'
    table = tbl(
        tr(tc("赛项", tcpr=down), tc("年龄", tcpr=wide)),
        tr(tc(tcpr=on), "职工", "学生"),
        tr("甲", tc("另行通知", tcpr=wide)),
    )
    assert lines(table) == ["赛项\t年龄\t年龄", "赛项\t职工\t学生", "甲\t另行通知\t另行通知"]


def test_in_a_form_a_wide_cell_stands_once_and_a_high_one_in_every_row():
    photo, on = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
    table = tbl(
        tr("姓名", "", "性别", "", tc("照片", tcpr=photo)),
        tr("单位", tc(tcpr='<w:gridSpan w:val="3"/>'), tc(tcpr=on)),
        tr("意见", tc("（公章）", tcpr='<w:gridSpan w:val="4"/>')),
    )
    assert lines(table) == ["姓名\t\t性别\t\t照片", "单位\t\t\t\t照片", "意见\t（公章）\t\t\t"]


def test_the_old_way_of_merging_and_edges_that_differ_by_a_hair():
    joined = '<w:hMerge w:val="{}"/>'.format
    old = tbl(
        tr(tc("联系", tcpr=joined("restart")), tc(tcpr=joined("continue"))), tr("电话", "邮箱")
    )
    assert lines(old) == ["联系", "电话\t邮箱"]
    uneven = tbl(
        tr("甲", tc("乙", tcpr='<w:gridSpan w:val="2"/>')),
        tr(tc("丙", tcpr='<w:gridSpan w:val="2"/>'), "丁"),
        grid=(2000, 30, 2000),
    )
    assert lines(uneven) == ["甲\t乙", "丙\t丁"]


def test_rows_may_begin_further_right():
    table = tbl(tr("甲", "乙"), tr("丁", trpr='<w:gridBefore w:val="1"/>'))
    assert lines(table) == ["甲\t乙", "\t丁"]


def test_a_table_in_a_table_comes_behind_its_row():
    inner = tbl(tr("日期", "地点"), tr("3日", "A座"))
    outer = tbl(tr("赛项", "日程"), tr("直播", tc(inner, p())), tr("无人机", "待定"))
    assert lines(outer) == ["赛项\t日程", "直播", "日期\t地点", "3日\tA座", "", "无人机\t待定"]


def test_a_row_stays_whole_though_a_cell_in_its_middle_holds_a_table():
    inner = tbl(tr("个人", "1人"), tr("团队", "3人"))
    outer = tbl(
        tr("赛项", "方式", "地点"), tr("直播", tc("推荐", inner, p()), "A校"), tr("丙", "丁", "戊")
    )
    assert lines(outer) == [
        "赛项\t方式\t地点",
        "直播\t推荐\tA校",
        "个人\t1人",
        "团队\t3人",
        "",
        "丙\t丁\t戊",
    ]


def test_a_frame_around_text_is_no_table():
    assert lines(tbl(tr(tc("一、时间", "5月1日。")), tr(tc("二、地点")))) == [
        "一、时间", "5月1日。", "二、地点",
    ]  # fmt: skip
    columns = tbl(tr(tc("甲局", "乙局"), tc("文号：1号", "2026年")))
    assert lines(columns) == ["甲局", "乙局", "文号：1号", "2026年"]


def test_paragraphs_of_a_cell_are_one_cell():
    table = tbl(tr("赛项", "要求"), tr("甲", tc("满18周岁", "持证")))
    assert lines(table) == ["赛项\t要求", "甲\t满18周岁 持证"]


def test_content_controls_are_read_but_not_their_prompts():
    def control(content, properties=""):
        return (
            f"<w:sdt><w:sdtPr>{properties}</w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>"
        )

    toc = '<w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj>'
    prompt = control(r("单击此处"), "<w:showingPlcHdr/>")
    rows = control(tr("乙", "2"))
    found = lines(
        control(p("目录") + p("一、总则 1"), toc),
        control(p("正文")),
        f"<w:p>{r('姓名：')}{prompt}{control(r('张三'))}</w:p>",
        tbl(tr("甲", "1"), rows, tr("丙", control(tc("3")))),
    )
    assert found == ["正文", "姓名：张三", "甲\t1", "乙\t2", "丙\t3"]


def field(instruction, result=""):
    def mark(kind):
        return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'

    told = f"<w:r><w:instrText>{instruction}</w:instrText></w:r>"
    shown = mark("separate") + r(result) if result else ""
    return mark("begin") + told + shown + mark("end")


def test_fields_show_their_results_and_circled_numbers_their_circle():
    linked = f'<w:hyperlink r:id="x">{r("网站")}</w:hyperlink>'
    circled = field(r"eq \o\ac(○,3)")
    body = f"<w:p>{circled}{r('见')}{field('REF a', '第二条')}{linked}</w:p>"
    assert lines(body) == ["③见第二条网站"]


def test_a_table_of_contents_is_left_out():
    styles = '<w:style w:type="paragraph" w:styleId="T"><w:name w:val="toc 1"/></w:style>'
    mark = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'.format
    told = "<w:r><w:instrText>TOC \\o</w:instrText></w:r>"
    found = lines(
        f"<w:p>{mark('begin')}{told}{mark('separate')}{r('一、总则 1')}</w:p>",
        p("二、报名 2"),
        f"<w:p>{mark('end')}</w:p>",
        p("三、奖励 3", ppr='<w:pStyle w:val="T"/>'),
        p("一、总则"),
        styles=styles,
    )
    assert [line for line in found if line] == ["一、总则"]


def test_breaks_symbols_phonetic_guides_and_formulas():
    ruby = (
        f"<w:r><w:ruby><w:rt>{r('zhong')}</w:rt><w:rubyBase>{r('中')}</w:rubyBase></w:ruby></w:r>"
    )
    sym = '<w:r><w:sym w:font="Wingdings" w:char="F0A8"/></w:r>'
    part = "<m:r><m:t>{}</m:t></m:r>".format
    formula = (
        f"<m:oMath><m:f><m:num>{part('a+b')}</m:num><m:den>{part('2')}</m:den></m:f></m:oMath>"
    )
    found = lines(
        f"<w:p>{r('上')}<w:r><w:br/></w:r>{r('下')}</w:p>",
        f"<w:p>{ruby}{sym}{formula}</w:p>",
        f"<w:p>{r('联系人：高')}<w:r><w:tab/></w:r>{r('电话：1')}</w:p>",
    )
    assert found == ["上", "下", "中□(a+b)/2", "联系人：高  电话：1"]


def test_headers_and_footers_are_no_part_of_it_and_a_link_may_lead_nowhere():
    image = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/image"
    links = f'<Relationship Id="x" Type="{image}" Target="../NULL"/>'
    assert lines(p("正文"), links=links) == ["正文"]
    assert read_docx(docx(p("正文"), main="word/document2.xml")).text == "正文\n"


def test_the_strict_form_of_the_format():
    usual = docx(p("正文"))
    old, new = (
        b"schemas.openxmlformats.org/wordprocessingml/2006/main",
        (b"purl.oclc.org/ooxml/wordprocessingml/main"),
    )
    assert old in usual
    strict = docx(p("正文", ppr=num(9)))
    assert read_docx(strict).text == "正文\n"
    from knowledge.read.docx_xml import parsed  # noqa: PLC0415 the one place that knows both

    assert parsed(b"<w:p xmlns:w='http://" + new + b"'/>").tag.endswith("2006/main}p")


def test_a_document_of_scanned_pages_is_recognised(monkeypatch):
    def fake(data):
        return Read(text=data.decode(), recognised=(Recognised(start=0, end=2, confidence=0.9),))

    monkeypatch.setattr("knowledge.read.image.read_image", fake)
    blip = '<a:blip xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" r:embed="{}"/>'
    pages = "".join(f"<w:r><w:drawing>{blip.format(n)}</w:drawing></w:r>" for n in ("x", "y"))
    image = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/image"
    links = "".join(
        f'<Relationship Id="{n}" Type="{image}" Target="media/{n}.png"/>' for n in ("x", "y")
    )
    media = {"word/media/x.png": "甲乙", "word/media/y.png": "丙丁"}
    read = read_docx(docx(f"<w:p>{pages}</w:p>", links=links, media=media))
    assert [read.text[span.start : span.end] for span in read.recognised] == ["甲乙", "丙丁"]


@pytest.mark.parametrize(
    ("data", "reason"),
    [(docx(p()), "没有文字"), (docx(p("甲"))[:300], "打不开"), (b"PK\x03\x04", "打不开")],
    ids=["no text", "cut off", "no package"],
)
def test_what_cannot_be_read_says_why(data, reason):
    with pytest.raises(UnreadableError, match=reason):
        read_docx(data)


def test_a_document_of_another_program():
    import docx as other  # noqa: PLC0415 its name is that of our writer

    document = other.Document()
    document.sections[0].header.paragraphs[0].text = "页眉"
    document.add_heading("通知", 1)
    document.add_paragraph("第一", style="List Number")
    document.add_paragraph("第二", style="List Number")
    table = document.add_table(rows=2, cols=3)
    for at, word in enumerate(("赛项", "电话", "邮箱")):
        table.cell(0, at).text = word
    table.cell(1, 0).text = "甲"
    table.cell(1, 1).merge(table.cell(1, 2)).text = "待定"
    out = BytesIO()
    document.save(out)
    assert read_docx(out.getvalue()).text.splitlines() == [
        "通知", "1. 第一", "2. 第二", "赛项\t电话\t邮箱", "甲\t待定\t待定",
    ]  # fmt: skip
