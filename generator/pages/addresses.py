"""Where each record has its page: permalinks that never change, for ids never do; links to them."""

from posixpath import relpath

from generator.derive.retired import SHARED, told_on
from generator.model.actors import Relation
from generator.model.facts import Facts
from generator.model.figures import Series
from generator.model.places import Place
from generator.model.vocabulary import RecordKind
from generator.pages.kinds import kind_before, kind_holding, kind_named, kind_of_model
from generator.views.context import Context
from generator.views.page_meta import url


def address(context: Context, target: str) -> str:
    """The file and anchor of a record or statement, relative to docs/; "" when it has no page."""
    if target in context.index.retired:
        return _retired_address(context, target)
    record_id, _, statement = target.partition("/")
    page = _record_address(context, record_id)
    if not statement or not page:
        return page
    return f"{page.partition('#')[0]}#{statement_anchor(context.facts, target)}"


def below(context: Context, target: str) -> str:
    """The address below the site's of a record or statement, or of a file below docs/."""
    return url(target if "." in target else address(context, target))


def page_file(kind: str, record: str = "") -> str:
    """The file below docs/ of the page of a kind, or of its page on a record; "" without such a kind."""
    found = kind_named(kind)
    return found.path(record) if found else ""


def retired_anchor(context: Context, old_id: str) -> str:
    """The anchor that a retired statement, relation or series had on the page that it stood on."""
    entry, (record_id, slash, statement) = context.index.retired[old_id], old_id.partition("/")
    if not slash:
        return record_id
    if held := _kind(context.facts, record_id):
        return _anchor(held, record_id, statement)
    kind = context.index.retired[record_id].kind
    shared = kind in (RecordKind.SERIES, RecordKind.RELATION)
    return f"{record_id}--{statement}" if shared or entry.holder else _anchor(None, record_id, statement)


def _retired_address(context: Context, old_id: str) -> str:
    entry = context.index.retired[old_id]
    if before := kind_before(entry):
        return before.path(entry.id)
    holder = told_on(entry, context.facts, context.index.retired)
    page = _shared_page() if holder == SHARED else address(context, holder)
    return f"{page.partition('#')[0]}#{retired_anchor(context, old_id)}" if page else ""


def statement_anchor(facts: Facts, ref: str) -> str:
    """The anchor of a statement on its record's page."""
    record_id, _, statement = ref.partition("/")
    return _anchor(_kind(facts, record_id), record_id, statement)


def _anchor(kind: type | None, record_id: str, statement: str) -> str:
    if kind in (Series, Relation):
        return f"{record_id}--{statement}"
    return "point" if kind is Place and statement == "point" else f"claim-{statement}"


def _kind(facts: Facts, record_id: str) -> type | None:
    label = facts.labels.get(record_id)
    return label.kind if label else None


def _record_address(context: Context, record_id: str) -> str:
    """A page of the record's own, or an anchor on the page that holds it."""
    model = _kind(context.facts, record_id)
    if own := kind_of_model(model):
        return own.path(record_id)
    if shared := kind_holding(model):
        holder = context.facts.relation_holders[record_id] if model is Relation else ""
        return f"{shared.path(holder)}#{record_id}"
    return ""


def _shared_page() -> str:
    """The page that all series share."""
    shared = kind_holding(Series)
    return shared.path() if shared else ""


def relative(target: str, page: str) -> str:
    """A file of docs/ as seen from a page, both relative to docs/; an anchor alone stays one."""
    path, _, anchor = target.partition("#")
    suffix = f"#{anchor}" if anchor else ""
    if path == page and suffix:
        return suffix
    folder = page.rpartition("/")[0] + "/"
    # Pages lie at most one folder deep, so two cases are all there are.
    return (path.removeprefix(folder) if path.startswith(folder) else "../" * page.count("/") + path) + suffix


def published(target: str, page: str) -> str:
    """The relative URL from a page to a file and anchor of docs/, both paths relative to docs/.

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
