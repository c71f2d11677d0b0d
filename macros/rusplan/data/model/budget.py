"""budget.yml: budget and outcome of a year, in the unit that the document uses."""

from typing import Annotated

from pydantic import Field

from rusplan.data.model.asked import Krävs
from rusplan.data.model.post import Post
from rusplan.data.model.revidering import Planändring, Rättelse
from rusplan.data.model.shared_parts import Anmärkning, Beslut, Hänvisning, Källa, Punkt
from rusplan.data.model.vocabularies import JaNej, Penningenhet, Radslag
from rusplan.data.values import Belopp, Dagar, Id, Rad, Tal, Text


class Delpost(Post):
    """An earmark within a budget line: planned, spent or both."""

    titel: Rad
    """Vad pengarna är till för."""
    budget: Belopp | None = None
    """Avsatt belopp, med minus framför en minskning."""
    högst: JaNej = JaNej.NEJ
    """Ja om beloppet är ett tak."""
    utfall: Belopp | None = None
    """Använt belopp, med minus framför pengar som kommit tillbaka."""
    timmar: Tal | None = None
    """Antal timmar som beloppet avser."""
    timpris: Annotated[Belopp, Field(ge=0)] | None = None
    """Kronor per timme, om källan anger det. Alltid i kronor, även när budgeten är i tkr eller mnkr."""
    beslut: Beslut | None = None
    """Vem som beslutade om beloppet, och när."""
    aktivitet: Id | None = None
    """Aktiviteten samma år som pengarna går till, med filnamnet utan .yml."""
    text: Rad | None = None
    """Vad mer källan säger om posten."""


class RadFöre(Post):
    """What a budget line's fields held before a change: only those that were changed."""

    titel: Rad | None = None
    """Namnet före ändringen."""
    budget: Belopp | None = None
    """Budgeterat belopp före ändringen."""
    delposter: tuple[Delpost, ...] = ()
    """Alla delposter före ändringen."""


class Radändring(Planändring):
    """What a revision changed in a budget line."""

    före: RadFöre = RadFöre()
    """Vad fälten innehöll före revideringen. Bara de fält som ändrades."""


class Radrättelse(Rättelse):
    """A slip in a budget line, put right."""

    före: RadFöre = RadFöre()
    """Vad som stod före rättelsen. Bara de fält som rättades."""


class Budgetrad(Post):
    """A line of the budget."""

    id: Id
    """Radens id, detsamma alla år."""
    titel: Rad
    """Radens namn."""
    slag: Radslag = Radslag.KOSTNAD
    """Kostnad eller intäkt. Lämna bort fältet för en kostnad."""
    aktivitet: Id | None = None
    """Aktiviteten samma år som hela raden gäller, med filnamnet utan .yml. Beloppen visas då även på aktivitetens sida."""
    budget: Belopp | None = None
    """Budgeterat belopp, med minus framför en minskning eller ett underskott från året före. Skriv kostnader utan minus, även om dokumentet har minus framför dem."""
    reviderad: Belopp | None = None
    """Budgeterat belopp efter en ändring under året, om dokumentet visar både det och den ursprungliga budgeten. Lämna bort fältet om budgeten står kvar."""
    överfört: Belopp | None = None
    """Belopp som förts över från året före, med minus framför ett underskott. Lämna bort fältet om inget har förts över."""
    prognos: Belopp | None = None
    """Vad raden väntas bli för hela året, enligt den senaste prognosen."""
    utfall: Belopp | None = None
    """Utfall, med minus framför en rättelse eller pengar som kommit tillbaka. Lämna bort fältet om källan inte säger något."""
    kommentar: tuple[Punkt, ...] = ()
    """Vad källan säger om raden."""
    delposter: tuple[Delpost, ...] = ()
    """Öronmärkta eller använda belopp inom raden."""
    ändringar: tuple[Radändring, ...] = ()
    """Vad revideringar har ändrat sedan planen beslutades. Kommandot rusplan revise skriver det."""
    rättelser: tuple[Radrättelse, ...] = ()
    """Fel i inmatningen som har rättats sedan planen beslutades. Kommandot rusplan correct skriver det."""
    anmärkningar: tuple[Anmärkning, ...] = ()
    """Redaktionella anmärkningar."""


