"""Everything the site holds beside pages: each output is a generator of (path within site/, text), listed in `OUTPUTS`.

A new output is one function in the module of its subject, and its name in the tuple.
"""

from collections.abc import Callable, Iterator

from macros.activity_index import activity_index
from macros.feeds import feeds
from macros.ical import calendars
from macros.newsletter import newsletter_data
from macros.permalinks import redirect_pages
from macros.render import Renderer
from macros.views.parts import Sajt


def sitemap(sajt: Sajt, renderer: Renderer, addresses: list[str]) -> Iterator[tuple[str, str]]:
    """The addresses of all pages, for search engines."""
    yield "sitemap.xml", renderer.render("sitemap.xml", "", adresser=[sajt.absolute(a) for a in addresses])


Output = Callable[[Sajt, Renderer, list[str]], Iterator[tuple[str, str]]]
# Each takes the site, its templates and the addresses of all pages, sorted.
OUTPUTS: tuple[Output, ...] = (
    # The two that take the longest stand first: every second one is made in another process.
    feeds,
    calendars,
    sitemap,
    redirect_pages,
    newsletter_data,
    activity_index,
)
