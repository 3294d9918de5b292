"""Content that means harm, or no longer is text: refused at its place, never run, never raised."""

import os

import pytest
import yaml

from generator.load import files, load, prose, text_file, yaml_nodes
from tests.load.folders import EVENT, QUESTION, explainer, found, load_files


def test_no_content_at_all(tmp_path):
    loaded = load(tmp_path)
    assert found(loaded) == ["content:0:0: missing-content"]
    assert not loaded.complete
    assert list(loaded.facts.records()) == []


def test_content_that_is_a_file(tmp_path):
    (tmp_path / "content").write_text("x")
    assert found(load(tmp_path)) == ["content:0:0: missing-content"]


def test_a_missing_explainer_file_is_needed(tmp_path):
    explainer(tmp_path, {"timeline.yml": EVENT})
    (tmp_path / "content/explainer.yml").unlink()
    loaded = load(tmp_path)
    assert found(loaded) == ["explainer.yml:0:0: missing-file"]
    assert [event.id for event in loaded.facts.events] == ["weir-opens"]
    assert not loaded.complete


def test_a_link_that_leads_out_of_content_is_not_read(tmp_path):
    secret = tmp_path / "secret.yml"
    secret.write_text("- password: hunter2\n")
    explainer(tmp_path, {})
    (tmp_path / "content/timeline.yml").symlink_to(secret)
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "content/actors").symlink_to(tmp_path / "elsewhere")
    (tmp_path / "content/sources").mkdir()
    (tmp_path / "content/sources/a.yml").symlink_to("../../secret.yml")
    loaded = load(tmp_path)
    assert found(loaded) == [
        "actors:0:0: outside",
        "sources/a.yml:0:0: outside",
        "timeline.yml:0:0: outside",
    ]
    assert "hunter2" not in str(loaded)
    assert list(loaded.hashes) == ["content/explainer.yml"]


def test_a_link_inside_content_is_read(tmp_path):
    explainer(tmp_path, {"timeline/spring.yml": EVENT})
    (tmp_path / "content/timeline/summer.yml").symlink_to("spring.yml")
    loaded = load(tmp_path)
    assert loaded.problems == ()
    assert [event.id for event in loaded.facts.events] == ["weir-opens", "weir-opens"]


def test_links_that_lead_nowhere_or_in_a_circle(tmp_path):
    explainer(tmp_path, {})
    (tmp_path / "content/timeline.yml").symlink_to("gone.yml")
    (tmp_path / "content/sources.yml").symlink_to("sources.yml")
    loaded = load(tmp_path)
    assert found(loaded) == ["sources.yml:0:0: unreadable", "timeline.yml:0:0: unreadable"]
    assert not loaded.complete


def test_what_is_no_regular_file_is_not_opened(tmp_path):
    explainer(tmp_path, {"questions": "not a folder"})
    os.mkfifo(tmp_path / "content/timeline.yml")  # opening it would wait for ever
    (tmp_path / "content/sources.yml").mkdir()
    assert found(load(tmp_path)) == [
        "questions:0:0: not-a-file",
        "sources.yml:0:0: not-a-file",
        "timeline.yml:0:0: not-a-file",
    ]


def test_a_file_that_may_not_be_read(tmp_path, monkeypatch):
    explainer(tmp_path, {"timeline.yml": EVENT})
    monkeypatch.setattr(files.Path, "open", _forbidden)
    loaded = load(tmp_path)
    assert found(loaded) == ["explainer.yml:0:0: unreadable", "timeline.yml:0:0: unreadable"]
    assert loaded.problems[0].message == "the file cannot be read: permission denied"


def _forbidden(path, mode):
    raise PermissionError(13, "Permission denied", str(path))


def test_a_large_file_is_refused_before_it_is_read(tmp_path, monkeypatch):
    explainer(tmp_path, {})
    with (tmp_path / "content/timeline.yml").open("wb") as stream:
        stream.truncate(files.FILE_LIMIT + 1)  # takes no room on the disk
    monkeypatch.setattr(files.hashlib, "sha256", _small_only(files.hashlib.sha256))
    assert found(load(tmp_path)) == ["timeline.yml:0:0: too-large"]