class Budgetsumma(Post):
    """The sums that the document itself states."""

    titel: Rad
    """Vad summan kallas."""
    budget: Belopp | None = None
    """Angiven summa av budgeten: kostnader minus intäkter. Lämna bort fältet i en plan som skrivs här: summan räknas ut."""
    reviderad: Belopp | None = None
    """Angiven summa av den reviderade budgeten. Lämna bort fältet i en plan som skrivs här: summan räknas ut."""
    överfört: Belopp | None = None
    """Angiven summa av det som förts över från året före. Lämna bort fältet i en plan som skrivs här: summan räknas ut."""
    prognos: Belopp | None = None
    """Angiven summa av prognosen. Lämna bort fältet i en plan som skrivs här: summan räknas ut."""
    utfall: Belopp | None = None
    """Angiven summa av utfallet: kostnader minus intäkter. Lämna bort fältet i en plan som skrivs här: summan räknas ut."""
    kommentar: tuple[Punkt, ...] = ()
    """Vad källan säger om summan."""
    anmärkningar: tuple[Anmärkning, ...] = ()
    """Redaktionella anmärkningar."""


class Tillskott(Post):
    """Money added to the budget during the year."""

    titel: Rad
    """Vad tillskottet är."""
    belopp: Belopp
    """Belopp, med minus framför om pengar drogs tillbaka."""
    rad: Id | None = None
    """Budgetraden som tillskottet går till."""
    text: Text | None = None
    """Varifrån pengarna kom och varför."""


class Överskott(Post):
    """A surplus that the document states; below zero a deficit."""

    titel: Rad
    """Vad överskottet avser, eller underskottet."""
    belopp: Belopp
    """Belopp, med minus framför ett underskott."""
    med_tillskott: JaNej
    """Ja om tillskott under året är inräknade i budgeten."""
    text: Text | None = None
    """Vad källan säger om överskottet."""


class Tilldelning(Post):
    """The national allocation and how it was shared."""

    titel: Rad
    """Vad tilldelningen kallas."""
    belopp: Annotated[Belopp, Field(ge=0)]
    """Hela beloppet."""
    fördelning: tuple[Delpost, ...] = ()
    """Hur beloppet delades, med belopp i fältet budget."""
    text: Text | None = None
    """Vad källan säger om tilldelningen."""


class Bemanning(Post):
    """The staffing that the budget counts with."""

    tjänster: Tal | None = None
    """Antal heltidstjänster."""
    dagar: Dagar | None = None
    """Antal arbetsdagar som dokumentet anger, i dagar. Lämna bort fältet i en plan som skrivs här: summan räknas ut."""
    text: Text | None = None
    """Vad källan säger om arbetstiden."""
    anmärkningar: tuple[Anmärkning, ...] = ()
    """Redaktionella anmärkningar."""


class Budget(Post):
    """Budget and outcome of a year, all amounts in one unit."""

    enhet: Penningenhet = Penningenhet.KR
    """Vad alla belopp i filen är skrivna i: kr, tkr (tusental kronor) eller mnkr (miljoner kronor). Lämna bort fältet om det är kronor."""
    rader: Annotated[tuple[Budgetrad, ...], Field(min_length=1)]
    """Budgetens rader i dokumentets ordning."""
    summa: Budgetsumma
    """Summan som dokumentet självt anger."""
    tillskott: tuple[Tillskott, ...] = ()
    """Pengar som kom till under året."""
    överskott: tuple[Överskott, ...] = ()
    """Överskott som dokumentet anger."""
    tilldelning: Tilldelning | None = None
    """Den nationella tilldelningen och hur den delades."""
    bemanning: Bemanning | None = None
    """Arbetstiden som budgeten räknar med."""
    hänvisningar: tuple[Hänvisning, ...] = ()
    """Aktiviteter eller år som budgeten hänvisar till."""
    samma_som_förra_året: tuple[Rad, ...] = ()
    """Fält vars text ska stå som förra året, till exempel sammanfattning. Då räknas de inte som kvar att göra."""
    källa: Annotated[Källa | None, Krävs.INLÄST] = None
    """Var uppgifterna står."""
    anmärkningar: tuple[Anmärkning, ...] = ()
    """Redaktionella anmärkningar."""
