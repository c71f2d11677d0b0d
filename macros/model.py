"""What the files in data/ hold: every field is declared here, once, with the sentence that explains it to an editor.

The field reference on the site, the JSON Schema and the help in error messages are all made from these classes.
All models are frozen; a list is a tuple; what is missing is ``None`` or an empty tuple. Days are working days,
amounts are SEK with öre (``Decimal``).
"""

from enum import StrEnum
from typing import Annotated, ClassVar

from pydantic import AfterValidator, BaseModel, ConfigDict, Field

from macros.values import (
    RESERVED_IDS,
    Adress,
    Aktivitetsref,
    Antal,
    Belopp,
    Betyg,
    Dag,
    Dagar,
    Epost,
    Hänvisningsmål,
    Id,
    Länk,
    Period,
    Rad,
    Tal,
    Text,
    Tid,
    År,
    refuse,
)


class JaNej(StrEnum):
    """Yes, no, or not told by the source."""

    JA = "ja"
    NEJ = "nej"
    OKÄNT = "okänt"


class Utvecklingsinsats(StrEnum):
    """Whether an activity is a development effort of the year."""

    JA = "ja"
    DELVIS = "delvis"
    NEJ = "nej"
    OKÄNT = "okänt"


class Behov(StrEnum):
    """Whether an activity needs cash besides working time."""

    JA = "ja"
    EVENTUELLT = "eventuellt"
    NEJ = "nej"
    OKÄNT = "okänt"


class Status(StrEnum):
    """How an activity went, as the report judges it."""

    SOM_PLANERAT = "som_planerat"
    DELVIS = "delvis"
    EJ = "ej"
    OKÄNT = "okänt"


class Förenlighet(StrEnum):
    """How well the site meets the law on accessibility, in the law's own three steps."""

    HELT = "helt"
    DELVIS = "delvis"
    INTE = "inte"


class Relation(StrEnum):
    """How an activity comes from an earlier one."""

    FORTSÄTTER = "fortsätter"
    NAMNBYTE = "namnbyte"
    SAMMANSLAGNING = "sammanslagning"
    UPPDELNING = "uppdelning"
    AVKNOPPNING = "avknoppning"
    ÖVERTAGANDE = "övertagande"


class Grund(StrEnum):
    """On what a link between years rests: the source's own words, or the editors' reading."""

    KÄLLAN = "källan"
    REDAKTIONELL = "redaktionell"


class Avvikelsetyp(StrEnum):
    """In what way something did not turn out as planned."""

    EJ_GENOMFÖRT = "ej_genomfört"
    EJ_SLUTFÖRT = "ej_slutfört"
    MINDRE_ÄN_PLANERAT = "mindre_än_planerat"
    SENARELAGT = "senarelagt"
    PAUSAT = "pausat"
    ANNAT = "annat"


class Tidsåtgång(StrEnum):
    """The time spent against the time planned, as the report judges it."""

    MER = "mer"
    SOM_PLANERAT = "som_planerat"
    MINDRE = "mindre"


class Händelsetyp(StrEnum):
    """Kind of event."""

    KONFERENS = "konferens"
    MÖTE = "möte"
    WEBBINARIUM = "webbinarium"
    WORKSHOP = "workshop"
    SEMINARIUM = "seminarium"
    KURS = "kurs"
    BESLUT = "beslut"
    ANNAT = "annat"


class Form(StrEnum):
    """How people take part in an event."""

    PÅ_PLATS = "på_plats"
    DIGITALT = "digitalt"
    BÅDE_OCH = "både_och"
    OKÄNT = "okänt"


class Publikationstyp(StrEnum):
    """Kind of publication."""

    VÄGLEDNING = "vägledning"
    RAPPORT = "rapport"
    HANDBOK = "handbok"
    ANVISNING = "anvisning"
    MALL = "mall"
    PLAN = "plan"
    UNDERLAG = "underlag"
    PRESENTATION = "presentation"
    STATISTIK = "statistik"
    WEBBPLATS = "webbplats"
    ANNAT = "annat"


