"""Who is responsible for an activity, as it is shown in facts, tables and on the pages of organisations."""

from rusplan.data.model import Aktivitet, Ansvarsroll
from rusplan.site.links import Länk
from rusplan.site.sajt import Sajt
from rusplan.swedish.labels import ANSVARSROLL
from rusplan.tools.record import record, small
from rusplan.views.contacts import contact_link


@record
class Ansvarsvy:
    """An organisation that is responsible, with its function, and where to write to it."""

    organisation: Länk
    funktion: str | None
    kontakt: Länk | None


@small
class Ansvarsgrupp:
    """All who are responsible in the same way: «Ansvarig», «Medansvarig»."""

    roll: str
    ansvariga: tuple[Ansvarsvy, ...]


@small
class Ansvarskort:
    """An organisation in a table: whoever is not responsible alone has its role behind it."""

    organisation: Länk
    roll: str


def responsible(sajt: Sajt, plan: Aktivitet) -> tuple[Ansvarsgrupp, ...] | None:
    """Who is responsible for the activity, by role; None where no activity of the site says so of itself."""
    if "ansvar" not in sajt.samling.använt:
        return None
    groups = ((label, _of_role(sajt, plan, role)) for role, label in ANSVARSROLL.items())
    return tuple(Ansvarsgrupp(label, found) for label, found in groups if found)


def _of_role(sajt: Sajt, plan: Aktivitet, role: Ansvarsroll) -> tuple[Ansvarsvy, ...]:
    return tuple(
        Ansvarsvy(
            organisation=sajt.organisationslänk(each.organisation),
            funktion=each.funktion,
            kontakt=contact_link(each.kontakt, sajt.organisationslänk(each.organisation).text),
        )
        for each in plan.ansvar
        if each.roll is role
    )


def responsible_in_brief(sajt: Sajt, plan: Aktivitet) -> tuple[Ansvarskort, ...] | None:
    """The organisations, those that are mainly responsible first; None where no activity of the site says so of itself."""
    if "ansvar" not in sajt.samling.använt:
        return None
    return tuple(
        Ansvarskort(sajt.organisationslänk(name), "" if role is Ansvarsroll.ANSVARIG else f" ({role})")
        for name, role in roles(plan).items()
    )


def roles(plan: Aktivitet) -> dict[str, Ansvarsroll]:
    """The role of each organisation that is responsible, those that are mainly so first; of two roles, the greater."""
    found: dict[str, Ansvarsroll] = {}
    for role in Ansvarsroll:
        for each in plan.ansvar:
            if each.roll is role:
                found.setdefault(each.organisation, role)
    return found


def told_in_brief(sajt: Sajt, plan: Aktivitet) -> str:
    """«Miljönämnden, Tekniska nämnden (medansvarig)», or nothing."""
    return ", ".join(f"{each.organisation.text}{each.roll}" for each in responsible_in_brief(sajt, plan) or ())
