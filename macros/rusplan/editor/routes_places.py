"""Places to write in: begun, and what has been written there."""

from flask import Blueprint, redirect, request
from werkzeug.wrappers import Response

from rusplan.data.periods import is_period
from rusplan.editing.changed_together import Avslag
from rusplan.editor.current import work, writer


def routes() -> Blueprint:
    """The addresses of places."""
    part = Blueprint("plats", __name__)
    part.post("/utkast/")(begin_draft)
    part.post("/forslag/")(begin_proposal)
    return part


def begin_draft() -> Response:
    """The shared draft of the year in the field `år`."""
    writer()
    year = request.form.get("år", "").strip()
    if not is_period(year):
        raise Avslag("Skriv året med fyra siffror, som 2027.")
    return redirect(f"/arbete/{work().begin_draft(year).namn}/")


def begin_proposal() -> Response:
    """A new proposal, called what stands in the field `titel`."""
    writer()
    return redirect(f"/arbete/{work().begin_proposal(request.form.get('titel', '')).namn}/")
