"""One tiny broken file for each problem code, with the place where the problem is shown."""

import shutil

import pytest

from generator.load import Loaded, load
from tests.checks.sources_of_codes import codes_in
from tests.load.folders import BROKEN, EVENT, found, load_files

# Folder in tests/broken/load -> what is reported; a folder is named after its (first) code.
CASES = {
    "alias": ["timeline.yml:2:13: alias", "timeline.yml:3:10: alias"],
    "alias--anchor": ["timeline.yml:3:10: alias"],
    "bad-amount": ["casualties.yml:8:7: bad-amount"],
    "bad-base-map": ["olm.geojson:0:0: bad-base-map", "olm.geojson:0:0: bad-base-map"],
    "bad-base-map--syntax": ["olm.geojson:2:14: bad-base-map"],
    "bad-block": ["questions/why.md:7:1: bad-block"],
    "bad-block--name": ["questions/why.md:7:1: bad-block", "questions/why.md:9:1: bad-block"],
    "bad-citation": ["timeline.yml:8:13: bad-citation"],
    "bad-citation--prose": ["questions/why.md:6:10: bad-citation"],
    "bad-date": ["timeline.yml:2:13: bad-date"],
    "bad-file-name": ["explainer.yml:8:11: bad-file-name"],
    "bad-flag": ["timeline.yml:4:8: bad-flag"],
    "bad-front-matter": ["questions/why.md:1:1: bad-front-matter"],
    "bad-id": ["timeline.yml:1:7: bad-id"],
    "bad-id--file-name": ["questions/Why So.md:0:0: bad-id"],
    "bad-key": ["timeline.yml:4:3: bad-key"],
    "bad-language": ["timeline.yml:5:5: bad-language"],
    "bad-link": ["timeline.yml:3:22: bad-link"],
    "bad-link--prose": ["questions/why.md:6:4: bad-link"],
    "bad-number": ["cities.yml:5:10: bad-number"],
    "bad-part": ["casualties.yml:15:11: bad-part"],
    "bad-retired": ["retired.yml:1:3: bad-retired", "retired.yml:4:3: bad-retired"],
    "bad-text": ["timeline.yml:3:10: bad-text"],
    "bad-url": ["sources.yml:7:8: bad-url"],
    "private-url": ["sources.yml:7:8: private-url"],
    "bad-words": ["words/es.po:1:1: bad-words"],
    "bad-yaml": ["timeline.yml:6:23: bad-yaml"],
    "bad-yaml--bracket": ["timeline.yml:4:8: bad-yaml"],
    "bad-yaml--indent": ["timeline.yml:7:6: bad-yaml"],
    "bad-yaml--no-colon": ["timeline.yml:6:7: bad-yaml"],
    "bad-yaml--quote": ["timeline.yml:6:13: bad-yaml"],
    "control-character": ["timeline.yml:6:28: control-character"],
    "control-character--escape": ["timeline.yml:6:13: control-character"],
    "control-character--nul": ["timeline.yml:6:21: control-character"],
    "empty-answer": ["questions/why.md:4:1: empty-answer"],
    "empty-file": ["timeline.yml:1:1: empty-file"],
    "empty-list": ["timeline.yml:4:11: empty-list"],
    "empty-value": ["timeline.yml:6:12: empty-value"],
    "empty-value--null": ["timeline.yml:6:13: empty-value"],
    "empty-value--quoted": ["timeline.yml:6:44: empty-value"],
    "low-above-high": ["casualties.yml:10:12: low-above-high"],
    "many-documents": ["timeline.yml:9:1: many-documents"],
    "merge-key": ["timeline.yml:4:3: merge-key"],
    "missing-citation": ["timeline.yml:5:7: missing-citation"],
    "missing-citation--empty": ["timeline.yml:8:13: missing-citation"],
    "missing-file": ["questions/why.fr.md:0:0: missing-file"],
    "missing-file--base-map": ["explainer.yml:8:11: missing-file"],
    "missing-key": ["timeline.yml:1:3: missing-key"],
    "missing-key--claim-id": ["timeline.yml:5:7: missing-key"],
    "missing-key--front-matter": ["questions/why.md:2:1: missing-key"],
    "not-utf8": ["timeline.yml:6:16: not-utf8"],
    "repeated-key": ["timeline.yml:9:3: repeated-key"],
    "repeated-speaker": ["timeline.yml:7:11: repeated-speaker"],
    "empty-list--by": ["timeline.yml:7:11: empty-list"],
    "tab": ["timeline.yml:3:1: tab"],
    "tab--after-dash": ["timeline.yml:5:6: tab"],
    "tag": ["timeline.yml:6:13: tag"],
    "too-deep": ["timeline.yml:1:52: too-deep"],
    "uncited-sentence": ["questions/why.md:5:38: uncited-sentence", "questions/why.md:9:3: uncited-sentence"],
    "unknown-file": ["timelines.yml:0:0: unknown-file"],
    "unknown-file--base-map": ["olm.geojson:0:0: unknown-file"],
    "unknown-key": ["timeline.yml:3:3: unknown-key"],
    "unknown-key--date": ["timeline.yml:2:3: unknown-key"],
    "unknown-language": ["words/xx.po:1:1: unknown-language"],
    "unknown-word": ["timeline.yml:9:15: unknown-word"],
    "unquoted-trap": ["timeline.yml:3:10: unquoted-trap"],
    "unquoted-trap--octal": ["timeline.yml:3:10: unquoted-trap"],
    "unquoted-trap--time": ["timeline.yml:3:10: unquoted-trap"],
    "wrong-shape": ["timeline.yml:1:1: wrong-shape"],
    "wrong-shape--explainer": ["explainer.yml:1:1: wrong-shape"],
    "wrong-shape--list-wanted": ["timeline.yml:5:7: wrong-shape"],
    "wrong-shape--mapping-wanted": ["timeline.yml:9:14: wrong-shape"],
    "wrong-shape--one-value": ["timeline.yml:5:11: wrong-shape"],
}
# Codes whose files cannot be kept in a repository, or would be large; test_hostile.py makes them.
MADE_ELSEWHERE = {"missing-content", "not-a-file", "outside", "too-large", "too-many-problems", "unreadable"}
# What pydantic may say that no field of ours makes it say.
NEVER_SEEN = {"bad-value"}


