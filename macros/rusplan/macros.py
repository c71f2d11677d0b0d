"""The door to mkdocs-macros: what an editor may write within {{ }}. Each takes simple values and returns Markdown headings and HTML blocks.

Names are Swedish without å, ä and ö, so that they can be written on any keyboard. A mistake raises `MakroFel` with a Swedish
sentence, and is told with page and row when all pages are read.
"""

from collections.abc import Callable, Mapping
from functools import wraps
from itertools import pairwise
from typing import Any

from rusplan.build.macro_calls import PageCalls, in_macro
from rusplan.build.macro_values import MakroFel, Värden
from rusplan.build.made_downloads import Nedladdningar
from rusplan.build.site_build import Bygge
from rusplan.charts import Bild
from rusplan.data.collection import Samling
from rusplan.data.model import JaNej, Ställning, Utvecklingsinsats
from rusplan.data.values import Datum
from rusplan.open_data.data_page import data_fields, data_page
from rusplan.outputs.activity_index import index_form
from rusplan.render.renderer import Renderer
from rusplan.site.links import jämförelselänk
from rusplan.site.sajt import Sajt
from rusplan.swedish.formatting import datum
from rusplan.views import (
    accessibility_statement,
    activity_list,
    area_page,
    budget_page,
    budgets_over_years,
    changes_page,
    comparison_page,
    downloads_list,
    events_page,
    glossary_page,
    goals_page,
    newsletter_page,
    organisation_page,
    pictures,
    plan_page,
    publications_page,
    ratings_of_goals,
    report_page,
    sources_page,
    start_page,
    style_guide,
)
from rusplan.views.activity_card import card
from rusplan.views.field_reference import field_reference
from rusplan.views.figures import figures


