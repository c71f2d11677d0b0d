"""The small parts that stand in many kinds of file."""

from typing import Annotated

from pydantic import Field

from rusplan.data.model.asked import Krävs
from rusplan.data.model.post import Post
from rusplan.data.model.vocabularies import (
    Behov,
    Dokumentläge,
    Dokumenttyp,
    Form,
    Händelsetyp,
    JaNej,
    Publikationsläge,
    Publikationstyp,
    Ursprung,
)
from rusplan.data.values import Antal, Dag, Händelseid, Hänvisningsmål, Id, Klockslag, Länk, Rad, Text, Tid


class Källa(Post):
    """Where something stands in a source document."""

    dokument: Id
    """Dokumentets id, till exempel verksamhetsplan-2025."""
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
    """Vart hänvisningen leder: ett år (2026), en aktivitet (2025/kulturstigar), en budget (2025/budget) eller mål (2025/mal)."""
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


class Insats(Punkt):
    """A planned item of an activity."""

    id: Id | None = None
    """Behövs när utfallet ska säga hur det gick med just den här insatsen: ett kort namn, som webbinarier."""
    start: Tid | None = None
    """När insatsen börjar: dag, månad eller år."""
    slut: Tid | None = None
    """När insatsen ska vara klar: dag, månad eller år."""
    löpande: JaNej | None = None
    """Ja om insatsen pågår löpande, utan slut."""


class Händelse(Post):
    """A meeting, webinar, conference or the like: one occasion, or several of the same kind."""

    titel: Rad
    """Vad händelsen heter eller är, till exempel Höstkonferens."""
    typ: Händelsetyp
    """Slag av händelse."""
    datum: Tid
    """Dag (2025-11-12), månad (2025-11) eller år (2025), så noga som källan anger."""
    slutdatum: Dag | None = None
    """Sista dagen, om händelsen varar flera dagar."""
    starttid: Klockslag | None = None
    """Klockslaget då händelsen börjar, till exempel 09:00. Det är svensk tid."""
    sluttid: Klockslag | None = None
    """Klockslaget då händelsen slutar, till exempel 10:30. Varar den flera dagar gäller det den sista."""
    inställd: JaNej = JaNej.NEJ
    """Ja om händelsen är inställd. Låt den stå kvar, så får läsarna veta det."""
    tidigare_datum: tuple[Tid, ...] = ()
    """Datum som händelsen har haft tidigare, det första först. Fyll på när den flyttas."""
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
    anmälan: Länk | None = None
    """Webbadress där man anmäler sig."""
    id: Händelseid | None = None
    """Händelsens fasta namn i länkar och i läsarnas kalendrar. Kommandot rusplan permalinks skriver det; ändra det aldrig, och flytta det med händelsen."""


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
    """Andra organisationer som tog fram den tillsammans med er, eller gav ut den."""
    text: Text | None = None
    """Vad den handlar om eller används till."""
    länk: Länk | None = None
    """Webbadress till publikationen."""
    id: Id | None = None
    """Behövs bara om publikationen heter olika i planen och i utfallet: skriv samma id på båda ställena, så visas den en gång."""


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


class Beslut(Post):
    """A decision about a document or an amount."""

    av: Rad
    """Vem som beslutade, till exempel styrgruppen."""
    datum: Tid | None = None
    """När det beslutades, om källan säger det."""
    text: Rad | None = None
    """Vad beslutet gällde, till exempel godkänd eller fastställd."""
    diarienummer: Rad | None = None
    """Beslutets nummer i diariet, om det har ett."""


class Dokument(Post):
    """A source document."""

    id: Id
    """Dokumentets id, som källor hänvisar till."""
    titel: Rad
    """Dokumentets titel."""
    typ: Annotated[Dokumenttyp | None, Field(exclude=True)] = None  # told by the file that the document stands in
    """Verksamhetsplan eller verksamhetsberättelse. Fältet behövs inte: det framgår av vilken fil det är."""
    ursprung: Ursprung
    """Inläst om uppgifterna är hämtade ur ett färdigt dokument, skrivet_här om de skrivs i de här filerna."""
    läge: Dokumentläge | None = None
    """Utkast tills dokumentet är beslutat. Kommandot rusplan decide ändrar det. Lämna bort fältet om dokumentet inte är tillgängligt."""
    tillgänglig: JaNej = JaNej.JA
    """Nej om dokumentet finns men inte ligger till grund för uppgifterna här."""
    diarienummer: Rad | None = None
    """Dokumentets diarienummer, om det har ett."""
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
    källa: Annotated[Källa | None, Krävs.INLÄST] = None
    """Var uppgifterna står."""
    anmärkningar: tuple[Anmärkning, ...] = ()
    """Redaktionella anmärkningar."""
