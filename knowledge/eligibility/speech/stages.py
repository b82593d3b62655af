"""Kinds of schools and studies, as one names them."""

from __future__ import annotations

STAGES = (
    r"(?:高职(?:高专|专科|院校)?|大专|专科|高专|统招专升本|专升本|专接本|中职|中专|职高|"
    r"技校|高技(?!能|术)|高级技工(?!证|考|等)|技师学院|职业高中|本科|硕士研究生|博士研究生|研究生|硕士|博士|高中|初中|小学)"
)
