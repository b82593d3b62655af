"""Requests read with aiogram's typed methods: unknown or ill-typed parameters are faults."""

from __future__ import annotations

import json
import types
import typing
from typing import Any

import aiogram.methods
from aiogram.client.default import Default
from pydantic import BaseModel, ValidationError


def method_named(name: str) -> type[BaseModel] | None:
    """aiogram's class of a method; names are not case-sensitive, as with Telegram."""
    wanted = name.lower()
    found = [n for n in aiogram.methods.__all__ if n.lower() == wanted]
    return getattr(aiogram.methods, found[0]) if found else None


def faults(name: str, raw: dict[str, str]) -> tuple[dict[str, Any], list[str]]:
    """The parameters as values, and what is wrong with them."""
    method = method_named(name)
    if method is None:
        return {}, [f"{name}: no such method"]
    found = [f"{name}: unknown parameter {key}" for key in raw if key not in method.model_fields]
    values = {}
    for key, text in raw.items():
        if key in method.model_fields:
            try:
                values[key] = _value(text, method.model_fields[key].annotation)
            except ValueError:
                found.append(f"{name}: {key} is no JSON")
    try:
        read = method.model_validate(values)
    except ValidationError as error:
        return values, found + [f"{name}: {each['loc']} {each['msg']}" for each in error.errors()]
    return values, found + [f"{name}: unknown {key}" for key in _extras(read)]


def _value(text: str, annotation: Any) -> Any:
    return text if str in _alternatives(annotation) else json.loads(text)


def _alternatives(annotation: Any) -> set[Any]:
    if typing.get_origin(annotation) in (typing.Union, types.UnionType):
        return set(typing.get_args(annotation)) - {Default, type(None)}
    return {annotation}


def _extras(value: Any, path: str = "") -> list[str]:
    if isinstance(value, (list, tuple)):
        return [key for each in value for key in _extras(each, path)]
    if not isinstance(value, BaseModel):
        return []
    own = [f"{path}{key}" for key in value.model_extra or {}]
    fields = type(value).model_fields
    return own + [k for name in fields for k in _extras(getattr(value, name), f"{path}{name}.")]
