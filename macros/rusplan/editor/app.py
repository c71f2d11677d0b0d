"""The editor as an application of Flask: its pages, what guards them, and what is said when something cannot be done."""

import errno
from collections.abc import Callable
from pathlib import Path

from flask import Blueprint, Flask, render_template
from jinja2 import StrictUndefined
from werkzeug.exceptions import HTTPException

from rusplan.data.edits import EjRedigerbar
from rusplan.data.problems import DataFel
from rusplan.editing.changed_together import Avslag, Skrivfel
from rusplan.editor import (
    looks,
    routes_about,
    routes_beside,
    routes_desk,
    routes_exchange,
    routes_forms,
    routes_kept,
    routes_newsletter,
    routes_places,
    routes_publishing,
    routes_saving,
)
from rusplan.editor.current import NAME
from rusplan.editor.current import settings as current_settings
from rusplan.editor.guards import Ensam, guard
from rusplan.editor.problem_places import sentence, without_files
from rusplan.editor.roles import Rollfel
from rusplan.editor.settings import MEGABYTE, Inställningar
from rusplan.editor.work import Arbeten
from rusplan.git.asking import GitFel

# A module for each part of the editor; `routes` makes its addresses.
ROUTES: tuple[Callable[[], Blueprint], ...] = (
    looks.routes,
    routes_about.routes,
    routes_beside.routes,
    routes_desk.routes,
    routes_exchange.routes,
    routes_forms.routes,
    routes_kept.routes,
    routes_newsletter.routes,
    routes_places.routes,
    routes_publishing.routes,
    routes_saving.routes,
)
# A disk without room, as the system and git tell of it.
FULL, NO_SPACE = (errno.ENOSPC, errno.EDQUOT), "No space left on device"
# What a request may hold: of all, of what stands in fields, and of fields.
LARGEST, LARGEST_FORM, MOST_FIELDS = 12 * MEGABYTE, 4 * MEGABYTE, 20_000
SAID = {
    400: "Sidan kom inte från redigeraren, eller så var den för gammal. Gå tillbaka, läs in sidan på nytt och försök igen. Det du har skrivit finns kvar.",
    403: "Du har inte rätt att göra det här. Be den som sköter redigeraren om du behöver det.",
    404: "Sidan finns inte. Den kan ha tagits bort, eller så är adressen fel.",
    405: "Det här går inte att göra på den här adressen.",
    413: "Det du skickade är för stort.",
    421: "Den här adressen leder inte till redigeraren.",
    507: "Disken på servern är full, så inget sparades. Det du har skrivit finns kvar i din webbläsare. Säg till den som sköter servern.",
}
# Alone, where a browser has not been at the start address.
NOT_BEGUN = (
    "Öppna först redigeraren med adressen som skrevs ut i terminalen när den startade. Sedan fungerar den här länken."
)
# Faults that a page of a refusal tells.
MOST_TOLD = 5
UNKNOWN = (
    "Något gick fel i redigeraren. Det du har skrivit finns kvar. Säg till den som sköter servern om det händer igen."
)


def make_app(settings: Inställningar, own: Ensam | None = None) -> Flask:
    """The editor of a project; `own` is who works alone."""
    here = Path(__file__).parent
    app = Flask(
        __name__,
        template_folder=str(here / "templates"),
        static_folder=str(here / "static"),
        static_url_path="/statisk",
    )
    app.config.update(
        MAX_CONTENT_LENGTH=LARGEST, MAX_FORM_MEMORY_SIZE=LARGEST_FORM, MAX_FORM_PARTS=MOST_FIELDS, TESTING=False
    )
    app.jinja_options = {"undefined": StrictUndefined, "trim_blocks": True, "lstrip_blocks": True}
    work = Arbeten(settings)
    work.start()
    app.extensions[NAME] = (settings, work)
    guard(app, own)
    for routes in ROUTES:
        app.register_blueprint(routes())
    _tell_of_errors(app)
    return app


def _tell_of_errors(app: Flask) -> None:
    """Whatever cannot be done is told in Swedish, with nothing of how the editor is made."""

    def refused(error: Exception) -> tuple[str, int]:
        return told(409, f"{str(error).rstrip('.')}. Inget är ändrat.")

    def faulty(error: DataFel) -> tuple[str, int]:
        said = " ".join(sentence(without_files(problem.text)) for problem in error.problems[:MOST_TOLD])
        return told(409, f"{said} Inget är ändrat.")

    def unknown(error: Exception) -> tuple[str, int]:
        full = (isinstance(error, OSError) and error.errno in FULL) or (
            isinstance(error, GitFel) and NO_SPACE in error.text
        )
        if not full:
            app.logger.error("%s", error, exc_info=error)
        return told(507, SAID[507]) if full else told(503 if isinstance(error, Rollfel) else 500, UNKNOWN)

    app.register_error_handler(DataFel, faulty)
    for kind in (Avslag, Skrivfel, EjRedigerbar):
        app.register_error_handler(kind, refused)

    def known(error: HTTPException) -> tuple[str, int]:
        code = error.code or 500
        return told(code, NOT_BEGUN if code == 403 and current_settings().ensam else SAID.get(code, UNKNOWN))

    app.register_error_handler(HTTPException, known)
    app.register_error_handler(Exception, unknown)


def told(code: int, text: str) -> tuple[str, int]:
    """A page that says what could not be done."""
    return render_template("hinder.html", kod=code, text=text), code
