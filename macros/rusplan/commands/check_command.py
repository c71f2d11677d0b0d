"""The command `rusplan check`: every mistake in data/ and docs/, and how heavy their texts are to read."""

import argparse
from typing import Any

from rusplan.build.kept_check import content_of, keep_check, kept_check


def add_check(commands: Any) -> None:
    """`rusplan check`."""
    check = commands.add_parser("check", help="kontrollera alla filer i data/ och docs/")
    check.add_argument(
        "--format",
        dest="annotations",
        choices=("text", "github", "html"),
        default="text",
        help="text för människor, github för annoteringar i CI, html för en sida med felen",
    )
    check.add_argument("--verbose", action="store_true", help="visa även hur lättlästa texterna är (LIX)")
    check.set_defaults(run=run_check)


def run_check(options: argparse.Namespace) -> int:
    """Read and check data/, and then docs/; a line if all is well and what is left to do, else `DataFel` with every problem. What has been
    found right is not tried again while all is as it was."""
    content = content_of(options.rot)
    said = None if options.verbose else kept_check(options.rot, content)
    if said is None:
        from rusplan.commands.check_told import told_of

        said = told_of(options.rot, verbose=options.verbose)
        if not options.verbose and content == content_of(options.rot):
            keep_check(options.rot, content, said)
    print(said)
    return 0
