"""Pages of docs/ that would be made again just as they are: they are not read, but their titles, and the anchors that links lead to, are known."""

from collections.abc import Iterable, Mapping
from pathlib import Path

from rusplan.build.kept import checksum
from rusplan.build.site_build import Bygge
from rusplan.site.addresses import address_of
from rusplan.tools.record import small


@small
class Anchors:
    """What is known of a page that has been read: its title, its anchors, and those of other pages that it leads to, by their paths."""

    title: str
    there: tuple[str, ...]
    asked: tuple[tuple[str, tuple[tuple[str, str], ...]], ...]


class StandingPages:
    """The pages of a build that stand as they are in the folder `standing`, by their addresses; none where there is no such folder."""

    def __init__(self, bygge: Bygge, standing: Path | None) -> None:
        self._bygge, self._standing = bygge, standing
        self._html: dict[str, str] = {}

    def __contains__(self, url: str) -> bool:
        return url in self._html

    def find(self, url: str) -> Anchors | None:
        """What is known of the page at `url`, if it stands as it would be made."""
        html = self._bygge.still(address_of(url), self._standing)
        known = self.known(url)
        if html is None or known is None:
            return None
        self._html[url] = html
        return known

    def known(self, url: str) -> Anchors | None:
        """What is known of the page at `url` since it was last read."""
        found: Anchors | None = self._bygge.kept.known(_name(url))
        return found

    def html(self, url: str) -> str:
        """The page as it stands; it is asked for once."""
        return self._html.pop(url)

    def note(
        self, url: str, html: str, title: str, there: Iterable[str], asked: Mapping[str, Mapping[str, str]]
    ) -> None:
        """Keep what is known of a page that has been read as `html`."""
        links = tuple((path, tuple(found.items())) for path, found in asked.items())
        known = Anchors(title, tuple(sorted(there)), links)
        self._bygge.kept.made_of(_name(url), checksum(html.encode() + title.encode()), lambda: known)


def _name(url: str) -> str:
    return f"sida {address_of(url)}"
