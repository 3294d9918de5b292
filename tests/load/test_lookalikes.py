"""Signs that only look like those of YAML, and values whose fault a message must name."""

import pytest

from generator.model.lookalikes import in_plain, plain_character, strange_character
from tests.load.folders import BROKEN, EVENT, load_files


@pytest.mark.parametrize(
    ("old", "new", "place", "named"),
    [
        ("title: The", "title: “The:", (3, 10), "left double quotation mark"),
        ("title: The", "title: «The:", (3, 10), "left-pointing double angle"),
        ("title: The", "title: „The:", (3, 10), "low-9 quotation mark"),
        ("title: The", "title:\u00a0The", (3, 9), "no-break space"),
        ("title: The", "title：The", (3, 8), "fullwidth colon"),
        ("  title: The", " \u00a0title: The", (3, 2), "no-break space"),
        ("  title: The", "\u3000 title： The", (3, 1), "ideographic space"),
        ("- id: weir-opens", "– id: weir-opens", (1, 1), "en dash"),
    ],
)
def test_a_sign_that_looks_like_one_of_yaml_is_named(old, new, place, named, tmp_path):
    loaded = load_files(tmp_path, {"timeline.yml": EVENT.replace(old, new)})
    (problem,) = [one for one in loaded.problems if one.code == "bad-yaml"]
    assert (problem.location.line, problem.location.column) == place
    assert named in problem.message and "Type it anew" in problem.hint


@pytest.mark.parametrize("title", ["“The weir” opens", "The weir\u00a0opens", "The weir – opens", "5 000"])
def test_in_text_they_are_free(title, tmp_path):
    loaded = load_files(tmp_path, {"timeline.yml": EVENT.replace("The weir opens", title)})
    assert not loaded.problems


@pytest.mark.parametrize(
    ("old", "new", "code", "named"),
    [
        ("id: weir-opens", "id: weir–opens", "bad-id", "en dash"),
        ("by: night-ledger", "by: “night-ledger”", "bad-id", "left double quotation mark"),
        ("  title:", "  \u200btitle:", "unknown-key", "zero width space"),
        ("occurred: 2018-03-08", "occurred: ٢٠١٨-٠٣-٠٨", "bad-date", "arabic-indic digit two"),
        ("occurred: 2018-03-08", "occurred: 2018-03-08 10:30", "bad-date", "a T stands"),
    ],
)
def test_in_ids_keys_and_dates_they_are_named(old, new, code, named, tmp_path):
    loaded = load_files(tmp_path, {"timeline.yml": EVENT.replace(old, new, 1)})
    assert [one.code for one in loaded.problems][:1] == [code]
    assert named in loaded.problems[0].message


@pytest.mark.parametrize(
    ("contact", "fine"),
    [
        ("mailto:corrections@example.org", True),
        ("corrections@example.org", True),
        ("mailto:corrections@example.org?subject=x", True),
        ("https://example.org/contact", True),
        ("www.example.org/contact", False),
        ("the editors", False),
        ("https://example.org/a b", False),
        ("a@b", False),
    ],
)
def test_a_contact_is_an_address_of_mail_or_of_the_web(contact, fine, tmp_path):
    text = (BROKEN / "_base" / "explainer.yml").read_text("utf-8")
    problems = load_files(tmp_path, {"explainer.yml": f"{text}contact: {contact}\n"}).problems
    assert [one.code for one in problems] == ([] if fine else ["bad-url"])


def test_each_digit_of_each_script_stands_for_one_of_ascii():
    assert in_plain("٠١٢ ۳۴ ५६ ７８ 𝟗") == "012 34 56 78 9"
    assert in_plain("‐‑‒–—−﹣－") == "-" * 8
    assert strange_character("2024-05-12") == ""
    assert plain_character("é") == "" and plain_character("ب") == ""