class Publikationsläge(StrEnum):
    """How far a publication has come."""

    PLANERAD = "planerad"
    PÅGÅR = "pågår"
    KLAR = "klar"
    TIDIGARE = "tidigare"


class Organisationstyp(StrEnum):
    """Kind of organisation or network."""

    LÄNSSTYRELSE = "länsstyrelse"
    LÄNSSTYRELSENÄTVERK = "länsstyrelsenätverk"
    MYNDIGHET = "myndighet"
    KOMMUN_OCH_REGION = "kommun_och_region"
    FORSKNING = "forskning"
    NÄRINGSLIV = "näringsliv"
    SAMVERKANSFORUM = "samverkansforum"
    REGERING_OCH_EU = "regering_och_eu"


class Dokumenttyp(StrEnum):
    """Kind of document."""

    VERKSAMHETSPLAN = "verksamhetsplan"
    VERKSAMHETSBERÄTTELSE = "verksamhetsberättelse"


_NOT_NOTED = set[str]()


class Post(BaseModel):
    """Base of everything in data/: frozen, and no field that is not declared."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    megabyte: ClassVar[int] = 1
    """The largest file of this kind that is read."""

    def model_post_init(self, _context: object) -> None:
        """Forget which fields were given, which nobody asks: a set for each part of each file is a quarter of what data takes in memory."""
        object.__setattr__(self, "__pydantic_fields_set__", _NOT_NOTED)


# ---------------------------------------------------------------- small parts used in many places


class Källa(Post):
    """Where something stands in a source document."""

    dokument: Id
    """Dokumentets id, till exempel rus-verksamhetsplan-2024."""
    avsnitt: Rad
    """Rubriken i dokumentet där uppgiften står."""


class Anmärkning(Post):
    """An editorial note: what the source says, and how we have read it."""

    gäller: Rad | None = None
    """Fältet som anmärkningen handlar om, till exempel dagar. Lämna bort det om den gäller helheten."""
    citat: Rad | None = None
    """Källans egna ord, kort."""
    text: Text
    """Vad som inte stämmer och hur vi har gjort."""


class Hänvisning(Post):
    """A reference from a text to another activity, year, budget or set of goals."""

    till: Hänvisningsmål
    """Vart hänvisningen leder: ett år (2026), en aktivitet (2025/kulturmiljo), en budget (2025/budget) eller mål (2025/mal)."""
    text: Rad
    """Vad hänvisningen säger, i en mening eller några ord."""


class Citat(Post):
    """Words that carry over exactly as the source has them."""

    citat: Rad
    """Källans egna ord."""


class Punkt(Post):
    """One planned item, result or statement: a text, with who takes part and what it refers to."""

    text: Text
    """Vad som ska göras, har gjorts eller gäller. Enkel text, gärna en eller två meningar."""
    delar: tuple[Rad, ...] = ()
    """Underpunkter, om det är en uppräkning."""
    utvecklingsinsats: JaNej | None = None
    """Ja om källan märker just den här punkten som särskild utvecklingsinsats."""
    samverkan: tuple[Id, ...] = ()
    """Organisationer som punkten gäller, med id från samverkan.yml."""
    hänvisningar: tuple[Hänvisning, ...] = ()
    """Andra aktiviteter eller år som punkten hänvisar till."""


class Händelse(Post):
    """A meeting, webinar, conference or the like: one occasion, or several of the same kind."""

    titel: Rad
    """Vad händelsen heter eller är, till exempel Miljömålsdagarna."""
    typ: Händelsetyp
    """Slag av händelse."""
    datum: Tid
    """Dag (2025-11-12), månad (2025-11) eller år (2025), så noga som källan anger."""
    slutdatum: Dag | None = None
    """Sista dagen, om händelsen varar flera dagar."""
    när: Rad | None = None
    """Tiden i ord om inget exakt datum finns, till exempel «under våren»."""
    antal: Annotated[Antal, Field(ge=1)] | None = None
    """Antal tillfällen, om raden gäller en serie."""
    tema: Rad | None = None
    """Temat, som källan skriver det."""
    plats: Rad | None = None
    """Ort och lokal."""
    form: Form = Form.OKÄNT
    """Om deltagarna är på plats eller med digitalt."""
    deltagare: Rad | None = None
    """Hur många som deltog, med källans ord, till exempel «drygt 80»."""
    målgrupp: Rad | None = None
    """Vilka händelsen vänder sig till."""
    medverkande: tuple[Rad, ...] = ()
    """Vilka som medverkade: roll och organisation, aldrig namn på privatpersoner."""
    program: tuple[Punkt, ...] = ()
    """Programmet, punkt för punkt."""
    samverkan: tuple[Id, ...] = ()
    """Organisationer som ordnade eller medverkade, med id från samverkan.yml."""
    text: Text | None = None
    """Vad mer som är värt att veta."""
    länk: Länk | None = None
    """Webbadress för mer information."""
    id: Id | None = None
    """Ett eget id, om länken till händelsen och raden i läsarnas kalendrar ska hålla även när titeln ändras."""


class Publikation(Post):
    """Something written or published: guide, report, template, website."""

    titel: Rad
    """Titeln. Saknas en titel i källan: en kort beskrivning."""
    typ: Publikationstyp
    """Slag av publikation."""
    läge: Publikationsläge
    """Hur långt den har kommit: planerad, pågår, klar eller tidigare (kom ut ett tidigare år)."""
    datum: Tid | None = None
    """När den kom eller ska komma ut, så noga som källan anger."""
    samverkan: tuple[Id, ...] = ()
    """Organisationer som tog fram den tillsammans med RUS eller gav ut den."""
    text: Text | None = None
    """Vad den handlar om eller används till."""
    länk: Länk | None = None
    """Webbadress till publikationen."""


class Medelsbehov(Post):
    """The need of cash, besides working time."""

    behov: Behov
    """Om aktiviteten behöver pengar utöver arbetstid: ja, eventuellt, nej eller okänt."""
    villkor: Rad | None = None
    """När pengarna behövs, till exempel «om det blir underskott»."""
    finansiering: Rad | None = None
    """Varifrån pengarna kommer."""
    kommentar: Rad | None = None
    """Annat som källan säger om pengarna."""


# ---------------------------------------------------------------- one activity in one year


class Länkbakåt(Post):
    """The earlier activity that this one comes from."""

    aktivitet: Aktivitetsref
    """Den tidigare aktiviteten: år och filnamn, till exempel 2024/kulturmiljo."""
    typ: Relation
    """Hur den här aktiviteten kommer ur den tidigare."""
    grund: Grund
    """Källan om källan själv säger det, redaktionell om det är vår läsning."""
    text: Rad | None = None
    """Vad läsningen bygger på, i en mening."""


class Besked(Post):
    """That an activity is new, or ends, and on what ground."""

    grund: Grund
    """Källan om källan själv säger det, redaktionell om det är vår läsning."""
    text: Rad
    """Skälet, i en mening."""


class Aktivitet(Post):
    """The plan of one activity in one year. The file's name is its id."""

    titel: Rad
    """Aktivitetens namn, som källan skriver det."""
    kort_titel: Rad | None = None
    """Namnet i dokumentets korta lista, om det skiljer sig från titeln."""
    område: Id
    """Området den hör till, med id från årets plan.yml."""
    prioriterad: JaNej
    """Ja om planen märker aktiviteten som prioriterad."""
    utvecklingsinsats: Utvecklingsinsats
    """Om aktiviteten är en särskild utvecklingsinsats för året."""
    dagar: Dagar | None = None
    """Planerad arbetstid för arbetsgruppen, i dagar. Lämna bort fältet om källan inte säger något."""
    dagar_kommentar: Rad | None = None
    """Källans tillägg om tiden, till exempel att tid också redovisas i en annan aktivitet."""
    medelsbehov: Medelsbehov
    """Behov av pengar utöver arbetstid."""
    bygger_på: tuple[Länkbakåt, ...] = ()
    """Aktiviteter året före som den här kommer ur."""
    ny: Besked | None = None
    """Fyll i om aktiviteten är ny i år och inte bygger på någon tidigare."""
    upphör: Besked | None = None
    """Fyll i om ingen aktivitet nästa år tar vid."""
    samverkan: tuple[Id, ...] = ()
    """Organisationer och nätverk som aktiviteten görs tillsammans med."""
    sammanfattning: Text
    """Vad aktiviteten går ut på, i en eller två meningar."""
    insatser: tuple[Punkt, ...] = ()
    """Vad som ska göras, punkt för punkt. Tomt om källan inte säger det."""
    händelser: tuple[Händelse, ...] = ()
    """Planerade händelser."""
    publikationer: tuple[Publikation, ...] = ()
    """Planerade eller nämnda publikationer."""
    hänvisningar: tuple[Hänvisning, ...] = ()
    """Hänvisningar som gäller hela aktiviteten."""
    källa: Källa
    """Var uppgifterna står."""
    anmärkningar: tuple[Anmärkning, ...] = ()
    """Redaktionella anmärkningar."""


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
    källa: Källa
    """Var uppgifterna står."""
    anmärkningar: tuple[Anmärkning, ...] = ()
    """Redaktionella anmärkningar."""


