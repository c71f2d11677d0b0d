"""The addresses that the site has, the register of those it has ever had, and the pages and rules that lead old ones on."""

from collections.abc import Iterable
from pathlib import Path

from rusplan.data.edits import Edited, edited_to, plain, written
from rusplan.data.model import Permalänkar
from rusplan.data.reader import Fil, read_file
from rusplan.site.occasions import BETWEEN

REGISTER = "data/permalankar.yml"


HEADER = """\
# Alla adresser som har publicerats, och vart de leder som har flyttat.
# Kommandot rusplan permalinks lägger till nya. Ta aldrig bort någon.
"""


def removed(root: Path) -> frozenset[str]:
    """What the register of a project says is gone for good; nothing where it cannot be read, which a build tells."""
    register = read_file(root / REGISTER, REGISTER, Permalänkar)
    return frozenset(row.adress for row in register.innehåll.borttagna) if isinstance(register, Fil) else frozenset()


def with_addresses(register: Permalänkar, new: Iterable[str]) -> Permalänkar:
    """The register with `new` addresses in it, everything sorted; an address that is led on counts as published."""
    known = {*register.adresser, *(row.från for row in register.omdirigeringar if row.från.endswith("/")), *new}
    rows = sorted(register.omdirigeringar, key=lambda row: row.från)
    return register.model_copy(update={"adresser": tuple(sorted(known)), "omdirigeringar": tuple(rows)})


def with_files(register: Permalänkar, new: Iterable[str]) -> Permalänkar:
    """The register with `new` files in it, sorted."""
    return register.model_copy(update={"filer": tuple(sorted({*register.filer, *new}))})


def with_events(register: Permalänkar, new: Iterable[str]) -> Permalänkar:
    """The register with `new` events in it: activity by activity, and those of an activity in the order in which they were published."""
    known = (*register.händelser, *new)
    rows = sorted(dict.fromkeys(known), key=lambda name: name.partition(BETWEEN)[0])
    return register.model_copy(update={"händelser": tuple(rows)})


def register_file(register: Permalänkar, before: bytes | None = None) -> Edited:
    """The register as its file holds it: one line an address, so that two people's additions meet without conflict. Of a file that is
    there, only what differs is changed."""
    return edited_to(before, register) if before else Edited(raw=written(plain(register), HEADER))
