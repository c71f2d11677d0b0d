"""plan.yml: a year's plan."""

from datetime import date
from typing import Annotated

from pydantic import field_validator

from rusplan.data.model.aktivitet import Besked
from rusplan.data.model.asked import Krävs
from rusplan.data.model.post import Post
from rusplan.data.model.revidering import Planändring, Revidering, Rättelse
from rusplan.data.model.shared_parts import Anmärkning, Citat, Dokument, Grupp, Källa, Medelsbehov, Punkt
from rusplan.data.model.vocabularies import Dokumenttyp
from rusplan.data.periods import Planperiod
from rusplan.data.values import Aktivitetsref, Dag, Dagar, Id, Kontakt, Rad, Text


class Rubrik(Post):
    """A heading within an area, with its activities in the document's order."""

    titel: Rad | None = None
    """Rubriken i dokumentet. Lämna bort den om området inte har underrubriker."""
    aktiviteter: Annotated[tuple[Id, ...], Krävs.BESLUTAD] = ()
    """Aktiviteternas filnamn utan .yml, i dokumentets ordning."""


class OmrådeFöre(Post):
    """What an area's fields held before a change: only those that were changed."""

    titel: Rad | None = None
    """Namnet före ändringen."""
    dagar: Dagar | None = None
    """Den angivna summan av arbetstid före ändringen, i dagar."""
    medelsbehov: Medelsbehov | None = None
    """Hela behovet av pengar före ändringen."""
    beskrivning: tuple[Punkt, ...] = ()
    """Hela beskrivningen före ändringen."""


class Områdesändring(Planändring):
    """What a revision changed in an area."""

    före: OmrådeFöre = OmrådeFöre()
    """Vad fälten innehöll före revideringen. Bara de fält som ändrades."""


class Områdesrättelse(Rättelse):
    """A slip in an area, put right."""

    före: OmrådeFöre = OmrådeFöre()
    """Vad som stod före rättelsen. Bara de fält som rättades."""


class Område(Post):
    """An area of the plan."""

    id: Id
    """Områdets id, detsamma alla år."""
    titel: Rad
    """Områdets namn i planen."""
    dagar: Dagar | None = None
    """Summan av arbetstid som dokumentet självt anger för området, i dagar. Lämna bort fältet i en plan som skrivs här: summan räknas ut."""
    medelsbehov: Annotated[Medelsbehov | None, Krävs.ANVÄNT_INLÄST] = None
    """Behov av pengar som dokumentet anger för hela området."""
    beskrivning: tuple[Punkt, ...] = ()
    """Vad dokumentet säger om området."""
    kontakt: Kontakt | None = None
    """Dit den skriver som vill veta mer om områdets aktiviteter eller har hittat ett fel: en funktionsbrevlåda, aldrig en persons adress, eller en webbadress."""
    rubriker: Annotated[tuple[Rubrik, ...], Krävs.BESLUTAD] = ()
    """Områdets aktiviteter, under dokumentets underrubriker."""
    ändringar: tuple[Områdesändring, ...] = ()
    """Vad revideringar har ändrat sedan planen beslutades. Kommandot rusplan revise skriver det."""
    rättelser: tuple[Områdesrättelse, ...] = ()
    """Fel i inmatningen som har rättats sedan planen beslutades. Kommandot rusplan correct skriver det."""
    källa: Annotated[Källa | None, Krävs.INLÄST] = None
    """Var uppgifterna står."""
    anmärkningar: tuple[Anmärkning, ...] = ()
    """Redaktionella anmärkningar."""


class Upphörande(Besked):
    """That an activity of an earlier plan ends with this one."""

    aktivitet: Aktivitetsref
    """Aktiviteten som upphör: år och filnamn, till exempel 2025/fu27."""


class Plantid(Post):
    """The first and the last day of a plan that does not go with the calendar."""

    från: Dag
    """Den första dagen som planen gäller."""
    till: Dag
    """Den sista dagen som planen gäller."""


class Plan(Post):
    """A year's plan: the document, what it says in general, and the areas with their activities in order."""

    dokument: Dokument
    """Dokumentet."""
    period: Plantid | None = None
    """Första och sista dagen, om planen inte gäller hela kalenderår. Ett brutet år, som juli 2024 till juni 2025, visas som 2024/25."""
    sammanfattning: Annotated[Text, Krävs.BESLUTAD] = ""
    """Planen i korthet, två eller tre meningar."""
    vision: Citat | None = None
    """Visionen."""
    om_verksamheten: tuple[Punkt, ...] = ()
    """Vad planen säger om organisationen, dess uppdrag och målgrupper."""
    om_planen: tuple[Punkt, ...] = ()
    """Vad planen säger om sig själv: upplägg, prioriteringar och resurser."""
    områden: Annotated[tuple[Område, ...], Krävs.BESLUTAD] = ()
    """Områdena i dokumentets ordning."""
    upphör: tuple[Upphörande, ...] = ()
    """Aktiviteter i den förra planen som ingen aktivitet i den här tar vid, med skäl. Kommandot rusplan end skriver dem."""
    grupper: tuple[Grupp, ...] = ()
    """Styrgrupp, arbetsgrupp och liknande, så som planen beskriver dem."""
    revideringar: tuple[Revidering, ...] = ()
    """Beslut om att revidera planen, i tidsordning. Kommandot rusplan revise skriver dem."""
    samma_som_förra_året: tuple[Rad, ...] = ()
    """Fält vars text ska stå som förra året, till exempel sammanfattning. Då räknas de inte som kvar att göra."""
    källa: Annotated[Källa | None, Krävs.INLÄST] = None
    """Var uppgifterna står."""
    anmärkningar: tuple[Anmärkning, ...] = ()
    """Redaktionella anmärkningar."""

    def planperiod(self, name: str) -> Planperiod:
        """The period of a plan in the folder that is called so."""
        if self.period is None:
            return Planperiod(name)
        first, last = (date(day.år, day.månad, day.dag) for day in (self.period.från, self.period.till))
        return Planperiod(name, första_dagen=first, sista_dagen=last)

    @field_validator("dokument", mode="before")
    @classmethod
    def is_of_its_kind(cls, told: object) -> object:
        """A document in this file is a plan, whether it says so or not."""
        return {"typ": Dokumenttyp.VERKSAMHETSPLAN} | told if isinstance(told, dict) else told
