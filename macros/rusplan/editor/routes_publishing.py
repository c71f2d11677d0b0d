"""What a branch has that readers do not see, and its way to them: handed in, published, or thrown away."""

from flask import Blueprint, make_response, redirect, render_template, request
from werkzeug.wrappers import Response

from rusplan.data.problems import Problem
from rusplan.editor.answers import AGAINST, answer_on_publishing, chosen
from rusplan.editor.commit_messages import told_changes
from rusplan.editor.current import gren, publisher, settings, work, writer
from rusplan.editor.desk import told_wrong
from rusplan.editor.publishing import Fattas, catch_up, difference, hand_in, publish, throw_away
from rusplan.editor.taking_in import Intaget, Intagsval
from rusplan.editor.workplaces import Gren


def routes() -> Blueprint:
    """The addresses of what is to be published."""
    part = Blueprint("publicering", __name__)
    part.get("/arbete/<namn>/andringar/")(changes)
    part.post("/arbete/<namn>/lamna/")(hand)
    part.post("/arbete/<namn>/publicera/")(send)
    part.post("/arbete/<namn>/hamta/")(fetch)
    part.post("/arbete/<namn>/slang/")(drop)
    return part


def changes(namn: str) -> Response:
    """What the branch has that is not published, in words."""
    return _page(gren(namn))


def hand(namn: str) -> Response:
    """«Lämna förslag»: those who may publish see that it is ready."""
    hand_in(work(), gren(namn), writer())
    return redirect(f"/arbete/{namn}/andringar/")


def send(namn: str) -> Response:
    """«Publicera»: what is in the branch goes to readers as one change."""
    who, place, message = publisher(), gren(namn), request.form.get("meddelande", "")
    found = publish(work(), place, who, message, _choices())
    if isinstance(found, Intaget):
        return answer_on_publishing(place, found, "publicera", message)
    if isinstance(found, Fattas):
        return _page(place, found.problem, message)
    return make_response(render_template("publicerat.html", sagt=found.sagt, visas=found.visas))


def fetch(namn: str) -> Response:
    """«Hämta det nya»: what has been published since the branch began is taken into it."""
    who, place = writer(), gren(namn)
    found = catch_up(work(), place, who, _choices())
    return answer_on_publishing(place, found, "hamta") if found.krockar else redirect(f"/arbete/{namn}/andringar/")


def _choices() -> Intagsval:
    return Intagsval(mot=request.form.get(AGAINST, ""), val=chosen)


def drop(namn: str) -> Response:
    """«Släng förslaget», where it is said twice that it is meant."""
    writer()
    if request.form.get("säker") == "ja":
        throw_away(work(), gren(namn))
    return redirect("/")


def _page(place: Gren, problems: tuple[Problem, ...] = (), message: str = "") -> Response:
    found = difference(work(), place)
    page = render_template(
        "andringar.html",
        gren=place,
        skillnad=found,
        saker=[(change.sak.titel, told_changes(change)) for change in found.ändringar.saker],
        meddelande=message or found.meddelande,
        problem=list(told_wrong(work().read(place)[0], problems)) if problems else [],
        ensam=settings().ensam,
    )
    return make_response(page, 409 if problems else 200)
