"""The engine is a package: its wheel builds a site in an empty folder elsewhere, and another builder makes the same site of it."""

import os
import re
import shutil
import subprocess
import sys
import sysconfig
from pathlib import Path

import pytest

from tests.built import ROOT, SITE_URL, Site, files_of

MKDOCS_YML = """\
site_name: En annan webbplats
theme: {name: rusplan}
plugins:
  - rusplan
  - macros: {modules: [rusplan.macros], on_error_fail: true, on_undefined: strict, j2_comment_start_string: "{%#", j2_comment_end_string: "#%}"}
markdown_extensions: [attr_list, tables, toc: {permalink: true, toc_depth: 3}]
"""


def run(*command: str | Path, folder: Path, **environment: str) -> str:
    """What the command says; it must succeed."""
    kept = {name: value for name, value in os.environ.items() if name not in ("PYTHONPATH", "SITE_URL", "EDIT_URI")}
    done = subprocess.run(
        command,
        cwd=folder,
        env=kept | {"NO_MKDOCS_2_WARNING": "1"} | environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def elsewhere(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A Python with the wheel installed, and beside it what the lock holds; nothing of this checkout."""
    folder = tmp_path_factory.mktemp("annorstades")
    run(sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", folder, ROOT, folder=folder)
    run(sys.executable, "-m", "venv", "--without-pip", folder / "python", folder=folder)
    own = folder / f"python/lib/python{sysconfig.get_python_version()}/site-packages"
    # A folder that a .pth file names is looked in, but its own .pth files are not read: the editable install is not seen.
    (own / "locked.pth").write_text(sysconfig.get_path("purelib"), encoding="utf-8")
    (wheel,) = folder.glob("*.whl")
    pip = (sys.executable, "-m", "pip", "--disable-pip-version-check", "--python", folder / "python/bin/python")
    run(*pip, "install", "--quiet", "--no-deps", "--no-index", wheel, folder=folder)
    return folder


def test_the_wheel_builds_a_site_in_an_empty_folder(elsewhere: Path) -> None:
    project = elsewhere / "projekt"
    (project / "docs").mkdir(parents=True)
    shutil.copytree(ROOT / "tests/golden/bas/data", project / "data")
    (project / "data/permalankar.yml").unlink(missing_ok=True)
    (project / "mkdocs.yml").write_text(MKDOCS_YML, encoding="utf-8")
    python = elsewhere / "python/bin/python"
    where = run(python, "-c", "import rusplan; print(rusplan.__file__)", folder=project)
    assert where.startswith(str(elsewhere))
    run(python, "-m", "mkdocs", "build", "--strict", folder=project)
    pages = {path.parent.relative_to(project / "site").as_posix() for path in project.rglob("site/**/index.html")}
    assert pages >= {".", "aktiviteter/2025/skog", "planer/2025", "redaktor/makron", "sok", "om/utseende"}
    assert (project / "site/assets/sok/start.json").is_file()


def test_the_wheel_brings_the_command(elsewhere: Path) -> None:
    said = run(elsewhere / "python/bin/rusplan", "--rot", ROOT, "check", folder=elsewhere)
    assert said.startswith("Inga fel: ")


ANSWERS = ("--name", "Östra", "--long-name", "Samverkan i öster", "--website", "https://ostra.example", "--url", "https://plan.ostra.example", "--responsible", "Kansliet")  # fmt: skip


@pytest.fixture(scope="module")
def own_site(elsewhere: Path) -> Path:
    """A new site made by the installed wheel, with what it would install already in place."""
    run(elsewhere / "python/bin/rusplan", "new", elsewhere / "plan", *ANSWERS, folder=elsewhere)
    mkdocs = elsewhere / "python/bin/mkdocs"
    mkdocs.write_text(f"#!{mkdocs.with_name('python')}\nfrom mkdocs.__main__ import cli\ncli()\n", encoding="utf-8")
    mkdocs.chmod(0o755)
    there = elsewhere / "plan/.venv"
    there.symlink_to(elsewhere / "python", target_is_directory=True)
    origin = run(
        there / "bin/python", "-P", "-c", "import sys; print(sys.prefix, *sys.version_info[:2])", folder=elsewhere
    )
    (there / "python.ok").write_text(origin, encoding="utf-8")
    (there / "site.ok").touch()
    return elsewhere / "plan"


def test_a_new_site_holds_the_wheel_that_it_was_made_by(own_site: Path) -> None:
    (wheel,) = own_site.parent.glob("*.whl")
    assert (own_site / "engine" / wheel.name).read_bytes() == wheel.read_bytes()


@pytest.fixture(scope="module")
def said(own_site: Path) -> str:
    """What the site's own commands say when it is checked and built."""
    return run("make", "check", "site", folder=own_site)


def test_a_new_site_is_checked_and_built_by_its_own_commands(own_site: Path, said: str) -> None:
    assert said.startswith("Inga fel: ")
    assert "rm -rf" not in said, "the environment in place is made anew"
    assert (own_site / "site/aktiviteter/2025/vandringsleder/index.html").is_file()
    assert ">None<" not in (own_site / "site/index.html").read_text(encoding="utf-8"), "what is not set is shown"


def test_a_proposal_to_a_new_site_is_told_in_words(own_site: Path, said: str) -> None:
    """What its CI does for a proposal: the row that changes, and no page that is gone."""
    git = ("git", "-c", "user.name=Kansliet", "-c", "user.email=kansliet@ostra.example")
    run("git", "add", "--all", folder=own_site)
    run(*git, "commit", "--quiet", "--message", "Ny webbplats", folder=own_site)
    run("git", "checkout", "--quiet", "-b", "forslag", folder=own_site)
    path = own_site / "data/2025/aktiviteter/vandringsleder.yml"
    path.write_text(path.read_text(encoding="utf-8").replace("dagar: 40", "dagar: 42"), encoding="utf-8")
    run(*git, "commit", "--quiet", "--all", "--message", "Fler dagar", folder=own_site)
    run("make", "preview", "BASE=main", folder=own_site)
    told = (own_site / "build/forslag.md").read_text(encoding="utf-8")
    assert "- Dagar 40 → 42\n" in told
    assert "(`/aktiviteter/2025/vandringsleder/`)" in told


# The organisation that the engine was made for, and what it works with.
OF_ANOTHER = re.compile(r"\bRUS\b|miljömål|länsstyrels", re.IGNORECASE)


def test_nothing_in_a_new_site_tells_of_the_organisation_that_the_engine_was_made_for(
    own_site: Path, said: str
) -> None:
    """Files, pages, feeds, calendars, the search's own, and what its commands say."""
    assert not OF_ANOTHER.search(said.replace(str(own_site.parent), ""))
    made = [path for path in own_site.rglob("*") if path.is_file()]
    files = [path for path in made if not {".git", ".venv", "build"} & set(path.relative_to(own_site).parts)]
    texts = {path: path.read_bytes().decode(errors="replace") for path in files if path.suffix != ".whl"}
    assert len(texts) > 200
    assert [path.relative_to(own_site) for path, text in texts.items() if OF_ANOTHER.search(text)] == []


def test_properdocs_makes_the_same_bytes(site: Site, tmp_path: Path) -> None:
    builder = (sys.executable, "-m", "properdocs", "build", "--strict", "-f", "mkdocs.yml", "-d", tmp_path / "site")
    run(*builder, folder=site.folder.parent, SITE_URL=SITE_URL)
    ours, theirs = files_of(site.folder), files_of(tmp_path / "site")
    assert ours.keys() == theirs.keys()
    assert [name for name, data in ours.items() if theirs[name] != data] == []
