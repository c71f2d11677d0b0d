"""Rules for what is told of an activity while its year is running."""

from collections.abc import Iterator

from rusplan.data.collection import Samling
from rusplan.data.model import SLUTLIGA
from rusplan.data.problems import Problem


def follow_ups_are_of_their_year(samling: Samling) -> Iterator[Problem]:
    """A follow-up was made in the year of its plan, or in the next when the year was summed up."""
    for activity in samling.aktiviteter.values():
        rows = ((file, *row) for file in activity.utfallen for row in enumerate(file.innehåll.avstämningar))
        for file, i, told in rows:
            if not activity.år.första <= told.datum.år <= activity.år.sista + 1:
                text = f"«datum» är {told.datum.iso}, men filen gäller {activity.år}; kontrollera året"
                yield file.problem(("avstämningar", i, "datum"), text)


def outcomes_are_final(samling: Samling) -> Iterator[Problem]:
    """The status of an outcome tells how it went at last; what is so far is told by a follow-up."""
    for activity in samling.aktiviteter.values():
        status = activity.utfall.innehåll.status if activity.utfall else None
        if activity.utfall and status and samling.årgångar[activity.år].räknas_som(status) not in SLUTLIGA:
            text = f"«status» är «{status}», men ska säga hur det gick när året är slut; flytta det till en avstämning: under «avstämningar» skriver du «datum» och «status: {status}»"
            yield activity.utfall.problem(("status",), text)
