"""Lillby, an invented collection of two years, small enough to reckon by hand: each kind of step between years, each status, each
kind of budget line. Working days, in the order of the plans:

2024  Natur   skog 10, sjo 5, park unknown, bad 1                                16, one unknown
      Kultur  museum 8, korer 4, orkester 6, tidning 3, bok 7                    28
2025  Natur   sjoar 5, skog 12.5, park 2                                         19.5
      Kultur  museibutik 1.5, museum 6, musik 9, ljudbok 3, barnbok unknown      19.5, one unknown
      Skola   simskola 4, lov 2                                                   6
"""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import yaml
from rusplan.data.collection import Samling
from rusplan.data.reading import read_what_can_be_read
from rusplan.site.sajt import Sajt

Fil = dict[str, Any]
# What a test changes in the files, and the way to the site that has the change.
Change = Callable[[dict[str, Fil]], object]
Changed = Callable[[Change], Sajt]


def plain(text: str | None) -> str:
    """With ordinary spaces; nothing where nothing is told."""
    return (text or "").replace("\xa0", " ")


def källa(year: int) -> Fil:
    return {"dokument": f"plan-{year}", "avsnitt": "Inledning"}


def aktivitet(year: int, titel: str, område: str, flaggor: str, dagar: float | None, **mer: object) -> Fil:
    """`flaggor` are the two words of priority and effort."""
    prioriterad, insats = flaggor.split()
    told = {} if dagar is None else {"dagar": dagar}
    return {
        "titel": titel, "område": område, "prioriterad": prioriterad, "utvecklingsinsats": insats, **told,
        "medelsbehov": {"behov": "nej"}, "sammanfattning": f"Planen för {titel}.", "källa": källa(year), **mer,
    }  # fmt: skip


def steg(ref: str, typ: str, grund: str = "källan", text: str = "") -> Fil:
    return {"aktivitet": ref, "typ": typ, "grund": grund, **({"text": text} if text else {})}


def utfall(status: str, **mer: object) -> Fil:
    return {"status": status, "sammanfattning": "Så gick det.", "källa": källa(2025), **mer}


def område(name: str, titel: str, rubriker: list[Fil], year: int, **mer: object) -> Fil:
    return {
        "id": name,
        "titel": titel,
        "medelsbehov": {"behov": "nej"},
        "rubriker": rubriker,
        "källa": källa(year),
    } | mer


def händelse(titel: str, typ: str, datum: str, **mer: object) -> Fil:
    return {"titel": titel, "typ": typ, "datum": datum, **mer}


def dokument(year: int) -> Fil:
    return {
        "id": f"plan-{year}",
        "titel": f"Planen {year}",
        "typ": "verksamhetsplan",
        "ursprung": "inläst",
        "läge": "beslutad",
    }


def uppföljt(värdering: int, *tidigare: Fil) -> Fil:
    return {"värdering": värdering, "tidigare": list(tidigare)}


def mål(name: str, område: str, **mer: object) -> Fil:
    return {"id": name, "område": område, "titel": name.capitalize(), "text": f"Om {name}.", **mer}


ORGANISATIONER = [
    {"id": "ov", "namn": "Övre Lillby kommun", "typ": "kommun_och_region"},
    {"id": "kommunen", "namn": "Lillby kommun", "typ": "kommun_och_region"},
    {"id": "akeriet", "namn": "Åkeriet", "typ": "kommun_och_region"},
    {"id": "museiforeningen", "namn": "Lillby museiförening", "kortnamn": "MF", "typ": "samverkansforum"},
    {"id": "vattenradet", "namn": "Älvens vattenråd", "typ": "samverkansforum"},
]

