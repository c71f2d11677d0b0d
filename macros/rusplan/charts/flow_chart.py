"""What becomes of all activities from one year to the next: a bar for each fate, as long as the activities are many."""

from decimal import Decimal

from rusplan.charts.bar_chart import Rad, Stapel, bars
from rusplan.charts.shapes import Bild, Tabell
from rusplan.swedish.formatting import antal
from rusplan.tools.record import small

NOTE = "I tabellen står varje aktivitet för sig."


@small
class Öde:
    """A fate: its name, and how many activities of the older year become how many of the newer by it."""

    namn: str
    äldre: int
    nyare: int


def flow(name: str, title: str, years: tuple[str, str], fates: list[Öde], rows: tuple[tuple[str, ...], ...]) -> Bild:
    """The bars below each other; `rows` are the activities one by one: (older, what happens, newer)."""
    found = [Rad(fate.namn, (Stapel(Decimal(fate.äldre or fate.nyare), _counted(fate), "hel"),)) for fate in fates]
    table = Tabell((years[0], "Vad som händer", years[1]), rows)
    return bars(name, title, ("Aktiviteter",), found, note=NOTE, table=table)


def _counted(fate: Öde) -> str:
    """«4 aktiviteter blir 2»; only how many where they stay as many, or one year has none."""
    told = antal(fate.äldre or fate.nyare, "aktivitet", "aktiviteter")
    return f"{told} blir {fate.nyare}" if fate.äldre and fate.nyare and fate.äldre != fate.nyare else told
