"""`make preview`: what a proposal changes, told as CI tells it."""

import os
import subprocess
import sys
from pathlib import Path

from tests.publish.own_server import new_server

SKOG, LASLOV = (f"data/2025/aktiviteter/{name}.yml" for name in ("skog", "laslov"))


def test_proposal_is_told_field_by_field_and_page_by_page(tmp_path: Path) -> None:
    server = new_server(tmp_path)
    server.git("checkout", "--quiet", "-b", "forslag")
    server.change(SKOG, "Stigarna i skogen märks.", "Stigarna i skogen röjs.")
    server.git("checkout", "--quiet", "main")
    server.change(LASLOV, "på museet", "på biblioteket")
    server.git("checkout", "--quiet", "forslag")
    (server.clone / ".venv").symlink_to(sys.prefix)
    (server.clone / "tidigare.md").write_text("# Kontroller\n", encoding="utf-8")
    # -o: the packages of this test are there already
    command = ["make", "-o", ".venv/site.ok", "preview", "BASE=main", "SUMMARY=tidigare.md"]
    done = subprocess.run(command, cwd=server.clone, env=os.environ, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    told = (server.clone / "tidigare.md").read_text(encoding="utf-8")
    assert told.startswith("# Kontroller\n## Ändringar ")
    assert "märks.” → ”" in told
    assert "### Ändras\n" in told
    assert "(`/aktiviteter/2025/skog/`)" in told
    assert "(`/aktiviteter/2025/laslov/`)" not in told, "what another has changed on main since is told too"
    assert server.git("worktree", "list").count("\n") == 1
