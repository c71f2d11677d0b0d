"""Pages as readers see them, made of what is saved in a place, or of what somebody is writing there."""

import mimetypes
from collections import defaultdict
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING

from flask import Blueprint, Response, abort, render_template

from rusplan.data.problems import DataFel
from rusplan.data.reader import Fil, read_text
from rusplan.editor.current import gren
from rusplan.editor.page_beside import address_beside
from rusplan.editor.problem_places import sentence
from rusplan.editor.routes_forms import typed_in
from rusplan.editor.workplaces import Gren
from rusplan.publish.headers import content_policy

if TYPE_CHECKING:
    from rusplan.opened_site import OpenedSite

# One opened site for each place, kept between requests: the first page takes a second, the others next to nothing. It tries no rules: what is
# wrong is told by the form.
_OPENED: dict[Path, "OpenedSite"] = {}
_LOCKS: defaultdict[Path, Lock] = defaultdict(Lock)


def routes() -> Blueprint:
    """The addresses of pages as readers see them."""
    part = Blueprint("sidor", __name__)
    part.get("/arbete/<namn>/sida/")(page)
    part.get("/arbete/<namn>/sida/<path:adress>")(page)
    part.post("/arbete/<namn>/vid-sidan/<path:fil>")(beside)
    return part


def opened_site(place: Gren) -> "OpenedSite":
    """The site of a place. Those of places that are gone are let go."""
    from rusplan.opened_site import OpenedSite  # it brings MkDocs, which nothing else here needs

    for gone in [root for root in list(_OPENED) if not root.exists()]:
        _OPENED.pop(gone).close()
    with _LOCKS[place.rot]:
        if place.rot not in _OPENED:
            _OPENED[place.rot] = OpenedSite(place.rot, rules=False)
        return _OPENED[place.rot]


def page(namn: str, adress: str = "") -> Response:
    """A page of the site, or a file that its pages load."""
    site = opened_site(gren(namn))
    if adress and not adress.endswith("/"):
        found = site.file(adress)
        kind = mimetypes.guess_type(adress)[0] or "application/octet-stream"
        return Response(found, mimetype=kind) if found is not None else abort(404)
    return _shown(site, adress, {})


def beside(namn: str, fil: str) -> Response:
    """The page as readers would see it, with what somebody is writing. While that cannot be read the page is as it is saved."""
    place, form, raw, _ = typed_in(namn, fil)
    can_be_read = raw is None or isinstance(read_text(raw, form.fil, form.plats.slag.modell), Fil)
    return _shown(opened_site(place), address_beside(form), {form.fil: raw} if can_be_read else {})


def _shown(site: "OpenedSite", address: str, unsaved: dict[str, bytes | None]) -> Response:
    try:
        html = site.page(address, unsaved)
    except DataFel as error:
        text = " ".join(sentence(problem.text) for problem in error.problems[:3])
        return Response(render_template("hinder.html", kod=409, text=text), 409)
    answer = Response(html, mimetype="text/html") if html is not None else abort(404)
    answer.headers["Content-Security-Policy"] = f"{content_policy()}; frame-ancestors 'self'"
    return answer
