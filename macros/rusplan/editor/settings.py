"""How the editor is run: alone on one's own machine, or for a group behind a web server."""

import secrets
from pathlib import Path
from urllib.parse import urlsplit

from rusplan.tools.plain_files import write_whole
from rusplan.tools.record import record

# The branch that readers see, and the repository that publishes it.
MAIN, REMOTE = "main", "origin"
MEGABYTE = 1_000_000


@record
class Inställningar:
    """`rot` is the project, `mapp` where the editor keeps what is not saved yet, `adress` where people reach it, without a slash at the end.

    Alone, `redaktörer` is None and whoever has the start address is in. In a group it is the list of people, and the web server at one of
    the addresses `betrodda` tells in the header `huvud` who has signed in."""

    rot: Path
    mapp: Path
    adress: str
    redaktörer: Path | None = None
    betrodda: frozenset[str] = frozenset()
    huvud: str = "X-Remote-User"

    @property
    def ensam(self) -> bool:
        """True on one's own machine."""
        return self.redaktörer is None

    @property
    def värdar(self) -> list[str]:
        """What browsers may call the editor's host: its own address, and nothing that leads here by another name."""
        return [urlsplit(self.adress).netloc]

    @property
    def nyckel(self) -> bytes:
        """What only this editor knows, and what it knows after a restart too."""
        path = self.mapp / "nyckel"
        if not path.exists():
            self.mapp.mkdir(parents=True, exist_ok=True, mode=0o700)
            write_whole(path, secrets.token_hex(32).encode())
        return path.read_bytes()
