"""What follows from the facts: known days, status, control, disagreements. Pure functions."""
