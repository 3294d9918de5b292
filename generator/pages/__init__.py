"""Views to Markdown pages: the only maker of Markdown."""
