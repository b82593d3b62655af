"""Who may take part: facts, rules, findings, verdict."""
