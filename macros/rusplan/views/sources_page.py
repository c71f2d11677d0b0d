"""Source documents, known gaps, and all editorial notes on one page."""

from collections.abc import Iterable

from rusplan.site import addresses
from rusplan.site.links import Länk, budgetlänk, mållänk, planlänk, uppföljningslänk
from rusplan.site.sajt import Sajt
from rusplan.swedish.formatting import antal
from rusplan.tools.record import small
from rusplan.views import texts
from rusplan.views.texts import AnmärkningVy
from rusplan.views.year_facts import Dokumentvy, document, other_documents


@small
class Samladanmärkning:
    """An editorial note and the page that it stands on."""

    sida: Länk
    anmärkning: AnmärkningVy


@small
class Sidanmärkningar:
    """The editorial notes that stand on a page, folded under its name and how many they are."""

    sida: Länk
    antal: str
    anmärkningar: tuple[AnmärkningVy, ...]


@small
class Anmärkningsgrupp:
    """All editorial notes of a year or on a subject, page by page; `kort` is what the way to them is called."""

    titel: str
    kort: str
    ankare: str
    sidor: tuple[Sidanmärkningar, ...]


@small
class Källsida:
    """Documents, known gaps and all editorial notes."""

    dokument: tuple[Dokumentvy, ...]
    anmärkningar: tuple[Anmärkningsgrupp, ...]
    antal_anmärkningar: str


def source_page(sajt: Sajt) -> Källsida:
    """All documents, their gaps and every editorial note."""
    documents, groups, count = [], [], 0
    for year in sajt.samling.nyast_först:
        for file in (year.plan, *year.delberättelser.values(), year.berättelse):
            if file:
                documents.append(document(sajt, year.år, file.innehåll.dokument, file.namn))
        documents += other_documents(sajt, year)
        notes = tuple(_notes_of_year(sajt, year.år))
        count += len(notes)
        if notes:
            groups.append(
                Anmärkningsgrupp(
                    titel=f"Anmärkningar {year.år.visad}",
                    kort=year.år.visad,
                    ankare=f"anmarkningar-{year.år}",
                    sidor=_by_page(notes),
                )
            )
    names = tuple(
        Samladanmärkning(Länk(o.namn, addresses.organisation(o.id)), note)
        for o in sajt.samling.organisationer.values()
        for note in texts.anmärkningar(o.anmärkningar)
    )
    if names:
        groups.append(
            Anmärkningsgrupp(
                titel="Anmärkningar om namn på organisationer",
                kort="Namn på organisationer",
                ankare="anmarkningar-namn",
                sidor=_by_page(names),
            )
        )
    total = antal(count + len(names), "anmärkning", "anmärkningar")
    return Källsida(tuple(documents), tuple(groups), total)


def _by_page(notes: Iterable[Samladanmärkning]) -> tuple[Sidanmärkningar, ...]:
    """The notes by the page that they stand on, in the order that the pages come."""
    found: dict[Länk, list[AnmärkningVy]] = {}
    for note in notes:
        found.setdefault(note.sida, []).append(note.anmärkning)
    return tuple(
        Sidanmärkningar(page, antal(len(own), "anmärkning", "anmärkningar"), tuple(own)) for page, own in found.items()
    )


def _notes_of_year(sajt: Sajt, number: str) -> Iterable[Samladanmärkning]:
    year = sajt.samling.årgångar[number]
    pages = [
        (year.plan, planlänk(sajt.samling, year.år)),
        *((report, uppföljningslänk(year.år, number)) for number, report in year.delberättelser.items()),
        (year.berättelse, uppföljningslänk(year.år)),
        (year.mål, mållänk(year.år, year.år)),
        (year.budget, budgetlänk(year.år)),
    ]
    for activity in year.aktiviteter.values():
        files = (activity.plan, *activity.utfallen)
        pages += [(file, sajt.aktivitetslänk(activity)) for file in files]
    for file, link in pages:
        for _, part in file.nämnt.anmärkta if file else ():
            for note in texts.anmärkningar(vars(part)["anmärkningar"]):
                yield Samladanmärkning(link, note)
