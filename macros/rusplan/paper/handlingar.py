"""The documents of a site, each from the view and the template of its page: plans, reports, their summaries and budgets."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from urllib.parse import urljoin, urlsplit

from rusplan.charts import Bild
from rusplan.data.model import Dokument, JaNej
from rusplan.data.year import Årgång
from rusplan.paper.as_planned import as_planned
from rusplan.paper.document_blocks import Block, Blockrubrik, Stycke, Styckeslag, Textbit
from rusplan.paper.handling import Dag, Handling, Handlingsslag, front_facts, plan_day, report_day
from rusplan.paper.html_blocks import blocks
from rusplan.render.renderer import Renderer
from rusplan.site import addresses
from rusplan.site.links import budgetlänk, planlänk, uppföljningslänk
from rusplan.site.sajt import Sajt
from rusplan.swedish.typography import typeset
from rusplan.tools.record import record, small
from rusplan.views import pictures
from rusplan.views.budget_page import Budgetsida, budget_page
from rusplan.views.plan_page import plan_page
from rusplan.views.printout_page import printed_plan, printed_report
from rusplan.views.report_summary import report_summary

PRINTOUT, SUMMARY, BUDGET = "sidor/utskrift.html", "sidor/sammanfattning.html", "sidor/budgetdokument.html"
ACTIVITY = "aktivitet-"


@small
class Budgetdokument:
    """What the document of a budget shows."""

    sida: Budgetsida
    bilder: tuple[Bild | None, ...]


@record
class Verkstad:
    """What documents are made from: the site, the same with nothing but plans in its data, and the templates."""

    sajt: Sajt
    planerat: Sajt
    renderer: Renderer


def workshop(sajt: Sajt, renderer: Renderer) -> Verkstad:
    """What the documents of a site are made from."""
    return Verkstad(sajt=sajt, planerat=sajt.with_data(as_planned(sajt.samling)), renderer=renderer)


def handlingar(made_from: Verkstad) -> Iterator[Handling]:
    """Every document that there is something to say in, year by year."""
    for year in made_from.sajt.samling.årgångar.values():
        yield from filter(None, (make(made_from, year) for make in MAKERS.values()))


def plan_document(made_from: Verkstad, year: Årgång) -> Handling | None:
    """The plan as it was decided, or as it has been revised with the changes marked."""
    document = year.plan.innehåll.dokument
    if document.tillgänglig is JaNej.NEJ:
        return None
    sajt, page = made_from.planerat, plan_page(made_from.planerat, year, kort=False)
    view = printed_plan(sajt, sajt.samling.årgångar[str(year.år)], bara_planen=True)
    link = planlänk(sajt.samling, year.år)
    facts = front_facts(document, ("Gäller", page.gäller), ("Reviderad", page.reviderad))
    return _handling(
        made_from, year, Handlingsslag.PLAN, link.text, facts=facts, dag=plan_day(year), framsida=True,
        sidor=(addresses.plan(year.år), addresses.utskrift(addresses.plan(year.år))), mall=PRINTOUT, vy=view,
    )  # fmt: skip


def report_document(made_from: Verkstad, year: Årgång) -> Handling | None:
    """The whole report."""
    view, document = printed_report(made_from.sajt, year), _report_at_hand(year)
    if view is None or document is None:
        return None
    page = addresses.uppföljning(year.år)
    return _handling(
        made_from, year, Handlingsslag.UPPFÖLJNING, uppföljningslänk(year.år).text, facts=front_facts(document),
        dag=report_day(year, document), framsida=True, sidor=(page, addresses.utskrift(page)), mall=PRINTOUT, vy=view,
    )  # fmt: skip


def summary_document(made_from: Verkstad, year: Årgång) -> Handling | None:
    """The summary of the report."""
    document = _report_at_hand(year)
    view = report_summary(made_from.sajt, year) if document else None
    if view is None or document is None:
        return None
    page = addresses.uppföljning(year.år)
    return _handling(
        made_from, year, Handlingsslag.SAMMANFATTNING, view.titel, facts=front_facts(document),
        dag=report_day(year, document), framsida=False, sidor=(addresses.sammanfattning(page), page), mall=SUMMARY, vy=view,
    )  # fmt: skip


def budget_document(made_from: Verkstad, year: Årgång) -> Handling | None:
    """The budget, with its outcome where there is one."""
    page = budget_page(made_from.sajt, year)
    if page is None:
        return None
    view = Budgetdokument(page, (pictures.money(made_from.sajt, year), pictures.budget(made_from.sajt, year)))
    document = _report_at_hand(year)
    return _handling(
        made_from, year, Handlingsslag.BUDGET, budgetlänk(year.år).text, facts=(),
        dag=report_day(year, document) if document else plan_day(year), framsida=False, sidor=(addresses.budget(year.år),),
        mall=BUDGET, vy=view,
    )  # fmt: skip


MAKERS: Mapping[Handlingsslag, Callable[[Verkstad, Årgång], Handling | None]] = {
    Handlingsslag.PLAN: plan_document,
    Handlingsslag.UPPFÖLJNING: report_document,
    Handlingsslag.SAMMANFATTNING: summary_document,
    Handlingsslag.BUDGET: budget_document,
}


def _report_at_hand(year: Årgång) -> Dokument | None:
    document = year.berättelse.innehåll.dokument if year.berättelse else None
    return document if document and document.tillgänglig is JaNej.JA else None


def _handling(
    made_from: Verkstad, year: Årgång, kind: Handlingsslag, title: str, *, facts: Iterable[tuple[str, tuple[Textbit, ...]]], dag: Dag,
    framsida: bool, sidor: tuple[str, ...], mall: str, vy: object,
) -> Handling:  # fmt: skip
    """The document whose content the template `mall` draws, as on the page that is the last of `sidor`."""
    sajt, site = made_from.sajt, made_from.sajt.samling.webbplats.innehåll
    drawn_at, shown_at = sidor[-1], sidor[0]
    html = made_from.renderer.render(mall, drawn_at, vy=vy)
    found = blocks(html, partial(whole_address, sajt, drawn_at))
    return Handling(
        namn=f"{kind}-{year.år}",
        år=str(year.år),
        titel=typeset(title),
        av=site.långt_namn,
        beskrivning=typeset(f"{title}, {site.långt_namn}"),
        dag=dag,
        fakta=tuple(facts),
        webbsida=whole_address(sajt, "", shown_at),
        framsida=framsida,
        sidor=sidor,
        block=tuple(_with_addresses(sajt, year, found)),
    )


def whole_address(sajt: Sajt, page: str, target: str) -> str:
    """Where a link on the page at the address `page` leads, whole; empty where it leads nowhere from outside the site."""
    whole = "" if target.startswith("#") else urljoin(sajt.absolute(page), target)
    return whole if urlsplit(whole).scheme in ("http", "https", "mailto") else ""


def _with_addresses(sajt: Sajt, year: Årgång, found: Iterable[Block]) -> Iterator[Block]:
    """Under the heading of each activity the address of its page, to write in and to follow."""
    for block in found:
        yield block
        if isinstance(block, Blockrubrik) and block.ankare.startswith(ACTIVITY):
            activity = year.aktiviteter.get(block.ankare.removeprefix(ACTIVITY))
            address = whole_address(sajt, "", addresses.aktivitet(activity)) if activity else ""
            if address:
                yield Stycke((Textbit(address.partition("://")[2], länk=address),), Styckeslag.ADRESS)
