"""What is shown after a publishing, after a step back, and after one that was refused."""

import gzip
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from rusplan.publish.file_list import BUILT
from rusplan.publish.versions import versions

from tests.publish.sites import shown, write_site

Publish = Callable[..., tuple[int, str, str]]
Put = Callable[[str], None]
ROOT = Path(__file__).parents[2]


def start_page(target: Path) -> str:
    return (target / "aktuell/index.html").read_text(encoding="utf-8")


def test_published_site_is_shown_and_told_in_one_line(run: Publish, tmp_path: Path, target: Path) -> None:
    site = write_site(tmp_path / "site", "ett")
    code, out, _ = run()
    assert code == 0
    assert out.startswith("Nu visas version 1 med 3 sidor: ")
    assert {path: (target / "aktuell" / path).read_bytes() for path in shown(target) if not path.endswith(".gz")} == {
        path.relative_to(site).as_posix(): path.read_bytes()
        for path in site.rglob("*")
        if path.is_file() and path.name != BUILT
    }
    assert gzip.decompress((target / "aktuell/stor.json.gz").read_bytes()) == (site / "stor.json").read_bytes()


def test_change_in_the_built_site_does_not_reach_what_is_published(run: Publish, tmp_path: Path, target: Path) -> None:
    site = write_site(tmp_path / "site", "ett")
    run()
    before = shown(target)
    for path in site.rglob("*.*"):
        path.write_text("skräp", encoding="utf-8")
    assert shown(target) == before


def test_same_site_again_makes_no_version(run: Publish, put: Put, tmp_path: Path, target: Path) -> None:
    put("ett")
    code, out, _ = run("--site", str(tmp_path / "ett"))
    assert code == 0
    assert out.startswith("Inget nytt: ")
    assert len(versions(target)) == 1


def test_five_versions_are_kept_and_one_can_go_back_through_them(run: Publish, put: Put, target: Path) -> None:
    for word in ("ett", "två", "tre", "fyra", "fem", "sex", "sju"):
        put(word)
    assert [version.nummer for version in versions(target)] == [3, 4, 5, 6, 7]
    for word in ("sex", "fem", "fyra", "tre"):
        assert run("--rollback")[0] == 0
        assert start_page(target) == f"index.html {word}"
    assert run("--rollback") == (
        1,
        "",
        "Webbplatsen är som förut: det finns ingen äldre version att gå tillbaka till.\n",
    )
    assert start_page(target) == "index.html tre"


def test_step_back_after_a_mended_version_does_not_lead_to_the_rejected_one(
    run: Publish, put: Put, target: Path
) -> None:
    for word in ("bra", "trasig"):
        put(word)
    run("--rollback")
    put("lagad")
    run("--rollback")
    assert start_page(target) == "index.html bra"


def test_list_tells_which_version_is_shown(run: Publish, put: Put) -> None:
    assert run("--list")[1] == "Inget är publicerat än.\n"
    put("ett")
    put("två")
    run("--rollback")
    lines = run("--list")[1].splitlines()
    assert [line.split()[:2] for line in lines] == [["2", "utan"], ["→", "1"]]


def test_page_that_a_reader_already_has_still_finds_its_style(put: Put, target: Path) -> None:
    for word in ("ett", "två", "tre", "fyra", "fem"):
        put(word)
        assert (target / "aktuell/assets/ett/rusplan.css").read_text(encoding="utf-8") == "/* ett */"


def test_changed_file_has_a_later_time_so_that_no_browser_keeps_the_old(
    run: Publish, tmp_path: Path, target: Path
) -> None:
    seen = set()
    for word in ("ett", "tvo", "tre"):
        site = write_site(tmp_path / word, word)
        run("--site", str(site))
        seen.add((target / "aktuell/om/index.html").stat().st_mtime)
        assert (target / "aktuell/assets/bild.svg").stat().st_nlink >= 1
    assert len(seen) == 3, "same size and same second: nginx would answer 304"


def test_web_server_may_read_what_somebody_with_closed_habits_has_published(put: Put, target: Path) -> None:
    before = os.umask(0o077)
    try:
        put("ett")
    finally:
        os.umask(before)
    shown = [target / "versioner", *(target / "versioner").rglob("*")]
    assert all(path.stat().st_mode & 0o004 for path in shown if path.suffix != ".txt")
    assert all(path.stat().st_mode & 0o001 for path in shown if path.is_dir())


def test_unchanged_file_takes_no_more_room(put: Put, target: Path) -> None:
    put("ett")
    put("två")
    assert (target / "aktuell/assets/bild.svg").stat().st_nlink == 2


def test_address_that_would_stop_answering_stops_the_publishing(run: Publish, put: Put, tmp_path: Path) -> None:
    put("ett")
    site = write_site(tmp_path / "två", "två", pages=("aktiviteter",))
    code, _, err = run("--site", str(site))
    assert code == 1
    assert err.startswith("Webbplatsen är som förut: adresser som är publicerade skulle sluta svara.")
    assert "/om/" in err
    assert "omdirigeringar" in err
    assert "/aktiviteter/" not in err


def test_second_publishing_waits_for_the_first(put: Put, tmp_path: Path, target: Path) -> None:
    put("ett")
    holder = subprocess.Popen(
        [sys.executable, "-c", HOLD, str(target)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, cwd=ROOT
    )
    assert holder.stdin
    assert holder.stdout
    assert holder.stdout.readline() == b"held\n"
    site = write_site(tmp_path / "två", "två")
    command = [
        sys.executable,
        "-m",
        "rusplan.commands.cli",
        "--rot",
        str(tmp_path),
        "publish",
        str(target),
        "--site",
        str(site),
    ]
    waiting = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, encoding="utf-8", cwd=ROOT)
    assert waiting.stdout
    told = waiting.stdout.readline()
    assert told.startswith(
        f"Väntar högst 10 minuter på att en annan publicering blir klar: process {holder.pid}, som började "
    )
    assert start_page(target) == "index.html ett"
    holder.communicate(b"\n")
    assert waiting.stdout.readline().startswith("Nu visas version 2")
    waiting.communicate()
    assert start_page(target) == "index.html två"


HOLD = """
import sys
from pathlib import Path
from rusplan.publish.versions import locked
with locked(Path(sys.argv[1]), print):
    print("held", flush=True)
    sys.stdin.readline()
"""


@pytest.mark.parametrize(
    ("break_it", "said"),
    [
        (lambda site, target: None, "det finns ingen byggd webbplats i "),
        (lambda site, target: (write_site(site, "x"), target.rmdir()), "server finns inte. Skapa den först"),
        (lambda site, target: (write_site(site, "x"), (target / "annat").touch()), "innehåller redan annat."),
        (lambda site, target: (write_site(site, "x"), (target / "aktuell").mkdir()), "innehåller redan annat."),
    ],
)  # fmt: skip
def test_what_cannot_be_published_is_refused_in_words(
    break_it: Callable[[Path, Path], object], said: str, run: Publish, tmp_path: Path, target: Path
) -> None:
    break_it(tmp_path / "site", target)
    code, out, err = run()
    assert (code, out) == (1, "")
    assert err.startswith("Webbplatsen är som förut: ")
    assert said in err
    assert not (target / "aktuell/index.html").exists()


def test_site_and_server_folder_may_not_lie_in_each_other(run: Publish, target: Path) -> None:
    site = write_site(target / "site", "x")
    assert "får inte ligga i varandra" in run("--site", str(site))[2]
