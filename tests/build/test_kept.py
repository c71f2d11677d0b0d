"""What is kept between builds changes no byte of the site, whatever has changed and whatever is odd about it."""

import importlib
import os
import shutil
import subprocess
from collections.abc import Callable
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config
from rusplan.build import kept_folder as kept
from rusplan.build import kept_place
from rusplan.build.build_order import WITHOUT_HISTORY
from rusplan.build.kept_check import content_of, kept_check
from rusplan.build.site_build import HISTORY
from rusplan.commands.cli import main
from rusplan.tools import engine
from rusplan.tools.resources import ENGINE, EXAMPLE

from tests.built import ROOT, as_a_program_of_its_own, files_of

pytestmark = pytest.mark.filterwarnings("ignore")
BAS = Path(__file__).parents[1] / "golden/bas/data"
NEW = """titel: Nytt arbete
område: natur
prioriterad: nej
utvecklingsinsats: nej
dagar: 0
medelsbehov: {behov: nej}
sammanfattning: Något nytt.
källa: {dokument: plan-2025, avsnitt: Nytt}
ny: {grund: källan, text: Står inte i planen för 2024.}
"""
HOOK = "def on_page_content(html, **_):\n    return html + '<p>Med krok</p>'\n"
ACTIVITY, OUTCOME, PLAN = "data/2025/aktiviteter/museum.yml", "data/2025/utfall/skog.yml", "data/2025/plan.yml"


def kept_in(project: Path) -> Path:
    """Where what is kept lies."""
    folder = kept_place.folder_of(project)
    assert folder
    return folder


def git(project: Path, *command: str) -> None:
    subprocess.run(
        ["git", "-c", "user.name=r", "-c", "user.email=r@example.se", *command],
        cwd=project,
        check=True,
        capture_output=True,
    )


def built(project: Path, site: Path) -> dict[str, bytes]:
    """The files of the site, built with what is kept."""
    as_a_program_of_its_own()
    config = load_config(str(project / "mkdocs.yml"), site_dir=str(site), strict=True)
    config.plugins.on_startup(command="build", dirty=False)
    build(config)
    config.plugins.on_shutdown()
    return files_of(site)


