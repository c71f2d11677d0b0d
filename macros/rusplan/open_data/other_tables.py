"""Tables of organisations and of what has changed."""

from collections.abc import Iterator

from rusplan.changes.steps import Sakändring, Steg
from rusplan.data.model import Organisation
from rusplan.open_data.tables import Cell, Datatabell, Kolumn, Ord, Typ, Underlag, column
from rusplan.site import addresses
from rusplan.site.sajt import Sajt
from rusplan.swedish.formatting import sorteringsnyckel
from rusplan.views.changes_page import address_of, anchor_of

LINK = "Adressen till sidan som visar uppgifterna. Den ändras aldrig."


def _organisations(sajt: Sajt) -> Iterator[Underlag]:
    for each in sorted(sajt.samling.organisationer.values(), key=lambda one: sorteringsnyckel(one.namn)):
        yield Underlag(sajt=sajt, sak=each)


def _kind(row: Underlag) -> Cell:
    kind = row.sajt.samling.organisationstyper.get(row.sak.typ or "")
    return Ord(kind.id, kind.namn) if kind else row.sak.typ


def _how_many(row: Underlag) -> Cell:
    public = row.sajt.samling.publikt.årgångar
    return sum(len(found) for year, found in row.sajt.deltar[row.sak.id].items() if year in public)


ORGANISATIONS = Datatabell(
    namn="organisationer",
    titel="Organisationer",
    förklaring="En rad för varje organisation eller nätverk som deltar.",
    av_alla=_organisations,
    nyckel=("id",),
    kolumner=(
        column(Organisation, "id", titel="Organisationens id", bara_data=True),
        column(Organisation, "namn"),
        column(Organisation, "kortnamn"),
        column(Organisation, "typ", _kind, titel="Slag"),
        column(Organisation, "beskrivning"),
        Kolumn(
            namn="aktiviteter", titel="Antal aktiviteter", typ=Typ.HELTAL, värde=_how_many,
            sagt="Hur många aktiviteter organisationen deltar i eller ansvarar för, alla år tillsammans.",
        ),
        column(Organisation, "länk", typ=Typ.ADRESS, titel="Webbplats"),
        Kolumn(
            namn="permalänk", titel="Adress", typ=Typ.ADRESS, sagt=LINK,
            värde=lambda row: row.sajt.absolute(addresses.organisation(row.sak.id)),
        ),
    ),
)  # fmt: skip


def changes_of(sajt: Sajt) -> Iterator[tuple[Steg, Sakändring]]:
    """Each thing that each step changed, the newest first, without what changes only how a file is written."""
    for step in sajt.historik.steg:
        if step.utförlig and not step.mindre:
            for change in step.ändringar.saker:
                yield step, change


def _changes(sajt: Sajt) -> Iterator[Underlag]:
    for step, change in changes_of(sajt):
        for number, one in enumerate(change.ändringar, 1):
            yield Underlag(sajt=sajt, nummer=number, sak=(step, change, one))


def _page(row: Underlag) -> Cell:
    address = address_of(row.sajt, row.sak[1].sak)
    return row.sajt.absolute(address) if address else None


def _step_page(row: Underlag) -> Cell:
    return row.sajt.absolute(f"{addresses.ÄNDRINGAR}#{anchor_of(row.sak[0])}")


CHANGES = Datatabell(
    namn="andringar",
    titel="Ändringar",
    förklaring="En rad för varje ändring i uppgifterna, med den senaste först.",
    av_alla=_changes,
    nyckel=("steg", "sak", "nummer"),
    kolumner=(
        Kolumn(
            namn="datum", titel="Datum", typ=Typ.DAG, värde=lambda row: row.sak[0].datum,
            sagt="Dagen då ändringen gjordes.",
        ),
        Kolumn(
            namn="steg", titel="Ändringens id", bara_data=True, värde=lambda row: anchor_of(row.sak[0]),
            sagt="Ändringar som gjordes samtidigt har samma id.",
        ),
        Kolumn(
            namn="sak", titel="Sakens id", bara_data=True, värde=lambda row: row.sak[1].sak.nyckel,
            sagt="Vad ändringen gäller: en aktivitet (2025/kulturstigar), en plan (2025/plan), en budget (2025/budget) och så vidare.",
        ),
        Kolumn(
            namn="nummer", titel="Nummer", typ=Typ.HELTAL, bara_data=True, värde=lambda row: row.nummer,
            sagt="Radens plats bland ändringarna av samma sak.",
        ),
        Kolumn(namn="titel", titel="Vad", värde=lambda row: row.sak[1].sak.titel, sagt="Vad saken heter."),
        Kolumn(
            namn="slag", titel="Slag", bara_data=True, värde=lambda row: str(row.sak[2].slag),
            sagt="Om uppgiften är ny, borttagen, ändrad, flyttad eller har fått en annan plats i ordningen.",
        ),
        Kolumn(namn="text", titel="Ändring", värde=lambda row: row.sak[2].text, sagt="Ändringen i en mening."),
        Kolumn(
            namn="permalänk", titel="Adress", typ=Typ.ADRESS, värde=_page,
            sagt="Adressen till sidan som visar det som ändrades, om den finns kvar.",
        ),
        Kolumn(
            namn="ändringens_adress", titel="Ändringens adress", typ=Typ.ADRESS, värde=_step_page,
            sagt="Adressen till ändringen på sidan Ändringar.",
        ),
    ),
)  # fmt: skip
