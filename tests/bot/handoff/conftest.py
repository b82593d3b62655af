"""An office for every test."""

from __future__ import annotations

import pytest
from fakes.staffed import Staffed


@pytest.fixture
def staffed(tmp_path):
    return Staffed(tmp_path)
