"""The editor on an address: over the example's invented data for whoever works alone, and for a group."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import waitress
from flask import Flask
from rusplan.editor.app import make_app
from rusplan.editor.guards import TOKEN, Ensam
from rusplan.editor.roles import Person, Roll
from rusplan.editor.serving import folder_of
from rusplan.editor.settings import Inställningar

from tests.changes.data_repository import Förråd
from tests.editor.office import Office, example_project

WORD = "nyckel-for-prov"


@dataclass
class Online:
    project: Förråd
    address: str

    @property
    def start(self) -> str:
        """What opens the editor."""
        return f"{self.address}/?{TOKEN}={WORD}"

    def form(self, path: str) -> str:
        return f"{self.address}/arbete/har/fil/{path}"

    def text(self, path: str) -> str:
        return (self.project.rot / "data" / f"{path}.yml").read_text(encoding="utf-8")

    def changed_rows(self) -> list[str]:
        """The rows that the last save added and took away."""
        rows = self.project.git("show", "--format=", "--unified=0").splitlines()
        return [row for row in rows if row[:1] in "+-" and row[:3] not in ("+++", "---")]


@contextmanager
def online(folder: Path) -> Iterator[Online]:
    """The editor, until it is left."""
    project = Förråd(folder / "projekt")
    example_project(project.rot)
    project.git("init", "--quiet", "--initial-branch=main")
    project.commit("2026-01-10")
    own = Ensam(
        person=Person(inloggning="redaktor@exempel.example", namn="Redaktör", roll=Roll.PUBLICERAR), startord=WORD
    )
    with _served() as (address, apps):
        apps.append(make_app(Inställningar(rot=project.rot, mapp=folder_of(project.rot), adress=address), own))
        yield Online(project=project, address=address)


@contextmanager
def group_online(office: Office) -> Iterator[Office]:
    """A group's editor, until it is left; nobody signs in, for each browser says who it is (`signed_in`)."""
    with _served() as (address, apps):
        office.settings = replace(office.settings, adress=address)
        apps.append(office.start().app)
        yield office


def signed_in(who: str) -> dict[str, str]:
    """What the web server says of whoever has signed in."""
    return {"X-Remote-User": who}


@contextmanager
def _served() -> Iterator[tuple[str, list[Flask]]]:
    """An address, and the place for the app that answers there: it is made when its address is known."""
    apps: list[Flask] = []
    server: Any = waitress.create_server(lambda *request: apps[0](*request), listen="127.0.0.1:0", threads=8)
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.effective_port}", apps
    finally:
        server.close()
        thread.join(5)
