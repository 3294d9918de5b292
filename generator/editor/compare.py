"""Two states of an explainer, loaded, checked and compared."""

from pathlib import Path

from generator.build import sound
from generator.editor.difference import Difference, difference
from generator.editor.states import state
from generator.exports.jsonld import linked_data
from generator.pages import Surroundings
from generator.site.configuration import site_address


def compare(root: Path, before: str, after: str) -> Difference:
    """Say what differs between two states of the explainer at ``root``: revisions, folders, "" for itself.

    Raises ContentError for a state that has errors, NoSuchStateError for one that is not there.
    """
    around = Surroundings(site_address(root / "mkdocs.yml"), linked_data)
    with state(root, before) as old, state(root, after) as new:
        return difference(sound(old)[0].facts, sound(new)[0].facts, around)
