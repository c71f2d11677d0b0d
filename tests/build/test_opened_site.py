"""One page of a site that is opened and not built, as the form editor shows it beside what somebody types."""

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from rusplan.data.problems import DataFel
from rusplan.opened_site import OpenedSite
from rusplan.tools.resources import EXAMPLE

from tests.built import Site, files_of

pytestmark = pytest.mark.filterwarnings("ignore")
YEAR = "2025"
NAME = f"data/{YEAR}/aktiviteter/museum.yml"
PAGE = f"aktiviteter/{YEAR}/museum/"
BAS = Path(__file__).parents[1] / "golden/bas/data"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A small site to change."""
    shutil.copytree(BAS, tmp_path / "data")
    shutil.copytree(EXAMPLE / "docs", tmp_path / "docs")
    shutil.copy(EXAMPLE / "mkdocs.yml", tmp_path)
    return tmp_path


@pytest.fixture
def opened(project: Path) -> Iterator[OpenedSite]:
    """The small site, opened."""
    found = OpenedSite(project)
    yield found
    found.close()


def with_text(project: Path, name: str, old: str, new: str) -> bytes:
    text = (project / name).read_text(encoding="utf-8")
    assert old in text
    return text.replace(old, new, 1).encode()


def shown(opened: OpenedSite, address: str, unsaved: dict[str, bytes | None] | None = None) -> str:
    page = opened.page(address, unsaved or {})
    assert page
    return page


# What there is to download, and the row of it in the list of contents: a site that is opened makes no files.
DOWNLOADS = re.compile(
    r'<section class="rp-nedladdningar.*?</section>|<li class="rp-innehall__rad"><a href="#ladda-ner">.*?</li>', re.S
)


def without_downloads(html: str | None) -> list[str]:
    return DOWNLOADS.sub("", html or "").split()


def test_a_page_that_is_asked_for_alone_is_the_one_that_a_build_makes(site: Site) -> None:
    opened = OpenedSite(site.folder.parent, site.base)
    asked = [page for page in site.pages if not page.leads_on][::10]
    differing = [page for page in asked if without_downloads(opened.page(page.address)) != without_downloads(page.html)]
    opened.close()
    assert len(asked) > 8
    assert not differing


def test_two_sites_that_are_open_at_once_know_nothing_of_each_other(opened: OpenedSite, project: Path) -> None:
    before = shown(opened, PAGE)
    other = project.parent / f"{project.name}-annan"
    shutil.copytree(project, other)
    (other / NAME).write_bytes(with_text(other, NAME, "titel: Museet", "titel: Ett annat museum"))
    beside = OpenedSite(other)
    assert "Ett annat museum" in shown(beside, PAGE)
    assert shown(opened, PAGE) == before
    beside.close()


def test_what_is_not_saved_is_on_every_page_that_shows_it_and_nowhere_else(opened: OpenedSite, project: Path) -> None:
    before = {address: shown(opened, address) for address in (PAGE, f"planer/{YEAR}/", "aktiviteter/", "om/")}
    lying = files_of(project)
    typed = with_text(project, NAME, "titel: Museet", "titel: Sjöfartsmuseet")
    for address, html in before.items():
        changed = shown(opened, address, {NAME: typed})
        assert ("Sjöfartsmuseet" in changed) == (address != "om/"), address
        assert shown(opened, address) == html
    assert files_of(project) == lying


def test_an_activity_that_is_not_saved_has_a_page_and_one_that_goes_has_none(opened: OpenedSite, project: Path) -> None:
    plan = f"data/{YEAR}/plan.yml"
    new: dict[str, bytes | None] = {
        plan: with_text(project, plan, "- museum", "- museum\n          - nyss"),
        f"data/{YEAR}/aktiviteter/nyss.yml": with_text(project, NAME, "titel: Museet", "titel: Nyss påkommet"),
    }
    assert opened.page(f"aktiviteter/{YEAR}/nyss/") is None
    assert "Nyss påkommet" in shown(opened, f"aktiviteter/{YEAR}/nyss/", new)
    assert opened.page(f"aktiviteter/{YEAR}/nyss/") is None


def test_a_mistake_that_is_not_saved_is_told_on_the_page_with_its_place_in_what_is_typed(
    opened: OpenedSite, project: Path
) -> None:
    typed = b"# rad\n" + with_text(project, NAME, "dagar: 10", "dagar: tio")
    page = shown(opened, PAGE, {NAME: typed})
    assert "Fel i data" in page
    assert "tio" in page[page.index("Fel i data") :]
    assert [(problem.fil, problem.rad, problem.kolumn) for problem in opened.problems if "«tio»" in problem.text] == [
        (NAME, 6, 8)
    ]
    rule = b"# rad\n" + with_text(project, NAME, "2024/skolbesok", "2024/skolbesoket")
    shown(opened, PAGE, {NAME: rule})
    assert (NAME, 12) in {(problem.fil, problem.rad) for problem in opened.problems}
    assert "Fel i data" not in shown(opened, PAGE)
    assert opened.problems == ()


def test_what_no_page_can_be_made_of_is_told_as_problems(opened: OpenedSite) -> None:
    with pytest.raises(DataFel) as told:
        opened.page(PAGE, {"data/organisation.yml": b"namn: ["})
    assert [problem.fil for problem in told.value.problems][:1] == ["data/organisation.yml"]


def test_what_is_shared_by_all_pages_is_new_on_them(opened: OpenedSite, project: Path) -> None:
    shown(opened, PAGE)
    name = "data/organisation.yml"
    typed = with_text(project, name, "namn: ", "namn: Ett nytt namn på ")
    assert "Ett nytt namn på" in shown(opened, "om/", {name: typed}) + shown(opened, PAGE, {name: typed})
    (project / "docs/prov.md").write_text("# Provsidan\n", encoding="utf-8")
    assert "Provsidan" in shown(opened, "prov/")


def test_styles_and_pictures_of_a_page_are_there_and_pages_are_no_files(opened: OpenedSite) -> None:
    html = shown(opened, PAGE)
    sheet = next(part for part in html.split('"') if part.endswith("rusplan.css")).replace("../", "")
    assert (opened.file(sheet) or b"").startswith(b"/*!")
    assert opened.file("om/index.html") is None
    assert opened.file("data/organisation.yml") is None
