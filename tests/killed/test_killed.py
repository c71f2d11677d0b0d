"""Whichever process of a build, a publishing hook or a server is killed, whenever: none outlives it, nobody waits for it, and the next time
all is well. Twenty moments here, spread over each run; `make kill MOMENTS=600` takes as many as you like."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.killed.killing import Run, moments, processes, python
from tests.publish.own_server import GIT, Server, lay_out, new_server

pytestmark = pytest.mark.skipif(not Path("/proc/self/cwd").exists(), reason="processes are found by where they stand")
SKOG = "data/2025/aktiviteter/skog.yml"
STIGAR = "Stigarna i skogen märks."
MOMENTS = int(os.environ.get("MOMENTS", "20"))


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small collection, committed."""
    root = tmp_path_factory.mktemp("projekt")
    lay_out(root)
    for command in (["init", "-q"], ["add", "data"], ["commit", "-qm", "Data"]):
        subprocess.run(["git", *command], cwd=root, check=True, env=os.environ | GIT)
    return root


def test_nothing_is_left_of_a_build_that_is_killed_at_any_moment(project: Path) -> None:
    build = python("mkdocs", "build", "--strict")
    whole = Run(build, project, project).to_its_end()
    assert whole.code == 0, whole.said
    for after, chance in moments(whole.looks, MOMENTS * 12 // 20, seed=1):
        run = Run(build, project, project, after, chance).to_its_end()
        assert "Traceback" not in run.said, f"{run.killed}: {run.said}"
    assert Run(build, project, project).to_its_end().code == 0


def test_a_page_that_waits_for_a_process_that_is_killed_stops_the_build_in_words(project: Path) -> None:
    """The history is read beside the build, and macros ask for it."""
    script = """
import os, signal
from mkdocs.__main__ import cli
from rusplan.site import sajt
from rusplan.tools.parallel import processors

past = sajt._past

def killed(*given, build=os.getpid()):
    if os.getpid() != build:
        os.kill(os.getpid(), signal.SIGHUP)
    return past(*given)  # the build itself, where the other process has not begun when the history is asked for

if processors() > 1:
    sajt._past = killed
    cli(["build", "--strict"])
"""
    run = Run([sys.executable, "-c", script], project, project).to_its_end()
    assert "Traceback" not in run.said
    assert run.code == 0 or "En process som hjälpte till avbröts (SIGHUP)." in run.said


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Server:
    """A server of our own, after its first push."""
    made = new_server(tmp_path_factory.mktemp("server"))
    made.push()
    return made


def pushing(server: Server) -> Run:
    """What pushes to it."""
    return Run(["git", "push", "origin", "main"], server.clone, server.folder, env=GIT)


def test_nothing_is_left_of_a_push_that_is_killed_at_any_moment_and_the_next_one_comes_through(server: Server) -> None:
    server.write_start("Först")
    whole = pushing(server).to_its_end()
    assert "remote: Nu visas version " in whole.said
    shown = {server.start}
    for number, (after, chance) in enumerate(moments(whole.looks, MOMENTS * 5 // 20, seed=2)):
        server.write_start(f"Gång {number}")
        run = pushing(server)
        run.after, run.chance = after, chance
        run.to_its_end()
        assert subprocess.run(["flock", "-n", server.bare / "rusplan-las", "true"], check=False).returncode == 0
        assert server.start in (*shown, f"Gång {number}"), run.killed
        shown = {server.start}
    server.write_start("Till sist")
    assert "remote: Nu visas version " in pushing(server).to_its_end().said
    assert server.start == "Till sist"
    assert server.git("worktree", "list", folder=server.bare).count("\n") == 1, "a build was left behind"


def test_a_checkout_that_was_killed_halfway_does_not_stop_the_next_push(server: Server) -> None:
    """Git locks what it is making, and keeps the lock when it is killed."""
    half = ["worktree", "add", "--detach", "--lock", "--reason", "initializing", "rusplan-bygge", "main"]
    server.git(*half, folder=server.bare)
    server.write_start("Efter en halv utcheckning")
    assert "remote: Nu visas version " in pushing(server).to_its_end().said


def test_a_push_waits_a_bounded_time_and_tells_for_whom(server: Server) -> None:
    server.git("config", "rusplan.wait", "1", folder=server.bare)
    lock, whom = server.bare / "rusplan-las", "ändringen 1a2b3c4, som började publiceras 09:12 (process 4711)"
    lock.write_text(f"{whom}\n", encoding="utf-8")
    with subprocess.Popen(["flock", lock, "cat"], stdin=subprocess.PIPE) as holder:
        while subprocess.run(["flock", "-n", lock, "true"], check=False).returncode == 0:
            time.sleep(0.01)
        server.write_start("Väntande")
        said = pushing(server).to_its_end().said
        assert holder.stdin
        holder.stdin.close()
    server.git("config", "--unset", "rusplan.wait", folder=server.bare)
    assert f"remote: Väntar högst 0 minuter på {whom}." in said
    assert f"remote: Det tar för lång tid att vänta på {whom}. Ändringen är mottagen och visas med nästa" in said
    assert server.start != "Väntande"


class Serve(Run):
    """A site that is served; when it stands there a data file is saved, and when the search index has been written it is stopped."""

    writing = False

    def look(self, process: "subprocess.Popen[bytes]") -> None:
        """See how far it has come."""
        path, alive = self.folder / SKOG, " ".join(processes(self.house).values())
        text = path.read_text(encoding="utf-8")
        if "Serving on" in self.said and STIGAR in text:
            path.write_text(text.replace(STIGAR, "Stigarna röjs."), encoding="utf-8")
        if self.writing and "rusplan.build.writing" not in alive:
            process.terminate()
        self.writing = "rusplan.build.writing" in alive


def test_nothing_is_left_of_a_server_that_is_killed_at_any_moment(project: Path) -> None:
    serve, skog = python("mkdocs", "serve", "-a", "127.0.0.1:0"), (project / SKOG).read_text(encoding="utf-8")
    assert STIGAR in skog
    whole = Serve(serve, project, project).to_its_end()
    assert whole.code == -signal.SIGTERM, whole.said
    for after, chance in moments(whole.looks, MOMENTS * 3 // 20, seed=3):
        (project / SKOG).write_text(skog, encoding="utf-8")
        Serve(serve, project, project, after, chance).to_its_end()
