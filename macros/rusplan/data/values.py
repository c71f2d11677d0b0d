"""The kinds of value a data field can hold: each turns the text in the file into a value, or says why it cannot.

Every scalar reaches this module as the text that stands in the file (``no`` is «no», ``010`` is «010»).
A value that does not fit raises ``PydanticCustomError`` with a Swedish sentence; the reader adds file and line.
"""

import re
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import groupby
from operator import attrgetter
from typing import Annotated, Any
from urllib.parse import urlsplit

from pydantic import Field, GetCoreSchemaHandler
from pydantic_core import PydanticCustomError, core_schema

from rusplan.data.colours import BLACK, COLOUR, WHITE, made_readable, readable
from rusplan.data.likeness import as_id
from rusplan.data.meant_values import meant_amount, meant_clock, meant_date, meant_link, meant_number
from rusplan.data.periods import is_period
from rusplan.data.problems import shown
from rusplan.tools.record import small

FIRST_YEAR, LAST_YEAR = 1990, 2100
MAX_AMOUNT = Decimal("1e12")
ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
# A word of an organisation's own, as the closed sets of the model spell theirs.
OWN_WORD = re.compile(r"[a-zåäö0-9]+(?:[_-][a-zåäö0-9]+)*")
EVENT_ID = re.compile(r"[a-z0-9]+(--?[a-z0-9]+)*")
ISO = re.compile(r"(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?", re.ASCII)
CLOCK = re.compile(r"([01]\d|2[0-3]):[0-5]\d", re.ASCII)
PERIOD = re.compile(r"(\d{4})(?:\s*[-–]\s*(\d{4}))?", re.ASCII)
COUNT = re.compile(r"[0-9]{1,6}")
NUMBER = re.compile(r"\d+(\.\d{1,2})?", re.ASCII)
# The hyphen of a keyboard, the minus of print, and the dash that word processors make of it.
BELOW_ZERO = re.compile(r"[-\u2212\u2013]\d+([.,]\d+)?", re.ASCII)
# Two periods side by side have a low line between: «/jamfor/2024-2026_2025-2027/».
ADDRESS = re.compile(r"/(?:[a-z0-9]+(?:-[a-z0-9]+)*(?:_[0-9]{4}(?:-[0-9]{4})?)?/)*", re.ASCII)
FILE_ADDRESS = re.compile(r"(?:/[A-Za-z0-9][A-Za-z0-9_-]*)*/[A-Za-z0-9][A-Za-z0-9_-]*(?:\.[A-Za-z0-9_-]+)+", re.ASCII)
PICTURE = re.compile(r"(?:[A-Za-z0-9][A-Za-z0-9_-]*/)*[A-Za-z0-9][A-Za-z0-9_-]*\.(?:svg|png|webp)", re.ASCII)
TARGET = re.compile(r"(\d{4})(?:-(\d{4}))?(?:/(.+))?", re.ASCII)
# What nearly all texts are made of: to look for the others takes three times as long.
PLAIN = re.compile(r"[\n -~\xa0-\u02ff\u2010-\u2027]*")
# C0 and C1 controls but not newline; what turns the reading direction, has no width or no ink, or breaks lines for YAML alone.
UNSEEN = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\u2800\u3164"
    "\ufeff\uffa0\ufff0-\ufffb\ufffe\uffff\U000e0000-\U000e0fff]"
)
ONLY = "små bokstäver a–z och siffror, med bindestreck mellan ord"
RESERVED_IDS = frozenset({"spar", "budget", "mal", "plan", "berattelse", "dokument", "index"})


@small(order=True)
class Datum:
    """A day, a month or a year, as exactly as the source tells it. ``månad`` and ``dag`` are 0 where unknown."""

    år: int
    månad: int = 0
    dag: int = 0

    @property
    def iso(self) -> str:
        """ISO 8601 at the date's own precision: ``2025``, ``2025-11`` or ``2025-11-12``."""
        return "-".join(f"{part:02}" for part in (self.år, self.månad, self.dag) if part)


def refuse(text: str, **context: object) -> PydanticCustomError:
    """The error that every value of this module raises; `text` is Swedish and may name `{fields}` of `context`."""
    told = {name: shown(value) if isinstance(value, str) else value for name, value in context.items()}
    return PydanticCustomError("rusplan", text, told)


