"""What is left to do in what is not finished yet: told in the plan's order, and stopping nothing.

A rule here is a generator of problems as in `CHECKS`, and its name stands in `LEFT_TO_DO`. What is wrong whatever is finished is an error,
and a rule in `CHECKS`.
"""

from collections.abc import Callable, Iterator, Mapping

from rusplan.checks.announced import changes_of_a_decided_plan_are_explained
from rusplan.checks.asked_for import missing_fields
from rusplan.checks.blanks import blanks_are_filled_in
from rusplan.checks.same_as_last_year import texts_are_not_last_years
from rusplan.data.collection import Samling
from rusplan.data.model import Dokumentläge
from rusplan.data.problems import Problem

Rule = Callable[[Samling], Iterator[Problem]]


def drafts_lack_nothing(samling: Samling) -> Iterator[Problem]:
    """A draft has the fields that it needs to be decided."""
    yield from missing_fields(samling, lambda document: document.läge is Dokumentläge.UTKAST)


def left_to_do(samling: Samling) -> list[Problem]:
    """All that is left to do: year by year, and in each file by file in the order of the plan."""
    places = _places(samling)
    found = {problem for rule in LEFT_TO_DO for problem in rule(samling)}
    return sorted(found, key=lambda problem: (places.get(problem.fil, len(places)), problem))


def _places(samling: Samling) -> Mapping[str, int]:
    """The place of each file in the order in which editors think of them."""
    return {file.namn: place for place, file in enumerate(samling.filer)}


LEFT_TO_DO: tuple[Rule, ...] = (
    drafts_lack_nothing,
    blanks_are_filled_in,
    texts_are_not_last_years,
    changes_of_a_decided_plan_are_explained,
)
