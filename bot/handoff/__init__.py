"""Questions handed over to the coordinators of a competition, and what comes back."""