class Makron:
    """All macros for one collection; `address` is that of the page that is being made, and `att_ladda_ner` the files to download."""

    def __init__(
        self, sajt: Sajt, renderer: Renderer, address: str, att_ladda_ner: Nedladdningar | None = None
    ) -> None:
        self._sajt, self._renderer, self._address, self._att_ladda_ner = sajt, renderer, address, att_ladda_ner
        self._värden = Värden(sajt.samling)

    # ------------------------------------------------------------ whole pages

    def start(self) -> str:
        """Startsidans innehåll: senaste plan och uppföljning, läget i korthet, områden och vägar vidare."""
        told = self._sajt.samling.senast_följd_upp
        drawn = (pictures.status(self._sajt, told),) if told else ()
        return self._show("start", start_page.start_page(self._sajt), *drawn)

    def verksamhetsplan(self, ar: int | str) -> str:
        """En hel verksamhetsplan: i korthet, dokumentet, områden och aktiviteter, dagar, grupper och källa."""
        year = self._värden.year(ar)
        return self._show("verksamhetsplan", plan_page.plan_page(self._sajt, year), pictures.days(self._sajt, year))

    def uppfoljning(self, ar: int | str, delar: int | None = None) -> str:
        """En hel uppföljning: status per område, resultat, avvikelser, grupper och källa. Med delar: ett av åren i en längre plan."""
        year = self._värden.year(ar) if delar is None else self._värden.part_of_year(ar, delar)
        page = report_page.report_page(self._sajt, year)
        if page is None:
            return self._show(
                "uppfoljning_saknas", report_page.running_year(self._sajt, year), pictures.status(self._sajt, year)
            )
        drawn = (pictures.status, pictures.money, pictures.days)
        return self._show("uppfoljning", page, *(draw(self._sajt, year) for draw in drawn))

    def mal(self, ar: int | str) -> str:
        """Målen för ett år eller en period, med uppföljning och värdering där sådan finns."""
        year = self._värden.year(ar)
        page = goals_page.goals_page(self._sajt, year)
        if page is None:
            raise MakroFel(f"året {ar} har inga mål i data; lägg till data/{ar}/mal.yml")
        return self._show("mal", page, pictures.goals(self._sajt, year))

    def budget(self, ar: int | str) -> str:
        """Ett års budget och utfall, med delposter, summor, överskott, tilldelning och kommentarer."""
        year = self._värden.year(ar)
        page = budget_page.budget_page(self._sajt, year)
        if page is None:
            raise MakroFel(f"året {ar} har ingen budget i data; lägg till data/{ar}/budget.yml")
        drawn = (pictures.money, pictures.days, pictures.budget, pictures.earmarks)
        return self._show("budget", page, *(draw(self._sajt, year) for draw in drawn))

    def jamforelse(self, ar: int | str, annat_ar: int | str) -> str:
        """Två år sida vid sida: nytt, avslutat, nytt namn, sammanslaget, och skillnader i dagar, märkning och pengar."""
        first, second = sorted((self._värden.year(ar), self._värden.year(annat_ar)), key=lambda year: year.år)
        drawn = (pictures.fates, pictures.days_between, pictures.days_of_activities)
        found = (draw(self._sajt, first, second) for draw in drawn)
        return self._show("jamforelse", comparison_page.comparison(self._sajt, first, second), *found)

    def nyhetsbrev(self) -> str:
        """Hjälpen för nyhetsbrev: välj aktiviteter, ordna dem och kopiera texten."""
        return self._show("nyhetsbrev", newsletter_page.newsletter_page(self._sajt))

    # ------------------------------------------------------------ lists

    def aktivitetslista(
        self, ar: int | str | None = None, omrade: str | None = None, status: str | None = None, prioriterad: str | None = None,
        utvecklingsinsats: str | None = None, organisation: str | None = None,
    ) -> str:  # fmt: skip
        """Aktiviteter i en tabell. Utan värden visas alla år; med värden bara de som stämmer."""
        own = {each.id for each in self._sajt.samling.webbplats.innehåll.statusar}
        chosen = activity_list.Urval(
            år=self._värden.year(ar).år if ar is not None else None,
            område=self._värden.known(omrade, self._sajt.områden, "området") if omrade else None,
            status=None if status in own else self._värden.word(status, Ställning, "status"),
            egen_status=status if status in own else None,
            prioriterad=self._värden.word(prioriterad, JaNej, "prioriterad"),
            utvecklingsinsats=self._värden.word(utvecklingsinsats, Utvecklingsinsats, "utvecklingsinsats"),
            organisation=self._värden.known(organisation, self._sajt.samling.organisationer, "organisationen")
            if organisation
            else None,
        )
        form = index_form(self._sajt) if chosen == activity_list.EVERY else None
        return self._show("aktivitetslista", activity_list.activity_list(self._sajt, chosen, form))

    def status(self, ar: int | str) -> str:
        """Hur det gick ett år: antal per område och status, och aktiviteterna grupperade efter status."""
        return self._show("status", report_page.status_overview(self._sajt, self._värden.year(ar)))

    def omraden(self) -> str:
        """Områdena med länk, antal aktiviteter och arbetstid."""
        return self._show("omraden", area_page.area_boxes(self._sajt))

    def planer(self) -> str:
        """Alla års planer med länk och kort beskrivning."""
        years = self._sajt.samling.nyast_först
        return self._show("planer", tuple(plan_page.plan_page(self._sajt, year, kort=False) for year in years))

    def uppfoljningar(self) -> str:
        """Alla års uppföljningar med länk och kort beskrivning."""
        years = (
            part
            for year in self._sajt.samling.nyast_först
            for part in (year, *map(year.delårgång, reversed(year.delåren)))
        )
        pages = (report_page.report_page(self._sajt, year, kort=False) for year in years)
        return self._show("uppfoljningar", tuple(filter(None, pages)))

    def malvardering(self, ar: int | str | None = None) -> str:
        """Målens värdering över perioderna i en tabell. Utan år: den senaste uppföljningen."""
        table = ratings_of_goals.ratings_table(self._sajt, self._värden.year(ar).år if ar is not None else None)
        if table is None and ar is not None:
            raise MakroFel("inget mål är värderat i data för det året")
        return self._show("malvardering", table)

    def budgetar(self) -> str:
        """Budget och utfall för alla år, rad för rad, i en tabell."""
        return self._show("budgetar", budgets_over_years.budgets_over_years(self._sajt))

    def jamforelser(self) -> str:
        """Länkar till alla jämförelser mellan två år."""
        found = list(self._sajt.samling.årgångar.values())
        pairs = pairwise(found)
        return self._show("jamforelser", tuple(jämförelselänk(a.år, b.år) for a, b in pairs))

    def organisationer(self, typ: str | None = None) -> str:
        """Organisationer och nätverk, grupperade efter slag, med antal aktiviteter."""
        kinds = self._sajt.samling.organisationstyper
        chosen = self._värden.known(typ, kinds, "värdet för typ") if typ else None
        return self._show("organisationer", organisation_page.organisation_list(self._sajt, chosen))

    def handelser(self, ar: int | str | None = None) -> str:
        """Händelser månad för månad, med kalenderfiler. Utan år visas alla, med ett formulär för att filtrera dem."""
        return self._show(
            "handelser", events_page.event_list(self._sajt, self._värden.year(ar).år if ar is not None else None)
        )

    def publikationer(self, ar: int | str | None = None) -> str:
        """Vägledningar, rapporter och annat som aktiviteterna har tagit fram eller använder."""
        return self._show(
            "publikationer",
            publications_page.publication_list(self._sajt, self._värden.year(ar).år if ar is not None else None),
        )

    def andringar(self, omrade: str | None = None) -> str:
        """Vad som har ändrats i data, dag för dag med det senaste först. Med ett område visas bara det som rör området."""
        area = self._värden.known(omrade, self._sajt.områden, "området") if omrade else None
        return self._show("andringar", changes_page.changes_page(self._sajt, area))

    def kallor(self) -> str:
        """Källdokumenten, kända luckor och alla redaktionella anmärkningar."""
        return self._show("kallor", sources_page.source_page(self._sajt))

    def utseende(self) -> str:
        """Stilguiden: varje del som sidorna byggs av, visad med webbplatsens egna uppgifter."""
        return self._show("utseende", style_guide.style_guide(self._sajt))

    def tillganglighetsredogorelse(self) -> str:
        """Redogörelsen för hur tillgänglig webbplatsen är, med de punkter som lagen kräver."""
        return self._show("tillganglighetsredogorelse", accessibility_statement.statement(self._sajt, self._sajt.namn))

    def dokument(self) -> str:
        """Allt som går att ladda ner från webbplatsen, med form och storlek."""
        return self._show(
            "dokument", downloads_list.all_downloads(self._att_ladda_ner.filer if self._att_ladda_ner else ())
        )

    def kontakt(self) -> str:
        """Organisationen bakom webbplatsen: namn, vem som ansvarar, och hur man når dem."""
        return self._show("kontakt", self._sajt.samling.webbplats.innehåll)

    def oppna_data(self, vad: str) -> str:
        """Delarna av sidan Öppna data: filer, ord, exempel, mer, eller falt, som är alla fält i JSON-filerna."""
        part = self._värden.known(vad, ("filer", "ord", "exempel", "mer", "falt"), "delen")
        return self._show(f"oppna_data_{part}", data_fields() if part == "falt" else data_page(self._sajt))

    def ordlista(self) -> str:
        """Alla ord och förkortningar i ordlistan."""
        return self._show("ordlista", glossary_page.glossary(self._sajt))

    # ------------------------------------------------------------ single things

    def aktivitet(self, id: str) -> str:
        """En aktivitet som kort, till exempel 2025/kulturstigar."""
        return self._show("aktivitetskort", card(self._sajt, self._värden.activity(id)))

    def aktivitetslank(self, id: str, text: str | None = None) -> str:
        """En länk till en aktivitet. Utan text blir det aktivitetens namn."""
        activity = self._värden.activity(id)
        return self._show("lank", (self._sajt.aktivitetslänk(activity).adress, text or activity.titel)).strip()

    def diagram(self, namn: str) -> str:
        """Ett diagram med namn, till exempel status.2025, med samma siffror som tabell. Utan år: det senaste."""
        bild = pictures.picture(self._sajt, namn)
        if bild is None:  # no name of a picture
            self._värden.known(namn, pictures.drawn(self._sajt), "diagrammet")
        return self._show("diagram", bild)

    def tal(self, namn: str) -> str:
        """Ett tal ur data, till exempel 2025.dagar, 2025.aktiviteter eller 2025.budget.loner.utfall."""
        found = figures(self._sajt.samling)
        told = found[self._värden.known(namn, found, "talet")]
        if told is None:
            raise MakroFel(f"talet «{namn}» är inte känt, för uppgiften saknas i data; skriv om meningen utan det")
        return told

    def senast_andrad(self, sokvag: str = "data") -> str:
        """Datum då något i data senast ändrades, ur versionshistoriken. En sökväg begränsar, till exempel data/2025."""
        changed: Datum | None = self._sajt.fildatum.last_written(self._värden.path(sokvag))
        return datum(changed) if changed else "okänt datum"

    def faltlista(self, fil: str) -> str:
        """Alla fält i ett slags datafil med förklaring, ur modellen: till exempel aktivitet, utfall eller budget."""
        reference = field_reference()
        return self._show("faltlista", reference[self._värden.known(fil, reference, "filslaget")])

    # ------------------------------------------------------------ what the macros share

    def _show(self, name: str, view: object, *bilder: Bild | None) -> str:
        """The template for `name` with the pictures that it places; blank lines part it from the text that the editor writes."""
        return self._renderer.render(f"makron/{name}.md", self._address, vy=view, bilder=bilder)


