"""What is published is what was built, byte for byte, and stays so: what differs is found, told, never carried on, and mended."""

import grp
import os
import pwd
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.error import HTTPError
from urllib.request import urlopen

import pytest
from rusplan.commands import cli
from rusplan.publish.file_list import BUILT, write_list
from rusplan.publish.versions import Publiceringsfel, current, locked, versions

from tests.nginx import NGINX, nginx
from tests.publish.sites import shown, write_site

Publish = Callable[..., tuple[int, str, str]]
Put = Callable[[str], None]
ROOT = Path(__file__).parents[2]


def overwrite(path: Path, text: str = "skräp") -> None:
    """As an editor with all rights saves: in the file itself, and so in every version that shares it."""
    with path.open("r+", encoding="utf-8") as file:
        file.truncate()
        file.write(text)


def replace(path: Path, text: str = "skräp") -> None:
    """As most programs save: a new file of the same name."""
    path.unlink()
    path.write_text(text, encoding="utf-8")


# ------------------------------------------------------------ on the server


@pytest.mark.parametrize("harm", [overwrite, replace, Path.unlink], ids=["overwritten", "replaced", "removed"])
def test_page_that_is_changed_on_the_server_is_mended_by_the_next_publishing(
    harm: Callable[[Path], None], run: Publish, put: Put, tmp_path: Path, target: Path
) -> None:
    put("ett")
    before = shown(target)
    harm(target / "aktuell/om/index.html")
    code, out, _ = run("--site", str(tmp_path / "ett"))
    assert code == 0
    assert re.search("^Version 1: om/index.html (har ändrats|saknas) men är som den publicerades igen.", out)
    assert shown(target) == before


@pytest.mark.parametrize("harm", [overwrite, replace, Path.unlink], ids=["overwritten", "replaced", "removed"])
def test_no_later_version_takes_a_changed_file_with_it(
    harm: Callable[[Path], None], run: Publish, put: Put, target: Path
) -> None:
    put("ett")
    harm(target / "aktuell/assets/bild.svg")
    put("två")
    assert (target / "aktuell/assets/bild.svg").read_text(encoding="utf-8") == "<svg/>"
    assert run("--verify")[0] == 0


def test_verify_tells_every_version_that_shares_a_changed_file_and_repair_mends_them(
    run: Publish, put: Put, target: Path
) -> None:
    put("ett")
    put("två")
    before = shown(target)
    for path in (target / "versioner").glob("*/sajt/assets/bild.svg"):
        replace(path)
    (target / "aktuell/stor.json").unlink()
    (target / "aktuell/eget.html").write_text("mitt", encoding="utf-8")
    code, _, err = run("--verify")
    assert code == 1
    assert err.splitlines()[:4] == [
        "Version 1: assets/bild.svg har ändrats",
        "Version 2: assets/bild.svg har ändrats",
        "Version 2: eget.html hör inte dit",
        "Version 2: stor.json saknas",
    ]
    code, out, err = run("--repair")
    assert "Version 2: stor.json saknas men är som den publicerades igen." in out, "from its packed copy"
    assert err.splitlines()[:2] == ["Version 1: assets/bild.svg har ändrats", "Version 2: assets/bild.svg har ändrats"]
    assert code == 1, "the picture is nowhere to be found"
    assert {path for path in shown(target) if shown(target)[path] != before[path]} == {"assets/bild.svg"}


def test_repair_finds_what_is_lost_in_another_version_or_in_the_built_site(
    run: Publish, put: Put, tmp_path: Path, target: Path
) -> None:
    put("ett")
    put("två")
    before = shown(target)
    replace(target / "aktuell/assets/bild.svg")
    replace(target / "aktuell/om/index.html")
    assert run("--repair", "--site", str(tmp_path / "två"))[::2] == (0, "")
    assert shown(target) == before
    assert run("--verify")[1] == "Allt är som det publicerades, i 2 versioner.\n"


def test_mended_page_is_newer_than_the_changed_one_so_that_no_browser_keeps_that(
    run: Publish, put: Put, tmp_path: Path, target: Path
) -> None:
    put("ett")
    page = target / "aktuell/om/index.html"
    replace(page, "om två")
    os.utime(page, (4_000_000_000, 4_000_000_000))
    run("--repair", "--site", str(tmp_path / "ett"))
    assert page.read_text(encoding="utf-8") == "om ett"
    assert page.stat().st_mtime > 4_000_000_000


