"""What is pushed to main is shown at once, whole and in order; what is wrong is told to whoever pushed and changes nothing."""

import os
import signal
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from rusplan.publish.versions import current

from tests.nginx import NGINX, nginx
from tests.publish.own_server import GIT, ROOT, Reader, Server, new_server, out_of_order, set_up

SKOG = "data/2025/aktiviteter/skog.yml"
STYLE = "macros/rusplan/assets/css/tokens.css"
NOTHING = "0" * 40


def bubblewrap_works() -> bool:
    command = [
        "bwrap",
        "--ro-bind",
        "/",
        "/",
        "--dev",
        "/dev",
        "--proc",
        "/proc",
        "--unshare-net",
        "--unshare-pid",
        "true",
    ]
    try:
        return subprocess.run(command, capture_output=True, check=False).returncode == 0
    except FileNotFoundError:
        return False


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Server:
    """The server after its first push."""
    made = new_server(tmp_path_factory.mktemp("server"))
    assert "remote: Nu visas version 1 med " in made.push()
    assert ".well-known/security.txt" in made.shown
    made.run_pushed_code(True)
    return made


@pytest.fixture
def readers(server: Server) -> Iterator[list[Reader]]:
    """Readers that read all the time."""
    if NGINX is None:
        message = "no nginx on this machine"
        pytest.fail(message) if os.environ.get("CI") == "true" else pytest.skip(message)
    stop = threading.Event()
    addresses = ["/", *(f"/{path.removesuffix('index.html')}" for path in server.shown if path.endswith("/index.html"))]
    with nginx(server.target / "aktuell", server.folder / "nginx") as root:
        made = [Reader(root.split("/")[2], packed, addresses, stop) for packed in (False, True)]
        for reader in made:
            reader.start()
        yield made
        stop.set()
        for reader in made:
            reader.join()


def summary(number: int) -> str:
    return f"Stigarna i skogen märks, gång {number:02}." if number else "Stigarna i skogen märks."


def test_twenty_commits_under_load_with_three_broken_ones(server: Server, readers: list[Reader]) -> None:
    pushes: list[list[int] | str] = [
        [1, 2, 3], [4, 5], "data", [6, 7, 8], "yaml", [9, 10, 11, 12], "macro", [13, 14, 15, 16, 17],
    ]  # fmt: skip
    before = len(server.versions)
    for push in pushes:
        if isinstance(push, str):
            refused(server, push)
            continue
        for number in push:
            server.change(SKOG, summary(number - 1), summary(number))
        server.change(STYLE, ":root", f"/* {push[0]} */ :root")
        server.git("commit", "--quiet", "--amend", "--no-edit")
        assert "remote: Nu visas version " in server.push()
        assert summary(push[-1]) in (server.target / "aktuell/aktiviteter/2025/skog/index.html").read_text("utf-8")
    for reader in readers:
        assert reader.is_alive()
        assert reader.faults == []
        assert len(reader.seen) > 100
        assert out_of_order(reader.seen, server.versions) is None
    assert sum(reader.not_modified for reader in readers) > 0
    assert len(server.versions) == before + 5


def refused(server: Server, kind: str) -> None:
    """Push a broken commit and take it back in the clone; the pusher is told where, and the site is as it was."""
    before = server.shown
    name, old, new, told = {
        "data": (SKOG, "titel:", "titl:", f"remote: {SKOG}:1:1: okänt fält «titl»; menade du «titel»?"),
        "yaml": (SKOG, "titel:", "titel: [", f"remote: {SKOG}:"),
        "macro": ("docs/index.md", "verksamhetsplan(", "verksamhetsplanen(", "remote: docs/index.md:3:1: makrot "),
    }[kind]
    server.change(name, old, new)
    said = server.push()
    assert told in said
    assert "remote: Ändringen är inte publicerad. Webbplatsen är som den var." in said
    assert "Traceback" not in said
    assert server.shown == before
    server.git("revert", "--no-edit", "HEAD")


def test_second_push_waits_for_the_first_which_never_replaces_it(server: Server) -> None:
    server.write_start("Först")
    first = subprocess.Popen(
        ["git", "push", "origin", "main"], cwd=server.clone, env=os.environ | GIT, stderr=subprocess.PIPE, text=True
    )
    assert first.stderr
    assert any("remote: Kontrollerar och bygger." in line for line in first.stderr)
    server.write_start("Sedan")
    said = server.push()
    first.communicate()
    assert "remote: Väntar högst 60 minuter på ändringen " in said
    assert server.start == "Sedan"
    assert "Ändringen visas redan, tillsammans med en senare." in receive(server, "HEAD~1")
    assert server.start == "Sedan"


