"""Which page stands beside a form: the one where readers meet what is being written."""

from rusplan.data.kinds import Plats
from rusplan.editor.form_page import Formulär
from rusplan.site import addresses
from rusplan.site.addresses import START


def address_beside(form: Formulär) -> str:
    """The address of the page, from the site's root."""
    plats = form.plats
    if plats.år is None:
        return _of_all_years(form)
    match plats.slag.id:
        case "aktivitet" | "utfall":
            return f"{addresses.AKTIVITETER}{plats.år}/{plats.namn}/"
        case "berattelse":
            return addresses.uppföljning(plats.år, plats.delår)
        case "mal":
            return addresses.mål(plats.år)
        case "budget":
            return addresses.budget(plats.år)
        case _:
            return addresses.plan(plats.år)


def _of_all_years(form: Formulär) -> str:
    match form.plats.slag.id:
        case "samverkan":
            return _organisation(form)
        case "ordlista":
            return addresses.ORDLISTA
        case _:
            return START


def _organisation(form: Formulär) -> str:
    """The page of the organisation that the form is of, where it is one and is there."""
    all_ = form.samling.samverkan.innehåll.organisationer
    match form.del_:
        case ("organisationer", int(number), *_) if number < len(all_):
            return addresses.organisation(all_[number].id)
        case _:
            return addresses.SAMVERKAN


def of_activity(plats: Plats) -> bool:
    """True for the plan or the outcome of an activity."""
    return plats.slag.id in ("aktivitet", "utfall")
