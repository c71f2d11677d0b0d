"""The accessibility statement: what the law asks a public body to tell of its site."""

from macros import labels
from macros.formatting import datum
from macros.record import record
from macros.views.parts import Sajt


@record
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
    faults = tuple(Bristvy(f.text, f.skäl, datum(f.klart) if f.klart else None) for f in told.brister)
    return Redogörelse(
        site.långt_namn, site.ansvarig, name, labels.FÖRENLIGHET[told.förenlighet], datum(told.bedömd), datum(told.uppdaterad),
        datum(told.granskad), told.metod, told.resultat, faults, told.oskäligt_betungande, told.utanför_lagen, site.webbplats, site.epost,
    )  # fmt: skip
