"""A coordinator's own list of questions and answers, in Excel, checked and given back."""
