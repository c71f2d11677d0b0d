"""Publications of all activities, by kind."""

from macros import labels
from macros.record import record
from macros.views import parts
from macros.views.index import Urval, activities
from macros.views.parts import PublikationVy, Sajt, anchor


@record
class Publikationsgrupp:
    """Publications of a kind."""

    titel: str
    ankare: str
    publikationer: tuple[PublikationVy, ...]


def publication_list(sajt: Sajt, year: int | None = None) -> tuple[Publikationsgrupp, ...]:
    """Publications of all activities by kind, newest year first."""
    groups = {label: list[PublikationVy]() for label in labels.PUBLIKATIONSTYP.values()}
    for activity in activities(sajt, Urval(år=year)):
        for file in (activity.utfall, activity.plan):
            for view in parts.publikationer(sajt, activity, file.innehåll.publikationer) if file else ():
                groups[view.typ].append(view)
    return tuple(Publikationsgrupp(label, anchor(label), tuple(items)) for label, items in groups.items() if items)
