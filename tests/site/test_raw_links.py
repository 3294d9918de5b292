"""Raw links of a copy for Zensical: what MkDocs reads as from the page is written as from its file."""

from pathlib import Path

import pytest

from generator.site.raw_links import relate_to_sources, related_to_source


@pytest.mark.parametrize(
    ("as_page", "as_source"),
    [
        ('<a class="x" href="../siege/">', '<a class="x" href="siege/">'),
        ('<a href="../../index.html#top">', '<a href="../index.html#top">'),
        ('<a href="../">', '<a href="./">'),
        ('<img src="plan.png">', '<img src="fall/plan.png">'),
        ('<a href="#top">', '<a href="#top">'),
        ('<a href="/siege/">', '<a href="/siege/">'),
        ('<a href="https://example.org/a/">', '<a href="https://example.org/a/">'),
        ('<a href="mailto:desk@example.org">', '<a href="mailto:desk@example.org">'),
        ('<a data-href="../siege/">', '<a data-href="../siege/">'),
        ("[siege](siege.md)", "[siege](siege.md)"),
        ('say href="../siege/" aloud', 'say href="../siege/" aloud'),
        ('```html\n<a href="../siege/">\n```\n', '```html\n<a href="../siege/">\n```\n'),
    ],
)
def test_a_raw_link_is_related_to_the_file(as_page: str, as_source: str) -> None:
    assert related_to_source(as_page, "fall") == as_source


def test_pages_that_are_their_folder_stay(tmp_path: Path) -> None:
    link = '<a href="../siege/">siege</a>\n'
    for name in ("index.md", "fall.md", "words.txt"):
        (tmp_path / name).write_text(link)
    relate_to_sources(tmp_path)
    assert [(tmp_path / name).read_text() == link for name in ("index.md", "fall.md", "words.txt")] == [
        True,
        False,
        True,
    ]
