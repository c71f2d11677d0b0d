"""A dozen pages look as they were reviewed to look. The data is small and invented, so that no edit of the real one changes them."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.built import ROOT, build
from tests.pictures import differing, small
from tests.served import served

GOLDEN = ROOT / "tests/golden/utseende"
FONT = ':root { --rp-typsnitt: "DejaVu Sans" !important; }'  # which every Debian has
PATIENCE = 0.02  # another version of a font moves some text by a pixel; a broken layout moves a third of the page
PICTURES = [
    ("", 1280, "light"), ("", 320, "dark"), ("planer/2024/", 1280, "light"), ("uppfoljning/2024/", 768, "light"),
    ("aktiviteter/2024/skog/", 1280, "light"), ("aktiviteter/2024/skog/", 1280, "dark"), ("aktiviteter/2024/skog/", 320, "light"),
    ("aktiviteter/", 1280, "light"), ("aktiviteter/", 320, "light"), ("jamfor/2024-2025/", 768, "light"),
    ("redaktor/", 1280, "light"), ("404.html", 320, "light"),
]  # fmt: skip


@pytest.fixture(scope="module")
def origin(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The small collection as a site, served; it has no history, so no date changes either."""
    root = tmp_path_factory.mktemp("projekt")
    shutil.copytree(ROOT / "docs", root / "docs")
    shutil.copytree(ROOT / "tests/golden/bas/data", root / "data")
    for path in (root / "docs").rglob("*.md"):
        if path.stem.isdecimal():
            path.unlink()  # written for the real years
    (root / "data/permalankar.yml").unlink(missing_ok=True)
    shutil.copy(ROOT / "mkdocs.yml", root)
    run = build(root / "site", root=root)
    assert run.returncode == 0, run.stdout + run.stderr
    with served(root / "site") as address:
        yield address


@pytest.mark.parametrize(("address", "width", "scheme"), PICTURES)
def test_page_looks_as_reviewed(
    address: str, width: int, scheme: str, origin: str, browser: Browser, request: pytest.FixtureRequest, tmp_path: Path
) -> None:
    context = browser.new_context(
        viewport={"width": width, "height": 900},
        color_scheme=scheme,
        reduced_motion="reduce",
        locale="sv-SE",
        bypass_csp=True,
    )  # type: ignore[arg-type]
    page = context.new_page()
    page.goto(origin + address, wait_until="networkidle")
    page.add_style_tag(content=FONT)
    picture = page.screenshot()
    context.close()
    file = GOLDEN / f"{address.strip('/').replace('/', '-').removesuffix('.html') or 'start'}-{width}-{scheme}.png"
    if request.config.getoption("--update-golden"):
        file.parent.mkdir(exist_ok=True)
        file.write_bytes(small(picture))
    (tmp_path / file.name).write_bytes(picture)
    assert differing(picture, file.read_bytes()) < PATIENCE, f"look at {tmp_path / file.name} and at {file}"


def test_a_broken_layout_is_noticed(origin: str, browser: Browser) -> None:
    context = browser.new_context(viewport={"width": 1280, "height": 900}, reduced_motion="reduce", bypass_csp=True)
    page = context.new_page()
    page.goto(origin, wait_until="networkidle")
    page.add_style_tag(content=f"{FONT} .md-main__inner {{ display: block; }} .rp-rutor {{ display: block; }}")
    broken = page.screenshot()
    context.close()
    assert differing(broken, (GOLDEN / "start-1280-light.png").read_bytes()) > PATIENCE
