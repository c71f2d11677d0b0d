"""Files that readers take with them: what they hold, in which form, where they lie and on which pages they are offered."""

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


@record
class Nedladdning:
    """A file to download. `adress` is counted from the site's root; `titel` says what it holds, and `sidor` are the addresses of the pages that
    offer it."""

    adress: str
    form: Filform
    titel: str
    sidor: tuple[str, ...]
    innehåll: bytes

    @property
    def frågas_som(self) -> str:
        """All that pages tell of it."""
        return f"{self.adress} {self.form} {self.titel} {self.sidor} {len(self.innehåll)}"
