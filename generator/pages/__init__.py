"""Views to Markdown pages: the only maker of Markdown."""

from generator.pages.addresses import below
from generator.pages.page import MARK, Page
from generator.pages.render import render
from generator.pages.settings import settings
from generator.pages.sheet import Surroundings

__all__ = ["MARK", "Page", "Surroundings", "below", "render", "settings"]
