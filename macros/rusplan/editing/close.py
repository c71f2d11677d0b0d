"""A year is closed: the decision on its report is written, if the report tells of every activity."""

from pathlib import Path

from rusplan.data.collection import Samling
from rusplan.data.year import Årgång
from rusplan.editing.changed_together import Avslag, Filändring, collection_to_change
from rusplan.editing.decision import decide, decision
from rusplan.editing.plan_parts import decided_plan


def close(root: Path, year: str, day: str, by: str, number: str | None) -> Filändring:
    """Write the decision on the report of a year. Raises `Avslag` or `DataFel`, and has then changed nothing."""
    made, samling = decision(day, by, number), collection_to_change(root)
    plan = samling.årgångar.get(year.partition("/")[0])
    if plan and plan.utkast:
        raise Avslag(f"Planen för {year} är ett utkast. Besluta den först, med rusplan decide {plan.år}.")
    found = _told_of(samling, year)
    if found.berättelse is None:
        raise Avslag(_no_report(found))
    return decide(root, samling, found.berättelse, made)


def _told_of(samling: Samling, name: str) -> Årgång:
    """The year, or one of the years of a longer period: ``2024-2026/2025``."""
    period, _, number = name.partition("/")
    whole = decided_plan(samling, period)
    if not number:
        return whole
    if not number.isdecimal() or int(number) not in whole.år.åren or not whole.år.flera_år:
        raise Avslag(
            f"«{number}» är inget år som planen {period} följs upp för. Ange perioden, eller ett av dess år som {period}/{whole.år.första}."
        )
    return whole.delårgång(int(number))


def _no_report(year: Årgång) -> str:
    """What to write first."""
    file = f"data/{year.år}/" + (f"berattelser/{year.delår}.yml" if year.delår else "berattelse.yml")
    name = str(year.delår or year.år)
    said = f"id: verksamhetsberattelse-{name}, titel: Verksamhetsberättelse {year.visad}, ursprung: skrivet_här, läge: utkast"
    return f"Det finns ingen berättelse för {year.visad}. Skapa {file} med raderna «dokument: {{{said}}}» och «sammanfattning: …»."
