"""Data without what came of it: what a plan said when it was decided and revised, whatever has been told since."""

from dataclasses import replace

from rusplan.data.collection import Samling
from rusplan.data.model import Budget, Budgetrad, Indikator, JaNej, MålFörPeriod
from rusplan.data.reader import Fil
from rusplan.data.year import Årgång, Årsaktivitet

# What of a budget only a follow-up tells.
TOLD_LATER = {"utfall": None, "prognos": None}


def as_planned(samling: Samling) -> Samling:
    """The collection with no outcome in it."""
    return replace(samling, årgångar={key: _year(year) for key, year in samling.årgångar.items()})


def _year(year: Årgång) -> Årgång:
    activities = {name: _activity(a) for name, a in year.aktiviteter.items()}
    planned = replace(year, berättelse=None, delberättelser={}, aktiviteter=activities)
    if not _is_followed_up(year):
        return planned
    goals = Fil(year.mål.namn, _goals(year.mål.innehåll, year.år.första), year.mål.väg) if year.mål else None
    budget = Fil(year.budget.namn, _budget(year.budget.innehåll), year.budget.väg) if year.budget else None
    return replace(planned, mål=goals, budget=budget)


def _is_followed_up(year: Årgång) -> bool:
    """False where goals and budget can say nothing but what the plan does: it was read in, and its report is not here."""
    report = year.berättelse.innehåll.dokument if year.berättelse else None
    return year.skrivs_här or (report is not None and report.tillgänglig is JaNej.JA)


def _activity(activity: Årsaktivitet) -> Årsaktivitet:
    file = activity.plan
    if file.innehåll.indikatorer:
        known = {"indikatorer": _known_before(file.innehåll.indikatorer, activity.år.första)}
        file = Fil(file.namn, file.innehåll.model_copy(update=known), file.väg)
    return replace(activity, plan=file, utfall=None, delutfall={})


def _goals(goals: MålFörPeriod, first: int) -> MålFörPeriod:
    kept = tuple(
        goal.model_copy(update={"uppföljning": None, "indikatorer": _known_before(goal.indikatorer, first)})
        for goal in goals.mål
    )
    return goals.model_copy(update={"mål": kept})


def _known_before(indicators: tuple[Indikator, ...], first: int) -> tuple[Indikator, ...]:
    """Indicators with the values of before the plan's `first` year alone: what was known when it was decided."""
    return tuple(
        each.model_copy(update={"värden": tuple(value for value in each.värden if int(value.period[-4:]) < first)})
        for each in indicators
    )


def _budget(budget: Budget) -> Budget:
    lines = tuple(map(_line, budget.rader))
    total = budget.summa.model_copy(update=TOLD_LATER)
    return budget.model_copy(update={"rader": lines, "summa": total, "tillskott": (), "överskott": ()})


def _line(line: Budgetrad) -> Budgetrad:
    """A line of the budget; money that was spent without having been set aside is no part of the plan."""
    parts = tuple(part.model_copy(update={"utfall": None}) for part in line.delposter if part.budget is not None)
    return line.model_copy(update={**TOLD_LATER, "delposter": parts})