def clean(project: Path, site: Path) -> dict[str, bytes]:
    """The files of the site, built with nothing that is kept, on another day and from files that are new; what is kept is as it was."""
    kept, aside = kept_in(project).parent, project / ".git/undan"
    kept.rename(aside)
    for path in (*project.glob("data/**/*.yml"), *project.glob("docs/*")):
        os.utime(path, (2e9, 2e9))
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SOURCE_DATE_EPOCH", "2000000000")
        made = built(project, site)
    shutil.rmtree(kept)
    aside.rename(kept)
    return made


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A small site with a history."""
    root = tmp_path / "projekt"
    shutil.copytree(BAS, root / "data")
    shutil.copytree(EXAMPLE / "docs", root / "docs")
    shutil.copy(EXAMPLE / "mkdocs.yml", root)
    git(root, "init", "-q")
    git(root, "add", "-A")
    git(root, "commit", "-qm", "Data")
    return root


class Change(NamedTuple):
    """What is done to a project."""

    name: str
    make: Callable[[Path], object]


def replaced(name: str, old: str, new: str) -> Change:
    """In the file `name` what stands there becomes something else."""

    def make(project: Path) -> None:
        path = project / name
        text = path.read_text(encoding="utf-8")
        assert old in text, (name, old)
        path.write_text(text.replace(old, new, 1), encoding="utf-8")

    return Change(f"{name}: {new}", make)


def written(name: str, text: str) -> Change:
    """A new file, or all of one."""

    def make(project: Path) -> None:
        (project / name).parent.mkdir(parents=True, exist_ok=True)
        (project / name).write_text(text, encoding="utf-8")

    return Change(f"{name} is new", make)


def removed(name: str) -> Change:
    return Change(f"{name} goes", lambda project: (project / name).unlink())


def together(*changes: Change) -> Change:
    return Change(
        " and ".join(change.name for change in changes), lambda project: [each.make(project) for each in changes]
    )


def renamed(old: str, new: str) -> Change:
    return Change(f"{old} becomes {new}", lambda project: (project / old).rename(project / new))


def of_git(name: str, *command: str) -> Change:
    return Change(name, lambda project: git(project, *command))


def shallow(project: Path) -> None:
    """Only the last commit has been fetched, as CI services do when they are not told otherwise."""
    last = subprocess.run(["git", "rev-parse", "HEAD"], cwd=project, check=True, capture_output=True).stdout
    (project / ".git/shallow").write_bytes(last)


def committed(*extra: str) -> Change:
    """What has been changed since the last commit becomes one."""

    def make(project: Path) -> None:
        git(project, "add", "-A")
        git(project, "commit", "-qm", "Ändring", *extra)

    return Change(f"commit {' '.join(extra)}", make)


CHANGES = (
    replaced(ACTIVITY, "sammanfattning: ", "sammanfattning: Prov. "),
    replaced(ACTIVITY, "titel: Museet", "titel: Museet vid ån"),
    committed(),
    replaced(ACTIVITY, "prioriterad: nej", "prioriterad: ja"),
    together(replaced(ACTIVITY, "dagar: 10", "dagar: 11"), replaced("data/2025/budget.yml", "dagar: 30", "dagar: 31")),
    replaced(ACTIVITY, "titel: Vägvisare", "titel: Vägvisare för alla"),
    replaced(OUTCOME, "status: som_planerat", "status: delvis"),
    replaced(OUTCOME, "sammanfattning: ", "sammanfattning: Prov. "),
    committed("--date=2025-12-24T12:00:00+01:00"),
    replaced(OUTCOME, "samverkan: [museet]", "samverkan: [fiskeradet]"),
    replaced(OUTCOME, "källa:", "hänvisningar:\n  - {till: 2025/museum, text: Se museet.}\nkälla:"),
    replaced(OUTCOME, "till: 2025/museum", "till: 2025/vatten"),
    removed(OUTCOME),
    written("data/2025/utfall/vatten.yml", "status: ej\nskäl: Det blev torka.\nsammanfattning: Inget hände.\nkälla: {dokument: berattelse-2025, avsnitt: Vatten}\n"),
    replaced(PLAN, "sammanfattning: ", "sammanfattning: Prov. "),
    replaced(PLAN, "titel: Natur", "titel: Natur och vatten"),
    together(replaced(PLAN, "          - skog\n          - vatten", "          - vatten\n          - skog")),
    together(replaced(PLAN, "          - skog", "          - skog\n          - nytt"), written("data/2025/aktiviteter/nytt.yml", NEW)),
    committed(),
    together(replaced(PLAN, "          - nytt\n", ""), removed("data/2025/aktiviteter/nytt.yml")),
    replaced("data/2024/plan.yml", "sammanfattning: ", "sammanfattning: Prov. "),
    replaced("data/2024/aktiviteter/skog.yml", "sammanfattning: ", "sammanfattning: Prov. "),
    replaced("data/2025/berattelse.yml", "sammanfattning: ", "sammanfattning: Prov. "),
    replaced("data/2025/budget.yml", "titel: Löner", "titel: Löner med mera"),
    replaced("data/2025/budget.yml", "aktivitet: museum", "aktivitet: skog"),
    replaced("data/2025/mal.yml", "titel: Stigar", "titel: Stigar för alla"),
    replaced("data/ordlista.yml", "utskrivet: geografiskt", "utskrivet: ett geografiskt"),
    replaced("data/ordlista.yml", "En märkt väg", "Prov. En märkt väg"),
    replaced("data/samverkan.yml", "namn: Åkerbo museum", "namn: Åkerbo stadsmuseum"),
    replaced("data/samverkan.yml", "kortnamn: ÅM", "kortnamn: ÅSM"),
    replaced("data/organisation.yml", "namn: Åkerbo", "namn: Åkerbo prov"),
    of_git("amended", "commit", "-qa", "--amend", "-m", "Skrivs om"),
    replaced("data/organisation.yml", "epost: kansli@", "epost: info@"),
    replaced("data/organisation.yml", "dataformat: 2\n", "dataformat: 2\nfärg: '#005ea2'\n"),
    replaced("data/organisation.yml", "egen_sida: Min kommun", "egen_sida: Vår kommun"),
    replaced("data/2025/mal.yml", "värde: 72.5", "värde: 73"),
    together(removed("data/2024/mal.yml"), replaced("data/2025/mal.yml", "    motsvarar: stigar\n", "")),
    written("data/2024/mal.yml", (BAS / "2024/mal.yml").read_text(encoding="utf-8")),
    committed(),
    together(renamed("data/2025/aktiviteter/laslov.yml", "data/2025/aktiviteter/lovlasning.yml"), replaced(PLAN, "- laslov", "- lovlasning")),
    committed(),
    of_git("an older commit is gone", "reset", "-q", "--soft", "HEAD~2"),
    committed("--date=2025-12-30T12:00:00+01:00"),
    of_git("an older day", "commit", "-q", "--amend", "--no-edit", "--date=2025-12-01T12:00:00+01:00"),
    Change("shallow", shallow),
    Change("whole again", lambda project: (project / ".git/shallow").unlink()),
    written("docs/prov.md", "# Prov\n\n{{ tal('2025.dagar') }} [om](om.md)\n"),
    replaced("docs/prov.md", "{{ tal('2025.dagar') }}", "{{ tal('2024.dagar') }}"),
    replaced("docs/prov.md", "{{ tal('2024.dagar') }}", "{{ aktivitetslista(2025) }}"),
    replaced("docs/prov.md", "{{ aktivitetslista(2025) }}", "{{ aktivitetslista(2025, omrade='natur') }}"),
    replaced("docs/prov.md", "[om](om.md)", "[igen](#prov)"),
    together(replaced("docs/prov.md", "[igen](#prov)", "![bild](bild.svg)"), written("docs/bild.svg", "<svg/>")),
    written("docs/bild.svg", "<svg></svg>"),
    renamed("docs/prov.md", "docs/annat.md"),
    removed("docs/annat.md"),
    replaced("docs/om.md", "# ", "# Prov "),
    replaced("mkdocs.yml", "site_name: ", "site_name: Prov "),
    replaced("mkdocs.yml", "Alla planer", "Planerna"),
    replaced("mkdocs.yml", "toc_depth: 3", "toc_depth: 2"),
    replaced("mkdocs.yml", "https://plan.exempelbygden", "https://planer.exempelbygden"),
    replaced("mkdocs.yml", "[EDIT_URI, \"\"]", "[EDIT_URI, \"https://git.example/vi/edit/main/docs/\"]"),
    together(renamed("mkdocs.yml", "allas.yml"), written("mkdocs.yml", "INHERIT: allas.yml\n")),
    replaced("allas.yml", "Länk till rubriken", "Länk hit"),
    together(replaced("allas.yml", "{name: rusplan}", "{name: rusplan, custom_dir: eget}"), written("eget/partials/footer.html", "<footer>Eget</footer>")),
    written("eget/partials/footer.html", "<footer>Annat</footer>"),
    together(written("mkdocs.yml", "INHERIT: allas.yml\nhooks: [krok.py]\n"), written("krok.py", HOOK)),
    written("data/permalankar.yml", "adresser: [/, /gammal/]\nomdirigeringar:\n  - {från: /gammal/, till: /om/}\n"),
    replaced("data/permalankar.yml", "till: /om/", "till: /planer/"),
    Change("nothing", lambda project: None),
)  # fmt: skip
ALL_AT_ONCE, COMPARED = 18, 4


def differing(first: dict[str, bytes], second: dict[str, bytes]) -> list[str]:
    return sorted(name for name in first.keys() | second.keys() if first.get(name) != second.get(name))


@pytest.mark.parametrize("start", range(0, len(CHANGES), ALL_AT_ONCE))
def test_a_build_after_any_change_is_to_the_byte_what_a_clean_one_makes(
    project: Path, tmp_path: Path, start: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(WITHOUT_HISTORY, "ja")  # also where CI would stop a shallow clone
    for change in CHANGES[:start]:
        change.make(project)
    built(project, tmp_path / "site")
    changes = CHANGES[start : start + ALL_AT_ONCE]
    for number, change in enumerate(changes, 1):
        change.make(project)
        found = built(project, tmp_path / "site")
        if number % COMPARED == 0 or number == len(changes):
            assert differing(found, clean(project, tmp_path / "ren")) == [], f"after {change.name}"


def cut(folder: Path) -> None:
    path = folder / "gjort"
    path.write_bytes(path.read_bytes()[:-100])


def overwritten(folder: Path) -> None:
    (folder / "gjort").write_bytes(b"x" * 500)


def open_to_all(folder: Path) -> None:
    folder.chmod(0o777)


def of_other_code(folder: Path) -> None:
    path = folder / "data"
    path.write_bytes(b"0" * 32 + path.read_bytes()[32:])


def of_another_user(folder: Path) -> None:
    try:
        os.chown(folder / "gjort", 65534, 65534)
    except PermissionError:
        pytest.skip("only root can give a file away")


@pytest.mark.parametrize("odd", [cut, overwritten, open_to_all, of_other_code, of_another_user])
def test_what_is_odd_about_what_is_kept_makes_a_clean_build_of_it(
    project: Path, tmp_path: Path, odd: Callable[[Path], None]
) -> None:
    site = tmp_path / "site"
    right = built(project, site)
    found = kept.opened(project)
    assert found.made
    assert found.known(HISTORY)  # what the history tells is remembered, too
    odd(kept_in(project))
    assert not kept.opened(project).made or not kept.opened(project).files.packed
    assert differing(built(project, site), right) == []


@pytest.mark.parametrize("name", ["mark", "_version"])
def test_what_another_version_of_the_engine_or_of_a_package_has_kept_is_passed_over(
    project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    built(project, tmp_path / "site")
    monkeypatch.setattr(kept_place, name, lambda *_: "1.0")
    assert not kept.opened(project).made
    assert kept.kept_files(project) is None


@pytest.mark.parametrize(
    "name",
    [
        "theme/main.html", "theme/partials/footer.html", "render/templates/sidor/aktivitet.html", "assets/css/ram.css", "assets/js/ram.js",
        "pages/om.md", "paper/dokument.typ", "build/kept.py",
    ],
)  # fmt: skip
def test_another_file_of_the_engine_is_another_engine(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    copy = tmp_path / name
    copy.parent.mkdir(parents=True)
    shutil.copy(ENGINE / name, copy)
    monkeypatch.setattr(engine, "ENGINE", tmp_path)
    before = engine.mark.__wrapped__()
    copy.write_bytes(copy.read_bytes() + b"\n")
    assert engine.mark.__wrapped__() != before


def test_what_is_kept_belongs_to_whoever_builds_and_nobody_else_may_read_it(project: Path, tmp_path: Path) -> None:
    built(project, tmp_path / "site")
    folder = kept_in(project)
    assert folder.stat().st_mode & 0o777 == 0o700
    folder.rename(tmp_path / "annans")
    folder.symlink_to(tmp_path / "annans")
    before = files_of(tmp_path / "annans")
    assert not kept.opened(project).made
    built(project, tmp_path / "site")
    assert files_of(tmp_path / "annans") == before


def test_a_check_after_a_build_reads_only_what_has_changed_and_misses_no_mistake(
    project: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    def said() -> tuple[int, str]:
        return main(["--rot", str(project), "check"]), capsys.readouterr().out

    built(project, tmp_path / "site")
    assert kept.kept_files(project)
    capsys.readouterr()
    right = said()
    assert right[0] == 0
    assert kept_check(project, content_of(project)) == right[1].removesuffix("\n")
    assert said() == right
    for file, old, new in (
        (ACTIVITY, "dagar: 10", "dagar: tio"),
        ("docs/om.md", "\n", "\n{{ finns_inte() }}\n"),
    ):
        replaced(file, old, new).make(project)
        assert said()[0] == 1
        replaced(file, new, old).make(project)
        assert said() == right
    before = content_of(project)
    git(project, "commit", "-q", "--allow-empty", "-m", "Ett steg")
    assert content_of(project) != before


def test_a_page_that_somebody_has_changed_in_the_site_is_made_again(project: Path, tmp_path: Path) -> None:
    site = tmp_path / "site"
    right = built(project, site)
    for name in ("aktiviteter/2025/museum/index.html", "om/index.html", "data/index.json"):
        (site / name).unlink()
    (site / "aktiviteter/2025/skog/index.html").write_text("något annat", encoding="utf-8")
    assert differing(built(project, site), right) == []


def test_only_what_asked_for_a_changed_file_is_made_again(project: Path, tmp_path: Path) -> None:
    site = tmp_path / "site"
    before = built(project, site)
    lay = {name: (site / name).stat().st_ino for name in before}
    replaced(OUTCOME, "sammanfattning: ", "sammanfattning: Prov. ").make(project)
    after = built(project, site)
    pages = {name for name in after if name.endswith(".html") and (site / name).stat().st_ino != lay[name]}
    changed = {name for name in pages if before[name] != after[name]}
    assert "aktiviteter/2025/skog/index.html" in changed
    assert "aktiviteter/2025/laslov/index.html" not in pages
    generated = {name for name in pages if name.startswith(("aktiviteter/2", "aktiviteter/spar/", "samverkan/"))}
    assert "aktiviteter/2024/tidning/index.html" not in generated
    assert len(generated) < 10


@pytest.mark.parametrize(
    "makefile", [ROOT / "Makefile", EXAMPLE / "engine/rusplan.mk"], ids=["here", "a site of its own"]
)
def test_make_clean_removes_what_is_kept_and_nothing_that_is_committed(project: Path, makefile: Path) -> None:
    kept_in(project).mkdir(parents=True)
    subprocess.run(["make", "-f", makefile, "clean"], cwd=project, check=True, capture_output=True)
    assert not kept_in(project).parent.exists()
    git(project, "diff", "--exit-code", "HEAD")


def test_what_a_killed_build_has_left_half_written_is_written_over(project: Path, tmp_path: Path) -> None:
    built(project, tmp_path / "site")
    there = sorted(path.name for path in kept_in(project).iterdir())
    (kept_in(project) / ".gjort.ny").write_bytes(b"halv")
    built(project, tmp_path / "site")
    assert sorted(path.name for path in kept_in(project).iterdir()) == there


def test_what_is_kept_holds_no_more_than_a_limit(
    project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    built(project, tmp_path / "site")
    assert kept_in(project).exists()
    monkeypatch.setattr(kept_place, "LARGEST", 1000)
    built(project, tmp_path / "site")
    assert not kept_in(project).exists()


# Properties that are found once and hang on nothing but what everything hangs on (`build/whole.py`): which files, years and activities there are.
STRUCTURAL = {
    ("Samling", "publikt"), ("Samling", "nyast_först"), ("Samling", "aktiviteter"), ("Samling", "filer"),
    ("Årsaktivitet", "ref"), ("Årgång", "delåren"), ("Årgång", "grannar"), ("Årgång", "filer"), ("Fil", "platser"), ("Fil", "nämnt"),
    ("Graf", "_lines"), ("Nedladdningar", "_by_page"),
    ("Sajt", "med_utkast"), ("Sajt", "utkastsidor"), ("Sajt", "publika_namn"), ("Sajt", "graf"), ("Sajt", "rutter"), ("Sajt", "nyaste"),
    ("Sajt", "_förflutet"), ("Sajt", "_begun"), ("Sajt", "_folder"),
}  # fmt: skip
SHARED = ("data/collection", "data/year", "data/references", "data/reader", "site/sajt", "build/made_downloads")


def test_what_is_found_once_for_all_pages_is_noted_by_those_who_ask() -> None:
    found = set()
    for name in SHARED:
        module = importlib.import_module(f"rusplan.{name.replace('/', '.')}")
        for kind in vars(module).values():
            if isinstance(kind, type) and kind.__module__ == module.__name__:
                found |= {(kind.__name__, each) for each, how in vars(kind).items() if isinstance(how, cached_property)}
    assert found <= STRUCTURAL, "use `gathered` or `told` of tools/questions.py, or say here that it is structural"
