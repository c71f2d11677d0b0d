"""Options and shared data of the test suite."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Playwright, expect, sync_playwright
from rusplan.checks import read_collection
from rusplan.data.collection import Samling
from rusplan.data.references import Graf

from tests import invented
from tests.built import ROOT, SITE, Site, once_a_run
from tests.reviewed import AsReviewed
from tests.typefaces import NARROW, Typeface, environment, installed, lay_out, width_of_alphabet

CHROMIUM = next(
    (
        path
        for name in ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome")
        if (path := shutil.which(name))
    ),
    None,
)
# As root, without a screen, and without a word to any other host.
ARGUMENTS = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
    "--host-resolver-rules=MAP intern.test 127.0.0.1",  # a plain-http host that is not this machine to the browser
]  # fmt: skip
# Most of what tests build has no history.
os.environ["RUSPLAN_UTAN_HISTORIK"] = "ja"
BAS = Path(__file__).parent / "golden/bas"


def pytest_addoption(parser: pytest.Parser) -> None:
    """`--update-golden` writes the expected files of tests/golden/ anew; read the diff before you keep it."""
    parser.addoption("--update-golden", action="store_true", help="write tests/golden/ anew instead of comparing")


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave out what is true of RUS's own data alone, where another site is read."""
    of_rus = [item for item in items if SITE != ROOT and item.get_closest_marker("rus")]
    if of_rus:
        config.hook.pytest_deselected(items=of_rus)
        items[:] = [item for item in items if not item.get_closest_marker("rus")]


@pytest.fixture
def as_reviewed(request: pytest.FixtureRequest) -> AsReviewed:
    """Compares a text with a file that has been reviewed as a whole; `--update-golden` writes the file anew."""

    def compare(file: Path, text: str) -> None:
        if request.config.getoption("--update-golden"):
            file.parent.mkdir(exist_ok=True)
            file.write_text(text, encoding="utf-8", newline="")
        assert text == file.read_bytes().decode()

    return compare


@pytest.fixture(scope="session")
def bas() -> Samling:
    """The small, right data set that all golden cases start from."""
    return read_collection(BAS)


@pytest.fixture(scope="session")
def playwright() -> Iterator[Playwright]:
    """What drives a browser; where there is none, CI fails and others skip."""
    if not CHROMIUM or not installed():
        message = "no typefaces: npm ci in tests/node" if CHROMIUM else "no Chromium on this machine"
        pytest.fail(message) if os.environ.get("CI") == "true" else pytest.skip(message)
    expect.set_options(timeout=30_000)  # a machine may be busy with four other things
    with sync_playwright() as driver:
        yield driver


@pytest.fixture(scope="session")
def fonts(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the tests' own typefaces are laid out."""
    folder = tmp_path_factory.mktemp("fonts")
    lay_out(folder)
    return folder


@pytest.fixture(scope="session")
def typeface(request: pytest.FixtureRequest) -> Typeface:
    """What pages are drawn with: the narrow one, and the wide one too in a test that is marked `in_both_typefaces`."""
    chosen: Typeface = getattr(request, "param", NARROW)
    return chosen


@pytest.fixture(scope="session")
def browser(playwright: Playwright, typeface: Typeface, fonts: Path) -> Iterator[Browser]:
    """One Chromium with a fresh profile for all tests of a worker that have the same typeface."""
    env: dict[str, str | float | bool] = {**os.environ, **environment(typeface, fonts)}
    chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS, env=env)
    drawn = width_of_alphabet(chromium, "system-ui")
    assert abs(drawn - typeface.alphabet) < 8, f"this browser does not draw with {typeface}"
    yield chromium
    chromium.close()


@pytest.fixture(scope="session")
def samling() -> Samling:
    """Everything in the data of the invented body."""
    return invented.read_invented()


@pytest.fixture(scope="session")
def graf(samling: Samling) -> Graf:
    """The references between years and texts."""
    return Graf(samling)


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """The site of the invented body, as the maintainer's command builds it. No test changes it."""
    return invented.site_in(once_a_run(tmp_path_factory, "invented", invented.invented_site))


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A copy of the invented body's project, to break."""
    return invented.lay_out(tmp_path / "projekt")
