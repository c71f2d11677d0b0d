"""Tables of events and publications: each once, as the outcome tells of it where it does."""

from collections.abc import Iterator

from rusplan.data.model import Händelse, JaNej, Publikation
from rusplan.data.year import Årgång, Årsaktivitet
from rusplan.open_data.activity_tables import BEGINNING, of_parts
from rusplan.open_data.shared_columns import NUMBER, PAGE
from rusplan.open_data.tables import Cell, Datatabell, Kolumn, Ord, Typ, Underlag, column, word
from rusplan.site import addresses
from rusplan.site.occasions import Tillfälle, occasions_of
from rusplan.site.publications import same_publications
from rusplan.site.sajt import Sajt
from rusplan.swedish import labels

YES_NO = {JaNej.JA: "Ja", JaNej.NEJ: "Nej", JaNej.OKÄNT: "Okänt"}


def _events(sajt: Sajt, year: Årgång) -> Iterator[Underlag]:
    for activity in year.aktiviteter.values():
        for one in occasions_of(activity, sajt.händelsenamn[activity.ref]):
            yield Underlag(sajt=sajt, år=year, aktivitet=activity, sak=one)


def _by_date(row: Underlag) -> tuple[int, int, int, str]:
    day = _event(row).datum
    return day.år, day.månad, day.dag, row.sak.namn


def _event(row: Underlag) -> Händelse:
    found: Tillfälle = row.sak
    return found.händelse


def _cancelled(row: Underlag) -> Cell:
    return word(YES_NO, JaNej.JA if row.sak.inställd else JaNej.NEJ)


def _told_in(row: Underlag) -> Cell:
    return Ord(row.sak.del_, {"plan": "Planerad", "utfall": "Har varit"}[row.sak.del_])


def _of_event(name: str, *, titel: str | None = None, typ: Typ = Typ.TEXT) -> Kolumn:
    return column(Händelse, name, lambda row: getattr(_event(row), name), titel=titel or name.capitalize(), typ=typ)


EVENTS = Datatabell(
    namn="handelser",
    titel="Händelser",
    förklaring="En rad för varje händelse: möten, webbinarier, konferenser och liknande, planerade och genomförda.",
    av_år=(_events,),
    ordning=_by_date,
    nyckel=("id",),
    kolumner=(
        Kolumn(
            namn="id", titel="Händelsens id", värde=lambda row: row.sak.namn, bara_data=True,
            sagt="Händelsens fasta namn i länkar och kalendrar.",
        ),
        _of_event("datum"),
        _of_event("slutdatum", typ=Typ.DAG),
        _of_event("starttid"),
        _of_event("sluttid"),
        _of_event("titel", titel="Händelse"),
        column(Händelse, "typ", lambda row: word(labels.HÄNDELSETYP, _event(row).typ), titel="Slag"),
        _of_event("tema"),
        _of_event("plats"),
        column(Händelse, "form", lambda row: word(labels.FORM, _event(row).form)),
        _of_event("när"),
        _of_event("antal", titel="Antal tillfällen", typ=Typ.HELTAL),
        _of_event("deltagare"),
        _of_event("målgrupp"),
        column(Händelse, "inställd", _cancelled),
        Kolumn(
            namn="berättas_i", titel="Planerad eller genomförd", värde=_told_in,
            sagt="Om händelsen står i planen eller i utfallet.",
        ),
        *BEGINNING,
        _of_event("text"),
        _of_event("länk", typ=Typ.ADRESS),
        _of_event("anmälan", typ=Typ.ADRESS),
        Kolumn(
            namn="permalänk", titel="Adress", typ=Typ.ADRESS, sagt=PAGE.sagt,
            värde=lambda row: row.sajt.absolute(addresses.händelse(row.sak.namn)),
        ),
    ),
)  # fmt: skip


def _each_once(activity: Årsaktivitet) -> list[Publikation]:
    """What the outcomes tell of, then what only the plan does."""
    told = [item for file in activity.utfallen for item in file.innehåll.publikationer]
    planned = activity.plan.innehåll.publikationer
    same = same_publications(planned, told)
    return [*told, *(item for item in planned if item not in same)]


PUBLICATIONS = Datatabell(
    namn="publikationer",
    titel="Publikationer",
    förklaring="En rad för varje vägledning, rapport och liknande, hos den aktivitet som tog fram eller använde den.",
    av_år=(of_parts(_each_once),),
    nyckel=("aktivitet", "nummer"),
    kolumner=(
        *BEGINNING,
        NUMBER,
        column(Publikation, "titel", titel="Publikation"),
        column(Publikation, "typ", lambda row: word(labels.PUBLIKATIONSTYP, row.sak.typ), titel="Slag"),
        column(Publikation, "läge", lambda row: word(labels.PUBLIKATIONSLÄGE, row.sak.läge)),
        column(Publikation, "datum"),
        column(Publikation, "text"),
        column(Publikation, "länk", typ=Typ.ADRESS),
        PAGE,
    ),
)
