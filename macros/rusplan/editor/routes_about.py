"""What the editor keeps of whom, and how accessible it is."""

from flask import Blueprint, render_template

from rusplan.editor.current import settings
from rusplan.editor.kept_text import DAYS


def routes() -> Blueprint:
    """The address of the page."""
    part = Blueprint("om", __name__)
    part.get("/om/")(about)
    return part


def about() -> str:
    """The page."""
    return render_template("om.html", ensam=settings().ensam, dagar=DAYS)
