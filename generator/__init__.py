"""An explainer generator: attributed, dated facts in YAML become a checked static site."""

__version__ = "0.1.0"
