"""`saiwen qr`: the picture, and what it leads to."""

from __future__ import annotations

import pytest
from PIL import Image

from bot.cli import run
from bot.competitions import Competitions, key_of
from bot.opening import live_desk
from bot.wording import wording

SAID = wording().qr


@pytest.fixture(scope="module")
def store(tmp_path_factory):
    return tmp_path_factory.mktemp("store")


@pytest.fixture(autouse=True)
def words_only(monkeypatch):
    monkeypatch.setenv("EMBEDDING", "none")


@pytest.fixture
def qr(store, capsys):
    def call(*arguments, code=0):
        assert run(["qr", *map(str, arguments), "--store", str(store)]) == code
        said = capsys.readouterr()
        return said.err if code else said.out

    return call


@pytest.mark.parametrize("track", [None, "人工智能训练师"])
def test_the_link_names_a_competition_or_track_that_is_there(qr, store, tmp_path, track):
    out = tmp_path / "a.png"
    line = qr("cq-ai-2023", *(["--track", track] if track else []), "--bot", "saiwen_bot",
              "--out", out).strip()  # fmt: skip
    address, name = line.split("\t")
    known = Competitions.of(live_desk(store, warm=False).desk.notices).by_key
    option = known[address.removeprefix("https://t.me/saiwen_bot?start=c-")]
    assert (option.notice, option.track is None) == ("cq-ai-2023", track is None)
    assert key_of(option) in address
    assert (track or "") in name


def test_the_picture_is_black_and_white_with_a_white_margin(qr, tmp_path):
    out = tmp_path / "a.png"
    qr("cq-ai-2026", "--bot", "saiwen_bot", "--out", out)
    with Image.open(out) as opened:
        picture = opened.convert("L")
    width, height = picture.size
    assert width == height >= 300
    assert {value for _, value in picture.getcolors()} == {0, 255}
    assert all(picture.getpixel((at, 39)) == 255 for at in range(width))
    assert picture.getpixel((40, 40)) == 0


def test_a_reader_of_another_hand_reads_the_link(qr, tmp_path):
    cv2 = pytest.importorskip("cv2")
    out = tmp_path / "a.png"
    line = qr("cq-ai-2026", "--bot", "saiwen_bot", "--out", out)
    found, _, _ = cv2.QRCodeDetector().detectAndDecode(cv2.imread(str(out)))
    assert found == line.split("\t")[0]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["none", "--bot", "saiwen_bot", "--out", "a.png"], "没有编号为 none 的通知"),
        (["cq-ai-2023", "--track", "龙舟", "--bot", "a_bot", "--out", "a.png"], "没有名为 龙舟"),
        (["cq-ai-2023", "--bot", "赛问", "--out", "a.png"], SAID.bad_bot),
        (["cq-ai-2023", "--bot", "saiwen_bot", "--out", "a.txt"], SAID.bad_out),
        (["cq-ai-2023", "--bot", "saiwen_bot", "--out", "/nowhere/a.png"], "没有这个文件或文件夹"),
    ],
)  # fmt: skip
def test_what_cannot_be_drawn_is_said_in_one_line(qr, arguments, said):
    assert said in qr(*arguments, code=1)
