"""Where models lie: folder, package, cache; and that a changed one is noticed, to the byte."""

from __future__ import annotations

import shutil
import sys

import pytest

from retrieval.index.model_folders import fingerprint, folder_of

LARGE = 3_000_000


@pytest.fixture
def model(tmp_path):
    folder = tmp_path / "model"
    (folder / "1_Pooling").mkdir(parents=True)
    (folder / "modules.json").write_text("[]")
    (folder / "1_Pooling" / "config.json").write_text("{}")
    (folder / "model.safetensors").write_bytes(bytes(LARGE))
    return folder


@pytest.mark.parametrize("at", [0, 1, LARGE // 2, LARGE - 1])
def test_one_byte_of_the_weights_makes_another_model(model, at):
    before = fingerprint(model)
    with (model / "model.safetensors").open("r+b") as weights:
        weights.seek(at)
        weights.write(b"\x01")
    assert fingerprint(model) != before


@pytest.mark.parametrize(
    ("name", "text"),
    [("1_Pooling/config.json", "{ }"), ("prompts.json", "{}"), ("1_Pooling/new.json", "")],
)
def test_so_does_every_file_that_decides(model, name, text):
    before = fingerprint(model)
    (model / name).write_text(text)
    assert fingerprint(model) != before


def test_a_file_that_is_renamed_or_gone_makes_another_model(model):
    before = fingerprint(model)
    (model / "modules.json").rename(model / "module.json")
    renamed = fingerprint(model)
    (model / "module.json").unlink()
    assert len({before, renamed, fingerprint(model)}) == 3


def test_a_copy_is_the_same_model(model, tmp_path):
    copy = shutil.copytree(model, tmp_path / "elsewhere" / "renamed", copy_function=shutil.copyfile)
    assert fingerprint(copy) == fingerprint(model)


@pytest.mark.parametrize("name", ["README.md", "onnx/model.onnx", ".cache/lock", ".gitattributes"])
def test_what_decides_nothing_does_not_count(model, name):
    before = fingerprint(model)
    (model / name).parent.mkdir(exist_ok=True)
    (model / name).write_text("words about it")
    assert fingerprint(model) == before


def test_a_folder_is_found(model, monkeypatch):
    assert folder_of(str(model)) == model
    monkeypatch.setenv("HOME", str(model.parent))
    assert folder_of("~/model") == model


@pytest.mark.parametrize("inside", ["", "weights"])
def test_a_model_in_an_installed_package_is_found_without_importing_it(
    model, tmp_path, monkeypatch, inside
):
    package = tmp_path / "site" / "a_model_package"
    shutil.copytree(model, package / inside)
    (package / "__init__.py").write_text("raise RuntimeError")
    monkeypatch.syspath_prepend(package.parent)
    assert folder_of("a_model_package") == package / inside
    assert "a_model_package" not in sys.modules


@pytest.mark.parametrize(
    "place", ["", " ", "json", "no_such_package", "no/such-model", "a/b/c", "\x00"]
)
def test_what_is_not_here_is_not_found(place):
    assert folder_of(place) is None


def test_a_name_in_the_local_cache_is_found(model, tmp_path, monkeypatch):
    from huggingface_hub import constants  # noqa: PLC0415 heavy

    monkeypatch.setattr(constants, "HF_HUB_CACHE", str(tmp_path / "cache"))
    cached = tmp_path / "cache" / "models--sentence-transformers--tiny"
    shutil.copytree(model, cached / "snapshots" / "abc")
    (cached / "refs").mkdir()
    (cached / "refs" / "main").write_text("abc")
    assert folder_of("sentence-transformers/tiny") == cached / "snapshots" / "abc"
    assert folder_of("tiny") == cached / "snapshots" / "abc"
    assert folder_of("owner/tiny") is None
