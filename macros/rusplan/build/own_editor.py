"""The form editor beside a site that is shown while it is edited: a process of its own, where its packages are installed."""

import socket
import subprocess
import sys
from contextlib import suppress
from importlib.util import find_spec
from pathlib import Path

from rusplan.git.asking import GitFel
from rusplan.git.branches import state_folder

COMMAND = ("-m", "rusplan.commands.cli", "edit", "--beside", "--port")
NEEDED = ("flask", "waitress")
# The editor lets in nobody from elsewhere: where the site is shown to others too, links to it would lead them astray.
OWN_HOSTS = frozenset({"127.0.0.1", "localhost"})
TAKEN = "Ingen redigerare har startats, för port {port} är upptagen. Har du redan startat den med make edit leder sidornas länkar dit."
# Seconds that it may take to end, which it does when its input does: with this process, however that ends.
ENDING = 5


class OwnEditor:
    """The editor of the project `root`, one port above that of the site; nothing where it cannot be started."""

    def __init__(self, root: Path, host: str, port: int) -> None:
        self._root, self._port = root, port + 1
        self._work: subprocess.Popen[bytes] | None = None
        can_be = host in OWN_HOSTS and 0 < port < 65535 and all(find_spec(name) for name in NEEDED)
        # Where a file of data/ is edited, but for its name; "" where there is no editor.
        self.links = f"http://127.0.0.1:{self._port}/redigera/" if can_be and _has_repository(root) else ""

    def start(self) -> None:
        """Start it. It prints the address to begin at."""
        if not self.links or self._work:
            return
        if _is_taken(self._port):
            print(TAKEN.format(port=self._port), flush=True)
            return
        # In a group of its own, so that Ctrl and C is for the server alone: the editor ends with it, and is not stopped at a save.
        command = [sys.executable, "-P", *COMMAND, str(self._port)]
        self._work = subprocess.Popen(command, cwd=self._root, stdin=subprocess.PIPE, process_group=0)

    def stop(self) -> None:
        """End it, if it has been started."""
        if not self._work:
            return
        assert self._work.stdin
        with suppress(OSError):
            self._work.stdin.close()
        try:
            self._work.wait(ENDING)
        except subprocess.TimeoutExpired:
            self._work.terminate()
        self._work = None


def _is_taken(port: int) -> bool:
    with socket.socket() as asking:
        return asking.connect_ex(("127.0.0.1", port)) == 0


def _has_repository(root: Path) -> bool:
    try:
        return state_folder(root).is_dir()
    except GitFel:
        return False
