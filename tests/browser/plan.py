"""Which site is opened how. Every kind of page of it is, so the big site costs the most."""

from tests.browser.kinds import KINDS

# (site, mode) -> whether axe looks too: it takes most of the time, and the small sites have the same parts.
PLAN = {
    ("default", "light"): True,
    ("default", "dark"): True,
    ("default", "phone"): True,
    ("default", "print"): False,
    ("default", "plain-dark"): False,
    ("world", "phone-dark"): True,
    ("world", "print"): True,
    ("arabic", "light"): True,
    ("arabic", "phone"): True,
    ("arabic", "print"): False,
    ("arabic", "plain-dark"): False,
}
SITES = sorted({site for site, _ in PLAN})


def visited(site: str) -> list[str]:
    """Kinds of page. The hand-written ones are the same in each site, editions of the same form."""
    elsewhere = ("at", "at/*") if site == "default" else ("about", "about/*")
    return [kind for kind in KINDS if kind not in elsewhere]
