"""samverkan.yml: organisations and networks."""

from typing import ClassVar

from rusplan.data.model.post import Post
from rusplan.data.model.shared_parts import Anmärkning
from rusplan.data.model.vocabularies import JaNej
from rusplan.data.values import EgetOrd, Id, Länk, Rad


class Organisation(Post):
    """An organisation, network or forum."""

    id: Id
    """Organisationens id, som aktiviteterna använder."""
    namn: Rad
    """Namnet."""
    kortnamn: Rad | None = None
    """Förkortning eller kort namn som källorna använder."""
    typ: EgetOrd | None = None
    """Slag av organisation: ett id ur organisationstyper i organisation.yml."""
    beskrivning: Rad | None = None
    """Vad organisationen eller nätverket är, i en mening."""
    andra_namn: tuple[Rad, ...] = ()
    """Andra sätt som källorna skriver namnet på."""
    står_för_alla: JaNej = JaNej.NEJ
    """Ja om namnet står för alla organisationer av samma slag tillsammans, till exempel Kommunerna. Om slaget har en egen sida gäller det här då alla på sidan."""
    länk: Länk | None = None
    """Organisationens webbplats."""
    anmärkningar: tuple[Anmärkning, ...] = ()
    """Redaktionella anmärkningar om namnet."""


class Samverkan(Post):
    """All organisations and networks."""

    may_be_blank: ClassVar[bool] = True

    organisationer: tuple[Organisation, ...] = ()
    """Organisationer och nätverk. Ordningen spelar ingen roll."""
