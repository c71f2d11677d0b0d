"""Whom to write to about what a page tells: those of the activity, of its area, or of the whole site."""

from collections.abc import Iterable
from urllib.parse import quote

from rusplan.data.model import Plan
from rusplan.data.year import Årsaktivitet
from rusplan.site.links import Länk
from rusplan.site.sajt import Sajt


def of_activity(sajt: Sajt, activity: Årsaktivitet) -> str | None:
    """The contact of the activity itself, or else that of its area in the same plan."""
    plan = activity.plan.innehåll
    return plan.kontakt or of_area([sajt.samling.årgångar[activity.år].plan.innehåll], plan.område)


def of_area(plans: Iterable[Plan], name: str) -> str | None:
    """The contact of the area in the first of the plans that has it."""
    found = (area.kontakt for plan in plans for area in plan.områden if area.id == name)
    return next(found, None)


def contact_link(contact: str | None, whom: str = "") -> Länk | None:
    """Where to write: a mailbox by its address, a page by `whom` it leads to."""
    if contact is None:
        return None
    if "://" in contact:
        return Länk(f"Kontakta {whom}" if whom else contact, contact)
    return Länk(contact, f"mailto:{contact}")


def mistake_link(contact: str | None, page: str, changed: str) -> Länk | None:
    """Where to tell of a mistake on the `page`, an absolute address: a mail says which page, and the day of the newest data, if it is known."""
    if contact is None:
        return None
    if "://" in contact:
        return Länk("Kontakta oss", contact)
    known = f"Uppgifterna ändrades senast: {changed}\r\n" if changed else ""
    body = f"Sidan: {page}\r\n{known}\r\n"
    return Länk("Skriv till oss", f"mailto:{contact}?subject={quote('Fel på sidan')}&body={quote(body, safe='')}")
