"""A plan on paper is what was decided, and what has been decided since, marked as such; what came of it stands in the report."""

from collections.abc import Iterator
from pathlib import Path

from rusplan.checks import read_collection
from rusplan.data.collection import Samling
from rusplan.data.year import Årgång
from rusplan.paper.document_blocks import Faktalista, Ändringsruta
from rusplan.paper.handling import Handling
from rusplan.paper.handlingar import plan_document, report_document, workshop
from rusplan.render.renderer import Renderer
from rusplan.site.sajt import Sajt

from tests.editing.files import Run
from tests.editing.test_revise import DECISION, MAY
from tests.paper.texts import text_of, texts_of
from tests.permalinks.conftest import project as small_project
from tests.permalinks.conftest import run as run_in

project, run = small_project, run_in


def plan(samling: Samling, year: str) -> Handling:
    found = plan_document(workshop(Sajt(samling=samling), Renderer(samling)), samling.årgångar[year])
    assert found
    return found


def told_of_outcomes(year: Årgång) -> Iterator[str]:
    for activity in year.aktiviteter.values():
        for file in activity.utfallen:
            yield from (text for text in (file.innehåll.sammanfattning, file.innehåll.skäl) if text)
            yield from (point.text for point in file.innehåll.resultat)


def test_a_plan_tells_nothing_of_how_it_went_and_the_report_does(bas: Samling) -> None:
    year = bas.årgångar["2025"]
    paper = "\n".join(texts_of(plan(bas, "2025").block))
    report = report_document(workshop(Sajt(samling=bas), Renderer(bas)), year)
    assert report
    outcomes = list(told_of_outcomes(year))
    assert outcomes
    for text in outcomes:
        assert text.split("\n\n")[0] not in paper
        assert text.split("\n\n")[0] in "\n".join(texts_of(report.block))
    names = {
        text_of(name) for block in plan(bas, "2025").block if isinstance(block, Faktalista) for name, _ in block.rader
    }
    assert "Status" not in names
    assert "Planerad arbetstid" in names
    assert "90\u00a0procent senast 2026" in paper, "what an indicator should reach is planned"
    assert "91\u00a0procent" not in paper, "what was measured in the year is not"


def test_a_revised_plan_shows_what_holds_and_marks_what_was_decided_before(run: Run, project: Path) -> None:
    assert run("revise", "2025", *DECISION)[0] == 0
    assert run("revise", "2025/skog", *MAY, "--set", "dagar=15")[0] == 0
    revised = plan(read_collection(project), "2025")
    (marked,) = (block for block in revised.block if isinstance(block, Ändringsruta))
    told = list(texts_of(marked.block))
    assert told[0] == "Planerad arbetstid"
    assert "15\u00a0dagar" in told
    assert any("Stigarna tar tid." in text for text in texts_of(revised.block))
    assert {name: text_of(value) for name, value in revised.fakta}["Reviderad"]
    assert revised.dag == (2025, 5, 18)
