"""The closed sets of words: each with the identifiers that stand in data."""

from enum import StrEnum


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


class Penningenhet(StrEnum):
    """The unit in which a budget states its amounts."""

    KR = "kr"
    TKR = "tkr"
    MNKR = "mnkr"


class Radslag(StrEnum):
    """Whether a line of the budget is money that goes out or comes in."""

    KOSTNAD = "kostnad"
    INTÄKT = "intäkt"


class Riktning(StrEnum):
    """Where the value of an indicator should go."""

    ÖKA = "öka"
    MINSKA = "minska"
    BEHÅLLA = "behålla"


class Ansvarsroll(StrEnum):
    """How far an organisation is responsible for an activity."""

    ANSVARIG = "ansvarig"
    MEDANSVARIG = "medansvarig"


class Status(StrEnum):
    """How an activity goes during the year, and how it went, as the report judges it."""

    SOM_PLANERAT = "som_planerat"
    DELVIS = "delvis"
    EJ = "ej"
    OKÄNT = "okänt"
    PÅGÅR = "pågår"
    INTE_PÅBÖRJAD = "inte_påbörjad"


class Ställning(StrEnum):
    """How an activity stands, as readers are told: its status, or why none is known."""

    SOM_PLANERAT = "som_planerat"
    DELVIS = "delvis"
    EJ = "ej"
    PÅGÅR = "pågår"
    INTE_PÅBÖRJAD = "inte_påbörjad"
    INTE_UPPFÖLJD = "inte_uppföljd"
    OKÄNT = "okänt"
    OVISST = "ovisst"
    INTE_HÄR = "inte_här"
    UTGÅR = "utgår"


class Insatsläge(StrEnum):
    """What became of a planned item."""

    GJORD = "gjord"
    DELVIS = "delvis"
    INTE = "inte"
    FLYTTAD = "flyttad"


# What a year's report can say of an activity; the others belong to a year that is still running.
SLUTLIGA = (Status.SOM_PLANERAT, Status.DELVIS, Status.EJ, Status.OKÄNT)


class Förenlighet(StrEnum):
    """How well the site meets the law on accessibility, in the law's own three steps."""

    HELT = "helt"
    DELVIS = "delvis"
    INTE = "inte"


class Utgivartyp(StrEnum):
    """What kind of body publishes the data, as portals of open data sort them."""

    NATIONELL = "nationell_myndighet"
    REGIONAL = "regional_myndighet"
    LOKAL = "lokal_myndighet"
    FORSKNING = "forskning"
    IDEELL = "ideell_organisation"
    FÖRETAG = "företag"


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


class Dokumenttyp(StrEnum):
    """Kind of document."""

    VERKSAMHETSPLAN = "verksamhetsplan"
    VERKSAMHETSBERÄTTELSE = "verksamhetsberättelse"


class Ursprung(StrEnum):
    """Where a document's text comes from: read in from a finished document, or written in the data files themselves."""

    INLÄST = "inläst"
    SKRIVET_HÄR = "skrivet_här"


class Dokumentläge(StrEnum):
    """How far a document has come."""

    UTKAST = "utkast"
    BESLUTAD = "beslutad"
