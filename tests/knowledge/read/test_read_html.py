"""Saved pages: the notice with its title and tables, and nothing of the portal."""

from __future__ import annotations

import pytest

from knowledge.errors import UnreadableError
from knowledge.read.html import decoded, read_html, read_mhtml

TITLE = "关于举办甲市第二届技能竞赛的通知"
BODY = [
    "甲人社发〔2031〕5号",
    "各区人力资源和社会保障局，各有关单位：",
    "为选拔技能人才，经研究，决定举办甲市第二届技能竞赛。现将有关事项通知如下：",
    "一、报名时间",
    "报名截止时间为2031年5月1日17:00，逾期不予受理。",
    "二、联系方式",
    "联系人：高老师，电话：13900000001。",
    "主办单位：甲市人力资源和社会保障局",
    "甲市人力资源和社会保障局",
    "2031年4月1日",
]
PARAGRAPHS = "".join(f"<p>&nbsp;&nbsp;{line}</p>" for line in BODY)
LINES = "<br/>　　".join(BODY)


def lines(page):
    return [line for line in read_html(page.encode()).text.splitlines() if line]


NEW = f"""<!DOCTYPE html><html><head><meta charset="utf-8"><title>{TITLE}-甲市人民政府</title>
<meta name="ArticleTitle" content="{TITLE}"></head><body>
<header><div class="logo"><a href="/"><img alt="甲市人民政府"></a></div>
<nav><ul><li><a href="/1">首页</a></li><li><a href="/2">政务公开</a></li></ul></nav></header>
<div class="main"><div class="left-menu"><ul><li><a href="/a">通知公告</a></li></ul></div>
<article><h1>{TITLE}</h1>
<div class="pages-date">2031-04-01 09:00 来源：办公室 【字体：<a href="#">大</a>】</div>
<div class="trs_editor_view"><div>{PARAGRAPHS}</div>
<p>附件：<a href="P01.docx">1.报名表.docx</a></p></div>
<div class="editor">责任编辑：王某</div><p>上一篇：<a href="/x">关于公布名单的通知</a></p>
<p>下一篇：<a href="/y">关于放假的通知</a></p></article></div>
<div class="friend"><select><option>友情链接</option></select></div>
<footer>主办：甲市人民政府 版权所有 网站标识码：100 <a>京ICP备1号</a></footer></body></html>"""

OLD = f"""<html><head><title>甲市人社局</title></head><body bgcolor=#ffffff>
<table width=1000><tr><td><a href=/>首页</a>|<a href=/n>新闻</a></td></tr></table>
<table width=1000><tr><td width=200 valign=top><table><tr><td><a href=1>通知公告</a></td></tr>
<tr><td><a href=2>办事指南</a></td></tr></table></td><td>
<table><tr><td align=center class=title>{TITLE}</td></tr>
<tr><td align=center>发布时间：2031-4-1 点击数：88
【<a href=javascript:print()>打印本页</a>】</td></tr>
<tr><td id=content>{LINES}</td></tr>
<tr><td>【<a href=#>关闭窗口</a>】</td></tr></table></td></tr></table>
<table width=1000><tr><td>版权所有：甲市人社局 地址：甲路1号</td></tr></table>
</body></html>"""

FORM = f"""<html><head><title>{TITLE} | 甲市教育局</title>
<style>.x-tip {{ color:red; display : none }}
</style></head><body><form id="aspnetForm" action="x.aspx"><input type=hidden value=abc>
<div id="wrapper"><div class="crumb">您所在的位置：首页 > 通知</div>
<div class="article"><h2>{TITLE}</h2><div class="info"><span>发布日期：2031-04-01</span>
<span>浏览量：12</span></div><div class="x-tip">请升级浏览器，截止2031年1月1日。</div>
<div class="con">{"".join(f"<div><span>{line}</span></div>" for line in BODY[:5])}
</div><div class="con">{"".join(f"<div><span>{line}</span></div>" for line in BODY[5:])}</div></div>
<div class="share">分享到：<a>微信</a></div>
<div class="list"><h3>相关阅读</h3><ul><li><a href=1>关于举办某赛的通知，截止2030年1月1日。</a></li>
</ul></div></div></form></body></html>"""

