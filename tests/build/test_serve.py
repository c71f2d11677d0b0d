"""`mkdocs serve` as an editor meets it: a saved file is on the page at once, and all that is made again is what a clean build makes."""

import os
import re
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import HTTPCookieProcessor, build_opener, urlopen

import pytest
from mkdocs.commands.build import build as mkdocs_build
from mkdocs.config import load_config
from rusplan.checks import read_collection
from rusplan.data.collection import Samling
from rusplan.data.kept_files import KeptFiles
from rusplan.plugin import RusplanPlugin
from rusplan.serve import AT_ONCE, Live
from rusplan.site.sajt import Sajt
from rusplan.views import style_guide

from tests.built import as_a_program_of_its_own, files_of
from tests.nginx import free_port

pytestmark = pytest.mark.filterwarnings("ignore")
Files = dict[str, bytes]
LEDER = "data/2025/utfall/vandringsleder.yml"
# What an editor does to a file, by its kind: (file, what stands there, what it becomes).
EDITS: dict[str, tuple[str, str | re.Pattern[str], str]] = {
    "a text of a plan": (
        "data/2024/aktiviteter/vandringsleder.yml",
        "sammanfattning: >-\n",
        "sammanfattning: >-\n  Prov. ",
    ),
    "a mark of a plan": ("data/2024/aktiviteter/badplatser.yml", "prioriterad: nej", "prioriterad: ja"),
    "a status": (LEDER, "status: som_planerat", "status: delvis"),
    "the day of an event": (LEDER, "datum: 2025-11-13", "datum: 2025-11-14"),
    "the name of an event": (LEDER, "titel: Möte om skyltar", "titel: Webbinarium om skyltar"),
    "a comment in the budget": ("data/2025/budget.yml", "- text: Enligt", "- text: Prov. Enligt"),
    "a text among the goals": ("data/2025/mal.yml", "- text: Alla sex", "- text: Prov. Alla sex"),
    "a text of the report": ("data/2025/berattelse.yml", "sammanfattning: >-\n", "sammanfattning: >-\n  Prov. "),
    "a reference": (LEDER, "till: 2025/ledvardar", "till: 2025/oversyn"),
    "a partner": (LEDER, "samverkan: [vandrarna", "samverkan: [museet, vandrarna"),
    "the title of an area": ("data/2025/plan.yml", re.compile(r"titel: (?=.*\n +dagar)"), "titel: Prov "),
    "a text of the year's plan": ("data/2025/plan.yml", "sammanfattning: >-\n", "sammanfattning: >-\n  Prov. "),
}


def started(project: Path, folder: Path) -> Live:
    """The site built into `folder` as `mkdocs serve` builds it first."""
    as_a_program_of_its_own()
    config = load_config(str(project / "mkdocs.yml"), site_dir=str(folder), site_url="http://127.0.0.1:8000/")
    config.plugins.on_startup(command="serve", dirty=False)
    mkdocs_build(config)
    plugin = config.plugins["rusplan"]
    assert isinstance(plugin, RusplanPlugin)
    live = plugin.live
    assert live
    return live


def edit(project: Path, file: str, old: str | re.Pattern[str], new: str) -> None:
    path = project / file
    text = path.read_text(encoding="utf-8")
    changed = old.sub(new, text, count=1) if isinstance(old, re.Pattern) else text.replace(old, new, 1)
    assert changed != text
    path.write_text(changed, encoding="utf-8")


def differing(first: Files, second: Files) -> list[str]:
    return sorted(name for name in first.keys() | second.keys() if first.get(name) != second.get(name))


@pytest.fixture
def committed(project: Path) -> Path:
    """The project with a history: feeds, changes and dates are read from it."""
    for command in (
        ["init", "-q"],
        ["add", "data"],
        ["-c", "user.name=r", "-c", "user.email=r@example.se", "commit", "-qm", "Data"],
    ):
        subprocess.run(["git", *command], cwd=project, check=True)
    return project


