"""From lines to clauses, tables and attachments."""

from knowledge.structure.outline import Outline, outline

__all__ = ["Outline", "outline"]
