"""The Swedish words for what changes: every field in a sentence, every item of a list in singular, new and gone."""

from rusplan.data import model
from rusplan.data.model import Post
from rusplan.tools.record import small


@small
class Listord:
    """An item of a list: «händelse», «händelsen», and whether it is neuter (nytt, borttaget)."""

    en: str
    bestämd: str
    neutrum: bool = False

    @property
    def ny(self) -> str:
        """«ny händelse», «nytt resultat»."""
        return f"{'nytt' if self.neutrum else 'ny'} {self.en}"

    @property
    def borttagen(self) -> str:
        """«händelse borttagen», «resultat borttaget»."""
        return f"{self.en} {'borttaget' if self.neutrum else 'borttagen'}"

    @property
    def ändrad(self) -> str:
        """«händelse ändrad», «resultat ändrat»."""
        return f"{self.en} {'ändrat' if self.neutrum else 'ändrad'}"


ITEMS: dict[str, Listord] = {
    "andra_namn": Listord("annat namn", "det andra namnet", True),
    "ansvar": Listord("ansvarig", "den ansvariga"),
    "anmärkningar": Listord("redaktionell anmärkning", "anmärkningen"),
    "avstämningar": Listord("avstämning", "avstämningen"),
    "avvikelser": Listord("avvikelse", "avvikelsen"),
    "bedömning": Listord("bedömning", "bedömningen"),
    "beskrivning": Listord("punkt i beskrivningen", "punkten i beskrivningen"),
    "beslut": Listord("beslut", "beslutet", True),
    "brister": Listord("känd brist", "bristen"),
    "borttagna": Listord("borttagen adress", "den borttagna adressen"),
    "bygger_på": Listord("koppling till tidigare år", "kopplingen till"),
    "delar": Listord("underpunkt", "underpunkten"),
    "delposter": Listord("delpost", "delposten"),
    "dokument": Listord("dokument", "dokumentet", True),
    "fördelning": Listord("del i fördelningen", "delen"),
    "grupper": Listord("grupp", "gruppen"),
    "händelser": Listord("händelse", "händelsen"),
    "hänvisningar": Listord("hänvisning", "hänvisningen till"),
    "indikatorer": Listord("indikator", "indikatorn"),
    "insatser": Listord("insats", "insatsen"),
    "kommentar": Listord("kommentar", "kommentaren"),
    "ledamöter": Listord("ledamotsplats", "ledamotsplatsen för"),
    "medverkande": Listord("medverkande", "medverkande"),
    "mål": Listord("mål", "målet", True),
    "oskäligt_betungande": Listord("undantag från tillgänglighetskraven", "undantaget", True),
    "om_planen": Listord("punkt om planen", "punkten om planen"),
    "om_verksamheten": Listord("punkt om verksamheten", "punkten om verksamheten"),
    "nyhetsbrev": Listord("nyhetsbrev", "nyhetsbrevet", True),
    "områden": Listord("område", "området", True),
    "organisationstyper": Listord("slag av organisation", "slaget", True),
    "organisationer": Listord("organisation", "organisationen"),
    "upphör": Listord("aktivitet som upphör", "aktiviteten som upphör"),
    "utanför_lagen": Listord("innehåll som lagen inte gäller", "innehållet", True),
    "prestationer": Listord("prestation", "prestationen"),
    "program": Listord("programpunkt", "programpunkten"),
    "publikationer": Listord("publikation", "publikationen"),
    "punkter": Listord("punkt", "punkten"),
    "rader": Listord("budgetrad", "budgetraden"),
    "resultat": Listord("resultat", "resultatet", True),
    "resursåtgång": Listord("punkt om resurser", "punkten om resurser"),
    "revideringar": Listord("revidering", "revideringen"),
    "rubriker": Listord("rubrik", "rubriken"),
    "rättelser": Listord("rättelse", "rättelsen"),
    "saknas": Listord("känd lucka", "luckan"),
    "saknades": Listord("fält som saknades", "fältet som saknades", True),
    "samma_som_förra_året": Listord("fält som är som förra året", "fältet", True),
    "skala": Listord("steg i skalan", "steget", True),
    "statusar": Listord("egen status", "den egna statusen"),
    "termer": Listord("ord", "ordet", True),
    "tidigare": Listord("tidigare värdering", "värderingen för"),
    "tidigare_datum": Listord("tidigare datum", "det tidigare datumet", True),
    "tillskott": Listord("tillskott", "tillskottet", True),
    "ändringar": Listord("ändring", "ändringen"),
    "värden": Listord("värde", "värdet", True),
    "överskott": Listord("överskott", "överskottet", True),
}

