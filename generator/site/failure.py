"""What goes wrong outside of the facts: a builder, a folder, another program's files."""


class SiteError(Exception):
    """A site could not be built, kept or checked; the message is for the editor, whole and alone."""