def unseen_in(text: str) -> re.Match[str] | None:
    """The first sign that nobody sees."""
    return None if PLAIN.fullmatch(text) else UNSEEN.search(text)


def _scalar(value: object) -> str:
    if not isinstance(value, str):
        raise refuse("ska vara en enkel text, inte en lista eller en grupp av fält")
    if not value.strip():
        raise refuse("står tomt; fyll i det eller ta bort raden")
    if found := unseen_in(value):
        what = "ett tabbtecken" if found[0] == "\t" else f"ett osynligt tecken (U+{ord(found[0]):04X})"
        raise refuse("innehåller {vad}; ta bort det", vad=what)
    text = value.strip()
    # What joins or chooses letters shows nothing by itself.
    if not text[0].isalnum() and all(unicodedata.category(sign) in ("Cf", "Mn", "Me", "Zs") for sign in text):
        raise refuse("har bara tecken som inte syns; fyll i det eller ta bort raden")
    return text


def parse_line(value: object) -> str:
    """One line of plain text, at most 400 characters."""
    text = " ".join(_scalar(value).split())
    if len(text) > 400:
        raise refuse("har {antal} tecken, men får ha högst 400; korta texten", antal=len(text))
    return text


def parse_text(value: object) -> str:
    """Plain text; paragraphs are parted by an empty line."""
    return in_paragraphs(_scalar(value))


def in_paragraphs(text: str) -> str:
    """The text with single spaces, and one empty line between paragraphs."""
    if "\n" not in text:
        return " ".join(text.split())
    return "\n\n".join(_paragraphs([" ".join(line.split()) for line in text.split("\n")]))


def _paragraphs(lines: list[str]) -> Iterator[str]:
    """The paragraphs of a text, the same in whatever style of YAML it is written: only the lines of its value are known here.

    Empty lines part them. Folding takes one empty line away, so in a text without any each line is one; unless some line goes on in
    the middle of a sentence, as those of a single paragraph after | do.
    """
    if "" not in lines and any(line[0].islower() for line in lines[1:]):
        yield " ".join(lines)
    elif "" not in lines:
        yield from lines
    else:
        parted = groupby(lines, key=bool)
        yield from (" ".join(paragraph) for has_text, paragraph in parted if has_text)


def parse_id(value: object) -> str:
    """A name for addresses: a–z, 0–9 and single hyphens."""
    text = _scalar(value)
    if not ID.fullmatch(text):
        raise refuse(f"är «{{värde}}», men ska vara ett id: {ONLY}{_as_id_written(text.replace('/', ' '))}", värde=text)
    return text


def parse_event_id(value: object) -> str:
    """As `parse_id`; two hyphens part the activity from the event."""
    text = _scalar(value)
    return text if EVENT_ID.fullmatch(text) else parse_id(value)


def parse_own_word(value: object) -> str:
    """A word that an organisation has chosen itself: small letters, digits, underscores and hyphens."""
    text = _scalar(value)
    if not OWN_WORD.fullmatch(text):
        written = re.sub(r"[^a-zåäö0-9-]+", "_", text.lower()).strip("_-")
        hint = f"; skriv {written}" if OWN_WORD.fullmatch(written) and len(text) <= 60 else ""
        raise refuse(
            f"är «{{värde}}», men ska vara ett ord: små bokstäver a–ö och siffror, med understreck i stället för mellanslag{hint}",
            värde=text,
        )
    return text


def _as_id_written(text: str) -> str:
    """How a name is written as an id, if it is no whole sentence; the braces are those of `refuse`."""
    written = "/".join(map(as_id, text.split("/")))
    return f"; som id skrivs det «{written}»" if written.strip("/") and len(text) <= 60 else ""


def _instead(meant: str | None) -> str:
    """The words to write, where they are known."""
    return f"; skriv {meant}" if meant else ""


def parse_datum(value: object) -> Datum:
    """A day, a month or a year between 1990 and 2100."""
    text = _scalar(value)
    match = ISO.fullmatch(text)
    if not match:
        hint = _instead(meant_date(text))
        raise refuse(f"är «{{värde}}», men ska skrivas som 2025-11-12, 2025-11 eller 2025{hint}", värde=text)
    year, month, day = (int(part or 0) for part in match.groups())
    try:
        date(year, month if match[2] else 1, day if match[3] else 1)
    except ValueError:
        raise refuse("är «{värde}», och det datumet finns inte", värde=text) from None
    return Datum(_in_range(year), month, day)


