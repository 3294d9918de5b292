"""Cards: the right size, the same bytes, joined letters, one drawing for one card."""

from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageChops

from generator.executors import Here
from generator.exports import cards
from generator.exports.cards import Card, card_key, draw
from generator.pages.kinds import kinds_by
from generator.pages.render import render
from generator.store import Store
from generator.views.context import context
from generator.views.page_meta import page_meta
from tests.world import world

LATIN = Card(
    "a.png", "A bridge is taken", "1 May 2031", "claimed", "The valley", "As known on 2 May 2031.", False
)
ARABIC = Card("b.png", "سقوط الجسر (2031)", "1 مايو 2031", "مزعوم", "الوادي", "كما عُرف في 2 مايو 2031.", True)


def write(wanted: list[Card], site: Path, store: Store) -> None:
    cards.begin(Here(), wanted, store).put(site, lambda below, key: False)


def seen(card: Card) -> Image.Image:
    """A card as a reader sees it."""
    return Image.open(BytesIO(draw(card))).convert("RGB")


def inked(image: Image.Image) -> tuple[int, int, int, int]:
    """The box of everything that is not white, below the bar."""
    page = image.crop((0, 16, 1200, 630))
    box = ImageChops.difference(page, Image.new("RGB", page.size, "white")).getbbox()
    assert box
    return box


@pytest.mark.parametrize("card", [LATIN, ARABIC], ids=["latin", "arabic"])
def test_a_card_is_a_small_png_of_the_usual_size(card: Card) -> None:
    image = Image.open(BytesIO(draw(card)))
    assert (image.format, image.mode, image.size) == ("PNG", "P", (1200, 630))
    assert len(draw(card)) < 60_000


@pytest.mark.parametrize("card", [LATIN, ARABIC], ids=["latin", "arabic"])
def test_the_same_card_is_the_same_bytes(card: Card) -> None:
    assert draw(card) == draw(replace(card))


def test_text_begins_at_the_margin_of_its_language() -> None:
    left, _, right, _ = inked(seen(LATIN))
    assert left < 100 and right < 1100
    left, _, right, _ = inked(seen(ARABIC))
    assert right > 1100 and left > 100


def test_arabic_letters_are_joined() -> None:
    # Letters on their own are wider than the same letters in a word.
    joined, apart = (
        inked(seen(replace(ARABIC, title=title, line="", status="", known="", site="")))
        for title in ("بيت", "ب ي ت")
    )
    assert joined[2] - joined[0] < (apart[2] - apart[0]) * 0.8


@pytest.mark.parametrize("words", ["(بيت)", "«بيت»"])
def test_brackets_open_towards_what_they_hold(words: str) -> None:
    card = seen(replace(ARABIC, title=words, line="", status="", known="", site=""))
    left, top, _, bottom = inked(card)
    sign = card.crop((left, 16 + top, left + 20, 16 + bottom)).convert("L")  # what stands leftmost
    ink = ImageChops.invert(sign).point(lambda shade: 255 * (shade > 100)).getbbox()
    assert ink
    edges = [
        ImageChops.invert(sign.crop((0, y, 20, y + 1))).point(lambda shade: 255 * (shade > 100)).getbbox()
        for y in range(ink[1], ink[3])
    ]
    starts = [edge[0] for edge in edges if edge]
    assert min(starts[len(starts) // 3 : -len(starts) // 3]) < starts[0], "it opens to the left"


@settings(deadline=None, max_examples=30)
@given(st.text(st.characters(min_codepoint=0x20, max_codepoint=0x52F), min_size=1, max_size=400))
def test_no_title_leaves_the_card(title: str) -> None:
    box = inked(seen(replace(LATIN, title=title)))
    assert box[3] <= 614


@pytest.mark.parametrize("card", [LATIN, ARABIC], ids=["latin", "arabic"])
@pytest.mark.parametrize("text", ["title", "line", "status", "known", "site"])
@pytest.mark.parametrize(
    "words",
    [
        " ".join(["bridge"] * 57),
        "w" * 150,
        " ".join(["الجسر القديم"] * 30),
        "الجسرالقديم" * 14,
        "Quay " + "m" * 149 + " الجسر",
    ],
    ids=["many words", "one long word", "arabic words", "a long arabic word", "mixed"],
)
def test_nothing_on_a_card_leaves_its_margins(card: Card, text: str, words: str) -> None:
    image = seen(replace(card, **{text: words}))
    left, _, right, bottom = inked(image)
    assert left >= 80 - 4 and right <= 1120 + 4  # letters may stand over their own edge
    assert bottom <= 614


def test_a_card_is_drawn_once(tmp_path: Path) -> None:
    store = Store(tmp_path / "kept")
    write([LATIN, ARABIC], tmp_path / "one", store)
    store.put(card_key(LATIN), b"as drawn before")
    write([replace(LATIN, path="elsewhere/c.png")], tmp_path / "two", store)
    assert (tmp_path / "two/elsewhere/c.png").read_bytes() == b"as drawn before"
    assert (tmp_path / "one/b.png").read_bytes() == draw(ARABIC)
    assert len(list((tmp_path / "kept").glob("*/*"))) == 2


def test_a_card_of_the_last_site_is_taken_over(tmp_path: Path) -> None:
    taken: list[tuple[str, str]] = []
    pending = cards.begin(Here(), [LATIN], Store(tmp_path / "kept"))
    pending.put(tmp_path / "site", lambda below, key: not taken.append((below, key)))
    assert taken == [("a.png", card_key(LATIN))]
    assert not (tmp_path / "site").exists()


@pytest.mark.parametrize("language", ["en", "ar"])
def test_events_places_actors_and_questions_have_one(language: str) -> None:
    subjects = [page.meta for page in render(world(), language)]
    made = {card.path for card in cards.cards(context(world(), language), subjects)}
    facts = world()
    made -= {"assets/cards/actor/harbour-league.png"}  # what is renamed keeps the card of its old name
    made -= {"assets/cards/event/bridge-falls.png", "assets/cards/event/bridge-gone.png"}  # taken out
    assert len(made) == 1 + len(facts.events) + len(facts.places) + len(facts.actors) + len(facts.questions)


def test_an_explainer_may_do_without() -> None:
    facts = replace(world(), explainer=world().explainer.model_copy(update={"cards": False}))
    assert not any(page.meta.card for page in render(facts, "en"))


def test_a_title_in_a_script_that_the_fonts_lack_gets_none() -> None:
    made = context(world(), "en")
    event = kinds_by("name")["event"]
    assert page_meta(made, event, "events/queen-leaves.md", "queen-leaves", ("Queen", "")).card
    assert not page_meta(made, event, "events/queen-leaves.md", "queen-leaves", ("女王", "")).card
