"""A year out to Excel from the desk, what has been changed there read in again, and plans from Word: shown first, and written when whoever reads
them in says so."""

import base64
import binascii
from collections.abc import Sequence
from pathlib import Path

from flask import Blueprint, Response, abort, redirect, render_template, request
from werkzeug.wrappers import Response as Answer

from rusplan.data.problems import DataFel
from rusplan.editing.changed_together import Avslag
from rusplan.editor.current import gren, person, work, writer
from rusplan.editor.desk import with_titles
from rusplan.editor.guided_steps import without_commands
from rusplan.editor.problem_places import BY_STEPS, sentence, without_files
from rusplan.editor.workplaces import Gren
from rusplan.exchange.excel_in import read_workbook
from rusplan.exchange.excel_out import workbook
from rusplan.exchange.matched_activities import Likhet
from rusplan.exchange.preview import Inläsning, write
from rusplan.exchange.sheets import BLADEN
from rusplan.exchange.word_in import read_word
from rusplan.tools.record import record

EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
# What a form may carry on from the page that shows the changes.
LARGEST = 2_500_000
TOO_LARGE = "Filen är för stor för att läsas in här. Den får vara högst 2,5 megabyte."
NO_FILE = "Välj en fil först."
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
    """The year, or one list of it, as a workbook."""
    samling, _ = work().read(gren(namn))
    wanted = request.args.get("blad", "")
    if samling is None or year not in samling.årgångar or wanted not in ("", *(sheet.id for sheet in BLADEN)):
        abort(404)
    answer = Response(workbook(samling, year, (wanted,) if wanted else ()), mimetype=EXCEL)
    name = "-".join(filter(None, ("plan", year, wanted)))
    answer.headers["Content-Disposition"] = f'attachment; filename="{name}.xlsx"'
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
    given = Inlämnat(raw=raw, år=_year(place), utkast=place.år if place.delad else None)
    asked: list[Likhet] = []
    found = _read(place, given, asked)
    if found.fel:
        return _page(place, wrong=found.fel), 422
    told = tuple(map(by_steps, found.förhandsvisning())) if found.innehåll else (NOTHING,)
    return _page(place, told=told, kept=given if found.innehåll else None, asked=asked)


def by_steps(text: str) -> str:
    """What is told of a change, with the steps on the desk where it names commands."""
    return f"{without_commands(text)} {BY_STEPS}" if "med rusplan revise" in text else text


def save_changes(namn: str) -> Answer | tuple[str, int]:
    """Read the file in, that was shown."""
    who, place, given = writer(), gren(namn), _shown_before(gren(namn))
    found = _read(place, given, [])
    if found.fel or not found.innehåll:
        return _page(place, wrong=found.fel or (NOTHING,)), 422
    try:
        work().run(place, who, lambda root: write(root, given.read(root, [])))
    except Avslag as error:
        return _page(place, wrong=(without_commands(str(error)),)), 409
    # Alone, nothing waits to be published: that it is saved is told here.
    return redirect(f"/arbete/{place.namn}/{'las-in/?sparat=ja' if work().settings.ensam else 'andringar/'}")


def _year(place: Gren) -> str:
    """The year that a document is to be the draft of."""
    return place.år or request.form.get("år", "").strip()


def _shown_before(place: Gren) -> "Inlämnat":
    """The file that was shown, with which of the likely pairs are the same activity."""
    try:
        raw = base64.b64decode(request.form.get("fil", ""), validate=True)
    except binascii.Error:
        abort(400)
    other = frozenset(request.form.getlist("liknar")) - {*request.form.getlist("samma")}
    return Inlämnat(raw=raw, år=_year(place), utkast=place.år if place.delad else None, inte=other)


@record
class Inlämnat:
    """A file that is to be read in. A plan from Word becomes the draft of the year `år`; `inte` are activities of the year before that are another
    thing than what has a title like theirs. Where only the draft of a year is written, `utkast` is that year."""

    raw: bytes
    år: str
    utkast: str | None = None
    inte: frozenset[str] = frozenset()

    @property
    def är_word(self) -> bool:
        """True for a document, and not a workbook."""
        return b"word/document.xml" in self.raw

    def read(self, root: Path, asked: list[Likhet]) -> Inläsning:
        """What reading it in does; `asked` gets what was likely to be the same."""
        if not self.är_word:
            return read_workbook(root, self.raw, self.utkast)

        def same(likely: Likhet) -> bool:
            asked.append(likely)
            return likely.ref not in self.inte

        return read_word(root, self.raw, self.år, same)


def _read(place: Gren, given: Inlämnat, asked: list[Likhet]) -> Inläsning:
    """What the file holds, with refusals among what is wrong."""
    try:
        return given.read(place.rot, asked)
    except Avslag as error:
        return Inläsning(innehåll={}, fel=(without_commands(str(error)),))
    except DataFel as error:
        told = tuple(f"{each.fil}: {sentence(without_files(each.text))}" for each in error.problems[:20])
        return Inläsning(innehåll={}, fel=told)


def _page(
    place: Gren,
    *,
    wrong: tuple[str, ...] = (),
    told: tuple[str, ...] = (),
    kept: Inlämnat | None = None,
    asked: Sequence[Likhet] = (),
) -> str:
    samling, _ = work().read(place)
    years = [(str(year.år), year.visad) for year in samling.nyast_först] if samling else []
    mine = [pair for pair in years if not place.delad or pair[0] == place.år]
    return render_template("utbyte.html", gren=f"/arbete/{place.namn}", grentitel=place.titel, årtal=place.år, åren=mine, bladen=BLADEN, fel=[with_titles(samling, text) for text in wrong], sagt=told,
                           fil=base64.b64encode(kept.raw).decode() if kept else "", år=kept.år if kept else "", liknar=asked, skriver=person().skriver, sparat=request.args.get("sparat") == "ja")  # fmt: skip
