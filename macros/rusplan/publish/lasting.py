"""What has been published answers for ever: pages, feeds, calendars and downloads, but not what only our own pages load."""

from collections.abc import Mapping

from rusplan.publish.versions import Publiceringsfel, Version

# What pages show or load, told by its ending: an image or a script changes name with the page that it belongs to.
PARTS = frozenset({
    "css", "js", "json", "map", "gz", "woff", "woff2", "png", "svg", "jpg", "jpeg", "gif", "webp", "avif", "ico",
})  # fmt: skip
FEED = "feed.json"
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
    return name == FEED or (name not in PASSING and name.rpartition(".")[2] not in PARTS)


def refuse_lost_addresses(files: Mapping[str, str], shown: Version | None) -> None:
    """An address that answers today must answer tomorrow, with what it had or with a redirect."""
    answering = addresses(files)
    # A file leads on where it once lay too: as a page in a folder of its name.
    lost = sorted(one for one in addresses(shown.filer) - answering if f"{one}/" not in answering) if shown else []
    if lost:
        named = " " + ", ".join(lost[:10]) + (f" och {len(lost) - 10} till" if len(lost) > 10 else "")
        raise Publiceringsfel(
            "adresser som är publicerade skulle sluta svara. Lägg tillbaka det som låg där, eller låt adresserna leda vidare "
            f"med «från» och «till» under «omdirigeringar» i data/permalankar.yml. Det gäller{named}"
        )
