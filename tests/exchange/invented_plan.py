"""An invented plan of thirty activities, and the Word files that people would write it in: tidy, with headings in bold, and in tables."""

from collections.abc import Callable
from dataclasses import dataclass, field
from io import BytesIO
from typing import Any

import docx
from docx.shared import Pt

AREAS = ("Friluftsliv", "Kultur", "Bad och vatten", "Organisation och övrigt")
WORDS = (
    "Vandringsleder", "Skyltar i skogen", "Badplatser", "Kulturstigar", "Hembygdens dag", "Öppna trädgårdar", "Skolor ute", "Nattvandring",
    "Kartor på webben", "Broar och spänger", "Fågeltorn", "Cykelleder", "Lägerplatser", "Museernas kväll", "Gamla bruk", "Fiske för alla",
    "Kanotleder", "Vattenprover", "Strandstädning", "Simskola", "Ängar och slåtter", "Eldplatser", "Vintervägar", "Skridskois",
    "Nätverksträffar", "Nyhetsbrev", "Utbildning av ledare", "Arbetsgruppens möten", "Ny webbplats", "Utvärdering",
)  # fmt: skip


@dataclass
class Aktivitetsfacit:
    titel: str
    område: str
    dagar: str
    prioriterad: str
    utvecklingsinsats: str
    behov: str
    kommentar: str
    text: str
    insatser: list[str]


@dataclass
class Planfacit:
    aktiviteter: list[Aktivitetsfacit]
    mål: list[tuple[str, str, str]]
    budget: list[tuple[str, str]]
    inledning: list[str] = field(default_factory=list)


def invented() -> Planfacit:
    """The plan as data would have it."""
    activities = [_activity(number, title) for number, title in enumerate(WORDS)]
    goals = [
        (area, f"Mål {i}", f"Alla som bor här har nära till {area.lower()}, hela året.") for i, area in enumerate(AREAS)
    ]
    budget = [("Löner", "450000"), ("Resor", "62500.50"), ("Tryck och skyltar", "38000"), ("Möten", "21000")]
    told = [
        "Åkerbo arbetar för att fler ska komma ut. Planen gäller hela året.",
        "Arbetsgruppen har tagit fram planen tillsammans med kommunerna.",
    ]
    return Planfacit(activities, goals, budget, told)


