"""The files to download: made before the pages, which tell how large they are, and written with all else that is no page."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import field
from enum import IntEnum
from functools import cached_property, partial
from itertools import chain

from rusplan.build.kept import Kept
from rusplan.open_data.reader_csv import lists_as_csv
from rusplan.render.renderer import Renderer
from rusplan.site.decided_files import decided_files
from rusplan.site.downloads import Före, Nedladdning
from rusplan.site.sajt import Sajt
from rusplan.tools.questions import tells, told
from rusplan.tools.record import record
from rusplan.views.downloads_list import downloads_list

Maker = Callable[[Sajt, Renderer], Iterator[Nedladdning]]
MakerOfExtra = Callable[[Sajt, Renderer, Före], Iterator[Nedladdning]]


class Omfattning(IntEnum):
    """How much is made: nothing while a site is edited, else what needs no extra, or all."""

    INGET = 0
    VANLIGA = 1
    ALLA = 2


class Tilläggsfel(Exception):
    """The extra is asked for and is not there, in Swedish."""


LACKING = "PDF, Word och Excel görs med tillägget documents, som inte är installerat ({} saknas). Kör «make documents», eller installera med «pip install 'rusplan[documents]'»."
# How the part of a page begins where they are offered: nedladdningar.html.
ANCHOR, TITLE = "ladda-ner", "Ladda ner"
# What every build makes.
MAKERS: tuple[Maker, ...] = (lists_as_csv,)


def makers_of_extra() -> tuple[MakerOfExtra, ...]:
    """What is made with the extra `documents`; nobody else imports what it needs."""
    try:
        from rusplan.open_data.reader_excel import lists_as_excel
        from rusplan.paper.document_files import document_files
    except ModuleNotFoundError as error:
        raise Tilläggsfel(LACKING.format(error.name)) from None
    return (document_files, lists_as_excel)


@record
class Nedladdningar:
    """The files of one build. They are made when somebody first asks for them."""

    sajt: Sajt
    renderer: Renderer
    kept: Kept = field(default_factory=Kept)
    omfattning: Omfattning = Omfattning.INGET

    @told
    def filer(self) -> tuple[Nedladdning, ...]:
        """All of them, in the order of their makers."""
        ordinary = MAKERS if self.omfattning >= Omfattning.VANLIGA else ()
        extra = makers_of_extra() if self.omfattning >= Omfattning.ALLA else ()
        # The lists are laid together of what is kept by itself; documents are kept whole.
        made = [self._made_by(maker) for maker in ordinary]
        made += [self.kept.piece(maker.__name__, partial(self._made_of_changed, maker)) for maker in extra]
        # What is decided is asked of no data file, and lies there already.
        decided = decided_files(self.sajt) if ordinary else ()
        return (*decided, *chain(*made))

    def _made_of_changed(self, maker: MakerOfExtra) -> tuple[Nedladdning, ...]:
        """What the maker makes, and what it had made before of the same content."""
        before: tuple[Nedladdning, ...] = self.kept.known(maker.__name__) or ()
        return tuple(maker(self.sajt, self.renderer, {file.adress: file for file in before}))

    def _made_by(self, maker: Maker) -> tuple[Nedladdning, ...]:
        return tuple(maker(self.sajt, self.renderer))

    @cached_property
    def _by_page(self) -> Mapping[str, Sequence[Nedladdning]]:
        found: dict[str, list[Nedladdning]] = defaultdict(list)
        for file in self.filer:
            for page in file.sidor:
                found[page].append(file)
        return found

    @tells
    def section(self, address: str) -> tuple[tuple[str, str], ...]:
        """What the list of contents of the page at `address` has of it."""
        return ((ANCHOR, TITLE),) if address in self._by_page else ()

    @tells
    def box(self, address: str) -> str:
        """What the page at `address` offers, as its last part; nothing where it offers none."""
        found = downloads_list(self._by_page.get(address, ()))
        return self.renderer.render("nedladdningar.html", address, vy=found) if found else ""