# ---------------------------------------------------------------- the documents of a year


class Beslut(Post):
    """A decision about a document or an amount."""

    av: Rad
    """Vem som beslutade, till exempel RUS styrgrupp."""
    datum: Tid | None = None
    """När det beslutades, om källan säger det."""
    text: Rad | None = None
    """Vad beslutet gällde, till exempel godkänd eller fastställd."""


class Dokument(Post):
    """A source document."""

    id: Id
    """Dokumentets id, som källor hänvisar till."""
    titel: Rad
    """Dokumentets titel."""
    typ: Dokumenttyp
    """Verksamhetsplan eller verksamhetsberättelse."""
    tillgänglig: JaNej
    """Nej om dokumentet finns men inte ligger till grund för uppgifterna här."""
    beslut: tuple[Beslut, ...] = ()
    """Vem som har beslutat om dokumentet, och när."""
    beskrivning: tuple[Punkt, ...] = ()
    """Vad dokumentet är och hur det kom till."""
    länk: Länk | None = None
    """Webbadress till dokumentet."""
    saknas: tuple[Rad, ...] = ()
    """Kända luckor: vad vi inte vet, och varför."""


class Ledamöter(Post):
    """Seats in a group: organisation and role, no names."""

    organisation: Id
    """Organisationen som ledamoten kommer från, med id från samverkan.yml."""
    roll: Rad | None = None
    """Rollen, till exempel ordförande, eller nätverket som ledamoten företräder."""
    antal: Annotated[Antal, Field(ge=1)] | None = None
    """Antal personer från organisationen i samma roll, om källan säger det."""
    text: Rad | None = None
    """Vad mer källan säger, till exempel att personen byttes ut under året."""


