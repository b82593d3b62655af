"""From words to a cited answer: store, index, search, question, answer, gate."""
