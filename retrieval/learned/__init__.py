"""A second reading of a notice, with weights learned from known questions and their evidence."""
