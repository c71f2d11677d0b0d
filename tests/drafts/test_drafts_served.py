"""`mkdocs serve` while a draft is written: a saved file is on its pages at once, as a whole build would make them."""

import shutil
from pathlib import Path

import pytest
from rusplan.checks import read_collection
from rusplan.site.sajt import Sajt, seen

from tests.build.test_serve import differing, started
from tests.built import files_of
from tests.drafts.half_written import PLAN, SKOG, half_written
from tests.editing.files import change
from tests.invented import configure

pytestmark = pytest.mark.filterwarnings("ignore")


def test_saved_draft_is_shown_without_a_whole_build(tmp_path: Path) -> None:
    project = half_written(tmp_path / "projekt")
    (project / "docs").mkdir()
    for name in ("index", "om", "integritet"):
        (project / f"docs/{name}.md").write_text("# Sida\n\n{{ start() }}\n", encoding="utf-8")
    configure(project)
    live = started(project, tmp_path / "live")
    change(project, SKOG, "Hemliga stigar röjs.", "Nya stigar röjs.")
    change(project, "data/2026/aktiviteter/vatten.yml", "samverkan", "dagar: 5\nsamverkan")
    assert live.save()
    live.finish()
    page = (tmp_path / "live/aktiviteter/2026/skog/index.html").read_text(encoding="utf-8")
    assert "Nya stigar röjs." in page
    started(project, tmp_path / "clean")
    assert differing(files_of(tmp_path / "live"), files_of(tmp_path / "clean")) == []
    change(project, PLAN, "läge: utkast", "läge: beslutad")
    assert live.save()  # what it lacks is told, and the site stays as it was
    assert "Utkast." in (tmp_path / "live/planer/2026/index.html").read_text(encoding="utf-8")


def test_preview_shows_a_draft_before_any_plan_is_decided(tmp_path: Path) -> None:
    project = half_written(tmp_path)
    for folder in ("2024", "2025"):
        shutil.rmtree(project / "data" / folder)
    change(project, SKOG, "bygger_på:\n  - {aktivitet: 2025/skog, typ: fortsätter}\n", "")
    samling = read_collection(project)
    assert not samling.publikt.årgångar
    sajt = Sajt(samling=seen(samling), alla=samling)
    assert "planer/2026/" in sajt.utkastsidor
