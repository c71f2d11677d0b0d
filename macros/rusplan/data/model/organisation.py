"""organisation.yml: the organisation that publishes the site, and what the site says of itself."""

from rusplan.data.model.egna_ord import EgenStatus, EgenVärdering
from rusplan.data.model.post import Post
from rusplan.data.model.vocabularies import Förenlighet, JaNej, Utgivartyp
from rusplan.data.values import Bildväg, Dag, EgetOrd, Epost, Formatnummer, Färg, Kontakt, Länk, Rad, Text, Tid


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


class Säkerhetskontakt(Post):
    """Who is told of a security hole in the site: what stands in /.well-known/security.txt."""

    kontakt: Kontakt
    """Dit den som har hittat en säkerhetsbrist skriver: en funktionsbrevlåda, aldrig en persons adress, eller ett webbformulär."""
    gäller_till: Dag
    """Sista dagen som uppgiften gäller, högst ett år fram. Flytta fram den när ni har sett att någon fortfarande läser det som kommer in."""


class Nyhetsbrev(Post):
    """An issue of the newsletter that has gone out."""

    datum: Dag
    """Dagen då nyhetsbrevet gick ut."""


class Organisationstyp(Post):
    """A kind of organisation or network."""

    id: EgetOrd
    """Ordet som samverkan.yml använder, till exempel myndighet."""
    namn: Rad
    """Vad slaget heter på sidan om en organisation, till exempel Myndighet."""
    flertal: Rad | None = None
    """Rubriken över alla av samma slag, till exempel Myndigheter. Lämna bort fältet om det är samma ord som namnet."""
    egen_sida: Rad | None = None
    """Rubriken på en sida där läsaren väljer en organisation av slaget och ser allt som rör den, till exempel Min kommun. Utan fältet finns ingen sådan sida."""


class Dokumentnamn(Post):
    """What the organisation calls its documents."""

    plan: Rad | None = None
    """Vad ni kallar planen, utan årtal, till exempel Handlingsplan. Utan fältet heter den Verksamhetsplan."""
    berättelse: Rad | None = None
    """Vad ni kallar berättelsen, utan årtal, till exempel Årsredovisning. Utan fältet heter den Verksamhetsberättelse."""


class Licens(Post):
    """What others may do with the data."""

    namn: Rad
    """Licensens namn, till exempel CC0 eller CC BY 4.0."""
    länk: Länk
    """Webbadressen till licensens text."""
    text: Rad | None = None
    """Vad man får göra med uppgifterna, i några ord utan punkt, till exempel Uppgifterna är fria att använda."""


class Webbplats(Post):
    """The organisation that publishes the site, and what the site says of itself."""

    dataformat: Formatnummer = 1
    """Vilket format alla filer i data är skrivna i. Kommandot rusplan upgrade ändrar det, aldrig du själv."""
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
    visa_utkast: JaNej = JaNej.NEJ
    """Ja om alla ska kunna läsa utkast på webbplatsen. Annars syns de bara i förhandsvisningar."""
    dokumentnamn: Dokumentnamn | None = None
    """Vad ni kallar planen och berättelsen, om de inte heter Verksamhetsplan och Verksamhetsberättelse."""
    organisationstyper: tuple[Organisationstyp, ...] = ()
    """Slagen av organisationer som ni samarbetar med, i den ordning som de ska visas."""
    statusar: tuple[EgenStatus, ...] = ()
    """Egna statusar, om de vanliga inte räcker."""
    skala: tuple[EgenVärdering, ...] = ()
    """Egna ord för hur mål värderas, i stället för siffror."""
    licens: Licens | None = None
    """Licensen för uppgifterna. Den står längst ner på varje sida. Utan den säger webbplatsen inget om licens."""
    utgivartyp: Utgivartyp | None = None
    """Vilket slags organisation ni är. Dataportaler kräver uppgiften av den som vill ha sina öppna data där."""
    färg: Färg | None = None
    """Färgen på länkar, knappar och diagram, till exempel "#1b6648". Den ska vara så mörk att den går att läsa på vitt. I mörkt läge visas den ljusare."""
    logotyp: Bildväg | None = None
    """Er logotyp, som visas före namnet överst på varje sida: en bild i mappen docs, till exempel assets/logotyp.svg."""
    tillgänglighet: Tillgänglighet | None = None
    """Uppgifter till tillgänglighetsredogörelsen."""
    säkerhetskontakt: Säkerhetskontakt | None = None
    """Vart den som har hittat en säkerhetsbrist skriver. Det står i filen /.well-known/security.txt på webbplatsen."""
    nyhetsbrev: tuple[Nyhetsbrev, ...] = ()
    """Nyhetsbreven som har gått ut. Sidan Nyhetsbrev kan visa vad som har ändrats sedan det senaste."""

    @property
    def egna_ord(self) -> dict[str, str]:
        """The names of the statuses and ratings of the organisation's own, by id."""
        return {own.id: own.namn for own in self.statusar} | {own.id: own.namn for own in self.skala}
