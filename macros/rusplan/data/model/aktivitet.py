"""aktiviteter/<aktivitet>.yml: the plan of one activity in one year."""

from typing import Annotated

from pydantic import AfterValidator

from rusplan.data.model.ansvar import Ansvar
from rusplan.data.model.asked import Krävs
from rusplan.data.model.indikator import Indikator
from rusplan.data.model.post import Post
from rusplan.data.model.revidering import Planändring, Rättelse, Utgår
from rusplan.data.model.shared_parts import Anmärkning, Händelse, Hänvisning, Insats, Källa, Medelsbehov, Publikation
from rusplan.data.model.vocabularies import Ansvarsroll, Behov, Grund, JaNej, Relation, Utvecklingsinsats
from rusplan.data.values import RESERVED_IDS, Aktivitetsref, Dagar, Id, Kontakt, Rad, Text, Tid, refuse


class Länkbakåt(Post):
    """The earlier activity that this one comes from."""

    aktivitet: Aktivitetsref
    """Den tidigare aktiviteten: år och filnamn, till exempel 2024/kulturstigar."""
    typ: Relation
    """Hur den här aktiviteten kommer ur den tidigare."""
    grund: Annotated[Grund | None, Krävs.INLÄST] = None
    """Källan om källan själv säger det, redaktionell om det är vår tolkning."""
    text: Rad | None = None
    """Vad tolkningen bygger på, i en mening."""


class Besked(Post):
    """That an activity is new, or ends, and on what ground."""

    grund: Annotated[Grund | None, Krävs.INLÄST] = None
    """Källan om källan själv säger det, redaktionell om det är vår tolkning."""
    text: Rad
    """Skälet, i en mening."""


class AktivitetFöre(Post):
    """What an activity's fields held before a change: only those that were changed."""

    titel: Rad | None = None
    """Titeln före ändringen."""
    kort_titel: Rad | None = None
    """Namnet i korta listan före ändringen."""
    område: Id | None = None
    """Området före ändringen."""
    prioriterad: JaNej | None = None
    """Prioriteten före ändringen."""
    utvecklingsinsats: Utvecklingsinsats | None = None
    """Slaget av insats före ändringen."""
    dagar: Dagar | None = None
    """Den planerade arbetstiden före ändringen, i dagar."""
    dagar_kommentar: Rad | None = None
    """Kommentaren om tiden före ändringen."""
    medelsbehov: Medelsbehov | None = None
    """Hela behovet av pengar före ändringen."""
    ansvar: tuple[Ansvar, ...] = ()
    """Alla som ansvarade före ändringen."""
    start: Tid | None = None
    """När aktiviteten skulle börja före ändringen."""
    slut: Tid | None = None
    """När aktiviteten skulle vara klar före ändringen."""
    löpande: JaNej | None = None
    """Om aktiviteten pågick löpande före ändringen."""
    samverkan: tuple[Id, ...] = ()
    """Alla organisationer före ändringen."""
    sammanfattning: Text | None = None
    """Sammanfattningen före ändringen."""
    insatser: tuple[Insats, ...] = ()
    """Alla insatser före ändringen."""
    händelser: tuple[Händelse, ...] = ()
    """Alla planerade händelser före ändringen."""
    publikationer: tuple[Publikation, ...] = ()
    """Alla publikationer före ändringen."""


class Aktivitetsändring(Planändring):
    """What a revision changed in an activity."""

    före: AktivitetFöre = AktivitetFöre()
    """Vad fälten innehöll före revideringen. Bara de fält som ändrades."""


class Aktivitetsrättelse(Rättelse):
    """A slip in an activity, put right."""

    före: AktivitetFöre = AktivitetFöre()
    """Vad som stod före rättelsen. Bara de fält som rättades."""


