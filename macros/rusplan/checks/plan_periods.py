"""Rules for the period of a plan that does not go with the calendar."""

from collections.abc import Iterator

from rusplan.data.collection import Samling
from rusplan.data.model import Plantid
from rusplan.data.problems import Problem
from rusplan.data.year import Årgång


def periods_fit_their_folder(samling: Samling) -> Iterator[Problem]:
    """A plan that says when it applies begins in the first year of its folder and ends in the last; one year is followed up as a whole."""
    for year in samling.årgångar.values():
        told = year.plan.innehåll.period
        if told and (wrong := _wrong_days(told, year)):
            field, text = wrong
            yield year.plan.problem(("period", field), text)
        elif year.år.bruten:
            yield from _told_by_year(year)


def _wrong_days(told: Plantid, year: Årgång) -> tuple[str, str] | None:
    first, last = told.från, told.till
    if last <= first:
        return "till", f"«till» är {last.iso}, men ska vara efter «från», som är {first.iso}"
    meant = f"{first.år}-{last.år}" if last.år > first.år else first.år
    for field, day, right in (("från", first, year.år.första), ("till", last, year.år.sista)):
        if day.år != right:
            how = f"rätta dagen, eller låt mappen heta {meant} om planen inte är publicerad"
            return field, f"«{field}» är {day.iso}, men mappen heter {year.år}; {how}"
    return None


def _told_by_year(year: Årgång) -> Iterator[Problem]:
    whole = f"planen gäller ett enda år, {year.visad}, så det följs upp i ett stycke"
    for report in year.delberättelser.values():
        yield report.problem((), f"{whole}; flytta filen till data/{year.år}/berattelse.yml")
    for activity in year.aktiviteter.values():
        for outcome in activity.delutfall.values():
            yield outcome.problem((), f"{whole}; flytta filen till data/{year.år}/utfall/{activity.id}.yml")
