"""The macros that an editor writes in docs/: each takes simple values and returns Markdown headings and HTML blocks.

Names are Swedish without å, ä and ö, so that they can be written on any keyboard. A mistake raises `MakroFel` with a
Swedish sentence; `main.py` adds page and line.
"""

from collections.abc import Callable
from decimal import Decimal
from enum import StrEnum
from itertools import pairwise
from pathlib import Path
from typing import TypeVar

from macros import addresses, history
from macros.activity_index import index_form
from macros.charts import Bild
from macros.collection import Årgång, Årsaktivitet
from macros.fields import field_reference
from macros.formatting import belopp, datum, tal
from macros.model import JaNej, Organisationstyp, Status, Utvecklingsinsats
from macros.problems import did_you_mean, listed
from macros.render import Renderer
from macros.values import Datum
from macros.views import (
    accessibility,
    areas,
    changes,
    comparison,
    events,
    glossary,
    goals,
    index,
    money,
    newsletter,
    partners,
    pictures,
    plan,
    publications,
    report,
    sources,
    start,
    styleguide,
    years,
)
from macros.views.activity import card
from macros.views.parts import Länk, Sajt

E_ = TypeVar("E_", bound=StrEnum)


class MakroFel(Exception):
    """A macro was called with something that does not exist; the text is Swedish and says what does."""


