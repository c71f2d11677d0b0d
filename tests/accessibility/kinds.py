"""One of each kind of page, and how tests open them."""

from collections.abc import Callable

from playwright.sync_api import Page

from tests.built import Page as Built
from tests.built import Site

Open = Callable[..., Page]

# One of each kind of page, by what it is.
KINDS = {
    "start": "", "plan": "planer/2024/", "planer": "planer/", "uppföljning": "uppfoljning/2025/", "aktiviteter": "aktiviteter/",
    "aktivitet": "aktiviteter/2025/kulturstigar/", "äldre aktivitet": "aktiviteter/2024/kulturstigar/",
    "livslinje": "aktiviteter/spar/kulturstigar/", "område": "omraden/friluftsliv/", "områden": "omraden/", "mål": "mal/2025/",
    "värderingar": "mal/", "budget": "budget/2025/", "budgetar": "budget/", "jämförelse": "jamfor/2024-2025/",
    "samverkan": "samverkan/", "organisation": "samverkan/hembygdsradet/", "organisationstyp": "samverkan/typ/kommun/", "händelser": "handelser/", "publikationer": "publikationer/",
    "ändringar": "andringar/", "områdets ändringar": "andringar/omrade/friluftsliv/", "nyhetsbrev": "nyhetsbrev/", "källor": "kallor/",
    "ordlista": "ordlista/", "om": "om/", "tillgänglighet": "tillganglighet/", "redaktör": "redaktor/", "fält": "redaktor/falt/",
    "sök": "sok/", "utskrift": "planer/2024/utskrift/", "finns inte": "404.html",
}  # fmt: skip


def addresses_of(site: Site) -> list[Built]:
    """All pages that a reader can stay on: not those that only lead on to another."""
    return [page for page in site.values() if not page.tree.css_first("meta[http-equiv=refresh]")]