def parse_day(value: object) -> Datum:
    """A whole date, year-month-day."""
    text = _scalar(value)
    if not ISO.fullmatch(text) or len(text) < 10:
        hint = _instead(meant_date(text)) if text[4:5] != "-" or len(text) > 7 else ""
        raise refuse(f"är «{{värde}}», men ska vara ett helt datum, som 2025-11-12{hint}", värde=text)
    return parse_datum(text)


def parse_clock(value: object) -> str:
    """A time of day, hours and minutes: ``09:00``."""
    text = _scalar(value)
    if not CLOCK.fullmatch(text):
        hint = _instead(meant_clock(text))
        raise refuse(f"är «{{värde}}», men ska vara ett klockslag, som 09:00 eller 13:30{hint}", värde=text)
    return text


def _in_range(year: int) -> int:
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise refuse("har året {år}, men ska ligga mellan {från} och {till}", år=year, från=FIRST_YEAR, till=LAST_YEAR)
    return year


def parse_year(value: object) -> int:
    """A year of four digits between 1990 and 2100."""
    text = _scalar(value)
    if not re.fullmatch(r"[0-9]{4}", text):
        raise refuse("är «{värde}», men ska vara ett år med fyra siffror, som 2025", värde=text)
    return _in_range(int(text))


def parse_period(value: object) -> str:
    """One year or a span of years: ``2025`` or ``2022-2024``."""
    text = _scalar(value)
    match = PERIOD.fullmatch(text)
    if not match:
        raise refuse("är «{värde}», men ska vara ett år eller en period, som 2025 eller 2022-2024", värde=text)
    return "-".join(map(str, _years_in_order(match, text)))


def _years_in_order(match: re.Match[str], text: str) -> list[int]:
    """The first and the last year that `text` begins with, or the only one."""
    years = [_in_range(int(part)) for part in match.groups()[:2] if part]
    if years != sorted(years):
        raise refuse("är «{värde}», men det första året ska vara det tidigaste", värde=text)
    return years


def parse_count(value: object) -> int:
    """A whole number, zero or more."""
    text = _scalar(value)
    if BELOW_ZERO.fullmatch(text):
        raise refuse("är {värde}, men får inte vara mindre än noll", värde=text)
    if not COUNT.fullmatch(text):
        meant = meant_number(text)
        hint = _instead(meant if meant and COUNT.fullmatch(meant) else None)
        raise refuse(
            f"är «{{värde}}», men ska vara ett heltal med högst sex siffror och inget annat, som 15{hint}", värde=text
        )
    return int(text)


def parse_decimal(value: object) -> Decimal:
    """Zero or more with at most two decimals, written ``12400`` or ``12400.50``."""
    text = _scalar(value)
    if BELOW_ZERO.fullmatch(text):
        raise refuse("är {värde}, men får inte vara mindre än noll", värde=text)
    return _number(text, text)


def parse_amount(value: object) -> Decimal:
    """As `parse_decimal`, and below zero with a minus before it: a deficit, a carried loss, a correction."""
    text = _scalar(value)
    is_below = BELOW_ZERO.fullmatch(text)
    return -_number(text[1:], text) if is_below else _number(text, text, meant_amount)


def _number(digits: str, text: str, meant: Callable[[str], str | None] = meant_number) -> Decimal:
    """The number that `digits` write; `text` is all that stands there, and `meant` finds what it may stand for."""
    if not NUMBER.fullmatch(digits):
        hint = _instead(meant(text)) or ": bara siffror, punkt före högst två decimaler, inga mellanslag"
        raise refuse(f"är «{{värde}}», men ska vara ett tal som 15 eller 12400.50{hint}", värde=text)
    if Decimal(digits) > MAX_AMOUNT:
        raise refuse("är «{värde}», och det är orimligt stort; kontrollera antalet siffror", värde=text)
    return Decimal(digits)


def parse_link(value: object) -> str:
    """An absolute http or https address."""
    text = _scalar(value)
    try:
        parts = urlsplit(text)
    except ValueError:
        parts = urlsplit("")
    if parts.scheme not in {"http", "https"} or not parts.hostname or re.search(r"[\s\"'<>\\]", text):
        hint = _instead(meant_link(text))
        raise refuse(f"är «{{värde}}», men ska vara en webbadress som börjar med https://{hint}", värde=text)
    return text