def _activity(number: int, title: str) -> Aktivitetsfacit:
    effort = ("nej", "nej", "ja", "nej", "delvis")[number % 5]
    items = [f"Ordna träff nummer {n + 1} om {title.lower()} med dem som bor nära." for n in range(number % 4)]
    return Aktivitetsfacit(
        titel=title, område=AREAS[number * len(AREAS) // len(WORDS)], dagar=str(number % 17 + 3) + (".5" if number % 6 == 0 else ""),
        prioriterad="ja" if number % 3 == 0 else "nej", utvecklingsinsats=effort, behov=("nej", "ja", "eventuellt")[number % 3],
        kommentar="Till material." if number % 9 == 1 else "", text=f"Vi gör {title.lower()} bättre för alla. Det sker i flera steg.",
        insatser=items,
    )  # fmt: skip


def in_swedish(number: str) -> str:
    return number.replace(".", ",")


def _budget_table(document: Any, plan: Planfacit) -> None:
    table = document.add_table(rows=1, cols=2)
    table.rows[0].cells[0].text, table.rows[0].cells[1].text = "Post", "Budget, kr"
    total = sum(float(amount) for _, amount in plan.budget)
    for title, amount in (*plan.budget, ("Summa", f"{total:.2f}")):
        cells = table.add_row().cells
        whole, _, rest = amount.partition(".")
        cells[0].text, cells[1].text = title, f"{int(whole):,}".replace(",", " ") + (f",{rest}" if rest else "")


def _sentence(activity: Aktivitetsfacit) -> str:
    more = f" ({activity.kommentar.rstrip('.').lower()})" if activity.kommentar else ""
    return f"Resurssättning: arbetstid {in_swedish(activity.dagar)} dagar. Behov av reda pengar: {activity.behov.capitalize()}{more}."


def _marks(activity: Aktivitetsfacit) -> str:
    effort = {"ja": "särskild utvecklingsinsats", "delvis": "delvis särskild utvecklingsinsats", "nej": ""}[
        activity.utvecklingsinsats
    ]
    return ", ".join(filter(None, (effort, "PRIORITERAT" if activity.prioriterad == "ja" else "")))


def tidy(plan: Planfacit) -> Any:
    """Headings, points and sentences of facts, as a careful writer has them."""
    document = docx.Document()
    document.add_heading("Verksamhetsplan 2026", 0)
    document.add_heading("Inledning", 1)
    for text in plan.inledning:
        document.add_paragraph(text)
    for area in AREAS:
        document.add_heading(area, 1)
        document.add_heading("Mål 2026", 2)
        for _, title, text in (goal for goal in plan.mål if goal[0] == area):
            document.add_paragraph(f"{title}: {text}", style="List Bullet")
        document.add_heading("Aktiviteter 2026", 2)
        for activity in (each for each in plan.aktiviteter if each.område == area):
            marks = _marks(activity)
            document.add_heading(activity.titel + (f" ({marks})" if marks else ""), 3)
            document.add_paragraph(activity.text)
            for item in activity.insatser:
                document.add_paragraph(item, style="List Bullet")
            document.add_paragraph(_sentence(activity))
    document.add_heading("Budget", 1)
    _budget_table(document, plan)
    return document


def bold(plan: Planfacit) -> Any:
    """Headings in bold text, larger for areas; points with a typed sign; flags on a line of their own."""
    document = docx.Document()

    def line(text: str, size: int) -> None:
        run = document.add_paragraph().add_run(text)
        run.bold, run.font.size = True, Pt(size)

    line("Verksamhetsplan 2026", 20)
    for text in plan.inledning:
        document.add_paragraph(text)
    for area in AREAS:
        line(area, 15)
        for activity in (each for each in plan.aktiviteter if each.område == area):
            line(activity.titel, 12)
            if marks := _marks(activity):
                line(marks[:1].upper() + marks[1:], 12)
            document.add_paragraph(activity.text)
            for item in activity.insatser:
                document.add_paragraph(f"• {item}")
            document.add_paragraph(f"Arbetstid: {in_swedish(activity.dagar)} dagar")
            document.add_paragraph(
                f"Medelsbehov: {activity.behov}" + (f", {activity.kommentar.lower()}" if activity.kommentar else "")
            )
    line("Mål", 15)
    for area in AREAS:
        line(area, 12)
        for _, title, text in (goal for goal in plan.mål if goal[0] == area):
            document.add_paragraph(f"- {title}: {text}")
    line("Budget", 15)
    _budget_table(document, plan)
    return document


def tables(plan: Planfacit) -> Any:
    """A table for each area, an activity a row."""
    document = docx.Document()
    document.add_heading("Verksamhetsplan 2026", 0)
    for text in plan.inledning:
        document.add_paragraph(text)
    document.add_heading("Mål", 1)
    goals = document.add_table(rows=0, cols=2)
    for _, title, text in plan.mål:
        cells = goals.add_row().cells
        cells[0].text, cells[1].text = title, text
    heads = (
        "Aktivitet",
        "Beskrivning",
        "Insatser",
        "Dagar",
        "Prioriterad",
        "Särskild utvecklingsinsats",
        "Behov av medel",
    )
    for area in AREAS:
        document.add_heading(area, 1)
        table = document.add_table(rows=1, cols=len(heads))
        for cell, head in zip(table.rows[0].cells, heads, strict=True):
            cell.text = head
        for activity in (each for each in plan.aktiviteter if each.område == area):
            _row(table.add_row().cells, activity)
    document.add_heading("Budget", 1)
    _budget_table(document, plan)
    return document


def _row(cells: Any, activity: Aktivitetsfacit) -> None:
    need = activity.behov + (f" ({activity.kommentar.rstrip('.').lower()})" if activity.kommentar else "")
    told = (
        activity.titel, activity.text, "", in_swedish(activity.dagar), "x" if activity.prioriterad == "ja" else "",
        activity.utvecklingsinsats, need,
    )  # fmt: skip
    for cell, text in zip(cells, told, strict=True):
        cell.text = text
    for i, item in enumerate(activity.insatser):
        if i:
            cells[2].add_paragraph(item)
        else:
            cells[2].text = item


def saved(document: Any) -> bytes:
    made = BytesIO()
    document.save(made)
    return made.getvalue()


STYLES: dict[str, Callable[[Planfacit], Any]] = {"tidy": tidy, "bold": bold, "tables": tables}
