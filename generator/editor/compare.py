"""Two states of an explainer, loaded, checked and compared."""

from pathlib import Path

from generator import checks
from generator.editor.difference import Difference, difference
from generator.editor.states import state
from generator.exports.jsonld import linked_data
from generator.load import load
from generator.model.facts import Facts
from generator.pages import Surroundings
from generator.problems import ContentError
from generator.site.configuration import site_address


def compare(root: Path, before: str, after: str) -> Difference:
    """Say what differs between two states of the explainer at ``root``: revisions, folders, "" for itself.

    Raises ContentError for a state that has errors, NoSuchStateError for one that is not there.
    """
    around = Surroundings(site_address(root / "mkdocs.yml"), linked_data)
    with state(root, before) as old, state(root, after) as new:
        return difference(_facts(old), _facts(new), around)


def _facts(root: Path) -> Facts:
    loaded = load(root)
    findings = checks.check(loaded.facts, loaded.broken, loaded.complete)
    problems = sorted([*loaded.problems, *map(loaded.origins.place, findings)])
    if any(problem.severity == "error" for problem in problems):
        raise ContentError(problems)
    return loaded.facts