class Aktivitet(Post):
    """The plan of one activity in one year. The file's name is its id."""

    titel: Rad
    """Aktivitetens namn, som källan skriver det."""
    kort_titel: Rad | None = None
    """Namnet i dokumentets korta lista, om det skiljer sig från titeln."""
    område: Id
    """Området den hör till, med id från årets plan.yml."""
    mål: tuple[Id, ...] = ()
    """Målen som aktiviteten bidrar till, med id från mal.yml i samma mapp."""
    prioriterad: Annotated[JaNej | None, Krävs.ANVÄNT] = None
    """Ja om planen märker aktiviteten som prioriterad."""
    utvecklingsinsats: Annotated[Utvecklingsinsats | None, Krävs.ANVÄNT] = None
    """Om aktiviteten är en särskild utvecklingsinsats för året."""
    dagar: Dagar | None = None
    """Planerad arbetstid, i dagar. Lämna bort fältet om källan inte säger något."""
    dagar_kommentar: Rad | None = None
    """Källans tillägg om tiden, till exempel att tid också redovisas i en annan aktivitet."""
    medelsbehov: Annotated[Medelsbehov | None, Krävs.ANVÄNT] = None
    """Behov av pengar utöver arbetstid."""
    ansvar: tuple[Ansvar, ...] = ()
    """Vilka som ansvarar för aktiviteten."""
    kontakt: Kontakt | None = None
    """Dit den skriver som vill veta mer om aktiviteten eller har hittat ett fel: en funktionsbrevlåda, aldrig en persons adress, eller en webbadress. Utan fältet gäller områdets kontakt i plan.yml."""
    start: Tid | None = None
    """När aktiviteten börjar: dag, månad eller år."""
    slut: Tid | None = None
    """När aktiviteten ska vara klar: dag, månad eller år."""
    löpande: JaNej | None = None
    """Ja om aktiviteten pågår löpande, utan slut."""
    bygger_på: tuple[Länkbakåt, ...] = ()
    """Aktiviteter året före som den här kommer ur."""
    ny: Besked | None = None
    """Fyll i om aktiviteten är ny i år och inte bygger på någon tidigare."""
    upphör: Besked | None = None
    """Fyll i om dokumentet själv säger att aktiviteten upphör, eller om nästa års plan inte skrivs här. Annars står det i nästa års plan.yml."""
    samverkan: tuple[Id, ...] = ()
    """Organisationer och nätverk som aktiviteten görs tillsammans med."""
    sammanfattning: Annotated[Text, Krävs.BESLUTAD] = ""
    """Vad aktiviteten går ut på, i en eller två meningar."""
    insatser: tuple[Insats, ...] = ()
    """Vad som ska göras, punkt för punkt. Tomt om källan inte säger det."""
    händelser: tuple[Händelse, ...] = ()
    """Planerade händelser."""
    publikationer: tuple[Publikation, ...] = ()
    """Planerade eller nämnda publikationer."""
    indikatorer: tuple[Indikator, ...] = ()
    """Vad som mäts för att se vad aktiviteten leder till."""
    hänvisningar: tuple[Hänvisning, ...] = ()
    """Hänvisningar som gäller hela aktiviteten."""
    tillkom: Id | None = None
    """Revideringen som aktiviteten kom till genom, om den inte fanns när planen beslutades."""
    ändringar: tuple[Aktivitetsändring, ...] = ()
    """Vad revideringar har ändrat sedan planen beslutades. Kommandot rusplan revise skriver det."""
    utgår: Utgår | None = None
    """Fyll i om aktiviteten har tagits bort ur planen. Kommandot rusplan cancel skriver det."""
    rättelser: tuple[Aktivitetsrättelse, ...] = ()
    """Fel i inmatningen som har rättats sedan planen beslutades. Kommandot rusplan correct skriver det."""
    samma_som_förra_året: tuple[Rad, ...] = ()
    """Fält vars text ska stå som förra året, till exempel sammanfattning. Då räknas de inte som kvar att göra."""
    källa: Annotated[Källa | None, Krävs.INLÄST] = None
    """Var uppgifterna står."""
    anmärkningar: tuple[Anmärkning, ...] = ()
    """Redaktionella anmärkningar."""

    @property
    def ansvarsfördelning(self) -> frozenset[tuple[str, Ansvarsroll]] | None:
        """Which organisations are responsible, and how far; None where that is not said."""
        return frozenset((each.organisation, each.roll) for each in self.ansvar) or None

    @property
    def behov(self) -> Behov:
        """Whether the activity needs cash; unknown where that is not said."""
        return self.medelsbehov.behov if self.medelsbehov else Behov.OKÄNT


def activity_id(name: str) -> str:
    """`name` if an activity may be called so, else a refusal: some names are taken by the site's own addresses."""
    if name in RESERVED_IDS:
        raise refuse("är «{värde}», men det namnet använder webbplatsen själv; byt namn på filen", värde=name)
    return name


Aktivitetsid = Annotated[Id, AfterValidator(activity_id)]
