"""Who does as a message says gets a file that is right, and has lost nothing; and the guide explains each cause."""

import re
from pathlib import Path

import pytest
from rusplan.tools.resources import PAGES

from tests.test_golden import CASES, GOLDEN, lay_out, told

GUIDE = (PAGES / "redaktor/felmeddelanden.md").read_text(encoding="utf-8")
ALL_TOLD = {case: (GOLDEN / "fel" / case / "problem.txt").read_text(encoding="utf-8") for case in CASES}
ROW = re.compile(r"(?P<fil>[^:\n]+):(?P<rad>\d+):\d+: (?P<text>[^\n]*); skriv «(?P<nytt>[^\n]+)»$", re.M)
VALUE = re.compile(
    r"(?P<fil>[^:\n]+):(?P<rad>\d+):\d+: «\w+» är «(?P<gammalt>[^»\n]+)»[^\n]*; skriv (?P<nytt>[^«\n]+)$", re.M
)
RENAME = re.compile(r"(?P<fil>[^\n]+):1:1: [^\n]*byt namn på den till (?P<nytt>[^\n]+)$", re.M)
# What must never be answered with what to add: the rest would be lost.
LOST = [case for case in CASES if re.match("borjan-borta|slutet-borta|bokstaver-|sparad-som-latin", case)]


def change_row(root: Path, name: str, number: int, change: str, old: str | None) -> None:
    """Write what the message says on its row: a whole row, or the value `old` of it."""
    path = root / name
    rows = path.read_text(encoding="utf-8").split("\n")
    row = rows[number - 1]
    lead = re.match(r" *(?:- )?" if not change.startswith("- ") else " *", row)
    assert lead
    rows[number - 1] = row.replace(old, change) if old else lead[0] + change
    path.write_text("\n".join(rows), encoding="utf-8")


@pytest.mark.parametrize("case", [case for case in CASES if ROW.search(ALL_TOLD[case]) or VALUE.search(ALL_TOLD[case])])
def test_the_words_to_write_mend_the_mistake(case: str, tmp_path: Path) -> None:
    root = lay_out(case, tmp_path)
    for pattern in (ROW, VALUE):
        for found in pattern.finditer(ALL_TOLD[case]):
            if "som id skrivs det" not in found[0]:
                change_row(root, found["fil"], int(found["rad"]), found["nytt"], found.groupdict().get("gammalt"))
                assert f"{found['fil']}:{found['rad']}:" not in told(root)


@pytest.mark.parametrize("case", [case for case in CASES if RENAME.search(ALL_TOLD[case])])
def test_a_file_renamed_as_the_message_says_is_right(case: str, tmp_path: Path) -> None:
    root = lay_out(case, tmp_path)
    for found in RENAME.finditer(ALL_TOLD[case]):
        path = root / found["fil"]
        path.rename(path.parent / found["nytt"])
    assert told(root) == ""


@pytest.mark.parametrize("case", LOST)
def test_what_is_lost_is_answered_with_the_version_before(case: str) -> None:
    for line in ALL_TOLD[case].splitlines():
        assert re.search("lägg (i stället )?tillbaka", line)


# What each cause is called in its message: it stands in a case, and in the guide.
@pytest.mark.parametrize(
    "words",
    [
        "börjar mitt i något", "slutar mitt i en rad", "slutar mitt i en bokstav", "har en del av filen försvunnit",
        "troligen som ANSI", "sparad som UTF-16", "en bokstav har gått förlorad", "för alla å, ä och ö i den är förstörda",
        "ett kolon inuti texten läses som ett nytt fält", "ett kolon för mycket", "är den ett eget fält",
        "först i texten räknas inte", "avslutar texten, men den fortsätter", "apostrofen inuti texten avslutar den",
        "mellanslag för långt in", "mellanslag för långt till vänster", "filens första fält är indraget",
        "läses som en del av texten ovanför", "efter fältets namn ska kolon och mellanslag stå",
        "men en rad i en lista ska börja med bindestreck och mellanslag", "mellanslaget efter bindestrecket saknas",
        "med bindestreck först; skriv «", "en länk som är skriven med [ord](adress)", "kan inte stå som värde",
        "men det kan inte stå här", "eller 12400.50; skriv", "2025-11 eller 2025; skriv", "som id skrivs det",
        "är borttagen ur listan men nämns på", "rätta stavningen, eller lägg till organisationen där",
        "den aktiviteten har tagits bort ur", "rätta namnet: det ska vara som filens", "ser ut att vara en kopia av",
        "men får inte ha mellanslag", "men ska sluta på .yml och inget mer", "aktiviteten är publicerad, så lägg tillbaka filen",
        "skapa filen, eller lägg tillbaka den om den är borttagen", "är det samma aktivitet: ge filen tillbaka namnet",
        "ge filen samma namn som aktivitetens fil", "är publicerad men har ingen sida längre; lägg tillbaka data/",
    ],
)  # fmt: skip
def test_each_cause_has_a_case_and_stands_in_the_guide(words: str) -> None:
    assert any(words in text for text in ALL_TOLD.values())
    assert words in GUIDE


def test_guide_tells_how_commands_are_run() -> None:
    assert ".venv/bin/rusplan" in (PAGES / "redaktor/index.md").read_text(encoding="utf-8")
    for page in (PAGES / "redaktor").glob("*.md"):
        text = page.read_text(encoding="utf-8")
        assert not re.search(r"^rusplan ", text, re.M) or "index.md#kommandon" in text, page.name
