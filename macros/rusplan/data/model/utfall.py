"""utfall/<aktivitet>.yml: the outcome of one activity in one year."""

from typing import Annotated

from rusplan.data.model.asked import Krävs
from rusplan.data.model.egna_ord import Statusord
from rusplan.data.model.post import Post
from rusplan.data.model.shared_parts import Anmärkning, Händelse, Hänvisning, Källa, Publikation, Punkt
from rusplan.data.model.vocabularies import Avvikelsetyp, Insatsläge, Status, Tidsåtgång
from rusplan.data.values import Dag, Hänvisningsmål, Id, Rad, Text, År


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


class Avstämning(Post):
    """How an activity stands on a day of the year that is running."""

    datum: Dag
    """Dagen som avstämningen gäller."""
    status: Statusord
    """Hur det stod till den dagen, till exempel inte_påbörjad eller pågår, eller en egen status ur organisation.yml."""
    text: Text | None = None
    """Vad som har hänt och vad som återstår, i en eller två meningar."""
    källa: Källa | None = None
    """Var uppgiften står, om den är hämtad ur ett dokument, till exempel en tertialrapport."""


class Insatsutfall(Post):
    """What became of a planned item."""

    insats: Id
    """Insatsens id i planen, från aktivitetens egen fil."""
    läge: Insatsläge
    """Gjord, delvis (gjord till en del), inte (blev inte gjord) eller flyttad."""
    flyttad_till: Hänvisningsmål | None = None
    """Vart den har flyttats: ett år (2027) eller en aktivitet (2027/kulturstigar)."""
    text: Text | None = None
    """Vad mer som är värt att veta, till exempel varför den inte blev gjord."""


class Utfall(Post):
    """The outcome of one activity in one year."""

    status: Annotated[Statusord | None, Krävs.BESLUTAD] = None
    """Om aktiviteten genomfördes som planerat, delvis eller inte alls, eller en egen status ur organisation.yml. Fylls i när året är slut."""
    avstämningar: tuple[Avstämning, ...] = ()
    """Hur det står till under året, en rad för varje avstämning."""
    skäl: Text | None = None
    """Varför det blev så, kort."""
    arbetstid: Arbetstid | None = None
    """Tiden som gick åt jämfört med planen, om källan säger något om just den här aktiviteten."""
    samverkan: tuple[Id, ...] = ()
    """Organisationer och nätverk som det faktiskt blev samarbete med."""
    sammanfattning: Annotated[Text | None, Krävs.BESLUTAD] = None
    """Vad som kom ut av aktiviteten, i en eller två meningar. Fylls i när året är slut."""
    insatser: tuple[Insatsutfall, ...] = ()
    """Vad det blev av planens insatser, var för sig. Insatserna behöver ha id i planen."""
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

    @property
    def nyast_först(self) -> tuple[Avstämning, ...]:
        """The follow-ups during the year, the newest first; of one day that which stands last in the file."""
        return tuple(sorted(self.avstämningar, key=lambda told: told.datum))[::-1]

    @property
    def senaste(self) -> Avstämning | None:
        """The newest follow-up during the year."""
        return self.nyast_först[0] if self.avstämningar else None

    @property
    def känd_status(self) -> Status | str | None:
        """How it went at last, or how it stood when it was followed up last."""
        return self.status or (self.senaste.status if self.senaste else None)

    @property
    def berättat(self) -> str | None:
        """What came out of the activity: as the report sums it up, or as the newest follow-up tells."""
        return self.sammanfattning or (self.senaste.text if self.senaste else None)
