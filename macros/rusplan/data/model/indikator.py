"""Indicators of goals and activities: what is measured, where it should go, and how it has gone."""

from rusplan.data.model.post import Post
from rusplan.data.model.vocabularies import Riktning
from rusplan.data.values import Id, Mätvärde, Period, Rad, År


class Utgångsvärde(Post):
    """The value that an indicator starts from."""

    period: Period
    """Året eller perioden som värdet gäller, till exempel 2019."""
    värde: Mätvärde
    """Värdet då, i indikatorns enhet."""


class Indikatorvärde(Utgångsvärde):
    """The value of an indicator in a period."""

    kommentar: Rad | None = None
    """Vad mer som är värt att veta om värdet, till exempel att sättet att mäta har ändrats."""


class Indikator(Post):
    """What shows whether a goal is reached, or what an activity leads to."""

    id: Id
    """Indikatorns id, till exempel kvavedioxid. Ett eget för varje indikator i samma lista."""
    titel: Rad
    """Vad som mäts."""
    enhet: Rad
    """Vad värdena är i, till exempel procent, ton eller µg/m³."""
    riktning: Riktning
    """Åt vilket håll värdet ska gå: öka, minska eller behålla."""
    mål: Mätvärde | None = None
    """Värdet som ska nås. Lämna bort fältet om källan bara säger åt vilket håll det ska gå."""
    målår: År | None = None
    """Året då målet ska vara nått."""
    utgångsvärde: Utgångsvärde | None = None
    """Värdet som utvecklingen jämförs med."""
    värden: tuple[Indikatorvärde, ...] = ()
    """Uppmätta värden, ett för varje år eller period."""
    källa: Rad | None = None
    """Varifrån värdena kommer, till exempel SCB eller en egen enkät."""
