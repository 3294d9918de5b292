"""Corrections: what the editors put right in a record, as against what its speakers took back."""

from generator.model.fields import Day, Entry, Ids, LocalText


class Correction(Entry):
    """A mistake of this explainer that was mended ``on`` a day, in plain words.

    ``refs`` name the claims or figures of the record that it is about.
    """

    on: Day
    text: LocalText
    refs: Ids = ()
