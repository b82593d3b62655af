"""What the notices say: reading, structure, typed values, catalogue, eligibility."""
