"""Who may take part: a person's facts, rules as data, and a verdict that shows its clauses."""
