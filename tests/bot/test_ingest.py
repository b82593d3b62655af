"""`saiwen ingest`: files, folders and archives; one id is one notice; the rest goes on."""

from __future__ import annotations

import os
import zipfile
from pathlib import Path

import pytest

from bot.cli import run
from retrieval.intake.gather import Found, Refusal, gather
from retrieval.storage.store import Store

TEXT = "关于举办第{n}届试验竞赛的通知\n一、报名\n报名截止时间为2031年5月{n}日。\n二、其他\n无。\n"
FIRST = TEXT.format(n=1)


class GbkName(zipfile.ZipInfo):
    """A member as a Chinese Windows writes it: its name in GBK, and no flag that says so."""

    def _encodeFilenameFlags(self):  # noqa: N802 the name zipfile calls
        return self.filename.encode("gbk"), 0


@pytest.fixture(autouse=True)
def words_only(monkeypatch):
    """The indexes are tested elsewhere; without a model these tests take no time."""
    monkeypatch.setenv("EMBEDDING", "none")


@pytest.fixture
def files(tmp_path):
    folder = tmp_path / "files"
    folder.mkdir()

    def write(name, text=FIRST):
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(text.encode() if isinstance(text, str) else text)
        return file

    return write


@pytest.fixture
def saiwen(tmp_path):
    """Run `ingest --only` over a store of this test's own."""
    store = tmp_path / "store"

    def call(*arguments):
        return run(["ingest", "--store", str(store), "--only", *map(str, arguments)])

    call.store = Store(store)
    return call


def ids(store):
    return [notice.id for notice in store.notices()]


def test_a_file_is_a_notice_with_its_stem_as_id(saiwen, files, capsys):
    assert saiwen(files("a.txt"), files("b.v2.md", TEXT.format(n=2))) == 0
    assert ids(saiwen.store) == ["a", "b.v2"]
    assert "已读入 a" in capsys.readouterr().out


def test_a_folder_is_a_collection(saiwen, files):
    files("all/a.txt")
    files("all/.DS_Store", b"\x00")
    files("all/team/通知.txt", TEXT.format(n=2))
    files("all/team/附件1.txt", "报名表\n姓名：\n")
    assert saiwen(files("all/a.txt").parent) == 0
    assert ids(saiwen.store) == ["a", "team"]


def test_one_folder_with_one_is_one_notice(saiwen, files):
    files("team/附件10.txt", "第十\n")
    files("team/附件2.txt", "附件2\n第二\n")
    folder = files("team/通知.txt").parent
    assert saiwen("--one", folder) == 0
    (notice,) = saiwen.store.notices()
    assert notice.id == "team"
    order = [notice.text.index(word) for word in ("试验竞赛", "附件2", "第二", "附件10", "第十")]
    assert order == sorted(order)
    assert notice.text.count("附件2") == 1


def test_an_archive_is_one_notice_and_its_names_may_be_gbk(saiwen, files, tmp_path):
    archive = tmp_path / "pack.zip"
    with zipfile.ZipFile(archive, "w") as opened:
        for name, text in (("附件1.txt", "名单\n"), ("正文.txt", TEXT.format(n=3))):
            opened.writestr(GbkName(name), text)
    (found,) = gather([archive])
    assert isinstance(found, Found)
    assert found.text.index("试验竞赛") < found.text.index("附件1\n名单")
    assert saiwen(archive) == 0
    assert ids(saiwen.store) == ["pack"]


def test_what_a_person_confirmed_beside_the_notice_counts(saiwen, files):
    folder = files("team/通知.txt").parent
    files("team/rules.yaml", "[]\n")
    assert saiwen("--one", folder) == 0
    (entry,) = saiwen.store.entries()
    assert entry.rules == "[]\n"


def test_the_same_text_twice_is_one_notice(saiwen, files, capsys):
    assert saiwen(files("a.txt"), files("other/a.txt")) == 0
    assert saiwen(files("third/a.md")) == 0
    assert ids(saiwen.store) == ["a"]
    assert capsys.readouterr().out.count("文字相同") == 2


def test_the_same_notice_in_two_formats_is_read_once_and_said(saiwen, files, capsys):
    lines = [f"<p>{line}</p>" for line in FIRST.replace("无。", "暂无。").splitlines()]
    files("all/a.txt")
    files("all/a.html", f"<html><body>{''.join(lines)}</body></html>")
    files("all/b.txt", FIRST)
    assert saiwen(files("all/a.txt").parent) == 0
    assert ids(saiwen.store) == ["a", "b"]
    said = capsys.readouterr().out
    assert "a.txt 与" in said
    assert "是同一份，只读一次" in said
    assert "b 与 a 几乎相同" in said
    assert saiwen(files("all/a.txt").parent) == 0
    assert "是同一份，只读一次" in capsys.readouterr().out


def test_two_formats_with_different_numbers_are_not_the_same(saiwen, files, capsys):
    files("all/a.txt")
    files("all/a.md", FIRST.replace("5月1日", "5月2日"))
    assert saiwen(files("all/a.txt").parent) == 1
    assert "文字不同" in capsys.readouterr().err


