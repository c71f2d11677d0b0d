"""What the fields of a form are called: most as in data, with blanks and a capital; those that need more words have them here."""

import re

from rusplan.data.model import Aktivitet, Händelse, Post, Utfall

LABELS = {
    "andra_namn": "Andra namn",
    "anmälan": "Anmälan, webbadress",
    "av": "Vem som beslutade",
    "behov": "Behöver pengar utöver arbetstid",
    "bygger_på": "Bygger på tidigare aktivitet",
    "dagar": "Dagar",
    "dagar_kommentar": "Kommentar om dagarna",
    "egen_sida": "Rubrik på en egen sida",
    "flyttad_till": "Flyttad till",
    "gäller": "Gäller fältet",
    "kort_titel": "Namn i korta listan",
    "länk": "Webbadress",
    "med_tillskott": "Tillskott är inräknade",
    "mål": "Mål",
    "när": "Tiden i ord",
    "ny": "Ny i år",
    "prioriterad": "Prioriterad",
    "samma_som_förra_året": "Text som ska stå som förra året",
    "samverkan": "Samverkan",
    "står_för_alla": "Står för alla av samma slag",
    "tidigare": "Tidigare värderingar",
    "tidigare_datum": "Tidigare datum",
    "upphör": "Upphör",
    "utvecklingsinsats": "Särskild utvecklingsinsats",
    "överfört": "Överfört från året före",
}
LABELS_OF: dict[tuple[type[Post], str], str] = {
    (Aktivitet, "händelser"): "Planerade händelser",
    (Aktivitet, "sammanfattning"): "Sammanfattning av planen",
    (Aktivitet, "dagar"): "Planerade dagar",
    (Aktivitet, "titel"): "Aktivitetens namn",
    (Händelse, "titel"): "Vad händelsen heter",
    (Utfall, "händelser"): "Händelser som har varit",
    (Utfall, "insatser"): "Hur det gick med insatserna",
    (Utfall, "sammanfattning"): "Vad det ledde till",
    (Utfall, "samverkan"): "Samverkan som blev av",
}


def form_label(owner: type[Post], field: str) -> str:
    """What a form calls the field."""
    found = LABELS_OF.get((owner, field)) or LABELS.get(field)
    return found or f"{field[0].upper()}{field[1:]}".replace("_", " ")


# What the model says of a field to those who write in the file itself. In a form one chooses, and leaves empty.
SAID_OF_FILES = (
    (re.compile(r",? (?:med id (?:från|ur)|med filnamnet utan|eller ett (?:ord|eget svar) ur skala i|eller en egen status ur|från aktivitetens egen fil)[^.:]*(?:\.yml(?: i samma mapp)?| samma fil)?(?=[.:])"), ""),
    (re.compile(r": (?:år och filnamn|ett id ur)[^.]*(?:\.yml)?(?=\.)"), ""),
    (re.compile(r"\bLämna bort (?:fältet|den|det)\b"), "Lämna det tomt"),
    (re.compile(r" (?:Kommandot rusplan|Insatserna behöver ha id)[^.]*\."), ""),
    (re.compile(r", en rad för varje avstämning"), ""),
    (re.compile(r"\bId för motsvarande mål i föregående periods mal\.yml"), "Motsvarande mål i perioden före"),
    (re.compile(r"\bInsatsens id i planen"), "Insatsen i planen"),
    (re.compile(r"\bAktiviteternas filnamn utan \.yml"), "Aktiviteterna"),
    (re.compile(r"\bDokumentets id(?=,)"), "Dokumentet"),
    (re.compile(r" Annars står det i nästa års plan\.yml\."), ""),
    (re.compile(r"\bUtan fältet\b"), "Står det tomt"),
    (re.compile(r"(?<=områdets kontakt) i plan\.yml"), ""),
    (re.compile(r"(?<=alla belopp) i filen\b"), ""),
)  # fmt: skip


# Words of closed sets as data spells them: «som_planerat».
LOW_LINE = re.compile(r"(?<=\w)_(?=\w)")


def form_help(told: str) -> str:
    """What the model says of a field, for whoever fills in a form and sees no file."""
    for pattern, instead in SAID_OF_FILES:
        told = pattern.sub(instead, told)
    return LOW_LINE.sub(" ", told)
