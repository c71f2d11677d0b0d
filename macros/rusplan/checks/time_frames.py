"""Rules for when activities and their items begin and end."""

from collections.abc import Iterator

from rusplan.data.collection import Samling
from rusplan.data.model import Aktivitet, Insats, JaNej
from rusplan.data.problems import Problem
from rusplan.data.reader import Fil
from rusplan.data.values import Datum
from rusplan.data.yaml_text import Loc
from rusplan.data.year import Årgång


def time_frames_make_sense(samling: Samling) -> Iterator[Problem]:
    """What begins ends later, what goes on all the time has no end, and neither lies outside the plan."""
    for year in samling.årgångar.values():
        for activity in year.aktiviteter.values():
            plan = activity.plan
            yield from _problems(year, plan, (), plan.innehåll)
            for i, item in enumerate(plan.innehåll.insatser):
                yield from _problems(year, plan, ("insatser", i), item)


def _problems(year: Årgång, file: Fil[Aktivitet], loc: Loc, part: Aktivitet | Insats) -> Iterator[Problem]:
    start, end, running = part.start, part.slut, part.löpande
    if start and end and is_before(end, start):
        yield file.problem((*loc, "slut"), f"«slut» är {end.iso}, men ska inte vara före «start», som är {start.iso}")
    if end and running is JaNej.JA:
        text = "«löpande» är «ja», men «slut» säger när det slutar; ta bort det ena"
        yield file.problem((*loc, "löpande"), text)
    if running is JaNej.OKÄNT:
        text = "«löpande» är «okänt», men ska vara ja eller nej; ta bort raden om ni inte vet"
        yield file.problem((*loc, "löpande"), text)
    if start and start.år > year.år.sista:
        yield file.problem(
            (*loc, "start"), f"«start» är {start.iso}, efter planens sista år, {year.år.sista}; kontrollera året"
        )
    if end and end.år < year.år.första:
        yield file.problem(
            (*loc, "slut"), f"«slut» är {end.iso}, före planens första år, {year.år.första}; kontrollera året"
        )


def is_before(one: Datum, other: Datum) -> bool:
    """True if the first lies before the other, as far as both are known: June does not lie before the 12th of June."""
    both = [(a, b) for a, b in ((one.år, other.år), (one.månad, other.månad), (one.dag, other.dag)) if a and b]
    return [a for a, _ in both] < [b for _, b in both]