def test_another_text_under_the_same_id_is_refused_by_name(saiwen, files, capsys):
    second = files("other/a.txt", TEXT.format(n=2))
    assert saiwen(files("a.txt"), second, files("b.txt", TEXT.format(n=3))) == 1
    assert ids(saiwen.store) == ["a", "b"]
    assert "第1届" in saiwen.store.notices()[0].text
    error = capsys.readouterr().err
    assert str(second) in error
    assert " a " in error


def test_refused_against_the_store_as_well(saiwen, files):
    assert saiwen(files("a.txt")) == 0
    assert saiwen(files("other/a.txt", TEXT.format(n=2))) == 1


def test_a_file_that_has_changed_is_read_anew(saiwen, files):
    assert saiwen(files("a.txt")) == 0
    before = saiwen.store.version()
    assert saiwen(files("a.txt", TEXT.format(n=2))) == 0
    assert "第2届" in saiwen.store.notices()[0].text
    assert saiwen.store.version() != before


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("x.docx", b"PK", ".docx"),
        ("x.json", b"{}", ".json"),
        ("x.txt", b"", "空"),
        ("x.txt", bytes(range(32)) * 20, "文本"),
        ("x.zip", b"no archive", "压缩包"),
    ],
    ids=["another format", "no notice", "empty", "binary", "broken archive"],
)
def test_what_cannot_be_read_is_one_line_and_the_rest_goes_on(  # noqa: PLR0913, PLR0917 a table
    saiwen, files, capsys, name, data, reason
):
    wrong = files(f"wrong/{name}", data)
    assert saiwen(wrong, files("a.txt")) == 1
    assert ids(saiwen.store) == ["a"]
    (line,) = [row for row in capsys.readouterr().err.splitlines() if row.startswith("未读入")]
    assert str(wrong) in line
    assert reason in line


def test_a_path_that_is_not_there(saiwen, files, capsys):
    assert saiwen("/no/such/file.txt", files("a.txt")) == 1
    assert "/no/such/file.txt" in capsys.readouterr().err
    assert ids(saiwen.store) == ["a"]


def test_an_empty_folder_is_said(tmp_path):
    (refusal,) = gather([tmp_path])
    assert isinstance(refusal, Refusal)
    (refusal,) = gather([tmp_path], one=True)
    assert isinstance(refusal, Refusal)


def test_a_bomb_is_refused_unread(tmp_path):
    archive = tmp_path / "bomb.zip"
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as opened:
        opened.writestr("a.txt", b"0" * 120_000_000)
    (refusal,) = gather([archive])
    assert "大得不合常理" in refusal.reason


def test_a_name_that_is_no_utf8(tmp_path):
    file = Path(os.fsdecode(os.fsencode(tmp_path) + b"/\xff.txt"))
    file.write_text(TEXT, "utf-8")
    (refusal,) = gather([file])
    assert "改名" in refusal.reason
    refusal.place.encode()


def test_gb18030_is_read(saiwen, files):
    assert saiwen(files("a.txt", TEXT.format(n=1).encode("gb18030"))) == 0
    assert "试验竞赛" in saiwen.store.notices()[0].text


def test_bundled_notices_are_there_without_only(tmp_path, files):
    seed = next(Path(__file__).parents[2].glob("knowledge/notices/gz-ai-2025/source.txt"))
    same = files("gz-ai-2025.txt", seed.read_bytes())
    other = files("other/gz-ai-2025.txt")
    assert run(["ingest", "--store", str(tmp_path / "s"), str(same)]) == 0
    assert len(ids(Store(tmp_path / "s"))) == 5
    assert run(["ingest", "--store", str(tmp_path / "s"), str(other)]) == 1


def test_only_is_for_a_new_store(tmp_path, files, capsys):
    assert run(["ingest", "--store", str(tmp_path / "s")]) == 0
    assert run(["ingest", "--store", str(tmp_path / "s"), "--only", str(files("a.txt"))]) == 1
    assert "--only" in capsys.readouterr().err


def test_a_torn_store_is_said_in_one_line(tmp_path, files, capsys):
    (tmp_path / "saiwen.db").write_bytes(b"torn" * 1000)
    assert run(["ingest", "--store", str(tmp_path), str(files("a.txt"))]) == 1
    assert capsys.readouterr().err.count("\n") == 1


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("没有.docx", "没有这个文件"),
        ("https://example.org/a.pdf", "这是网址"),
        ("", "路径是空的"),
    ],
)
def test_a_path_that_is_none_is_told_in_words(saiwen, capsys, path, said):
    assert saiwen(path) == 1
    error = capsys.readouterr().err
    assert said in error
    assert "No such" not in error
    assert not saiwen.store.exists() or ids(saiwen.store) == []


def test_what_holds_nothing_of_a_notice_is_said(saiwen, files, capsys):
    page = "<html><head><title>404</title></head><body>404 Not Found</body></html>"
    assert saiwen(files("a.html", page), files("b.txt")) == 0
    said = capsys.readouterr().out
    assert "a 没有读出条款" in said
    assert "b 没有读出条款" not in said
