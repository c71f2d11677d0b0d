"""The accessibility statement: what the law asks a public body to tell of its site."""

from rusplan.data.model import Tillgänglighet
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
class Bedömning:
    """How well the site meets the law, point by point."""

    förenlighet: str
    bedömd: str
    uppdaterad: str
    granskad: str
    metod: str
    resultat: str
    brister: tuple[Bristvy, ...]
    oskäligt_betungande: tuple[str, ...]
    utanför_lagen: tuple[str, ...]


@record
class Redogörelse:
    """The statement: who answers for the site, and what they have found, if they have looked."""

    organisation: str
    ansvarig: str
    sajt: str
    webbplats: str
    epost: str | None
    bedömning: Bedömning | None


def statement(sajt: Sajt, name: str) -> Redogörelse:
    """The statement for the site called `name`."""
    site = sajt.samling.webbplats.innehåll
    return Redogörelse(
        organisation=site.långt_namn,
        ansvarig=site.ansvarig,
        sajt=name,
        webbplats=site.webbplats,
        epost=site.epost,
        bedömning=_judged(site.tillgänglighet) if site.tillgänglighet else None,
    )


def _judged(told: Tillgänglighet) -> Bedömning:
    return Bedömning(
        förenlighet=labels.FÖRENLIGHET[told.förenlighet],
        bedömd=datum(told.bedömd),
        uppdaterad=datum(told.uppdaterad),
        granskad=datum(told.granskad),
        metod=told.metod,
        resultat=told.resultat,
        brister=tuple(Bristvy(f.text, closed(f.skäl), datum(f.klart) if f.klart else None) for f in told.brister),
        oskäligt_betungande=told.oskäligt_betungande,
        utanför_lagen=told.utanför_lagen,
    )
