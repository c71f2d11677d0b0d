"""A group that writes: the small project in a repository that publishes, the editor's clone of it, and whoever is at the keyboard."""

import shutil
import subprocess
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from flask.testing import FlaskClient
from rusplan.data.yaml_text import Plain, parse
from rusplan.editor.app import make_app
from rusplan.editor.current import NAME
from rusplan.editor.roles import Person, people
from rusplan.editor.serving import folder_of
from rusplan.editor.settings import Inställningar
from rusplan.editor.work import Arbeten
from rusplan.tools.resources import EXAMPLE

from tests.changes.data_repository import BAS, Förråd

ADDRESS = "https://redigera.akerbo.example"
# Functions in the place of people: nobody's name stands in the repository.
PEOPLE = """\
- namn: Skribent Ett
  inloggning: ett@akerbo.example
  roll: skriver
- namn: Skribent Två
  inloggning: två@akerbo.example
  roll: skriver
- namn: Redaktör
  inloggning: redaktor@akerbo.example
  roll: publicerar
- namn: Styrgruppen
  inloggning: styr@akerbo.example
  roll: läser
"""
WRITER, OTHER, EDITOR, READER = (f"{name}@akerbo.example" for name in ("ett", "två", "redaktor", "styr"))


class At(FlaskClient):
    """A browser that calls the editor by the address that people use."""

    def open(self, *args: Any, **kwargs: Any) -> Any:
        return super().open(*args, **{"base_url": ADDRESS} | kwargs)


@dataclass
class Office:
    folder: Path
    published: Förråd
    settings: Inställningar

    def start(self) -> "Office":
        """The editor as it is when its server has been started, or started again."""
        self.app = make_app(self.settings)
        return self

    @property
    def work(self) -> Arbeten:
        found = self.app.extensions[NAME][1]
        assert isinstance(found, Arbeten)
        return found

    @property
    def list(self) -> Path:
        return self.folder / "redaktorer.yml"

    def person(self, who: str) -> Person:
        return people(self.list)[who]

    def client(self, who: str) -> FlaskClient:
        """Somebody's browser, behind the web server that has signed them in."""
        client = At(self.app, self.app.response_class)
        client.environ_base |= {"HTTP_X_REMOTE_USER": who.encode().decode("latin-1"), "HTTP_ORIGIN": ADDRESS}
        return client

    def content(self, gren: str, name: str) -> dict[str, Plain]:
        found = self.work.gren(gren)
        assert found
        raw = self.work.file(found, name).raw
        assert raw is not None
        said = parse(raw, name).value
        assert isinstance(said, dict)
        return said


def git(folder: Path, *arguments: str) -> str:
    """What git answers, to somebody whom it need not know."""
    named = ["-c", "user.name=Prov", "-c", "user.email=prov@lillby.example"]
    return subprocess.run(
        ["git", *named, *arguments], cwd=folder, capture_output=True, text=True, check=True
    ).stdout.strip()


def small_project(root: Path) -> None:
    """The small collection, in a folder that is not there yet; no site is made of it."""
    shutil.copytree(BAS, root, ignore=shutil.ignore_patterns("sidor", "problem.txt"))


def example_project(root: Path) -> None:
    """The example that new sites begin with, whole."""
    for name in ("data", "docs"):
        shutil.copytree(EXAMPLE / name, root / name)
    shutil.copy(EXAMPLE / "mkdocs.yml", root)


def lay_out_office(folder: Path, lay_out: Callable[[Path], None] = small_project) -> Office:
    """A project, published, with a clone that the editor writes in."""
    first = Förråd(folder / "forsta")
    lay_out(first.rot)
    first.git("init", "--quiet", "--initial-branch=main")
    first.commit("2026-01-10")
    git(folder, "clone", "--quiet", "--bare", str(first.rot), "forrad.git")
    git(folder, "clone", "--quiet", "forrad.git", "redigerare")
    (folder / "redaktorer.yml").write_text(PEOPLE, encoding="utf-8")
    root = folder / "redigerare"
    settings = Inställningar(
        rot=root,
        mapp=folder_of(root),
        adress=ADDRESS,
        redaktörer=folder / "redaktorer.yml",
        betrodda=frozenset({"127.0.0.1"}),
    )
    return Office(folder=folder, published=Förråd(folder / "forrad.git"), settings=settings).start()