class Grupp(Post):
    """A group that steers or works, such as the steering group."""

    id: Id
    """Gruppens id, till exempel styrgrupp."""
    titel: Rad
    """Gruppens namn."""
    text: Text | None = None
    """Vad källan säger om gruppen."""
    ledamöter: tuple[Ledamöter, ...] = ()
    """Vilka som ingår: organisation och roll."""
    källa: Källa
    """Var uppgifterna står."""
    anmärkningar: tuple[Anmärkning, ...] = ()
    """Redaktionella anmärkningar."""


class Rubrik(Post):
    """A heading within an area, with its activities in the document's order."""

    titel: Rad | None = None
    """Rubriken i dokumentet. Lämna bort den om området inte har underrubriker."""
    aktiviteter: Annotated[tuple[Id, ...], Field(min_length=1)]
    """Aktiviteternas filnamn utan .yml, i dokumentets ordning."""


class Område(Post):
    """An area of the plan."""

    id: Id
    """Områdets id, detsamma alla år."""
    titel: Rad
    """Områdets namn i planen."""
    dagar: Dagar | None = None
    """Summan av arbetstid som dokumentet självt anger för området, i dagar."""
    medelsbehov: Medelsbehov
    """Behov av pengar som dokumentet anger för hela området."""
    beskrivning: tuple[Punkt, ...] = ()
    """Vad dokumentet säger om området."""
    rubriker: Annotated[tuple[Rubrik, ...], Field(min_length=1)]
    """Områdets aktiviteter, under dokumentets underrubriker."""
    källa: Källa
    """Var uppgifterna står."""
    anmärkningar: tuple[Anmärkning, ...] = ()
    """Redaktionella anmärkningar."""


