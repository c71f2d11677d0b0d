"""What is wrong in docs/ is told without building the site: macros, their values, fields and links, each with page, row and column."""

import logging
import shutil
from pathlib import Path

import pytest
from rusplan.build.link_warnings import LinkWarnings
from rusplan.build.page_links import link_problems
from rusplan.commands import cli
from rusplan.data.problems import Problem

BAS = Path(__file__).parents[1] / "golden/bas"
KNOWN = {"index.md", "om.md", "planer/index.md", "planer/2024.md", "bilder/karta.png"}


@pytest.mark.parametrize(
    ("link", "words"),
    [
        ("2042.md", "leder till en fil som inte finns i docs; menade du «"),
        ("omm.md", "leder till en fil som inte finns i docs; rätta namnet eller ta bort länken"),
        ("../omm.md", "leder till en fil som inte finns i docs; rätta namnet"),
        ("../planer/", "leder till en fil som inte finns i docs; menade du «index.md»?"),
        ("2024", "leder till en fil som inte finns i docs; menade du «2024.md»?"),
        ("karta.png", "leder till en fil som inte finns i docs; menade du «../bilder/karta.png»?"),
        (
            "/planer/2024.md",
            "börjar med snedstreck; skriv vägen från den här sidan till filen i docs; menade du «2024.md»?",
        ),
        ("%C3%A5r.md", "leder till en fil som inte finns i docs; rätta namnet"),
    ],
)
def test_link_to_no_file_is_told_where_it_stands(link: str, words: str) -> None:
    (problem,) = link_problems("docs/planer/index.md", f"# Planer\n\nSe [planen]({link}).\n", KNOWN)
    assert (problem.fil, problem.rad, problem.kolumn) == ("docs/planer/index.md", 3, 13)
    assert problem.text.startswith(f"länken «{link}» {words.removesuffix('menade du «')}")


@pytest.mark.parametrize(
    "text",
    [
        "[om](../om.md) [om](../om.md#tal) ![karta](../bilder/karta.png) [år](2024.md \"Planen\")",
        "[ut](https://akerbo.example/x.md) [post](mailto:a@akerbo.example) [här](#hit) [x](<../om.md>)",
        "`[kod](finns-inte.md)`\n\n```\n[kod](finns-inte.md)\n```\n\n{% raw %}[kod](finns-inte.md){% endraw %}",
    ],
)  # fmt: skip
def test_link_that_leads_on_and_code_are_left(text: str) -> None:
    assert list(link_problems("docs/planer/index.md", text, KNOWN)) == []


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """The small collection, with a page that a person has written."""
    shutil.copytree(BAS / "data", tmp_path / "data")
    (tmp_path / "docs").mkdir()
    return tmp_path


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("{{ verksamhetsplann(2025) }}", "docs/om.md:3:1: makrot «verksamhetsplann» finns inte; menade du «verksamhetsplan»?"),
        ("{{ verksamhetsplan(2042) }}", "docs/om.md:3:1: i makrot «verksamhetsplan»: året «2042» finns inte i data; åren är «2024», «2025»"),
        ("{{ aktivitet('2025/skogg') }}", "docs/om.md:3:1: i makrot «aktivitet»: aktiviteten «2025/skogg» finns inte; menade du «2025/skog»?"),
        ("{{ start }}", "docs/om.md:3:1: makrot «start» ska ha parenteser efter namnet"),
        ("[plan](planer/2042.md)", "docs/om.md:3:8: länken «planer/2042.md» leder till en fil som inte finns i docs"),
    ],
)  # fmt: skip
def test_check_tells_what_the_build_would_stop_at(
    text: str, told: str, project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (project / "docs/om.md").write_text(f"# Om\n\n{text}\n", encoding="utf-8")
    assert cli.main(["--rot", str(project), "check"]) == 1
    (line,) = capsys.readouterr().out.splitlines()
    assert line.startswith(told)


def test_check_is_content_with_a_right_page(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    page = (
        "# Om\n\n{{ start() }}\n\n{{ verksamhetsplan(2025) }}\n\n[planen](planer/2025.md) [guiden](redaktor/index.md)\n"
    )
    (project / "docs/om.md").write_text(page, encoding="utf-8")
    assert cli.main(["--rot", str(project), "check"]) == 0, capsys.readouterr()


@pytest.mark.parametrize(
    ("warning", "told"),
    [
        (
            "Doc file 'om.md' contains a link 'kallor.md#nej', but the doc 'kallor.md' does not contain an anchor '#nej'.",
            "docs/om.md:3:9: länken «kallor.md#nej» leder till en rubrik som inte finns; välj tecknet ¶",
        ),
        (
            "Doc file 'om.md' contains an unrecognized relative link 'x/', it was left as is.",
            "docs/om.md:1:1: länken «x/» leder inte till någon fil i docs",
        ),
        (
            "A reference to 'nej.md' is included in the 'nav' configuration, which is not found in the documentation files.",
            "mkdocs.yml:2:12: menyn nämner «nej.md», men den filen finns inte i docs",
        ),
    ],
)
def test_warnings_of_the_builder_are_told_in_swedish_on_their_row(warning: str, told: str, tmp_path: Path) -> None:
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs/om.md").write_text("# Om\n\n[källa](kallor.md#nej)\n", encoding="utf-8")
    (tmp_path / "mkdocs.yml").write_text("nav:\n  - Start: nej.md\n", encoding="utf-8")
    found: list[Problem] = []
    listener = LinkWarnings(tmp_path, found.append)
    assert not listener.filter(logging.LogRecord("x", logging.WARNING, "", 1, warning, None, None))
    assert listener.filter(logging.LogRecord("x", logging.WARNING, "", 1, "Something else", None, None))
    assert [str(problem).startswith(told) for problem in found] == [True], found
