"""A newsletter from the desk: what is new to readers since a day, as text to paste into a mail; and the day that it went out, kept."""

from pathlib import Path

from flask import Blueprint, redirect, render_template, request
from werkzeug.wrappers import Response

from rusplan.checks import read_collection
from rusplan.data.collection import Samling
from rusplan.data.edits import Edit, Insert, Put, edited
from rusplan.data.meant_values import meant_date
from rusplan.data.model import Webbplats
from rusplan.editing.changed_together import Filändring, make_together
from rusplan.editor.current import gren, person, work, writer
from rusplan.outputs.newsletter_items import all_news, news_since
from rusplan.outputs.newsletter_text import Inslag, newsletter
from rusplan.site.sajt import Sajt
from rusplan.site.site_url import site_url

NO_ADDRESS = "Projektet säger inte var webbplatsen finns, så länkarna kan inte skrivas ut. Be den som sköter den att fylla i site_url."


def routes() -> Blueprint:
    """The addresses of the newsletter."""
    part = Blueprint("nyhetsbrev", __name__)
    part.get("/arbete/<namn>/nyhetsbrev/")(show)
    part.post("/arbete/<namn>/nyhetsbrev/")(sent)
    return part


def show(namn: str) -> str:
    """What is new to readers since the day that is asked for, or since the last newsletter."""
    place = gren(namn)
    samling, _ = work().read(place)
    issues = samling.webbplats.innehåll.nyhetsbrev if samling else ()
    asked = request.args.get("sedan", "").strip()
    since = meant_date(asked) or asked or max((issue.datum for issue in issues), default=None)
    day = since if isinstance(since, str) else since.iso if since else ""
    base = site_url(place.rot)
    items = _items(samling, day, base or "/") if samling and day else ()
    text = newsletter(items, "", "text", base, grouped=True) if base else ""
    return render_template("nyhetsbrev.html", gren=f"/arbete/{place.namn}", grentitel=place.titel, sedan=day, antal=len(items), text=text,
                           saknas="" if base else NO_ADDRESS, skriver=person().skriver)  # fmt: skip


def _items(samling: Samling, day: str, base: str) -> tuple[Inslag, ...]:
    return tuple(news_since(all_news(Sajt(samling=samling.publikt, bas=base)), day))


def sent(namn: str) -> Response:
    """Keep the day that the newsletter went out."""
    who, place = writer(), gren(namn)
    asked = request.form.get("datum", "").strip()
    work().run(place, who, lambda root: _kept(root, meant_date(asked) or asked))
    return redirect(f"/arbete/{place.namn}/nyhetsbrev/")


def _kept(root: Path, day: str) -> Filändring:
    """The day as the last in the list."""
    file = read_collection(root).webbplats
    known = file.innehåll.nyhetsbrev
    edit: Edit = Insert(at=("nyhetsbrev", len(known)), value={"datum": day})
    if not known:
        edit = Put(at=("nyhetsbrev",), value=[{"datum": day}], order=tuple(Webbplats.model_fields))
    contents = {file.namn: edited((root / file.namn).read_bytes(), [edit]).raw}
    make_together(root, contents)
    return Filändring(innehåll=contents)
