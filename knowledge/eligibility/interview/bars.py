"""What is taken not to be so until someone says it: the answers of the closing question."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from knowledge.eligibility.data import table
from knowledge.eligibility.interview.topics import Choice, Facts, topics

if TYPE_CHECKING:
    from knowledge.eligibility.ties import Sheet

_NAMES, _LABEL = 3, 60


def bars(sheet: Sheet) -> Iterator[Choice]:
    """Facts that could break a rule of the sheet though nobody asks for them by themselves."""
    for bar in table("interview/bars.yaml"):
        if "check" not in bar:
            yield Choice(label=bar["label"], facts=bar["facts"])
            continue
        for item in sheet.items:
            if item.rule.check == bar["check"]:
                params = item.rule.params
                yield Choice(label=_label(bar["label"], params), facts=_facts(params))


def _label(template: str, params: Mapping[str, Any]) -> str:
    names = [str(name) for name in params.get("names", ())]
    shown = "、".join(names[:_NAMES]) + ("等" if len(names) > _NAMES else "")
    said = str(params.get("said", "")).removesuffix("不得报名")
    topic = topics().get(str(params.get("key")))
    limit = f"{params.get('limit', 0):g}{topic.unit}" if topic else ""
    label = template.format(names=shown, said=said, name=topic.name if topic else "", limit=limit)
    return label if len(label) <= _LABEL else f"{label[: _LABEL - 1]}…"


def _facts(params: Mapping[str, Any]) -> Facts:
    """What the parameters bar: a name, more than the limit, the first of each list of ways."""
    if "limit" in params:
        return {str(params["key"]): params["limit"] + 1}
    if "names" in params:
        return {"honours": [str(name) for name in params["names"]][:1]}
    ways = (params[name][0] for name in ("event", "project", "role") if params.get(name))
    return {"past_roles": ["".join(str(part).lstrip("^") for way in ways for part in way)]}
