"""Pages that records had under older ids, and those of disagreements that are none any more: they stay."""

from collections.abc import Callable, Iterator

from generator.derive.retired import DISPUTABLE
from generator.model.refs import Ref
from generator.pages.page import PageKind, PageTask
from generator.views.context import Context


def older_pages(
    context: Context, kind_of: Callable[[type], PageKind | None], moved: PageKind
) -> Iterator[PageTask]:
    """List the pages that records had under ids that they lost after the day of an edition."""
    for target, olds in context.queries.all_former.items():
        label = context.queries.find_label(target) if isinstance(target, str) else None
        kind = kind_of(label.kind) if label else None
        for old in olds:
            if kind and isinstance(old, str) and not context.queries.find_retired(old):
                yield PageTask(moved, kind.path(old), given=(target, target), layout=kind.name)


def left_disagreements(context: Context, kind: PageKind, moved: PageKind) -> Iterator[PageTask]:
    """List pages of disagreements that were published, or may have been, and would be gone.

    They are those of older ids, of what was taken out, and of what lost a statement and is not in dispute.
    """
    queries = context.queries
    differing = queries.disagreements
    for record in differing:
        for old in queries.former(record):
            yield PageTask(moved, kind.path(str(old)), given=(record, kind.path(record)), layout=kind.name)
    lost = dict.fromkeys(_current(context, old) for old in queries.all_retired if isinstance(old, Ref))
    for record in lost:
        if record and record not in differing:
            yield PageTask(moved, kind.path(record), given=(record, record), layout=kind.name)
    for old_id, entry in queries.all_retired.items():
        if isinstance(old_id, str) and not entry.renamed and entry.kind in DISPUTABLE:
            yield PageTask(moved, kind.path(old_id), old_id, layout=kind.name)


def _current(context: Context, ref: Ref) -> str:
    """Give the record that a statement stood on, as it is called now; "" where it is gone too."""
    record = context.queries.find_newest(ref.record) or ref.record
    return record if isinstance(record, str) and context.queries.find_label(record) else ""
