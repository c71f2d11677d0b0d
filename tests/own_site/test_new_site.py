"""`rusplan new`: what it asks, what it refuses, and what stands in the folder that it makes."""

import io
import subprocess
import zipfile
from pathlib import Path

import pytest
import yaml
from rusplan.commands import cli
from rusplan.own_site.engine_files import LOCK, standing_wheels
from rusplan.own_site.own_wheel import own_wheel
from rusplan.tools.resources import PAGES

ROOT = Path(__file__).parents[2]
ANSWERS = {
    "--name": "Östra",
    "--long-name": "Samverkan i öster",
    "--website": "https://ostra.example",
    "--url": "https://plan.ostra.example",
    "--responsible": "Kansliet",
}


def new(folder: Path, answers: dict[str, str]) -> int:
    return cli.main(["new", str(folder), *(word for pair in answers.items() for word in pair)])


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("nytt") / "plan"
    assert new(folder, ANSWERS) == 0
    return folder


def test_the_answers_stand_where_the_site_says_who_it_is(made: Path) -> None:
    organisation = yaml.safe_load((made / "data/organisation.yml").read_text(encoding="utf-8"))
    assert (
        organisation
        | {
            "namn": "Östra",
            "långt_namn": "Samverkan i öster",
            "webbplats": "https://ostra.example",
            "ansvarig": "Kansliet",
        }
        == organisation
    )
    configuration = (made / "mkdocs.yml").read_text(encoding="utf-8")
    assert 'site_name: "Östra: planer och resultat"\n' in configuration
    assert 'site_url: !ENV [SITE_URL, "https://plan.ostra.example/"]\n' in configuration


def test_the_menu_has_every_page_of_the_guide(made: Path) -> None:
    configuration = (made / "mkdocs.yml").read_text(encoding="utf-8")
    guide = [path.relative_to(PAGES).as_posix() for path in PAGES.glob("redaktor/*.md")]
    assert [page for page in guide if f": {page}\n" not in configuration] == []


def test_the_folder_is_a_repository_in_which_nothing_is_saved_yet(made: Path) -> None:
    asked = ["git", "status", "--porcelain", "--branch", "--untracked-files=all"]
    said = subprocess.run(asked, cwd=made, capture_output=True, text=True, check=True).stdout.splitlines()
    assert said[0] == "## No commits yet on main"
    assert "?? .github/workflows/publicera.yml" in said


def test_the_engine_in_the_folder_is_held_by_its_hash(made: Path) -> None:
    (wheel,) = standing_wheels(made)
    content, own = (made / wheel).read_bytes(), own_wheel()
    assert content == own.innehåll
    rows = (made / LOCK).read_text(encoding="utf-8").splitlines()
    assert f"./{wheel} --hash=sha256:{own.kontrollsumma}" in rows
    assert (made / "engine/nginx.conf").read_bytes() == (ROOT / "deploy/nginx.conf").read_bytes()
    packages = [row for row in rows if row and not row.startswith(("#", " "))]
    assert len(packages) > 30
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        assert packed.testzip() is None
        assert {"rusplan/example/mkdocs.yml", "rusplan/along/requirements.txt"} <= set(packed.namelist())


@pytest.mark.parametrize(
    ("option", "answer", "told"),
    [
        ("--website", "ostra", "--website är «ostra», men ska vara en webbadress som börjar med https://"),
        ("--url", "/plan/", "--url är «/plan/», men ska vara en webbadress"),
        ("--name", " ", "--name är tomt."),
        ("--name", "a\tb", "--name innehåller ett tabbtecken; ta bort det."),
        ("--responsible", "x" * 401, "--responsible har 401 tecken, men får ha högst 400"),
    ],
)
def test_an_answer_that_cannot_stand_is_refused_and_nothing_is_made(
    option: str, answer: str, told: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert new(tmp_path / "plan", ANSWERS | {option: answer}) == 1
    assert told in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


def test_a_name_that_the_check_refuses_leaves_nothing_behind(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert new(tmp_path / "plan", ANSWERS | {"--responsible": "fornamn.efternamn@ostra.example"}) == 1
    assert capsys.readouterr().out.startswith("data/organisation.yml:")
    assert list(tmp_path.iterdir()) == []


def test_a_folder_with_something_in_it_is_left_alone(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "brev.txt").write_text("Hej", encoding="utf-8")
    assert new(tmp_path, ANSWERS) == 1
    assert (
        capsys.readouterr().err
        == f"Mappen {tmp_path} finns redan och är inte tom. Välj en annan mapp. Inget är ändrat.\n"
    )
    assert [path.name for path in tmp_path.iterdir()] == ["brev.txt"]


def test_an_empty_repository_is_filled_and_stays_what_it_is(tmp_path: Path) -> None:
    subprocess.run(["git", "init", "--quiet", "--initial-branch=vart", str(tmp_path)], check=True)
    assert new(tmp_path, ANSWERS) == 0
    assert (tmp_path / ".git/HEAD").read_text(encoding="utf-8") == "ref: refs/heads/vart\n"
    assert (tmp_path / "mkdocs.yml").is_file()


def test_what_is_not_given_is_asked_for_until_it_can_stand(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    given = {option: answer for option, answer in ANSWERS.items() if option != "--website"}
    monkeypatch.setattr("sys.stdin", io.StringIO("ostra\nhttps://svar.example\n"))
    assert new(tmp_path / "plan", given) == 0
    out = capsys.readouterr().out
    assert out.count("Vilken adress har organisationens egen webbplats?") == 2
    assert "Svaret är «ostra», men ska vara en webbadress" in out
    assert "https://svar.example" in (tmp_path / "plan/data/organisation.yml").read_text(encoding="utf-8")


def test_nobody_to_answer_is_told_which_option_answers(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO())
    assert new(tmp_path / "plan", {}) == 1
    assert "Ange --name, eller" in capsys.readouterr().err
