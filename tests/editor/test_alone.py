"""The editor on one's own machine: the folder itself is where it writes."""

import subprocess
import sys

import pytest
from rusplan.data.edits import plain
from rusplan.editing.changed_together import Avslag
from rusplan.editor.guards import alone
from rusplan.editor.publishing import Publicerat, difference, publish
from rusplan.editor.roles import Person
from rusplan.editor.saving import Sparat, Sparning
from rusplan.editor.settings import Inställningar
from rusplan.editor.taking_in import Intagsval
from rusplan.editor.work import Arbeten
from rusplan.git.branches import own_name

from tests.editor.office import Office, git
from tests.editor.test_saving import SKOG

OTHER = "data/2025/utfall/skog.yml"


@pytest.fixture
def work(office: Office) -> Arbeten:
    """In the clone, as one's own folder."""
    git(office.settings.rot, "config", "user.name", "Redaktör")
    git(office.settings.rot, "config", "user.email", "redaktor@akerbo.example")
    how = Inställningar(rot=office.settings.rot, mapp=office.settings.mapp, adress="http://127.0.0.1:8001")
    return Arbeten(how)


def who(work: Arbeten) -> Person:
    return alone(own_name(work.settings.rot)).person


def save(work: Arbeten, text: str) -> object:
    (here,) = work.all()
    now = work.file(here, SKOG)
    content = {"titel": "Skogen", "område": "natur", "sammanfattning": text}
    samling, _ = work.read(here)
    assert samling
    whole = plain(samling.aktiviteter["2025/skog"].plan.innehåll) | content
    return work.save(here, who(work), Sparning(fil=SKOG, från=now.version, innehåll=whole))


def test_a_save_is_a_version_of_that_file_alone_and_nothing_else_that_has_been_begun_on(work: Arbeten) -> None:
    root = work.settings.rot
    with (root / OTHER).open("a", encoding="utf-8") as file:
        file.write("# påbörjat\n")
    assert isinstance(save(work, "Stigarna."), Sparat)
    assert git(root, "log", "-1", "--format=%an: %s").startswith("Redaktör: Skogen 2025: sammanfattning")
    assert git(root, "show", "--format=", "--name-only") == SKOG
    assert git(root, "status", "--porcelain") == f"M {OTHER}"
    (here,) = work.all()
    assert work.gren(here.namn) == here
    assert work.gren("forslag-skogen") is None


def test_what_is_published_is_what_git_would_push_and_never_over_what_others_have_pushed(
    office: Office, work: Arbeten
) -> None:
    save(work, "Stigarna.")
    (here,) = work.all()
    assert [row.namn for row in difference(work, here).sparat] == ["Redaktör"]
    assert isinstance(publish(work, here, who(work), "", Intagsval()), Publicerat)
    assert git(office.published.rot, "rev-parse", "main") == git(work.settings.rot, "rev-parse", "HEAD")
    git(office.folder, "clone", "--quiet", "forrad.git", "andras")
    git(
        office.folder / "andras",
        "-c",
        "user.name=x",
        "-c",
        "user.email=x@x",
        "commit",
        "--quiet",
        "--allow-empty",
        "-m",
        "x",
    )
    git(office.folder / "andras", "push", "--quiet")
    before = git(office.published.rot, "rev-parse", "main")
    save(work, "Stigarna igen.")
    with pytest.raises(Avslag, match="git pull"):
        publish(work, here, who(work), "", Intagsval())
    assert git(office.published.rot, "rev-parse", "main") == before
    git(work.settings.rot, "remote", "remove", "origin")
    with pytest.raises(Avslag, match="inget förråd att skicka till"):
        publish(work, here, who(work), "", Intagsval())


def test_what_is_missing_to_run_it_is_told_with_how_to_get_it() -> None:
    code = "import sys; sys.modules['flask'] = None; from rusplan.commands.cli import main; sys.exit(main(['edit']))"
    done = subprocess.run([sys.executable, "-P", "-c", code], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith("Redigeraren behöver paketen i rusplan[edit], och flask saknas. Kör make edit")
