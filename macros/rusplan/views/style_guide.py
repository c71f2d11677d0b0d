"""The style guide: each component once, drawn by the part of a template that draws it everywhere, from the site's own data."""

from collections.abc import Callable, Iterable, Mapping
from itertools import islice
from typing import Any

from rusplan.charts import Bild
from rusplan.data.document_names import plan_title
from rusplan.site import addresses
from rusplan.site.links import Länk
from rusplan.site.sajt import Sajt
from rusplan.swedish import labels
from rusplan.swedish.labels import Märke
from rusplan.tools.record import record
from rusplan.views import pictures
from rusplan.views.activity_card import Aktivitetskort, card
from rusplan.views.activity_page import Aktivitetssida, activity_page
from rusplan.views.activity_parts import Utfallsvy
from rusplan.views.area_page import Områdesruta, area_boxes
from rusplan.views.lifeline_page import Spårsida, lifeline_page

COLOURS = ("accent", "accent-svag", "grund", "yta", "linje", "kant", "text", "dampad", "notis", "notis-linje")
# Of so many activities, the newest ones, those are chosen that show the most.
LOOKED_THROUGH = 120


@record
class Stilguide:
    """What there is to show; a part that the data has nothing for is empty."""

    färger: tuple[str, ...]
    märken: tuple[tuple[str, tuple[Märke, ...]], ...]
    kort: tuple[Aktivitetskort, ...]
    aktivitet: Aktivitetssida
    äldre: Aktivitetssida
    utfall: Utfallsvy | None
    livslinje: Spårsida
    områden: tuple[Områdesruta, ...]
    bilder: tuple[Bild, ...]
    länkar: tuple[Länk, ...]
    läge: tuple[tuple[Märke, str], ...]


def style_guide(sajt: Sajt) -> Stilguide:
    """The parts, chosen so that as much as possible of each is to be seen."""
    every = (activity for year in sajt.samling.nyast_först for activity in year.aktiviteter.values())
    activities = list(islice(every, LOOKED_THROUGH))
    views = [activity_page(sajt, activity) for activity in activities]
    fullest = max(views, key=_parts)
    marks: list[tuple[str, Mapping[Any, Märke]]] = [("Status", labels.STÄLLNING)]
    if "prioriterad" in sajt.samling.använt:
        marks.append(("Prioritet", labels.PRIORITERAD))
    if "utvecklingsinsats" in sajt.samling.använt:
        marks.append(("Slag av insats", labels.UTVECKLINGSINSATS))
    newest = activities[0]
    return Stilguide(
        färger=COLOURS,
        märken=tuple((name, tuple(found.values())) for name, found in marks),
        kort=tuple(card(sajt, activity) for activity in activities[:4]),
        aktivitet=fullest,
        äldre=_first(views, lambda view: bool(view.senare)) or fullest,
        utfall=fullest.utfall,
        livslinje=lifeline_page(sajt, newest.id),
        områden=area_boxes(sajt),
        bilder=tuple(islice(pictures.newest(sajt), 3)),
        länkar=(
            Länk(plan_title(sajt.samling.webbplats.innehåll), addresses.PLANER),
            Länk("Uppföljning", addresses.UPPFÖLJNING),
        ),
        läge=tuple((mark, str(number)) for number, mark in enumerate(labels.STATUS.values(), 1)),
    )


def _parts(view: Aktivitetssida) -> int:
    outcome = view.utfall
    shown = (
        (outcome.händelser, outcome.publikationer, outcome.avvikelser, outcome.anmärkningar, outcome.hänvisningar)
        if outcome
        else ()
    )
    return sum(map(bool, shown))


def _first(views: Iterable[Aktivitetssida], fits: Callable[[Aktivitetssida], bool]) -> Aktivitetssida | None:
    return next(filter(fits, views), None)
