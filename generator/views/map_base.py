"""What the maps of an explainer are drawn on: the frame, the base map and its words."""

from dataclasses import dataclass

from generator.model.base_map import LABELS, BaseMap, Layer
from generator.model.explainer import Frame
from generator.views.context import Context
from generator.views.rich_text import RichText


@dataclass(frozen=True, slots=True)
class MapBase:
    """What a map is drawn on, in one language: ``names`` are the labels of the base map."""

    frame: Frame
    base: BaseMap | None
    names: tuple[tuple[RichText, tuple[float, float], bool], ...]
    credits: RichText
    disputed: tuple[RichText, ...]


def map_base(context: Context) -> MapBase | None:
    """Say what maps of this explainer are drawn on; None without a frame."""
    frame, base = context.queries.frame, context.queries.base_map
    if frame is None:
        return None
    shapes = base.shapes if base else ()
    labels = [shape for shape in shapes if shape.layer in LABELS]
    noted = [shape.note or shape.name for shape in shapes if shape.layer is Layer.DISPUTED]
    return MapBase(
        frame=frame,
        base=base,
        names=tuple(
            (context.text(shape.name), shape.lines[0][0], shape.layer is Layer.SEA_LABEL)
            for shape in labels
            if shape.name
        ),
        credits=context.text(base.credits) if base and base.credits else (),
        disputed=tuple(context.text(note) for note in noted if note),
    )
