"""Web addresses: whether readers can be sent to a host, and when two addresses are one.

Hosts are read as browsers read them (WHATWG URL standard, "host parsing"): percent signs and
full-width letters are undone first, and a last label that is a number makes the whole an IPv4
address, however it is written: `127.1`, `2130706433`, `0x7f000001`.
"""

import re
import unicodedata
from contextlib import suppress
from urllib.parse import SplitResult, parse_qsl, quote, unquote, urlencode, urlsplit

_NUMBER = re.compile(r"\d+|0x[0-9a-f]*")
_LABEL = re.compile(r"[^\W_](?:[\w-]*\w)?|_[\w-]*\w")
# Names that are never looked up in public: RFC 6761, 6762, 8375 and ICANN's list of collisions.
_PRIVATE = frozenset(
    ("localhost", "localdomain", "local", "lan", "home", "corp", "internal", "intranet", "private", "invalid")
)
_PRIVATE_ENDS = (".home.arpa", ".in-addr.arpa", ".ip6.arpa")
# What tells who sent a reader, never what is read: by prefix, or in full.
_TRACKING = re.compile(
    r"(?:utm_|pk_|mtm_|hsa_|at_(?:medium|campaign|custom)|mc_[ce]id$|_hs(?:enc|mi)$)"
    r"|(?:fbclid|gclid|gbraid|wbraid|dclid|msclkid|yclid|twclid|ttclid|igshid|igsh|gad_source|smid"
    r"|ref_src|ref_url|cmpid|ocid|xtor|ns_campaign|ns_mchannel|_ga|_gl|spm|guccounter|guce_referrer"
    r"|guce_referrer_sig|s_cid|__twitter_impression|wt_mc|cmp|mkt_tok)$"
)
_DEFAULT_PORTS = {"http": "80", "https": "443"}


def host_fault(url: str) -> str:
    """Say why readers cannot be sent to the host of an address; "" where they can."""
    try:
        found = urlsplit(url).netloc
    except ValueError:
        return "its brackets hold no IP address"
    if "@" in found:
        return "it names a user before the host"
    host = _host_and_port(url)[0]
    if found.startswith("[") or ":" in host or _NUMBER.fullmatch(host.rpartition(".")[2]):
        return f"`{host}` is a bare IP address"
    if "." not in host or host.rpartition(".")[2] in _PRIVATE or host.endswith(_PRIVATE_ENDS):
        return f"`{host}` is a machine that only its own network knows"
    if not all(_LABEL.fullmatch(label) for label in host.split(".")):
        return f"`{host}` is not the name of a host"
    return ""


def host_of(url: str) -> str:
    """Give the host of an address as its name is compared: in lower case, without port and `www.`."""
    return _host_and_port(url)[0].removeprefix("www.")


def same_page(url: str) -> str:
    """Give what two addresses share when they lead to one page for certain, or as good as that.

    Scheme, `www.`, default port, capitals of the host, fragment, slashes at the end, the order of a
    query and what only tells who sent the reader make no difference.
    """
    parts = urlsplit(url)
    host, port = _host_and_port(url)
    port = "" if port in ("", _DEFAULT_PORTS.get(parts.scheme.lower())) else f":{port}"
    path = quote(unquote(parts.path), safe="/").rstrip("/")
    return f"{host.removeprefix('www.')}{port}{path}?{_query(parts)}{_place(parts)}"


def _query(parts: SplitResult) -> str:
    told = parse_qsl(parts.query, keep_blank_values=True)
    return urlencode(sorted(pair for pair in told if not _TRACKING.match(pair[0].lower())))


def _place(parts: SplitResult) -> str:
    # `#!` and `#/` are how pages made by scripts name themselves, not a place on one.
    return f"#{parts.fragment}" if parts.fragment.startswith(("!", "/")) else ""


def _host_and_port(url: str) -> tuple[str, str]:
    found = urlsplit(url).netloc.rpartition("@")[2]
    if found.startswith("["):
        host, _, port = found[1:].partition("]")
        return host.lower(), port.removeprefix(":")
    host, _, port = found.partition(":")
    named = unicodedata.normalize("NFKC", unquote(host)).replace("\u3002", ".").casefold()
    with suppress(UnicodeError):  # what is no name that the web can look up is compared as it is written
        named = named.encode("idna").decode("ascii")
    return named.rstrip("."), port
