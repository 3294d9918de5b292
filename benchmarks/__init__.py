"""What the stages cost, measured on invented facts."""