def test_step_back_never_shows_a_changed_page(run: Publish, put: Put, tmp_path: Path, target: Path) -> None:
    put("ett")
    put("två")
    older = versions(target)[0].sajt / "om/index.html"
    replace(older)
    code, _, err = run("--rollback", "--site", str(tmp_path / "finns inte"))
    assert code == 1
    assert "version 1 är skadad: om/index.html har ändrats" in err
    assert run("--rollback", "--site", str(tmp_path / "ett"))[0] == 0
    assert (target / "aktuell/om/index.html").read_text(encoding="utf-8") == "om ett"


def test_no_version_holds_a_file_that_can_be_written(put: Put, target: Path) -> None:
    put("ett")
    put("två")
    files = [path for path in (target / "versioner").glob("*/sajt/**/*") if path.is_file()]
    assert len(files) > 10
    assert not [path for path in files if path.stat().st_mode & 0o222]


def test_link_that_leads_nowhere_loses_no_version_and_no_address(
    run: Publish, put: Put, tmp_path: Path, target: Path
) -> None:
    put("ett")
    put("två")
    (target / "aktuell").unlink()
    (target / "aktuell").symlink_to("versioner/000009-000000000000/sajt")
    assert "/om/" in run("--site", str(write_site(tmp_path / "tre", "tre", pages=("aktiviteter",))))[2]
    put("fyra")
    assert [version.nummer for version in versions(target)] == [1, 2, 3]
    assert (target / "aktuell/om/index.html").read_text(encoding="utf-8") == "om fyra"


def test_what_others_have_put_among_the_versions_is_left_and_stops_nothing(put: Put, target: Path) -> None:
    put("ett")
    folder = target / "versioner"
    (folder / ".DS_Store").touch()
    (folder / f"{versions(target)[0].mapp.name} kopia").mkdir()
    (folder / "000007-anteckningar").mkdir()
    (folder / "000008-000000000000").mkdir()
    put("två")
    assert [version.nummer for version in versions(target)] == [1, 9]
    assert len(list(folder.iterdir())) == 6


def test_linked_lock_is_refused_and_nothing_is_written_where_it_leads(
    run: Publish, tmp_path: Path, target: Path
) -> None:
    write_site(tmp_path / "site", "ett")
    (tmp_path / "viktigt").write_text("viktigt", encoding="utf-8")
    (target / ".las").symlink_to(tmp_path / "viktigt")
    code, _, err = run()
    assert code == 1
    assert "server/.las är en länk, men ska vara en vanlig fil. Ta bort länken." in err
    assert (tmp_path / "viktigt").read_text(encoding="utf-8") == "viktigt"


def test_one_who_waits_too_long_is_told_for_whom(target: Path) -> None:
    told: list[str] = []
    with (
        locked(target, told.append),
        pytest.raises(Publiceringsfel, match=f"process {os.getpid()}, som började ..:.., är inte färdig än"),
        locked(target, told.append, longest=0),
    ):
        raise AssertionError("two at once")
    assert len(told) == 1


def test_older_assets_are_kept_for_a_day_however_many_versions_come(run: Publish, put: Put, target: Path) -> None:
    for word in ("ett", "två", "tre", "fyra", "fem", "sex", "sju"):
        put(word)
    assert (target / "aktuell/assets/ett/rusplan.css").read_text(encoding="utf-8") == "/* ett */"
    shown_now = current(target)
    assert shown_now
    carried = shown_now.mapp / "aldre.txt"
    carried.write_text(re.sub(r"@(\d+)", lambda at: f"@{int(at[1]) - 86_400}", carried.read_text("utf-8")), "utf-8")
    put("åtta")
    kept = {path.parent.name for path in (target / "aktuell/assets").glob("*/rusplan.css")}
    assert kept == {"fyra", "fem", "sex", "sju", "åtta"}
    assert run("--verify")[0] == 0


def test_page_of_a_rejected_version_still_finds_its_style(run: Publish, put: Put, target: Path) -> None:
    for word in ("ett", "två"):
        put(word)
    run("--rollback")
    assert (target / "aktuell/assets/två/rusplan.css").read_text(encoding="utf-8") == "/* två */"
    put("tre")
    assert (target / "aktuell/assets/två/rusplan.css").exists()
    assert run("--verify")[0] == 0


def test_folder_that_the_web_server_cannot_come_to_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    if NGINX is None or os.geteuid() != 0:
        pytest.skip("nginx, and the rights to run it as somebody else")
    nobody = pwd.getpwnam("nobody")
    site = write_site(tmp_path / "site", "ett")
    with TemporaryDirectory() as folder:  # pytest's own is closed
        target = Path(folder) / "server"
        target.mkdir()
        Path(folder).chmod(0o755)
        publish = ["--rot", str(tmp_path), "publish", str(target), "--site", str(site)]
        assert cli.main(publish) == 0
        assert capsys.readouterr().err == ""
        with nginx(
            target / "aktuell", Path(folder) / "nginx", user=f"nobody {grp.getgrgid(nobody.pw_gid).gr_name}"
        ) as root:
            assert b"om ett" in urlopen(f"{root}om/").read()  # noqa: S310 - our own server
            target.chmod(0o700)
            assert cli.main(publish) == 0
            with pytest.raises(HTTPError, match=r"40[34]"):
                urlopen(f"{root}om/")  # noqa: S310
    told = capsys.readouterr().err
    assert told.startswith(f"Varning: webbservern når kanske inte webbplatsen, för {target} är stängd")
    assert f"chmod o+x {target}," in told


