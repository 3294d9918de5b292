"""What one page needs to say, as data, sorted, in one language."""
