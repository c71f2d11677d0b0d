"""Publications of all activities, by kind."""

from rusplan.site.links import anchor
from rusplan.site.sajt import Sajt
from rusplan.swedish import labels
from rusplan.tools.record import small
from rusplan.views import items
from rusplan.views.activity_list import Urval, activities
from rusplan.views.items import PublikationVy


@small
class Publikationsgrupp:
    """Publications of a kind."""

    titel: str
    ankare: str
    publikationer: tuple[PublikationVy, ...]


def publication_list(sajt: Sajt, year: str | None = None) -> tuple[Publikationsgrupp, ...]:
    """Publications of all activities by kind, newest year first; each once."""
    groups = {label: list[PublikationVy]() for label in labels.PUBLIKATIONSTYP.values()}
    for activity in activities(sajt, Urval(år=year)):
        told = [told for file in activity.utfallen for told in items.publikationer_i_utfallet(sajt, activity, file)]
        for view in (*told, *items.planerade_publikationer(sajt, activity, alla=False)):
            groups[view.typ].append(view)
    return tuple(Publikationsgrupp(label, anchor(label), tuple(items)) for label, items in groups.items() if items)
