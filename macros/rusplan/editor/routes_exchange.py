"""A year out to Excel from the desk, and what has been changed there read in again: shown first, and written when whoever reads it in says so."""

import base64
import binascii

from flask import Blueprint, Response, abort, redirect, render_template, request
from werkzeug.wrappers import Response as Answer

from rusplan.data.problems import DataFel
from rusplan.editing.changed_together import Avslag
from rusplan.editor.current import gren, person, work, writer
from rusplan.editor.desk import form_path
from rusplan.editor.guided_steps import without_commands
from rusplan.editor.problem_places import sentence
from rusplan.editor.workplaces import Gren
from rusplan.exchange.excel_in import read_workbook
from rusplan.exchange.excel_out import workbook
from rusplan.exchange.preview import Inläsning, write

EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
# What a form may carry on from the page that shows the changes.
LARGEST = 2_500_000
TOO_LARGE = "Filen är för stor för att läsas in här. Den får vara högst 2,5 megabyte."
NO_FILE = "Välj en fil som har hämtats som Excel härifrån."
NOTHING = "Filen säger samma sak som det som är sparat. Inget ändrades."


def routes() -> Blueprint:
    """The addresses of what goes out and comes in."""
    part = Blueprint("utbyte", __name__)
    part.get("/arbete/<namn>/excel/<year>.xlsx")(send_workbook)
    part.get("/arbete/<namn>/las-in/")(ask_for_file)
    part.post("/arbete/<namn>/las-in/")(show_changes)
    part.post("/arbete/<namn>/las-in/spara")(save_changes)
    return part


def send_workbook(namn: str, year: str) -> Response:
    """The year as a workbook."""
    samling, _ = work().read(gren(namn))
    if samling is None or year not in samling.årgångar:
        abort(404)
    answer = Response(workbook(samling, year), mimetype=EXCEL)
    answer.headers["Content-Disposition"] = f'attachment; filename="plan-{year}.xlsx"'
    return answer


def ask_for_file(namn: str) -> str:
    """Where a file is chosen."""
    return _page(gren(namn))


def show_changes(namn: str) -> str | tuple[str, int]:
    """What reading the file in would change."""
    writer()
    place, sent = gren(namn), request.files.get("fil")
    raw = sent.read(LARGEST + 1) if sent else b""
    if not raw or len(raw) > LARGEST:
        return _page(place, wrong=(TOO_LARGE if raw else NO_FILE,)), 422
    found = _read(place, raw)
    if found.fel:
        return _page(place, wrong=found.fel), 422
    return _page(
        place,
        told=tuple(found.förhandsvisning()) if found.innehåll else (NOTHING,),
        kept=base64.b64encode(raw).decode() if found.innehåll else "",
    )


def save_changes(namn: str) -> Answer | tuple[str, int]:
    """Read the file in, that was shown."""
    who, place = writer(), gren(namn)
    try:
        raw = base64.b64decode(request.form.get("fil", ""), validate=True)
    except binascii.Error:
        abort(400)
    found = _read(place, raw)
    if found.fel or not found.innehåll:
        return _page(place, wrong=found.fel or (NOTHING,)), 422
    try:
        work().run(place, who, lambda root: write(root, read_workbook(root, raw)))
    except Avslag as error:
        return _page(place, wrong=(without_commands(str(error)),)), 409
    return redirect(f"/arbete/{place.namn}/andringar/")


def _read(place: Gren, raw: bytes) -> Inläsning:
    """What the file holds, with refusals among what is wrong."""
    try:
        return read_workbook(place.rot, raw)
    except Avslag as error:
        return Inläsning(innehåll={}, fel=(without_commands(str(error)),))
    except DataFel as error:
        return Inläsning(
            innehåll={}, fel=tuple(f"{form_path(each.fil)}: {sentence(each.text)}" for each in error.problems[:20])
        )


def _page(place: Gren, *, wrong: tuple[str, ...] = (), told: tuple[str, ...] = (), kept: str = "") -> str:
    samling, _ = work().read(place)
    years = [(str(year.år), year.visad) for year in samling.nyast_först] if samling else []
    mine = [pair for pair in years if not place.delad or pair[0] == place.år]
    return render_template(
        "utbyte.html",
        gren=f"/arbete/{place.namn}",
        grentitel=place.titel,
        år=mine,
        fel=wrong,
        sagt=told,
        fil=kept,
        skriver=person().skriver,
    )
