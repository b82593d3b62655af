"""Typed values of a notice, each with the place it stands in."""

from knowledge.values.collect import find_values

__all__ = ["find_values"]
