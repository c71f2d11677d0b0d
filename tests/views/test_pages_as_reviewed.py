"""Every page of small made-up collections says what it said when somebody read it: `--update-golden` writes them anew, for a reviewer to read."""

from collections.abc import Callable
from pathlib import Path

import pytest
from rusplan.checks import read_collection
from rusplan.site.sajt import Sajt

from tests.views.lillby import read
from tests.views.page_text import rows_of
from tests.views.pages_of import pages_of

TESTS = Path(__file__).parents[1]
REVIEWED = TESTS / "golden/sidor"
SITES: dict[str, Callable[[Path], Sajt]] = {
    "lillby": lambda folder: Sajt(samling=read(folder)),
    "bas": lambda _: Sajt(samling=read_collection(TESTS / "golden/bas")),
} | {
    name: lambda _, name=name: Sajt(samling=read_collection(TESTS / "organisationer" / name))
    for name in ("kommunen", "regionen", "natverket")
}


@pytest.mark.parametrize("name", SITES)
def test_pages_say_what_they_said_when_they_were_reviewed(
    name: str, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    pages = pages_of(SITES[name](tmp_path))
    text = "".join(f"==== {address}\n{rows_of(html)}\n" for address, html in pages.items())
    file = REVIEWED / f"{name}.txt"
    if request.config.getoption("--update-golden"):
        file.parent.mkdir(exist_ok=True)
        file.write_text(text, encoding="utf-8")
    assert text == file.read_text(encoding="utf-8")