def test_push_killed_in_the_middle_of_its_build_changes_nothing_and_the_next_one_shows_both(server: Server) -> None:
    before = server.shown
    server.write_start("Avbruten")
    push = subprocess.Popen(
        ["git", "push", "origin", "main"], cwd=server.clone, env=os.environ | GIT, stderr=subprocess.PIPE, text=True, start_new_session=True,
    )  # fmt: skip
    assert push.stderr
    assert any("remote: Kontrollerar och bygger." in line for line in push.stderr)
    os.killpg(push.pid, signal.SIGKILL)
    push.communicate()
    assert server.shown == before
    server.write_start("Hel")
    assert "remote: Nu visas version " in server.push()
    assert server.start == "Hel"


def test_only_main_is_published(server: Server) -> None:
    before = server.shown
    server.git("checkout", "--quiet", "-b", "forslag")
    server.write_start("Förslag")
    assert "remote: refs/heads/forslag publiceras inte" in server.push("origin", "forslag")
    server.git("tag", "v1")
    assert "remote: refs/tags/v1 publiceras inte" in server.push("origin", "v1")
    assert "Everything up-to-date" in server.push("origin", "v1")
    server.git("checkout", "--quiet", "main")
    assert "Ändringen har ersatts av en senare. Webbplatsen är som den var." in receive(server, "forslag")
    assert server.shown == before


def test_changed_requirements_wait_for_whoever_keeps_the_server(server: Server) -> None:
    before = server.shown
    server.change("requirements.txt", "mkdocs==", "mkdocs ==")
    assert "remote: Ändringen rör det som bygger webbplatsen: requirements.txt." in server.push()
    assert server.shown == before
    server.git("revert", "--no-edit", "HEAD")


def test_code_waits_until_whoever_keeps_the_server_has_approved_it(server: Server, tmp_path: Path) -> None:
    server.run_pushed_code(False)
    server.approve()
    server.write_start("Före")
    assert "remote: Nu visas version " in server.push()
    before, trace = server.shown, tmp_path / "trace"
    (server.clone / "yaml.py").write_text(f"open({str(trace)!r}, 'w')\n", encoding="utf-8")
    server.git("add", "yaml.py")
    server.change(
        "macros/rusplan/macros.py", "from typing import Any\n", f"from typing import Any\nopen({str(trace)!r}, 'w')\n"
    )
    assert "remote: Ändringen rör det som bygger webbplatsen: macros. Den som sköter servern" in server.push()
    server.write_start("Ovanpå")
    assert "remote: Ändringen rör det som bygger webbplatsen: macros." in server.push()
    assert server.shown == before
    assert not trace.exists()
    server.git("checkout", "HEAD~2", "--", "macros")
    server.git("commit", "--quiet", "--message", "Ta tillbaka koden")
    assert "remote: Nu visas version " in server.push()
    assert server.start == "Ovanpå"
    assert not trace.exists()
    server.run_pushed_code(True)


SPY = """
import os, socket
def reached(what):
    try:
        what()
    except OSError:
        return False
    return True
reached(lambda: open({outside!r}, "w"))
ways = [lambda: open({secret!r}), lambda: socket.create_connection(("127.0.0.1", {port})), lambda: os.kill({process}, 0)]
print("reached", [number for number, way in enumerate(ways) if reached(way)], "SSH_CLIENT" in os.environ)
"""


@pytest.mark.skipif(not bubblewrap_works(), reason="bubblewrap does not work on this machine")
def test_a_build_reaches_no_home_no_network_no_process_and_no_other_folder(tmp_path: Path) -> None:
    folder, secret = tmp_path / "bygge", tmp_path / "hemligt"
    folder.mkdir()
    secret.write_text("hemligt", encoding="utf-8")
    with socket.create_server(("127.0.0.1", 0)) as listening:
        spy = SPY.format(
            secret=str(secret), outside=str(ROOT / "prov"), port=listening.getsockname()[1], process=os.getpid()
        )
        programs = f"{os.path.realpath(sys.prefix)}:{os.path.realpath(sys.base_prefix)}"
        done = subprocess.run(
            [ROOT / "deploy/within-limits", f"{folder}:{programs}", sys.executable, "-c", spy],
            env=os.environ | {"SSH_CLIENT": "10.0.0.1"}, capture_output=True, text=True, check=False,
        )  # fmt: skip
    assert done.stdout == "reached [] False\n", done.stderr
    assert not (ROOT / "prov").exists()


