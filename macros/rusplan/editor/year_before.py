"""What the fields of a form said the year before, for whoever writes this year's: a draft begins with them empty."""

from collections.abc import Iterator, Mapping
from typing import Any

from rusplan.data.collection import Samling
from rusplan.data.edits import plain
from rusplan.data.kinds import Plats
from rusplan.data.model import Post
from rusplan.data.reader import Fil
from rusplan.data.yaml_text import Plain
from rusplan.editor.form_view import part_title

# What says nothing of another year: where it comes from, what it refers to, what it was called before.
OF_ITS_YEAR = frozenset(
    {
        "dokument",
        "källa",
        "anmärkningar",
        "bygger_på",
        "ny",
        "upphör",
        "ändringar",
        "rättelser",
        "revideringar",
        "områden",
        "period",
    }
)
MOST = 12  # parts of a list


def year_before(samling: Samling, plats: Plats) -> Mapping[str, tuple[str, ...]]:
    """What each field of the file held the year before, a paragraph each; nothing where the file is of no draft."""
    year = samling.årgångar.get(plats.år) if plats.år else None
    earlier = _earlier(samling, plats) if year and year.utkast else None
    content = plain(earlier.innehåll) if earlier else {}
    return {name: told for name, value in content.items() if name not in OF_ITS_YEAR and (told := tuple(_told(value)))}


def _earlier(samling: Samling, plats: Plats) -> Fil[Post] | None:
    """The file of an earlier year that the file goes on from."""
    if activity := samling.aktiviteter.get(plats.nyckel):
        links = (samling.aktiviteter.get(link.aktivitet) for link in activity.plan.innehåll.bygger_på)
        origin = next((each for each in links if each), None)
        found: Any = origin and (origin.plan if plats.slag.id == "aktivitet" else origin.utfall)
        return found or None
    before = next((year for year in samling.nyast_först if plats.år and year.år < plats.år), None)
    files: list[Any] = [before.plan, before.budget, before.mål, before.berättelse] if before else []
    return next((file for file in files if file and type(file.innehåll) is plats.slag.modell), None)


def _told(value: Plain) -> Iterator[str]:
    """A text by itself, a list part by part."""
    if isinstance(value, str):
        yield from value.split("\n\n")
    elif isinstance(value, list):
        parts = (
            part if isinstance(part, str) else part_title(part) if isinstance(part, dict) else ""
            for part in value[:MOST]
        )
        yield from (part for part in parts if part)
