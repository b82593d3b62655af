"""The report of a run of the eval suite."""
