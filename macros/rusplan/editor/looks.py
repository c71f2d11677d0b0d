"""What the editor looks like: the colours and measures of the site, and its own style sheet."""

import re
from functools import cache
from pathlib import Path

from flask import Blueprint, Response

from rusplan.tools.resources import ASSETS

DARK = re.compile(r'\[data-md-color-scheme="slate"\] \{(.*?)\n\}', re.S)


def routes() -> Blueprint:
    """The address of the style sheet."""
    part = Blueprint("utseende", __name__)
    part.get("/utseende.css")(style)
    return part


def style() -> Response:
    """The style sheet. It holds nothing that is anybody's, so browsers may ask for it before they have signed in."""
    return Response(style_sheet_of_editor(), mimetype="text/css")


@cache
def style_sheet_of_editor() -> str:
    """The site's tokens, dark where the reader's system is dark, and the rules of the editor."""
    tokens = (ASSETS / "css/tokens.css").read_text(encoding="utf-8")
    own = (Path(__file__).parent / "static/redigera.css").read_text(encoding="utf-8")
    return DARK.sub(r"@media (prefers-color-scheme: dark) { :root {\1\n} }", tokens, count=1) + own