BARE = f"<html><body><h1>{TITLE}</h1>{PARAGRAPHS}</body></html>"
WORD = f"""<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><title>x</title>
<style>p.MsoNormal {{ margin:0 }}</style></head><body lang=ZH-CN><div class=WordSection1>
<p class=MsoNormal align=center><b>{TITLE}</b></p>{PARAGRAPHS}</div></body></html>"""


@pytest.mark.parametrize(
    ("page", "more"),
    [(NEW, ["附件：1.报名表.docx"]), (OLD, []), (FORM, []), (BARE, []), (WORD, [])],
    ids=["a new portal", "tables for layout", "a page that is a form", "no portal", "from Word"],
)
def test_of_a_page_the_notice_is_read_with_its_title_and_nothing_else(page, more):
    assert lines(page) == [TITLE, *BODY, *more]


CHANGED = "关于更改决赛时间的通知"
SHORT = ["各参赛队：", "决赛改在2031年6月2日举行，地点不变。", "甲市竞赛组委会", "2031年5月1日"]
MENU = "".join(f'<li><a href="/{n}">栏目{n}的名称</a></li>' for n in range(80))
NEWS = "".join(
    f'<li><a href="/{n}">某市召开会议，部署工作{n}</a> 2031-01-0{n}</li>' for n in range(9)
)
FOOT = (
    "<p>主办：甲市人民政府 承办：甲市信息中心 电话：000-1234567 地址：甲市甲路1号 邮编：000000</p>"
)


@pytest.mark.parametrize(
    "page",
    [
        f"""<div class="g-page"><ul>{MENU}</ul><div class="page-main">
<h3 class="page-title">{CHANGED}</h3><div class="page-content">{{}}</div></div>
<ul>{NEWS}</ul>{FOOT}</div>""",
        f"""<table><tr><td><ul>{MENU}</ul></td><td><h3>{CHANGED}</h3><span>来源：办公室</span>
<div>{{}}</div></td><td><ul>{NEWS}</ul></td></tr></table>{FOOT}""",
        f"""<div id=app><div><section><div>{MENU}</div><main><p><b>{CHANGED}</b></p><div>{{}}</div>
</main></section></div><section><h4>新闻</h4><ul>{NEWS}</ul></section>{FOOT}</div>""",
    ],
    ids=["named like a portal", "three columns", "names that say nothing"],
)
@pytest.mark.parametrize("tag", ["p", "div", "section"])
def test_a_short_notice_is_found_on_a_large_page(page, tag):
    inner = "".join(f"<{tag}>{line}</{tag}>" for line in SHORT)
    title = f"<title>{CHANGED}_甲市</title>"
    assert lines(title + page.format(inner)) == [CHANGED, *SHORT]


def table(*rows):
    return f"<table border=1>{''.join(f'<tr>{row}</tr>' for row in rows)}</table>"


def test_spans_are_filled_and_cells_may_hold_paragraphs():
    page = PARAGRAPHS + table(
        "<th rowspan=2>赛项</th><th colspan=2>年龄</th>",
        "<th>职工</th><th>学生</th>",
        "<td><p>机</p><p>器人</p></td><td rowspan='2'>18&mdash;50</td><td>16&#8212;22&nbsp;岁</td>",
        "<td>焊接<br>技术</td><td>不设</td>",
    )
    assert lines(page)[-4:] == [
        "赛项\t年龄\t年龄", "赛项\t职工\t学生",
        "机 器人\t18—50\t16—22 岁", "焊接 技术\t18—50\t不设",
    ]  # fmt: skip


