"""The whole of loading: which files, in which order, what stays when something is wrong."""

import gc
import hashlib
from datetime import date

from generator.load import load
from tests.load.folders import BROKEN, EVENT, QUESTION, explainer, found, load_files
from tests.world import WORLD


def test_the_invented_country_loads_without_a_problem():
    loaded = load(WORLD)
    assert loaded.problems == ()
    assert loaded.complete
    assert not loaded.broken
    assert loaded.facts.events and loaded.facts.series and loaded.facts.questions


def test_loading_twice_gives_the_same():
    assert load(WORLD).facts == load(WORLD).facts


def test_explainer_yml_alone_is_enough(tmp_path):
    loaded = load_files(tmp_path, {})
    assert loaded.problems == ()
    assert str(loaded.facts.explainer.headlines[0].title) == "The mill strike"


def test_a_list_may_be_a_folder_read_in_order(tmp_path):
    def event(name):
        return EVENT.replace("weir-opens", name)

    files = {"timeline/02.yml": event("c"), "timeline/01.yml": event("b"), "timeline.yml": event("a")}
    loaded = load_files(tmp_path, files)
    assert [record.id for record in loaded.facts.events] == ["a", "b", "c"]


def test_hashes_are_of_the_bytes_as_they_are(tmp_path):
    crlf = EVENT.replace("\n", "\r\n").encode()
    loaded = load_files(tmp_path, {"timeline.yml": crlf})
    base = (BROKEN / "_base/explainer.yml").read_bytes()
    assert dict(loaded.hashes) == {
        "content/explainer.yml": hashlib.sha256(base).hexdigest(),
        "content/timeline.yml": hashlib.sha256(crlf).hexdigest(),
    }
    assert list(loaded.hashes) == sorted(loaded.hashes)


def test_what_people_keep_beside_content_is_left_alone(tmp_path):
    files = {
        ".gitkeep": "",
        "README.md": "x",
        "timeline.yml~": "x",
        "timeline/.a.yml": "x",
        "questions/README.md": "x",
    }
    assert load_files(tmp_path, files).problems == ()


def test_other_files_are_never_skipped_in_silence(tmp_path):
    loaded = load_files(tmp_path, {"notes.txt": "x", "timeline/more/x.yml": EVENT, "timeline/a.yaml": EVENT})
    assert found(loaded) == [
        "notes.txt:0:0: unknown-file",
        "timeline/a.yaml:0:0: unknown-file",
        "timeline/more:0:0: unknown-file",
    ]
    assert "Did you mean `a.yml`?" in loaded.problems[1].hint
    assert not loaded.complete
    assert load_files(tmp_path / "other", {"notes.txt": "x"}).complete


def test_all_problems_of_all_files_are_gathered_and_sorted(tmp_path):
    files = {
        "timeline.yml": EVENT.replace("by:", "buy:") + EVENT.replace("2018-03-08\n", "soon\n", 1),
        "actors.yml": "- id: a\n  name: no\n  kind: robot\n",
        "sources.yml": "- [\n",
        "questions/why.md": f"{QUESTION}Nobody knows.\n",
    }
    assert found(load_files(tmp_path, files)) == [
        "actors.yml:2:9: unquoted-trap",
        "actors.yml:3:9: unknown-word",
        "questions/why.md:5:1: uncited-sentence",
        "sources.yml:2:1: bad-yaml",
        "timeline.yml:7:7: unknown-key",
        "timeline.yml:10:13: bad-date",
    ]


def test_a_broken_record_is_named_and_the_others_stay(tmp_path):
    text = EVENT.replace("weir-opens", "weir-shuts").replace("2018-03-08\n", "soon\n", 1) + EVENT
    relation = "- id: a\n  name: A\n  kind: robot\n  relations:\n    - {id: a-to-b, type: leads, to: b}\n"
    loaded = load_files(tmp_path, {"timeline.yml": text, "actors.yml": relation})
    assert loaded.broken == {"weir-shuts", "a", "a-to-b"}
    assert [event.id for event in loaded.facts.events] == ["weir-opens"]
    assert loaded.complete


def test_an_id_that_some_record_has_is_not_broken(tmp_path):
    loaded = load_files(tmp_path, {"timeline.yml": EVENT + EVENT.replace("2018-03-08\n", "soon\n", 1)})
    assert found(loaded) == ["timeline.yml:10:13: bad-date"]
    assert loaded.broken == frozenset()


def test_a_value_that_only_lacks_quotes_keeps_its_record(tmp_path):
    loaded = load_files(tmp_path, {"timeline.yml": EVENT.replace("The weir opens", "no")})
    assert str(loaded.facts.events[0].title) == "no"


def test_a_broken_explainer_keeps_what_can_be_kept(tmp_path):
    base = (BROKEN / "_base/explainer.yml").read_text()
    text = (
        base.replace("2018-05-01", "May") + "sides:\n  - {id: crown, nam: The Crown}\n  - {id: b, name: B}\n"
    )
    loaded = load_files(tmp_path, {"explainer.yml": text})
    assert found(loaded) == ["explainer.yml:6:8: bad-date", "explainer.yml:9:17: unknown-key"]
    assert loaded.facts.explainer.publisher == "The Olm Reading Room"
    assert loaded.facts.explainer.sides == ()
    assert loaded.broken == {"crown", "b"}
    assert loaded.complete


def test_translations_of_a_question_come_together(tmp_path):
    french = "---\ntitle: Pourquoi ?\nreviewed: 2018-04-02\n---\nPour du pain [@a].\n"
    files = {"questions/why.md": f"{QUESTION}For bread [@a].\n", "questions/why.fr.md": french}
    question = load_files(tmp_path, files).facts.questions[0]
    assert question.title.variants == (("", "Why?"), ("fr", "Pourquoi ?"))
    assert question.reviewed == date(2018, 4, 1)
    assert [language for language, _ in question.answers] == ["", "fr"]
    assert question.paths == (("", "content/questions/why.md"), ("fr", "content/questions/why.fr.md"))


def test_the_collector_is_left_as_it_was(tmp_path):
    explainer(tmp_path, {})
    assert gc.isenabled()
    load(tmp_path)
    assert gc.isenabled()
    gc.disable()
    try:
        load(tmp_path)
        assert not gc.isenabled()
    finally:
        gc.enable()
