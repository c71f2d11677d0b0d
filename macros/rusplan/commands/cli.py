"""The command `rusplan`: what an editor or a CI job calls; thin over the library.

A new command is one function that adds it to the parser, its name in `COMMANDS`, and the function that runs it.
"""

import argparse
import os
import signal
import sys
from collections.abc import Callable
from contextlib import redirect_stderr, redirect_stdout
from io import TextIOWrapper
from pathlib import Path
from typing import Any

from rusplan.commands.changes_command import add_changes
from rusplan.commands.check_command import add_check
from rusplan.commands.close_command import add_close
from rusplan.commands.compress_command import add_compress
from rusplan.commands.decide_command import add_decide
from rusplan.commands.edit_command import add_edit
from rusplan.commands.end_command import add_end
from rusplan.commands.excel_command import add_excel
from rusplan.commands.first_year_command import add_first_year
from rusplan.commands.headers_command import add_headers
from rusplan.commands.keep_command import add_keep
from rusplan.commands.merge_command import add_merge
from rusplan.commands.new_activity_command import add_new_activity
from rusplan.commands.new_command import add_new
from rusplan.commands.new_event_command import add_new_event
from rusplan.commands.new_year_command import add_new_year
from rusplan.commands.newsletter_command import add_newsletter
from rusplan.commands.pages_changed_command import add_pages_changed
from rusplan.commands.permalinks_command import add_permalinks
from rusplan.commands.publish_command import add_publish
from rusplan.commands.redirects_command import add_redirects
from rusplan.commands.rename_command import add_rename
from rusplan.commands.revise_command import add_cancel, add_correct, add_revise
from rusplan.commands.swedish_arguments import in_swedish
from rusplan.commands.upgrade_command import add_upgrade
from rusplan.commands.word_command import add_word
from rusplan.data.edits import EjRedigerbar
from rusplan.data.problems import DataFel, as_github, as_html, as_text, count_of
from rusplan.editing.changed_together import Skrivfel
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
                options = _parser().parse_args(arguments)
            with redirect_stdout(Visible(sys.stdout)), redirect_stderr(Visible(sys.stderr)):
                return _run(options)
        finally:
            if sys.stdout:
                sys.stdout.flush()
    except OSError as error:
        if error.filename is not None:  # a file, not what is printed
            raise
        return _unread(error)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="rusplan", description="Kontrollera och bygg verksamhetsdata.")
    parser.add_argument("--rot", type=Path, default=Path.cwd(), help="projektets mapp (den du står i, om inget anges)")
    commands = parser.add_subparsers(dest="command", required=True, metavar="KOMMANDO")
    for add in COMMANDS:
        add(commands)
    return parser


def _run(options: argparse.Namespace) -> int:
    try:
        with without_collector(to_the_end=True):
            return int(options.run(options))
    except DataFel as error:
        print(
            {"text": as_text, "github": as_github, "html": as_html}[getattr(options, "annotations", "text")](
                error.problems
            )
        )
        print(count_of(error.problems), file=sys.stderr)
        return 1
    except (Skrivfel, EjRedigerbar) as error:
        print(f"{str(error).rstrip('.')}. Inget är ändrat.", file=sys.stderr)
        return 1
    except ProcessFel as error:
        print(error, file=sys.stderr)
        return 1


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


COMMANDS: tuple[Callable[[Any], None], ...] = (
    add_check,
    add_changes,
    add_edit,
    add_newsletter,
    add_permalinks,
    add_rename,
    add_new_year,
    add_new_activity,
    add_new_event,
    add_merge,
    add_end,
    add_keep,
    add_revise,
    add_cancel,
    add_decide,
    add_close,
    add_correct,
    add_excel,
    add_word,
    add_new,
    add_first_year,
    add_upgrade,
    add_redirects,
    add_publish,
    add_pages_changed,
    add_headers,
    add_compress,
)


if __name__ == "__main__":
    sys.exit(main())
