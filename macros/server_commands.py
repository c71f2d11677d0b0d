"""The commands for whoever keeps the web server: `rusplan headers` and `rusplan compress`."""

import argparse
import sys
from pathlib import Path
from typing import Any

from macros.compress import compress
from macros.formatting import antal
from macros.headers import nginx_headers


def add_headers(commands: Any) -> None:
    """`rusplan headers`."""
    text = "skriv ut säkerhetshuvudena som regler för nginx"
    command = commands.add_parser(
        "headers", help=text, description=f"{text.capitalize()}. Läs in dem i serverblocket med include."
    )
    command.set_defaults(run=run_headers)


def run_headers(options: argparse.Namespace) -> int:
    """Print the rules."""
    print(nginx_headers(options.rot / "theme"), end="")
    return 0


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
