"""Which notice and track a question is about."""
