"""How each word of the closed vocabularies is shown: its label in text, its mark, its class, in its order."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Any

from rusplan.data.model import (
    Ansvarsroll,
    Avvikelsetyp,
    Behov,
    Form,
    Förenlighet,
    Grund,
    Händelsetyp,
    Insatsläge,
    JaNej,
    Penningenhet,
    Publikationsläge,
    Publikationstyp,
    Radslag,
    Relation,
    Riktning,
    Status,
    Ställning,
    Tidsåtgång,
    Utgivartyp,
    Utvecklingsinsats,
)
from rusplan.tools.record import small

SAKNAS = "Uppgift saknas i källan"


@small
class Märke:
    """A state as text with a mark: never by colour alone. `slag` names the CSS class. `ensam` is the text where no heading says what
    it is about, if it is another one."""

    text: str
    tecken: str
    slag: str
    ensam: str = ""


STÄLLNING = {
    Ställning.SOM_PLANERAT: Märke("Genomförd som planerat", "●", "klar"),
    Ställning.DELVIS: Märke("Delvis genomförd", "◐", "delvis"),
    Ställning.EJ: Märke("Inte genomförd", "○", "ej"),
    Ställning.PÅGÅR: Märke("Pågår", "▸", "pagar"),
    Ställning.INTE_PÅBÖRJAD: Märke("Inte påbörjad", "–", "vantar"),
    # An activity of a year that has no report yet.
    Ställning.INTE_UPPFÖLJD: Märke("Inte uppföljd än", "·", "neutral"),
    Ställning.OKÄNT: Märke(SAKNAS, "?", "okant", "Uppgift om status saknas"),
    # An activity of a year that is written here, of which those who wrote it do not know.
    Ställning.OVISST: Märke("Okänt hur det gick", "?", "ovisst"),
    # An activity of a year whose report is told of without being at hand.
    Ställning.INTE_HÄR: Märke("Utfallet finns inte här", "?", "okant"),
    # An activity that was taken out of the plan.
    Ställning.UTGÅR: Märke("Utgår ur planen", "×", "neutral"),
}
STATUS = {status: STÄLLNING[Ställning(status)] for status in Status}
# One activity, and several, that stand so: as a heading says it after their number.
AKTIVITETER_SOM = {
    Ställning.SOM_PLANERAT: ("aktivitet genomförd som planerat", "aktiviteter genomförda som planerat"),
    Ställning.DELVIS: ("delvis genomförd aktivitet", "delvis genomförda aktiviteter"),
    Ställning.EJ: ("inte genomförd aktivitet", "inte genomförda aktiviteter"),
    Ställning.PÅGÅR: ("pågående aktivitet", "pågående aktiviteter"),
    Ställning.INTE_PÅBÖRJAD: ("inte påbörjad aktivitet", "inte påbörjade aktiviteter"),
    Ställning.INTE_UPPFÖLJD: ("aktivitet som inte är uppföljd än", "aktiviteter som inte är uppföljda än"),
    Ställning.OKÄNT: ("aktivitet utan uppgift om status", "aktiviteter utan uppgift om status"),
    Ställning.OVISST: ("aktivitet där vi inte vet hur det gick", "aktiviteter där vi inte vet hur det gick"),
    Ställning.INTE_HÄR: ("aktivitet vars utfall inte finns här", "aktiviteter vars utfall inte finns här"),
    Ställning.UTGÅR: ("aktivitet som utgår ur planen", "aktiviteter som utgår ur planen"),
}
# What a draft has not got yet.
INTE_IFYLLT = Märke("Inte ifyllt än", "·", "neutral")


def mark(words: Mapping[Any, Märke], word: StrEnum | None) -> Märke:
    """The mark of a word, or of a field that is not filled in yet."""
    return words[word] if word else INTE_IFYLLT


# An event that is cancelled.
INSTÄLLD = Märke("Inställd", "×", "ej")

PRIORITERAD = {
    JaNej.JA: Märke("Prioriterad", "▲", "prio"),
    JaNej.NEJ: Märke("Inte prioriterad", "–", "neutral"),
    JaNej.OKÄNT: Märke(SAKNAS, "?", "okant", "Uppgift om prioritet saknas"),
}

UTVECKLINGSINSATS = {
    Utvecklingsinsats.JA: Märke("Särskild utvecklingsinsats", "◆", "insats"),
    Utvecklingsinsats.DELVIS: Märke("Delvis särskild utvecklingsinsats", "◇", "insats"),
    Utvecklingsinsats.NEJ: Märke("Löpande verksamhet", "–", "neutral"),
    Utvecklingsinsats.OKÄNT: Märke(SAKNAS, "?", "okant"),
}

BEHOV = {
    Behov.JA: "Ja",
    Behov.EVENTUELLT: "Eventuellt",
    Behov.NEJ: "Nej",
    Behov.OKÄNT: SAKNAS,
}

ANSVARSROLL = {
    Ansvarsroll.ANSVARIG: "Ansvarig",
    Ansvarsroll.MEDANSVARIG: "Medansvarig",
}

RELATION = {
    Relation.FORTSÄTTER: "fortsätter",
    Relation.NAMNBYTE: "byter namn",
    Relation.SAMMANSLAGNING: "slås ihop",
    Relation.UPPDELNING: "delas upp",
    Relation.AVKNOPPNING: "knoppas av",
    Relation.ÖVERTAGANDE: "tas över",
}

# How the page of an older year leads on: «Aktiviteten … Kulturmiljö (2025)».
VIDARE = {
    Relation.FORTSÄTTER: "fortsätter i",
    Relation.NAMNBYTE: "fortsätter under nytt namn i",
    Relation.SAMMANSLAGNING: "går tillsammans med andra upp i",
    Relation.UPPDELNING: "delas upp och fortsätter i",
    Relation.AVKNOPPNING: "har gett upphov till",
    Relation.ÖVERTAGANDE: "tas över av",
}

PENNINGENHET = {
    Penningenhet.KR: "kronor",
    Penningenhet.TKR: "tusental kronor",
    Penningenhet.MNKR: "miljoner kronor",
}

RADSLAG = {
    Radslag.KOSTNAD: "Kostnad",
    Radslag.INTÄKT: "Intäkt",
}

RIKTNING = {
    Riktning.ÖKA: "Ska öka",
    Riktning.MINSKA: "Ska minska",
    Riktning.BEHÅLLA: "Ska vara oförändrat",
}

FÖRENLIGHET = {
    Förenlighet.HELT: "helt förenlig",
    Förenlighet.DELVIS: "delvis förenlig",
    Förenlighet.INTE: "inte förenlig",
}

UTGIVARTYP = {
    Utgivartyp.NATIONELL: "Nationell myndighet",
    Utgivartyp.REGIONAL: "Regional myndighet",
    Utgivartyp.LOKAL: "Kommun eller annan lokal myndighet",
    Utgivartyp.FORSKNING: "Forskning eller högre utbildning",
    Utgivartyp.IDEELL: "Ideell organisation",
    Utgivartyp.FÖRETAG: "Företag",
}

GRUND = {
    Grund.KÄLLAN: "Källan säger det",
    Grund.REDAKTIONELL: "Redaktionell tolkning",
}


def ground(word: Grund | None) -> str:
    """On what a link rests; nothing where that is not told."""
    return GRUND[word] if word else ""


AVVIKELSE = {
    Avvikelsetyp.EJ_GENOMFÖRT: "Inte genomfört",
    Avvikelsetyp.EJ_SLUTFÖRT: "Inte slutfört",
    Avvikelsetyp.MINDRE_ÄN_PLANERAT: "Mindre än planerat",
    Avvikelsetyp.SENARELAGT: "Senarelagt",
    Avvikelsetyp.PAUSAT: "Pausat",
    Avvikelsetyp.ANNAT: "Övrigt",
}

INSATSLÄGE = {
    Insatsläge.GJORD: Märke("Gjord", "●", "klar"),
    Insatsläge.DELVIS: Märke("Delvis gjord", "◐", "delvis"),
    Insatsläge.INTE: Märke("Inte gjord", "○", "ej"),
    Insatsläge.FLYTTAD: Märke("Flyttad", "→", "delvis"),
}

TIDSÅTGÅNG = {
    Tidsåtgång.MER: "Mer än planerat",
    Tidsåtgång.SOM_PLANERAT: "Som planerat",
    Tidsåtgång.MINDRE: "Mindre än planerat",
}

HÄNDELSETYP = {
    Händelsetyp.KONFERENS: "Konferens",
    Händelsetyp.MÖTE: "Möte",
    Händelsetyp.WEBBINARIUM: "Webbinarium",
    Händelsetyp.WORKSHOP: "Workshop",
    Händelsetyp.SEMINARIUM: "Seminarium",
    Händelsetyp.KURS: "Kurs",
    Händelsetyp.BESLUT: "Beslut",
    Händelsetyp.ANNAT: "Annat",
}

FORM = {
    Form.PÅ_PLATS: "på plats",
    Form.DIGITALT: "digitalt",
    Form.BÅDE_OCH: "på plats och digitalt",
    Form.OKÄNT: "",
}

PUBLIKATIONSTYP = {
    Publikationstyp.VÄGLEDNING: "Vägledning",
    Publikationstyp.RAPPORT: "Rapport",
    Publikationstyp.HANDBOK: "Handbok",
    Publikationstyp.ANVISNING: "Anvisning",
    Publikationstyp.MALL: "Mall",
    Publikationstyp.PLAN: "Plan",
    Publikationstyp.UNDERLAG: "Underlag",
    Publikationstyp.PRESENTATION: "Presentation",
    Publikationstyp.STATISTIK: "Statistik",
    Publikationstyp.WEBBPLATS: "Webbplats",
    Publikationstyp.ANNAT: "Annat",
}

PUBLIKATIONSLÄGE = {
    Publikationsläge.PLANERAD: "planerad",
    Publikationsläge.PÅGÅR: "pågår",
    Publikationsläge.KLAR: "klar",
    Publikationsläge.TIDIGARE: "kom ut tidigare",
}

# Every vocabulary with its labels; a test sees that no word lacks one.
VOCABULARIES: tuple[Mapping[Any, object], ...] = (
    STATUS, STÄLLNING, ANSVARSROLL, PRIORITERAD, UTVECKLINGSINSATS, BEHOV, FÖRENLIGHET, UTGIVARTYP, RELATION, GRUND, AVVIKELSE, INSATSLÄGE, TIDSÅTGÅNG, HÄNDELSETYP, FORM, PUBLIKATIONSTYP,
    PUBLIKATIONSLÄGE, PENNINGENHET, RADSLAG, RIKTNING,
)  # fmt: skip
