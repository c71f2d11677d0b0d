"""utfall/<aktivitet>.yml: the outcome of one activity in one year."""

from typing import Annotated

from rusplan.data.model.asked import Krävs
from rusplan.data.model.post import Post
from rusplan.data.model.shared_parts import Anmärkning, Händelse, Hänvisning, Källa, Publikation, Punkt
from rusplan.data.model.vocabularies import Avvikelsetyp, Status, Tidsåtgång
from rusplan.data.values import Id, Rad, Text, År


class Avvikelse(Post):
    """Something that was planned and did not happen, was postponed or put on hold."""

    typ: Avvikelsetyp
    """På vilket sätt det inte blev som planerat."""
    text: Text
    """Vad som inte blev av, och varför om källan säger det."""
    flyttad_till: År | None = None
    """Året som det flyttats till."""
    hänvisningar: tuple[Hänvisning, ...] = ()
    """Andra aktiviteter eller år som avvikelsen hänvisar till."""


class Arbetstid(Post):
    """The time spent, as the report judges it."""

    bedömning: Tidsåtgång
    """Mer, som_planerat eller mindre tid än planen."""
    text: Rad
    """Vad källan säger om tiden."""


class Utfall(Post):
    """The outcome of one activity in one year."""

    status: Status
    """Om aktiviteten genomfördes som planerat, delvis eller inte alls."""
    skäl: Text | None = None
    """Varför det blev så, kort."""
    arbetstid: Arbetstid | None = None
    """Tiden som gick åt jämfört med planen, om källan säger något om just den här aktiviteten."""
    samverkan: tuple[Id, ...] = ()
    """Organisationer och nätverk som det faktiskt blev samarbete med."""
    sammanfattning: Text
    """Vad som kom ut av aktiviteten, i en eller två meningar."""
    resultat: tuple[Punkt, ...] = ()
    """Vad som har gjorts, punkt för punkt."""
    händelser: tuple[Händelse, ...] = ()
    """Händelser som har varit."""
    publikationer: tuple[Publikation, ...] = ()
    """Publikationer som kom ut, påbörjades eller användes."""
    avvikelser: tuple[Avvikelse, ...] = ()
    """Det som inte blev som planerat."""
    hänvisningar: tuple[Hänvisning, ...] = ()
    """Hänvisningar som gäller hela utfallet."""
    samma_som_förra_året: tuple[Rad, ...] = ()
    """Fält vars text ska stå som förra året, till exempel sammanfattning. Då räknas de inte som kvar att göra."""
    källa: Annotated[Källa | None, Krävs.INLÄST] = None
    """Var uppgifterna står."""
    anmärkningar: tuple[Anmärkning, ...] = ()
    """Redaktionella anmärkningar."""
