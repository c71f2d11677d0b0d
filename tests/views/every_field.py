"""Lillby as it would be if it filled in every field there is: what its plain files leave out, laid over them."""

from typing import Any

from tests.views.lillby import Fil

ORD = {"anmärkningar": [{"gäller": "titel", "citat": "Skgen", "text": "Felskrivet i källan."}]}
SE_SKOGEN = {"hänvisningar": [{"till": "2025/skog", "text": "Skogen hjälper till."}]}
PUNKT = {
    "text": "Bänkar.", "delar": ["vid bryggan", "vid berget"], "utvecklingsinsats": "ja", "samverkan": ["ov"], **SE_SKOGEN,
}  # fmt: skip
SAMMA = {"samma_som_förra_året": ["sammanfattning"]}


def fill(files: dict[str, Fil]) -> None:
    """Every field that no other reviewed collection has."""
    _organisation(files)
    _plan(files["2025/plan.yml"])
    _report(files["2025/berattelse.yml"])
    _activities(files)
    _outcomes(files)
    _budget(files["2025/budget.yml"])
    _goals(files["2024/mal.yml"])
    halfway = {
        "id": "halvar-2025",
        "titel": "Halvårsrapporten",
        "slag": "Delårsrapport",
        "datum": "2025-07-01",
        "text": "Så här långt.",
    }
    files["2025/dokument.yml"] = {"dokument": [halfway | {"länk": "https://lillby.example/halvar"}]}


def _organisation(files: dict[str, Fil]) -> None:
    files["organisation.yml"] |= {
        "visa_utkast": "ja", "licens": {"namn": "CC BY 4.0", "länk": "https://creativecommons.org/licenses/by/4.0/", "text": "Ange källan."},
        "nyhetsbrev": [{"datum": "2025-06-01"}],
        "tillgänglighet": {
            "förenlighet": "delvis", "bedömd": "2025-01-10", "uppdaterad": "2025-01-11", "granskad": "2025-01-12", "metod": "Vi har prövat själva.",
            "resultat": "Det mesta fungerar.", "brister": [{"text": "Kartan saknar text.", "skäl": "Den är gammal.", "klart": "2026-01"}],
            "oskäligt_betungande": ["De äldsta kartorna."], "utanför_lagen": ["Filmer från 2019."],
        },
    }  # fmt: skip
    files["samverkan.yml"]["organisationer"][1] |= {"andra_namn": ["Lillby stad"], **ORD}


def _plan(plan: Fil) -> None:
    plan["dokument"] |= {
        "tillgänglig": "nej", "beskrivning": [PUNKT], "saknas": ["Bilaga 2"], "diarienummer": "4-2025",
        "beslut": [{"av": "Styrgruppen", "datum": "2024-12-10", "text": "Planen gäller hela året.", "diarienummer": "9-2024"}],
    }  # fmt: skip
    plan |= {
        "vision": {"citat": "Ett Lillby för alla."}, "om_verksamheten": [PUNKT], "om_planen": [PUNKT], **SAMMA, **ORD,
        "upphör": [{"aktivitet": "2024/tidning", "text": "Papperet är slut.", "grund": "källan"}],
    }  # fmt: skip
    plan["områden"][0] |= {
        "beskrivning": [PUNKT], "kontakt": "natur@lillby.example", "ändringar": [{"revidering": "maj", "före": {"dagar": 17, "titel": "Naturen"}}],
        "rättelser": [{"datum": "2025-02-01", "skäl": "Fel avskrivet.", "saknades": ["medelsbehov"], "före": {"titel": "Natrn"}}],
    }  # fmt: skip
    plan["områden"][0]["ändringar"][0] |= {"saknades": ["rubriker"]}
    plan["områden"][0]["ändringar"][0]["före"] |= {
        "beskrivning": [{"text": "Om naturen."}],
        "medelsbehov": {"behov": "nej"},
    }
    plan["revideringar"][0]["beslut"]["text"] = "Enligt bilagan."
    plan["grupper"][0] |= {"text": "Möts fyra gånger.", **ORD}
    plan["grupper"][0]["ledamöter"][0]["text"] = "väljs för två år"


def _report(report: Fil) -> None:
    texts = ("om_verksamheten", "prestationer", "bedömning")
    report |= {"vision": {"citat": "Ett Lillby för alla."}, **SAMMA, **ORD} | {name: [PUNKT] for name in texts}
    report["områden"][0] |= ORD
    group = {
        "id": "arbetsgrupp",
        "titel": "Arbetsgruppen",
        "ledamöter": [{"organisation": "ov", "roll": "ordförande", "antal": 1}],
    }
    report["grupper"] = [group | {"källa": {"dokument": "berattelse-2025", "avsnitt": "Grupper"}}]


