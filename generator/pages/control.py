"""The control map as a page shows it: its heading, the figure, the rows of its table."""

from collections.abc import Callable
from dataclasses import dataclass

from markupsafe import Markup

from generator.graphics.map import control_figure, locator_figure
from generator.graphics.map_spots import Links
from generator.model.places import Place
from generator.views.context import Context
from generator.views.control_map import control_map, landmarks, locator
from generator.views.control_rows import Row
from generator.views.language import N_


@dataclass(frozen=True, slots=True)
class Control:
    """What the template of the map takes. Without a figure and rows the page shows nothing."""

    title: str
    figure: Markup
    rows: tuple[Row, ...]
    is_open: bool


def control(made: Context, links: Links, is_open: bool) -> Control:
    """The map of the edition on a page with these links; ``is_open`` shows its table at once."""
    view = control_map(made)
    if not view.rows:
        title = made.words(N_("Where the places are"))
    elif len(view.days) > 1:
        title = made.words(N_("Who held which place, day by day"))
    else:
        title = made.words(N_("Who held which place on {date}")).format(date=view.days[-1].name)
    return Control(title, Markup(control_figure(view, links)), view.rows, is_open)


def place_maps(made: Context) -> Callable[[Place, Links], Markup]:
    """What makes the small map of a place on its own page; "" for a place without one."""
    towns = landmarks(made)
    return lambda place, links: Markup(locator_figure(locator(made, place, towns), links))
