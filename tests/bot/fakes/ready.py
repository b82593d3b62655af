"""What every bot over the fake desk has imported before it connects."""
# ruff: noqa: F401

import fakes.brisk
import fakes.desk

import bot.commands.serve
import bot.handoff.opening
import bot.reminders.store
import bot.telegram.webhook
import retrieval.official.beside
import retrieval.official.shelf
from bot.commands.serve import loop_factory
from retrieval.question.lexicon import words

words()
loop_factory()
