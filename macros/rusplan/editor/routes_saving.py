"""What has been chosen where two had changed the same, saved."""

from flask import Blueprint, redirect, render_template, request
from werkzeug.wrappers import Response

from rusplan.editor.answers import AGAINST, ASKED, answer, asked_again
from rusplan.editor.current import data_file, gren, work, writer
from rusplan.editor.saving import Felaktigt, Krockar, Sparning
from rusplan.editor.workplaces import Gren


def routes() -> Blueprint:
    """The address that choices are sent to."""
    part = Blueprint("krock", __name__)
    part.post("/arbete/<namn>/krock/<path:fil>")(choose)
    return part


def choose(namn: str, fil: str) -> Response | tuple[str, int]:
    """Save by the choices; ask again where somebody has saved once more."""
    who, place, name = writer(), gren(namn), data_file(fil)
    asked = asked_again(name)
    if request.form.get("ändå"):
        asked = Sparning(**{**vars(asked), "ändå": True})
    found = work().save(place, who, asked)
    if isinstance(found, Krockar):
        return answer(found, place)
    if isinstance(found, Felaktigt):
        return _not_so(found, place, fil)
    return redirect(f"/arbete/{namn}/fil/{fil}?sparat=ja")


def _not_so(found: Felaktigt, place: Gren, fil: str) -> tuple[str, int]:
    hidden = [
        (name, text) for name, text in request.form.items() if name in (ASKED, AGAINST) or name.startswith("val-")
    ]
    back, here = f"/arbete/{place.namn}/fil/{fil}", f"/arbete/{place.namn}/krock/{fil}"
    return render_template("felaktigt.html", found=found, dolda=hidden, mål=here, tillbaka=back), 409
