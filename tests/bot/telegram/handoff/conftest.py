"""A bot with coordinators for every test."""

from __future__ import annotations

import pytest
from bot_api.state import BOT, group
from fakes.handed import OFFICE, SETTINGS


@pytest.fixture
def bot(api, serve, tmp_path, at):
    (tmp_path / "coordinators.yaml").write_text(SETTINGS, "utf-8")
    api.state.add(group(OFFICE), BOT, text="（群已建立）")
    return serve()
