"""Interviews about who may take part: asked step by step, ended with a card."""
