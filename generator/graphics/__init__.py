"""Views to SVG: map, chart, relations graph; each with its table twin made from the same view."""
