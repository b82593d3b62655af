"""Answers from sentences, headings and the notice as a document."""