NOT_SHOWN = '<p class="rp-notis">Det här kan inte visas förrän felen i data är rättade.</p>'
MACROS: Mapping[str, Callable[..., str]] = {
    name: macro for name, macro in vars(Makron).items() if not name.startswith("_") and callable(macro)
}


def trial_of(samling: Samling) -> Callable[[str, list[Any], dict[str, Any]], str | None]:
    """What tries calls of macros: it tells what is wrong with the values, and draws nothing."""
    makron = Makron(Sajt(samling=samling), _Undrawn(), "")

    def trial(name: str, args: list[Any], kwargs: dict[str, Any]) -> str | None:
        try:
            if args or kwargs:
                MACROS[name](makron, *args, **kwargs)
        except MakroFel as error:
            return str(error)
        return None

    return trial


class _Undrawn(Renderer):
    """Draws nothing: for those who ask only whether a view can be made."""

    def __init__(self) -> None:
        pass

    def render(self, *_: object, **__: object) -> str:
        return ""


def _makron(bygge: Bygge, address: str) -> Makron:
    """All macros for the page at `address`."""
    return Makron(bygge.sajt.sajt_för(address), bygge.renderer, address, bygge.nedladdningar)


def define_env(env: Any) -> None:
    """Called by mkdocs-macros once a build: registers the macros."""
    plugin = env.conf.plugins["rusplan"]
    for name, macro in MACROS.items():
        env.macro(_told(macro, plugin, env), name)


def _told(macro: Callable[..., str], plugin: Any, env: Any) -> Callable[..., str]:
    """The macro, of the site as it is when it is called. Its mistakes are noted with page and row; the plugin stops the build when all
    pages are read."""

    @wraps(macro)
    def call(*args: Any, **kwargs: Any) -> str:
        bygge: Bygge = plugin.bygge
        try:
            return bygge.block.set_aside(macro(_makron(bygge, env.page.url), *args, **kwargs))
        except MakroFel as error:
            calls: PageCalls = plugin.calls_of(env.page)
            row = calls.row_of(macro.__name__, args, kwargs)
            bygge.fel.append(calls.problem(row, in_macro(macro.__name__, str(error))))
            return ""
        except LookupError:  # it asks for what could not be read
            if not bygge.datafel:
                raise
            return NOT_SHOWN

    return call
