"""Where each record has its page: permalinks that never change, for ids never do; links to them."""

import re
from posixpath import relpath

from markupsafe import Markup

from generator.derive.retired import SHARED
from generator.model.actors import Relation
from generator.model.figures import Series
from generator.model.places import Place
from generator.model.refs import Ref, Target, record_of
from generator.model.vocabulary import RecordKind
from generator.pages.kinds import kind_before, kind_holding, kind_named, kind_of_model
from generator.views.context import Context
from generator.views.page_meta import url

# Private characters of Unicode: no words of an explainer hold them.
_OPENED, _CLOSED = "\ue002", "\ue003"
_PLACEHOLDER = re.compile(f"{_OPENED}([^{_CLOSED}]*){_CLOSED}")


def address(context: Context, target: Target) -> str:
    """Give the file and anchor of a record or statement, relative to docs/; "" when it has no page."""
    if context.queries.find_retired(target):
        return _retired_address(context, target)
    page = _record_address(context, record_of(target))
    if not isinstance(target, Ref) or not page:
        return page
    return f"{page.partition('#')[0]}#{anchor_of(_kind(context, target.record), target)}"


def below(context: Context, target: Target) -> str:
    """Give the address below the site's of a record or statement, or of a file below docs/."""
    return url(target if isinstance(target, str) and "." in target else address(context, target))


def page_file(kind: str, record: str = "") -> str:
    """Give the file below docs/ of the page of a kind, or of its page on a record; "" without such a kind."""
    found = kind_named(kind)
    return found.path(record) if found else ""


def retired_anchor(context: Context, old: Target) -> str:
    """Give the anchor that a retired statement, relation or series had on the page that it stood on."""
    if not isinstance(old, Ref):
        return old
    if held := _kind(context, old.record):
        return anchor_of(held, old)
    kind = context.queries.retired(old.record).kind
    shared = kind in (RecordKind.SERIES, RecordKind.RELATION) or context.queries.retired(old).holder
    return anchor_of(Series if shared else None, old)


def _retired_address(context: Context, old: Target) -> str:
    entry = context.queries.retired(old)
    if before := kind_before(entry):
        return before.path(str(entry.id))
    holder = context.queries.told_on(old)
    page = _shared_page() if holder == SHARED else address(context, holder)
    return f"{page.partition('#')[0]}#{retired_anchor(context, old)}" if page else ""


def anchor_of(kind: type | None, target: Target) -> str:
    """Give the anchor of a statement, or of a record, on the page of the record, which is of that kind."""
    if isinstance(target, str):
        return target
    ref = target
    if kind in (Series, Relation):
        return f"{ref.record}--{ref.statement}"
    return "point" if kind is Place and ref.statement == "point" else f"claim-{ref.statement}"


def older_anchors(context: Context, target: Target, *endings: str, elsewhere: bool = False) -> Markup:
    """Give the anchors that a part of a page had under older ids, but for those that the page tells of.

    Each comes with every ending, by default with none. ``elsewhere``: the page is not that of the record, and
    tells of none.
    """
    kind = _kind(context, record_of(target))
    olds = context.queries.former(target)
    # On a page of its record a statement has one anchor, however often that was renamed.
    told = {anchor_of(kind, old) for old in olds if not elsewhere and _is_told(context, old)}
    anchors = dict.fromkeys(
        anchor_of(kind, old) + ending
        for old in olds
        for ending in endings or ("",)
        if anchor_of(kind, old) != anchor_of(kind, target) and (ending or anchor_of(kind, old) not in told)
    )
    return Markup("").join(Markup('<a id="{}"></a>').format(anchor) for anchor in anchors)


def _is_told(context: Context, old: Target) -> bool:
    """Whether the page that an old id was a part of says what became of it, in a line with its anchor."""
    entry = context.queries.find_retired(old)
    return entry is not None and kind_before(entry) is None


def _kind(context: Context, record: str) -> type | None:
    label = context.queries.find_label(record)
    return label.kind if label else None


def _record_address(context: Context, record: str) -> str:
    """Give a page of the record's own, or an anchor on the page that holds it."""
    model = _kind(context, record)
    if own := kind_of_model(model):
        return own.path(record)
    if shared := kind_holding(model):
        holder = context.queries.holder(record) if model is Relation else ""
        return f"{shared.path(holder)}#{record}"
    return ""


def _shared_page() -> str:
    """Give the page that all series share."""
    shared = kind_holding(Series)
    return shared.path() if shared else ""


def placeholder(target: str) -> str:
    """Stand in for the link to a file and anchor of docs/ until it is known on which page it stands."""
    return f"{_OPENED}{target}{_CLOSED}"


def with_links(text: str, page: str) -> str:
    """Give the text of a page with its links relative to where the page is, below docs/."""
    return _PLACEHOLDER.sub(lambda found: relative(found[1], page), text)


def relative(target: str, page: str) -> str:
    """Give a file of docs/ as seen from a page, both relative to docs/; an anchor alone stays one."""
    path, _, anchor = target.partition("#")
    suffix = f"#{anchor}" if anchor else ""
    if path == page and suffix:
        return suffix
    folder = page.rpartition("/")[0] + "/"
    # Pages lie at most one folder deep, so two cases are all there are.
    return (path.removeprefix(folder) if path.startswith(folder) else "../" * page.count("/") + path) + suffix


def published(target: str, page: str) -> str:
    """Give the relative URL from a page to a file and anchor of docs/, both paths relative to docs/.

    Pages are published as folders (``use_directory_urls``). "" stays "": what has no page has no URL.
    """
    path, _, anchor = target.partition("#")
    if not path:
        return ""
    suffix = f"#{anchor}" if anchor else ""
    if path == page and suffix:
        return suffix
    return f"{relpath(_folder(path), _folder(page))}/{suffix}"


def _folder(path: str) -> str:
    return "/" + path.removesuffix(".md").removesuffix("index")
