"""What has been published answers for ever: pages, feeds, calendars and downloads, but not what only our own pages load."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

from rusplan.publish.shown_names import each_once, event_of, holds_names, lost_names
from rusplan.publish.versions import Publiceringsfel
from rusplan.tools.record import record

# What pages show or load, told by its ending: an image or a script changes name with the page that it belongs to.
PARTS = frozenset({
    "css", "js", "json", "map", "gz", "woff", "woff2", "png", "svg", "jpg", "jpeg", "gif", "webp", "avif", "ico",
})  # fmt: skip
FEED = "feed.json"
# Where JSON is what readers fetch, and not only what pages load.
OPEN_DATA = "data/"
DRAFT = '<meta name="robots" content="noindex">'
ADRESSER = "adresser som är publicerade skulle sluta svara. Lägg tillbaka det som låg där, låt adresserna leda vidare med «från» och «till» under «omdirigeringar»,"
NAMN = "länkar, flöden eller kalendrar skulle leda till något som inte finns kvar. Lägg tillbaka det med det id som det hade,"
REMOVED = "eller skriv, om inget kan ta över, «adress» och «skäl» under «borttagna» i data/permalankar.yml"
FOUND_NO_MORE = "Det här fanns att länka till men finns inte längre:"
# What holds only for the version it lies in, or as long as data says: the licences beside a style sheet, and whom to tell of a hole.
PASSING = frozenset({"licenser.txt", "security.txt"})


def addresses(files: Mapping[str, str]) -> frozenset[str]:
    """The addresses that answer, from the root of the site: «/», «/aktiviteter/2025/museum/», «/handelser/alla.ics»."""
    return frozenset(_address(path) for path in files if _lasts(path))


def pages(files: Mapping[str, str]) -> frozenset[str]:
    """Those of them that are pages."""
    return frozenset(address for address in addresses(files) if address.endswith("/"))


def _address(path: str) -> str:
    return "/" + (path.removesuffix("index.html") if f"/{path}".endswith("/index.html") else path)


def _lasts(path: str) -> bool:
    name = path.rpartition("/")[2]
    return (
        name == FEED
        or (path.startswith(OPEN_DATA) and path.endswith(".json"))
        or (name not in PASSING and name.rpartition(".")[2] not in PARTS)
    )


@record
class Förlust:
    """What a new site lacks of the one before it, each with its address. `adresser` answered; `namn` are what there was to hold on to in
    a file that is still there."""

    adresser: tuple[str, ...] = ()
    namn: tuple[str, ...] = ()

    @property
    def allt(self) -> tuple[str, ...]:
        """All that is lost."""
        return self.adresser + self.namn


@record
class Sajtfiler:
    """A site as it is compared: the folder it lies in, its files with checksums, and the mark of the engine that made it."""

    mapp: Path
    filer: Mapping[str, str]
    motor: str


def loss(before: Sajtfiler, after: Sajtfiler, removed: frozenset[str] = frozenset()) -> Förlust:
    """What is lost, but for what data says is `removed`: an address with all in it, all that is in it
    («/andringar/#»), or a single name. Only files that differ are read."""
    answering = addresses(after.filer)
    # A file leads on where it once lay too: as a page in a folder of its name.
    gone = {one for one in addresses(before.filer) - answering if f"{one}/" not in answering}
    gone = {one for one in gone if not _is_draft(_text(before.mapp / _path(one)))}
    names = {name for path in sorted(before.filer) if holds_names(path) for name in _lost_in(path, before, after)}
    told = [one for one in each_once(gone | names) if not _is_removed(one, removed)]
    answered = gone | {event_of(one) for one in gone}
    return Förlust(
        adresser=tuple(one for one in told if one in answered), namn=tuple(one for one in told if one not in answered)
    )


def _lost_in(path: str, before: Sajtfiler, after: Sajtfiler) -> Iterator[str]:
    if after.filer.get(path) not in (None, before.filer[path]) and not _is_draft(was := _text(before.mapp / path)):
        yield from lost_names(path, was, _text(after.mapp / path))


def _is_draft(page: str) -> bool:
    """True for a page of a draft, which is shown without being published: its addresses may change until it is decided."""
    return DRAFT in page


def _path(address: str) -> str:
    return address[1:] + ("index.html" if address.endswith("/") else "")


def _text(path: Path) -> str:
    return path.read_text(encoding="utf-8", errors="replace") if path.is_file() else ""


def _is_removed(one: str, removed: frozenset[str]) -> bool:
    address, mark, _ = one.partition("#")
    return bool({one, address, f"{address}{mark}", event_of(one)} & removed)


def stops(lost: Förlust, before: Sajtfiler, after: Sajtfiler) -> bool:
    """True where a site must not be shown: where another engine made the one before, data may be as it was, and names are only told."""
    return bool(lost.adresser or (lost.namn and before.motor == after.motor))


def refuse_lost(before: Sajtfiler, after: Sajtfiler, removed: frozenset[str], tell: Callable[[str], None]) -> None:
    """An address that answers today must answer tomorrow, with what it had or with a redirect; and what is within it must be found there.
    Where another engine made the one shown, what is lost within a file is told: data may be as it was."""
    lost = loss(before, after, removed)
    if lost.adresser:
        raise Publiceringsfel(f"{ADRESSER} {REMOVED}. Det gäller {_named(lost.adresser)}")
    if stops(lost, before, after):
        raise Publiceringsfel(f"{NAMN} {REMOVED}. Det gäller {_named(lost.namn)}")
    if lost.namn:
        tell(
            f"Webbplatsen är byggd med en annan version av rusplan än den som visades. {FOUND_NO_MORE} {_named(lost.namn)}."
        )


def _named(lost: Sequence[str]) -> str:
    return ", ".join(lost[:10]) + (f" och {len(lost) - 10} till" if len(lost) > 10 else "")
