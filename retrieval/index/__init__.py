"""What is made from the store to search it: words, vectors, models; and the search."""