def parse_email(value: object) -> str:
    """An e-mail address of a function."""
    text = _scalar(value)
    if not re.fullmatch(r"[\w.+-]+@[\w-]+(\.[\w-]+)+", text, re.ASCII):
        raise refuse("är «{värde}», men ska vara en e-postadress", värde=text)
    return text


def parse_contact(value: object) -> str:
    """Where a message is received: an e-mail address of a function, or an https address of a form."""
    text = _scalar(value)
    for parse in (parse_email,) if text.startswith("http:") else (parse_email, parse_link):
        try:
            return parse(text)
        except PydanticCustomError:
            continue
    raise refuse("är «{värde}», men ska vara en e-postadress eller en webbadress som börjar med https://", värde=text)


def parse_activity_ref(value: object) -> str:
    """``2024/kulturstigar``: an activity in a year."""
    text = _scalar(value)
    year, _, name = text.partition("/")
    if not is_period(year) or not ID.fullmatch(name):
        hint = _as_id_written(text) if is_period(year) and name else ""
        raise refuse(f"är «{{värde}}», men ska vara år och aktivitet, som 2024/kulturstigar{hint}", värde=text)
    return text


def parse_target(value: object) -> str:
    """What a text refers to: ``2026``, ``2025/kulturstigar``, ``2025/budget`` or ``2025/mal``."""
    text = _scalar(value)
    match = TARGET.fullmatch(text)
    if not match or (match[3] is not None and not ID.fullmatch(match[3])):
        hint = _as_id_written(text) if match else ""
        raise refuse(
            f"är «{{värde}}», men ska vara ett år (2026), en aktivitet (2025/kulturstigar), 2025/budget eller 2025/mal{hint}",
            värde=text,
        )
    _years_in_order(match, text)
    return text


def parse_address(value: object) -> str:
    """The address of a page from the site's root: ``/aktiviteter/2025/kulturstigar/``."""
    text = _scalar(value)
    if not ADDRESS.fullmatch(text):
        raise refuse(
            "är «{värde}», men ska vara en adress på webbplatsen med snedstreck först och sist och bara små bokstäver a–z, siffror och bindestreck, som /aktiviteter/2025/kulturstigar/",
            värde=text,
        )
    return text


def parse_old_address(value: object) -> str:
    """The address of a page or a file that was there once: ``/aktiviteter/2024/gammal/``, ``/handelser/mote.ics``."""
    text = _scalar(value)
    return text if FILE_ADDRESS.fullmatch(text) else parse_address(value)


def parse_file_address(value: object) -> str:
    """The address of a file from the site's root: ``/data/2025/budget.json``."""
    text = _scalar(value)
    if not FILE_ADDRESS.fullmatch(text):
        raise refuse("är «{värde}», men ska vara en fil på webbplatsen, som /data/2025/budget.json", värde=text)
    return text


def parse_colour(value: object) -> str:
    """A colour that text can have on a white ground, written ``#1b6648``."""
    text = _scalar(value)
    colour = text.lower()
    if not COLOUR.fullmatch(colour):
        hint = '# och sex siffror eller bokstäver a–f, inom citattecken, som "#1b6648"'
        raise refuse(f"är «{{värde}}», men ska vara en färg som på webben: {hint}", värde=text)
    if not readable(colour, WHITE):
        darker = made_readable(colour, WHITE, BLACK)
        raise refuse(f"är «{{värde}}», som är för ljus för att läsas på vitt; skriv {darker}", värde=text)
    return colour


def parse_picture(value: object) -> str:
    """The path of a picture in docs/: ``assets/logotyp.svg``."""
    text = _scalar(value)
    if not PICTURE.fullmatch(text):
        raise refuse(
            "är «{värde}», men ska vara en bild i mappen docs, med vägen dit och slutet .svg, .png eller .webp, som assets/logotyp.svg",
            värde=text,
        )
    return text


@dataclass(frozen=True, eq=False)
class Kind:
    """How pydantic makes a value of the text in a file, what JSON Schema calls it, and how it is written in JSON.

    Pydantic is told of nothing but our own parser. With `BeforeValidator` it would make ready to look at each value once more, by its
    type: every start of the program took 30 ms longer.
    """

    parse: Callable[[object], Any]
    json_schema: dict[str, Any]
    written: Callable[[Any], str] | None = None

    def __get_pydantic_core_schema__(self, _source: Any, _handler: GetCoreSchemaHandler) -> core_schema.CoreSchema:
        written = core_schema.plain_serializer_function_ser_schema(self.written) if self.written else None
        return core_schema.no_info_plain_validator_function(self.parse, serialization=written)

    def __get_pydantic_json_schema__(self, _schema: core_schema.CoreSchema, _handler: object) -> dict[str, Any]:
        return dict(self.json_schema)  # pydantic writes the defaults of fields into what it gets


