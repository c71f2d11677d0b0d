"""The command `rusplan new-event`: an event of an activity."""

import argparse
from typing import Any

from rusplan.commands.change_told import run_change
from rusplan.data.model import Form, Händelsetyp
from rusplan.editing.new_event import new_event

# Fields of an event by the option that gives them.
FIELDS = {
    "titel": "titel", "type": "typ", "date": "datum", "end_date": "slutdatum", "start": "starttid", "end": "sluttid", "place": "plats",
    "form": "form", "text": "text", "link": "länk", "sign_up": "anmälan",
}  # fmt: skip


def add_new_event(commands: Any) -> None:
    """`rusplan new-event`."""
    text = "lägg till en händelse i en aktivitets plan eller utfall"
    command = commands.add_parser("new-event", help=text, description=f"{text.capitalize()}.")
    command.add_argument("aktivitet", help="aktiviteten: 2026/kulturstigar")
    command.add_argument("titel", help="vad händelsen heter")
    command.add_argument("--type", required=True, choices=[str(kind) for kind in Händelsetyp], help="slag av händelse")
    command.add_argument(
        "--date", required=True, metavar="DATUM", help="dag, månad eller år: 2026-05-10, 2026-05 eller 2026"
    )
    command.add_argument("--end-date", metavar="DATUM", help="sista dagen, om den varar flera dagar")
    command.add_argument("--start", metavar="KLOCKAN", help="när den börjar: 09:30")
    command.add_argument("--end", metavar="KLOCKAN", help="när den slutar: 16:00")
    command.add_argument("--place", metavar="PLATS", help="ort och lokal")
    command.add_argument(
        "--form", choices=[str(form) for form in Form], help="om deltagarna är på plats eller med digitalt"
    )
    command.add_argument("--text", metavar="TEXT", help="vad mer som är värt att veta")
    command.add_argument("--link", metavar="ADRESS", help="webbadress för mer information")
    command.add_argument("--sign-up", metavar="ADRESS", help="webbadress där man anmäler sig")
    command.add_argument("--outcome", action="store_true", help="händelsen har varit: lägg den i utfallet")
    command.set_defaults(run=run_new_event)


def run_new_event(options: argparse.Namespace) -> int:
    """Add the event and tell where."""
    given = {field: getattr(options, option) for option, field in FIELDS.items()}
    fields = {field: value for field, value in given.items() if value}
    return run_change(lambda: new_event(options.rot, options.aktivitet, fields, outcome=options.outcome))
