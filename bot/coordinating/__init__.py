"""What coordinators do: notices, rosters, rules, questions without answer, figures."""
