"""The command `rusplan pages-changed`: which pages differ between two built sites."""

import argparse
import sys
from pathlib import Path
from typing import Any

from rusplan.publish.lasting import loss, stops
from rusplan.publish.page_changes import as_markdown, as_text, page_changes
from rusplan.publish.placing import of_site
from rusplan.site.register import removed

FORMATS = {"text": as_text, "md": as_markdown}


def add_pages_changed(commands: Any) -> None:
    """`rusplan pages-changed`."""
    text = "vilka sidor som skiljer mellan två byggda webbplatser"
    command = commands.add_parser("pages-changed", help=text, description=f"{text.capitalize()}.")
    command.add_argument("före", type=Path, help="mappen med den gamla webbplatsen")
    command.add_argument("efter", type=Path, help="mappen med den nya webbplatsen")
    command.add_argument("--format", dest="form", choices=tuple(FORMATS), default="text", help="hur svaret ska skrivas")
    command.add_argument(
        "--strict", action="store_true", help="sluta med fel om något som är publicerat skulle sluta svara"
    )
    command.set_defaults(run=run_pages_changed)


def run_pages_changed(options: argparse.Namespace) -> int:
    """Print the pages, and what is lost; 1 if one of the folders holds no site, or if something is lost that must not be."""
    for site in (options.före, options.efter):
        if not (site / "index.html").is_file():
            print(f"det finns ingen byggd webbplats i {site}", file=sys.stderr)
            return 1
    before, after = of_site(options.före), of_site(options.efter)
    lost = loss(before, after, removed(options.rot))
    print(FORMATS[options.form](page_changes(options.före, options.efter), lost), end="")
    return int(options.strict and stops(lost, before, after))