# Where the same field says different things in a plan and an outcome.
ITEMS_OF: dict[tuple[type[Post], str], Listord] = {
    (model.Aktivitet, "händelser"): Listord("planerad händelse", "den planerade händelsen"),
    (model.Webbplats, "skala"): Listord("egen värdering", "den egna värderingen"),
    (model.Utfall, "insatser"): Listord("uppföljd insats", "den uppföljda insatsen"),
    (model.Utfall, "publikationer"): Listord("publikation i utfallet", "publikationen"),
}

FIELDS: dict[str, str] = {
    "citat": "citat ur källan",
    "dagar_kommentar": "kommentar om dagar",
    "enhet": "enhet för beloppen",
    "flyttad_till": "flyttad till",
    "gäller": "vad anmärkningen gäller",
    "högst": "beloppet är ett tak",
    "kort_titel": "kort titel",
    "långt_namn": "hela namnet",
    "med_tillskott": "tillskott inräknade",
    "motsvarar": "motsvarande mål",
    "ny": "besked om att aktiviteten är ny",
    "reviderad": "reviderad budget",
    "text": "texten",
    "tillkom": "revideringen som aktiviteten kom till genom",
    "titel": "titeln",
    "under": "målet ovanför",
    "upphör": "besked om att aktiviteten upphör",
    "utgår": "besked om att aktiviteten utgår",
    "överfört": "överfört belopp",
    "utvecklingsinsats": "särskild utvecklingsinsats",
    "aktiviteter": "aktiviteter i planen",
}
FIELDS_OF: dict[tuple[type[Post], str], str] = {
    (model.Aktivitet, "mål"): "mål som aktiviteten bidrar till",
    (model.Utfall, "sammanfattning"): "sammanfattning av utfallet",
    (model.Utfall, "samverkan"): "samverkan i utfallet",
    (model.Utfall, "källa"): "källa för utfallet",
}

# What a field held before: that it has changed is told of the field itself. What is said to the check alone, when newsletters went out,
# and the words, licence and look of the site, which each page shows.
UNTOLD = (
    "ändringar",
    "rättelser",
    "samma_som_förra_året",
    "nyhetsbrev",
    "organisationstyper",
    "står_för_alla",
    "dokumentnamn",
    "statusar",
    "licens",
    "utgivartyp",
    "färg",
    "logotyp",
)
# Lists of ids are sets to a reader: who came and who went.
ID_LISTS = frozenset({"samverkan", "aktiviteter"})
ID_LISTS_OF: frozenset[tuple[type[Post], str]] = frozenset({(model.Aktivitet, "mål")})
# Lists whose order says nothing.
UNORDERED = frozenset({"organisationer", "termer", *ID_LISTS})


def item_word(owner: type[Post], field: str) -> Listord:
    """The words for an item of the list `field`."""
    found = ITEMS_OF.get((owner, field)) or ITEMS.get(field)
    return found or Listord(f"del av {field.replace('_', ' ')}", f"delen av {field.replace('_', ' ')}")


def field_word(owner: type[Post], field: str) -> str:
    """The words for a field."""
    return FIELDS_OF.get((owner, field)) or FIELDS.get(field) or field.replace("_", " ")
