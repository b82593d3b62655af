"""Rules as the text of a rules.yaml, and back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import yaml

from knowledge.eligibility.drafting.draft import draft_rules
from knowledge.eligibility.packing import packed

if TYPE_CHECKING:
    from knowledge.eligibility.model import Rules
    from knowledge.model import Notice

_DUMPER: Any = getattr(yaml, "CSafeDumper", yaml.SafeDumper)


def written(rules: Rules) -> str:
    """The rules as a rules.yaml that `load_rules` reads back the same."""
    return str(
        yaml.dump(_data(rules), Dumper=_DUMPER, allow_unicode=True, sort_keys=False, width=100)
    )


def drafted_text(notice: Notice) -> str:
    """The drafted rules of a notice, packed: a store of many reads them whenever it is opened."""
    return packed(_data(draft_rules(notice)))


def _data(rules: Rules) -> dict[str, Any]:
    data = plain(rules.model_dump(exclude_defaults=True))
    data = {"notice": rules.notice, **data, "rules": data.get("rules", [])}
    for rule, own in zip(data["rules"], rules.rules, strict=True):
        if own.cite is None:
            rule["cite"] = None
    return data


def plain(value: Any) -> Any:
    """Tuples as lists, recursively: YAML's safe dumper knows no tuples."""
    if isinstance(value, dict):
        return {key: plain(item) for key, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [plain(item) for item in value]
    return value