# ------------------------------------------------------------ what was built


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda site: (site / BUILT).unlink(), f"{BUILT} saknas där"),
        (lambda site: os.truncate(site / BUILT, 0), f"{BUILT} saknas där"),
        (lambda site: os.truncate(site / BUILT, 100), "hör inte dit"),
        (lambda site: (site / "om/index.html").unlink(), "om/index.html saknas. Kör make site"),
        (lambda site: overwrite(site / "om/index.html", "om tvo"), "om/index.html har ändrats. Kör make site"),
        (lambda site: (site / "om/eget.html").touch(), "om/eget.html hör inte dit. Kör make site"),
        (lambda site: (site / "ut").symlink_to("/etc"), "ut är en länk. Kör make site"),
    ],
)
def test_site_that_is_not_as_its_build_left_it_is_refused(
    change: Callable[[Path], None], said: str, run: Publish, tmp_path: Path, target: Path
) -> None:
    change(write_site(tmp_path / "site", "ett"))
    code, _, err = run()
    assert code == 1
    assert said in err
    assert not (target / "aktuell").exists()
    assert ("saknas där" in said) or said.partition(".")[0] in run("--verify")[2]


def test_what_a_system_hides_in_a_site_and_packed_copies_stop_nothing_and_are_not_published(
    run: Publish, tmp_path: Path, target: Path
) -> None:
    site = write_site(tmp_path / "site", "ett")
    (site / "om/.DS_Store").touch()
    (site / "om/index.html.gz").touch()
    assert run()[0] == 0
    assert not {"om/.DS_Store", "om/index.html.gz", BUILT} & shown(target).keys()


def test_names_with_any_sign_are_published_as_they_are(run: Publish, tmp_path: Path, target: Path) -> None:
    site = write_site(tmp_path / "site", "ett")
    names = [
        "två  blanka.pdf",
        "rad\nbrytning.pdf",
        "snett\\streck.pdf",
        "rad\u2028.pdf",
        "#.pdf",
        os.fsdecode(b"\xe5.pdf"),
    ]
    for name in names:
        (site / name).touch()
    write_list(site)
    assert run()[0] == 0
    assert set(names) <= shown(target).keys()
    assert run("--verify")[0] == 0


MEANWHILE = """
import sys
from pathlib import Path
from rusplan.commands import cli
def while_it_is_copied(event, arguments):
    if event == "shutil.copyfile" and arguments[0] == Path("site/om/index.html").resolve():
        arguments[0].write_text("om annat", encoding="utf-8")
sys.addaudithook(while_it_is_copied)
sys.exit(cli.main(["publish", sys.argv[1], "--site", str(Path("site").resolve())]))
"""


def test_file_that_changes_while_it_is_published_stops_the_publishing(tmp_path: Path, target: Path) -> None:
    write_site(tmp_path / "site", "ett")
    command = [sys.executable, "-c", MEANWHILE, str(target)]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, encoding="utf-8", check=False)
    assert done.returncode == 1
    assert "site/om/index.html ändrades medan den publicerades." in done.stderr
    assert not (target / "aktuell").exists()


# ------------------------------------------------------------ what has been published answers for ever


@pytest.mark.parametrize(
    "lost", ["andringar/atom.xml", "andringar/feed.json", "handelser/mote.ics", "dokument/plan.pdf"]
)
def test_feed_calendar_or_download_that_would_vanish_stops_the_publishing_until_it_leads_on(
    lost: str, run: Publish, tmp_path: Path, target: Path
) -> None:
    for name in (lost, "assets/skript.js", "aktiviteter/index.json"):
        path = tmp_path / "site" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch()
    write_site(tmp_path / "site", "ett")
    assert run()[0] == 0
    later = write_site(tmp_path / "senare", "två")
    code, _, err = run("--site", str(later))
    assert code == 1
    assert err.endswith(f"i data/permalankar.yml. Det gäller /{lost}.\n")
    (later / lost).mkdir(parents=True)
    (later / lost / "index.html").write_text("leder vidare", encoding="utf-8")
    write_list(later)
    assert run("--site", str(later))[0] == 0
