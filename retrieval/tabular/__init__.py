"""Answers from tables and lists."""
