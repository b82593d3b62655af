"""What a question says: its concepts, names, bounds, and the kind of answer it demands."""
