"""Events as iCalendar (RFC 5545): a file for each event with a whole date, and one for all of them.

What is still to come depends on the day it is read, and a build knows no day. So every event with a whole date gets its file, and
the page's script marks in the reader's browser what has been. DTSTAMP is when git last saw the event's file change; without git
it is the first day of the activity's year.
"""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from urllib.parse import urlsplit

from rusplan.data.model import Form, Händelse
from rusplan.data.values import Datum
from rusplan.render.renderer import Renderer
from rusplan.site import addresses
from rusplan.site.occasions import ALL, Tillfälle, has_day
from rusplan.site.sajt import Sajt
from rusplan.swedish import labels
from rusplan.swedish.formatting import datum, uppräkning

MAX_OCTETS = 75
ZONE = "Europe/Stockholm"
# The rules that have held since 1996.
TIMEZONE = (
    "BEGIN:VTIMEZONE", f"TZID:{ZONE}",
    "BEGIN:DAYLIGHT", "TZOFFSETFROM:+0100", "TZOFFSETTO:+0200", "TZNAME:CEST", "DTSTART:19960331T020000",
    "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU", "END:DAYLIGHT",
    "BEGIN:STANDARD", "TZOFFSETFROM:+0200", "TZOFFSETTO:+0100", "TZNAME:CET", "DTSTART:19961027T030000",
    "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU", "END:STANDARD",
    "END:VTIMEZONE",
)  # fmt: skip


def calendars(sajt: Sajt, renderer: Renderer, _addresses: list[str]) -> Iterator[tuple[str, str]]:
    """The output: `handelser/<name>.ics` for each event with a whole date, and `handelser/alla.ics`."""
    dated = sorted(filter(has_day, sajt.tillfällen), key=lambda found: (found.händelse.datum, found.namn))
    events = [(found, event_lines(sajt, found, sajt.fildatum.in_utc(found.fil))) for found in dated]
    for found, lines in events:
        yield addresses.kalender(found.namn), calendar_text(sajt, found.händelse.titel, lines)
    if not events:
        return  # a calendar must hold something
    name = f"{sajt.samling.webbplats.innehåll.namn}: händelser"
    yield addresses.kalender(ALL), calendar_text(sajt, name, [line for _, lines in events for line in lines])


def calendar_text(sajt: Sajt, name: str, lines: Iterable[str]) -> str:
    """A whole calendar file; it tells of the time zone where an event has a time of day."""
    owner, rows = sajt.samling.webbplats.innehåll.namn, list(lines)
    zone = TIMEZONE if any(row.startswith("DTSTART;TZID=") for row in rows) else ()
    head = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        f"PRODID:-//{_text(owner)}//rusplan//SV",
        "CALSCALE:GREGORIAN",
        f"X-WR-CALNAME:{_text(name)}",
    ]
    return "".join(f"{folded}\r\n" for line in (*head, *zone, *rows, "END:VCALENDAR") for folded in fold(line))


def event_lines(sajt: Sajt, found: Tillfälle, changed: str | None) -> list[str]:
    """The lines of one event, before folding. It does not make its reader busy."""
    event = found.händelse
    # Not the site's own address: the UID must be the same on a test server, and stay when the site moves.
    host = urlsplit(sajt.samling.webbplats.innehåll.webbplats).hostname
    rows = [
        ("UID", f"{found.namn}@{host}"),
        ("DTSTAMP", changed or f"{found.aktivitet.år.första}0101T000000Z"),
        ("SEQUENCE", str(found.ändringar or "")),
        ("STATUS", "CANCELLED" if found.inställd else ""),
        *_when(event),
        # Many programs show no STATUS.
        ("SUMMARY", _text(f"Inställd: {event.titel}" if found.inställd else event.titel)),
        ("LOCATION", _text(event.plats or ("Digitalt" if event.form is Form.DIGITALT else ""))),
        ("DESCRIPTION", _text(_description(found))),
        ("CATEGORIES", _text(labels.HÄNDELSETYP[event.typ])),
        ("URL", _url(sajt, found)),
        ("TRANSP", "TRANSPARENT"),
    ]
    return ["BEGIN:VEVENT", *(f"{name}:{value}" for name, value in rows if value), "END:VEVENT"]


def _when(event: Händelse) -> Iterator[tuple[str, str]]:
    """When it begins and ends: by whole days, or by the clock where its time of day is known."""
    last = event.slutdatum or event.datum
    if not event.starttid:
        yield "DTSTART;VALUE=DATE", _day(event.datum)
        yield "DTEND;VALUE=DATE", _day(last, 1)
        return
    yield f"DTSTART;TZID={ZONE}", _moment(event.datum, event.starttid)
    if event.sluttid:
        yield f"DTEND;TZID={ZONE}", _moment(last, event.sluttid)


def _moment(day: Datum, time: str) -> str:
    return f"{_day(day)}T{time.replace(':', '')}00"


def _description(found: Tillfälle) -> str:
    event = found.händelse
    parts = (
        ("Tema", event.tema),
        ("Målgrupp", event.målgrupp),
        ("", event.text),
        ("Aktivitet", f"{found.aktivitet.titel} ({found.aktivitet.år.visad})"),
        ("Flyttad från", uppräkning(map(datum, found.tidigare))),
        ("Anmälan", None if found.inställd else event.anmälan),
        ("Mer", event.länk),
    )
    return "\n".join(f"{title}: {text}" if title else text for title, text in parts if text)


def _url(sajt: Sajt, found: Tillfälle) -> str:
    url = sajt.absolute(addresses.händelse(found.namn))
    return url if urlsplit(url).hostname else ""


def _day(day: Datum, later: int = 0) -> str:
    return (date(day.år, day.månad, day.dag) + timedelta(days=later)).strftime("%Y%m%d")


def _text(text: str) -> str:
    """A text as iCalendar writes it."""
    for sign, written in (("\\", "\\\\"), (";", "\\;"), (",", "\\,"), ("\n", "\\n")):
        text = text.replace(sign, written)
    return text


def fold(line: str) -> Iterator[str]:
    """A line in pieces of at most 75 octets, never within a letter; each further piece begins with a space."""
    if line.isascii() and len(line) <= MAX_OCTETS:
        yield line  # as nearly all are
        return
    octets, start, space = line.encode(), 0, ""
    while len(octets) - start > (room := MAX_OCTETS - len(space)):
        end = start + room
        while octets[end] & 0xC0 == 0x80:  # within a letter of several octets
            end -= 1
        yield space + octets[start:end].decode()
        start, space = end, " "
    yield space + octets[start:].decode()
