"""What everything that a build makes hangs on: settings, which files, years, activities and pages there are, and what every page's words are drawn
with. Where it is another, all is made again; all else that a page hangs on it asks for (`tools/asked.py`)."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from rusplan.build.kept import checksum
from rusplan.data.collection import Samling
from rusplan.data.year import Årgång, Årsaktivitet
from rusplan.render.renderer import meanings
from rusplan.site.routes import pages_of_nothing, year_pages
from rusplan.tools.asked import noting, sign
from rusplan.tools.plain_files import plain_files

if TYPE_CHECKING:
    from rusplan.build.site_build import Bygge


def whole(bygge: "Bygge") -> bytes:
    """A checksum of it."""
    sajt, past = bygge.sajt, bygge.sajt.historik
    with noting(None):
        settings = sajt.redigera, sajt.bas, sajt.namn, sajt.förhandsvisas, sajt.fildatum.brist, past.hinder, past.ytlig
        found = [_structure(sajt.samling)] + ([_structure(sajt.alla)] if sajt.alla else [])
        pages = sorted(bygge.sidor), sorted(sajt.utkastsidor), sorted(sajt.rutter)
        frame = sajt.samling.webbplats.innehåll, year_pages(sajt.samling), sorted(pages_of_nothing(sajt.samling))
        told = frame, bygge.filer.folder, int(bygge.omfattning), bygge.remarks, meanings(sajt.samling)
        return sign((settings, found, pages, told))


def _structure(samling: Samling) -> object:
    names = [file.namn for file in samling.filer]
    others = (
        (path.relative_to(samling.rot).as_posix(), checksum(path.read_bytes()))
        for path in plain_files(samling.rot / "data")
        if path.suffix != ".yml"
    )
    return names, list(others), sorted(samling.oläsliga), [list(_of_year(year)) for year in samling.årgångar.values()]


def _of_year(year: Årgång) -> Iterator[object]:
    yield str(year.år), year.år.första_dagen.isoformat(), year.år.sista_dagen.isoformat()
    yield year.utkast, year.berättelse_är_utkast, sorted(year.delår_i_utkast), year.föregriper
    yield year.statusar
    yield [_of_activity(activity) for activity in year.aktiviteter.values()]


def _of_activity(activity: Årsaktivitet) -> object:
    return activity.ref, [file.namn for file in activity.utfallen]
