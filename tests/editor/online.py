"""The editor on an address, over the example's invented data, for whoever works alone."""

import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import waitress
from flask import Flask
from rusplan.editor.app import make_app
from rusplan.editor.guards import TOKEN, Ensam
from rusplan.editor.roles import Person, Roll
from rusplan.editor.serving import folder_of
from rusplan.editor.settings import Inställningar
from rusplan.tools.resources import EXAMPLE

from tests.changes.data_repository import Förråd

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
    shutil.copytree(EXAMPLE / "data", project.rot / "data")
    shutil.copytree(EXAMPLE / "docs", project.rot / "docs")
    shutil.copy(EXAMPLE / "mkdocs.yml", project.rot)
    project.git("init", "--quiet", "--initial-branch=main")
    project.commit("2026-01-10")
    own = Ensam(
        person=Person(inloggning="redaktor@exempel.example", namn="Redaktör", roll=Roll.PUBLICERAR), startord=WORD
    )
    apps: list[Flask] = []  # it is made when its address is known
    server: Any = waitress.create_server(lambda *request: apps[0](*request), listen="127.0.0.1:0", threads=8)
    address = f"http://127.0.0.1:{server.effective_port}"
    apps.append(make_app(Inställningar(rot=project.rot, mapp=folder_of(project.rot), adress=address), own))
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    try:
        yield Online(project=project, address=address)
    finally:
        server.close()
        thread.join(5)
