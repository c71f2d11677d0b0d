"""The addresses that the site has, the register of those it has ever had, and the pages and rules that lead old ones on."""

from collections.abc import Iterable

from rusplan.data.model import Permalänkar

REGISTER = "data/permalankar.yml"


HEADER = """\
# Alla adresser som har publicerats, och vart de leder som har flyttat.
# Kommandot rusplan skriver om filen i sin helhet: lägg inga egna kommentarer här.
"""


def with_addresses(register: Permalänkar, new: Iterable[str]) -> Permalänkar:
    """The register with `new` addresses in it, everything sorted; an address that is led on counts as published."""
    known = {*register.adresser, *(row.från for row in register.omdirigeringar), *new}
    return Permalänkar(
        adresser=tuple(sorted(known)), omdirigeringar=tuple(sorted(register.omdirigeringar, key=lambda row: row.från))
    )


def register_text(register: Permalänkar) -> str:
    """The register as its file holds it: one line an address, so that two people's additions meet without conflict."""
    lines = [f"  - {address}\n" for address in register.adresser]
    text = HEADER + ("adresser:\n" if lines else "adresser: []\n") + "".join(lines)
    rows = [f"  - från: {row.från}\n    till: {row.till}\n" for row in register.omdirigeringar]
    return text + ("omdirigeringar:\n" + "".join(rows) if rows else "")
