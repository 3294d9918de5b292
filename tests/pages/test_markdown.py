"""Escaping: no name can break a table, start a list or run a script."""

from html import unescape

import markdown
from bs4 import BeautifulSoup
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.pages.markdown import attribute, escaped

# What XML cannot hold, the loader refuses long before a page is written.
words = (
    st.text(
        st.characters(exclude_categories=["Cc", "Cs", "Cf", "Cn", "Co", "Zl", "Zp"]), min_size=1, max_size=60
    )
    .map(lambda text: " ".join(text.split()))
    .filter(bool)
)


def _html(text: str) -> BeautifulSoup:
    made = markdown.markdown(text, extensions=["attr_list", "md_in_html", "tables", "toc"])
    return BeautifulSoup(made, "html.parser")


@settings(deadline=None)
@given(words)
def test_words_come_out_of_a_paragraph_as_they_went_in(text: str) -> None:
    page = _html(f'<span data-claims="a/b">{escaped(text)}</span>')
    assert page.find("span").get_text() == text
    assert page.find("p").get_text() == text


@settings(deadline=None)
@given(words)
def test_words_cannot_leave_their_table_cell(text: str) -> None:
    page = _html(f"| a | b |\n| --- | --- |\n| <span>{escaped(text)}</span> | x |\n")
    cells = [cell.get_text() for cell in page.find_all("td")]
    assert cells == [text, "x"]


@settings(deadline=None)
@given(words)
def test_words_cannot_leave_their_attribute(text: str) -> None:
    assert unescape(attribute(text)) == text
    assert _html(f'<span title="{attribute(text)}">x</span>').find("span")["title"] == text
