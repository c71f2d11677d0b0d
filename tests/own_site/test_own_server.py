"""A site of one's own on a server of one's own: what is pushed is shown at once, and what builds it waits for whoever keeps the server."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

from tests.own_site.test_new_site import ANSWERS, ROOT, new
from tests.publish.own_server import GIT, Server


def own_server(folder: Path) -> Server:
    """A server as the guide says: a copy of a new site where `make site` has been run, and its engine/set-up run there."""
    server = Server(folder)
    assert new(server.clone, ANSWERS) == 0
    # Where a site has its wheel in .venv, a test has the engine itself, in a folder that a build within limits may read.
    shutil.copytree(ROOT / "macros", server.clone / "macros", ignore=shutil.ignore_patterns("__pycache__"))
    server.git("checkout", "--quiet", "-B", "main")
    server.git("add", "--all")
    server.git("commit", "--quiet", "--message", "Börja")
    program = folder / "program"
    server.git("clone", "--quiet", str(server.clone), str(program), folder=folder)
    (program / ".venv").symlink_to(sys.prefix)
    command = ["sh", str(program / "engine/set-up"), str(server.clone), str(server.bare), str(server.target)]
    subprocess.run(command, env=os.environ | GIT, capture_output=True, check=True)
    server.git("remote", "add", "origin", str(server.bare))
    return server


def test_each_push_is_shown_with_what_has_not_changed_taken_over_and_one_that_changes_the_engine_is_held(
    tmp_path: Path,
) -> None:
    server = own_server(tmp_path)
    other, changed = (
        server.bare / f"rusplan-cache/site/aktiviteter/2025/{name}/index.html" for name in ("badplatser", "webbkarta")
    )
    places = other.stat().st_ino, changed.stat().st_ino
    assert "index.html" in server.shown, "set up, it shows what was there"
    server.change("data/2025/utfall/webbkarta.yml", "Kartan öppnade i maj", "Kartan öppnade den 20 maj")
    assert "remote: Nu visas version 2" in server.push()
    page = server.target / "aktuell/aktiviteter/2025/webbkarta/index.html"
    assert "den 20 maj" in page.read_text(encoding="utf-8").replace("\u00a0", " ")
    assert other.stat().st_ino == places[0]
    assert changed.stat().st_ino != places[1]
    shown = server.shown
    server.change("engine/requirements.txt", "# What the site", "# Vad som helst, som webbplatsen")
    assert "Ändringen rör det som bygger webbplatsen: engine." in server.push()
    assert server.shown == shown
