"""Reminders: before deadlines, and when what was left to be announced has been."""
