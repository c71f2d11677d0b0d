"""Source documents, known gaps, and all editorial notes on one page."""

from collections.abc import Iterable

from macros import addresses
from macros.formatting import antal
from macros.record import record
from macros.views import parts
from macros.views.parts import AnmärkningVy, Länk, Sajt
from macros.views.years import Dokumentvy, document


@record
class Samladanmärkning:
    """An editorial note and the page that it stands on."""

    sida: Länk
    anmärkning: AnmärkningVy


@record
class Anmärkningsgrupp:
    """All editorial notes on what a document says."""

    titel: str
    ankare: str
    anmärkningar: tuple[Samladanmärkning, ...]


@record
class Källsida:
    """Documents, known gaps and all editorial notes."""

    dokument: tuple[Dokumentvy, ...]
    anmärkningar: tuple[Anmärkningsgrupp, ...]
    antal_anmärkningar: str


def source_page(sajt: Sajt) -> Källsida:
    """All documents, their gaps and every editorial note."""
    documents, groups, count = [], [], 0
    for year in sajt.samling.nyast_först:
        for file in (year.plan, year.berättelse):
            if file:
                documents.append(document(sajt, year.år, file.innehåll.dokument, file.namn))
        notes = tuple(_notes_of_year(sajt, year.år))
        count += len(notes)
        if notes:
            groups.append(Anmärkningsgrupp(f"Anmärkningar {year.år}", f"anmarkningar-{year.år}", notes))
    names = tuple(
        Samladanmärkning(Länk(o.namn, addresses.organisation(o.id)), note)
        for o in sajt.samling.organisationer.values() for note in parts.anmärkningar(o.anmärkningar)
    )  # fmt: skip
    if names:
        groups.append(Anmärkningsgrupp("Anmärkningar om namn på organisationer", "anmarkningar-namn", names))
    total = antal(count + len(names), "anmärkning", "anmärkningar")
    return Källsida(tuple(documents), tuple(groups), total)


def _notes_of_year(sajt: Sajt, number: int) -> Iterable[Samladanmärkning]:
    year = sajt.samling.årgångar[number]
    pages = [
        (year.plan, Länk(f"Verksamhetsplan {number}", addresses.plan(number))),
        (year.berättelse, Länk(f"Uppföljning {number}", addresses.uppföljning(number))),
        (year.mål, Länk(f"Mål {number}", addresses.mål(number))),
        (year.budget, Länk(f"Budget {number}", addresses.budget(number))),
    ]
    for activity in year.aktiviteter.values():
        pages += [(activity.plan, sajt.aktivitetslänk(activity)), (activity.utfall, sajt.aktivitetslänk(activity))]  # type: ignore[list-item]
    for file, link in pages:
        for _, part in file.nämnt.anmärkta if file else ():
            for note in parts.anmärkningar(vars(part)["anmärkningar"]):
                yield Samladanmärkning(link, note)
