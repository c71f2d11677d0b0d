"""What is lost within a page, a feed or the calendar: told, and refused unless data says that it is gone for good."""

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from rusplan.commands import cli
from rusplan.publish.file_list import write_list
from rusplan.publish.shown_names import each_once, lost_names

Publish = Callable[..., tuple[int, str, str]]
EVENT = '<section class="rp-handelse" id="{}">'


def feed(*ids: str) -> str:
    return f"<feed><id>feed</id>{''.join(f'<entry><title>x</title><id>{id_}</id></entry>' for id_ in ids)}</feed>"


def calendar(*uids: str) -> str:
    return "".join(f"BEGIN:VEVENT\r\nUID:{uid}\r\nEND:VEVENT\r\n" for uid in uids)


@pytest.mark.parametrize(
    ("path", "before", "after", "lost"),
    [
        ("handelser/index.html", EVENT.format("2025-a--x") + EVENT.format("2025-a--y"), EVENT.format("2025-a--y"), ["/handelser/#2025-a--x"]),
        ("mal/2025/index.html", '<h3 id="stigar">', '<h3 id="leder">', ["/mal/2025/#stigar"]),
        ("mal/2024-2026/index.html", '<h3 id="stigar">', "", ["/mal/2024-2026/#stigar"]),
        ("budget/2025/index.html", '<h3 id="rad-lon"><h3 id="annat">', "", ["/budget/2025/#rad-lon"]),
        ("ordlista/index.html", '<div id="leks">', '<meta http-equiv="refresh" content="0">', []),
        ("andringar/index.html", '<div class="rp-andring" id="v-0a1b2c3d4e"><h2 id="d-2026-01-01">', "", ["/andringar/#v-0a1b2c3d4e"]),
        ("andringar/atom.xml", feed("c", "b", "a"), feed("d", "c", "b"), []),
        ("andringar/atom.xml", feed("c", "b", "a"), feed("d", "c", "a"), ["/andringar/atom.xml#b"]),
        ("andringar/atom.xml", feed("c", "b", "a"), feed("c"), ["/andringar/atom.xml#b", "/andringar/atom.xml#a"]),
        ("andringar/atom.xml", feed("b", "a"), feed("d", "c"), []),
        ("handelser/alla.ics", calendar("a" * 80 + "@hbr.se"), calendar(f"{'a' * 71}\r\n {'a' * 9}@hbr.se"), []),
        ("handelser/alla.ics", calendar("x@hbr.se"), calendar("y@hbr.se"), ["/handelser/alla.ics#x@hbr.se"]),
        ("om/index.html", '<h2 id="kontakt">', "", []),
    ],
)  # fmt: skip
def test_things_that_data_names_are_lost_but_not_what_comes_and_goes_by_itself(
    path: str, before: str, after: str, lost: list[str]
) -> None:
    assert list(lost_names(path, before, after)) == lost


def test_an_event_that_is_gone_is_told_once() -> None:
    gone = {"/handelser/#2025-a--x", "/handelser/2025-a--x.ics", "/handelser/alla.ics#2025-a--x@hbr.se"}
    assert each_once(gone | {"/om/"}) == ["/handelser/#2025-a--x", "/om/"]
    assert each_once({"/handelser/alla.ics#2025-a--x@hbr.se"}) == ["/handelser/alla.ics#2025-a--x@hbr.se"]


def site(folder: Path, files: Mapping[str, str], engine: str = "a") -> Path:
    for name, text in {"index.html": "start", **files}.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    write_list(folder, engine)
    return folder


WITH = {"handelser/index.html": EVENT.format("2025-a--x"), "handelser/2025-a--x.ics": "x", "mal/2025/index.html": '<h3 id="stigar">'}  # fmt: skip
GONE = {"handelser/index.html": "inga", "mal/2025/index.html": '<h3 id="leder">'}


def register(root: Path, *addresses: str) -> None:
    rows = "".join(f"  - adress: {address}\n    skäl: Det blev aldrig av.\n" for address in addresses)
    (root / "data").mkdir(exist_ok=True)
    (root / "data/permalankar.yml").write_text(f"borttagna:\n{rows}", encoding="utf-8")


def test_what_is_lost_within_a_page_is_not_published_until_data_says_that_it_is_gone(
    run: Publish, tmp_path: Path
) -> None:
    assert run("--site", str(site(tmp_path / "ett", WITH)))[0] == 0, "the first site has nothing to lose"
    later = ("--site", str(site(tmp_path / "två", GONE)))
    code, _, err = run(*later)
    assert code == 1
    assert "/handelser/#2025-a--x" in err
    assert "«borttagna» i data/permalankar.yml" in err
    register(tmp_path, "/handelser/#2025-a--x")
    code, _, err = run(*later)
    assert (code, "Det gäller /mal/2025/#stigar" in err) == (1, True)
    register(tmp_path, "/handelser/#2025-a--x", "/mal/2025/#")
    assert run(*later)[0] == 0


def test_what_another_engine_does_within_pages_is_told_and_stops_nothing(run: Publish, tmp_path: Path) -> None:
    run("--site", str(site(tmp_path / "ett", WITH)))
    code, out, _ = run("--site", str(site(tmp_path / "två", {**WITH, "mal/2025/index.html": ""}, engine="b")))
    assert code == 0
    assert "/mal/2025/#stigar" in out
    code, _, err = run("--site", str(site(tmp_path / "tre", GONE, engine="c")))
    assert (code, "/handelser/#2025-a--x" in err) == (1, True), "an address stops whoever made the site"


def test_a_preview_tells_what_would_be_lost_and_the_words_to_write(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before, after = site(tmp_path / "ett", {**WITH, "om/index.html": "om"}), site(tmp_path / "två", GONE)
    compare = ["--rot", str(tmp_path), "pages-changed", str(before), str(after), "--format", "md", "--strict"]
    assert cli.main(compare) == 1
    words = (
        "omdirigeringar:\n  - från: /om/\n    till: /sidan/som/tar/over/\n"
        "borttagna:\n  - adress: /handelser/#2025-a--x\n    skäl: Varför det är borta.\n  - adress: /mal/2025/#stigar\n"
    )
    assert words in capsys.readouterr().out
    register(tmp_path, "/handelser/#2025-a--x", "/mal/2025/#stigar", "/om/")
    assert cli.main(compare) == 0
    assert "Skulle sluta svara" not in capsys.readouterr().out
