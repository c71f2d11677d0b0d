"""A server of our own: a bare repository with our hook, nginx on what it publishes, and readers that never pause."""

import gzip
import hashlib
import http.client
import json
import os
import random
import re
import shutil
import subprocess
import sys
import threading
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urljoin

from rusplan.search import FOLDER as SEARCH
from rusplan.tools.resources import EXAMPLE

from tests.publish.sites import shown

ROOT = Path(__file__).parents[2]
GIT = {
    "GIT_CONFIG_GLOBAL": "/dev/null", "GIT_CONFIG_SYSTEM": "/dev/null", "GIT_AUTHOR_NAME": "en", "GIT_COMMITTER_NAME": "en",
    "GIT_AUTHOR_EMAIL": "en@akerbo.example", "GIT_COMMITTER_EMAIL": "en@akerbo.example",
    "GIT_AUTHOR_DATE": "2026-01-31T12:00:00+01:00", "GIT_COMMITTER_DATE": "2026-01-31T12:00:00+01:00",
}  # fmt: skip


@dataclass
class Server:
    """The bare repository, a clone of it to push from, and the folder that the web server shows."""

    folder: Path
    versions: list[dict[str, str]] = field(default_factory=list)

    @property
    def bare(self) -> Path:
        """The repository that receives."""
        return self.folder / "rusplan.git"

    @property
    def clone(self) -> Path:
        """An editor's copy."""
        return self.folder / "klon"

    @property
    def target(self) -> Path:
        """Where the hook publishes."""
        return self.folder / "srv"

    def git(self, *arguments: str, folder: Path | None = None) -> str:
        """Run git, by default in the clone; what it said, on both streams."""
        done = subprocess.run(
            ["git", *arguments],
            cwd=folder or self.clone,
            env=os.environ | GIT,
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stderr
        return done.stdout + done.stderr

    def change(self, name: str, old: str, new: str) -> None:
        """Commit a change of one text in one file."""
        path = self.clone / name
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, new), encoding="utf-8")
        self.git("commit", "--quiet", "--all", "--message", f"Ändra {name}")

    def write_start(self, title: str) -> None:
        """Commit another title of the start page."""
        first = (self.clone / "docs/index.md").read_text(encoding="utf-8").partition("\n")[0]
        self.change("docs/index.md", first, f"# {title}")

    @property
    def start(self) -> str:
        """The title of the start page that is shown."""
        page = (self.target / "aktuell/index.html").read_text(encoding="utf-8")
        found = re.search(r"<h1[^>]*>([^<]*)", page)
        assert found
        return found[1]

    def approve(self) -> None:
        """Take the clone's code into use, as whoever keeps the server does when it has been read."""
        shutil.rmtree(self.folder / "program/macros")
        shutil.copytree(self.clone / "macros", self.folder / "program/macros")

    def run_pushed_code(self, allowed: bool) -> None:
        """Set whether the hook runs code that nobody has approved."""
        self.git("config", "rusplan.runPushedCode", "true" if allowed else "false", folder=self.bare)

    def push(self, *arguments: str) -> str:
        """Push, note which version is then shown, and give what the pusher was told."""
        said = self.git("push", *(arguments or ("origin", "main")))
        assert "remote: fatal" not in said, said
        assert self.git("worktree", "list", folder=self.bare).count("\n") == 1, "a build was left behind"
        if (self.target / "aktuell").exists() and self.shown not in self.versions[-1:]:
            self.versions.append(self.shown)
        return said

    @property
    def shown(self) -> dict[str, str]:
        """Path and checksum of what is shown."""
        return shown(self.target)


def new_server(folder: Path) -> Server:
    """A server as deploy/README.md sets it up, with nothing pushed to it, and the small collection in a clone."""
    server = Server(folder)
    shutil.copytree(ROOT / "deploy", folder / "program/deploy", dirs_exist_ok=True)
    lay_out(folder / "program")
    compiled = [sys.executable, "-m", "compileall", "-q", str(folder / "program/macros")]
    subprocess.run(compiled, check=True)  # a build within limits can write nothing there
    (folder / "program/.venv").symlink_to(sys.prefix)
    server.git("init", "--quiet", "--bare", "--initial-branch=main", str(folder / "tomt.git"), folder=folder)
    set_up(folder, folder / "tomt.git", server)
    server.git("clone", "--quiet", str(server.bare), str(server.clone), folder=folder)
    lay_out(server.clone)
    server.git("checkout", "--quiet", "-B", "main")
    server.git("add", "--all")
    server.git("commit", "--quiet", "--message", "Börja")
    return server