class Plan(Post):
    """A year's plan: the document, what it says in general, and the areas with their activities in order."""

    dokument: Dokument
    """Dokumentet."""
    sammanfattning: Text
    """Planen i korthet, två eller tre meningar."""
    vision: Citat | None = None
    """Visionen."""
    om_verksamheten: tuple[Punkt, ...] = ()
    """Vad planen säger om organisationen, dess uppdrag och målgrupper."""
    om_planen: tuple[Punkt, ...] = ()
    """Vad planen säger om sig själv: upplägg, prioriteringar och resurser."""
    områden: Annotated[tuple[Område, ...], Field(min_length=1)]
    """Områdena i dokumentets ordning."""
    grupper: tuple[Grupp, ...] = ()
    """Styrgrupp, arbetsgrupp och liknande, så som planen beskriver dem."""
    källa: Källa
    """Var uppgifterna står."""
    anmärkningar: tuple[Anmärkning, ...] = ()
    """Redaktionella anmärkningar."""


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
    källa: Källa
    """Var uppgifterna står."""
    anmärkningar: tuple[Anmärkning, ...] = ()
    """Redaktionella anmärkningar."""


class Berättelse(Post):
    """A year's report: the document and what it says in general."""

    dokument: Dokument
    """Dokumentet."""
    sammanfattning: Text
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
    källa: Källa
    """Var uppgifterna står."""
    anmärkningar: tuple[Anmärkning, ...] = ()
    """Redaktionella anmärkningar."""


# ---------------------------------------------------------------- goals


class Skalsteg(Post):
    """One step of the rating scale."""

    värdering: Betyg
    """1, 2 eller 3."""
    betydelse: Rad
    """Vad värderingen betyder."""


class TidigareVärdering(Post):
    """The rating of the corresponding goal in an earlier period."""

    period: Period
    """Perioden, till exempel 2022-2024."""
    värdering: Betyg | None = None
    """1, 2 eller 3. Lämna bort fältet om målet inte värderades då."""
    kommentar: Rad | None = None
    """Varför värdering saknas, till exempel att målet inte fanns."""


class Uppföljning(Post):
    """How a goal was followed up."""

    värdering: Betyg
    """1, 2 eller 3 enligt skalan."""
    tidigare: tuple[TidigareVärdering, ...] = ()
    """Värderingen av motsvarande mål under tidigare perioder."""
    punkter: tuple[Punkt, ...] = ()
    """Vad uppföljningen lyfter fram."""


class EttMål(Post):
    """One goal."""

    id: Id
    """Målets id inom året."""
    område: Id
    """Området målet hör till."""
    titel: Rad
    """Vad målet handlar om, i några ord."""
    text: Text
    """Vad målet säger."""
    motsvarar: Id | None = None
    """Id för motsvarande mål i föregående periods mal.yml."""
    uppföljning: Uppföljning | None = None
    """Uppföljningen av målet. Lämna bort den om källan inte har någon."""
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
    källa: Källa
    """Var uppgifterna står."""
    anmärkningar: tuple[Anmärkning, ...] = ()
    """Redaktionella anmärkningar."""


# ---------------------------------------------------------------- budget


