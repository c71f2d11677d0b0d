"""The desk: where somebody chooses what to write in, what is left to do there, and the guided steps."""

from collections.abc import Iterator
from itertools import groupby
from operator import attrgetter

from flask import Blueprint, abort, redirect, render_template, request
from pydantic_core import PydanticCustomError
from werkzeug.wrappers import Response

from rusplan.checks.left_to_do import title_of_file
from rusplan.data.collection import Samling
from rusplan.data.problems import DataFel
from rusplan.editing.changed_together import Avslag, Filändring, told_anew
from rusplan.editor.current import gren, person, work, writer
from rusplan.editor.desk import form_path, found_by, shared_forms, tasks, told_wrong, with_titles, year_view
from rusplan.editor.guided_steps import STEPS, Guidning, unanswered, without_commands
from rusplan.editor.problem_places import lines_without_files, sentence, without_files
from rusplan.editor.publishing import latest
from rusplan.editor.undoing import undo_last
from rusplan.editor.workplaces import Gren

LATEST = 8
UNANSWERED = "Fyll i det som måste fyllas i."


def routes() -> Blueprint:
    """The addresses of the desk."""
    part = Blueprint("skrivbord", __name__)
    part.get("/")(desk)
    part.get("/arbete/<namn>/")(place)
    part.post("/arbete/<namn>/angra")(undo)
    part.get("/arbete/<namn>/steg/<steg>")(step)
    part.post("/arbete/<namn>/steg/<steg>")(take_step)
    return part


def desk() -> str | Response:
    """Every place to write in; alone, the only one."""
    if work().settings.ensam:
        return redirect(f"/arbete/{work().all()[0].namn}/")
    return render_template("skrivbord.html", grenar=work().all(), skriver=person().skriver)


def place(namn: str) -> str:
    """What is left to do in a place, and the way to everything that is written there."""
    here = gren(namn)
    samling, problems = work().read(here)
    asked = request.args.get("sok", "").strip()
    return render_template(
        "arbete.html",
        titel=here.titel,
        flera=not work().settings.ensam,
        gren=f"/arbete/{here.namn}",
        sökt=asked,
        träffar=found_by(samling, asked) if samling else (),
        skriver=person().skriver,
        stegen=[(group, list(steps)) for group, steps in groupby(STEPS.values(), key=attrgetter("grupp"))],
        ändrat=latest(work(), here, LATEST),
        fel=list(told_wrong(samling, problems)),
        kvar=_left(here, samling),
        åren=_years(here, samling),
        gemensamt=shared_forms(),
    )


def _left(here: Gren, samling: Samling | None) -> list[object]:
    """What is left to do; in the draft of a year, what is left there."""
    found = tasks(samling) if samling else ()
    return [task for task in found if not here.delad or task.fil.startswith(f"{here.år}/")]


def _years(here: Gren, samling: Samling | None) -> list[object]:
    years = samling.nyast_först if samling else ()
    return [year_view(samling, year) for year in years if samling and (not here.delad or year.år == here.år)]


def undo(namn: str) -> Response:
    """Take back what was saved last."""
    who, here = writer(), gren(namn)
    undo_last(work(), here, who)
    return redirect(f"/arbete/{here.namn}/")


def step(namn: str, steg: str) -> str:
    """What a guided step asks."""
    return _asked(gren(namn), STEPS.get(steg) or abort(404), {}, ())


def _asked(
    here: Gren, guided: Guidning, answers: dict[str, str], wrong: tuple[str, ...], missing: tuple[str, ...] = ()
) -> str:
    samling, _ = work().read(here)
    if samling is None:
        abort(409)
    asked = [question.answered(answers, missing) for question in guided.frågor(samling, request.args.get("om", ""))]
    return render_template(
        "steg.html",
        steg=guided,
        gren=f"/arbete/{here.namn}",
        grentitel=here.titel,
        frågor=asked,
        fel=[with_titles(samling, text) for text in wrong],
    )


def take_step(namn: str, steg: str) -> str | Response | tuple[str, int]:
    """Do what the step is for, and go on to what came of it; what stops it is told."""
    who, here, guided = writer(), gren(namn), STEPS.get(steg) or abort(404)
    answers = {name: value.strip().replace("\r\n", "\n") for name, value in request.form.items()}
    samling, _ = work().read(here)
    if samling and (missing := tuple(unanswered(guided, samling, answers))):
        return _asked(here, guided, answers, (UNANSWERED,), missing), 422
    try:
        done = work().run(here, who, lambda root: guided.gör(root, answers))
    except Avslag as error:
        return _asked(here, guided, answers, tuple(lines_without_files(without_commands(str(error))))), 422
    except PydanticCustomError as error:
        return _asked(here, guided, answers, (sentence(error.message()),)), 422
    except DataFel as error:
        return _asked(here, guided, answers, tuple(_problems(samling, error))), 422
    return _done(here, guided, done)


def _problems(samling: Samling | None, error: DataFel) -> Iterator[str]:
    for each in error.problems[:20]:
        yield f"{title_of_file(samling, each.fil) if samling else each.fil}: {sentence(without_files(each.text))}"


def _done(here: Gren, guided: Guidning, done: Filändring) -> str | Response:
    """On to the form of the one new file, else to what has come of it."""
    if len(done.nya) == 1:
        return redirect(f"/arbete/{here.namn}/fil/{form_path(next(iter(done.nya)))}?sparat=ja")
    samling, _ = work().read(here)
    changed = sorted(done.nya or (name for name in done.data if done.innehåll.get(name)))
    files = [(form_path(name), title_of_file(samling, name)) for name in changed if samling and _has_form(name)]
    told = tuple(with_titles(samling, without_commands(text)) for text in (*told_anew(done.data), *done.sagt))
    return render_template(
        "klart.html",
        steg=guided,
        gren=f"/arbete/{here.namn}",
        grentitel=here.titel,
        sagt=told,
        filer=files,
        nya=bool(done.nya),
    )


def _has_form(name: str) -> bool:
    return work().data_file(form_path(name)) is not None
