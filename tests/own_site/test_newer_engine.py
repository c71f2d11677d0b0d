"""`rusplan upgrade` in a site of one's own: each change is shown first, and then the site has the engine that ran it."""

import io
import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from rusplan.commands import cli
from rusplan.own_site import newer_engine
from rusplan.own_site.engine_files import LOCK, standing_wheels
from rusplan.own_site.own_wheel import own_version, own_wheel

from tests.own_site.test_new_site import ANSWERS, ROOT, new

OLD = "engine/rusplan-0.0.9-py3-none-any.whl"
CHANGES = """\
# Changelog

## 1.1.0, 2027-01-15

- Maintainers: run `make site`.

## 0.0.9

- Told already.
"""
Run = Callable[..., tuple[int, str, str]]


@pytest.fixture(scope="module")
def newest(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("nytt") / "plan"
    assert new(folder, ANSWERS) == 0
    return folder


@pytest.fixture
def site(newest: Path, tmp_path: Path) -> Path:
    """A site with an older engine: another wheel, an older package, other commands, and files of an older format."""
    folder = tmp_path / "plan"
    shutil.copytree(newest, folder, ignore=shutil.ignore_patterns(".git"))
    (wheel,) = standing_wheels(folder)
    (folder / wheel).unlink()
    (folder / OLD).write_bytes(b"")
    lock = (folder / LOCK).read_text(encoding="utf-8")
    (folder / LOCK).write_text(lock.replace("\ntinycss2==", "\ntinycss2==0."), encoding="utf-8")
    menu = (folder / "mkdocs.yml").read_text(encoding="utf-8")
    (folder / "mkdocs.yml").write_text(menu.replace("      - Makron: redaktor/makron.md\n", ""), encoding="utf-8")
    (folder / "engine/rusplan.mk").write_text("site:\n\techo gammalt\n", encoding="utf-8")
    return folder


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Run:
    """The command's answer, with a change log that is known."""
    (tmp_path / "CHANGELOG.md").write_text(CHANGES, encoding="utf-8")
    monkeypatch.setattr(newer_engine, "ALONG", tmp_path)
    return lambda root, *arguments: (cli.main(["--rot", str(root), "upgrade", *arguments]), *capsys.readouterr())


def contents(root: Path) -> dict[str, bytes]:
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in root.rglob("*") if path.is_file()}


def test_what_changes_is_shown_and_nothing_is_changed_without_a_yes(
    site: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = contents(site)
    monkeypatch.setattr("sys.stdin", io.StringIO("nej\n"))
    ended, out, err = run(site)
    assert (ended, err, contents(site)) == (1, "Inget är ändrat.\n", before)
    assert "- Maintainers: run `make site`." in out
    assert "Told already" not in out
    assert f"{OLD}: tas bort\n" in out
    assert f"engine/{own_wheel().namn}: läggs till\n" in out
    assert "engine/requirements.txt: tinycss2 0." in out
    assert "-\techo gammalt\n" in out
    assert "--hash" not in out
    assert out.count("Handledningen har en ny sida.") == 1
    assert "Lägg till den i menyn i mkdocs.yml: «- Makron: redaktor/makron.md»\n" in out


def test_the_site_then_has_what_a_new_one_has(site: Path, newest: Path, run: Run) -> None:
    ended, out, _ = run(site, "--yes")
    assert ended == 0
    assert out.endswith("Kör make site, så installeras den, och se att sidorna är som de ska.\n")
    own = ("mkdocs.yml", ".git/")
    made = {name: data for name, data in contents(newest).items() if not name.startswith(own)}
    assert {name: data for name, data in contents(site).items() if not name.startswith(own)} == made
    assert run(site)[:2] == (0, "Inget att göra: filerna i data är skrivna i format 2, som är det nyaste.\n")


def test_what_the_organisation_has_made_of_its_own_files_stays(site: Path, run: Run) -> None:
    (site / "Makefile").write_text("include engine/rusplan.mk\negen: site\n", encoding="utf-8")
    (site / ".gitlab-ci.yml").unlink()
    assert run(site, "--yes")[0] == 0
    assert (site / "Makefile").read_text(encoding="utf-8") == "include engine/rusplan.mk\negen: site\n"
    assert not (site / ".gitlab-ci.yml").exists()


def test_files_of_an_older_format_are_shown_and_written_with_it(site: Path, run: Run) -> None:
    for path in (site / "data").rglob("*.yml"):
        lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
        newer = ("dataformat: 2", "  ursprung: skrivet_här", "  läge: beslutad")
        path.write_text("".join(line for line in lines if not line.startswith(newer)), encoding="utf-8")
    ended, out, _ = run(site, "--yes")
    assert ended == 0
    assert "+dataformat: 2\n" in out
    assert "+  ursprung: inläst\n" in out
    assert "  ursprung: inläst\n" in (site / "data/2025/plan.yml").read_text(encoding="utf-8")


def test_a_site_is_not_brought_to_an_older_engine(site: Path, run: Run) -> None:
    (site / OLD).rename(site / "engine/rusplan-99.10.0-py3-none-any.whl")
    ended, out, err = run(site, "--yes")
    assert (ended, out) == (1, "")
    assert err.startswith("Webbplatsen har redan en nyare version av rusplan än ")
    assert "engine/rusplan-99.10.0-py3-none-any.whl" in err


def test_the_engine_in_a_file_upgrades_the_site_to_itself(site: Path, tmp_path: Path) -> None:
    wheel = own_wheel()
    (tmp_path / wheel.namn).write_bytes(wheel.innehåll)
    assert cli.main(["--rot", str(site), "upgrade", "--yes", "--engine", str(tmp_path / wheel.namn)]) == 0
    assert (site / "engine" / wheel.namn).read_bytes() == wheel.innehåll


@pytest.mark.parametrize("content", [None, b"hej", b"PK\x05\x06" + bytes(18)])
def test_a_file_that_is_no_engine_is_refused(
    content: bytes | None, site: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file, before = tmp_path / "rusplan-9.whl", contents(site)
    if content is not None:
        file.write_bytes(content)
    assert cli.main(["--rot", str(site), "upgrade", "--yes", "--engine", str(file)]) == 1
    err = capsys.readouterr().err
    assert err.startswith(f"Filen {file} ")
    assert err.endswith("Inget är ändrat.\n")
    assert contents(site) == before


def test_the_change_log_tells_of_this_version_and_what_is_to_be_done() -> None:
    """`rusplan upgrade` shows that part to whoever has an older one."""
    text = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    (part,) = re.findall(rf"(?ms)^## {re.escape(own_version())}, \d{{4}}-\d\d-\d\d\n(.*?)(?=^## |\Z)", text)
    assert "An editor must" in part
    assert re.search("A maintainer .*must", part)