def _activities(files: dict[str, Fil]) -> None:
    files["2025/aktiviteter/skog.yml"] |= {
        "kort_titel": "Skog", "dagar_kommentar": "Räknat på tio vandringar.", "kontakt": "skog@lillby.example",
        "medelsbehov": {"behov": "ja", "villkor": "Om bidraget kommer", "finansiering": "Bidrag", "kommentar": "Klart i mars."}, **SAMMA, **ORD,
        "publikationer": [{"titel": "Stigar", "typ": "vägledning", "läge": "planerad", "datum": "2025-08", "samverkan": ["ov"], "text": "Om stigar.", "id": "stigar"}],
    }  # fmt: skip
    files["2025/aktiviteter/skog.yml"]["insatser"].append(
        PUNKT | {"id": "bankar", "start": "2025-03", "slut": "2025-05"}
    )
    event: dict[str, Any] = files["2025/aktiviteter/museibutik.yml"]["händelser"][1]
    event |= {
        "tidigare_datum": ["2025-10-03"], "när": "på hösten", "antal": 2, "tema": "Skogens år", "medverkande": ["En guide"], "program": [PUNKT],
        "text": "För alla åldrar.", "länk": "https://lillby.example/skog", "anmälan": "https://lillby.example/anmal",
        "starttid": "09:00", "sluttid": "16:30", "plats": "Berget", "deltagare": "40 personer",
    }  # fmt: skip
    files["2025/aktiviteter/lov.yml"]["händelser"][0]["inställd"] = "ja"
    change, correction = (
        files["2025/aktiviteter/skog.yml"]["ändringar"][0],
        files["2025/aktiviteter/skog.yml"]["rättelser"][0],
    )
    change["före"] |= {
        "titel": "Skogarna", "kort_titel": "Skogar", "område": "kultur", "utvecklingsinsats": "nej", "dagar_kommentar": "Räknat på åtta.",
        "medelsbehov": {"behov": "nej"}, "ansvar": [{"organisation": "ov", "roll": "ansvarig"}], "start": "2025-02", "slut": "2025-11",
        "löpande": "nej", "sammanfattning": "Planen var en annan.", "insatser": [{"text": "Rita kartor."}],
        "händelser": [{"titel": "Skogens natt", "typ": "möte", "datum": "2025-05-09"}],
        "publikationer": [{"titel": "Kartor", "typ": "vägledning", "läge": "planerad"}],
    }  # fmt: skip
    change["saknades"] = ["mål"]
    correction["saknades"] = ["samverkan"]


def _outcomes(files: dict[str, Fil]) -> None:
    files["2025/utfall/skog.yml"] |= {
        **ORD, **SE_SKOGEN, **SAMMA, "insatser": [{"insats": "bankar", "läge": "flyttad", "flyttad_till": "2026", "text": "Virket kom sent."}],
        "publikationer": [{"titel": "Stigar", "typ": "vägledning", "läge": "klar", "datum": "2025-09-01", "länk": "https://lillby.example/stigar", "id": "stigar"}],
    }  # fmt: skip
    files["2025/utfall/sjoar.yml"]["avvikelser"][0] |= SE_SKOGEN
    files["2025/utfall/lov.yml"] = {
        "status": "okänt",
        "skäl": "Rapporten är inte klar.",
        "källa": {"dokument": "berattelse-2025", "avsnitt": "Lov"},
    }


def _budget(budget: Fil) -> None:
    budget |= {**SE_SKOGEN, **SAMMA, **ORD}
    budget["bemanning"] |= {"text": "En halv tjänst är vakant.", **ORD}
    budget["rader"][1] |= ORD | {
        "rättelser": [
            {"datum": "2025-04-01", "skäl": "Fel avskrivet.", "saknades": ["utfall"], "före": {"budget": 41000}}
        ],
        "ändringar": [
            {
                "revidering": "host",
                "före": {"titel": "Konsulter och guider", "delposter": [{"titel": "Karta", "budget": 16000}]},
                "saknades": ["prognos"],
            }
        ],
    }
    budget["rader"][1]["delposter"][0]["text"] = "Två turer."
    budget["summa"] |= {"reviderad": 190000, "överfört": 0, "prognos": 170000, "kommentar": [PUNKT], **ORD}
    for part in (budget["tillskott"][0], budget["överskott"][0], budget["tilldelning"]):
        part["text"] = "Enligt beslutet."


def _goals(goals: Fil) -> None:
    goals |= {"beskrivning": [PUNKT], **SAMMA, **ORD}
    goals["mål"][0] |= {**SE_SKOGEN, **ORD}
