"""What supplements, corrections and later notices do to an answer."""
