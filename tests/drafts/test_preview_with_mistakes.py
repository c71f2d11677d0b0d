"""A preview is built with mistakes left too: what cannot be read is a box in its place, and everything else is as it is."""

from pathlib import Path

import pytest
from rusplan.build.build_order import PREVIEW
from rusplan.commands.cli import main

from tests.built import ROOT, Site, build, build_site
from tests.drafts.half_written import half_written
from tests.editing.files import change
from tests.invented import configure

WORKFLOW = ROOT / ".github/workflows/forslag.yml"


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A file that cannot be read, one that names what is not there, a sum that differs, and a page with a macro that is wrong."""
    root = half_written(tmp_path_factory.mktemp("fel"))
    change(root, "data/2025/aktiviteter/skog.yml", "dagar: 12", "dagar: tolv <b>dagar</b>")
    change(root, "data/2026/aktiviteter/vatten.yml", "[kommunen]", "[komunen]")
    change(root, "data/2024/plan.yml", "dagar: 15", "dagar: 16")
    change(root, "data/2025/mal.yml", "period:", "period: [")
    (root / "docs").mkdir()
    for name in ("index", "om", "integritet"):
        (root / f"docs/{name}.md").write_text("# Sida\n\n{{ start() }}\n", encoding="utf-8")
    (root / "docs/om.md").write_text("# Om oss\n\n{{ finnsinte() }}\n", encoding="utf-8")
    configure(root)
    return root


@pytest.fixture(scope="module")
def previewed(project: Path) -> Site:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(PREVIEW, "ja")
        return build_site(project / "visad", root=project)


def test_what_cannot_be_read_is_a_box_in_its_place_that_says_so(previewed: Site) -> None:
    page = previewed["aktiviteter/2025/skog/"].main.text()
    assert "Sidan kan inte visas förrän felen i data är rättade." in page
    assert "”dagar” är ”tolv <b>dagar</b>”" in page
    assert "”dagar” är ”tolv" in previewed["planer/2025/"].main.text()
    assert "Det här är fel" in previewed["mal/2025/"].main.text()


def test_what_is_wrong_stands_on_the_page_of_what_the_file_holds(previewed: Site) -> None:
    assert "komunen" in previewed["aktiviteter/2026/vatten/"].main.text()
    assert "aktiviteternas dagar i Natur blir 15" in previewed["planer/2024/"].main.text()
    assert "makrot ”finnsinte” finns inte" in previewed["om/"].main.text()


def test_everything_else_is_as_it_is(previewed: Site) -> None:
    assert "Läslovet" in previewed["planer/2025/"].main.text()
    assert "Det här är fel" not in previewed["aktiviteter/2025/museum/"].main.text()
    assert {"", "aktiviteter/", "planer/", "uppfoljning/2025/", "budget/2025/"} <= set(previewed)


def test_site_that_is_published_is_stopped_by_each_of_them(project: Path) -> None:
    done = build(project / "publicerad", root=project)
    assert done.returncode == 1
    assert not (project / "publicerad").exists()


def test_where_nothing_can_be_built_a_page_tells_what_is_wrong(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    half_written(tmp_path)
    (tmp_path / "data/organisation.yml").write_text("namn: <b>\nx: [\n", encoding="utf-8")
    assert main(["--rot", str(tmp_path), "check", "--format", "html"]) == 1
    told = capsys.readouterr().out
    assert told.startswith("<!doctype html>")
    assert "<li>data/organisation.yml:" in told
    assert "<b>" not in told


def test_ci_builds_the_preview_though_the_check_has_failed_and_shows_it() -> None:
    steps = WORKFLOW.read_text(encoding="utf-8").partition("steps:")[2].split("\n      - ")
    goes_on = [step for step in steps if "if: ${{ !cancelled() }}" in step]
    assert len(goes_on) == 2
    assert "make preview" in goes_on[0]
    assert "upload-artifact" in goes_on[1]
