"""`rusplan first-year`: the example goes, and a draft of a site's own first year stands in its place."""

import subprocess
from pathlib import Path

import pytest
from rusplan.commands import cli

from tests.own_site.test_new_site import ANSWERS, new

AREAS = ("--area", "Friluftsliv", "--area", "Öar och skär")


@pytest.fixture
def site(tmp_path: Path) -> Path:
    assert new(tmp_path / "plan", ANSWERS) == 0
    return tmp_path / "plan"


def first_year(site: Path, year: str = "2027") -> int:
    return cli.main(["--rot", str(site), "first-year", year, *AREAS])


def save(site: Path) -> None:
    """Commit all that stands there."""
    as_somebody = ("-c", "user.name=Kansliet", "-c", "user.email=kansliet@ostra.example")
    for order in (("add", "--all"), (*as_somebody, "commit", "--quiet", "--message", "Ny webbplats")):
        subprocess.run(["git", *order], cwd=site, check=True)


def files(site: Path) -> set[str]:
    return {path.relative_to(site).as_posix() for path in site.glob("data/**/*")}


def test_nothing_is_left_of_the_example_and_activities_can_be_added(
    site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert first_year(site) == 0
    assert files(site) == {"data/organisation.yml", "data/2027", "data/2027/plan.yml"}
    assert capsys.readouterr().out.endswith(
        'Lägg nu till aktiviteter: rusplan new-activity 2027 "Titel" --area friluftsliv\n'
    )
    assert cli.main(["--rot", str(site), "new-activity", "2027", "Bygga en bro", "--area", "oar-och-skar"]) == 0
    assert cli.main(["--rot", str(site), "check"]) == 0


def test_a_first_plan_that_is_filled_in_can_be_decided(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    order = ("--rot", str(site))
    assert cli.main([*order, "first-year", "2027", "--area", "Friluftsliv"]) == 0
    assert cli.main([*order, "new-activity", "2027", "Bygga en bro", "--area", "friluftsliv"]) == 0
    for path in site.glob("data/2027/**/*.yml"):
        text = path.read_text(encoding="utf-8").replace("sammanfattning:\n", "sammanfattning: Vi bygger en bro.\n")
        path.write_text(text.replace("insatser:\n", "insatser:\n  - text: Rita bron.\n"), encoding="utf-8")
    assert cli.main([*order, "decide", "2027", "--date", "2026-12-10", "--by", "Styrgruppen"]) == 0
    assert "Verksamhetsplan 2027 är beslutad.\n" in capsys.readouterr().out


def test_an_example_that_has_been_saved_in_git_is_said_to_be_gone(
    site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Else the check would ask for each page of it, since the history has had them."""
    save(site)
    assert first_year(site) == 0
    save(site)
    assert "  - adress: /aktiviteter/2025/badplatser/\n" in (site / "data/permalankar.yml").read_text(encoding="utf-8")
    assert cli.main(["--rot", str(site), "check"]) == 0


def test_the_years_own_plan_is_not_said_to_be_gone_where_it_takes_the_examples_place(site: Path) -> None:
    save(site)
    assert first_year(site, "2025") == 0
    assert "/planer/2025/" not in (site / "data/permalankar.yml").read_text(encoding="utf-8")


def test_what_somebody_has_written_is_not_taken_away(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = site / "data/2025/aktiviteter/badplatser.yml"
    path.write_text(path.read_text(encoding="utf-8") + "# vår egen rad\n", encoding="utf-8")
    before = files(site)
    assert first_year(site) == 1
    told = capsys.readouterr().err
    assert told.startswith(
        "Det finns redan ett år i data, för data/2025/aktiviteter/badplatser.yml hör inte till exemplet."
    )
    assert told.endswith("Inget är ändrat.\n")
    assert files(site) == before


def test_the_first_plan_may_be_of_several_years(site: Path) -> None:
    assert first_year(site, "2027-2029") == 0
    assert "titel: Verksamhetsplan 2027–2029\n" in (site / "data/2027-2029/plan.yml").read_text(encoding="utf-8")
    assert cli.main(["--rot", str(site), "new-activity", "2027-2029", "Bygga en bro", "--area", "friluftsliv"]) == 0
    assert cli.main(["--rot", str(site), "check"]) == 0


def test_a_year_that_is_none_is_refused(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert first_year(site, "nästa") == 1
    assert "Året är «nästa», men ska vara ett år som 2027" in capsys.readouterr().err
