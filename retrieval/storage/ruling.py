"""The rules that hold for a notice of the store: beside it or drafted, as people reviewed them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import yaml
from pydantic import ValidationError

from knowledge.data import parse
from knowledge.eligibility.drafting.review import Review, reviewed
from knowledge.eligibility.drafting.written import drafted_text, plain
from knowledge.eligibility.rules import RulesError, load_rules

if TYPE_CHECKING:
    from knowledge.eligibility.model import Rules
    from retrieval.storage.store import Entry


def rules_of(entry: Entry) -> Rules:
    """The rules of a notice, with what people decided about them.

    Raises:
        RulesError: the rules beside the notice, or the decisions, are at fault.
    """
    text = entry.rules or entry.drafted
    rules = load_rules(text or drafted_text(entry.notice))
    return reviewed(rules, review_of(entry))


def review_of(entry: Entry) -> Review:
    """The decisions about a notice's rules.

    Raises:
        RulesError: they cannot be read.
    """
    if not entry.review:
        return Review()
    try:
        return Review.model_validate(parse(entry.review))
    except (ValidationError, yaml.YAMLError) as error:
        raise RulesError("核对记录读不出来；请重新核对") from error


def review_text(review: Review) -> str:
    """The decisions as text for the store."""
    return str(yaml.safe_dump(plain(review.model_dump()), allow_unicode=True, sort_keys=False))
