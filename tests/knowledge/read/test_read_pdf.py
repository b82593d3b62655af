"""PDF with text: what a person would type off the page, and nothing of the page itself."""

from __future__ import annotations

import pypdfium2
import pytest
from pdf_maker import (
    A4,
    BLOCK,
    BODY,
    FONT,
    LEFT,
    RIGHT,
    TITLE,
    WIDE,
    PageBreak,
    Paragraph,
    Spacer,
    drawn,
    pdf,
    table,
)
from reportlab.lib.pdfencrypt import StandardEncryption

from knowledge.errors import UnreadableError
from knowledge.read.limits import Limits
from knowledge.read.pdf import read_pdf

LONG = (
    "（一）职工组选手须为本市行政区域内企业、事业单位的在职职工，年满18周岁且在法定退休年龄以内，"
    "与所在单位签订劳动合同并连续缴纳社会保险满6个月以上；"
    "报名材料由所在单位审核盖章后于2027年5月8日17:00前发送至jineng2027@saishi.example.cn，逾期不予受理。"
)


def lines(data):
    return read_pdf(data).text.splitlines()


@pytest.mark.parametrize("style", [BODY, BLOCK], ids=["首行缩进", "不缩进"])
def test_hard_wraps_are_joined_and_paragraphs_kept_apart(style):
    said = [
        "一、参赛条件",
        LONG,
        "（二）学生组选手须为全日制在籍学生。",
        LONG.replace("（一）", "（三）"),
    ]
    assert lines(pdf([Paragraph(text, style) for text in said])) == said


def test_a_paragraph_goes_on_over_the_page():
    said = [LONG.replace("（一）", f"（{n}）") for n in "一二三四五六七八九十"]
    assert lines(pdf([Paragraph(text, BODY) for text in said])) == said


def test_headers_footers_and_page_numbers_are_dropped():
    numbers = "一二三四五六七八九十"
    said = [f"（{n}）{LONG[3 + 2 * skip :]}" for skip in range(3) for n in numbers[skip:]]
    for header, number in [
        ("某市人力资源和社会保障局文件", "第{}页 共2页"),
        (lambda page: "职业技能竞赛通知" if page % 2 else "某某局", "- {} -"),
        ("", "{}"),
        ("内部资料", "{}/2"),
    ]:
        flow = [Paragraph(text, BODY) for text in said]
        assert lines(pdf(flow, header=header, number=number)) == said


def test_what_stands_at_the_top_of_a_page_once_is_kept():
    flow = []
    for number in range(1, 4):
        flow += [Paragraph(f"附件{number}", LEFT), Paragraph("本附件另行发布。", BODY), PageBreak()]
    said = lines(pdf(flow, header="某局文件"))
    assert [line for line in said if line.startswith("附件")] == ["附件1", "附件2", "附件3"]


def test_a_title_on_two_lines_is_one_and_issuers_stay_apart():
    flow = [
        Paragraph("某市总工会", TITLE),
        Paragraph("某市人力资源和社会保障局", TITLE),
        Spacer(1, 20),
        Paragraph("关于举办某市第三届“匠心杯”职业技能竞赛暨<br/>全省选拔赛的通知", TITLE),
        Paragraph("各区人民政府，各有关单位：", LEFT),
        Paragraph(LONG, BODY),
        Paragraph("某市总工会 某市人力资源和社会保障局", RIGHT),
        Paragraph("2027年3月1日", RIGHT),
        Paragraph("附件：报名表", LEFT),
    ]
    assert lines(pdf(flow)) == [
        "某市总工会",
        "某市人力资源和社会保障局",
        "关于举办某市第三届“匠心杯”职业技能竞赛暨全省选拔赛的通知",
        "各区人民政府，各有关单位：",
        LONG,
        "某市总工会 某市人力资源和社会保障局",
        "2027年3月1日",
        "附件：报名表",
    ]


ROWS = [
    ["序号", "赛项", "考核内容"],
    *[
        [str(n), f"赛项{n}", "按照任务书完成装配、接线和调试，并如实填写记录表。" * 2]
        for n in range(1, 41)
    ],
]
WIDTHS = [40, 90, 300]


def test_a_table_over_pages_is_one_and_its_header_stands_once():
    said = lines(pdf([Paragraph("各赛项见下表。", BODY), table(ROWS, WIDTHS)], header="某局"))
    assert said == ["各赛项见下表。", *("\t".join(row) for row in ROWS)]


@pytest.mark.parametrize("full", [1, 2, 3], ids="{}行之后".format)
def test_a_row_torn_by_the_page_is_mended(full):
    long = "操作规范并判断准确再整理工位填写记录" * 6
    cut = 28 * full  # where a line is full, as word processors tear a row
    upper = table([ROWS[0], ["1", "装配", long[:cut]]], WIDTHS)
    lower = table([ROWS[0], ["", "", long[cut:]], ["2", "焊接", "略。"]], WIDTHS)
    said = lines(pdf([upper, PageBreak(), lower]))
    assert said == ["序号\t赛项\t考核内容", f"1\t装配\t{long}", "2\t焊接\t略。"]


