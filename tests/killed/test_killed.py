"""Whichever process of a build, a publishing hook or a server is killed, whenever: no other outlives it, nobody waits for it, and the next
time all is well. Sixty moments here; `python -m tests.killed.killing` takes as many as you like."""

import re
import subprocess
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.killed.killing import LONGEST, Moment, Run, moments, python
from tests.publish.own_server import GIT, Server, lay_out, new_server

pytestmark = pytest.mark.skipif(not Path("/proc/self/environ").exists(), reason="processes are told apart by /proc")
SKOG = "data/2025/aktiviteter/skog.yml"


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small collection, committed."""
    root = tmp_path_factory.mktemp("projekt")
    lay_out(root)
    for command in (["init", "-q"], ["add", "data"], ["commit", "-qm", "Data"]):
        subprocess.run(["git", *command], cwd=root, check=True, env=GIT)
    return root


def test_nothing_is_left_of_a_build_that_is_killed_at_any_moment(project: Path, tmp_path: Path) -> None:
    build = python("mkdocs", "build", "--strict")
    whole = Run(build, project, tmp_path / "count")
    said = whole.to_its_end()
    assert whole.code == 0, said
    for moment in moments(whole, 28, seed=1):
        run = Run(build, project, tmp_path / "count", moment)
        said = run.to_its_end()
        assert "Traceback" not in said, f"killed at {moment}: {said}"
    whole = Run(build, project, tmp_path / "count")
    assert (whole.to_its_end().count("ERROR"), whole.code) == (0, 0)


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Server:
    """A server whose Python can be killed, after its first push."""
    made = new_server(tmp_path_factory.mktemp("server"))
    venv = made.folder / "program/.venv"
    real = venv.resolve() / "bin/python"
    venv.unlink()
    (venv / "bin").mkdir(parents=True)
    (venv / "bin/python").write_text(f'#!/bin/sh\nPYTHONPATH="$KILLER:$PYTHONPATH" exec {real} "$@"\n', "utf-8")
    (venv / "bin/python").chmod(0o755)
    made.git("config", "rusplan.program", str(made.folder / "program"), folder=made.bare)
    return made


def pushed(server: Server, notes: Path, moment: Moment | None = None) -> tuple[Run, str]:
    more = {"moment": moment} if moment else {}
    run = Run(["git", "push", "origin", "main"], server.clone, notes, env=GIT, **more)
    run.env["KILLER"] = run.environment["PYTHONPATH"]
    return run, run.to_its_end()


def test_nothing_is_left_of_a_push_that_is_killed_at_any_moment_and_the_next_one_comes_through(
    server: Server, tmp_path: Path
) -> None:
    whole, said = pushed(server, tmp_path / "count")
    assert "remote: Nu visas version 1 med " in said
    before = server.start
    for number, moment in enumerate(moments(whole, 24, seed=2)):
        server.write_start(f"Gång {number}")
        pushed(server, tmp_path / "count", moment)
        assert subprocess.run(["flock", "-n", server.bare / "rusplan-las", "true"], check=False).returncode == 0
        assert server.start in (before, f"Gång {number}"), f"killed at {moment}"
        before = server.start
    server.write_start("Till sist")
    assert "remote: Nu visas version " in pushed(server, tmp_path / "count")[1]
    assert server.start == "Till sist"
    assert server.git("worktree", "list", folder=server.bare).count("\n") == 1, "a build was left behind"


def test_a_checkout_that_was_killed_halfway_does_not_stop_the_next_push(server: Server, tmp_path: Path) -> None:
    """Git locks what it is making, and keeps the lock when it is killed."""
    half = ["worktree", "add", "--detach", "--lock", "--reason", "initializing", "rusplan-bygge", "main"]
    server.git(*half, folder=server.bare)
    server.write_start("Efter en halv utcheckning")
    assert "remote: Nu visas version " in pushed(server, tmp_path / "count")[1]


def test_a_push_waits_a_bounded_time_and_tells_for_whom(server: Server, tmp_path: Path) -> None:
    server.git("config", "rusplan.wait", "1", folder=server.bare)
    lock = server.bare / "rusplan-las"
    lock.write_text("ändringen 1a2b3c4, som började publiceras 09:12 (process 4711)\n", encoding="utf-8")
    with subprocess.Popen(["flock", lock, "cat"], stdin=subprocess.PIPE) as holder:
        while subprocess.run(["flock", "-n", lock, "true"], check=False).returncode == 0:
            time.sleep(0.01)
        server.write_start("Väntande")
        said = pushed(server, tmp_path / "count")[1]
        assert holder.stdin
        holder.stdin.close()
    server.git("config", "--unset", "rusplan.wait", folder=server.bare)
    whom = "ändringen 1a2b3c4, som började publiceras 09:12 (process 4711)"
    assert f"remote: Väntar högst 0 minuter på {whom}." in said
    assert f"remote: Det tar för lång tid att vänta på {whom}. Ändringen är mottagen och visas med nästa" in said
    assert server.start != "Väntande"


class Serve(Run):
    """A site that is served, and a data file that is saved while it is."""

    def saved(self) -> None:
        """Serve, save a file when the site stands there, and stop when the search index is written, or when it has been killed."""
        log = self.notes.with_suffix(".log")
        with log.open("wb") as out:
            process = subprocess.Popen(
                [*self.command, "-a", "127.0.0.1:0"], cwd=self.folder, env=self.environment, stdout=out, stderr=out
            )
        self._until(process, lambda: b"Serving on" in log.read_bytes())
        path = self.folder / SKOG
        text = path.read_text(encoding="utf-8")
        path.write_text(re.sub(r"titel: .*", f"titel: Skogar {self.name}", text, count=1), encoding="utf-8")
        self._until(process, lambda: any(program == "rusplan.build.writing" for program, _, _ in self.operations()))
        process.terminate()
        process.wait(LONGEST)
        path.write_text(text, encoding="utf-8")
        self.until_gone()

    def _until(self, process: "subprocess.Popen[bytes]", true: Callable[[], bool]) -> None:
        end = time.monotonic() + LONGEST
        while process.poll() is None and not true() and time.monotonic() < end:
            time.sleep(0.01)


def test_nothing_is_left_of_a_server_that_is_killed_at_any_moment(project: Path, tmp_path: Path) -> None:
    whole = Serve(python("mkdocs", "serve"), project, tmp_path / "count")
    whole.saved()
    assert {program for program, _, _ in whole.operations()} == {"mkdocs", "rusplan.build.writing"}
    for moment in moments(whole, 8, seed=3):
        Serve(python("mkdocs", "serve"), project, tmp_path / "count", moment).saved()