def test_a_table_in_a_table_for_layout_keeps_its_rows():
    data = table("<td>赛项</td><td>人数</td>", "<td>甲</td><td>3</td>")
    page = table(f"<td>导航</td><td>{PARAGRAPHS}{data}<p>以上。</p></td>")
    assert lines(page)[-3:] == ["赛项\t人数", "甲\t3", "以上。"]


def test_spans_beyond_reason_are_refused():
    rows = ["<td rowspan=60000 colspan=1000>甲</td>"] * 300
    with pytest.raises(UnreadableError, match="表格"):
        read_html((PARAGRAPHS + table(*rows)).encode())


def test_a_span_cannot_fill_memory():
    page = PARAGRAPHS + table("<td rowspan=99999 colspan=99999>甲</td><td>乙</td>", "<td>丙</td>")
    assert lines(page)[-2].split("\t")[:2] == ["甲", "乙"]


def test_numbered_lists_are_written_out():
    page = (
        PARAGRAPHS
        + "<ol><li>甲。</li><li>乙。</li></ol><ol start=3 type=a><li>丙。</li></ol>"
        + "<ol style='list-style-type:cjk-ideographic'><li>丁。</li></ol><ul><li>戊。</li></ul>"
    )
    assert lines(page)[-5:] == ["1. 甲。", "2. 乙。", "c. 丙。", "一、丁。", "戊。"]


def test_a_number_stands_before_the_paragraph_of_its_item():
    page = PARAGRAPHS + "<ol><li><p>甲。</p><p>乙。</p><ol><li><p>丙。</p></ol><li><div></div></ol>"
    assert lines(page)[-4:] == ["1. 甲。", "乙。", "1. 丙。", "2."]


def test_text_that_the_source_wraps_is_one_line():
    assert lines(PARAGRAPHS + "<p>甲乙\n   丙丁 <b>A\nB</b></p>")[-1] == "甲乙丙丁 A B"


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ('<meta charset="gb2312">朱镕基', "gb18030"),
        ("<meta charset=utf-8>朱镕基", "gb18030"),
        ('<meta http-equiv=Content-Type content="text/html; charset=gbk">朱镕基', "utf-8"),
        ("朱镕基", "gb18030"),
        ("<meta charset=big5>龍門", "big5"),
        ("朱镕基", "utf-16"),
        ("<meta charset=no-such>朱镕基", "utf-8-sig"),
    ],
)
def test_the_encoding_is_what_the_bytes_are(text, encoding):
    assert decoded(text.encode(encoding)) == text


def test_a_page_cut_in_the_middle_of_a_character_is_read():
    data = f"<meta charset=utf-8>{PARAGRAPHS}".encode()[:-8]
    assert read_html(data).text.splitlines()[:2] == BODY[:2]


def test_a_page_saved_as_one_file():
    head = "From: x\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=b\r\n\r\n"
    kind = 'Content-Type: text/html; charset="gb2312"\r\nContent-Transfer-Encoding: 8bit\r\n\r\n'
    page = f"<meta charset=gb2312>{BARE}".encode("gb18030")
    data = head.encode() + b"--b\r\n" + kind.encode() + page + b"\r\n--b--\r\n"
    assert read_mhtml(data).text.splitlines() == [TITLE, *BODY]


@pytest.mark.parametrize(
    "page",
    ["<html><body><script>var a=1;</script></body></html>", "<html></html>", "<div>" * 5000 + "甲"],
    ids=["only scripts", "nothing", "nested beyond reason"],
)
def test_a_page_without_text_says_so(page):
    with pytest.raises(UnreadableError):
        read_html(page.encode())


def test_a_page_that_declares_entities_is_refused():
    page = '<!DOCTYPE x [<!ENTITY a "aa"><!ENTITY b "&a;&a;">]><html><body><p>&b;</p></body></html>'
    with pytest.raises(UnreadableError, match="实体声明"):
        lines(page)
