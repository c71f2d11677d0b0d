"""The small collection with a year that is half written: a plan of four activities, one of them new, with much left to do."""

import shutil
from pathlib import Path

BAS = Path(__file__).parents[1] / "golden/bas"
PLAN, SKOG = "data/2026/plan.yml", "data/2026/aktiviteter/skog.yml"
FILES = {
    PLAN: """\
dokument:
  id: plan-2026
  titel: Verksamhetsplan 2026
  typ: verksamhetsplan
  ursprung: skrivet_här
  läge: utkast
sammanfattning:
områden:
  - id: natur
    titel: Natur
    rubriker:
      - aktiviteter: [skog, vatten]
  - id: folkhalsa
    titel: Folkhälsa
    rubriker:
      - aktiviteter: [promenader]
  - id: kultur
    titel: Kultur
    rubriker:
""",
    SKOG: """\
titel: Skogen
område: natur
prioriterad: ja
utvecklingsinsats: nej
dagar: 14
medelsbehov: {behov: nej}
sammanfattning: Hemliga stigar röjs.
bygger_på:
  - {aktivitet: 2025/skog, typ: fortsätter}
händelser:
  - titel: Hemlig invigning
    typ: möte
    datum: 2026-06-06
""",
    "data/2026/aktiviteter/vatten.yml": """\
titel: Vattnet
område: natur
samverkan: [kommunen]
""",
    "data/2026/aktiviteter/promenader.yml": """\
titel: Promenaderna
område: folkhalsa
dagar: 3
""",
    "data/2026/budget.yml": """\
rader:
  - id: loner
    titel: Löner
summa: {titel: Summa}
""",
}


def half_written(root: Path) -> Path:
    """The collection below `root`."""
    shutil.copytree(BAS / "data", root / "data")
    return begin(root)


def begin(root: Path) -> Path:
    """Add the half-written year to the collection below `root`."""
    for name, text in FILES.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text, encoding="utf-8")
    return root
