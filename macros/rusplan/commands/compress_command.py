"""The command `rusplan compress`: packed files beside the built ones."""

import argparse
import sys
from pathlib import Path
from typing import Any

from rusplan.publish.compress import compress
from rusplan.swedish.formatting import antal


def add_compress(commands: Any) -> None:
    """`rusplan compress`."""
    text = "packa den byggda webbplatsens filer med gzip, så att webbservern slipper"
    command = commands.add_parser(
        "compress", help=text, description=f"{text.capitalize()}. Packade filer läggs bredvid de andra."
    )
    command.add_argument("--site", type=Path, metavar="MAPP", help="den byggda webbplatsen (site, om inget anges)")
    command.set_defaults(run=run_compress)


def run_compress(options: argparse.Namespace) -> int:
    """Compress, and tell how many files were written."""
    site = options.site or options.rot / "site"
    if not (site / "index.html").is_file():
        print(f"Det finns ingen byggd webbplats i {site}. Kör make site först.", file=sys.stderr)
        return 1
    print(f"{antal(compress(site), 'fil', 'filer')} packades.")
    return 0
