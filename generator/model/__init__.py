"""What can be said: frozen records, closed vocabularies, partial dates, localised text, Facts."""
