"""Tables of goals and of what is measured, for goals and activities."""

from collections.abc import Iterator

from rusplan.data.goal_levels import area_of
from rusplan.data.model import EttMål, Indikator, Indikatorvärde, MålFörPeriod, Uppföljning
from rusplan.data.year import Årgång
from rusplan.open_data.activity_tables import of_activities
from rusplan.open_data.shared_columns import YEAR
from rusplan.open_data.tables import Cell, Datatabell, Kolumn, Ord, Typ, Underlag, column, word
from rusplan.site import addresses
from rusplan.site.sajt import Sajt
from rusplan.swedish import labels
from rusplan.swedish.formatting import perioden
from rusplan.views.ratings_of_goals import rating_shown, scale_of


def _goals(sajt: Sajt, year: Årgång) -> Iterator[Underlag]:
    for number, goal in enumerate(year.mål.innehåll.mål if year.mål else (), 1):
        yield Underlag(sajt=sajt, år=year, nummer=number, sak=goal)


def _of(row: Underlag) -> MålFörPeriod:
    assert row.år
    assert row.år.mål
    return row.år.mål.innehåll


def _area(row: Underlag) -> Cell:
    name = area_of(_of(row), row.sak)
    return Ord(name, row.sajt.områden.get(name, name)) if name else None


def _rating(row: Underlag) -> Cell:
    told: Uppföljning | None = row.sak.uppföljning
    return Ord(str(told.värdering), rating_shown(row.sajt, told.värdering)) if told else None


def _meaning(row: Underlag) -> Cell:
    told: Uppföljning | None = row.sak.uppföljning
    return scale_of(row.sajt, _of(row)).get(rating_shown(row.sajt, told.värdering)) if told else None


def _page(row: Underlag, anchor: str = "") -> Cell:
    assert row.år
    return row.sajt.absolute(f"{addresses.mål(row.år.år)}{anchor}")


def _of_goals(sajt: Sajt, year: Årgång) -> Iterator[Underlag]:
    for row in _goals(sajt, year):
        yield from _values(row, row.sak)


def _of_activities(sajt: Sajt, year: Årgång) -> Iterator[Underlag]:
    for row in of_activities(sajt, year):
        yield from _values(row, None)


def _values(row: Underlag, goal: EttMål | None) -> Iterator[Underlag]:
    """Each value of each indicator; an indicator without values has a row too."""
    indicators: tuple[Indikator, ...] = row.sak.indikatorer
    for indicator in indicators:
        for number, value in enumerate(indicator.värden or (None,), 1):
            what = (indicator, value, goal)
            yield Underlag(sajt=row.sajt, år=row.år, aktivitet=row.aktivitet, nummer=number, sak=what)


def _belongs_to(row: Underlag) -> Cell:
    assert row.år
    goal: EttMål | None = row.sak[2]
    if goal:
        return Ord(f"mål {goal.id}", f"Mål: {goal.titel}")
    assert row.aktivitet
    return Ord(f"aktivitet {row.aktivitet.id}", f"Aktivitet: {row.aktivitet.titel}")


def _where(row: Underlag) -> Cell:
    assert row.år
    if row.aktivitet:
        return row.sajt.absolute(addresses.aktivitet(row.aktivitet))
    return row.sajt.absolute(f"{addresses.mål(row.år.år)}#{row.sak[2].id}")


def _of_indicator(name: str, *, titel: str | None = None, typ: Typ = Typ.TEXT) -> Kolumn:
    return column(Indikator, name, lambda row: getattr(row.sak[0], name), titel=titel or name.capitalize(), typ=typ)


def _of_value(name: str, typ: Typ = Typ.TEXT) -> Kolumn:
    return column(Indikatorvärde, name, lambda row: getattr(row.sak[1], name) if row.sak[1] else None, typ=typ)


PERIOD = column(
    MålFörPeriod, "period", lambda row: Ord(_of(row).period, perioden(_of(row).period)), titel="Målens period"
)
LINK = "Adressen till sidan som visar uppgifterna. Den ändras aldrig."
GOALS = Datatabell(
    namn="mal",
    titel="Mål",
    förklaring="En rad för varje mål och period, med värderingen där målet är uppföljt.",
    av_år=(_goals,),
    nyckel=("år", "id"),
    kolumner=(
        YEAR,
        PERIOD,
        column(EttMål, "id", titel="Målets id", bara_data=True),
        column(EttMål, "titel", titel="Mål"),
        Kolumn(namn="område", titel="Område", värde=_area, sagt="Området som målet hör till. Tomt om målet gäller hela planen."),
        column(EttMål, "under", bara_data=True),
        column(EttMål, "text", titel="Vad målet säger"),
        column(Uppföljning, "värdering", _rating),
        Kolumn(namn="betydelse", titel="Vad värderingen betyder", värde=_meaning, sagt="Vad värderingen betyder enligt skalan."),
        column(EttMål, "motsvarar", bara_data=True),
        Kolumn(namn="permalänk", titel="Adress", typ=Typ.ADRESS, sagt=LINK, värde=lambda row: _page(row, f"#{row.sak.id}")),
    ),
)  # fmt: skip
INDICATORS = Datatabell(
    namn="indikatorer",
    titel="Indikatorer",
    förklaring="En rad för varje uppmätt värde.",
    av_år=(_of_goals, _of_activities),
    nyckel=("år", "gäller", "indikator", "period"),
    kolumner=(
        YEAR,
        Kolumn(namn="gäller", titel="Gäller", värde=_belongs_to, sagt="Målet eller aktiviteten som indikatorn hör till, med id."),
        column(Indikator, "id", lambda row: row.sak[0].id, namn="indikator", titel="Indikatorns id", bara_data=True),
        _of_indicator("titel", titel="Indikator"),
        _of_indicator("enhet"),
        column(Indikator, "riktning", lambda row: word(labels.RIKTNING, row.sak[0].riktning)),
        _of_indicator("mål", titel="Ska nå", typ=Typ.TAL),
        _of_indicator("målår", titel="Ska vara nått", typ=Typ.HELTAL),
        _of_value("period"),
        _of_value("värde", Typ.TAL),
        _of_value("kommentar"),
        Kolumn(namn="permalänk", titel="Adress", typ=Typ.ADRESS, sagt=LINK, värde=_where),
    ),
)  # fmt: skip
