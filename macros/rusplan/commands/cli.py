"""The command `rusplan`: what an editor or a CI job calls; thin over the library.

A new command is a module with a function that adds it to the parser and one that runs it, and its name in `COMMANDS`. No more is read in than
the command that is asked for.
"""

import argparse
import os
import signal
import sys
from collections.abc import Sequence
from contextlib import redirect_stderr, redirect_stdout
from importlib import import_module
from io import TextIOWrapper
from pathlib import Path

from rusplan.commands.swedish_arguments import in_swedish
from rusplan.tools.collector import without_collector
from rusplan.tools.parallel import ProcessFel
from rusplan.tools.visible import Visible


def main(arguments: list[str] | None = None) -> int:
    """Run one command; the return value is the exit code."""
    # A terminal that lacks a letter shows «?» for it.
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="replace")
    try:
        try:
            with in_swedish():
                options = _parser(sys.argv[1:] if arguments is None else arguments).parse_args(arguments)
            with redirect_stdout(Visible(sys.stdout)), redirect_stderr(Visible(sys.stderr)):
                return _run(options)
        finally:
            if sys.stdout:
                sys.stdout.flush()
    except OSError as error:
        if error.filename is not None:  # a file, not what is printed
            raise
        return _unread(error)


def _parser(arguments: Sequence[str]) -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="rusplan", description="Kontrollera och bygg verksamhetsdata.")
    parser.add_argument("--rot", type=Path, default=Path.cwd(), help="projektets mapp (den du står i, om inget anges)")
    commands = parser.add_subparsers(dest="command", required=True, metavar="KOMMANDO")
    asked = _asked(arguments)
    for name in (asked,) if asked in COMMANDS else COMMANDS:
        module = import_module(f"rusplan.commands.{_as_python(BESIDE.get(name, name))}_command")
        getattr(module, f"add_{_as_python(name)}")(commands)
    return parser


def _asked(arguments: Sequence[str]) -> str:
    """The first word that is no option, nor the value of one."""
    words = iter(arguments)
    for word in words:
        if word == "--rot":
            next(words, None)
        elif not word.startswith("-"):
            return word
    return ""


def _as_python(name: str) -> str:
    return name.replace("-", "_")


def _run(options: argparse.Namespace) -> int:
    try:
        with without_collector(to_the_end=True):
            return int(options.run(options))
    except ProcessFel as error:
        print(error, file=sys.stderr)
        return 1
    except Exception as error:
        from rusplan.commands.refused import refused

        if (code := refused(error, getattr(options, "annotations", "text"))) is None:
            raise
        return code


def _unread(error: OSError) -> int:
    """What is printed cannot be written: whoever read has seen enough (`| head -1`), or the disk is full. The rest goes nowhere, also what
    Python writes at its end."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    if isinstance(error, BrokenPipeError):
        os.dup2(nowhere, sys.stderr.fileno())
        return 128 + signal.SIGPIPE
    print(f"Det som skulle skrivas ut fick inte plats eller gick inte att skriva: {error.strerror}", file=sys.stderr)
    return 1


COMMANDS = (
    "check",
    "changes",
    "edit",
    "newsletter",
    "permalinks",
    "rename",
    "new-year",
    "new-activity",
    "new-event",
    "merge",
    "end",
    "keep",
    "revise",
    "cancel",
    "decide",
    "close",
    "correct",
    "excel",
    "word",
    "new",
    "first-year",
    "upgrade",
    "redirects",
    "publish",
    "pages-changed",
    "headers",
    "compress",
)
# Those that lie in another's module.
BESIDE = {"cancel": "revise", "correct": "revise"}


if __name__ == "__main__":
    sys.exit(main())
