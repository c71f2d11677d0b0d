"""`rusplan decide`: a draft is decided when nothing is left to do in it, and then its addresses hold."""

from pathlib import Path

import pytest
from rusplan.checks import read_collection

from tests.drafts.half_written import PLAN, SKOG, half_written
from tests.editing.files import Run, change, contents, rows, without_documents
from tests.permalinks.conftest import run as run_in

DECIDE = ("decide", "2026", "--date", "2026-02-10", "--by", "Styrgruppen", "--number", "123-2026")
VATTEN, PROMENADER, REGISTER = (
    "data/2026/aktiviteter/vatten.yml",
    "data/2026/aktiviteter/promenader.yml",
    "data/permalankar.yml",
)
FLAGS = "prioriterad: nej\nutvecklingsinsats: nej\nmedelsbehov: {behov: nej}\n"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return half_written(tmp_path)


run = run_in


def write_the_rest(project: Path) -> None:
    """All that is left to do in the half-written year."""
    change(project, PLAN, "sammanfattning:", "sammanfattning: Året med nya stigar.")
    change(project, PLAN, "  - id: kultur\n    titel: Kultur\n    rubriker:\n", "")
    change(
        project,
        VATTEN,
        "samverkan",
        f"{FLAGS}dagar: 5\nsammanfattning: Vi räknar gäddor.\nbygger_på: [{{aktivitet: 2025/vatten, typ: fortsätter}}]\nsamverkan",
    )
    change(project, PROMENADER, "dagar: 3", f"{FLAGS}dagar: 3\nsammanfattning: Vi går.\nny: {{text: Många vill gå.}}")
    change(
        project,
        "data/2026/budget.yml",
        "  - id: loner\n    titel: Löner\n",
        "  - id: loner\n    titel: Löner\n    budget: 100\n",
    )
    for name in ("museum", "laslov"):
        with (project / f"data/2025/aktiviteter/{name}.yml").open("a", encoding="utf-8") as file:
            file.write("upphör: {grund: källan, text: Det läggs ned.}\n")


def test_all_that_is_left_is_told_once_and_nothing_is_written(run: Run, project: Path) -> None:
    before = contents(project)
    code, said, why = run(*DECIDE)
    assert (code, said) == (1, "")
    told = why.splitlines()
    assert told[0] == "Verksamhetsplan 2026 kan inte beslutas än. Det här återstår:"
    assert sum("«prioriterad» saknas" in row for row in told) == 2
    assert any(row.startswith("data/2025/aktiviteter/museum.yml:1:1: det framgår inte vad som händer") for row in told)
    assert len(told) == len(set(told)) == 18
    assert contents(project) == before


def test_whole_plan_is_decided_and_its_addresses_and_events_are_registered(run: Run, project: Path) -> None:
    write_the_rest(project)
    before = contents(project)
    code, said, why = run(*DECIDE)
    assert (code, why) == (0, "")
    assert "Verksamhetsplan 2026 är beslutad." in said
    changed = without_documents(rows(before, contents(project)))
    assert changed.keys() == {PLAN, SKOG, REGISTER}
    assert changed[PLAN] == (
        ["  läge: utkast"],
        [
            "  läge: beslutad",
            "  beslut:",
            "    - av: Styrgruppen",
            "      datum: 2026-02-10",
            "      diarienummer: 123-2026",
        ],
    )
    assert changed[SKOG] == ([], ["    id: 2026-skog--hemlig-invigning"])
    for address in ("/aktiviteter/2026/promenader/", "/planer/2026/", "/budget/2026/", "2026-skog--hemlig-invigning"):
        assert f"  - {address}" in changed[REGISTER][1]
    assert "2026" in read_collection(project).publikt.årgångar
    assert run("check")[1] == "Inga fel: 12 aktiviteter för 2024, 2025, 2026.\n"
    assert "säger redan «läge: beslutad»" in run(*DECIDE)[2]


@pytest.mark.parametrize(
    ("arguments", "why"),
    [
        (("2031", "--date", "2026-02-10", "--by", "S"), "Året «2031» finns inte."),
        (("2026", "--date", "10 februari", "--by", "S"), "«10 februari» är inget datum."),
        (("2025", "--date", "2026-02-10", "--by", "S"), "data/2025/plan.yml säger redan «läge: beslutad»."),
    ],
)
def test_what_cannot_be_decided_is_refused(arguments: tuple[str, ...], why: str, run: Run, project: Path) -> None:
    before = contents(project)
    code, _, said = run("decide", *arguments)
    assert code == 1
    assert said.startswith(why)
    assert contents(project) == before
