"""An event's time of day, its earlier dates, that it is cancelled and where to sign up: on pages, in calendars and for machines."""

from collections.abc import Mapping
from datetime import datetime, timedelta

import pytest
from icalendar import Calendar
from icalendar.cal import Component
from rusplan.data.values import Datum
from rusplan.git.file_dates import Fildatum
from rusplan.macros import Makron
from rusplan.outputs.calendars import calendars
from rusplan.render.renderer import Renderer
from rusplan.site.sajt import Sajt
from rusplan.swedish.formatting import tidpunkt
from rusplan.views import start_page
from rusplan.views.activity_page import activity_page
from rusplan.views.items import HändelseVy
from rusplan.views.structured_data import structured

from tests.views.lillby import Changed, Fil, händelse, plain, utfall

LOV, UTFALL = "2025/aktiviteter/lov.yml", "2025/utfall/lov.yml"


def lovstart(changed: Changed, **mer: object) -> Sajt:
    """Lillby where one planned event has more fields."""

    def change(files: dict[str, Fil]) -> None:
        files[LOV]["händelser"] = [händelse("Lovstart", "möte", "2025-06-15", plats="Badet") | mer]

    return changed(change)


def view(sajt: Sajt) -> HändelseVy:
    (event,) = activity_page(sajt, sajt.samling.aktiviteter["2025/lov"]).plan.händelser
    return event


def in_calendar(sajt: Sajt) -> tuple[str, Component]:
    """The calendar file of the event, and the event as another program reads it."""
    files: Mapping[str, str] = dict(calendars(sajt, Renderer(sajt.samling), []))
    text = files["handelser/2025-lov--lovstart.ics"]
    (event,) = Calendar.from_ical(text).walk("VEVENT")
    return text, event


def to_machines(sajt: Sajt) -> dict[str, object]:
    page = activity_page(sajt, sajt.samling.aktiviteter["2025/lov"])
    graph = structured(sajt, "aktiviteter/2025/lov/", page.titel, "", (), page)["@graph"]
    (event,) = [node for node in graph if node["@type"] == "Event"]
    return dict(event)


def in_list(sajt: Sajt) -> str:
    """The page of events."""
    return plain(Makron(sajt, Renderer(sajt.samling), "").handelser())


@pytest.mark.parametrize(
    ("first", "last", "start", "end", "told"),
    [
        ((2026, 6, 11), None, "09:00", "10:30", "11 juni 2026 kl. 9.00–10.30"),
        ((2026, 6, 11), None, "13:00", None, "11 juni 2026 kl. 13.00"),
        ((2026, 6, 11), (2026, 6, 12), "09:00", "16:00", "11 juni 2026 kl. 9.00 – 12 juni 2026 kl. 16.00"),
        ((2026, 6, 11), (2026, 6, 12), None, None, "11–12 juni 2026"),
    ],
)
def test_time_of_day_is_told_as_swedes_write_it(
    first: tuple[int, int, int], last: tuple[int, int, int] | None, start: str | None, end: str | None, told: str
) -> None:
    assert plain(tidpunkt(Datum(*first), Datum(*last) if last else None, start, end)) == told


def test_calendar_has_the_time_of_day_in_swedish_time(changed: Changed) -> None:
    text, event = in_calendar(lovstart(changed, starttid="09:00", sluttid="10:30"))
    assert "DTSTART;TZID=Europe/Stockholm:20250615T090000\r\n" in text
    assert text.count("BEGIN:VTIMEZONE") == 1
    assert text.index("END:VTIMEZONE") < text.index("BEGIN:VEVENT")
    begins, ends = event.decoded("DTSTART"), event.decoded("DTEND")
    assert isinstance(begins, datetime)
    assert begins.utcoffset() == timedelta(hours=2), "summer time"
    assert ends - begins == timedelta(minutes=90)


def test_file_of_whole_days_alone_says_nothing_of_time_zones(changed: Changed) -> None:
    text, _ = in_calendar(lovstart(changed))
    assert "VTIMEZONE" not in text
    assert not {"SEQUENCE", "STATUS"} & set(text.replace(":", "\r\n").split("\r\n"))


