"""Tables of activities and of what is told of them: planned items, results, deviations, follow-ups, partners, and how years hang together."""

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from rusplan.data.model import (
    Aktivitet,
    Ansvar,
    Avstämning,
    Avvikelse,
    Insats,
    Insatsutfall,
    Länkbakåt,
    Medelsbehov,
    Organisation,
    Punkt,
    Utfall,
)
from rusplan.data.year import Årgång, Årsaktivitet
from rusplan.open_data.shared_columns import ACTIVITY, ACTIVITY_TITLE, AREA, NUMBER, PAGE, YEAR
from rusplan.open_data.tables import Cell, Datatabell, Kolumn, Ord, Typ, Underlag, column, word
from rusplan.site.sajt import Sajt
from rusplan.swedish import labels
from rusplan.views.activity_card import said_mark, status_of


def of_activities(sajt: Sajt, year: Årgång) -> Iterator[Underlag]:
    """Each activity of a year, in the order of the plan."""
    for activity in year.aktiviteter.values():
        yield Underlag(sajt=sajt, år=year, aktivitet=activity, sak=activity.plan.innehåll)


def of_parts(parts: Callable[[Årsaktivitet], Iterable[Any]]) -> Callable[[Sajt, Årgång], Iterator[Underlag]]:
    """The rows of a table with several of an activity; `parts` gives those of one."""

    def of_year(sajt: Sajt, year: Årgång) -> Iterator[Underlag]:
        for activity in year.aktiviteter.values():
            for number, part in enumerate(parts(activity), 1):
                yield Underlag(sajt=sajt, år=year, aktivitet=activity, nummer=number, sak=part)

    return of_year


def _planned(activity: Årsaktivitet) -> Iterable[Insats]:
    return activity.plan.innehåll.insatser


def _results(activity: Årsaktivitet) -> Iterable[Punkt]:
    return [point for file in activity.utfallen for point in file.innehåll.resultat]


def _deviations(activity: Årsaktivitet) -> Iterable[Avvikelse]:
    return [one for file in activity.utfallen for one in file.innehåll.avvikelser]


def _follow_ups(activity: Årsaktivitet) -> Iterable[Avstämning]:
    return [one for file in activity.utfallen for one in file.innehåll.avstämningar]


def _partners(activity: Årsaktivitet) -> Iterable[str]:
    return sorted(activity.samverkan | activity.ansvariga)


def _standing(row: Underlag) -> Cell:
    assert row.år
    assert row.aktivitet
    return Ord(str(row.år.ställning(row.aktivitet)), status_of(row.sajt, row.aktivitet, row.år).text)


def _own_status(row: Underlag) -> Cell:
    told = row.aktivitet.känd_status if row.aktivitet else None
    return str(told) if told else None


def _need(row: Underlag) -> Cell:
    need: Medelsbehov | None = row.sak.medelsbehov
    return word(labels.BEHOV, need.behov) if need else None


def _why(row: Underlag) -> Cell:
    outcome = row.aktivitet.utfall if row.aktivitet else None
    return outcome.innehåll.skäl if outcome else None


def _told(row: Underlag) -> Cell:
    return row.aktivitet.berättat if row.aktivitet else None


def _names(row: Underlag, ids: Iterable[str]) -> tuple[str, ...]:
    known = row.sajt.samling.organisationer
    return tuple(known[name].namn if name in known else name for name in ids)


def _heading(row: Underlag) -> Cell:
    assert row.år
    assert row.aktivitet
    return row.år.rubriker.get(row.aktivitet.id)


def _became(row: Underlag) -> Insatsutfall | None:
    assert row.aktivitet
    told = (one for file in row.aktivitet.utfallen for one in file.innehåll.insatser)
    return next((one for one in told if row.sak.id and one.insats == row.sak.id), None)


def _state(row: Underlag) -> Cell:
    became = _became(row)
    return word(labels.INSATSLÄGE, became.läge) if became else None


