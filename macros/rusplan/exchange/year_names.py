"""What ids are called in the workbook of a year."""

from rusplan.data.collection import Samling
from rusplan.data.year import Årgång
from rusplan.exchange.item_names import item_names
from rusplan.exchange.names_in_cells import Namnbok, name_list, status_names


def names_of(samling: Samling, year: Årgång) -> Namnbok:
    """What ids are called in the workbook of a year."""
    organisations = samling.organisationer.values()
    short = [(each.kortnamn, each.id) for each in organisations if each.kortnamn]
    others = [(name, each.id) for each in organisations for name in each.andra_namn]
    site, goals = samling.webbplats.innehåll, year.mål.innehåll.mål if year.mål else ()
    titles = {name: activity.titel for name, activity in year.aktiviteter.items()}
    lines = year.budget.innehåll.rader if year.budget else ()
    return {
        "organisation": name_list("organisation", {each.id: each.namn for each in organisations}, [*others, *short]),
        "område": name_list("område", {area.id: area.titel for area in year.plan.innehåll.områden}),
        "mål": name_list("mål", {goal.id: goal.titel for goal in goals}),
        "aktivitet": name_list("aktivitet", titles),
        "status": name_list("status", status_names(site.statusar)),
        "värdering": name_list("värdering", samling.värderingar),
        "organisationstyp": name_list("organisationstyp", {each.id: each.namn for each in site.organisationstyper}),
        "insats": name_list("insats", item_names(year)),
        "rad": name_list("rad", {line.id: line.titel for line in lines}),
    }
