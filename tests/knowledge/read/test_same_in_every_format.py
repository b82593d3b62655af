"""The same notice as text, Word document and PDF: the same clauses, scopes and values."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pdf_maker as pdf
import pytest
from docx import Document

from knowledge.notice import read_notice
from knowledge.plain import bare
from knowledge.read.files import read_file

NOTICES = {
    "赛项分组、表格、附件": """关于举办云川省第二届技能竞赛的通知
各市教育局，各有关单位：
为选拔高技能人才，定于2027年5月举办云川省第二届技能竞赛。现将有关事项通知如下：
一、赛项和组别
设汽车维修、茶艺2个赛项，分职工组和学生组。
赛项\t组别\t名额\t地点
汽车维修\t职工组\t每单位限报2人\t某市技师学院
茶艺\t学生组\t每单位限报3人\t某市职业学院
二、参赛条件
（一）职工组。年满18周岁，从事相关工作满2年。
（二）学生组。全日制在籍学生，年龄不超过25周岁。
（三）汽车维修赛项选手还须持有四级（中级工）及以上证书。
三、报名办法
（一）报名截止时间为2027年4月16日17:00，材料发送至saishi@jn.example.org。
（二）茶艺赛项报名截止时间为4月20日。
四、成绩和奖励
1.理论和实操分别占总成绩的30%和70%。
2.一等奖、二等奖、三等奖分别奖励3000元、2000元、1000元。
五、联系方式
联系人：欧阳老师，电话：13900083021；技术咨询：瞿工，023-63899503。
附件：选手须知
某省教育厅
2027年3月1日
附件
选手须知
一、迟到15分钟不得入场。
二、申诉须在成绩公布后2小时内提出。
""",
    "补充通知，没有附件": """关于第二届技能竞赛有关事项的补充通知
各有关单位：
现将有关事项补充通知如下：
一、决赛时间调整为2027年6月11日至13日。
二、报到地点：某市职业学院实训楼3号门。
三、咨询电话：0851-86501234，网址：jingsai.example.org。
某市总工会
2027年5月6日
""",
}


def as_docx(text: str) -> bytes:
    document, rows = Document(), []
    for line in [*text.split("\n"), ""]:
        if "\t" in line:
            rows.append(line.split("\t"))
            continue
        if rows:
            table = document.add_table(rows=len(rows), cols=len(rows[0]))
            table.style = "Table Grid"
            for at, row in enumerate(rows):
                for column, words in enumerate(row):
                    table.cell(at, column).text = words
            rows = []
        if line:
            document.add_paragraph(line)
    out = BytesIO()
    document.save(out)
    return out.getvalue()


def as_pdf(text: str) -> bytes:
    flow, rows = [], []
    for line in [*text.split("\n"), ""]:
        if "\t" in line:
            rows.append(line.split("\t"))
            continue
        if rows:
            flow.append(pdf.table(rows, [100] * len(rows[0])))
            rows = []
        if line:
            signed = line.startswith(("某", "2027"))
            flow.append(pdf.Paragraph(line, pdf.RIGHT if signed else pdf.BODY))
    return pdf.pdf(flow)


def known(notice):
    """What a notice says, white space and places aside."""
    return {
        "clauses": [(c.path, c.level, bare(c.text), c.heading, c.scope) for c in notice.clauses],
        "tables": [(t.path, t.title, t.header, t.scope) for t in notice.tables],
        "rows": [row.cells for table in notice.tables for row in table.rows],
        "values": [(v.kind, v.value, v.label, v.path, v.scope, bare(v.raw)) for v in notice.values],
        "attachments": [(a.name, a.title, a.listed, a.present) for a in notice.attachments],
        "elements": [(e.kind, bare(e.text)) for e in notice.elements if e.kind != "body"],
    }


def read(name: str, data: bytes):
    return known(read_notice("same", read_file(name, data).text.encode()))


@pytest.mark.parametrize("name", NOTICES)
@pytest.mark.parametrize(("ending", "made"), [("docx", as_docx), ("pdf", as_pdf)])
def test_a_file_says_what_the_text_says(name, ending, made):
    plain = read("a.txt", NOTICES[name].encode())
    assert len(plain["values"]) >= 5
    other = read(f"a.{ending}", made(NOTICES[name]))
    for part, said in plain.items():
        assert other[part] == said, part


FOLDER = Path(__file__).parents[1] / "eligibility" / "drafting" / "notices"
WHOLE = sorted(FOLDER.glob("*.txt"))[::3]
"""Whole notices, with tables and attachments."""


def test_whole_notices_were_found():
    assert len(WHOLE) >= 6


@pytest.mark.parametrize("path", WHOLE, ids=lambda path: path.stem)
def test_whole_notices_have_the_same_values_in_every_format(path):
    lines = [line for line in path.read_text("utf-8").split("\n") if line.strip()]
    text = "\n".join(lines) + "\n"
    plain = read("a.txt", text.encode())
    assert len(plain["values"]) >= 5
    for ending, made in (("docx", as_docx), ("pdf", as_pdf)):
        other = read(f"a.{ending}", made(text))
        assert other["values"] == plain["values"], ending
        assert other["tables"] == plain["tables"], ending


def test_values_and_scopes_of_the_first_notice():
    notice = read_notice("same", NOTICES["赛项分组、表格、附件"].encode())
    names = {track.id: track.name for track in notice.tracks}
    told = {
        (v.kind, v.value, v.label, *(names[t] for t in v.scope.tracks), *v.scope.groups)
        for v in notice.values
    }
    assert told >= {
        ("deadline", "2027-04-16T17:00", "报名截止时间"),
        ("deadline", "2027-04-20", "报名截止时间（年份按成文日期推定）", "茶艺"),
        ("email", "saishi@jn.example.org", "报名邮箱"),
        ("weight", "30%", "理论"),
        ("weight", "70%", "实操"),
        ("amount", "2000元", "二等奖"),
        ("place", "某市技师学院", "地点", "汽车维修", "职工组"),
        ("phone", "13900083021", "电话"),
        ("person", "瞿工", "技术咨询"),
        ("age", "不超过25周岁", "年龄", "学生组"),
    }
