"""Rules for indicators: one value a period, a goal that comes after what it starts from."""

from collections.abc import Iterator
from typing import Any

from rusplan.data.collection import Samling
from rusplan.data.model import Indikator
from rusplan.data.problems import Problem
from rusplan.data.reader import Fil
from rusplan.data.yaml_text import Loc
from rusplan.swedish.formatting import tal


def indicators_hang_together(samling: Samling) -> Iterator[Problem]:
    """An indicator has one value for each period, and its goal a value that lies ahead of the one that it starts from."""
    for file, loc, indicator in _indicators(samling):
        yield from _doubled_periods(file, loc, indicator)
        if indicator.målår and indicator.mål is None:
            text = (
                f"«målår» är {indicator.målår}, men «mål» saknas; lägg till värdet som ska nås, eller ta bort «målår»"
            )
            yield file.problem((*loc, "målår"), text)
        start = indicator.utgångsvärde
        if start and indicator.målår and indicator.målår < int(start.period[:4]):
            text = f"«målår» är {indicator.målår}, men utgångsvärdet gäller {start.period}; rätta det som är fel"
            yield file.problem((*loc, "målår"), text)


def _indicators(samling: Samling) -> Iterator[tuple[Fil[Any], Loc, Indikator]]:
    """Every indicator of goals and activities, with its place."""
    for year in samling.årgångar.values():
        for activity in year.aktiviteter.values():
            for i, indicator in enumerate(activity.plan.innehåll.indikatorer):
                yield activity.plan, ("indikatorer", i), indicator
        for i, goal in enumerate(year.mål.innehåll.mål if year.mål else ()):
            for j, indicator in enumerate(goal.indikatorer):
                assert year.mål
                yield year.mål, ("mål", i, "indikatorer", j), indicator


def _doubled_periods(file: Fil[Any], loc: Loc, indicator: Indikator) -> Iterator[Problem]:
    periods = [value.period for value in indicator.värden]
    for i, period in enumerate(periods):
        if period in periods[:i]:
            text = f"«period» är «{period}», som redan har ett värde; ta bort det ena"
            yield file.problem((*loc, "värden", i, "period"), text)
    start = indicator.utgångsvärde
    same = next((v for v in indicator.värden if start and v.period == start.period and v.värde != start.värde), None)
    if start and same:
        text = f"«värde» är {tal(start.värde)} för {start.period}, men i «värden» står {tal(same.värde)} för samma period; rätta det som är fel"
        yield file.problem((*loc, "utgångsvärde", "värde"), text)