def _small_only(sha256):
    def guarded(content):
        assert len(content) < files.FILE_LIMIT
        return sha256(content)

    return guarded


def test_the_whole_content_has_a_limit(tmp_path, monkeypatch):
    explainer(tmp_path, {"timeline/a.yml": EVENT, "timeline/b.yml": EVENT.replace("weir", "lock")})
    size = sum(path.stat().st_size for path in tmp_path.rglob("*.yml"))
    monkeypatch.setattr(files, "TOTAL_LIMIT", size)
    assert load(tmp_path).problems == ()
    monkeypatch.setattr(files, "TOTAL_LIMIT", size - 1)
    assert found(load(tmp_path)) == ["timeline/b.yml:0:0: too-large"]


def test_values_keys_and_prose_have_limits(tmp_path, monkeypatch):
    monkeypatch.setattr(yaml_nodes, "VALUE_LIMIT", 30)
    monkeypatch.setattr(yaml_nodes, "KEY_LIMIT", 8)
    monkeypatch.setattr(prose, "PROSE_LIMIT", 80)
    many_keys = "- {" + ", ".join(f"k{number}: 1" for number in range(9)) + "}\n"
    loaded = load_files(
        tmp_path,
        {
            "actors.yml": many_keys,
            "timeline.yml": "- x\n" * 31,
            "questions/why.md": f"{QUESTION}For bread, and then for more bread than that [@weir-opens].\n",
        },
    )
    assert found(loaded) == [
        "actors.yml:1:60: too-large",
        "questions/why.md:1:1: too-large",
        "timeline.yml:30:3: too-large",
    ]


def test_problems_do_not_grow_without_end(tmp_path, monkeypatch):
    monkeypatch.setattr(text_file, "PROBLEM_LIMIT", 3)
    prose_text = f"{QUESTION}One. Two. Three. Four. Five.\n"
    loaded = load_files(tmp_path, {"timeline.yml": "- no\n" * 9, "questions/why.md": prose_text})
    assert found(loaded) == [
        "questions/why.md:0:0: too-many-problems",
        "questions/why.md:5:1: uncited-sentence",
        "questions/why.md:5:6: uncited-sentence",
        "questions/why.md:5:11: uncited-sentence",
        "timeline.yml:0:0: too-many-problems",
        "timeline.yml:1:3: unquoted-trap",
        "timeline.yml:2:3: unquoted-trap",
        "timeline.yml:3:3: unquoted-trap",
    ]
    assert "why" in loaded.broken
    assert not loaded.complete


def test_an_entry_with_too_many_faults_is_given_up(tmp_path, monkeypatch):
    monkeypatch.setattr("generator.load.validation_messages.PROBLEM_LIMIT", 3)
    loaded = load_files(tmp_path, {"timeline.yml": "- id: a\n  where: [A, B, C, D]\n"})
    assert found(loaded) == ["timeline.yml:0:0: too-many-problems"]


def test_an_alias_bomb_does_not_grow(tmp_path):
    lines = ["a: &a [lol, lol, lol, lol]"]
    lines += [
        f"{new}: &{new} [{', '.join([f'*{old}'] * 9)}]"
        for old, new in zip("abcdefgh", "bcdefghi", strict=True)
    ]
    loaded = load_files(tmp_path, {"timeline.yml": "- " + "\n  ".join(lines) + "\n"})
    assert {problem.code for problem in loaded.problems} == {"alias", "unknown-key", "missing-key"}
    assert sum(problem.code == "alias" for problem in loaded.problems) == 9 + 8 * 9


def test_a_tag_runs_nothing(tmp_path):
    trap = tmp_path / "ran"
    text = EVENT.replace("The weir stood open.", f'!!python/object/apply:pathlib.Path.touch ["{trap}"]')
    assert found(load_files(tmp_path, {"timeline.yml": text})) == ["timeline.yml:6:13: tag"]
    assert not trap.exists()


@pytest.mark.parametrize("opening", ["[", "{a: ", "- ", "? ", "[{a: "])
def test_deep_nesting_is_refused_before_anything_recurses(opening, tmp_path):
    loaded = load_files(tmp_path, {"timeline.yml": opening * 100_000})
    assert found(loaded)[-1].endswith((": too-deep", ": bad-yaml"))
    assert len(loaded.problems) <= yaml_nodes.DEPTH_LIMIT + 1


