"""The small collection as two rolling plans of three years, the second followed up year by year; and as two broken years."""

import re
import shutil
from collections.abc import Mapping
from pathlib import Path

from rusplan.data.periods import Planperiod

BAS = Path(__file__).parents[1] / "golden/bas"
ROLLING = {"2024": "2024-2026", "2025": "2025-2027"}
BROKEN = {"2024": "2023-2024", "2025": "2024-2025"}
SOURCE = "källa: {dokument: plan-2025-2027, avsnitt: Skogen}\n"
REPORT = """\
dokument:
  id: berattelse-2025
  titel: Uppföljning 2025
  typ: verksamhetsberättelse
  ursprung: inläst
  läge: beslutad
  tillgänglig: ja
sammanfattning: Det mesta blev av det första året.
källa: {dokument: berattelse-2025, avsnitt: Inledning}
"""
BY_YEAR = {
    "berattelser/2025.yml": REPORT,
    "utfall/2026/skog.yml": "status: pågår\nsammanfattning: Bron börjar bli klar.\nhändelser:\n"
    "  - {titel: Stigdagen, typ: möte, datum: 2026-05-10}\n" + SOURCE,
    "utfall/2026/vatten.yml": "status: delvis\nsammanfattning: Vattnet är mätt två gånger av tre.\n" + SOURCE,
}


def rolling_plans(root: Path) -> Path:
    """2024–2026 and 2025–2027. Of the second the first year has a report, and the second year is being followed up."""
    whole = _renamed(root, ROLLING) / "data/2025-2027"
    (whole / "berattelse.yml").unlink()
    (whole / "utfall/2025").mkdir()
    (whole / "utfall/skog.yml").rename(whole / "utfall/2025/skog.yml")
    for name, text in BY_YEAR.items():
        (whole / name).parent.mkdir(exist_ok=True)
        (whole / name).write_text(text, encoding="utf-8")
    return root


def broken_years(root: Path) -> Path:
    """2023/24 and 2024/25, from July to June."""
    _renamed(root, BROKEN)
    for name in BROKEN.values():
        first, last = name.split("-")
        change(
            root,
            f"data/{name}/plan.yml",
            "områden:\n",
            f"period: {{från: {first}-07-01, till: {last}-06-30}}\nområden:\n",
        )
    return root


def change(root: Path, name: str, old: str, new: str) -> None:
    """Put other words in a file."""
    text = (root / name).read_text(encoding="utf-8")
    assert old in text
    (root / name).write_text(text.replace(old, new), encoding="utf-8")


def _renamed(root: Path, periods: Mapping[str, str]) -> Path:
    """The small collection with other periods, in folders, in references and of goals."""
    shown = {period: Planperiod(period).visad for period in ROLLING.values()} | {
        "2023-2024": "2023/24",
        "2024-2025": "2024/25",
    }
    shutil.copytree(BAS / "data", root / "data")
    for year, period in periods.items():
        (root / f"data/{year}").rename(root / f"data/{period}")
    for path in root.glob("data/**/*.yml"):
        text = path.read_text(encoding="utf-8")
        for year, period in periods.items():
            text = re.sub(rf"\b{year}/", f"{period}/", text)
            text = re.sub(rf"(period:) {year}$", rf"\1 {period}", text, flags=re.M)
            text = text.replace(f"plan-{year}", f"plan-{period}").replace(f"plan {year}\n", f"plan {shown[period]}\n")
        path.write_text(text, encoding="utf-8")
    return root
