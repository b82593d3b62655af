"""One module a command; found by entry point."""