CONTROLS = ["\u202a", "\u202e", "\u2066", "\u2069", "\x00", "\x1b", "\x7f", "\x85", "\u2028"]


@pytest.mark.parametrize("character", CONTROLS)
def test_a_control_character_is_refused_wherever_it_stands(character, tmp_path):
    text = EVENT.replace("stood open", f"stood{character}open")
    prose_text = f"{QUESTION}For bread{character} [@weir-opens].\n"
    loaded = load_files(tmp_path, {"timeline.yml": text, "questions/why.md": prose_text})
    assert found(loaded) == [
        "questions/why.md:5:10: control-character",
        "timeline.yml:6:27: control-character",
    ]
    assert all(f"U+{ord(character):04X}" in problem.message for problem in loaded.problems)


@pytest.mark.parametrize("character", CONTROLS)
def test_a_control_character_is_refused_as_an_escape(character, tmp_path):
    escape = f"\\u{ord(character):04x}"
    loaded = load_files(tmp_path, {"timeline.yml": EVENT.replace("The weir opens", f'"weir{escape}"')})
    assert found(loaded) == ["timeline.yml:3:10: control-character"]
    assert character not in str(loaded.facts)
    in_key = load_files(tmp_path, {"timeline.yml": EVENT.replace("title:", f'"title{escape}":')})
    assert found(in_key) == ["timeline.yml:3:3: control-character", "timeline.yml:3:3: unknown-key"]


def test_marks_that_arabic_and_persian_need_are_text(tmp_path):
    words = "نیم\u200cفاصله \u200fمرحبا\u200e"
    loaded = load_files(tmp_path, {"timeline.yml": EVENT.replace("The weir opens", words)})
    assert loaded.problems == ()
    assert str(loaded.facts.events[0].title) == words


def test_bytes_that_are_no_utf8_are_found_after_a_byte_order_mark(tmp_path):
    loaded = load_files(tmp_path, {"timeline.yml": b"\xef\xbb\xbf" + "é: \n".encode() + b"x\xff\n"})
    assert found(loaded) == ["timeline.yml:2:2: not-utf8"]
    assert loaded.problems[0].source_line == "x\ufffd"


def test_utf16_is_named(tmp_path):
    loaded = load_files(tmp_path, {"timeline.yml": EVENT.encode("utf-16")})
    assert found(loaded) == ["timeline.yml:1:1: not-utf8"]
    assert "UTF-16" in loaded.problems[0].hint


def test_a_file_name_that_cannot_be_printed(tmp_path):
    explainer(tmp_path, {})
    (tmp_path / "content/evil\n\x1b[31m.txt").write_text("x")
    (path := os.fsencode(tmp_path / "content") + b"/\xff.yml")
    with open(path, "wb") as stream:  # noqa: PTH123 - pathlib takes no bytes
        stream.write(b"x")
    shown = [problem.location.path for problem in load(tmp_path).problems]
    assert shown == ["content/evil\ufffd\ufffd[31m.txt", "content/\ufffd.yml"]


def test_the_slow_parser_refuses_the_same(tmp_path, monkeypatch):
    text = EVENT.replace("The weir opens", '"\\ud800 \\u202e"').replace("2018-03-08", "!!str 2018-03-08", 1)
    monkeypatch.setattr(yaml_nodes, "_LOADER", yaml.SafeLoader)
    loaded = load_files(tmp_path, {"timeline.yml": text.replace("by: night", "by: &who night")})
    assert found(loaded) == [
        "timeline.yml:2:13: tag",
        "timeline.yml:3:10: control-character",
        "timeline.yml:7:11: alias",
    ]
    broken = load_files(
        tmp_path, {"timeline.yml": '- "\\UFFFFFFFF"\n', "actors.yml": "- [a\n", "cities.yml": "- `\n"}
    )
    assert found(broken) == [
        "actors.yml:1:3: bad-yaml",
        "cities.yml:1:3: bad-yaml",
        "timeline.yml:1:1: bad-yaml",
    ]
