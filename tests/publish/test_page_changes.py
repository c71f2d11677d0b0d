"""What a proposal does to the pages."""

from pathlib import Path

import pytest
from rusplan.commands import cli

PAGE = "<title>{title} - Åkerbo</title><nav>{frame}</nav><article><h1>{title}</h1>{text}</article>"


def write(site: Path, pages: dict[str, str], frame: str = "") -> str:
    for address, text in pages.items():
        path = site / address.lstrip("/") / "index.html"
        path.parent.mkdir(parents=True, exist_ok=True)
        title = address.strip("/").capitalize() or "Start"
        path.write_text(PAGE.format(title=title, text=text, frame=frame), encoding="utf-8")
    return str(site)


def changed(before: str, after: str, capsys: pytest.CaptureFixture[str], *form: str) -> str:
    assert cli.main(["pages-changed", before, after, *form]) == 0
    return capsys.readouterr().out.replace("\u00a0", " ")


def test_new_changed_and_lost_pages_are_told_with_title_and_address(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = write(tmp_path / "a", {"/": "x", "/sjo/": "x", "/skog/": "x", "/lov/": "x"})
    after = write(tmp_path / "b", {"/": "x", "/skog/": "y", "/lov/": "x", "/ang_[mark]/": "x"}, frame="ny meny")
    assert changed(before, after, capsys) == (
        "1 sida tillkommer, 1 sida ändras, 1 sida försvinner.\n"
        "Ang_[mark]  /ang_[mark]/  tillkommer\nSkog  /skog/  ändras\nSjo  /sjo/  försvinner\n"
    )
    told = changed(before, after, capsys, "--format", "md")
    assert "### Tillkommer\n\n- Ang\\_\\[mark\\] (`/ang_[mark]/`)\n" in told
    assert "ska fortsätta svara" in told


@pytest.mark.parametrize(("options", "code"), [([], 0), (["--strict"], 1)])
def test_lost_page_is_an_error_where_it_is_asked_for(options: list[str], code: int, tmp_path: Path) -> None:
    before, after = write(tmp_path / "a", {"/": "x", "/sjo/": "x"}), write(tmp_path / "b", {"/": "x"})
    assert cli.main(["pages-changed", before, after, *options]) == code
    assert cli.main(["pages-changed", after, before, *options]) == 0


def test_only_the_frame_is_no_change(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = write(tmp_path / "a", {"/": "x"}, frame="gammal")
    assert changed(before, write(tmp_path / "b", {"/": "x"}, frame="ny"), capsys) == "Ingen sida ändras.\n"


def test_long_list_ends_with_how_many_more(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = write(tmp_path / "a", {"/": "x"})
    after = write(tmp_path / "b", {"/": "x"} | {f"/s{n}/": "x" for n in range(103)})
    assert "- och 3 till\n" in changed(before, after, capsys, "--format", "md")


def test_folder_without_a_site_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["pages-changed", str(tmp_path), str(tmp_path)]) == 1
    assert capsys.readouterr().err == f"det finns ingen byggd webbplats i {tmp_path}\n"
