"""Interface words of an explainer's own: read from ``content/words/``, and what is wrong with them."""

import pytest

from tests.load.folders import found, load_files

HEADER = 'msgid ""\nmsgstr ""\n"Language: es\\n"\n"Plural-Forms: nplurals=2; plural=(n != 1);\\n"\n\n'


def test_they_are_read_with_their_lines(tmp_path):
    text = f'{HEADER}msgid "Timeline"\nmsgstr "Cronología"\n\n#, fuzzy\nmsgid "Places"\nmsgstr "Lugares"\n'
    loaded = load_files(tmp_path, {"words/es.po": text})
    assert loaded.problems == ()
    (words,) = loaded.facts.words
    assert (words.code, words.path, words.forms) == ("es", "content/words/es.po", 2)
    told = [(one.id, one.said, one.counts, one.line) for one in words.messages]
    assert told == [(("Timeline",), ("Cronología",), True, 6), (("Places",), ("Lugares",), False, 10)]


def test_without_a_header_the_language_has_its_own_plural_forms(tmp_path):
    text = "".join(f"{line}\n" for line in ('msgid "{number} day"', 'msgid_plural "{number} days"'))
    text += "".join(f'msgstr[{at}] "{{number}} d{at}"\n' for at in range(6))
    loaded = load_files(tmp_path, {"words/ar.po": text})
    assert loaded.problems == ()
    assert loaded.facts.words[0].forms == 6


# What stands behind the header -> line and code of the problem, and a word of it
FAULTS = {
    'msgid "about {date}"\nmsgstr "hacia {fecha}"\n': (6, "bad-words", "`{fecha}`"),
    'msgid "about {date}"\nmsgstr "hacia"\n': (6, "bad-words", "lacks `{date}`"),
    'msgid "about {date}"\nmsgstr "{date} {"\n': (6, "bad-words", "`{`"),
    'msgid "about {date}"\nmsgstr "{date.year}"\n': (6, "bad-words", "lacks"),
    'msgid "about {date}"\nmsgstr "{date!r} {date}"\n': (6, "bad-words", "`{`"),
    'msgid "party: %(side)s"\nmsgstr "partido: %(side)d"\n': (6, "bad-words", "lacks `%(side)s`"),
    'msgid "party: %(side)s"\nmsgstr "%(side)s, al 100%"\n': (6, "bad-words", "`%`"),
    'msgid "Places"\nmsgstr "Lugares 5%"\n': (6, "bad-words", "`%`"),
    '\nmsgid "{number} day"\nmsgid_plural "{number} days"\nmsgstr[0] "un día"\nmsgstr[1] "{n} días"\n': (
        *(7, "bad-words"),
        "`{n}`",
    ),
    'msgid "Places"\nmsgstr "Lugares\n': (7, "bad-words", "neither a comment"),
    'msgid "Places\nmsgstr "Lugares"\n': (6, "bad-words", "neither a comment"),
    "Places = Lugares\n": (6, "bad-words", "neither a comment"),
    'msgid "Places"\n\nmsgid "Actors"\nmsgstr "Actores"\n': (6, "bad-words", "cannot be read"),
    'msgid "Places"\nmsgstr "\ue005"\n': (6, "bad-words", "private character"),
}


@pytest.mark.parametrize("entry", FAULTS)
def test_a_fault_is_told_at_its_line_and_what_is_at_fault_is_not_used(entry, tmp_path):
    loaded = load_files(tmp_path, {"words/es.po": HEADER + entry})
    line, code, word = FAULTS[entry]
    (problem,) = loaded.problems
    assert (problem.location.path, problem.code, problem.severity) == ("content/words/es.po", code, "error")
    assert abs(problem.location.line - line) <= 1
    assert word in problem.message
    assert problem.hint
    assert not any(one.counts for words in loaded.facts.words for one in words.messages)


@pytest.mark.parametrize(
    ("name", "text", "wanted"),
    [
        ("words/spanish-words.po", "", "bad-language"),
        ("words/xx.po", "", "unknown-language"),
        ("words/es.mo", "", "unknown-file"),
        ("words/es.po", HEADER.replace("(n != 1)", "n/0"), "bad-words"),
        ("words/es.po", HEADER.replace("(n != 1)", "n"), "bad-words"),
        ("words/es.po", HEADER.replace("nplurals=2", "nplurals=x"), "bad-words"),
        ("words/es.po", HEADER.replace("(n != 1)", "__import__"), "bad-words"),
    ],
)
def test_a_file_that_is_no_catalogue_is_refused(name, text, wanted, tmp_path):
    (told,) = found(load_files(tmp_path, {name: text}))
    assert told.startswith(name) or told.startswith(f"content/{name}")
    assert wanted in told


def test_a_form_that_stands_for_one_may_say_its_number_in_words(tmp_path):
    entry = (
        'msgid "{number} day"\nmsgid_plural "{number} days"\nmsgstr[0] "un día"\nmsgstr[1] "{number} días"\n'
    )
    assert load_files(tmp_path, {"words/es.po": HEADER + entry}).problems == ()
