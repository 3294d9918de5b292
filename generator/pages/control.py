"""The control map as a page shows it: its heading, the figure, the rows of its table."""

from dataclasses import dataclass

from markupsafe import Markup

from generator.graphics.map import control_figure, locator_figure
from generator.graphics.map_marks import Links
from generator.model.places import Place
from generator.views.context import Context
from generator.views.control_map import Spot, control_map, locator
from generator.views.language import N_
from generator.views.places import HoldingRow


@dataclass(frozen=True, slots=True)
class ControlSection:
    """What the template of the map takes. Without a figure and rows the page shows nothing."""

    title: str
    figure: Markup
    rows: tuple[HoldingRow, ...]
    is_open: bool


def control_section(made: Context, links: Links, is_open: bool) -> ControlSection:
    """The map of the edition on a page with these links; ``is_open`` shows its table at once."""
    view = control_map(made)
    if not view.rows:
        title = made.words(N_("Where the places are"))
    elif len(view.days) > 1:
        title = made.words(N_("Who held which place, day by day"))
    else:
        title = made.words(N_("Who held which place on {date}")).format(date=view.days[-1].name)
    return ControlSection(title, Markup(control_figure(view, links)), view.rows, is_open)


def place_map(made: Context, place: Place, towns: tuple[Spot, ...], links: Links) -> Markup:
    """The small map of a place on its own page, with the towns around; "" for a place without one."""
    return Markup(locator_figure(locator(made, place, towns), links))
