"""What others would use instead of the generator, measured on the same facts in the same run."""
