"""Rules for the words that an organisation has chosen itself, in organisation.yml."""

from collections.abc import Iterator

from rusplan.checks.judged import choices
from rusplan.data.collection import Samling
from rusplan.data.model import Status
from rusplan.data.problems import Problem, did_you_mean, listed, shown
from rusplan.data.walk import parts_of
from rusplan.site import addresses


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


def pages_of_kinds_differ(samling: Samling) -> Iterator[Problem]:
    """Kinds of organisations that have pages of their own have them at different addresses."""
    taken: dict[str, str] = {}
    for i, kind in enumerate(samling.webbplats.innehåll.organisationstyper):
        address = addresses.organisationstyp(kind.id)
        first = taken.setdefault(address, kind.id) if kind.egen_sida else kind.id
        if first != kind.id:
            text = f"«id» är «{kind.id}», men sidan för «{first}» har redan adressen /{address}; byt det ena ordet, eller ta bort «egen_sida» på ett av slagen"
            yield samling.webbplats.problem(("organisationstyper", i, "id"), text)


def statuses_are_known(samling: Samling) -> Iterator[Problem]:
    """A status is one of ours, or one that organisation.yml lists."""
    if samling.webbplats.namn in samling.oläsliga:
        return
    own = [each.id for each in samling.webbplats.innehåll.statusar]
    known = [*map(str, Status), *own]
    told = (file for activity in samling.aktiviteter.values() for file in activity.utfallen)
    for file in (*told, *samling.utfall_utan_plan):
        outcome = file.innehåll
        said = [(("avstämningar", i, "status"), each.status) for i, each in enumerate(outcome.avstämningar)]
        for loc, word in ((("status",), outcome.status), *said):
            if word and word not in known:
                text = f"«status» är «{shown(word)}», men ska vara något av {listed(known)}{did_you_mean(word, known)}"
                yield file.problem(loc, text)


def ratings_are_known(samling: Samling) -> Iterator[Problem]:
    """A rating of a goal is 1, 2 or 3, or an answer that organisation.yml lists."""
    if samling.webbplats.namn in samling.oläsliga:
        return
    known = samling.värderingar
    may_be = f"något av {listed(known)}" if samling.skala else "1, 2 eller 3"
    for file in (year.mål for year in samling.årgångar.values() if year.mål):
        for loc, part in parts_of(file.innehåll):
            if loc and loc[-1] == "värdering" and isinstance(part, int | str) and str(part) not in known:
                hint = did_you_mean(str(part), known)
                yield file.problem(loc, f"«värdering» är «{shown(str(part))}», men ska vara {may_be}{hint}")


def own_words_are_free(samling: Samling) -> Iterator[Problem]:
    """A status of the organisation's own is not called as one of ours."""
    site = samling.webbplats
    for i, status in enumerate(site.innehåll.statusar):
        if status.id in list(Status):
            text = f"«id» är «{status.id}», som redan är en vanlig status; ge den egna ett annat ord, eller ta bort den"
            yield site.problem(("statusar", i, "id"), text)
