"""A year is closed: the decision on its report is written, if the report tells of every activity."""

from pathlib import Path

from rusplan.data.collection import Årgång
from rusplan.editing.changed_together import Avslag, Filändring, collection_to_change
from rusplan.editing.decision import decide, decision
from rusplan.editing.plan_parts import decided_plan


def close(root: Path, year: str, day: str, by: str, number: str | None) -> Filändring:
    """Write the decision on the report of a year. Raises `Avslag` or `DataFel`, and has then changed nothing."""
    made, samling = decision(day, by, number), collection_to_change(root)
    if year in samling.årgångar and samling.årgångar[year].utkast:
        raise Avslag(f"Planen för {year} är ett utkast. Besluta den först, med rusplan decide {year}.")
    found = decided_plan(samling, year)
    if found.berättelse is None:
        raise Avslag(_no_report(found))
    return decide(root, samling, found.berättelse, made)


def _no_report(year: Årgång) -> str:
    """What to write first."""
    said = f"id: verksamhetsberattelse-{year.år}, titel: Verksamhetsberättelse {year.år}, typ: verksamhetsberättelse, ursprung: skrivet_här, läge: utkast"
    return f"Det finns ingen berättelse för {year.år}. Skapa data/{year.år}/berattelse.yml med raderna «dokument: {{{said}}}» och «sammanfattning: …»."
