"""Handing over on Telegram: who asks, who answers, and the messages that follow."""
