"""The only toucher of docs/ and site/: writing, builders, lock, staging, manifest, preview.

Everything is built aside and put in place at the end, so that a failure changes nothing.
"""
