"""The page that a form stands on: what it is called, what lies beside it, and where it is sent."""

from collections.abc import Iterable, Iterator
from urllib.parse import urlencode

from rusplan.checks.left_to_do import title_of_file
from rusplan.data.problems import Problem
from rusplan.editor.desk import Ingång, form_path
from rusplan.editor.form_moves import as_way
from rusplan.editor.form_page import Formulär
from rusplan.editor.form_view import Formbild, part_title
from rusplan.editor.page_beside import address_beside, of_activity
from rusplan.editor.problem_places import sentence, without_files
from rusplan.editor.workplaces import Gren
from rusplan.tools.record import record


@record
class Formsida:
    """A form with its page. `hel` is the title of the whole, where the form is of a part; `fråga` the end of its address; `bredvid` the address of
    the page that readers see; `tomma` are fields that wait to be filled in, and may be left empty."""

    titel: str
    gren: str
    fil: str
    hel: str
    del_: str
    ny: bool
    fråga: str
    från: str
    flikar: tuple[Ingång, ...]
    bredvid: str
    tomma: tuple[tuple[str, str], ...]
    form: Formbild


def form_sheet(form: Formulär, place: Gren, view: Formbild, from_: str, raw: bytes | None) -> Formsida:
    """The page of the form as it is drawn in `view`, made from the version `from_`, whose text is `raw`."""
    whole, way = title_of_form(form), as_way(form.del_)
    return Formsida(
        titel=_title_of_part(form) if form.del_ else whole,
        gren=place.titel,
        fil=form_path(form.fil),
        hel=whole if form.del_ else "",
        del_=way,
        ny=form.är_ny,
        fråga=f"?{urlencode({'del': way})}" if way else "",
        från=from_,
        flikar=tuple(_tabs(form)),
        bredvid=f"/arbete/{place.namn}/sida/{address_beside(form)}",
        tomma=form.blank(raw),
        form=view,
    )


def title_of_form(form: Formulär) -> str:
    """What the whole form is about: of an activity the same in plan and outcome."""
    if of_activity(form.plats) and (activity := form.samling.aktiviteter.get(form.plats.nyckel)):
        return f"{activity.titel} {form.samling.period(form.plats.år or '')}"
    return title_of_file(form.samling, form.fil)


def _title_of_part(form: Formulär) -> str:
    return part_title(form.as_it_stands()) or ("Ny del" if form.är_ny else "Del")


def _tabs(form: Formulär) -> Iterator[Ingång]:
    """Plan and outcome of an activity, side by side; of a longer period also the outcome of each year."""
    plats = form.plats
    if not of_activity(plats) or form.del_ or plats.år is None:
        return
    activity = form.samling.aktiviteter.get(plats.nyckel)
    yield Ingång("Plan", f"{plats.år}/aktiviteter/{plats.namn}")
    years = plats.år.åren if plats.år.flera_år else ()
    for number in years:
        there = activity is not None and number in activity.delutfall
        yield Ingång(f"Utfall {number}", f"{plats.år}/utfall/{number}/{plats.namn}", there)
    yield Ingång("Utfall", f"{plats.år}/utfall/{plats.namn}", activity is not None and activity.utfall is not None)


def other_problems(name: str, problems: Iterable[Problem]) -> list[tuple[str, str]]:
    """The problems of other files than `name`: each file with what is wrong in it."""
    return [(problem.fil, sentence(without_files(problem.text))) for problem in problems if problem.fil != name]
