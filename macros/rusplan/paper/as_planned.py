"""Data without what came of it: what a plan said when it was decided and revised, whatever has been told since."""

from dataclasses import replace

from rusplan.data.collection import Samling
from rusplan.data.model import Budget, Budgetrad, JaNej, MålFörPeriod
from rusplan.data.reader import Fil
from rusplan.data.year import Årgång

# What of a budget only a follow-up tells.
TOLD_LATER = {"utfall": None, "prognos": None}


def as_planned(samling: Samling) -> Samling:
    """The collection with no outcome in it."""
    return replace(samling, årgångar={key: _year(year) for key, year in samling.årgångar.items()})


def _year(year: Årgång) -> Årgång:
    activities = {name: replace(a, utfall=None, delutfall={}) for name, a in year.aktiviteter.items()}
    planned = replace(year, berättelse=None, delberättelser={}, aktiviteter=activities)
    if not _is_followed_up(year):
        return planned
    goals = Fil(year.mål.namn, _goals(year.mål.innehåll), year.mål.väg) if year.mål else None
    budget = Fil(year.budget.namn, _budget(year.budget.innehåll), year.budget.väg) if year.budget else None
    return replace(planned, mål=goals, budget=budget)


def _is_followed_up(year: Årgång) -> bool:
    """False where goals and budget can say nothing but what the plan does: it was read in, and its report is not here."""
    report = year.berättelse.innehåll.dokument if year.berättelse else None
    return year.skrivs_här or (report is not None and report.tillgänglig is JaNej.JA)


def _goals(goals: MålFörPeriod) -> MålFörPeriod:
    kept = tuple(goal.model_copy(update={"uppföljning": None}) for goal in goals.mål)
    return goals.model_copy(update={"mål": kept})


def _budget(budget: Budget) -> Budget:
    lines = tuple(map(_line, budget.rader))
    total = budget.summa.model_copy(update=TOLD_LATER)
    return budget.model_copy(update={"rader": lines, "summa": total, "tillskott": (), "överskott": ()})


def _line(line: Budgetrad) -> Budgetrad:
    """A line of the budget; money that was spent without having been set aside is no part of the plan."""
    parts = tuple(part.model_copy(update={"utfall": None}) for part in line.delposter if part.budget is not None)
    return line.model_copy(update={**TOLD_LATER, "delposter": parts})
