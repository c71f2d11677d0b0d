"""The sitemap, for search engines."""

from collections.abc import Iterator

from rusplan.render.renderer import Renderer
from rusplan.site.sajt import Sajt


def sitemap(sajt: Sajt, renderer: Renderer, addresses: list[str]) -> Iterator[tuple[str, str]]:
    """The addresses of all pages, for search engines."""
    yield "sitemap.xml", renderer.render("sitemap.xml", "", adresser=[sajt.absolute(a) for a in addresses])
