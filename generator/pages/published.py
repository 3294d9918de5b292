"""Where a page is on the site: for links inside figures, which every builder leaves as written."""

from posixpath import relpath


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
