"""Matches → checks with parameters: what each way of wording a condition demands."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from knowledge.eligibility.drafting.builders import (
    ages,
    common,
    entering,
    places,
    students,
    work,
)
from knowledge.eligibility.drafting.builders.common import STUDENT, facts

if TYPE_CHECKING:
    from collections.abc import Mapping
    from types import ModuleType

    from knowledge.eligibility.drafting.builders.common import Builder

_MODULES: tuple[ModuleType, ...] = (ages, common, entering, places, students, work)
_HELPERS = frozenset({"group", "whole", "in_months", "both", "facts"})


def _of(module: ModuleType) -> Mapping[str, Builder]:
    """The public functions of a module, by name."""
    return {
        name: made
        for name, made in vars(module).items()
        if callable(made)
        and getattr(made, "__module__", "") == module.__name__
        and not name.startswith("_")
        and name not in _HELPERS
    }


BUILDERS: Mapping[str, Builder] = MappingProxyType(
    {
        "full_time": facts("school_full_time", STUDENT),
        "enrolled": facts("enrolled", STUDENT),
        "major": facts("major_related", STUDENT),
        **{name: build for module in _MODULES for name, build in _of(module).items()},
    }
)
"""The builders by the names patterns.yaml calls them."""
