"""The accessibility statement: what the law asks a public body to tell of its site."""

from rusplan.site.sajt import Sajt
from rusplan.swedish import labels
from rusplan.swedish.formatting import datum
from rusplan.swedish.sentences import closed
from rusplan.tools.record import record, small


@small
class Bristvy:
    """A known fault, why it is there and when it will be gone."""

    text: str
    skäl: str
    klart: str | None


@record
class Redogörelse:
    """The statement, point by point."""

    organisation: str
    ansvarig: str
    sajt: str
    förenlighet: str
    bedömd: str
    uppdaterad: str
    granskad: str
    metod: str
    resultat: str
    brister: tuple[Bristvy, ...]
    oskäligt_betungande: tuple[str, ...]
    utanför_lagen: tuple[str, ...]
    webbplats: str
    epost: str | None


def statement(sajt: Sajt, name: str) -> Redogörelse | None:
    """The statement for the site called `name`; None where data says nothing of accessibility."""
    site = sajt.samling.webbplats.innehåll
    told = site.tillgänglighet
    if told is None:
        return None
    faults = tuple(Bristvy(f.text, closed(f.skäl), datum(f.klart) if f.klart else None) for f in told.brister)
    return Redogörelse(
        organisation=site.långt_namn,
        ansvarig=site.ansvarig,
        sajt=name,
        förenlighet=labels.FÖRENLIGHET[told.förenlighet],
        bedömd=datum(told.bedömd),
        uppdaterad=datum(told.uppdaterad),
        granskad=datum(told.granskad),
        metod=told.metod,
        resultat=told.resultat,
        brister=faults,
        oskäligt_betungande=told.oskäligt_betungande,
        utanför_lagen=told.utanför_lagen,
        webbplats=site.webbplats,
        epost=site.epost,
    )
