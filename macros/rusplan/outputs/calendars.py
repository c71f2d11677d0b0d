"""Events as iCalendar (RFC 5545): a file for each event with a whole date, and one for all of them.

What is still to come depends on the day it is read, and a build knows no day. So every event with a whole date gets its file, and
the page's script marks in the reader's browser what has been. DTSTAMP is when git last saw the event's file change; without git
it is the first day of the activity's year.
"""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from urllib.parse import urlsplit

from rusplan.data.model import Form
from rusplan.data.values import Datum
from rusplan.render.renderer import Renderer
from rusplan.site import addresses
from rusplan.site.occasions import ALL, Tillfälle, has_day, occasions
from rusplan.site.sajt import Sajt
from rusplan.swedish import labels

MAX_OCTETS = 75


def calendars(sajt: Sajt, renderer: Renderer, _addresses: list[str]) -> Iterator[tuple[str, str]]:
    """The output: `handelser/<name>.ics` for each event with a whole date, and `handelser/alla.ics`."""
    dated = sorted(filter(has_day, occasions(sajt.samling)), key=lambda found: (found.händelse.datum, found.namn))
    events = [(found, event_lines(sajt, found, sajt.fildatum.in_utc(found.fil))) for found in dated]
    for found, lines in events:
        yield addresses.kalender(found.namn), calendar_text(sajt, found.händelse.titel, lines)
    if not events:
        return  # a calendar must hold something
    name = f"{sajt.samling.webbplats.innehåll.namn}: händelser"
    yield addresses.kalender(ALL), calendar_text(sajt, name, [line for _, lines in events for line in lines])


def calendar_text(sajt: Sajt, name: str, lines: Iterable[str]) -> str:
    """A whole calendar file."""
    owner = sajt.samling.webbplats.innehåll.namn
    head = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        f"PRODID:-//{_text(owner)}//rusplan//SV",
        "CALSCALE:GREGORIAN",
        f"X-WR-CALNAME:{_text(name)}",
    ]
    return "".join(f"{folded}\r\n" for line in (*head, *lines, "END:VCALENDAR") for folded in fold(line))


def event_lines(sajt: Sajt, found: Tillfälle, changed: str | None) -> list[str]:
    """The lines of one event, before folding. It takes whole days and does not make its reader busy."""
    event = found.händelse
    # Not the site's own address: the UID must be the same on a test server, and stay when the site moves.
    host = urlsplit(sajt.samling.webbplats.innehåll.webbplats).hostname
    rows = [
        ("UID", f"{found.namn}@{host}"),
        ("DTSTAMP", changed or f"{found.aktivitet.år}0101T000000Z"),
        ("DTSTART;VALUE=DATE", _day(event.datum)),
        ("DTEND;VALUE=DATE", _day(event.slutdatum or event.datum, 1)),
        ("SUMMARY", _text(event.titel)),
        ("LOCATION", _text(event.plats or ("Digitalt" if event.form is Form.DIGITALT else ""))),
        ("DESCRIPTION", _text(_description(found))),
        ("CATEGORIES", _text(labels.HÄNDELSETYP[event.typ])),
        ("URL", _url(sajt, found)),
        ("TRANSP", "TRANSPARENT"),
    ]
    return ["BEGIN:VEVENT", *(f"{name}:{value}" for name, value in rows if value), "END:VEVENT"]


def _description(found: Tillfälle) -> str:
    event = found.händelse
    parts = (
        ("Tema", event.tema),
        ("Målgrupp", event.målgrupp),
        ("", event.text),
        ("Aktivitet", f"{found.aktivitet.titel} ({found.aktivitet.år})"),
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
