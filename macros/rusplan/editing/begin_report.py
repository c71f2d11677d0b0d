"""A year's report is begun: its file, with the document as a draft."""

from pathlib import Path

from rusplan.data.collection import Samling
from rusplan.data.edits import written
from rusplan.data.model import Dokumentläge, Dokumenttyp, Ursprung
from rusplan.data.yaml_text import Plain
from rusplan.data.year import Årgång
from rusplan.editing.changed_together import Avslag, Filändring, collection_to_change, make_together
from rusplan.editing.plan_parts import decided_plan

DEFAULT_NAME = "Verksamhetsberättelse"


def begin_report(root: Path, year: str) -> Filändring:
    """Make the file of the report of a year whose plan is decided. Raises `Avslag` or `DataFel`, and has then changed nothing."""
    samling = collection_to_change(root)
    found = decided_plan(samling, year)
    if found.berättelse:
        raise Avslag(f"Berättelsen för {found.visad} är redan påbörjad.")
    file = f"data/{found.år}/berattelse.yml"
    contents = {file: written({"dokument": _document(samling, found)})}
    make_together(root, contents)
    return Filändring(innehåll=contents, nya=frozenset({file}))


def _document(samling: Samling, year: Årgång) -> dict[str, Plain]:
    name = samling.webbplats.innehåll.dokumentnamn
    title = (name.berättelse if name else None) or DEFAULT_NAME
    return {
        "id": f"verksamhetsberattelse-{year.år}",
        "titel": f"{title} {year.visad}",
        "typ": str(Dokumenttyp.VERKSAMHETSBERÄTTELSE),
        "ursprung": str(Ursprung.SKRIVET_HÄR),
        "läge": str(Dokumentläge.UTKAST),
    }
