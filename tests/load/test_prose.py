"""Prose: blocks, sentences, citations, and where they stand."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.load.sentences import sentence_spans, split_sentences
from generator.model.refs import Ref
from tests.load.folders import QUESTION, found, load_files


@pytest.fixture
def read(tmp_path):
    def read_it(prose: str):
        loaded = load_files(tmp_path, {"questions/why.md": QUESTION + prose})
        return loaded.facts.questions[0].answers[0][1], found(loaded)

    return read_it


def sentences(block):
    return [(s.words, s.refs, (s.line, s.column)) for item in block.items for s in item]


def test_blocks_and_their_sentences(read):
    blocks, problems = read(
        "The weir opened\nby night [@weir-opens/ledger-first]. Why [@weir-opens;@olm]?\n"
        "\n"
        "## After that\n"
        "- The guard left [@guard-leaves],\n"
        "  by boat.\n"
        "- They came back [@guard-back].\n"
        "\n"
        "::: editorial\n"
        "Nobody won.\n"
        ":::\n"
    )
    assert problems == []
    assert [(block.kind, block.editorial) for block in blocks] == [
        ("paragraph", False),
        ("heading", False),
        ("list", False),
        ("paragraph", True),
    ]
    assert sentences(blocks[0]) == [
        ("The weir opened by night.", (Ref("weir-opens", "ledger-first"),), (5, 1)),
        ("Why?", ("weir-opens", "olm"), (6, 38)),
    ]
    assert sentences(blocks[1]) == [("After that", (), (8, 4))]
    assert [len(item) for item in blocks[2].items] == [1, 1]
    assert sentences(blocks[2]) == [
        ("The guard left, by boat.", ("guard-leaves",), (9, 3)),
        ("They came back.", ("guard-back",), (11, 3)),
    ]
    assert sentences(blocks[3]) == [("Nobody won.", (), (14, 1))]


def test_a_list_with_gaps_is_one_list(read):
    blocks, _ = read("So it is said [@a].\n\n- One [@a].\n\n- Two [@b].\n")
    assert [len(block.items) for block in blocks] == [1, 2]


def test_a_line_that_leads_into_a_list_rests_on_what_the_list_cites(read):
    blocks, problems = read("It opened [@a]. Then three things:\n\n- One [@b; @c].\n- Two [@b].\n")
    assert problems == []
    assert [refs for _, refs, _ in sentences(blocks[0])] == [("a",), ("b", "c")]


def test_a_colon_before_anything_else_needs_its_citation(read):
    _, problems = read("It opened [@a]. Then this:\n\nIt shut [@b].\n")
    assert problems == ["questions/why.md:5:17: uncited-sentence"]


def test_html_and_other_markdown_is_text(read):
    blocks, problems = read("<script>x</script> *a* `b` | c\n# d\n> e [@a].\n")
    assert problems == []
    assert sentences(blocks[0]) == [("<script>x</script> *a* `b` | c # d > e.", ("a",), (5, 1))]


def test_citations_after_the_full_stop_belong_to_the_sentence_before(read):
    blocks, problems = read('She said "I left." [@a] [@b]. He stayed.[@c]\n')
    assert problems == []
    assert [(words, refs) for words, refs, _ in sentences(blocks[0])] == [
        ('She said "I left."', ("a", "b")),
        ("He stayed.", ("c",)),
    ]


def test_links_stay_in_the_words(read):
    blocks, problems = read("The [[guard|U.S. guard. Old]] left [[olm]] [@a].\n")
    assert problems == []
    assert sentences(blocks[0])[0][:2] == ("The [[guard|U.S. guard. Old]] left [[olm]].", ("a",))


@pytest.mark.parametrize(
    ("prose", "problem"),
    [
        ("It opened [@].", "5:11: bad-citation"),
        ("It opened [@a; b].", "5:11: bad-citation"),
        ("It opened [@a, p. 3].", "5:11: bad-citation"),
        ("It opened [@a/b/c].", "5:11: bad-citation"),
        ("It opened [@a.", "5:11: bad-citation"),
        ("[@a]", "5:1: bad-citation"),
        ("It opened [a].", "5:1: uncited-sentence"),
        ("It opened @a.", "5:1: uncited-sentence"),
        ("It opened [[a]].", "5:1: uncited-sentence"),
        ("It opened [[@a]] [@a].", "5:11: bad-link"),
        ("It opened ]] [@a].", "5:11: bad-link"),
        ("فُتح السد.", "5:1: uncited-sentence"),
        ("فُتح السد [@a]. لماذا؟ لا أحد يعلم [@b].", "5:17: uncited-sentence"),
        ("It opened [@a].\n:::\n", "6:1: bad-block"),
        ("It opened [@a].\n::: editorial\n::: editorial\n:::\n", "7:1: bad-block"),
    ],
)
def test_each_mistake_is_one_problem_at_its_place(prose, problem, read):
    assert read(prose)[1] == [f"questions/why.md:{problem}"]


def split(text):
    return [text[start:end] for start, end in split_sentences(text)]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Dr. Olm met Gen. Weir at 3.5 metres. He left.", 2),
        ("J. R. Olm of the U.S. Guard left. No. 5 stayed.", 2),
        ("About p. 12 and approx. 40 men, e.g. millers, cf. above.", 1),
        ("“Why?” he asked. “Go!” Nobody did.", 3),
        ("He waited... then left. He waited… Then he left.", 3),
        ("Qui ? Personne ! « Pourquoi ? » demanda-t-il. Fin.", 4),
        ("(It opened.) It shut.", 2),
        ("al-Olm left. al-Weir stayed.", 2),
        ("So did I. Then they left.", 2),
        ("On 8 Mar. 2018 it opened.", 1),
        ("من؟ لا أحد. نعم!", 3),
        ("It opened at St. Olm [@a]. vs. nobody", 2),
        ("Plan B. [@a] Then it shut", 2),
        ("no end mark", 1),
        ("Olm, a.k.a. Abu Weir, left on Fri. 12 May.", 1),
        ("Olm Jr. of Weir Inc. left with Weir et al. in boats.", 1),
        ("By art. 5, para. 3 and sec. 7, approx. 40 left.", 1),
        ("M. Olm et Mme Weir, cf. art. 3, al. 2, le 3 janv. 2018.", 1),
        ("Env. 40 morts av. J.-C. environ.", 1),
        ("قال د. أحمد في ص. 5 من المادة.", 1),
        ("It fell on Monday. Nobody came.", 2),
        ("سقط السد. غادر الجميع.", 2),
        ("", 0),
    ],
)
def test_where_sentences_end(text, count):
    assert len(split(text)) == count


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("At 5 p.m. The weir opened.", "At 5 p.m."),
        ("They sold it to Weir Inc. The Guard left.", "They sold it to Weir Inc."),
        ("So say Olm et al. The Guard left.", "So say Olm et al."),
        ("He said no. 5 people left.", "He said no."),
        ("It is 3.5 km. He left.", "It is 3.5 km."),
        ("It came from the U.S. The Guard left.", "It came from the U.S."),
        ("Il y a des barques, etc. La ville est tombée.", "Il y a des barques, etc."),
        ("كان ذلك سنة 13 هـ. سقط السد.", "كان ذلك سنة 13 هـ."),
        ("It fell. 12 people left.", "It fell."),
    ],
)
def test_where_a_sentence_may_end_it_goes_on_with_a_doubt(text, first):
    (span,) = sentence_spans(text)
    assert [text[:doubt] for doubt in span.doubts] == [first]


def test_a_doubt_is_a_warning_where_what_is_before_it_cites_nothing(read):
    assert read("They sold it to Weir Inc. The Guard left [@a].\n")[1] == [
        "questions/why.md:5:1: uncited-sentence"
    ]
    assert read("They sold it [@b] to Weir Inc. The Guard left [@a].\n")[1] == []
    assert read("Olm Jr. of Weir Inc. left, a.k.a. Abu Weir, on Fri. 12 May [@a].\n")[1] == []


@given(st.text(st.sampled_from("aA .!?…؟\n[]@\"')1"), max_size=80))
@settings(deadline=None)
def test_splitting_loses_nothing_but_space(text):
    parts = split(text)
    assert "".join("".join(parts).split()) == "".join(text.split())
    assert all(part == part.strip() and part for part in parts)
