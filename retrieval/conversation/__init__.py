"""What holds from one message to the next, and what a follow-up leaves out."""