def test_cancelled_event_stays_and_says_so_everywhere(changed: Changed) -> None:
    sajt = lovstart(changed, inställd="ja", anmälan="https://lillby.example/anmalan")
    _, event = in_calendar(sajt)
    assert (str(event["STATUS"]), str(event["SUMMARY"]), str(event["SEQUENCE"])) == (
        "CANCELLED",
        "Inställd: Lovstart",
        "1",
    )
    mark = view(sajt).inställd
    assert mark
    assert mark.text == "Inställd"
    assert view(sajt).anmälan is None, "nobody signs up for what is cancelled"
    assert "Inställd" in in_list(sajt)
    assert "https://lillby.example/anmalan" not in in_list(sajt)
    assert to_machines(sajt)["eventStatus"] == "https://schema.org/EventCancelled"


def test_moved_event_tells_from_when_and_calendars_know_the_newer_version(changed: Changed) -> None:
    sajt = lovstart(changed, tidigare_datum=["2025-06-01", "2025-06-08"])
    _, event = in_calendar(sajt)
    assert str(event["SEQUENCE"]) == "2"
    assert plain(view(sajt).flyttad_från or "") == "1 juni 2025 och 8 juni 2025"
    assert "<dt>Flyttad från</dt><dd>1 juni 2025 och 8 juni 2025</dd>" in in_list(sajt)
    told = to_machines(sajt)
    assert told["eventStatus"] == "https://schema.org/EventRescheduled"
    assert told["previousStartDate"] == ["2025-06-01", "2025-06-08"]


@pytest.mark.parametrize(("day", "sequence"), [("2025-06-16", 2), ("2025-06-15", 1)])
def test_outcome_of_another_date_than_the_plan_is_a_newer_version(changed: Changed, day: str, sequence: int) -> None:
    """So that no calendar takes the outcome for an older version than the plan that it has."""

    def held(files: dict[str, Fil]) -> None:
        files[LOV]["händelser"][0]["tidigare_datum"] = ["2025-06-01"]
        files[UTFALL] = utfall("delvis", händelser=[händelse("Lovstart", "möte", day)])

    _, event = in_calendar(changed(held))
    assert str(event["SEQUENCE"]) == str(sequence)


def test_planned_month_is_no_other_date_than_the_day_in_it(changed: Changed) -> None:
    def held(files: dict[str, Fil]) -> None:
        files[LOV]["händelser"][0]["datum"] = "2025-06"
        files[UTFALL] = utfall("delvis", händelser=[händelse("Lovstart", "möte", "2025-06-16")])

    text, _ = in_calendar(changed(held))
    assert "SEQUENCE" not in text


def test_reader_finds_where_to_sign_up(changed: Changed) -> None:
    sajt = lovstart(changed, starttid="09:00", sluttid="10:30", anmälan="https://lillby.example/anmalan")
    assert '<a href="https://lillby.example/anmalan">' in in_list(sajt)
    assert "15 juni 2025 kl. 9.00–10.30" in in_list(sajt)
    _, event = in_calendar(sajt)
    assert "Anmälan: https://lillby.example/anmalan" in str(event["DESCRIPTION"])
    told = to_machines(sajt)
    assert (told["startDate"], told["endDate"]) == ("2025-06-15T09:00", "2025-06-15T10:30")
    assert told["potentialAction"] == {"@type": "RegisterAction", "target": "https://lillby.example/anmalan"}


def test_start_page_keeps_events_ready_for_the_day_on_which_it_is_read(changed: Changed) -> None:
    def seven(files: dict[str, Fil]) -> None:
        files[LOV]["händelser"] = [händelse(f"Dag {n}", "möte", f"2025-07-0{n}") for n in range(1, 8)]
        files[LOV]["händelser"][5]["inställd"] = "ja"

    sajt = changed(seven)
    vars(sajt)["_förflutet"] = type(sajt._förflutet)(
        historik=sajt.historik, fildatum=Fildatum({"data/2025/plan.yml": "2025-06-20T10:00:00+02:00"})
    )
    rows = start_page.start_page(sajt).händelser.rader
    assert [row.länk.text for row in rows if not row.väntar] == [f"Dag {n}" for n in range(1, 6)]
    assert [row.länk.text for row in rows if row.väntar][-3:] == ["Dag 6", "Dag 7", "Öppet hus"]
    html = Makron(sajt, Renderer(sajt.samling), "").start()
    assert '<h2 id="handelser">Händelser<' in html, "the build knows no day"
    assert "Dag 6</a> (inställd)" in html
