"""The command `rusplan permalinks`: adds every address of the site to the register, and gives every event the id that it keeps."""

import argparse
from collections.abc import Iterable, Iterator
from typing import Any

from rusplan.checks.event_ids import events_of_one_title_have_ids
from rusplan.data.collection import Samling
from rusplan.data.edits import Edited
from rusplan.data.model import Permalänkar
from rusplan.data.problems import DataFel, Problem
from rusplan.data.values import ADDRESS
from rusplan.editing.changed_together import collection_to_change, make_together, standing, told_anew
from rusplan.editing.ids_for_events import Märkning, event_ids
from rusplan.site.register import REGISTER, register_file, with_addresses, with_events
from rusplan.site.routes import page_addresses
from rusplan.swedish.formatting import antal


def add_permalinks(commands: Any) -> None:
    """`rusplan permalinks`."""
    text = "lägg till webbplatsens alla adresser i data/permalankar.yml, och ge händelserna id som står kvar"
    commands.add_parser("permalinks", help=text, description=f"{text.capitalize()}.").set_defaults(run=run_permalinks)


def run_permalinks(options: argparse.Namespace) -> int:
    """Add what is new to the register and to the events, and tell what; files are written only if they change."""
    # What it is asked to mend stands in its way no more than a new page does.
    samling = collection_to_change(options.rot, but=(events_of_one_title_have_ids,)).publikt
    pages = page_addresses(samling)
    if bad := sorted(address for address in pages if not ADDRESS.fullmatch(address)):
        raise DataFel(Problem("docs", 1, 1, _bad_name(address)) for address in bad)
    marks = list(event_ids(samling))
    before = samling.permalänkar.innehåll
    after = with_events(with_addresses(before, pages), (name for mark in marks for name in mark.id_))
    changed = {name: file for name, file in _written(samling, after, marks) if standing(samling.rot / name) != file.raw}
    if changed:
        make_together(options.rot, {name: file.raw for name, file in changed.items()})
    new = [*_added(before.adresser, after.adresser), *_added(before.händelser, after.händelser)]
    print("".join(f"{row}\n" for row in (*new, *told_anew(changed))), end="")
    print(_told(len(new), len(after.adresser), len(after.händelser), sum(name != REGISTER for name in changed)))
    return 0


def _written(samling: Samling, register: Permalänkar, marks: Iterable[Märkning]) -> Iterator[tuple[str, Edited]]:
    """The register and the files that tell of events, as they will be."""
    for mark in marks:
        yield mark.fil, mark.written((samling.rot / mark.fil).read_bytes())
    yield REGISTER, register_file(register, standing(samling.rot / REGISTER))


def _added(before: tuple[str, ...], after: tuple[str, ...]) -> list[str]:
    known = frozenset(before)
    return [name for name in after if name not in known]


def _told(new: int, addresses: int, events: int, files: int) -> str:
    has = antal(addresses, "adress", "adresser") + (f" och {antal(events, 'händelse', 'händelser')}" if events else "")
    said = f"{antal(new, 'ny', 'nya')} i {REGISTER}, som nu har {has}." if new else f"Inget nytt: {REGISTER} har {has}."
    return said + (f" Händelserna i {antal(files, 'fil', 'filer')} fick id." if files else "")


def _bad_name(address: str) -> str:
    return f"sidan med adressen «{address}» har ett namn som inte håller i länkar; byt namn på filen så att det bara har små bokstäver a–z, siffror och bindestreck"
