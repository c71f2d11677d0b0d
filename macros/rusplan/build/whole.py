"""What everything that a build makes hangs on: settings, which files, years, activities and pages there are, and what every page's words are drawn
with. Where it is another, all is made again; all else that a page hangs on it asks for (`tools/questions.py`)."""

from collections.abc import Iterator

from rusplan.build.kept import checksum
from rusplan.data.collection import Samling
from rusplan.data.year import Årgång, Årsaktivitet
from rusplan.render.renderer import meanings
from rusplan.site.routes import pages_of_nothing, year_pages
from rusplan.site.sajt import Sajt
from rusplan.tools.plain_files import plain_files
from rusplan.tools.questions import noting, sign


def whole(sajt: Sajt, *others: object) -> bytes:
    """A checksum of it; `others` is what the site itself does not know."""
    with noting(None):
        past, samling = sajt.historik, sajt.samling
        settings = sajt.redigera, sajt.bas, sajt.namn, sajt.förhandsvisas, sajt.fildatum.brist, past.hinder, past.ytlig
        found = [_structure(each) for each in (samling, sajt.alla) if each]
        frame = samling.webbplats.innehåll, year_pages(samling), sorted(pages_of_nothing(samling)), meanings(samling)
        return sign((settings, found, sorted(sajt.utkastsidor), sorted(sajt.rutter), frame, others))


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