def set_up(folder: Path, source: Path, server: Server) -> str:
    """Run `deploy/set-up` with the programs of `folder`; what it said."""
    command = [str(folder / "program/deploy/set-up"), str(source), str(server.bare), str(server.target)]
    return subprocess.run(command, env=os.environ | GIT, capture_output=True, text=True, check=True).stdout


def lay_out(root: Path) -> None:
    """A whole project with the small collection and one written page."""
    shutil.copytree(ROOT / "macros", root / "macros", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copytree(ROOT / "tests/golden/bas/data", root / "data")
    for name in ("requirements.txt", "pyproject.toml", "Makefile"):
        shutil.copy(ROOT / name, root)
    (root / "deploy").mkdir(exist_ok=True)
    shutil.copy(ROOT / "deploy/build-commit", root / "deploy")
    (root / "docs").mkdir()
    settings = (EXAMPLE / "mkdocs.yml").read_text(encoding="utf-8")
    without_nav = re.sub(r"(?ms)^nav:.*?(?=^plugins:)", "", settings)
    (root / "mkdocs.yml").write_text(without_nav, encoding="utf-8")
    (root / "docs/index.md").write_text("# Start\n\n{{ verksamhetsplan(2025) }}\n", encoding="utf-8")
    (root / ".gitignore").write_text("/site/\n/build/\n/.venv\n__pycache__/\n", encoding="utf-8")


@dataclass(eq=False)
class Reader(threading.Thread):
    """Reads one page after another with its style sheet and scripts, and searches, as a browser with a cache does."""

    host: str
    gzip: bool
    addresses: list[str]
    stop: threading.Event
    seen: list[tuple[str, str]] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)
    kept: dict[str, tuple[str, bytes]] = field(default_factory=dict)
    not_modified: int = 0

    def __post_init__(self) -> None:
        super().__init__(daemon=True)

    def run(self) -> None:
        """Read until told to stop."""
        order = random.Random(self.gzip)  # noqa: S311 - which page to read next
        connection = http.client.HTTPConnection(self.host, timeout=60)
        while not self.stop.wait(0.05):  # leaves the processor to the builds
            address = order.choice(self.addresses)
            page = self.get(connection, address)
            for found in re.findall(rb'<(?:link rel="stylesheet" href|script[^>]* src)="([^"]+)"', page):
                self.get(connection, urljoin(address, found.decode()))
            start = json.loads(self.get(connection, f"/{SEARCH}/start.json"))
            self.get(connection, f"/{SEARCH}/text/{start['filer']['text'][:8]}.json")
        connection.close()

    def get(self, connection: http.client.HTTPConnection, address: str) -> bytes:
        """What the reader sees at an address; noted with its checksum, or as a fault."""
        tag, body = self.kept.get(address, ("", b""))
        asked = {"If-None-Match": tag} if tag else {}
        connection.request("GET", address, headers=asked | ({"Accept-Encoding": "gzip"} if self.gzip else {}))
        answer = connection.getresponse()
        got = answer.read()
        if answer.status == 304:
            self.not_modified += 1
        elif answer.status == 200:
            body = gzip.decompress(got) if answer.headers["Content-Encoding"] else got
            self.kept[address] = (answer.headers["ETag"], body)
        else:
            self.faults.append(f"{answer.status} {address}")
            return b""
        path = address.lstrip("/") + ("index.html" if address.endswith("/") else "")
        self.seen.append((path, hashlib.sha256(body).hexdigest()))
        return body


def out_of_order(seen: list[tuple[str, str]], versions: list[dict[str, str]]) -> tuple[str, str] | None:
    """The first thing a reader saw that fits no version, or an older one than what it had seen before; None if all is well."""
    at = 0
    for path, digest in seen:
        later = (number for number in range(at, len(versions)) if versions[number].get(path) == digest)
        found = next(later, None)
        if found is None:
            return path, digest
        at = found
    return None
