"""mal.yml: the goals that applied in a period, and how they were followed up."""

from typing import Annotated

from pydantic import Field

from rusplan.data.model.asked import Krävs
from rusplan.data.model.egna_ord import Värderingsord
from rusplan.data.model.indikator import Indikator
from rusplan.data.model.post import Post
from rusplan.data.model.shared_parts import Anmärkning, Hänvisning, Källa, Punkt
from rusplan.data.values import Id, Period, Rad, Text


class Skalsteg(Post):
    """One step of the rating scale."""

    värdering: Värderingsord
    """1, 2 eller 3, där 1 är bäst, eller ett eget svar ur skala i organisation.yml."""
    betydelse: Rad
    """Vad värderingen betyder."""


class TidigareVärdering(Post):
    """The rating of the corresponding goal in an earlier period."""

    period: Period
    """Perioden, till exempel 2022-2024."""
    värdering: Värderingsord | None = None
    """1, 2 eller 3, eller ett eget svar ur skala i organisation.yml. Lämna bort fältet om målet inte värderades då."""
    kommentar: Rad | None = None
    """Varför värdering saknas, till exempel att målet inte fanns."""


class Uppföljning(Post):
    """How a goal was followed up."""

    värdering: Värderingsord
    """1, 2 eller 3 enligt skalan, eller ett eget svar ur skala i organisation.yml."""
    tidigare: tuple[TidigareVärdering, ...] = ()
    """Värderingen av motsvarande mål under tidigare perioder."""
    punkter: tuple[Punkt, ...] = ()
    """Vad uppföljningen lyfter fram."""


class EttMål(Post):
    """One goal."""

    id: Id
    """Målets id inom året."""
    område: Id | None = None
    """Området målet hör till. Lämna bort fältet om målet gäller hela planen, eller om det är ett delmål i samma område som målet ovanför."""
    under: Id | None = None
    """Målet som det här är ett delmål till, med id från samma fil."""
    titel: Rad
    """Vad målet handlar om, i några ord."""
    text: Annotated[Text, Krävs.BESLUTAD] = ""
    """Vad målet säger."""
    motsvarar: Id | None = None
    """Id för motsvarande mål i föregående periods mal.yml."""
    uppföljning: Uppföljning | None = None
    """Uppföljningen av målet. Lämna bort den om källan inte har någon."""
    indikatorer: tuple[Indikator, ...] = ()
    """Vad som mäts för att se om målet nås."""
    hänvisningar: tuple[Hänvisning, ...] = ()
    """Aktiviteter eller år som målet eller uppföljningen hänvisar till."""
    anmärkningar: tuple[Anmärkning, ...] = ()
    """Redaktionella anmärkningar."""


class MålFörPeriod(Post):
    """The goals that applied in a period."""

    period: Period
    """Perioden som målen gäller, till exempel 2022-2024 eller 2025."""
    beskrivning: tuple[Punkt, ...] = ()
    """Vad källan säger om målen i stort."""
    skala: tuple[Skalsteg, ...] = ()
    """Skalan som uppföljningen använder."""
    mål: Annotated[tuple[EttMål, ...], Field(min_length=1)]
    """Målen i dokumentets ordning."""
    samma_som_förra_året: tuple[Rad, ...] = ()
    """Fält vars text ska stå som förra året, till exempel sammanfattning. Då räknas de inte som kvar att göra."""
    källa: Annotated[Källa | None, Krävs.INLÄST] = None
    """Var uppgifterna står."""
    anmärkningar: tuple[Anmärkning, ...] = ()
    """Redaktionella anmärkningar."""
