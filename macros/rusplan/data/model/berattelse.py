"""berattelse.yml: a year's report."""

from typing import Annotated

from pydantic import field_validator

from rusplan.data.model.asked import Krävs
from rusplan.data.model.post import Post
from rusplan.data.model.shared_parts import Anmärkning, Citat, Dokument, Grupp, Källa, Punkt
from rusplan.data.model.vocabularies import Dokumenttyp
from rusplan.data.values import Dagar, Id, Rad, Text


class Områdesutfall(Post):
    """What the report says of an area as a whole."""

    id: Id
    """Områdets id, detsamma som i planen."""
    titel: Rad
    """Områdets namn i berättelsen."""
    dagar: Dagar | None = None
    """Den planerade arbetstid för området som berättelsen anger, i dagar."""
    resursåtgång: tuple[Punkt, ...] = ()
    """Hur arbetstid och pengar användes."""
    källa: Annotated[Källa | None, Krävs.INLÄST] = None
    """Var uppgifterna står."""
    anmärkningar: tuple[Anmärkning, ...] = ()
    """Redaktionella anmärkningar."""


class Berättelse(Post):
    """A year's report: the document and what it says in general."""

    dokument: Dokument
    """Dokumentet."""
    sammanfattning: Annotated[Text, Krävs.BESLUTAD] = ""
    """Året i korthet, två eller tre meningar."""
    vision: Citat | None = None
    """Visionen."""
    om_verksamheten: tuple[Punkt, ...] = ()
    """Vad berättelsen säger om organisationen, styrningen och finansieringen."""
    prestationer: tuple[Punkt, ...] = ()
    """Exempel på vad som åstadkommits, som berättelsen lyfter fram."""
    bedömning: tuple[Punkt, ...] = ()
    """Den samlade bedömningen av året."""
    områden: tuple[Områdesutfall, ...] = ()
    """Vad berättelsen säger om varje område som helhet."""
    grupper: tuple[Grupp, ...] = ()
    """Styrgrupp, arbetsgrupp och liknande under året."""
    samma_som_förra_året: tuple[Rad, ...] = ()
    """Fält vars text ska stå som förra året, till exempel sammanfattning. Då räknas de inte som kvar att göra."""
    källa: Annotated[Källa | None, Krävs.INLÄST] = None
    """Var uppgifterna står."""
    anmärkningar: tuple[Anmärkning, ...] = ()
    """Redaktionella anmärkningar."""

    @field_validator("dokument", mode="before")
    @classmethod
    def is_of_its_kind(cls, told: object) -> object:
        """A document in this file is a report, whether it says so or not."""
        return {"typ": Dokumenttyp.VERKSAMHETSBERÄTTELSE} | told if isinstance(told, dict) else told
