"""What follows by a shown formula, and things set side by side."""