def _string(**schema: Any) -> dict[str, Any]:
    return {"type": "string", **schema}


_iso = attrgetter("iso")

Rad = Annotated[str, Kind(parse_line, _string(title="en rad text", maxLength=400))]
Text = Annotated[str, Kind(parse_text, _string(title="text"))]
Id = Annotated[str, Kind(parse_id, _string(title="id", pattern=f"^{ID.pattern}$"))]
Händelseid = Annotated[str, Kind(parse_event_id, _string(title="id", pattern=f"^{EVENT_ID.pattern}$"))]
EgetOrd = Annotated[str, Kind(parse_own_word, _string(title="ett eget ord", pattern=f"^{OWN_WORD.pattern}$"))]
Tid = Annotated[
    Datum, Kind(parse_datum, _string(title="dag, månad eller år", pattern=r"^\d{4}(-\d\d(-\d\d)?)?$"), _iso)
]  # fmt: skip
Dag = Annotated[Datum, Kind(parse_day, _string(title="datum", pattern=r"^\d{4}-\d\d-\d\d$"), _iso)]
Klockslag = Annotated[str, Kind(parse_clock, _string(title="klockslag", pattern=f"^({CLOCK.pattern})$"))]
År = Annotated[int, Kind(parse_year, {"type": "integer", "title": "år"})]
Period = Annotated[str, Kind(parse_period, {"type": ["string", "integer"], "title": "år eller period"})]
Antal = Annotated[int, Kind(parse_count, {"type": "integer", "minimum": 0, "title": "heltal"})]
Belopp = Annotated[Decimal, Kind(parse_amount, {"type": "number", "title": "belopp"}, str)]
Mätvärde = Annotated[Decimal, Kind(parse_amount, {"type": "number", "title": "tal"}, str)]
Dagar = Annotated[Decimal, Kind(parse_decimal, {"type": "number", "minimum": 0, "title": "dagar"}, str)]
Tal = Annotated[Decimal, Kind(parse_decimal, {"type": "number", "minimum": 0, "title": "tal"}, str)]
Färg = Annotated[str, Kind(parse_colour, _string(title="färg", pattern=f"^{COLOUR.pattern}$"))]
Bildväg = Annotated[str, Kind(parse_picture, _string(title="bild i docs", pattern=f"^{PICTURE.pattern}$"))]
Länk = Annotated[str, Kind(parse_link, _string(title="webbadress", format="uri"))]
Adress = Annotated[str, Kind(parse_address, _string(title="adress på webbplatsen", pattern=f"^{ADDRESS.pattern}$"))]
GammalAdress = Annotated[
    str,
    Kind(
        parse_old_address,
        _string(title="adress på webbplatsen", pattern=f"^({ADDRESS.pattern}|{FILE_ADDRESS.pattern})$"),
    ),
]
Filadress = Annotated[
    str, Kind(parse_file_address, _string(title="fil på webbplatsen", pattern=f"^{FILE_ADDRESS.pattern}$"))
]
Epost = Annotated[str, Kind(parse_email, _string(title="e-postadress", format="email"))]
Kontakt = Annotated[str, Kind(parse_contact, _string(title="e-postadress eller webbadress"))]
Aktivitetsref = Annotated[
    str, Kind(parse_activity_ref, _string(title="år/aktivitet", pattern=r"^\d{4}(-\d{4})?/[a-z0-9-]+$"))
]
Hänvisningsmål = Annotated[
    str, Kind(parse_target, {"type": ["string", "integer"], "title": "år, år/aktivitet, år/budget eller år/mal"})
]
Formatnummer = Annotated[int, Kind(parse_count, {"type": "integer", "minimum": 1, "title": "heltal"}), Field(ge=1)]
Betyg = Annotated[
    int, Kind(parse_count, {"type": "integer", "minimum": 1, "maximum": 3, "title": "1, 2 eller 3"}), Field(ge=1, le=3)
]