FILER: Mapping[str, Fil] = {
    "organisation.yml": {
        "dataformat": 2, "namn": "Lillby", "långt_namn": "Samverkan Lillby", "beskrivning": "Lillby är påhittat.",
        "webbplats": "https://lillby.example", "epost": "kansli@lillby.example", "ansvarig": "Kansliet",
        "organisationstyper": [
            {"id": "kommun_och_region", "namn": "Kommun", "flertal": "Kommuner"}, {"id": "myndighet", "namn": "Myndigheter"},
            {"id": "samverkansforum", "namn": "Nätverk"},
        ],
    },
    "samverkan.yml": {"organisationer": ORGANISATIONER},
    "ordlista.yml": {"termer": [{"term": "stig", "förklaring": "En smal väg."}]},
    "2024/plan.yml": {
        "dokument": dokument(2024), "sammanfattning": "Det första året.", "källa": källa(2024),
        "områden": [
            område("natur", "Natur", [{"aktiviteter": ["skog", "sjo", "park", "bad"]}], 2024, dagar=16),
            område("kultur", "Kultur", [
                {"titel": "För alla", "aktiviteter": ["museum", "korer", "orkester"]},
                {"titel": "I tryck", "aktiviteter": ["tidning", "bok"]},
            ], 2024),
        ],
    },
    "2024/aktiviteter/skog.yml": aktivitet(2024, "Skogen", "natur", "ja nej", 10, samverkan=["kommunen"]),
    "2024/aktiviteter/sjo.yml": aktivitet(2024, "Sjön", "natur", "nej delvis", 5),
    "2024/aktiviteter/park.yml": aktivitet(2024, "Parken", "natur", "okänt okänt", None),
    "2024/aktiviteter/bad.yml": aktivitet(2024, "Badet", "natur", "nej nej", 1),
    "2024/aktiviteter/museum.yml": aktivitet(
        2024, "Museet", "kultur", "ja ja", 8, samverkan=["museiforeningen"],
        händelser=[händelse("Vernissage", "möte", "2024-12-01", målgrupp="Alla")],
    ),
    "2024/aktiviteter/korer.yml": aktivitet(2024, "Körerna", "kultur", "nej nej", 4),
    "2024/aktiviteter/orkester.yml": aktivitet(2024, "Orkestern", "kultur", "nej nej", 6),
    "2024/aktiviteter/tidning.yml": aktivitet(
        2024, "Tidningen", "kultur", "nej nej", 3, upphör={"grund": "källan", "text": "Papperet är slut."}
    ),
    "2024/aktiviteter/bok.yml": aktivitet(2024, "Boken", "kultur", "nej ja", 7),
    "2024/budget.yml": {
        "rader": [
            {"id": "loner", "titel": "Löner", "budget": 100000, "utfall": 90000},
            {"id": "resor", "titel": "Resor", "budget": 20000, "utfall": 25000.50},
            {"id": "konsult", "titel": "Konsulter", "budget": 40000, "utfall": 40000},
        ],
        "summa": {"titel": "Summa", "budget": 160000, "utfall": 155000.50},
        "källa": källa(2024),
    },
    "2024/mal.yml": {
        "period": "2022-2024", "mål": [mål("stigar", "natur"), mål("bocker", "kultur")], "källa": källa(2024)
    },
    "2025/plan.yml": {
        "dokument": dokument(2025), "sammanfattning": "Det andra året.", "källa": källa(2025),
        "områden": [
            område("natur", "Natur", [{"aktiviteter": ["sjoar", "skog", "park"]}], 2025, dagar=19.5),
            område("kultur", "Kultur och musik", [
                {"titel": "För alla", "aktiviteter": ["museibutik", "museum", "musik"]},
                {"titel": "I tryck", "aktiviteter": ["ljudbok", "barnbok"]},
            ], 2025),
            område("skola", "Skola", [{"aktiviteter": ["simskola", "lov"]}], 2025),
        ],
        "grupper": [{
            "id": "styrgrupp", "titel": "Styrgruppen", "källa": källa(2025),
            "ledamöter": [
                {"organisation": "akeriet", "roll": "ordförande", "antal": 2}, {"organisation": "akeriet", "roll": "ledamot"},
            ],
        }],
    },
    "2025/aktiviteter/sjoar.yml": aktivitet(
        2025, "Sjöarna", "natur", "nej nej", 5, bygger_på=[steg("2024/sjo", "namnbyte", "redaktionell", "Samma vatten.")]
    ),
    "2025/aktiviteter/skog.yml": aktivitet(
        2025, "Skogen", "natur", "nej ja", 12.5, bygger_på=[steg("2024/skog", "fortsätter")], samverkan=["kommunen"],
        insatser=[{"text": "Märka stigar.", "samverkan": ["ov"]}],
        händelser=[händelse("Skogens dag", "möte", "2025-05-10")],
        hänvisningar=[{"till": "2025/museum", "text": "Kartan visas på museet."}],
    ),
    "2025/aktiviteter/park.yml": aktivitet(2025, "Parken", "natur", "ja okänt", 2, bygger_på=[steg("2024/park", "fortsätter")]),
    "2025/aktiviteter/museibutik.yml": aktivitet(
        2025, "Museibutiken", "kultur", "nej ja", 1.5, samverkan=["museiforeningen"],
        bygger_på=[steg("2024/museum", "avknoppning", "källan", "Butiken blir egen.")],
        händelser=[händelse("Invigning", "annat", "2025-05-09", målgrupp="alla"), händelse("Öppet hus", "möte", "2025-11-02")],
    ),
    "2025/aktiviteter/museum.yml": aktivitet(
        2025, "Museet", "kultur", "ja ja", 6, samverkan=["museiforeningen"], bygger_på=[steg("2024/museum", "fortsätter")]
    ),
    "2025/aktiviteter/musik.yml": aktivitet(
        2025, "Musiken", "kultur", "nej nej", 9,
        bygger_på=[steg(ref, "sammanslagning", "källan", "Ett hus.") for ref in ("2024/korer", "2024/orkester")],
    ),
    "2025/aktiviteter/ljudbok.yml": aktivitet(
        2025, "Ljudboken", "kultur", "nej delvis", 3, bygger_på=[steg("2024/bok", "uppdelning", "redaktionell")]
    ),
    "2025/aktiviteter/barnbok.yml": aktivitet(
        2025, "Barnboken", "kultur", "nej delvis", None, bygger_på=[steg("2024/bok", "uppdelning", "redaktionell")],
        händelser=[händelse("Läsår", "kurs", "2025")],
    ),
    "2025/aktiviteter/simskola.yml": aktivitet(
        2025, "Simskolan", "skola", "nej nej", 4, bygger_på=[steg("2024/bad", "övertagande")]
    ),
    "2025/aktiviteter/lov.yml": aktivitet(
        2025, "Lovet", "skola", "okänt okänt", 2, ny={"grund": "redaktionell", "text": "Ett nytt lov."},
        händelser=[händelse("Lovstart", "möte", "2025-06-15")],
    ),
    "2025/utfall/sjoar.yml": utfall(
        "delvis", resultat=[{"text": "Fisken är räknad.", "samverkan": ["vattenradet"]}],
        avvikelser=[{"typ": "ej_slutfört", "text": "En sjö är kvar.", "flyttad_till": 2026}],
    ),
    "2025/utfall/skog.yml": utfall(
        "som_planerat",
        händelser=[
            händelse("Skogens dag", "möte", "2025-05-11", slutdatum="2025-05-12", samverkan=["kommunen"]),
            händelse("Räknedag", "workshop", "2025-05", målgrupp="Skolor"),
        ],
    ),
    "2025/utfall/museum.yml": utfall(
        "ej", avvikelser=[{"typ": "ej_genomfört", "text": "Taket läckte."}, {"typ": "pausat", "text": "Kartorna vilar."}]
    ),
    "2025/utfall/musik.yml": utfall("som_planerat", samverkan=["kommunen"]),
    "2025/utfall/lov.yml": utfall("okänt"),
    "2025/berattelse.yml": {
        "dokument": dokument(2025) | {"id": "berattelse-2025", "titel": "Berättelsen 2025", "typ": "verksamhetsberättelse"},
        "sammanfattning": "Mycket blev av.", "källa": källa(2025),
        "områden": [{"id": "natur", "titel": "Natur", "dagar": 19.5, "källa": källa(2025)}],
    },
    "2025/budget.yml": {
        "rader": [
            {"id": "loner", "titel": "Löner och arvoden", "budget": 110000, "utfall": 104500.50},
            {"id": "konsult", "titel": "Konsulter", "budget": 40000, "delposter": [
                {"titel": "Guide", "budget": 25000, "utfall": 20000, "timmar": 50, "timpris": 500, "aktivitet": "museum"},
                {"titel": "Karta", "budget": 15000, "högst": "ja", "beslut": {"av": "Styrgruppen", "datum": "2025-02-03"}},
            ]},
            {"id": "lokaler", "titel": "Lokaler", "budget": 30000, "utfall": 30000, "delposter": [{"titel": "Hyra", "utfall": 30000}]},
        ],
        "summa": {"titel": "Summa kostnader", "budget": 180000, "utfall": 165000},
        "tillskott": [{"titel": "Bidrag", "belopp": 5000}],
        "överskott": [
            {"titel": "Med bidrag", "belopp": 20000, "med_tillskott": "ja"}, {"titel": "Utan", "belopp": 15000, "med_tillskott": "nej"},
        ],
        "tilldelning": {
            "titel": "Anslag", "belopp": 200000,
            "fördelning": [{"titel": "Lillby", "budget": 150000}, {"titel": "Grannen", "budget": 50000}],
        },
        "bemanning": {"tjänster": 1.5, "dagar": 45},
        "källa": källa(2025),
    },
    "2025/mal.yml": {
        "period": "2025", "källa": källa(2025),
        "skala": [{"värdering": n, "betydelse": ord_} for n, ord_ in enumerate(("Helt nått.", "Nästan nått.", "Inte nått."), 1)],
        "mål": [
            mål("stigar", "natur", motsvarar="stigar", uppföljning=uppföljt(1, {"period": "2022-2024", "värdering": 3})),
            mål("fiskar", "natur", uppföljning=uppföljt(
                3, {"period": "2022-2024", "värdering": 2}, {"period": "2019-2021", "värdering": 1}
            )),
            mål("bocker", "kultur", motsvarar="bocker", uppföljning=uppföljt(2, {"period": "2022-2024", "värdering": 2})),
            mål("musik", "kultur", uppföljning=uppföljt(
                1, {"period": "2022-2024", "kommentar": "Målet fanns inte."}, {"period": "2019-2021", "värdering": 2}
            )),
            mål("lov", "skola"),
        ],
    },
}  # fmt: skip


def lay_out(root: Path, files: Mapping[str, Fil] = FILER) -> Path:
    """The files in `root`/data, as an editor would write them."""
    for name, content in files.items():
        path = root / "data" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(yaml.safe_dump(content, allow_unicode=True, sort_keys=False), encoding="utf-8")
    return root


def read(root: Path, files: Mapping[str, Fil] = FILER) -> Samling:
    """The collection of the files, laid out in `root`."""
    samling, problems = read_what_can_be_read(lay_out(root, files))
    assert samling, problems
    assert not problems, list(map(str, problems))
    return samling
