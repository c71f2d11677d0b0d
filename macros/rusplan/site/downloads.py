"""Files that readers take with them: what they hold, in which form, where they lie and on which pages they are offered."""

from collections.abc import Mapping
from enum import StrEnum

from rusplan.tools.record import record


class Filform(StrEnum):
    """The form of a file, by the ending of its name."""

    PDF = "pdf"
    WORD = "docx"
    EXCEL = "xlsx"
    CSV = "csv"


# What readers call each form.
FORMS = {Filform.PDF: "PDF", Filform.WORD: "Word", Filform.EXCEL: "Excel", Filform.CSV: "CSV"}


# Files that are there from before, by their addresses.
Före = Mapping[str, "Nedladdning"]
NOTHING_BEFORE: Före = {}


@record
class Nedladdning:
    """A file to download. `adress` is counted from the site's root; `titel` says what it holds, and `sidor` are the addresses of the pages that
    offer it. `gjord_av` is a checksum of all that it was made from, where making it takes long."""

    adress: str
    form: Filform
    titel: str
    sidor: tuple[str, ...]
    innehåll: bytes
    gjord_av: bytes = b""

    @property
    def frågas_som(self) -> str:
        """All that pages tell of it."""
        return f"{self.adress} {self.form} {self.titel} {self.sidor} {len(self.innehåll)}"
