"""The base map's file: what it says reaches the facts, and whatever is wrong with it is said."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.load import load
from generator.load.base_map import POSITION_LIMIT, read_base_map
from generator.load.text_file import TextFile
from generator.model.base_map import Layer
from tests.load.folders import BROKEN, load_files

EXPLAINER = (BROKEN / "bad-base-map" / "explainer.yml").read_text()
SQUARE = [[-31, 40], [-30, 40], [-30, 41], [-31, 41], [-31, 40]]


def feature(layer="land", kind="Polygon", coordinates=None, **properties):
    return {
        "type": "Feature",
        "properties": {"layer": layer, **properties},
        "geometry": {"type": kind, "coordinates": [SQUARE] if coordinates is None else coordinates},
    }


def collection(*features, **more):
    return json.dumps({"type": "FeatureCollection", "features": list(features), **more})


def read(text):
    problems = []
    return read_base_map(
        TextFile("content/olm.geojson", "base-map", "olm.geojson", text, ""), problems
    ), problems


def message(text):
    base_map, problems = read(text)
    assert base_map is None
    assert {problem.code for problem in problems} == {"bad-base-map"}
    return problems[0].message


def test_the_facts_hold_the_base_map_and_its_hash(tmp_path):
    text = collection(feature(name={"en": "Olm", "fr": "Olme"}, area=3), credits="Surveyed by nobody")
    loaded = load_files(tmp_path, {"explainer.yml": EXPLAINER, "olm.geojson": text})
    assert loaded.problems == ()
    assert "content/olm.geojson" in loaded.hashes
    base_map = loaded.facts.base_map
    (shape,) = base_map.of(Layer.LAND)
    assert shape.lines == (tuple((float(x), float(y)) for x, y in SQUARE),)
    assert shape.name.in_language("fr") == "Olme"
    assert str(base_map.credits) == "Surveyed by nobody"


def test_every_kind_of_geometry_becomes_lines():
    base_map, problems = read(
        collection(
            feature("main", "MultiPolygon", [[SQUARE, SQUARE], [SQUARE]]),
            feature("river", "LineString", SQUARE[:2]),
            feature("admin", "MultiLineString", [SQUARE[:2], SQUARE[:3]]),
            feature("label", "Point", [-30.5, 40.5, 12], name="Olm"),
        )
    )
    assert not problems
    assert [len(shape.lines) for shape in base_map.shapes] == [3, 1, 2, 1]
    assert base_map.shapes[-1].lines == (((-30.5, 40.5),),)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[]", "not GeoJSON"),
        ('{"type": "FeatureCollection"}', "not GeoJSON"),
        ("[" * 100_000, "nested too deeply"),
        ('{"features": NaN}', "a number that is none"),
        (collection(feature("canal")), "feature 1 has the unknown layer `canal`; use land, main"),
        (
            collection(feature(), feature("river", name="The Olm")),
            "feature 2 (`The Olm`) is a `Polygon`, but",
        ),
        (collection(feature("label", "Point", [-30, 40])), "without a `name`"),
        (collection(feature(coordinates=[SQUARE[:2]])), "a line of 2 positions; 3 are the fewest"),
        (
            collection(feature(coordinates=[[[40, 91], *SQUARE]])),
            "the position 40, 91, which is not on Earth",
        ),
        (collection(feature(coordinates=[[["40", "1"], *SQUARE]])), "not two numbers"),
        (collection(feature(coordinates=[[[10**400, 1], *SQUARE]])), "..., which is not on Earth"),
        (collection(feature(coordinates=[])), "has no coordinates"),
        (collection(feature(name=["Olm"])), "has a bad `name`"),
        (collection(feature(name="[[olm]]")), "has a link in its `name`"),
        (collection({"type": "Feature", "properties": {"layer": "land"}}), "feature 1 has no `geometry`"),
        (collection(7), "feature 1 has no `properties`"),
        (collection(credits=7), "has a bad `credits`"),
    ],
)
def test_a_fault_is_named_with_its_feature(text, said):
    assert said in message(text)


def test_all_faults_are_said_at_once():
    _, problems = read(collection(feature("canal"), feature(), feature("moat")))
    assert [problem.message.partition(" has")[0] for problem in problems] == ["feature 1", "feature 3"]


def test_a_base_map_of_too_many_positions_is_refused():
    line = [[-30, 40]] * (POSITION_LIMIT + 1)
    base_map, problems = read(collection(feature("river", "LineString", line)))
    assert base_map is None
    assert [problem.code for problem in problems] == ["too-large"]


def test_an_unreadable_base_map_is_reported_once(tmp_path):
    loaded = load_files(tmp_path, {"explainer.yml": EXPLAINER, "olm.geojson": b"\xff\xfe"})
    assert [problem.code for problem in loaded.problems] == ["not-utf8"]


JSON = st.recursive(
    st.none() | st.booleans() | st.floats() | st.integers() | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(st.sampled_from(["type", "layer", "geometry", "properties", "coordinates"]), inner)
    ),
    max_leaves=12,
)


@settings(deadline=None)
@given(
    st.lists(
        JSON
        | st.builds(
            feature, st.sampled_from(list(Layer)), st.sampled_from(["Point", "Polygon", "LineString"]), JSON
        )
    )
)
def test_whatever_the_features_reading_never_raises(features):
    base_map, problems = read(collection(*features))
    assert (base_map is None) == bool(problems)


def test_the_default_explainer_has_a_base_map():
    from tests.built import REPOSITORY

    base_map = load(REPOSITORY).facts.base_map
    assert {shape.layer for shape in base_map.shapes} == set(Layer) - {Layer.SEA_LABEL}
    assert base_map.credits is not None
