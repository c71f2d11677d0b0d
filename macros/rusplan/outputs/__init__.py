"""Everything the site holds beside pages: each output is a generator of (path within site/, text), listed in `OUTPUTS`.

A new output is one function in the module of its subject, and its name in the tuple.
"""

from collections.abc import Callable, Iterator

from rusplan.open_data.data_files import data_descriptions, open_data
from rusplan.outputs.activity_index import activity_index
from rusplan.outputs.calendars import calendars
from rusplan.outputs.feeds import feeds
from rusplan.outputs.newsletter_items import newsletter_data
from rusplan.outputs.redirects import redirect_pages
from rusplan.outputs.security_contact import security_contact
from rusplan.outputs.sitemap import sitemap
from rusplan.render.renderer import Renderer
from rusplan.site.sajt import Sajt

Output = Callable[[Sajt, Renderer, list[str]], Iterator[tuple[str, str]]]


# Each takes the site, its templates and the addresses of all pages, sorted.
OUTPUTS: tuple[Output, ...] = (
    # The three that take the longest stand first: every second one is made in another process.
    feeds,
    open_data,
    calendars,
    data_descriptions,
    sitemap,
    security_contact,
    redirect_pages,
    newsletter_data,
    activity_index,
)
