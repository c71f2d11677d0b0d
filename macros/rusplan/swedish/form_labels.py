"""What the fields of a form are called: most as in data, with blanks and a capital; those that need more words have them here."""

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
