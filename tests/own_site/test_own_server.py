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


def test_each_push_is_shown_and_one_that_changes_the_engine_is_held(tmp_path: Path) -> None:
    server = own_server(tmp_path)
    assert "index.html" in server.shown, "set up, it shows what was there"
    server.change("data/2025/plan.yml", "År 2025 ska fler", "År 2025 ska ännu fler")
    assert "remote: Nu visas version 2" in server.push()
    assert "ska ännu fler" in (server.target / "aktuell/planer/2025/index.html").read_text(encoding="utf-8")
    shown = server.shown
    server.change("engine/requirements.txt", "# What the site", "# Vad som helst, som webbplatsen")
    assert "Ändringen rör det som bygger webbplatsen: engine." in server.push()
    assert server.shown == shown
