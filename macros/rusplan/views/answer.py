"""What a reader asks of an activity first: how it went, what did not and why, what is different from the year before."""

from collections.abc import Iterator

from rusplan.data.model import Ställning, Utfall
from rusplan.data.year import Årsaktivitet
from rusplan.site.sajt import Sajt
from rusplan.swedish.sentences import closed, excerpt
from rusplan.tools.record import small
from rusplan.views.planned_items import how_many_done
from rusplan.views.texts import AvvikelseVy, avvikelser
from rusplan.views.year_compared import Jämfört, compared

# Two lines on a wide screen.
LONGEST = 140
MOST_DEVIATIONS = 2


@small
class Svarvy:
    """The answer: `text` tells in a sentence what came out, or what is planned where nothing is told yet, and `mer` where the rest stands.
    `avvikelser` are what did not go as planned, a sentence each; `fler` is how many more there are, `alla` where they stand, if they do."""

    utfall: bool
    text: str
    mer: str
    avvikelser: tuple[tuple[str, str], ...]
    fler: int
    alla: str
    gjort: str | None
    jämfört: Jämfört | None


def answer(sajt: Sajt, activity: Årsaktivitet) -> Svarvy:
    """The answer on the page of the activity."""
    part, outcome = _newest(activity)
    told = (outcome and outcome.berättat) or ""
    found = tuple(_deviations(sajt, activity, outcome)) if outcome else ()
    return Svarvy(
        utfall=bool(told),
        text=in_short(told or activity.plan.innehåll.sammanfattning),
        mer=f"#{part}utfall" if told else "#planerat",
        avvikelser=found[:MOST_DEVIATIONS],
        fler=max(len(found) - MOST_DEVIATIONS, 0),
        alla=f"#{part}avvikelser" if outcome and outcome.avvikelser else "",
        gjort=how_many_done(activity),
        jämfört=compared(sajt, activity),
    )


def _newest(activity: Årsaktivitet) -> tuple[str, Utfall | None]:
    """The newest outcome that tells what came out of the activity, or else the last; first what its anchors begin with on the page."""
    outcomes = [(f"{year}-", file.innehåll) for year, file in activity.delutfall.items()]
    outcomes += [("", activity.utfall.innehåll)] if activity.utfall else []
    told = (each for each in reversed(outcomes) if each[1].berättat)
    return next(told, outcomes[-1] if outcomes else ("", None))


def in_short(text: str) -> str:
    """The first sentence, broken off between words where it is longer than two lines."""
    said = excerpt(text) if text else ""
    if len(said) <= LONGEST:
        return said
    return f"{said[: said.rindex(' ', 0, LONGEST)].rstrip(' ,;:–')} …"


def _deviations(sajt: Sajt, activity: Årsaktivitet, outcome: Utfall) -> Iterator[tuple[str, str]]:
    """What did not go as planned, with what kind of thing it is: the reason first where the activity as a whole did not."""
    if outcome.skäl and sajt.samling.ställning(activity) in (Ställning.DELVIS, Ställning.EJ):
        yield "", in_short(outcome.skäl)
    yield from (_deviation(told) for told in avvikelser(sajt, outcome.avvikelser))


def _deviation(told: AvvikelseVy) -> tuple[str, str]:
    moved = f" {closed(told.flyttad_till)}" if told.flyttad_till else ""
    return told.typ, f"{in_short(told.text)}{moved}"
