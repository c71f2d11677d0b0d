"""The menu of the site, as mkdocs.yml lists it, without the pages that have nothing to show; and what lies above a page."""

from collections.abc import Collection
from typing import Any


def menu_without(nav: list[Any], pages: Collection[str]) -> list[Any]:
    """The list `nav` of mkdocs.yml without some pages, told by their paths in docs/, and without the parts that then have none left."""
    kept = (_without(entry, pages) for entry in nav)
    return [entry for entry in kept if entry]


def above(address: str) -> list[str]:
    """The addresses that lie above one, the nearest last; the start page is none of them."""
    parts = address.strip("/").split("/")[:-1]
    return ["/".join(parts[: i + 1]) + "/" for i in range(len(parts))]


def _without(entry: Any, pages: Collection[str]) -> Any:
    """A page, alone or with its title before it, or a part with its pages; nothing where it goes away."""
    if not isinstance(entry, dict):
        return None if entry in pages else entry
    found = {title: menu_without(part, pages) if isinstance(part, list) else part for title, part in entry.items()}
    return {title: part for title, part in found.items() if part and not (isinstance(part, str) and part in pages)}