class Delpost(Post):
    """An earmark within a budget line: planned, spent or both."""

    titel: Rad
    """Vad pengarna är till för."""
    budget: Belopp | None = None
    """Avsatt belopp i kronor."""
    högst: JaNej = JaNej.NEJ
    """Ja om beloppet är ett tak."""
    utfall: Belopp | None = None
    """Använt belopp i kronor."""
    timmar: Tal | None = None
    """Antal timmar som beloppet avser."""
    timpris: Belopp | None = None
    """Kronor per timme, om källan anger det."""
    beslut: Beslut | None = None
    """Vem som beslutade om beloppet, och när."""
    aktivitet: Id | None = None
    """Aktiviteten samma år som pengarna går till, med filnamnet utan .yml."""
    text: Rad | None = None
    """Vad mer källan säger om posten."""


class Budgetrad(Post):
    """A line of the budget."""

    id: Id
    """Radens id, detsamma alla år."""
    titel: Rad
    """Radens namn."""
    budget: Belopp | None = None
    """Budgeterat belopp i kronor."""
    utfall: Belopp | None = None
    """Utfall i kronor. Lämna bort fältet om källan inte säger något."""
    kommentar: tuple[Punkt, ...] = ()
    """Vad källan säger om raden."""
    delposter: tuple[Delpost, ...] = ()
    """Öronmärkta eller använda belopp inom raden."""
    anmärkningar: tuple[Anmärkning, ...] = ()
    """Redaktionella anmärkningar."""


class Budgetsumma(Post):
    """The sums that the document itself states."""

    titel: Rad
    """Vad summan kallas."""
    budget: Belopp | None = None
    """Angiven summa av budgeten, i kronor."""
    utfall: Belopp | None = None
    """Angiven summa av utfallet, i kronor."""
    kommentar: tuple[Punkt, ...] = ()
    """Vad källan säger om summan."""
    anmärkningar: tuple[Anmärkning, ...] = ()
    """Redaktionella anmärkningar."""


class Tillskott(Post):
    """Money added to the budget during the year."""

    titel: Rad
    """Vad tillskottet är."""
    belopp: Belopp
    """Belopp i kronor."""
    rad: Id | None = None
    """Budgetraden som tillskottet går till."""
    text: Text | None = None
    """Varifrån pengarna kom och varför."""


class Överskott(Post):
    """A surplus that the document states."""

    titel: Rad
    """Vad överskottet avser."""
    belopp: Belopp
    """Belopp i kronor."""
    med_tillskott: JaNej
    """Ja om tillskott under året är inräknade i budgeten."""
    text: Text | None = None
    """Vad källan säger om överskottet."""


class Tilldelning(Post):
    """The national allocation and how it was shared."""

    titel: Rad
    """Vad tilldelningen kallas."""
    belopp: Belopp
    """Hela beloppet i kronor."""
    fördelning: tuple[Delpost, ...] = ()
    """Hur beloppet delades, med belopp i fältet budget."""
    text: Text | None = None
    """Vad källan säger om tilldelningen."""


class Bemanning(Post):
    """The staffing that the budget counts with."""

    tjänster: Tal | None = None
    """Antal heltidstjänster."""
    dagar: Dagar | None = None
    """Antal arbetsdagar som dokumentet anger, i dagar."""
    text: Text | None = None
    """Vad källan säger om arbetstiden."""
    anmärkningar: tuple[Anmärkning, ...] = ()
    """Redaktionella anmärkningar."""


class Budget(Post):
    """Budget and outcome of a year, in SEK."""

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
    källa: Källa
    """Var uppgifterna står."""
    anmärkningar: tuple[Anmärkning, ...] = ()
    """Redaktionella anmärkningar."""


# ---------------------------------------------------------------- what all years share


class Organisation(Post):
    """An organisation, network or forum."""

    id: Id
    """Organisationens id, som aktiviteterna använder."""
    namn: Rad
    """Namnet."""
    kortnamn: Rad | None = None
    """Förkortning eller kort namn som källorna använder."""
    typ: Organisationstyp
    """Slag av organisation."""
    beskrivning: Rad | None = None
    """Vad organisationen eller nätverket är, i en mening."""
    andra_namn: tuple[Rad, ...] = ()
    """Andra sätt som källorna skriver namnet på."""
    länk: Länk | None = None
    """Organisationens webbplats."""
    anmärkningar: tuple[Anmärkning, ...] = ()
    """Redaktionella anmärkningar om namnet."""