def _state_text(row: Underlag) -> Cell:
    became = _became(row)
    return became.text if became else None


def _part(row: Underlag) -> Cell:
    organisation = row.sajt.samling.organisationer.get(row.sak)
    return organisation.namn if organisation else row.sak


def _responsible(row: Underlag) -> Ansvar | None:
    assert row.aktivitet
    return next((each for each in row.aktivitet.plan.innehåll.ansvar if each.organisation == row.sak), None)


def _role(row: Underlag) -> Cell:
    found = _responsible(row)
    return word(labels.ANSVARSROLL, found.roll) if found else None


def _own_follow_up(row: Underlag) -> Cell:
    assert row.år
    return Ord(str(row.sak.status), said_mark(row.år, row.sak.status).text)


def _earlier(row: Underlag, name: str) -> Cell:
    """A field of the activity that this one comes from."""
    earlier = row.sajt.samling.publikt.aktiviteter.get(row.sak.aktivitet)
    return getattr(earlier.plan.innehåll, name) if earlier else None


def _days(row: Underlag) -> Cell:
    return row.aktivitet.plan.innehåll.dagar if row.aktivitet else None


def _links_back(activity: Årsaktivitet) -> Iterable[Länkbakåt]:
    return activity.plan.innehåll.bygger_på


BEGINNING = (YEAR, ACTIVITY, ACTIVITY_TITLE)
POINTS = (
    column(Punkt, "text"),
    column(Punkt, "delar", flera=True, titel="Underpunkter"),
    column(Punkt, "samverkan", lambda row: _names(row, row.sak.samverkan), flera=True),
)
ACTIVITIES = Datatabell(
    namn="aktiviteter",
    titel="Aktiviteter",
    förklaring="En rad för varje aktivitet och år: vad som planerades och hur det gick.",
    av_år=(of_activities,),
    nyckel=("aktivitet",),
    kolumner=(
        YEAR,
        ACTIVITY,
        column(Aktivitet, "titel", titel="Aktivitet"),
        AREA,
        Kolumn(namn="rubrik", titel="Rubrik", sagt="Rubriken i planen som aktiviteten står under.", värde=_heading),
        column(Aktivitet, "prioriterad", lambda row: word(labels.PRIORITERAD, row.sak.prioriterad)),
        column(
            Aktivitet, "utvecklingsinsats", lambda row: word(labels.UTVECKLINGSINSATS, row.sak.utvecklingsinsats)
        ),
        column(Aktivitet, "dagar", typ=Typ.TAL, titel="Arbetstid (dagar)"),
        column(Aktivitet, "dagar_kommentar", titel="Om arbetstiden"),
        column(Medelsbehov, "behov", _need, namn="behov_av_pengar", titel="Behov av pengar"),
        column(Aktivitet, "start"),
        column(Aktivitet, "slut"),
        Kolumn(
            namn="ställning", titel="Status", värde=_standing,
            sagt="Hur det gick, eller varför det inte är känt. Orden förklaras på sidan Öppna data.",
        ),
        Kolumn(
            namn="status", titel="Status i data", värde=_own_status, bara_data=True,
            sagt="Statusen som den står i data, också organisationens egna ord. Saknas den är ingen status angiven.",
        ),
        column(Utfall, "skäl", _why),
        column(Aktivitet, "sammanfattning", titel="Vad som planerades"),
        column(Utfall, "sammanfattning", _told, namn="utfall", titel="Vad som kom ut av det"),
        column(
            Aktivitet, "samverkan", lambda row: _names(row, sorted(row.aktivitet.samverkan)) if row.aktivitet else None,
            flera=True, titel="Samverkan",
        ),
        PAGE,
    ),
)  # fmt: skip
PLANNED_ITEMS = Datatabell(
    namn="insatser",
    titel="Planerade insatser",
    förklaring="En rad för varje insats i planerna, och vad det blev av den.",
    av_år=(of_parts(_planned),),
    nyckel=("aktivitet", "nummer"),
    kolumner=(
        *BEGINNING,
        NUMBER,
        *POINTS,
        column(Punkt, "utvecklingsinsats", lambda row: word(labels.UTVECKLINGSINSATS, row.sak.utvecklingsinsats)),
        column(Insats, "start"),
        column(Insats, "slut"),
        column(Insatsutfall, "läge", _state, titel="Vad det blev"),
        column(Insatsutfall, "text", _state_text, namn="utfall", titel="Mer om vad det blev"),
        PAGE,
    ),
)
RESULTS = Datatabell(
    namn="resultat",
    titel="Resultat",
    förklaring="En rad för varje resultat som berättas.",
    av_år=(of_parts(_results),),
    nyckel=("aktivitet", "nummer"),
    kolumner=(*BEGINNING, NUMBER, *POINTS, PAGE),
)
DEVIATIONS = Datatabell(
    namn="avvikelser",
    titel="Avvikelser",
    förklaring="En rad för varje sak som inte blev som planerat.",
    av_år=(of_parts(_deviations),),
    nyckel=("aktivitet", "nummer"),
    kolumner=(
        *BEGINNING,
        NUMBER,
        column(Avvikelse, "typ", lambda row: word(labels.AVVIKELSE, row.sak.typ), titel="Slag"),
        column(Avvikelse, "text"),
        column(Avvikelse, "flyttad_till", typ=Typ.HELTAL),
        PAGE,
    ),
)
FOLLOW_UPS = Datatabell(
    namn="avstamningar",
    titel="Avstämningar",
    förklaring="En rad för varje avstämning under året.",
    av_år=(of_parts(_follow_ups),),
    nyckel=("aktivitet", "nummer"),
    kolumner=(
        *BEGINNING,
        NUMBER,
        column(Avstämning, "datum", typ=Typ.DAG),
        column(Avstämning, "status", _own_follow_up),
        column(Avstämning, "text"),
        PAGE,
    ),
)
PARTNERS = Datatabell(
    namn="samverkan",
    titel="Samverkan",
    förklaring="En rad för varje organisation som en aktivitet nämner, i planen eller i utfallet.",
    av_år=(of_parts(_partners),),
    nyckel=("aktivitet", "organisation"),
    kolumner=(
        *BEGINNING,
        Kolumn(
            namn="organisation", titel="Organisationens id", värde=lambda row: row.sak, bara_data=True,
            sagt="Organisationen, med id ur tabellen organisationer.",
        ),
        column(Organisation, "namn", _part, titel="Organisation"),
        column(Ansvar, "roll", _role, titel="Ansvar"),
        column(Ansvar, "funktion", lambda row: found.funktion if (found := _responsible(row)) else None),
        PAGE,
    ),
)  # fmt: skip
LINKS = Datatabell(
    namn="kopplingar",
    titel="Kopplingar mellan år",
    förklaring="En rad för varje steg från en aktivitet till den som den bygger på.",
    av_år=(of_parts(_links_back),),
    nyckel=("aktivitet", "nummer"),
    kolumner=(
        *BEGINNING,
        NUMBER,
        column(Länkbakåt, "typ", lambda row: word(labels.RELATION, row.sak.typ), titel="Hur den hänger ihop"),
        column(Länkbakåt, "aktivitet", namn="tidigare_aktivitet", titel="Tidigare aktivitetens id", bara_data=True),
        column(Aktivitet, "titel", lambda row: _earlier(row, "titel"), namn="tidigare_titel", titel="Tidigare aktivitet"),
        column(Aktivitet, "dagar", _days, titel="Arbetstid (dagar)", typ=Typ.TAL),
        column(
            Aktivitet, "dagar", lambda row: _earlier(row, "dagar"), namn="tidigare_dagar", titel="Tidigare arbetstid (dagar)",
            typ=Typ.TAL,
        ),
        column(Länkbakåt, "grund", lambda row: word(labels.GRUND, row.sak.grund)),
        column(Länkbakåt, "text"),
        PAGE,
    ),
)  # fmt: skip
