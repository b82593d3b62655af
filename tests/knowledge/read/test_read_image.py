"""Scans and photos: recognised by the models in the package, straightened, and marked as such.

`photo.jpg` is a made-up notice, photographed aslant in uneven light; `table_scan.jpg` a slanted
scan.
"""

from __future__ import annotations

import importlib.util
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from knowledge.errors import UnreadableError
from knowledge.read import ocr
from knowledge.read.image import read_image
from knowledge.read.limits import Limits
from knowledge.read.ocr_marks import printed
from knowledge.read.pdf import read_pdf

FILES = Path(__file__).parent / "files"
needs_ocr = pytest.mark.skipif(
    importlib.util.find_spec("rapidocr") is None,
    reason="needs the extra ocr: pip install -e '.[ocr]'",
)
TABLE = [
    "各区人力资源和社会保障局，各有关单位：",
    "一、报名截止时间为2027年5月8日17:00，报名材料由所在单位审核盖章后发送至MAIL，逾期不予受理。".replace(
        "MAIL", "shukong@qingchuan.example.cn"
    ),
    "二、各赛项安排如下表。",
    "序号\t赛项\t组别\t联系人\t电话",
    "1\t数控车床操作\t职工组\t齐老师\t13900060011",
    "2\t数控车床操作\t学生组\t骆老师\t13900060012",
    "3\t五轴加工\t职工组\t宁老师\t13900060013",
]


def saved(picture, kind, **more):
    out = BytesIO()
    picture.save(out, kind, **more)
    return out.getvalue()


@needs_ocr
@pytest.mark.slow
def test_a_photo_taken_aslant_in_uneven_light():
    read = read_image((FILES / "photo.jpg").read_bytes())
    lines = read.text.splitlines()
    assert lines[1:3] == [
        "沧科函〔2026〕47号",
        "关于更正沧屿市首届人工智能应用创新大赛报名时间等事项的通知",
    ]
    assert (
        "二、具身智能赛道的提交邮箱，由“embody@ai.example.org”更正为“jushen@ai.example.org”。"
        "已发送至原邮箱的作品，须在2026年7月10日前重新发送。"
    ) in lines
    assert lines[-3:] == ["咨询电话：13900050020。", "沧屿市科学技术局", "2026年6月12日"]


@needs_ocr
@pytest.mark.slow
def test_a_scan_on_its_side_with_a_table_is_read_and_every_word_of_it_marked():
    scan = Image.open(FILES / "table_scan.jpg").rotate(90, expand=True)
    read = read_pdf(saved(scan, "PDF", resolution=150))
    assert read.text.splitlines() == TABLE
    marked = "".join(read.text[span.start : span.end] for span in read.recognised)
    assert marked == "".join(read.text.split())
    assert all(0.5 < span.confidence <= 1 for span in read.recognised)


@needs_ocr
def test_the_models_lie_in_the_package_and_none_is_looked_for():
    """The guard in conftest.py fails any test that reaches beyond this machine."""
    settings = ocr._settings()
    models = [value for key, value in settings.items() if key.endswith("model_path")]
    assert len(models) == 3
    assert all(Path(model).is_file() for model in models)


def test_without_the_extra_it_says_what_to_install(monkeypatch):
    monkeypatch.setattr(ocr, "find_spec", lambda _: None)
    with pytest.raises(UnreadableError, match=r"saiwen\[ocr\]"):
        read_image((FILES / "table_scan.jpg").read_bytes())
    with pytest.raises(UnreadableError, match=r"saiwen\[ocr\]"):
        read_pdf(saved(Image.open(FILES / "table_scan.jpg"), "PDF"))


SCAN = (FILES / "table_scan.jpg").read_bytes()
BAD = {
    "空": (b"", "空"),
    "截断": (SCAN[: len(SCAN) // 2], "不完整"),
    "不是图片": (b"\xff\xd8\xff" + bytes(50), "打不开"),
    "太大": (saved(Image.new("L", (3000, 1000)), "PNG"), "3 百万像素，超过上限 2"),
    "炸弹": (saved(Image.new("1", (20000, 20000)), "PNG"), "打不开|百万像素"),
}


@pytest.mark.parametrize("name", BAD)
def test_a_picture_that_cannot_be_read_says_why_in_one_line(name):
    data, reason = BAD[name]
    with pytest.raises(UnreadableError, match=reason) as caught:
        read_image(data, Limits(megapixels=2))
    assert "\n" not in str(caught.value)


@needs_ocr
def test_a_picture_without_words_says_so():
    with pytest.raises(UnreadableError, match="没有认出文字"):
        read_image(saved(Image.new("L", (300, 300), 255), "PNG"))


@needs_ocr
def test_a_picture_with_more_pages_than_the_limit_is_refused():
    pages = [Image.new("L", (60, 60), 255) for _ in range(3)]
    data = saved(pages[0], "TIFF", save_all=True, append_images=pages[1:])
    with pytest.raises(UnreadableError, match="超过上限 2 页"):
        read_image(data, Limits(pictures=2))


MARKS = [
    ("(一)报名时间:5月8日17:00,逾期不候", "（一）报名时间：5月8日17:00，逾期不候"),
    ("邮箱:a.b@example.cn,电话:0371-1234567", "邮箱：a.b@example.cn，电话：0371-1234567"),
    ("沧科函[2026]47号", "沧科函〔2026〕47号"),
    ("由“a@b.cn'更正为", "由“a@b.cn”更正为"),
    ("网址https://a.cn:8080/x?y=1,2", "网址https://a.cn:8080/x?y=1,2"),
    ("满分1,000分(含100分)", "满分1,000分（含100分）"),
    ("C/C++(GCC 9.4)", "C/C++(GCC 9.4)"),
    ("赛项：：持证", "赛项：持证"),
]


@pytest.mark.parametrize(("seen", "meant"), MARKS, ids=[seen for seen, _ in MARKS])
def test_marks_are_those_of_chinese_print(seen, meant):
    assert printed(seen) == meant
    assert printed(meant) == meant