@pytest.mark.skipif(not bubblewrap_works(), reason="bubblewrap does not work on this machine")
def test_a_build_writes_only_where_it_is_told_to(tmp_path: Path) -> None:
    for name in ("bygge", "läses", "sparas"):
        (tmp_path / name).mkdir()
    command = "touch här; touch ../sparas/här; touch ../läses/här"
    limits = f"{tmp_path / 'bygge'}:{tmp_path / 'läses'}:+{tmp_path / 'sparas'}"
    run: list[str | Path] = [ROOT / "deploy/within-limits", limits, "sh", "-c", command]
    assert "Read-only file system" in subprocess.run(run, capture_output=True, text=True, check=False).stderr
    assert [path.parent.name for path in sorted(tmp_path.glob("*/här"))] == ["bygge", "sparas"]


def test_a_build_gets_no_more_memory_than_it_needs(tmp_path: Path) -> None:
    programs = f"{os.path.realpath(sys.prefix)}:{os.path.realpath(sys.base_prefix)}"
    command: list[str | Path] = [
        ROOT / "deploy/within-limits",
        f"{tmp_path}:{programs}",
        sys.executable,
        "-c",
        "bytearray(5 << 30)",
    ]
    assert "MemoryError" in subprocess.run(command, capture_output=True, text=True, check=False).stderr


def test_a_push_brings_sound_objects_and_no_flood(server: Server) -> None:
    """With the limits that set-up has set; the second is tried with a smaller one."""
    assert server.git("config", "receive.maxInputSize", folder=server.bare) == "100m\n"
    blob = server.git("rev-parse", "main:mkdocs.yml").strip()
    broken = f"100644 blob {blob}\t.git\n"
    tree = subprocess.run(["git", "mktree"], cwd=server.clone, input=broken, capture_output=True, text=True, check=True)
    commit = server.git("commit-tree", tree.stdout.strip(), "-m", "Trasig").strip()
    assert "contains '.git'" in refusal(server, f"{commit}:refs/heads/trasig")
    server.git("config", "receive.maxInputSize", "10k", folder=server.bare)
    (server.clone / "stor").write_bytes(os.urandom(50_000))
    server.git("checkout", "--quiet", "-b", "stor")
    server.git("add", "stor")
    server.git("commit", "--quiet", "--message", "Stor")
    assert "exceeds maximum allowed size" in refusal(server, "stor")
    server.git("config", "receive.maxInputSize", "100m", folder=server.bare)
    server.git("checkout", "--quiet", "main")


def refusal(server: Server, what: str) -> str:
    """What git said of a push that was refused."""
    command = ["git", "push", "origin", what]
    done = subprocess.run(command, cwd=server.clone, env=os.environ | GIT, capture_output=True, text=True, check=False)
    assert done.returncode
    return done.stderr


def test_going_back_by_force_shows_the_older_commit(server: Server) -> None:
    older, kept = server.start, server.bare / "rusplan-cache/site/index.html"
    before = kept.read_bytes()
    server.write_start("Nyare")
    assert "remote: Nu visas version " in server.push()
    assert server.start == "Nyare"
    assert kept.read_bytes() == before, "code as it is pushed leaves nothing for the next build"
    server.git("reset", "--quiet", "--hard", "HEAD~1")
    server.push("--force", "origin", "main")
    assert server.start == older


def test_removed_main_leaves_the_site(server: Server) -> None:
    before = server.shown
    server.git("config", "receive.denyDeleteCurrent", "ignore", folder=server.bare)
    assert "remote: Grenen main är borttagen. Webbplatsen är som den var." in server.push("--delete", "origin", "main")
    assert server.shown == before
    server.git("update-ref", "refs/heads/main", server.git("rev-parse", "main").strip(), folder=server.bare)


def test_new_server_shows_the_same_bytes_from_a_clone_alone(server: Server, tmp_path: Path) -> None:
    server.push()
    clone = tmp_path / "räddad klon"
    server.git("clone", "--quiet", str(server.clone), str(clone), folder=tmp_path)
    anew = Server(tmp_path / "ny server")
    anew.folder.mkdir()
    assert "Nu visas version 1 med " in set_up(server.folder, clone, anew)
    shown, lost = current(anew.target), current(server.target)
    assert shown
    assert lost
    assert shown.filer == lost.filer
    assert shown.text == lost.text


def receive(server: Server, commit: str) -> str:
    """What the hook says when its turn comes for a commit."""
    new = server.git("rev-parse", commit).strip()
    done = subprocess.run(
        [str(Path("hooks/post-receive"))], input=f"{NOTHING} {new} refs/heads/main\n", cwd=server.bare, capture_output=True, text=True, check=False,
    )  # fmt: skip
    return done.stdout