def test_a_row_with_an_empty_first_cell_is_a_row_of_its_own():
    upper = table([ROWS[0], ["1", "装配", "按图装配。"]], WIDTHS)
    lower = table([ROWS[0], ["", "接线", "按图接线。"], ["2", "焊接", "略。"]], WIDTHS)
    said = lines(pdf([upper, PageBreak(), lower]))
    assert said[1:] == ["1\t装配\t按图装配。", "\t接线\t按图接线。", "2\t焊接\t略。"]


def test_merged_cells_are_repeated_down_and_under_a_heading_of_two_rows():
    rows = [
        ["赛项", "联系方式", ""],
        ["", "联系人", "电话"],
        ["焊接", "王工", "13900010001"],
        ["", "李工", "13900010002"],
    ]
    spans = [("SPAN", (0, 0), (0, 1)), ("SPAN", (1, 0), (2, 0)), ("SPAN", (0, 2), (0, 3))]
    assert lines(pdf([table(rows, [80, 100, 120], *spans)])) == [
        "赛项\t联系方式\t联系方式",
        "赛项\t联系人\t电话",
        "焊接\t王工\t13900010001",
        "焊接\t李工\t13900010002",
    ]


def test_columns_without_rules_are_a_table():
    rows = [
        ("焊接", "王工", "13900010001"),
        ("钳工", "李工", "13900010002"),
        ("电工", "赵工", "0371-1234567"),
    ]

    def draw(canvas, _):
        for at, row in enumerate(rows):
            for x, text in zip((80, 220, 360), row, strict=True):
                canvas.drawString(x, 600 - 22 * at, text)

    assert lines(drawn(draw)) == ["\t".join(row) for row in rows]


def test_two_columns_of_text_are_read_one_after_the_other():
    left = [f"左栏第{n}行的文字一直写到栏的右边为止" for n in "一二三四五六七八"]
    right = [text.replace("左栏", "右栏") for text in left]

    def draw(canvas, _):
        for at, (one, two) in enumerate(zip(left, right, strict=True)):
            canvas.drawString(70, 700 - 20 * at, one)
            canvas.drawString(320, 700 - 20 * at, two)

    said = read_pdf(drawn(draw)).text
    assert said.index("左栏第八行") < said.index("右栏第一行")


@pytest.mark.parametrize("turn", [90, 180, 270])
def test_pages_that_lie_or_stand_on_their_heads_are_read(turn):
    said = ["一、参赛条件", "（一）年满18周岁。", "（二）限本市职工。"]

    def draw(canvas, _):
        canvas.translate(300, 400)
        canvas.rotate(turn)
        for at, text in enumerate(said):
            canvas.drawString(-150, -20 * at, text)

    assert lines(drawn(draw)) == said


def test_a_wide_page_and_a_turned_one_are_read_alike():
    flow = [Paragraph("附件", LEFT), table(ROWS[:4], [60, 120, 500])]
    data = pdf(flow, size=WIDE)
    document = pypdfium2.PdfDocument(data)
    document[0].set_rotation(90)
    from io import BytesIO  # noqa: PLC0415 here only

    out = BytesIO()
    document.save(out)
    assert lines(data) == ["附件", *("\t".join(row) for row in ROWS[:4])]
    assert read_pdf(out.getvalue()).text  # its text is there, whichever way it is turned


def test_a_watermark_across_the_page_is_left_out():
    def draw(canvas, _):
        canvas.drawString(80, 700, "报名截止时间为2027年5月8日。")
        canvas.translate(300, 400)
        canvas.rotate(45)
        canvas.drawString(0, 0, "仅供内部使用")

    assert lines(drawn(draw)) == ["报名截止时间为2027年5月8日。"]


def _text(canvas, _):
    canvas.drawString(80, 700, "报名截止时间为2027年5月8日。")