def test_what_is_made_again_is_what_a_clean_build_makes(
    committed: Path, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    live = started(committed, tmp_path / "live")
    assert {"öppna data 2024", "öppna data 2025"} <= live.kept.pieces.keys(), (
        "made once, in a copy of the process or not"
    )
    for told, (file, old, new) in EDITS.items():
        edit(committed, file, old, new)
        assert live.save(), told
        live.finish()
    assert not [record for record in caplog.records if record.levelname == "ERROR"]
    before = files_of(tmp_path / "live")
    started(committed, tmp_path / "clean")
    assert differing(before, files_of(tmp_path / "clean")) == []
    assert [name for name in before if name.startswith("handelser/2025-vandringsleder--mote-om-skyltar")], (
        "an event keeps its address"
    )


def test_only_what_depends_on_the_file_is_written(committed: Path, tmp_path: Path) -> None:
    site = tmp_path / "live"
    live = started(committed, site)
    before = files_of(site)
    for path in site.rglob("*"):
        os.utime(path, (0, 0))
    edit(committed, "data/2025/budget.yml", "- text: Enligt", "- text: Prov. Enligt")
    assert live.save()
    live.finish()
    written = {path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file() and path.stat().st_mtime}
    searched = {name for name in written if name.startswith("assets/sok/")}
    assert written - searched == {
        "budget/2025/index.html",
        "data/2025/budget.json",
        "data/index.json",
        "planer/2025/utskrift/index.html",
        "uppfoljning/2025/utskrift/index.html",
    }
    assert written == set(differing(before, files_of(site))) & written


def test_browsers_are_told_before_pages_are_made_whose_macros_take_long(
    project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    drawn = style_guide.style_guide

    def slowly(sajt: Sajt) -> style_guide.Stilguide:
        time.sleep(AT_ONCE)
        return drawn(sajt)

    monkeypatch.setattr(style_guide, "style_guide", slowly)
    monkeypatch.setattr(Live, "_make_the_rest", lambda _: None)
    live = started(project, tmp_path / "live")
    edit(project, LEDER, "sammanfattning: ", "sammanfattning: Prov. ")
    assert live.save()
    assert "om/utseende/" in live._waiting


def test_nothing_is_made_when_nothing_has_changed(project: Path, tmp_path: Path) -> None:
    site = tmp_path / "live"
    live = started(project, site)
    for path in site.rglob("*"):
        os.utime(path, (0, 0))
    (project / LEDER).touch()
    assert live.save()
    live.finish()
    assert not [path for path in site.rglob("*") if path.is_file() and path.stat().st_mtime]


def test_change_that_all_pages_hang_on_takes_a_whole_build(project: Path, tmp_path: Path) -> None:
    live = started(project, tmp_path / "live")
    edit(project, "data/samverkan.yml", "kortnamn: HBR", "kortnamn: Hbr")
    assert not live.save()


def test_file_that_no_site_needs_and_is_not_there_has_not_changed(bas: Samling) -> None:
    assert not (bas.rot / "data/permalankar.yml").exists()
    read = KeptFiles().read
    assert read_collection(bas.rot, read) == read_collection(bas.rot, read)


def test_new_file_takes_a_whole_build(project: Path, tmp_path: Path) -> None:
    live = started(project, tmp_path / "live")
    (project / "data/2025/utfall/webbkarta.yml").unlink()  # it tells of no event
    assert not live.save()


def test_new_commit_takes_a_whole_build(committed: Path, tmp_path: Path) -> None:
    live = started(committed, tmp_path / "live")
    edit(committed, *EDITS["a status"])
    subprocess.run(
        ["git", "-c", "user.name=r", "-c", "user.email=r@example.se", "commit", "-qam", "Status"],
        cwd=committed,
        check=True,
    )
    assert not live.save()


def test_mistake_is_told_and_the_site_stays_until_it_is_mended(
    project: Path, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    live = started(project, tmp_path / "live")
    before = files_of(tmp_path / "live")
    edit(project, LEDER, "status: som_planerat", "status: nästan")
    assert live.save()
    live.finish()
    assert differing(before, files_of(tmp_path / "live")) == []
    assert f"{LEDER}:1:9: «status» är «nästan»" in caplog.text
    assert "Webbplatsen visas som den var." in caplog.text
    edit(project, LEDER, "status: nästan", "status: delvis")
    assert live.save()
    live.finish()
    started(project, tmp_path / "clean")
    assert differing(files_of(tmp_path / "live"), files_of(tmp_path / "clean")) == []


def test_macro_that_no_longer_can_be_shown_is_told_by_page_and_row(
    project: Path, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    (project / "docs/prov.md").write_text("# Prov\n\n{{ tal('2025.budget.moten.utfall') }}\n", encoding="utf-8")
    live = started(project, tmp_path / "live")
    before = (tmp_path / "live/prov/index.html").read_bytes()
    edit(project, "data/2025/budget.yml", "- id: moten\n", "- id: arrangemang\n")
    assert live.save()
    live.finish()
    assert "docs/prov.md:3:1: i makrot «tal»" in caplog.text
    assert (tmp_path / "live/prov/index.html").read_bytes() == before
    edit(project, "data/2025/budget.yml", "- id: arrangemang\n", "- id: moten\n")
    assert live.save()
    live.finish()
    started(project, tmp_path / "clean")
    assert differing(files_of(tmp_path / "live"), files_of(tmp_path / "clean")) == []


@contextmanager
def serving(project: Path, log: Path) -> Iterator[str]:
    """The address of a real `mkdocs serve`."""
    port = next(port for port in iter(free_port, 0) if not answers(port + 1))
    kept = {name: value for name, value in os.environ.items() if name not in ("SITE_URL", "EDIT_URI")}
    with log.open("wb") as out:
        process = subprocess.Popen(
            [sys.executable, "-m", "mkdocs", "serve", "-a", f"127.0.0.1:{port}"], cwd=project, stdout=out, stderr=out,
            env={**kept, "NO_MKDOCS_2_WARNING": "1"},
        )  # fmt: skip
        try:
            yield _until(lambda: re.search(r"Serving on (http://\S+)", log.read_text()))[1]
        finally:
            process.terminate()
            process.wait()


def answers(port: int) -> bool:
    """True where somebody listens."""
    with socket.socket() as asking:
        return asking.connect_ex(("127.0.0.1", port)) == 0


def leads_to_its_form(page: str, log: Path) -> int:
    """See that the foot of the page leads to the form in the editor that the server has started; the editor's port."""
    start = _until(lambda: re.search(r"Redigeraren finns på (http://127.0.0.1:(\d+))/\?nyckel=\S+", log.read_text()))
    to_plan, to_outcome = re.findall(rf'href="({start[1]}/redigera/data/[^"]+)"', _text(page))
    with pytest.raises(HTTPError) as refused:
        _text(to_outcome)
    assert refused.value.code == 403
    assert "Öppna först redigeraren med adressen" in refused.value.read().decode()
    browser = build_opener(HTTPCookieProcessor())
    browser.open(start[0].split()[-1]).close()
    for link, part in ((to_plan, "aktiviteter"), (to_outcome, "utfall")):
        with browser.open(link) as form:
            assert form.url == f"{start[1]}/arbete/har/fil/2025/{part}/vandringsleder"
    return int(start[2])


def test_saved_file_reaches_the_browser_and_a_page_leads_to_an_editor_that_ends_with_the_server(
    committed: Path, tmp_path: Path
) -> None:
    with serving(committed, tmp_path / "log") as address:
        editor = leads_to_its_form(f"{address}aktiviteter/2025/vandringsleder/", tmp_path / "log")
        assert answers(editor)
        assert "aktiviteter/?ar=2025" in _text(f"{address}aktiviteter/2025")
        with pytest.raises(HTTPError) as refused:
            _text(f"{address}assets/")
        assert refused.value.code == 404
        assert "Sidan finns inte" in refused.value.read().decode()
        page = f"{address}aktiviteter/2025/vandringsleder/"
        assert "Prov på skärmen" not in _text(page)
        epoch = int(re.search(r"livereload\((\d+),", _text(page))[1])  # type: ignore[index]
        edit(committed, LEDER, "sammanfattning: >-\n", "sammanfattning: >-\n  Prov på skärmen. ")
        # As MkDocs' own script in the page: the answer comes when there is something new.
        assert int(_text(f"{address}livereload/{epoch}/1")) > epoch
        _until(lambda: re.search("Prov på skärmen", _text(page)))
        edit(committed, LEDER, "status: som_planerat", "status: nästan")
        _until(lambda: re.search("Webbplatsen visas som den var", (tmp_path / "log").read_text()))
        assert "Prov på skärmen" in _text(page)
        edit(committed, LEDER, "status: nästan", "status: delvis")
        edit(committed, "docs/om.md", "# ", "# Prov ")
        _until(lambda: re.search("<h1[^>]*>Prov", _text(f"{address}om/")))
        assert "Delvis genomförd" in _text(page)
    end = time.monotonic() + 10
    while answers(editor):
        assert time.monotonic() < end
        time.sleep(0.02)


def _text(address: str) -> str:
    with urlopen(address, timeout=60) as answer:  # noqa: S310 - our own server
        return str(answer.read().decode())


def _until(found: Callable[[], re.Match[str] | None], seconds: float = 60) -> re.Match[str]:
    """What `found` finds, asked again and again."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if match := found():
            return match
        time.sleep(0.02)
    raise AssertionError("nothing came")
