"""Words of everyday Chinese are those of wordfreq, without what it loads besides."""

import subprocess
import sys

import msgpack
import pytest
from wordfreq import get_frequency_dict

from knowledge import everyday
from knowledge.everyday import shares


@pytest.mark.parametrize("size", ["small", "large"])
def test_they_are_as_the_package_gives_them(size):
    assert list(shares(size).items()) == list(get_frequency_dict("zh", size).items())


def test_a_list_in_another_form_is_left_to_the_package(monkeypatch):
    monkeypatch.setattr(msgpack, "unpackb", lambda _: [{"format": "cB", "version": 2}, ["甲"]])
    assert shares.__wrapped__("small") == get_frequency_dict("zh", "small")


def test_a_list_that_is_elsewhere_is_left_to_the_package(monkeypatch):
    monkeypatch.setattr(everyday, "find_spec", lambda _: None)
    assert shares.__wrapped__("small") == get_frequency_dict("zh", "small")


def test_the_package_is_not_loaded_for_them():
    code = "import sys; from knowledge.everyday import shares; shares('small'); print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert not {"wordfreq", "ftfy", "langcodes"} & set(done.stdout.split())
