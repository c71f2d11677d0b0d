"""The command `rusplan edit`: the form editor, on one's own machine or behind the web server of a group."""

import argparse
import os
import sys
import threading
from pathlib import Path
from typing import Any

from rusplan.git.asking import BOT, GitFel

MISSING = (
    "Redigeraren behöver paketen i rusplan[edit], och {name} saknas. Kör make edit i projektets mapp, som hämtar dem."
)
PORT, LISTEN, TRUSTED, HEADER = 8001, "127.0.0.1:8001", "127.0.0.1", "X-Remote-User"


def add_edit(commands: Any) -> None:
    """`rusplan edit`."""
    command = commands.add_parser(
        "edit",
        help="skriv i formulär i stället för i filer",
        description="Starta redigeraren. På din egen dator öppnar du adressen som skrivs ut. För en grupp går den bakom webbserverns inloggning.",
    )
    command.add_argument("--port", type=int, default=PORT, help=f"port på din egen dator ({PORT}, om inget anges)")
    command.add_argument("--beside", action="store_true", help=argparse.SUPPRESS)  # ends when its input does
    group = command.add_argument_group("för en grupp")
    group.add_argument("--behind-proxy", action="store_true", help="webbservern framför talar om vem som har loggat in")
    group.add_argument("--address", metavar="ADRESS", help="redigerarens adress: https://redigera.example.se")
    group.add_argument(
        "--editors", type=Path, metavar="FIL", help="listan över vilka som får läsa, skriva och publicera"
    )
    group.add_argument(
        "--listen",
        default=LISTEN,
        metavar="ADRESS",
        help=f"där webbservern når den, som port eller unix:/väg ({LISTEN})",
    )
    group.add_argument("--trust", default=TRUSTED, metavar="ADRESS", help=f"webbserverns egen adress ({TRUSTED})")
    group.add_argument("--header", default=HEADER, metavar="NAMN", help=f"huvudet med inloggningen ({HEADER})")
    command.set_defaults(run=run_edit)


def run_edit(options: argparse.Namespace) -> int:
    """Start the editor; 1 where it cannot be started."""
    try:
        from rusplan.editor import serving
    except ModuleNotFoundError as error:
        print(MISSING.format(name=error.name), file=sys.stderr)
        return 1
    try:
        if options.behind_proxy:
            return _for_group(options)
        if options.beside:
            threading.Thread(target=_end_with_input, daemon=True).start()
        serving.serve_alone(options.rot.resolve(), options.port)
    except GitFel as error:
        print(f"{error.hinder.value.replace(' där webbplatsen byggdes', '')} {BOT[error.hinder]}", file=sys.stderr)
        return 1
    except OSError as error:
        print(f"Redigeraren kunde inte starta: {error.strerror}.", file=sys.stderr)
        return 1
    return 0


def _end_with_input() -> None:
    """Whoever has started the editor holds the other end. What is being saved then is saved whole or not at all, as when a machine stops."""
    sys.stdin.buffer.read()
    os._exit(0)


def _for_group(options: argparse.Namespace) -> int:
    from rusplan.editor import serving
    from rusplan.editor.roles import Rollfel, people
    from rusplan.editor.settings import Inställningar

    if not options.address or not options.editors:
        print("Ange --address och --editors tillsammans med --behind-proxy.", file=sys.stderr)
        return 2
    try:
        people(options.editors)
    except Rollfel as error:
        print(error, file=sys.stderr)
        return 1
    root = options.rot.resolve()
    settings = Inställningar(
        rot=root,
        mapp=serving.folder_of(root),
        adress=options.address.rstrip("/"),
        redaktörer=options.editors.resolve(),
        betrodda=serving.trusted(options.listen, options.trust),
        huvud=options.header,
    )
    serving.serve_group(settings, options.listen)
    return 0
