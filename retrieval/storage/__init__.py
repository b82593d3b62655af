"""The store: notices and vectors in SQLite, who did what and when, and the rules that hold."""
