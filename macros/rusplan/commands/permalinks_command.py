"""The command `rusplan permalinks`: adds every address of the site to the register, and gives every event the id that it keeps."""

import argparse
from typing import Any

from rusplan.checks.event_ids import events_of_one_title_have_ids
from rusplan.data.model import Permalänkar
from rusplan.editing.changed_together import collection_to_change, make_together, told_anew
from rusplan.editing.registration import registration
from rusplan.site.register import REGISTER
from rusplan.swedish.formatting import antal, uppräkning


def add_permalinks(commands: Any) -> None:
    """`rusplan permalinks`."""
    text = "lägg till webbplatsens alla adresser i data/permalankar.yml, och ge händelserna id som står kvar"
    commands.add_parser("permalinks", help=text, description=f"{text.capitalize()}.").set_defaults(run=run_permalinks)


def run_permalinks(options: argparse.Namespace) -> int:
    """Add what is new to the register and to the events, and tell what; files are written only if they change."""
    # What it is asked to mend stands in its way no more than a new page does.
    done = registration(collection_to_change(options.rot, but=(events_of_one_title_have_ids,)))
    if done.filer:
        make_together(options.rot, {name: file.raw for name, file in done.filer.items()})
    print("".join(f"{row}\n" for row in (*done.nya, *told_anew(done.filer))), end="")
    files = sum(name != REGISTER for name in done.filer)
    print(_told(len(done.nya), done.efter, files))
    return 0


def _told(new: int, register: Permalänkar, files: int) -> str:
    counts = (
        antal(len(register.adresser), "adress", "adresser"),
        antal(len(register.filer), "fil", "filer") if register.filer else "",
        antal(len(register.händelser), "händelse", "händelser") if register.händelser else "",
    )
    has = uppräkning(filter(None, counts))
    said = f"{antal(new, 'ny', 'nya')} i {REGISTER}, som nu har {has}." if new else f"Inget nytt: {REGISTER} har {has}."
    return said + (f" Händelserna i {antal(files, 'fil', 'filer')} fick id." if files else "")
