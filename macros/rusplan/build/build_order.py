"""What a build was asked for: where it reads and writes, what the site is called and where it lies, and for whom it is made."""

import logging
import os
from collections.abc import Callable, Sequence
from pathlib import Path

from rusplan.build.made_downloads import Omfattning
from rusplan.data.collection import Samling
from rusplan.data.problems import Problem
from rusplan.tools.plain_files import leads_out
from rusplan.tools.record import record

log = logging.getLogger("mkdocs.plugins.rusplan")
WITHOUT_HISTORY = "RUSPLAN_UTAN_HISTORIK"
PREVIEW = "RUSPLAN_FORHANDSVISNING"
DOCUMENTS = "RUSPLAN_DOKUMENT"
# What mkdocs-macros imports and runs by itself where it lies in the project's folder.
RUN_BY_MACROS = ("main.py", "main")
Reading = Callable[[Path], tuple[Samling | None, Sequence[Problem]]]


class Byggstopp(Exception):
    """What stands in the way of a build, in Swedish."""


@record
class BuildOrder:
    """The folders of a project, the words of its mkdocs.yml, and how the site is shown."""

    root: Path
    docs: Path
    site: Path
    # Where Material's own templates and styles lie.
    material: Path
    address: str
    name: str
    # Where a file of the project is edited, but for its name; nothing where nobody has said.
    edited_at: str
    # While the site is shown and edited.
    live: bool
    # How data/ is read where a page is shown before it is saved.
    reads: Reading | None = None

    @property
    def previewed(self) -> bool:
        """True where those who write look at what they have written."""
        return bool(self.live or self.reads or os.environ.get(PREVIEW))

    @property
    def is_forgiving(self) -> bool:
        """True for a preview, which is built with mistakes too; while a site is edited it is shown as it was before them."""
        return self.previewed and not self.live

    @property
    def downloads(self) -> Omfattning:
        """How much there is to download: while a site is edited nothing, which would be made again for each saved file."""
        if self.live or self.reads:
            return Omfattning.INGET
        return Omfattning.ALLA if os.environ.get(DOCUMENTS) else Omfattning.VANLIGA

    def refuse(self) -> None:
        """Stop at what in the project would run, or lead elsewhere, though nobody has asked it to."""
        if module := next((name for name in RUN_BY_MACROS if (self.root / name).exists()), None):
            raise Byggstopp(
                f"{module} i projektets mapp skulle köras när webbplatsen byggs; ta bort den eller byt namn på den"
            )
        if link := next(filter(None, (leads_out(path, self.root) for path in (self.docs, self.site))), None):
            raise Byggstopp(
                f"{link.name} i projektets mapp är en länk till något annat; ta bort den eller lägg själva mappen där"
            )


def tell_of_history(missing: str | None, *, strict: bool) -> None:
    """A site without its history looks whole. It is told of, and stops a build that nobody watches, unless it has been asked for."""
    if missing and os.environ.get("CI") and not os.environ.get(WITHOUT_HISTORY):
        raise Byggstopp(f"{missing} Ska webbplatsen ändå byggas, sätt miljövariabeln {WITHOUT_HISTORY}=ja.")
    if missing:  # a warning would stop a strict build
        log.log(logging.INFO if strict else logging.WARNING, f"OBS! {missing}")
