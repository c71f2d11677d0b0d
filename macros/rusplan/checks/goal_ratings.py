"""Rules for goals and their ratings."""

from collections.abc import Iterator

from rusplan.data.collection import Samling
from rusplan.data.model import TidigareVärdering, Uppföljning
from rusplan.data.problems import Problem, did_you_mean
from rusplan.data.walk import parts_of


def goals_hang_together(samling: Samling) -> Iterator[Problem]:
    """A goal corresponds to one of the period before; earlier ratings have a value or a reason, one for each period."""
    earlier: set[str] = set()
    for year in samling.årgångar.values():
        if not year.mål:
            continue
        unread_years = {name.split("/")[1] for name in samling.oläsliga}
        unread = any(before < year.år and samling.unreadable(before, "mal.yml") for before in unread_years)
        for i, goal in enumerate(year.mål.innehåll.mål):
            if goal.motsvarar and goal.motsvarar not in earlier and not unread:
                yield year.mål.problem(
                    ("mål", i, "motsvarar"),
                    f"«motsvarar» är «{goal.motsvarar}», men det målet finns inte i föregående periods mal.yml{did_you_mean(goal.motsvarar, earlier)}",
                )
        for loc, part in parts_of(year.mål.innehåll):
            if isinstance(part, TidigareVärdering) and part.värdering is None and not part.kommentar:
                yield year.mål.problem(
                    loc, f"värdering för {part.period} saknas; lägg till «värdering», eller «kommentar» med skälet"
                )
            if isinstance(part, Uppföljning):
                periods = [told.period for told in part.tidigare]
                for j, period in enumerate(periods):
                    if period in periods[:j]:
                        yield year.mål.problem(
                            (*loc, "tidigare", j, "period"),
                            f"«period» är «{period}», som redan finns i listan; ta bort den ena",
                        )
        earlier = {goal.id for goal in year.mål.innehåll.mål}
