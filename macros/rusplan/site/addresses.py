"""The address of every page, relative to the site's root and with a trailing slash; the one place where they are made."""

from rusplan.data.collection import Samling
from rusplan.data.periods import pair
from rusplan.data.values import RESERVED_IDS
from rusplan.data.year import Årsaktivitet

START = ""
PLANER = "planer/"
UPPFÖLJNING = "uppfoljning/"
AKTIVITETER = "aktiviteter/"
OMRÅDEN = "omraden/"
MÅL = "mal/"
BUDGET = "budget/"
JÄMFÖR = "jamfor/"
SAMVERKAN = "samverkan/"
HÄNDELSER = "handelser/"
PUBLIKATIONER = "publikationer/"
KÄLLOR = "kallor/"
DOKUMENT = "dokument/"
ORDLISTA = "ordlista/"
ÄNDRINGAR = "andringar/"
DATA = "data/"
DATAFÄLT = "data/falt/"
# How a word of the organisation's own stands in an address.
PLAIN = str.maketrans("åäö_", "aao-")


def plan(year: str) -> str:
    """The page of a period's plan: ``planer/2025/``, ``planer/2024-2026/``."""
    return f"{PLANER}{year}/"


def uppföljning(year: str, delår: int | None = None) -> str:
    """The page of a period's report, or of one of its years: ``uppfoljning/2024-2026/2025/``."""
    return f"{UPPFÖLJNING}{year}/{delår}/" if delår else f"{UPPFÖLJNING}{year}/"


def utskrift(page: str) -> str:
    """The whole document of the plan or report at the address `page`."""
    return f"{page}utskrift/"


def sammanfattning(page: str) -> str:
    """The summary of the report at the address `page`."""
    return f"{page}sammanfattning/"


def aktivitet(activity: Årsaktivitet) -> str:
    """The permalink of one activity in one year."""
    return f"{AKTIVITETER}{activity.ref}/"


def spår(name: str) -> str:
    """The lifeline of an activity over all years."""
    return f"{AKTIVITETER}spar/{name}/"


def område(name: str) -> str:
    """An area over the years."""
    return f"{OMRÅDEN}{name}/"


def mål(year: str) -> str:
    """A year's goals."""
    return f"{MÅL}{year}/"


def budget(year: str) -> str:
    """A year's budget."""
    return f"{BUDGET}{year}/"


def jämförelse(first: str, second: str) -> str:
    """Two years side by side."""
    return f"{JÄMFÖR}{pair(first, second)}/"


def organisation(name: str) -> str:
    """An organisation and the activities it takes part in."""
    return f"{SAMVERKAN}{name}/"


def organisationstyp(kind: str) -> str:
    """Where a reader chooses among the organisations of a kind: ``samverkan/typ/kommun/``."""
    return f"{SAMVERKAN}typ/{kind.translate(PLAIN)}/"


def områdesändringar(name: str) -> str:
    """What has changed in an area."""
    return f"{ÄNDRINGAR}omrade/{name}/"


def händelse(name: str) -> str:
    """An event on the page of all events; `name` is its anchor."""
    return f"{HÄNDELSER}#{name}"


def kalender(name: str) -> str:
    """The calendar file of an event, or of all."""
    return f"{HÄNDELSER}{name}.ics"


def öppen_data(name: str, year: str | None = None, form: str = "json") -> str:
    """A file of open data, of a year or of all: ``data/2025/budget.json``, ``data/handelser.csv``."""
    return f"{DATA}{year}/{name}.{form}" if year else f"{DATA}{name}.{form}"


def schema(name: str) -> str:
    """What a kind of JSON file holds."""
    return f"{DATA}schema/{name}.json"


def dokument(name: str) -> str:
    """Where a source document is described."""
    return f"{KÄLLOR}#{name}"


def fil(year: str, name: str) -> str:
    """A document of a year as a file: ``dokument/2025/plan-2025.pdf``."""
    return f"{DOKUMENT}{year}/{name}"


def target(samling: Samling, till: str) -> str | None:
    """Where a reference leads (``2025``, ``2025/kulturmiljo``, ``2025/budget``); None for a year without data."""
    year, _, name = till.partition("/")
    if year not in samling.årgångar:
        return None
    if not name:
        return plan(year)
    if name in RESERVED_IDS:
        return {"budget": budget, "mal": mål}[name](year)
    return aktivitet(samling.aktiviteter[till])


def address_of(url: str) -> str:
    """The address of the page that MkDocs knows by `url`: it writes the start page as ``./``."""
    return "" if url in (".", "./") else url


def depth_prefix(address: str) -> str:
    """What leads from the page at `address` back to the root: «../../» for ``planer/2024/``."""
    return "../" * address.count("/")
