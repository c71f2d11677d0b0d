"""What links, feed readers and calendars hold on to within a published file: the anchors of a page's events, goals and the like, the
entries of a feed, and the events of the calendar. The names are those that data gives; the sections of a page come and go with what is
in them.
"""

import re
from collections.abc import Iterator

HANDELSER, CALENDAR = "handelser/index.html", "handelser/alla.ics"
# By the path of a page: how the things that it tells of have their anchors.
ANCHORS: tuple[tuple[re.Pattern[str], re.Pattern[str]], ...] = tuple(
    (re.compile(page), re.compile(anchor))
    for page, anchor in (
        (re.escape(HANDELSER), r'<section class="rp-handelse" id="([^"]+)"'),
        (r"mal/[\d-]+/index\.html", r'<h[345] id="(?!indikator-)([^"]+)"'),
        (r"budget/[\d-]+/index\.html", r'<h3 id="(rad-[^"]+)"'),
        (r"ordlista/index\.html", r'<div id="([^"]+)"'),
        (r"andringar/(?:omrade/[^/]+/)?index\.html", r'id="(v-[0-9a-f]+)"'),
    )
)
ENTRY = re.compile(r"<entry>.*?<id>([^<]+)</id>", re.S)
UID = re.compile(r"^UID:(.+?)\r?$", re.M)
LEADS_ON = re.compile(r'<meta http-equiv="?refresh', re.I)
EVENT = re.compile(r"/handelser/(?:(?P<file>[a-z0-9-]+)\.ics|alla\.ics#(?P<uid>[^@]+)@.*|#(?P<anchor>.+))")


def holds_names(path: str) -> bool:
    """True for a file that there is something to hold on to in."""
    return path.endswith("atom.xml") or path == CALENDAR or any(page.fullmatch(path) for page, _ in ANCHORS)


def lost_names(path: str, before: str, after: str) -> Iterator[str]:
    """What the file had and has no more, each with the file's address: «/handelser/#2025-museum--mote», «/andringar/atom.xml#urn:uuid:…»."""
    if LEADS_ON.search(after):
        return  # the address leads on, and what was in it with it
    old, new = _names(path, before), _names(path, after)
    kept = frozenset(new)
    gone = [name for name in old if name not in kept]
    if path.endswith("atom.xml") and len(new) >= len(old):
        # A feed holds the newest entries: the oldest leave it when others come.
        gone = gone[: len(gone) - _at_the_end(old, kept)]
    yield from (f"/{path.removesuffix('index.html')}#{name}" for name in gone)


def _at_the_end(old: list[str], kept: frozenset[str]) -> int:
    return next((i for i, name in enumerate(reversed(old)) if name in kept), len(old))


def _names(path: str, text: str) -> list[str]:
    if path.endswith("atom.xml"):
        return ENTRY.findall(text)
    if path == CALENDAR:
        return UID.findall(text.replace("\r\n ", ""))
    return [name for page, anchor in ANCHORS if page.fullmatch(path) for name in anchor.findall(text)]


def each_once(lost: set[str]) -> list[str]:
    """An event that is gone is one thing, although its anchor, its file and its row in the calendar are gone with it."""
    return sorted(piece for piece in lost if event_of(piece) == piece or event_of(piece) not in lost)


def event_of(piece: str) -> str | None:
    """The anchor of the event that the piece is of."""
    found = EVENT.fullmatch(piece)
    return f"/handelser/#{found['file'] or found['uid'] or found['anchor']}" if found else None
