"""The editor on an address: alone on one's own machine, or behind the web server of a group."""

import gc
from pathlib import Path
from typing import Any

import waitress
from flask import Flask

from rusplan.editor.app import LARGEST, make_app
from rusplan.editor.guards import TOKEN, alone
from rusplan.editor.settings import Inställningar
from rusplan.git.branches import own_name, state_folder

FOLDER, SOCKET, THREADS = "rusplan-redigering", "unix:", 8


def folder_of(root: Path) -> Path:
    """Where the editor of a project keeps what is not saved yet: in the repository, where no build and no commit sees it. Raises `GitFel`."""
    return state_folder(root) / FOLDER


def serve_alone(root: Path, port: int) -> None:
    """Show the editor to whoever sits at this machine, until it is stopped."""
    settings = Inställningar(rot=root, mapp=folder_of(root), adress=f"http://127.0.0.1:{port}")
    own = alone(own_name(root))
    server = _server(make_app(settings, own), f"127.0.0.1:{port}")
    print(f"Redigeraren finns på {settings.adress}/?{TOKEN}={own.startord}\nAvsluta med Ctrl+C.", flush=True)
    server.run()


def serve_group(settings: Inställningar, listen: str) -> None:
    """Show the editor to the web server in front of it, until it is stopped."""
    server = _server(make_app(settings), listen)
    print(f"Redigeraren finns på {settings.adress} genom webbservern, som når den på {listen}.", flush=True)
    server.run()


def _server(app: Flask, listen: str) -> Any:
    gc.enable()  # commands do without the collector, since they soon end
    bound: dict[str, Any] = {"listen": listen}
    if path := socket_of(listen):
        bound = {"unix_socket": path, "unix_socket_perms": "660"}
    return waitress.create_server(app, threads=THREADS, max_request_body_size=LARGEST, ident=None, **bound)


def socket_of(listen: str) -> str:
    """The path of the socket in ``unix:/run/rusplan/redigera.sock``; "" for an address with a port."""
    return listen.removeprefix(SOCKET) if listen.startswith(SOCKET) else ""


def trusted(listen: str, addresses: str) -> frozenset[str]:
    """From where the web server asks: what reaches a socket is from whoever may use it, and is said to come from one name."""
    return frozenset({"localhost"}) if socket_of(listen) else frozenset(part.strip() for part in addresses.split(","))
