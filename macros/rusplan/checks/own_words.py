"""Rules for the words that an organisation has chosen itself, in organisation.yml."""

from collections.abc import Iterator

from rusplan.checks.judged import choices
from rusplan.data.collection import Samling
from rusplan.data.problems import Problem


def kinds_of_organisations_are_known(samling: Samling) -> Iterator[Problem]:
    """The kind of an organisation is one that organisation.yml lists."""
    site, kinds = samling.webbplats, samling.organisationstyper
    if {site.namn, samling.samverkan.namn} & samling.oläsliga:
        return
    for i, each in enumerate(samling.samverkan.innehåll.organisationer):
        if each.typ and each.typ not in kinds:
            listed = f"det slaget finns inte bland organisationstyper i {site.namn}{choices(each.typ, kinds)}"
            none = f"{site.namn} har inga organisationstyper; lägg till dem där, eller ta bort fältet"
            text = f"«typ» är «{each.typ}», men {listed if kinds else none}"
            yield samling.samverkan.problem(("organisationer", i, "typ"), text)
