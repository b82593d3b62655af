"""YAML files beside the code."""

import pytest
import yaml

from knowledge.data import content, parse


def test_what_is_written_is_read_as_plain_data():
    assert parse("a: [1, 二]\nb: {c: 2026-05-01}")["a"] == [1, "二"]
    assert parse("") is None


def test_tags_that_make_objects_are_refused():
    with pytest.raises(yaml.YAMLError):
        parse("!!python/object/apply:os.getcwd []")


def test_a_file_is_found_in_its_package():
    assert content("retrieval.question", "demands.yaml")["demands"]
    with pytest.raises(FileNotFoundError):
        content("retrieval.question", "nothing.yaml")