class Samverkan(Post):
    """All organisations and networks."""

    organisationer: Annotated[tuple[Organisation, ...], Field(min_length=1)]
    """Organisationer och nätverk. Ordningen spelar ingen roll."""


class Term(Post):
    """A term or abbreviation of the glossary."""

    term: Rad
    """Ordet eller förkortningen, som det skrivs i text."""
    utskrivet: Rad | None = None
    """Vad förkortningen står för."""
    förklaring: Text
    """Vad det betyder, i en eller två meningar."""


class Ordlista(Post):
    """The glossary."""

    termer: Annotated[tuple[Term, ...], Field(min_length=1)]
    """Termer och förkortningar. Ordningen spelar ingen roll."""


class Brist(Post):
    """A known fault of accessibility."""

    text: Text
    """Vad som inte är tillgängligt, och vem som märker det."""
    skäl: Text
    """Varför det inte är tillgängligt än."""
    klart: Tid | None = None
    """När bristen ska vara åtgärdad."""


class Tillgänglighet(Post):
    """What the accessibility statement says: the points that the Swedish law on accessible public digital services asks for."""

    förenlighet: Förenlighet
    """Hur väl webbplatsen följer lagens krav: helt, delvis eller inte."""
    bedömd: Dag
    """Dagen då ni bedömde hur väl webbplatsen följer lagen."""
    uppdaterad: Dag
    """Dagen då redogörelsen senast ändrades."""
    granskad: Dag
    """Dagen då webbplatsen senast testades."""
    metod: Text
    """Hur den testades, och av vem."""
    resultat: Text
    """Vad testet visade."""
    brister: tuple[Brist, ...] = ()
    """Kända brister."""
    oskäligt_betungande: tuple[Text, ...] = ()
    """Innehåll som ni har undantagit för att det vore oskäligt betungande att anpassa (12 § i lagen), och varför."""
    utanför_lagen: tuple[Text, ...] = ()
    """Innehåll som lagen inte gäller för (9 § i lagen)."""


class Webbplats(Post):
    """The organisation that publishes the site, and what the site says of itself."""

    namn: Rad
    """Organisationens korta namn."""
    långt_namn: Rad
    """Namnet i sin helhet."""
    beskrivning: Text
    """Vad organisationen är, i två meningar."""
    webbplats: Länk
    """Organisationens egen webbplats."""
    epost: Epost | None = None
    """Funktionsbrevlåda, aldrig en persons adress."""
    ansvarig: Rad
    """Funktionen som ansvarar för webbplatsen."""
    tillgänglighet: Tillgänglighet | None = None
    """Uppgifter till tillgänglighetsredogörelsen."""


class Omdirigering(Post):
    """An address that has no page of its own any more, and the page that it leads to."""

    från: Adress
    """Adressen som inte längre har en egen sida, till exempel /aktiviteter/2025/gammal/."""
    till: Adress
    """Sidan som den leder till nu, till exempel /aktiviteter/2025/ny/."""


class Permalänkar(Post):
    """Every address that has been published, and where those lead that have no page any more."""

    megabyte: ClassVar[int] = 10

    adresser: tuple[Adress, ...] = ()
    """Alla adresser som har publicerats. Kommandot rusplan permalinks lägger till nya. Ta aldrig bort någon."""
    omdirigeringar: tuple[Omdirigering, ...] = ()
    """Adresser som har flyttat, och vart de leder nu."""


def activity_id(name: str) -> str:
    """`name` if an activity may be called so, else a refusal: some names are taken by the site's own addresses."""
    if name in RESERVED_IDS:
        raise refuse("är «{värde}», men det namnet använder webbplatsen själv; byt namn på filen", värde=name)
    return name


Aktivitetsid = Annotated[Id, AfterValidator(activity_id)]