class Makron:
    """All macros for one collection; `address` tells the address of the page that is being made."""

    def __init__(self, sajt: Sajt, renderer: Renderer, address: Callable[[], str]) -> None:
        self._sajt, self._renderer, self._address = sajt, renderer, address

    def all(self) -> dict[str, Callable[..., str]]:
        """Every macro by the name that an editor writes."""
        return {
            name: getattr(self, name)
            for name, value in vars(Makron).items()
            if not name.startswith("_") and name != "all" and callable(value)
        }

    # ------------------------------------------------------------ whole pages

    def start(self) -> str:
        """Startsidans innehåll: senaste plan och uppföljning, läget i korthet, områden och vägar vidare."""
        reported = [y for y in self._sajt.samling.nyast_först if any(a.utfall for a in y.aktiviteter.values())]
        return self._show(
            "start", start.start_page(self._sajt), *(pictures.status(self._sajt, y) for y in reported[:1])
        )

    def verksamhetsplan(self, ar: int) -> str:
        """En hel verksamhetsplan: i korthet, dokumentet, områden och aktiviteter, dagar, grupper och källa."""
        year = self._year(ar)
        return self._show("verksamhetsplan", plan.plan_page(self._sajt, year), pictures.days(self._sajt, year))

    def uppfoljning(self, ar: int) -> str:
        """En hel uppföljning: status per område, resultat, avvikelser, grupper och källa."""
        year = self._year(ar)
        page = report.report_page(self._sajt, year)
        if page is None:
            return self._show("uppfoljning_saknas", plan.plan_page(self._sajt, year, kort=False))
        return self._show("uppfoljning", page, pictures.status(self._sajt, year))

    def mal(self, ar: int) -> str:
        """Målen för ett år eller en period, med uppföljning och värdering där sådan finns."""
        year = self._year(ar)
        page = goals.goals_page(self._sajt, year)
        if page is None:
            raise MakroFel(f"året {ar} har inga mål i data; lägg till data/{ar}/mal.yml")
        return self._show("mal", page, pictures.goals(self._sajt, year))

    def budget(self, ar: int) -> str:
        """Ett års budget och utfall, med delposter, summor, överskott, tilldelning och kommentarer."""
        year = self._year(ar)
        page = money.budget_page(self._sajt, year)
        if page is None:
            raise MakroFel(f"året {ar} har ingen budget i data; lägg till data/{ar}/budget.yml")
        found = (pictures.budget(self._sajt, year), pictures.earmarks(self._sajt, year))
        return self._show("budget", page, *found)

    def jamforelse(self, ar: int, annat_ar: int) -> str:
        """Två år sida vid sida: nytt, avslutat, nytt namn, sammanslaget, och skillnader i dagar, märkning och pengar."""
        first, second = sorted((self._year(ar), self._year(annat_ar)), key=lambda year: year.år)
        drawn = (pictures.fates, pictures.days_between, pictures.days_of_activities)
        found = (draw(self._sajt, first, second) for draw in drawn)
        return self._show("jamforelse", comparison.comparison(self._sajt, first, second), *found)

    def nyhetsbrev(self) -> str:
        """Hjälpen för nyhetsbrev: välj aktiviteter, ordna dem och kopiera texten."""
        return self._show("nyhetsbrev", newsletter.newsletter_page(self._sajt))

    # ------------------------------------------------------------ lists

    def aktivitetslista(
        self, ar: int | None = None, omrade: str | None = None, status: str | None = None, prioriterad: str | None = None,
        utvecklingsinsats: str | None = None, organisation: str | None = None,
    ) -> str:  # fmt: skip
        """Aktiviteter i en tabell. Utan värden visas alla år; med värden bara de som stämmer."""
        chosen = index.Urval(
            self._year(ar).år if ar is not None else None,
            self._known(omrade, self._sajt.områden, "området") if omrade else None,
            self._word(status, Status, "status"),
            self._word(prioriterad, JaNej, "prioriterad"),
            self._word(utvecklingsinsats, Utvecklingsinsats, "utvecklingsinsats"),
            self._known(organisation, self._sajt.samling.organisationer, "organisationen") if organisation else None,
        )
        form = index_form(self._sajt) if chosen == index.Urval() else None
        return self._show("aktivitetslista", index.activity_list(self._sajt, chosen, form))

    def status(self, ar: int) -> str:
        """Hur det gick ett år: antal per område och status, och aktiviteterna grupperade efter status."""
        return self._show("status", report.status_overview(self._sajt, self._year(ar)))

    def omraden(self) -> str:
        """Områdena med länk, antal aktiviteter och arbetstid."""
        return self._show("omraden", areas.area_boxes(self._sajt))

    def planer(self) -> str:
        """Alla års planer med länk och kort beskrivning."""
        years = self._sajt.samling.nyast_först
        return self._show("planer", tuple(plan.plan_page(self._sajt, year, kort=False) for year in years))

    def uppfoljningar(self) -> str:
        """Alla års uppföljningar med länk och kort beskrivning."""
        pages = (report.report_page(self._sajt, year, kort=False) for year in self._sajt.samling.nyast_först)
        return self._show("uppfoljningar", tuple(filter(None, pages)))

    def malvardering(self, ar: int | None = None) -> str:
        """Målens värdering över perioderna i en tabell. Utan år: den senaste uppföljningen."""
        table = goals.ratings_table(self._sajt, self._year(ar).år if ar is not None else None)
        if table is None:
            raise MakroFel("inget mål är värderat i data för det året")
        return self._show("malvardering", table)

    def budgetar(self) -> str:
        """Budget och utfall för alla år, rad för rad, i en tabell."""
        return self._show("budgetar", money.budgets_over_years(self._sajt))

    def jamforelser(self) -> str:
        """Länkar till alla jämförelser mellan två år."""
        found = list(self._sajt.samling.årgångar.values())
        pairs = pairwise(found)
        return self._show(
            "jamforelser", tuple(Länk(f"Jämför {a.år} och {b.år}", addresses.jämförelse(a.år, b.år)) for a, b in pairs)
        )

    def organisationer(self, typ: str | None = None) -> str:
        """Organisationer och nätverk, grupperade efter slag, med antal aktiviteter."""
        return self._show(
            "organisationer", partners.organisation_list(self._sajt, self._word(typ, Organisationstyp, "typ"))
        )

    def handelser(self, ar: int | None = None) -> str:
        """Händelser månad för månad, med kalenderfiler. Utan år visas alla, med ett formulär för att filtrera dem."""
        return self._show("handelser", events.event_list(self._sajt, self._year(ar).år if ar is not None else None))

    def publikationer(self, ar: int | None = None) -> str:
        """Vägledningar, rapporter och annat som aktiviteterna har tagit fram eller använder."""
        return self._show(
            "publikationer", publications.publication_list(self._sajt, self._year(ar).år if ar is not None else None)
        )

    def andringar(self, omrade: str | None = None) -> str:
        """Vad som har ändrats i data, dag för dag med det senaste först. Med ett område visas bara det som rör området."""
        area = self._known(omrade, self._sajt.områden, "området") if omrade else None
        return self._show("andringar", changes.changes_page(self._sajt, area))

    def kallor(self) -> str:
        """Källdokumenten, kända luckor och alla redaktionella anmärkningar."""
        return self._show("kallor", sources.source_page(self._sajt))

    def utseende(self) -> str:
        """Stilguiden: varje del som sidorna byggs av, visad med webbplatsens egna uppgifter."""
        return self._show("utseende", styleguide.style_guide(self._sajt))

    def tillganglighetsredogorelse(self) -> str:
        """Redogörelsen för hur tillgänglig webbplatsen är, med de punkter som lagen kräver."""
        told = accessibility.statement(self._sajt, self._sajt.namn)
        if told is None:
            raise MakroFel("data/organisation.yml har inga uppgifter om tillgänglighet; fyll i fältet tillgänglighet")
        return self._show("tillganglighetsredogorelse", told)

    def kontakt(self) -> str:
        """Organisationen bakom webbplatsen: namn, vem som ansvarar, och hur man når dem."""
        return self._show("kontakt", self._sajt.samling.webbplats.innehåll)

    def ordlista(self) -> str:
        """Alla ord och förkortningar i ordlistan."""
        return self._show("ordlista", glossary.glossary(self._sajt))

    # ------------------------------------------------------------ single things

    def aktivitet(self, id: str) -> str:
        """En aktivitet som kort, till exempel 2025/kulturmiljo."""
        return self._show("aktivitetskort", card(self._sajt, self._activity(id)))

    def aktivitetslank(self, id: str, text: str | None = None) -> str:
        """En länk till en aktivitet. Utan text blir det aktivitetens namn."""
        activity = self._activity(id)
        return self._show("lank", (self._sajt.aktivitetslänk(activity).adress, text or activity.titel)).strip()

    def diagram(self, namn: str) -> str:
        """Ett diagram med namn, till exempel status.2025, med samma siffror som tabell. Utan år: det senaste."""
        charts = pictures.drawn(self._sajt)
        return self._show("diagram", charts[self._known(namn, charts, "diagrammet")])

    def tal(self, namn: str) -> str:
        """Ett tal ur data, till exempel 2025.dagar, 2025.aktiviteter eller 2025.budget.loner.utfall."""
        figures = self._figures()
        return figures[self._known(namn, figures, "talet")]

    def senast_andrad(self, sokvag: str = "data") -> str:
        """Datum då något i data senast ändrades, ur versionshistoriken. En sökväg begränsar, till exempel data/2025."""
        changed: Datum | None = history.last_changed(self._sajt.samling.rot, self._path(sokvag))
        return datum(changed) if changed else "okänt datum"

    def faltlista(self, fil: str) -> str:
        """Alla fält i ett slags datafil med förklaring, ur modellen: till exempel aktivitet, utfall eller budget."""
        reference = field_reference()
        return self._show("faltlista", reference[self._known(fil, reference, "filslaget")])

    # ------------------------------------------------------------ what the macros share

    def _show(self, name: str, view: object, *bilder: Bild | None) -> str:
        """The template for `name` with the pictures that it places; blank lines part it from the text that the editor writes."""
        return self._renderer.render(f"makron/{name}.md", self._address(), vy=view, bilder=bilder)

    def _year(self, number: int | str) -> Årgång:
        found = self._sajt.samling.årgångar.get(int(number) if str(number).isdecimal() else 0)
        if found is None:
            raise MakroFel(
                f"året «{number}» finns inte i data; åren är {listed(map(str, self._sajt.samling.årgångar))}"
            )
        return found

    def _activity(self, ref: str) -> Årsaktivitet:
        return self._sajt.samling.aktiviteter[self._known(ref, self._sajt.samling.aktiviteter, "aktiviteten")]

    def _known(self, name: str, known: object, what: str) -> str:
        names = [str(word) for word in known]  # type: ignore[attr-defined]
        if str(name) not in names:
            hint = did_you_mean(str(name), names)
            raise MakroFel(
                f"{what} «{name}» finns inte{hint}"
                if hint
                else f"{what} «{name}» finns inte; det som finns är {listed(names)}"
            )
        return str(name)

    def _word(self, word: str | None, kind: type[E_], what: str) -> E_ | None:
        if word is None:
            return None
        return kind(self._known(word, [str(w) for w in kind], f"värdet för {what}"))

    def _path(self, path: str) -> str:
        root = self._sajt.samling.rot.resolve()
        wanted = (root / path).resolve()
        if not wanted.is_relative_to(root / "data") or not wanted.exists():
            raise MakroFel(f"sökvägen «{path}» finns inte i data")
        return Path(wanted).relative_to(root).as_posix()

    def _figures(self) -> dict[str, str]:
        """All figures that can be named in a text."""
        found: dict[str, str] = {}
        for year in self._sajt.samling.årgångar.values():
            found[f"{year.år}.aktiviteter"] = tal(len(year.aktiviteter))
            found[f"{year.år}.dagar"] = years.days_told(year)
            found[f"{year.år}.prioriterade"] = tal(
                sum(a.plan.innehåll.prioriterad == "ja" for a in year.aktiviteter.values())
            )
            for area in year.plan.innehåll.områden:
                found[f"{year.år}.{area.id}.dagar"] = years.days_told(year, area.id)
                found[f"{year.år}.{area.id}.aktiviteter"] = tal(len(year.in_area(area.id)))
            counts = report.status_counts(year)
            found.update({f"{year.år}.status.{status}": tal(counts[status]) for status in Status})
            if year.budget:
                lines = [("", year.budget.innehåll.summa), *((f".{r.id}", r) for r in year.budget.innehåll.rader)]
                for name, line in lines:
                    for field in ("budget", "utfall"):
                        value: Decimal | None = getattr(line, field)
                        if value is not None:
                            found[f"{year.år}.budget{name}.{field}"] = belopp(value)
        return found
