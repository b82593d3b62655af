"""The desk in use, and its replacement."""

from __future__ import annotations

import pytest
from fakes.desk import FakeDesk, made

from bot.live import Live


def test_a_changed_store_is_opened_and_one_that_cannot_be_opened_leaves_the_old(clock):
    versions, desks = [0], [FakeDesk((made(1, 0),)), None, FakeDesk((made(2, 0),))]

    def opened():
        desk = desks[versions[0]]
        if desk is None:
            raise OSError
        return desk

    live = Live(opened, lambda: versions[0])
    assert not live.refresh()
    versions[0] = 1
    with pytest.raises(OSError):
        live.refresh()
    assert live.desk is desks[0]
    versions[0] = 2
    assert live.refresh()
    assert [item.notice for item in live.competitions.items] == ["made-2"]