@pytest.fixture
def load_case(tmp_path):
    def load_it(name: str) -> Loaded:
        shutil.copytree(BROKEN / "_base", tmp_path / "content")
        shutil.copytree(BROKEN / name, tmp_path / "content", dirs_exist_ok=True)
        return load(tmp_path)

    return load_it


@pytest.mark.parametrize("name", CASES)
def test_a_broken_file_is_reported_once_at_its_place(name, load_case):
    loaded = load_case(name)
    assert found(loaded) == CASES[name]
    assert all(problem.hint for problem in loaded.problems)
    assert all(problem.source_line or not problem.location.line for problem in loaded.problems)


def test_every_folder_has_its_row():
    assert sorted(CASES) == sorted(path.name for path in BROKEN.iterdir() if path.name != "_base")


def test_every_code_has_its_folder():
    shown = {row.rpartition(": ")[2] for rows in CASES.values() for row in rows}
    assert codes_in("load") | codes_in("model") == shown | MADE_ELSEWHERE | NEVER_SEEN


@pytest.mark.parametrize(
    ("name", "wanted"),
    [
        ("unknown-key", "Did you mean `title`? Its keys are id, occurred, narrowed, title"),
        ("unknown-key--date", "Did you mean `occurred`?"),
        ("unknown-word", "Did you mean `denies`? Use asserts, denies, cannot-confirm"),
        ("unknown-file", "Did you mean `timeline.yml`?"),
        ("missing-key", "It needs id, occurred, title, claims."),
        ("missing-key--claim-id", "Name it in this record, by who says what"),
        ("unquoted-trap", 'Quote it if you mean the word: "no".'),
        ("bad-link", "Write `[[id]]` or `[[id|words]]`"),
        ("uncited-sentence", "`... [@id].`"),
    ],
)
def test_hints_name_the_way_out(name, wanted, load_case):
    assert wanted in load_case(name).problems[0].hint


def test_a_message_names_the_record(load_case):
    assert load_case("missing-citation").problems[0].message == "a claim of `weir-opens` has no `cite`"


@pytest.mark.parametrize(
    "value",
    ["yes", "No", "ON", "off", "y", "N", "True", "FALSE", "12:30", "1:02:03", "010", "0x1F", "-.inf", ".NaN"],
)
def test_what_yaml_readers_disagree_on_must_be_quoted(value, tmp_path):
    plain = load_files(tmp_path, {"timeline.yml": EVENT.replace("The weir opens", value)})
    assert found(plain) == ["timeline.yml:3:10: unquoted-trap"]
    quoted = load_files(tmp_path, {"timeline.yml": EVENT.replace("The weir opens", f"'{value}'")})
    assert quoted.problems == ()
    assert str(quoted.facts.events[0].title) == value