WHOLE = drawn(_text)
BAD = {
    "锁了": (drawn(_text, encrypt=StandardEncryption("secret")), "密码"),
    "截断": (WHOLE[: len(WHOLE) // 2], "不完整"),
    "空": (b"", "空"),
    "不是 PDF": (b"PK\x03\x04" + bytes(100), "不是 PDF"),
    "内部全坏": (b"%PDF-1.4\n" + b"\x00\xff" * 500 + b"\n%%EOF", "打不开"),
    "页面太多": (drawn(_text, pages=6), "6 页，超过上限 5 页"),
    "空白页": (drawn(lambda *_: None), "没有文字"),
}


@pytest.mark.parametrize("name", BAD)
def test_a_file_that_cannot_be_read_says_why_in_one_line(name):
    data, reason = BAD[name]
    with pytest.raises(UnreadableError, match=reason) as caught:
        read_pdf(data, Limits(pages=5))
    assert "\n" not in str(caught.value)
    assert "；请" in str(caught.value)


def test_at_the_limit_of_pages_it_is_read():
    assert read_pdf(drawn(_text, pages=5), Limits(pages=5)).text


def test_a_lock_that_opens_without_password_is_none():
    free = StandardEncryption("", ownerPassword="owner", canPrint=0)

    def draw(canvas, _):
        canvas.setFont("Helvetica", 12)
        canvas.drawString(80, 700, "Deadline: 2027-05-08")

    assert lines(drawn(draw, encrypt=free)) == ["Deadline: 2027-05-08"]


def test_the_font_is_not_in_the_file():
    assert FONT.encode() in WHOLE  # so the tests ask for no font of the machine


def _lined(*lines, header=""):
    """Draws lines of text from the top, as deep in as they say (in characters)."""

    def draw(canvas, page):
        if header:
            canvas.drawString(70, A4[1] - 45, header)
        for at, (indent, text) in enumerate(lines if page == 1 else [(2, f"第{page}页的话。")]):
            canvas.drawString(70 + 12 * indent, A4[1] - 90 - 22 * at, text)

    return draw


FULL = "参赛选手由所在单位统一组织报名，每个单位每个赛项限报两人，且须"  # 31 characters


def test_a_header_of_two_pages_is_dropped_though_it_is_as_large_as_the_text():
    text = [(2, f"一、{FULL[:28]}"), (0, FULL), (0, "报名。")]
    said = lines(drawn(_lined(*text, header="某省技能竞赛文件"), pages=2))
    assert said == [f"一、{FULL[:28]}{FULL}报名。", "第2页的话。"]


def test_what_stands_close_above_the_text_of_both_pages_is_no_header():
    def draw(canvas, page):
        canvas.drawString(70, A4[1] - 70, "承办单位报名表")
        canvas.drawString(70, A4[1] - 86, "甲乙"[page - 1] + "单位填写，由主管部门审核。")
        canvas.drawString(70, 400, FULL)

    assert "".join(lines(drawn(draw, pages=2))).count("承办单位报名表") == 2


@pytest.mark.parametrize(
    ("above", "below"),
    [
        ("（二）各赛项按决赛实际人数的", "10%、20%、30%、40%、50%评定各等级的奖项，四舍五入。"),
        ("二、具身智能赛道的提交邮箱，", "由“embody-saishi@example.org”改为另一个，请各单位知悉。"),
        ("（三）报名材料电子版请发送至", "jineng2027-baoming@example.cn，逾期不予受理。"),
    ],
    ids=["一串比例", "引号里的邮箱", "邮箱"],
)
def test_a_line_may_end_early_where_the_next_begins_with_what_is_not_parted(above, below):
    data = drawn(_lined((2, FULL), (0, FULL[::-1]), (0, FULL), (0, FULL), (14, above), (0, below)))
    assert above + below in lines(data)[-1]


def test_an_address_broken_by_a_narrow_cell_is_whole():
    def draw(canvas, _):
        for x in (70, 160, 200, 290):
            canvas.line(x, 700, x, 640)
        for y in (700, 680, 640):
            canvas.line(70, y, 290, y)
        for x, text in [(75, "赛项"), (163, "邮箱"), (205, "说明")]:
            canvas.drawString(x, 685, text)
        canvas.setFont("Helvetica", 10)
        for at, text in enumerate(["miandia", "n@a.exa", "mple.cn"]):
            canvas.drawString(162, 668 - 12 * at, text)
        for at, text in enumerate(["see the", "rule"]):
            canvas.drawString(202, 668 - 12 * at, text)

    (_, row) = lines(drawn(draw))
    assert row.split("\t")[1:] == ["miandian@a.example.cn", "see the rule"]


def test_issuers_that_fill_their_lines_stay_apart():
    said = [
        LONG,
        "某市东区人力资源和社会保障局职业能力建设和技能人才评价服务中心办公室",
        "某市东区妇女联合会、家政服务行业协会",
        "2027年3月1日",
    ]
    assert lines(pdf([Paragraph(text, LEFT) for text in said])) == said


def test_a_signature_pushed_to_the_right_by_blanks_is_no_part_of_the_text():
    def draw(canvas, _):
        for at, text in enumerate([FULL, FULL[:-1] + "。", " " * 30 + "某市总工会", "附注说明"]):
            canvas.drawString(70, 700 - 22 * at, text)

    assert lines(drawn(draw))[-2:] == ["某市总工会", "附注说明"]
