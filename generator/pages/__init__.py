"""Views to Markdown pages: the only maker of Markdown."""

from generator.pages.addresses import below
from generator.pages.editions import Prepared, Share, Version, edition_pages, prepared, share_of
from generator.pages.page import MARK, Page
from generator.pages.published import published
from generator.pages.render import render
from generator.pages.settings import settings
from generator.pages.sheet import Surroundings

__all__ = [
    "MARK",
    "Page",
    "Prepared",
    "Share",
    "Surroundings",
    "Version",
    "below",
    "edition_pages",
    "prepared",
    "published",
    "render",
    "settings",
    "share_of",
]
